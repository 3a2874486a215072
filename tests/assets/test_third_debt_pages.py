"""A third party's debt through the door: on the pages of the case and of the debtor, in its papers, in the national table."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.assets.debts import done, order, owing, served
from tests.assets.test_line_and_sealing import debtor_of
from tests.assets.test_property_pages import signed_in
from tests.assets.test_property_papers import newest
from tests.assets.test_third_debts import AFTER, payment, ruling
from tests.cast import COURT, TODAY, assigned, begin, who
from tests.registers.test_told_property import written
from zhixing.assets.acts.control import Controlled, Manner
from zhixing.assets.acts.found import FoundBy, PropertyFound
from zhixing.assets.acts.third_debts import (
    DebtCertified,
    DebtEnforcementRuled,
    DebtNoticeServed,
    DebtNotified,
    DebtObjected,
    EnforcedFor,
    Plea,
)
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.models import ThirdDebtRow
from zhixing.parties.acts import PartyJoined, Role
from zhixing.parties.models import PartyKind
from zhixing.parties.questions import parties_of
from zhixing.parties.register import NewParty, enter_party
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.scope import EVERY_COURT, see

AGO = TODAY - timedelta(days=20)


def enter(number: int, act: Act, on: date = AGO, *, approver: str = "") -> int:
    """Enter an act, approved where that is wanted; the entry's number."""
    step = door.Step(act=act, by=who("officer1"), on=on)
    if not approver:
        return door.enter(number, act, who("officer1"), on=on).seq
    proposal = door.propose(number, step)
    return door.approve(number, proposal.seq, who(approver), on=on).seq


def owed_to_the_debtor() -> tuple[int, int, int]:
    """A case, its third party, and the order served twenty days ago: (case, third, notice)."""
    begin()
    number = assigned()
    third = enter_party(COURT, NewParty(name="乙公司", kind=PartyKind.LEGAL)).pk
    enter(number, PartyJoined(party=third, role=Role.THIRD_DEBTOR), AGO)
    claim = PropertyFound(
        owner=debtor_of(number), kind=PropertyKind.CLAIM, name="货款", value=4_000_000, found_by=FoundBy.CLUE
    )
    thing = enter(number, claim, AGO)
    applicant = parties_of(door.read(number), Role.APPLICANT, TODAY)[0].party
    act = DebtNotified(
        property=thing, third=third, amount=3_000_000, due_on=AGO, applied_by=applicant, evidence="合同"
    )
    notice = enter(number, act, AGO, approver="judge")
    enter(number, DebtNoticeServed(notice=notice, received_by="财务某某"), AGO)
    return number, third, notice


@pytest.mark.django_db
def test_the_pages_say_how_it_stands_and_lead_on() -> None:
    number, _, notice = owed_to_the_debtor()
    shown = signed_in().get(f"/cases/{number}/property/").content.decode()
    assert "可以裁定对第三人强制执行 30,000.00 元" in shown
    assert f"assets.debt_enforcement_ruled/?notice={notice}" in shown
    see(EVERY_COURT)
    plea = DebtObjected(notice=notice, plea=Plea.NOT_OWED, content="已付清")
    enter(number, plea, AGO)
    disputed = signed_in().get(f"/cases/{number}/property/").content.decode()
    assert "有异议，30,000.00 元不得强制执行" in disputed
    assert "assets.debt_enforcement_ruled/?" not in disputed
    see(EVERY_COURT)
    owner = debtor_of(number)
    known = signed_in().get(f"/parties/{owner}/property/").content.decode()
    assert "通知第三人履行" in known and "有异议" in known


@pytest.mark.django_db
def test_another_court_reads_no_row_of_it() -> None:
    owed_to_the_debtor()
    see([COURT])
    assert ThirdDebtRow.objects.count() == 1
    see(["渝0236"])
    assert ThirdDebtRow.objects.count() == 0


@pytest.mark.django_db
def test_it_is_written_into_the_national_table(tmp_path: Path) -> None:
    number, third, notice = owed_to_the_debtor()
    enter(
        number, DebtObjected(notice=notice, plea=Plea.AMOUNT, acknowledged=1_000_000, content="有质保金"), AGO
    )
    ruled = DebtEnforcementRuled(notice=notice, ground=EnforcedFor.UNPAID, amount=1_000_000)
    enter(number, ruled, TODAY, approver="director")
    see(EVERY_COURT)
    (row,) = written(tmp_path, "T_SCZXZXDQZQ")
    assert row["N_DQZWR"] == third and row["N_ZQSE"] == Decimal(30000)
    assert row["C_LY"] == "申请执行人提供线索"
    assert (row["C_YYNR"], row["C_YYCLJG"]) == ("有质保金", "不作审查，有异议的部分不得强制执行")
    assert row["N_QDDZQSE"] == Decimal(10000)
    assert row["N_XHZXDQZQ"] == 1


def test_the_papers_say_what_the_law_wants_in_them() -> None:
    dossier, claim = owing()
    notified = newest(done(dossier, order(claim), AFTER))
    freeze = Controlled(property=claim, manner=Manner.FROZEN, until=date(2020, 3, 22), amount=4_000_000)
    assert "不得向债务人清偿" in newest(done(dossier, freeze, AFTER))
    for words in ("十五日内", "不得向被执行人", "向本院提出", "强制执行", "连带清偿责任"):
        assert words in notified
    dossier, notice = served()
    ruled = newest(done(dossier, ruling(notice), AFTER))
    assert "没有提出有效的异议" in ruled and "第三人和被执行人" in ruled
    paid = done(dossier, payment(notice, 1_000_000), AFTER)
    assert "特此证明" in newest(done(paid, DebtCertified(notice=notice, amount=1_000_000), AFTER))
