"""Money out of a case: reserved when approved, paid when the bank says so; never twice, never too much."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from django.conf import settings

from tests.cast import COURT, TODAY, begin, who
from tests.cast import assigned as assigned_case
from tests.funds.cast import assigned, bank_account, statement, taken
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.cases.models import NumberCounter
from zhixing.documents.written import Shown, write
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.acts.payout import (
    DeferralEnded,
    DeferralGround,
    LargePayoutApproved,
    PayoutApproved,
    PayoutCancelled,
    PayoutDeferred,
    PayoutLine,
    PayoutsConfirmed,
    PayoutsSentBack,
)
from zhixing.funds.ledger import breaks, holds
from zhixing.funds.models import BankAccountRow, LineRow
from zhixing.funds.questions.case_money import receipts
from zhixing.funds.statement import Line, Statement
from zhixing.funds.taking_in import take_in
from zhixing.parties.acts import Role
from zhixing.parties.models import Party
from zhixing.parties.questions import parties_of
from zhixing.parties.register import add_account
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.duties import Standing, duties
from zhixing.record.writing import read

NUMBER = "6228000000000000001"


class Case:
    """A case with 1,000,000 yuan in its account, its applicant's account, and what its officers do."""

    def __init__(self) -> None:
        begin()
        self.bank = bank_account()
        self.dossier = assigned_case()
        self.applicant = parties_of(read(self.dossier), Role.APPLICANT, TODAY)[0].party
        self.payee_account = add_account(Party.objects.get(pk=self.applicant), NUMBER).pk
        found = taken(statement(0, 100_000_000))
        assert found.dossier is not None
        self.first = found.dossier
        door.enter(
            found.dossier,
            assigned(found.dossier, self.dossier, ("1", 100_000_000)),
            who("accountant"),
            on=TODAY,
        )

    def order(self, amount: int = 500, kind: type[PayoutApproved] = PayoutApproved) -> PayoutApproved:
        """A payout to the applicant."""
        return kind(account=self.bank, payee=self.applicant, payee_account=self.payee_account, amount=amount)

    def do(self, act: Act, approver: str = "director") -> int:
        """The act by the case's officer, approved; the number of its entry."""
        step = door.Step(act=act, by=who("officer1"), approved_by=who(approver), on=TODAY)
        return door.enter_all(self.dossier, [step])[-1].seq

    def check(self, statement: int, act: Act) -> None:
        """The accountant's act in a statement."""
        door.enter(statement, act, who("accountant"), on=TODAY)

    def holds(self, kind: AccountKind = AccountKind.CASE) -> int:
        """Fen in the case's account of that kind."""
        return holds(COURT, kind, self.dossier)

    def duty(self, name: str) -> Standing:
        """How the newest duty of that name stands today."""
        return [each for each in duties(installed().duties, read(self.dossier)) if each.rule.name == name][
            -1
        ].standing(TODAY)


@pytest.fixture
def case(db: None) -> Case:
    """A case with money to pay out."""
    return Case()


def paid_line(case: Case, payout: int, amount: int = 500) -> PayoutLine:
    """The first line of a statement as this payout."""
    return PayoutLine(line="1", amount=amount, case=case.dossier, payout=payout)


def test_a_payout_is_reserved_then_paid_and_everything_agrees(case: Case) -> None:
    payout = case.do(case.order())
    assert (case.holds(), case.holds(AccountKind.RESERVED)) == (99_999_500, 500)
    out = taken(statement(100_000_000, -500, number="S2")).dossier
    assert out is not None
    case.check(out, PayoutsConfirmed(account=case.bank, payouts=(paid_line(case, payout),)))
    assert case.holds(AccountKind.RESERVED) == 0
    assert holds(COURT, AccountKind.OUTGOING, case.bank) == 0
    assert LineRow.objects.get(dossier_id=out).case == case.dossier
    assert list(breaks([COURT])) == []
    with pytest.raises(door.Refused, match="等待核对"):
        case.check(out, PayoutsConfirmed(account=case.bank, payouts=(paid_line(case, payout),)))
    with pytest.raises(door.Refused, match="不是待付的发放"):
        case.do(PayoutCancelled(payout=payout, reason="已付"))


