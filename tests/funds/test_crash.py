"""Two hundred payouts while the server is killed at random moments; then bank, ledger and dossiers tell one story, to the fen.

What is asked again after a kill is the same request: the platform either did it before or does it now, never twice.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from random import Random
from threading import Timer

import pytest

from tests.api.server import Server, database
from tests.cast import COURT, TODAY, assigned, begin, who
from tests.funds.cast import assigned as given
from tests.funds.cast import bank_account, statement, taken
from tests.funds.test_paying import of_the_bank
from zhixing.api.client import Client, ProblemError
from zhixing.api.tokens import make as make_token
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.acts.payout import PayoutApproved
from zhixing.funds.ledger import breaks, holds
from zhixing.funds.models import BankAccountRow, LineRow
from zhixing.funds.paying.models import PayoutRow
from zhixing.funds.paying.ordering import make
from zhixing.funds.questions.payout import payouts, reference
from zhixing.funds.reconciling.open_items import Kind, open_items
from zhixing.parties.acts import Role
from zhixing.parties.models import Party
from zhixing.parties.questions import parties_of
from zhixing.parties.register import add_account
from zhixing.people.models import Officer
from zhixing.people.powers import powers_by_court
from zhixing.record import door
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.writing import read
from zhixing.simulate.money import card

CASES, EACH, KILLS = 20, 10, 6
CAME = 1_000_000  # fen in each case
SEED = 20161124


def token(seat: str) -> str:
    """A token of the officer in that seat that may also coerce and pay."""
    officer = Officer.objects.get(pk=who(seat).id)
    powers = powers_by_court(officer, TODAY)[COURT]
    until = TODAY.replace(month=12)
    return make_token(officer, "对接", powers=powers, courts=[COURT], expires_on=until, coerces=True)[1]


class Desk:
    """The officer and the director at a server that is killed while it answers; what got no answer is asked again."""

    def __init__(self, server: Server) -> None:
        self.server, self.rng, self.killed = server, Random(SEED), 0
        self.officer, self.director = (
            Client(server.address, token(seat)) for seat in ("officer1", "director")
        )

    def pay(self, case: int, act: PayoutApproved, key: str, *, deadly: bool) -> None:
        """Propose and approve a payout, with a kill at a random moment of the two if asked."""
        timer = Timer(self.rng.uniform(0.0, 0.12), self.server.kill) if deadly else None
        if timer:
            timer.start()
        with suppress(OSError):
            self._proposed_and_approved(case, act, key)
        if timer:
            timer.join()
            self.killed += 1
            self.server.start()
            self._proposed_and_approved(case, act, key)

    def _proposed_and_approved(self, case: int, act: PayoutApproved, key: str) -> None:
        (proposed,) = self.officer.propose(case, TODAY, act, key=key).entries
        try:
            self.director.decide(case, proposed.seq, "approve")
        except ProblemError as problem:  # approved just before the kill
            assert problem.problem.status == 409 and "已经办结" in str(problem.problem)


@pytest.fixture
def server(committed: None) -> Iterator[Server]:
    """The running platform, with the cast in place."""
    begin()
    found = Server()
    found.start()
    yield found
    found.kill()


def ready() -> tuple[int, list[tuple[int, int, int]]]:
    """A bank account, and cases with money: dossier, applicant, the applicant's account."""
    bank = bank_account()
    found = []
    for place in range(CASES):
        case = assigned()
        applicant = parties_of(read(case), Role.APPLICANT, TODAY)[0].party
        account = add_account(Party.objects.get(pk=applicant), card(place)).pk
        found.append((case, applicant, account))
    in_ = taken(statement(0, *[CAME] * CASES)).dossier
    assert in_ is not None
    for place, (case, _, _) in enumerate(found, 1):
        door.enter(in_, given(in_, case, (str(place), CAME)), who("accountant"), on=TODAY)
    return bank, found


def command(*words: str) -> subprocess.Popen[bytes]:
    """The command line on this test's database."""
    environment = {**os.environ, "DATABASE_URL": database(), "ZHIXING_TODAY": TODAY.isoformat()}
    return subprocess.Popen([sys.executable, "-m", "zhixing.cli", *words], env=environment)


def pay_all(desk: Desk, bank: int, cases: list[tuple[int, int, int]]) -> None:
    """Every payout, some of them while the server is killed."""
    deadly = set(Random(SEED).sample(range(CASES * EACH), KILLS))
    for number in range(CASES * EACH):
        case, applicant, account = cases[number % CASES]
        act = PayoutApproved(account=bank, payee=applicant, payee_account=account, amount=100 + number)
        desk.pay(case, act, f"payout-{number}", deadly=number in deadly)


def test_two_hundred_payouts_survive_kills_and_everything_agrees(server: Server) -> None:
    bank, cases = ready()
    desk = Desk(server)
    with closing(desk.officer), closing(desk.director):
        pay_all(desk, bank, cases)
    see(EVERY_COURT)
    total = sum(100 + number for number in range(CASES * EACH))
    assert (desk.killed, PayoutRow.objects.count()) == (KILLS, CASES * EACH)
    file = make(BankAccountRow.objects.get(), who("accountant"), TODAY)
    approved = {
        (case, seq): course.approved.act.amount
        for case, _, _ in cases
        for seq, course in payouts(read(case), TODAY).items()
    }
    assert {(each.case, each.payout): each.amount for each in file.payments} == approved
    assert file.total == sum(approved.values()) == total

    lines = [(-each.amount, reference(each.case, each.payout)) for each in file.payments]
    out = taken(of_the_bank(CAME * CASES, "S2", *lines))
    assert out.dossier is not None
    first = command("bank", "settle", "S2", "--as", "0235.accountant")
    Timer(Random(SEED).uniform(1.0, 2.0), first.kill).start()
    first.wait()
    assert command("bank", "settle", "S2", "--as", "0235.accountant").wait() == 0
    see(EVERY_COURT)
    assert LineRow.objects.filter(dossier_id=out.dossier, case=None).count() == 0
    assert list(breaks([COURT])) == []
    assert holds(COURT, AccountKind.BANK, bank) == CAME * CASES - total
    assert sum(holds(COURT, AccountKind.CASE, case) for case, _, _ in cases) == CAME * CASES - total
    assert sum(holds(COURT, AccountKind.RESERVED, case) for case, _, _ in cases) == 0
    assert {each.kind for each in open_items()} == {Kind.UNRECORDED}
    assert command("ledger", "check").wait() == 0
