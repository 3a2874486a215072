"""What clearing houses, management, other force, assistance and holding say in the national fields."""

from __future__ import annotations

from datetime import date

import msgspec

from tests.assets.lots import two
from tests.assets.sales import DAY, SOLD, priced, served
from tests.cases.stories import APPLICANT, DEBTOR
from tests.record.builder import Did, add
from tests.registers.test_told_sales import at, rows
from zhixing.assets.acts.control import (
    ControlReleased,
    ControlRenewed,
    ControlTakenOver,
    Manner,
    Rank,
    ReleaseGround,
)
from zhixing.assets.acts.delivery import (
    Evicted,
    EvictionNoticed,
    MeasureKind,
    OccupantKind,
    OtherMeasureTaken,
    TransferRuled,
)
from zhixing.assets.acts.inquiry import ControlAnswered, ControlRequested
from zhixing.assets.acts.sale import ManagementEnded, ManagementOrdered
from zhixing.assets.institutions import Institution
from zhixing.assets.kinds import PropertyKind
from zhixing.registers.fields import KEY


def test_clearing_a_house_management_and_other_force_have_their_rows() -> None:
    dossier, thing = priced(PropertyKind.HOME)
    head = dossier.head
    acts = (
        EvictionNoticed(property=thing, occupant=OccupantKind.OTHER_HOME, until=SOLD, occupied_by=(DEBTOR,)),
        Evicted(property=thing, present="居委会代表", belongings="清单附卷"),
        ManagementOrdered(property=thing, manager=APPLICANT, terms="收取租金", ruling="裁5号"),
        ManagementEnded(management=head + 3, reason="债权已清偿"),
        OtherMeasureTaken(
            kind=MeasureKind.SUBSTITUTE, against=DEBTOR, ruling="裁6号", what="代为拆除", result="已拆除"
        ),
    )
    for act in acts:
        dossier = add(dossier, Did(act, SOLD + DAY), guarded=False)
    (cleared,) = rows(dossier, "T_SCZXQZQCYTC")
    assert (cleared["C_BQCRHBTCR"], cleared["C_JZR"], cleared["D_QCHTCRQ"]) == (
        "赵小川",
        "居委会代表",
        at(SOLD + DAY),
    )
    (managed,) = rows(dossier, "T_SCZXQZGL")
    assert (managed["C_GLR"], managed["C_JCYY"], managed["C_BGLCCXH"]) == ("李大山", "债权已清偿", "1")
    (forced,) = rows(dossier, "T_SCZXQTQZCS")
    assert (forced["C_CSMC"], forced["C_QZDX"], forced["C_SSJG"]) == ("委托他人代为履行", "赵小川", "已拆除")


def test_who_was_asked_to_assist_is_written_with_the_networks_answer() -> None:
    dossier, thing = served()
    held = next(each for each in dossier.recorded if each.act.tag() == "assets.controlled")
    act = msgspec.structs.replace(held.act, assisted_by="县车辆管理所")
    told = dossier.with_entries(
        msgspec.structs.replace(each, act=act) if each.seq == held.seq else each for each in dossier.recorded
    )
    (row,) = rows(told, "T_SCZXXZZX")
    assert (row["C_XZYWR"], row["C_XZYWRLX"], row["C_XZSX"]) == ("县车辆管理所", "车辆管理机关", "查封")
    assert "C_JYXZ" not in row
    asked = ControlRequested(measure=held.seq, institution=Institution.VEHICLES)
    told = add(told, Did(asked, SOLD + 20 * DAY), guarded=False)
    told = add(told, Did(ControlAnswered(request=told.head, done=True), SOLD + 20 * DAY), guarded=False)
    transfer = TransferRuled(property=thing, ruling="裁7号", registry="县车辆管理所")
    told = add(told, Did(transfer, SOLD + 20 * DAY), guarded=False)
    row, other = rows(told, "T_SCZXXZZX")
    assert (row["C_JYXZ"], row["C_LXQK"], other["C_XZSX"]) == ("是", "已办理", "办理过户登记")


def test_a_control_says_what_it_holds_and_keeps_its_first_term() -> None:
    dossier, first, second = two()
    controls = [each.seq for each in dossier.recorded if each.act.tag() == "assets.controlled"]
    on = date(2018, 3, 1)
    for act in (
        ControlRenewed(control=controls[0], until=date(2020, 3, 22), reason="尚未处置"),
        ControlReleased(
            control=controls[1], ground=ReleaseGround.EXCESS, reason="超出", part=500_000, left="其余"
        ),
        ControlReleased(control=controls[0], ground=ReleaseGround.SETTLED, reason="已清偿"),
        ControlTakenOver(
            property=second,
            manner=Manner.DETAINED,
            rank=Rank.FIRST,
            since=date(2017, 1, 5),
            until=date(2019, 1, 5),
            amount=500_000,
            preservation=7,
            control=3,
        ),
    ):
        dossier = add(dossier, Did(act, on), guarded=False)
    one, other = rows(dossier, "T_SCZXCF")
    assert (one["C_CFQDXH"], one["C_CFQD"], other["C_CFQDXH"]) == ("1", "车辆1", "2")
    assert (one["D_CFJMRQ"], one["D_JFRQ"], one["C_JCCFYY"]) == (
        at(date(2019, 3, 22)),
        at(on),
        "债务已经清偿",
    )
    (renewal,) = rows(dossier, "T_SCZXCFXF")
    (part,) = rows(dossier, "T_SCZXCFBFJF")
    assert (renewal["C_ID_SCZXCF"], part["C_ID_SCZXCF"]) == (one[KEY], other[KEY])
    assert (renewal["C_XFCCQDXH"], part["C_BFJCCFW"]) == ("1", "车辆2，价值 5000 元")
    (over,) = rows(dossier, "T_SCZXKY")
    assert (over["D_KYSXRQ"], over["C_KYQDXH"]) == (at(date(2017, 1, 5)), "2")
    assert first < second
