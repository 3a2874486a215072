"""What went over the property network in the national tables: assistance, and the half-yearly inquiries after a round ended."""

from __future__ import annotations

from datetime import date, datetime, time

from tests.cases.stories import DEBTOR, OTHER, noticed
from tests.record.builder import Did, add, build
from tests.registers.test_told_sales import PERSONS
from zhixing.assets.acts.control import Controlled, ControlReleased, Manner, ReleaseGround
from zhixing.assets.acts.found import FoundBy, PropertyFound
from zhixing.assets.acts.inquiry import (
    AnswerStatus,
    ControlAnswered,
    ControlRequested,
    FindingDisputed,
    InquiryAnswered,
    InquirySent,
)
from zhixing.assets.institutions import Institution
from zhixing.assets.kinds import PropertyKind
from zhixing.closing.acts import RoundAskedAgain
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier
from zhixing.registers.rows import Values
from zhixing.registers.told_assets import asset_rows
from zhixing.registers.told_property import property_rows
from zhixing.registers.told_rechecks import ASKED, FOUND, recheck_rows

ON = date(2017, 6, 1)


def told(*acts: Act) -> Dossier:
    dossier = build(noticed())
    for act in acts:
        dossier = add(dossier, Did(act, ON), guarded=False)
    return dossier


def head() -> int:
    return build(noticed()).head


def rows(dossier: Dossier, table: str) -> list[Values]:
    made = (*asset_rows(dossier, PERSONS), *property_rows(dossier, {}), *recheck_rows(dossier, PERSONS))
    return [values for name, values in made if name == table]


def answered(
    inquiry: int, status: AnswerStatus, institution: Institution, debtor: int = DEBTOR
) -> InquiryAnswered:
    return InquiryAnswered(
        inquiry=inquiry, debtor=debtor, institution=institution, status=status, answer="A1"
    )


def test_an_inquiry_makes_a_row_of_assistance_for_each_institution() -> None:
    sent = head() + 1
    asked = InquirySent(
        debtors=(DEBTOR, OTHER),
        institutions=(Institution.BANKS, Institution.VEHICLES, Institution.INSURANCE),
    )
    dossier = told(
        asked,
        answered(sent, AnswerStatus.COMPLETE, Institution.BANKS),
        answered(sent, AnswerStatus.NOTHING, Institution.BANKS, OTHER),
        answered(sent, AnswerStatus.REFUSED, Institution.VEHICLES),
    )
    banks, vehicles, insurance = rows(dossier, "T_SCZXXZZX")
    assert (banks["C_XZYWR"], banks["C_XZSX"], banks["D_XZTZFCRQ"]) == (
        "商业银行",
        "查询 2 人的财产",
        datetime.combine(ON, time.min),
    )
    assert (banks["C_JYXZ"], banks["C_LXQK"]) == ("是", "已反馈 1 人，反馈无财产 1 人")
    assert (vehicles["C_JYXZ"], vehicles["C_LXQK"]) == ("否", "拒绝办理 1 人")
    assert "C_JYXZ" not in insurance and insurance["N_XHXZZX"] == 3


def test_a_doubted_answer_that_is_asked_for_again_is_a_row_too() -> None:
    sent = head() + 1
    car = PropertyFound(
        owner=DEBTOR, kind=PropertyKind.VEHICLE, name="车", found_by=FoundBy.NETWORK, source=sent
    )
    dossier = told(
        InquirySent(debtors=(DEBTOR,), institutions=(Institution.VEHICLES,)),
        car,
        answered(sent, AnswerStatus.COMPLETE, Institution.VEHICLES),
        FindingDisputed(property=sent + 1, reason="已过户"),
    )
    _, again = rows(dossier, "T_SCZXXZZX")
    assert (again["C_XZYWR"], again["C_XZSX"]) == ("车辆管理机关", "复核查询反馈")


