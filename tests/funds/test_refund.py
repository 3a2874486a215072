"""Bidders' deposits go back from the court's own account: once, to whom and where they came from, and the bid is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from msgspec.structs import replace

from tests.assets.sales import announced
from tests.cast import COURT, TODAY, who
from tests.funds.cast import NUMBER, taken
from tests.funds.test_money_pages import signed_in
from tests.funds.test_payout import Case
from tests.record.builder import ANYONE, Did, add
from zhixing.assets.acts.auction import BidDepositReceived, BidDepositReturned
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.acts.payout import (
    DepositRefundApproved,
    PayoutCancelled,
    PayoutLine,
    PayoutReturned,
    PayoutsConfirmed,
    PayoutsSentBack,
)
from zhixing.funds.acts.statement import Assignment, LinesAssigned, MoneyKind
from zhixing.funds.keeping.acts import DepositCounted, DepositGround
from zhixing.funds.ledger import breaks
from zhixing.funds.models import BankAccountRow
from zhixing.funds.paying.acts import PaymentFileMade
from zhixing.funds.paying.ordering import make, written
from zhixing.funds.questions.case_money import receipts, unrecorded
from zhixing.funds.rules.refund import bid_fits
from zhixing.funds.statement import Line, Statement
from zhixing.parties.acts import PartyJoined, Role
from zhixing.parties.models import Party, PartyKind
from zhixing.parties.register import NewParty, add_account, enter_party
from zhixing.record import door
from zhixing.record.catalogue import installed
from zhixing.record.duties import Standing, duties
from zhixing.record.models import DutyRow
from zhixing.record.rule import Asked
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.writing import read

FROM, ELSEWHERE = "6228000000000000019", "6228000000000000027"


class Bid(Case):
    """The case, and a bidder whose deposit of 80.00 yuan came from an account that is kept with them."""

    def __init__(self) -> None:
        super().__init__()
        bidder = enter_party(COURT, NewParty(name="竞买人丁", kind=PartyKind.NATURAL))
        joined = PartyJoined(party=bidder.pk, role=Role.INTERESTED)
        door.enter(self.dossier, joined, who("officer1"), on=TODAY)
        self.bidder = bidder.pk
        self.own = add_account(Party.objects.get(pk=bidder.pk), FROM).pk
        self.other = add_account(Party.objects.get(pk=bidder.pk), ELSEWHERE).pk
        self.out = self.book("S2", 100_000_000, 8_000, account=FROM)
        given = Assignment(line="1", amount=8_000, case=self.dossier, kind=MoneyKind.DEPOSIT)
        self.check(self.out, LinesAssigned(account=self.bank, assignments=(given,)))
        self.receipt = receipts(read(self.dossier), TODAY)[-1].entry.seq

    def book(self, number: str, opening: int, amount: int, account: str = "") -> int:
        """A statement of one line, taken in; its dossier."""
        line = Line("1", amount, TODAY, other_account=account, bank_reference=number)
        found = taken(Statement(number, NUMBER, (line,), opening, opening + amount)).dossier
        assert found is not None
        return found

    def refund(self, amount: int = 8_000) -> DepositRefundApproved:
        """The deposit back to the account it came from."""
        return DepositRefundApproved(
            account=self.bank, payee=self.bidder, payee_account=self.own, amount=amount, receipt=self.receipt
        )

    def lies(self) -> tuple[int, int, int]:
        """What lies as the case's money, as deposits, and to be paid."""
        return self.holds(), self.holds(AccountKind.DEPOSIT), self.holds(AccountKind.RESERVED)


@pytest.fixture
def bid(db: None) -> Bid:
    """A deposit to give back."""
    return Bid()


def test_a_deposit_goes_through_the_banks_file_and_is_settled_and_never_was_the_cases_money(bid: Bid) -> None:
    seq = bid.do(bid.refund())
    assert bid.lies() == (100_000_000, 0, 8_000)
    account = BankAccountRow.objects.get()
    make(account, who("accountant"), TODAY)
    (made,) = door.read(bid.bank).of(PaymentFileMade)
    assert "退还竞买保证金" in written(account, made, "csv", who("accountant")).decode()
    out = bid.book("S3", 100_008_000, -8_000)
    line = PayoutLine(line="1", amount=8_000, case=bid.dossier, payout=seq)
    bid.check(out, PayoutsConfirmed(account=bid.bank, payouts=(line,)))
    assert bid.lies() == (100_000_000, 0, 0) and list(breaks([COURT])) == []
    assert unrecorded(read(bid.dossier), TODAY) == 100_000_000
    assert bid.duty("funds.pay-in-thirty-days") is Standing.OPEN
    back = bid.book("S4", 100_000_000, 8_000)
    bid.check(back, PayoutsSentBack(account=bid.bank, payouts=(line,)))
    assert bid.lies() == (100_000_000, 8_000, 0) and list(breaks([COURT])) == []
    assert bid.duty("funds.refund-again") is Standing.OPEN
    bid.do(bid.refund(3_000))
    assert bid.duty("funds.refund-again") is Standing.OPEN  # fifty yuan are still here
    bid.do(bid.refund(5_000))
    assert bid.duty("funds.refund-again") is Standing.MET
    assert bid.duty("funds.pay-in-thirty-days") is Standing.OPEN
    assert bid.lies() == (100_000_000, 0, 8_000)