def test_what_the_payees_bank_sends_back_is_the_cases_again_and_is_to_be_paid_again(case: Case) -> None:
    payout = case.do(case.order())
    out = taken(statement(100_000_000, -500, number="S2")).dossier
    back = taken(statement(99_999_500, 500, number="S3")).dossier
    assert out is not None and back is not None
    returned = PayoutsSentBack(account=case.bank, payouts=(paid_line(case, payout),))
    with pytest.raises(door.Refused, match="不是这一金额的已付发放"):
        case.check(back, returned)
    case.check(out, PayoutsConfirmed(account=case.bank, payouts=(paid_line(case, payout),)))
    case.check(back, returned)
    assert (case.holds(), holds(COURT, AccountKind.SUSPENSE, case.bank)) == (100_000_000, 0)
    assert case.duty("funds.pay-again") is Standing.OPEN
    assert list(breaks([COURT])) == []
    with pytest.raises(door.Refused, match="第 1 笔已经认定"):
        case.check(back, assigned(back, case.dossier, ("1", 500)))


def test_a_cancelled_payout_goes_back_to_the_case_once(case: Case) -> None:
    payout = case.do(case.order())
    case.do(PayoutCancelled(payout=payout, reason="账号有误"))
    assert (case.holds(), case.holds(AccountKind.RESERVED)) == (100_000_000, 0)
    with pytest.raises(door.Refused, match="不是待付的发放"):
        case.do(PayoutCancelled(payout=payout, reason="账号有误"))


def test_a_payment_in_another_amount_than_was_approved_is_refused(case: Case) -> None:
    payout = case.do(case.order())
    out = taken(statement(100_000_000, -499, number="S2")).dossier
    assert out is not None
    with pytest.raises(door.Refused, match=r"批准发放 5\.00 元"):
        case.check(out, PayoutsConfirmed(account=case.bank, payouts=(paid_line(case, payout, 499),)))
    assert case.holds(AccountKind.RESERVED) == 500


def test_more_than_the_case_has_or_to_another_account_is_refused(case: Case) -> None:
    with pytest.raises(door.Refused, match=r"账上有 1,?000,?000\.00 元"):
        case.do(case.order(100_000_001, LargePayoutApproved), "vice")
    strange = PayoutApproved(account=case.bank, payee=case.applicant, payee_account=999_999, amount=5)
    with pytest.raises(door.Refused, match="没有这个收款账户"):
        case.do(strange)
    debtor = parties_of(read(case.dossier), Role.DEBTOR, TODAY)[0].party
    theirs = add_account(Party.objects.get(pk=debtor), "6228000000000000019").pk
    other = PayoutApproved(account=case.bank, payee=debtor, payee_account=theirs, amount=5, reason="其子代领")
    with pytest.raises(door.Refused, match="不是申请执行人"):
        case.do(other)
    assert case.holds() == 100_000_000


def test_a_large_sum_wants_a_vice_president(case: Case) -> None:
    with pytest.raises(door.Refused, match="金额超过"):
        case.do(case.order(10_000_001))
    with pytest.raises(door.Refused):
        case.do(case.order(10_000_001, LargePayoutApproved), "director")
    case.do(case.order(10_000_001, LargePayoutApproved), "vice")
    assert case.holds(AccountKind.RESERVED) == 10_000_001


def test_the_term_ends_when_all_that_came_is_paid_and_rests_while_deferred(case: Case) -> None:
    case.do(case.order(1_000))
    assert case.duty("funds.pay-in-thirty-days") is Standing.OPEN
    deferral = case.do(PayoutDeferred(ground=DeferralGround.FROZEN, reason="另案冻结"))
    assert case.duty("funds.pay-in-thirty-days") is Standing.FALLEN_AWAY
    with pytest.raises(door.Refused, match="延缓发放"):
        case.do(case.order())
    door.enter(case.dossier, DeferralEnded(deferral=deferral), who("officer1"), on=TODAY)
    assert case.duty("funds.pay-after-deferral") is Standing.OPEN
    case.do(case.order(99_999_000, LargePayoutApproved), "vice")
    assert case.duty("funds.pay-after-deferral") is Standing.MET


def test_a_payout_is_cancelled_once_whatever_day_is_written_on_the_act(case: Case) -> None:
    settings.ZHIXING_TODAY = (TODAY + timedelta(days=5)).isoformat()
    payout = case.do(case.order())
    other = case.do(case.order())
    act = PayoutCancelled(payout=payout, reason="账户有误")
    later, between = TODAY + timedelta(days=4), TODAY + timedelta(days=2)
    step = door.Step(act=act, by=who("officer1"), approved_by=who("director"), on=later)
    door.enter_all(case.dossier, [step])
    again = door.Step(act=act, by=who("officer1"), approved_by=who("director"), on=between)
    with pytest.raises(door.Refused, match="不是待付的发放"):
        door.enter_all(case.dossier, [again])
    assert other and case.holds(AccountKind.RESERVED) == 500