def test_a_control_sent_over_the_network_is_a_row_once_though_nobody_was_named() -> None:
    thing = head() + 1
    deposit = PropertyFound(owner=DEBTOR, kind=PropertyKind.BANK_DEPOSIT, name="存款", value=1_000)
    held = Controlled(property=thing, manner=Manner.FROZEN, until=ON, amount=1_000)
    sent = ControlRequested(measure=thing + 1, institution=Institution.BANKS)
    dossier = told(deposit, held)
    assert rows(dossier, "T_SCZXXZZX") == []
    dossier = told(deposit, held, sent, ControlAnswered(request=thing + 2, done=False, reason="户名不符"))
    (row,) = rows(dossier, "T_SCZXXZZX")
    assert (row["C_XZYWR"], row["C_XZSX"], row["C_JYXZ"], row["C_LXQK"]) == (
        "商业银行",
        "冻结",
        "否",
        "户名不符",
    )
    named = Controlled(property=thing, manner=Manner.FROZEN, until=ON, amount=1_000, assisted_by="渝北支行")
    (row,) = rows(told(deposit, named, sent), "T_SCZXXZZX")
    assert row["C_XZYWR"] == "渝北支行"


def income() -> tuple[PropertyFound, Controlled]:
    wages = PropertyFound(owner=DEBTOR, kind=PropertyKind.OTHER_FUNDS, name="工资", value=600_000)
    held = Controlled(
        property=head() + 1, manner=Manner.WITHHELD, until=ON, amount=400_000, assisted_by="某厂"
    )
    return wages, held


def test_what_is_withheld_of_an_income_is_no_freezing() -> None:
    wages, held = income()
    lifted = ControlReleased(control=head() + 2, ground=ReleaseGround.SETTLED, reason="已还清")
    dossier = told(wages, held, lifted)
    (row,) = rows(dossier, "T_SCZXKLYTQ")
    assert (row["C_LB"], row["C_XZZXR"], row["N_BZXR"]) == ("扣留", "某厂", DEBTOR)
    assert row["N_NKLTQJE"] == row["N_KLTQJE"] == 4_000
    assert row["D_KLHTQRQ"] == datetime.combine(ON, time.min)
    for table in ("T_SCZXDJ", "T_SCZXDJXD", "T_SCZXDJBFJD", "T_SCZXCF", "T_SCZXKY"):
        assert rows(dossier, table) == []
    frozen = Controlled(property=head() + 1, manner=Manner.FROZEN, until=ON, amount=400_000)
    assert rows(told(wages, frozen), "T_SCZXKLYTQ") == []
    assert len(rows(told(wages, frozen), "T_SCZXDJ")) == 1


def test_an_income_that_could_not_be_withheld_says_why() -> None:
    wages, held = income()
    sent = ControlRequested(measure=head() + 2, institution=Institution.INTERNET_FINANCE)
    refused = ControlAnswered(request=head() + 3, done=False, reason="已离职")
    (row,) = rows(told(wages, held, sent, refused), "T_SCZXKLYTQ")
    assert row["C_WNKLTQYY"] == "已离职"
    assert "D_KLHTQRQ" not in row and "N_KLTQJE" not in row


def test_a_half_yearly_inquiry_stands_in_the_tables_of_terminated_rounds() -> None:
    sent = head() + 1
    again = RoundAskedAgain(debtors=(DEBTOR,), due=date(2017, 12, 5))
    car = PropertyFound(
        owner=DEBTOR,
        kind=PropertyKind.VEHICLE,
        name="车",
        value=100,
        found_by=FoundBy.NETWORK,
        source=sent,
    )
    dossier = told(
        again,
        car,
        answered(sent, AnswerStatus.COMPLETE, Institution.VEHICLES),
        answered(sent, AnswerStatus.NOTHING, Institution.BANKS),
        answered(sent, AnswerStatus.SILENT, Institution.INSURANCE),
    )
    asked = {row["C_XZDWMC"]: row for row in rows(dossier, ASKED)}
    assert len(asked) == len(Institution) and asked.keys() == {each.label for each in Institution}
    vehicles, banks, silent = asked["车辆管理机关"], asked["商业银行"], asked["保险机构"]
    assert (vehicles["C_SFYJG"], vehicles["C_CKLSH"], banks["C_SFYJG"]) == ("是", "A1", "否")
    assert "D_XZDWFKSJ" in banks and "D_XZDWFKSJ" not in silent and "C_SFYJG" not in silent
    (found,) = rows(dossier, FOUND)
    assert (found["C_CCLX"], found["C_CCMC"], found["N_CCSL"], found["N_CCJE"]) == ("车辆", "车", 1, 1)
    assert rows(told(InquirySent(debtors=(DEBTOR,))), ASKED) == []