def test_what_the_bank_sends_back_stands_on_the_desk_with_its_payee_and_its_last_day(bid: Bid) -> None:
    seq = bid.do(bid.refund())
    line = PayoutLine(line="1", amount=8_000, case=bid.dossier, payout=seq)
    bid.check(bid.book("S3", 100_008_000, -8_000), PayoutsConfirmed(account=bid.bank, payouts=(line,)))
    assert not [each for each in duties(installed().duties, read(bid.dossier)) if "refund" in each.rule.name]
    bid.check(bid.book("S4", 100_000_000, 8_000), PayoutsSentBack(account=bid.bank, payouts=(line,)))
    (duty,) = [each for each in duties(installed().duties, read(bid.dossier)) if "refund" in each.rule.name]
    # No auction is recorded: three days, the last of them a Sunday.
    assert duty.due == TODAY + timedelta(days=4)
    row = DutyRow.objects.get(dossier_id=bid.dossier, rule="funds.refund-again")
    assert (row.due, row.holder) == (duty.due, "officer")
    page = signed_in("officer1").get(reverse("case-money", args=[bid.dossier])).content.decode()
    assert "银行退回的保证金再次退还" in page and f"payee={bid.bidder}&" in page.replace("&amp;", "&")
    see(EVERY_COURT)
    bid.do(DepositCounted(amount=8_000, ground=DepositGround.FORFEITED, reason="系悔拍人的保证金"))
    assert bid.duty("funds.refund-again") is Standing.MET


def test_after_an_online_auction_it_goes_out_again_within_a_day_and_the_bid_is_not_named_twice() -> None:
    dossier, _ = announced()
    number, on = dossier.of(BidDepositReceived)[0].seq, dossier.entries[-1].on + timedelta(days=27)
    refund = DepositRefundApproved(account=1, payee=2, payee_account=3, amount=420_000, receipt=4, bid=number)
    back = PayoutReturned(payout=dossier.head + 2, account=1, statement=9, line="1", amount=420_000)
    told = [Did(BidDepositReturned(deposit=number), on), Did(refund, on), Did(back, on)]
    after = dossier
    for each in told:
        after = add(after, each, guarded=False)
    (duty,) = [each for each in duties(installed().duties, after) if each.rule.name == "funds.refund-again"]
    assert duty.due == on + timedelta(days=1)
    found = bid_fits.check(Asked(after, on, ANYONE, refund))
    assert found is not None and "已记为退还" in str(found.facts)
    assert bid_fits.check(Asked(after, on, ANYONE, replace(refund, bid=None))) is None


def test_what_is_withdrawn_is_a_deposit_again(bid: Bid) -> None:
    seq = bid.do(bid.refund(5_000))
    bid.do(PayoutCancelled(payout=seq, reason="账号有误"))
    assert bid.lies() == (100_000_000, 8_000, 0) and list(breaks([COURT])) == []


def test_it_goes_once_within_what_came_and_not_what_was_counted(bid: Bid) -> None:
    with pytest.raises(door.Refused, match=r"尚可退还 80\.00 元"):
        bid.do(bid.refund(8_001))
    with pytest.raises(door.Refused, match=r"要退还 0\.00 元"):
        bid.do(bid.refund(0))
    first = receipts(read(bid.dossier), TODAY)[0].entry.seq
    with pytest.raises(door.Refused, match="不是本案的保证金到账"):
        bid.do(replace(bid.refund(), receipt=first))
    bid.do(DepositCounted(amount=7_000, ground=DepositGround.PRICE, reason="成交"))
    with pytest.raises(door.Refused, match=r"尚可退还 10\.00 元"):
        bid.do(bid.refund())
    bid.do(bid.refund(1_000))
    with pytest.raises(door.Refused, match=r"尚可退还 0\.00 元"):
        bid.do(bid.refund(1))


def test_it_goes_where_it_came_from_or_elsewhere_for_a_reason(bid: Bid) -> None:
    elsewhere = replace(bid.refund(), payee_account=bid.other)
    with pytest.raises(door.Refused, match="不是交纳保证金的账户"):
        bid.do(elsewhere)
    with pytest.raises(door.Refused, match="没有这个收款账户"):
        bid.do(replace(bid.refund(), payee=bid.applicant))
    bid.do(replace(elsewhere, reason="原账户已经销户"))
    assert bid.lies() == (100_000_000, 0, 8_000)


def test_a_refund_that_names_its_bid_records_the_deposit_as_returned() -> None:
    dossier, _ = announced()
    number = dossier.of(BidDepositReceived)[0].seq
    act = DepositRefundApproved(account=1, payee=2, payee_account=3, amount=420_000, receipt=4, bid=number)
    rule = installed().rule(DepositRefundApproved)
    (reach,) = rule.reaches(act, dossier.id)
    assert (reach.dossier, reach.act) == (dossier.id, BidDepositReturned(deposit=number))
    assert rule.reaches(replace(act, bid=None), dossier.id) == []
    for bid, amount, fits in ((number, 420_000, True), (number, 1, False), (1, 420_000, False)):
        asked = Asked(dossier, TODAY, ANYONE, replace(act, bid=bid, amount=amount))
        assert (bid_fits.check(asked) is None) is fits
