"""Two at the same moment over the same money: one is served, the other is told what is left."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from tests.cast import COURT, TODAY, who
from tests.funds.test_payout import Case
from tests.record.test_races import at_once
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.acts.payout import PayoutApproved
from zhixing.funds.ledger import breaks
from zhixing.funds.models import BankAccountRow
from zhixing.funds.paying.models import PayoutRow
from zhixing.funds.paying.ordering import NoFile, make
from zhixing.record import door
from zhixing.record.scope import EVERY_COURT, see


@pytest.fixture
def case(committed: None) -> Iterator[Case]:
    """A case with 1,000,000 yuan in its account, in a database where commits stay."""
    see(EVERY_COURT)
    yield Case()
    see(())


def test_of_two_payouts_that_together_exceed_the_balance_one_is_approved(case: Case) -> None:
    most = case.order(10_000_000)
    for _ in range(9):
        case.do(most)  # 100,000 yuan are left
    proposals = [
        door.propose(case.dossier, door.Step(act=case.order(amount), by=who("officer1"), on=TODAY)).seq
        for amount in (6_000_000, 5_000_000)
    ]
    director = who("director")

    def approve(proposal: int) -> object:
        return door.approve(case.dossier, proposal, director, on=TODAY).act

    done = at_once([partial(approve, proposal) for proposal in proposals])
    assert sorted(type(each).__name__ for each in done) == ["PayoutApproved", "Refused"]
    (paid,) = (each for each in done if isinstance(each, PayoutApproved))
    assert case.holds() == 10_000_000 - paid.amount
    assert list(breaks([COURT])) == []


def test_two_accountants_who_make_the_file_at_once_send_each_payout_once(case: Case) -> None:
    payout = case.do(case.order())
    account = BankAccountRow.objects.get()
    accountant = who("accountant")

    def making() -> object:
        try:
            return make(account, accountant, TODAY)
        except NoFile as nothing:
            return nothing

    done = at_once([making, making])
    assert [type(each).__name__ for each in done].count("PaymentFileMade") == 1
    assert PayoutRow.objects.get(seq=payout).sent_on == TODAY
    assert case.holds(AccountKind.RESERVED) == 500