def test_a_panel_agrees_to_one_payment_to_another_and_to_no_later_one(case: Case) -> None:
    debtor = parties_of(read(case.dossier), Role.DEBTOR, TODAY)[0].party
    theirs = add_account(Party.objects.get(pk=debtor), "6228000000000000019").pk
    other = PayoutApproved(
        account=case.bank, payee=debtor, payee_account=theirs, amount=500, reason="余款退还"
    )
    for act in panel_formed():
        door.enter(case.dossier, act, who("officer1"), on=TODAY)
    talk = PanelDeliberated(
        topic=DeliberationTopic.PAYMENT, handler_opinion="退还余款", other_opinions="同意", agreed=True
    )
    with pytest.raises(door.Refused, match="没有写明案款发给何人"):
        door.enter(case.dossier, talk, who("officer1"), on=TODAY)
    named = msgspec.structs.replace(talk, payee=debtor, amount=500)
    with pytest.raises(door.Refused, match="评议的不是案款发给他人"):
        ending = msgspec.structs.replace(named, topic=DeliberationTopic.ENDING)
        door.enter(case.dossier, ending, who("officer1"), on=TODAY)
    door.enter(case.dossier, named, who("officer1"), on=TODAY)
    with pytest.raises(door.Refused, match=r"尚未发放的为 5\.00 元"):
        case.do(msgspec.structs.replace(other, amount=501))
    first = case.do(other)
    with pytest.raises(door.Refused, match=r"尚未发放的为 0\.00 元"):
        case.do(msgspec.structs.replace(other, amount=1))
    case.do(PayoutCancelled(payout=first, reason="账号有误"))
    case.do(other)
    assert "案款发给" in str(write(read(case.dossier), deliberated_at(case)).body)


def panel_formed() -> list[Act]:
    """A panel of three."""
    members = (who("officer1").id, who("director").id)
    return [PanelFormed(presiding=who("judge").id, members=members)]


def deliberated_at(case: Case) -> int:
    """The entry of the newest deliberation."""
    entry = read(case.dossier).last(PanelDeliberated)
    assert entry is not None
    return entry.seq


def test_a_court_settles_its_own_payouts_only(case: Case) -> None:
    bank_account("渝0236", "6200000000009999")
    lines = (Line("1", 500, TODAY), Line("2", -500, TODAY))
    found = Statement("X1", "6200000000009999", lines, 0, 0)
    theirs = take_in("渝0236", "x.xml", b"<x/>", [found], who("accountant", "渝0236"), TODAY)[0].dossier
    payout, bank = case.do(case.order()), BankAccountRow.objects.get(court="渝0236").dossier_id
    line = PayoutLine(line="2", amount=500, case=case.dossier, payout=payout)
    with pytest.raises(door.Refused, match="不是本院的发放"):
        act = PayoutsConfirmed(account=bank, payouts=(line,))
        door.enter(theirs or 0, act, who("accountant", "渝0236"), on=TODAY)
    assert case.holds(AccountKind.RESERVED) == 500


def test_each_receipt_has_its_paper_and_the_next_number_of_the_court(case: Case) -> None:
    more = taken(statement(100_000_000, 700, 800, number="S2", names=("李付款", "王付款"))).dossier
    assert more is not None
    refused = assigned(more, case.dossier, ("1", 700), ("2", 801))
    with pytest.raises(door.Refused, match="没有第 2 笔"):
        case.check(more, refused)
    case.check(more, assigned(more, case.dossier, ("2", 800)))
    case.check(more, assigned(more, case.dossier, ("1", 700)))
    dossier = read(case.dossier)
    found = receipts(dossier, TODAY)
    assert [each.number for each in found] == [f"渝0235收据2017-{number:06}" for number in (1, 2, 3)]
    paper = write(dossier, found[1].entry.seq)
    assert (
        paper.name == "案款收据"
        and "王付款" in str(paper.body)
        and "渝0235收据2017-000002" in str(paper.body)
    )
    assert "王付款" not in str(write(dossier, found[1].entry.seq, shown=Shown.VEILED).body)
    assert list(breaks([COURT])) == []
    NumberCounter.objects.filter(type_code="收据").update(last=7)
    late = taken(statement(100_001_500, 900, number="S3")).dossier
    assert late is not None
    case.check(late, assigned(late, case.dossier, ("1", 900)))
    assert any("收据 渝0235收据2017 有缺号" in str(each) for each in breaks([COURT]))
