"""The ledger: what is booked, what the database refuses whoever asks, and the proof that all agree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.db import IntegrityError, InternalError, connection, transaction
from django.db.utils import ProgrammingError
from msgspec import Raw, structs

from tests.cast import COURT, OTHER_COURT, TODAY, begin, who
from tests.cast import filed as filed_case
from tests.funds.cast import assigned, bank_account, statement, taken
from zhixing.funds.acts.booking import COURT as OF_COURT
from zhixing.funds.acts.booking import AccountKind, voucher
from zhixing.funds.acts.statement import LineTakenBack, MoneyKind
from zhixing.funds.ledger import breaks, holds, post
from zhixing.funds.models import LedgerAccount, LedgerPosting, LedgerVoucher, LineRow
from zhixing.record import door
from zhixing.record.acts import Corrected
from zhixing.record.scope import see

BAD = (IntegrityError, InternalError, ProgrammingError)


@pytest.fixture
def court(db: None) -> int:
    """A staffed court with a bank account; the account's dossier."""
    begin()
    return bank_account()


def test_a_statement_books_every_line_and_its_opening_balance(court: int) -> None:
    found = taken(statement(10_000, 500, -200, 300))
    assert found.dossier is not None and found.lines == 3
    assert holds(COURT, AccountKind.BANK, court) == 10_600
    assert holds(COURT, AccountKind.SUSPENSE, court) == 10_800
    assert holds(COURT, AccountKind.OUTGOING, court) == 200
    assert list(LedgerVoucher.objects.values_list("number", flat=True)) == [1, 2, 3, 4]
    assert list(breaks([COURT])) == []


def test_two_equal_bookings_are_both_kept_and_the_same_statement_adds_nothing(court: int) -> None:
    first = taken(statement(0, 500, 500))
    again = taken(statement(0, 500, 500))
    assert (first.lines, again.dossier) == (2, None)
    assert holds(COURT, AccountKind.BANK, court) == 1_000


def test_a_missing_statement_between_two_is_noticed(court: int) -> None:
    taken(statement(0, 500))
    with pytest.raises(door.Refused, match=r"账上为 5\.00 元，这份对账单从 7\.00 元开始"):
        taken(statement(700, 100, number="S3"))
    assert holds(COURT, AccountKind.BANK, court) == 500


def test_what_a_notification_brought_is_not_booked_again_by_the_statement(court: int) -> None:
    taken(statement(0, 100, number="S0"))
    whole = statement(100, 500, 500, 250, number="S1")
    told = replace(whole, number="N1", lines=whole.lines[:2], opening=None, closing=None)
    assert taken(told).lines == 2
    found = taken(whole)
    assert (found.lines, found.known) == (1, 2)
    assert holds(COURT, AccountKind.BANK, court) == 1_350
    assert list(breaks([COURT])) == []


def test_assigned_money_is_the_cases_and_is_taken_back_while_it_is_there(court: int) -> None:
    case = filed_case()
    found = taken(statement(0, 500, 300))
    assert found.dossier is not None
    door.enter(
        found.dossier, assigned(found.dossier, case, ("1", 500), ("2", 300)), who("accountant"), on=TODAY
    )
    assert holds(COURT, AccountKind.CASE, case) == 800
    assert holds(COURT, AccountKind.SUSPENSE, court) == 0
    assert set(LineRow.objects.values_list("case", flat=True)) == {case}
    with pytest.raises(door.Refused, match="第 1 笔已经认定"):
        door.enter(found.dossier, assigned(found.dossier, case, ("1", 500)), who("accountant"), on=TODAY)
    back = LineTakenBack(
        account=court, line="1", amount=500, case=case, kind=MoneyKind.EXECUTION, reason="付款人来函更正"
    )
    step = door.Step(act=back, by=who("accountant"), approved_by=who("director"), on=TODAY)
    door.enter_all(found.dossier, [step])
    assert holds(COURT, AccountKind.CASE, case) == 300
    assert holds(COURT, AccountKind.SUSPENSE, court) == 500
    assert list(breaks([COURT])) == []


def test_a_balance_is_that_of_any_day(court: int) -> None:
    taken(statement(0, 500))
    assert holds(COURT, AccountKind.BANK, court, TODAY) == 500
    assert holds(COURT, AccountKind.BANK, court, TODAY - timedelta(days=1)) == 0


def test_another_court_sees_nothing_of_it(court: int) -> None:
    taken(statement(0, 500))
    see([OTHER_COURT])
    assert not LedgerAccount.objects.exists() and not LedgerPosting.objects.exists()
    assert not LineRow.objects.exists()


SPENT = "INSERT INTO funds_posting (voucher_id, account_id, court, on_day, amount)"
NEXT = "INSERT INTO funds_voucher (court, year, number, on_day, dossier_id, seq, purpose, line, postings)"


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE funds_posting SET amount = amount + 1",
        "DELETE FROM funds_posting",
        "TRUNCATE funds_posting",
        "UPDATE funds_voucher SET purpose = 'x'",
        "DELETE FROM funds_voucher",
        "TRUNCATE funds_voucher",
        "UPDATE funds_account SET balance = 0",
        "DELETE FROM funds_account",
        "TRUNCATE funds_account",
        "UPDATE funds_voucher_number SET last = 0",
        "DELETE FROM funds_voucher_number",
        "INSERT INTO funds_account (court, kind, owner, side, balance) VALUES ('渝0235', 'bank', 9, 1, 5)",
        "INSERT INTO funds_account (court, kind, owner, side) VALUES ('渝0235', 'gold', 9, 1)",
        f"{SPENT} SELECT voucher_id, account_id + 1, court, on_day, 5 FROM funds_posting LIMIT 1",
        f"{SPENT} SELECT 999999, account_id, court, on_day, amount FROM funds_posting",
        f"{NEXT} SELECT court, year, 9, on_day, dossier_id, seq, purpose, line, 2 FROM funds_voucher LIMIT 1",
        f"{NEXT} SELECT court, year, 2, on_day, dossier_id, seq, purpose, line, 2 FROM funds_voucher LIMIT 1;"
        " SET CONSTRAINTS ALL IMMEDIATE",
    ],
    ids=[
        "change a posting",
        "take a posting away",
        "empty the postings",
        "change a voucher",
        "take a voucher away",
        "empty the vouchers",
        "change a balance",
        "take an account away",
        "empty the accounts",
        "wind the counter back",
        "take the counter away",
        "an account that begins with money",
        "an account of no kind",
        "a posting alone into an old voucher",
        "postings of no voucher",
        "a voucher that leaves a gap",
        "a voucher without postings",
    ],
)
def test_raw_sql_cannot_falsify_the_ledger(court: int, attack: str) -> None:
    taken(statement(0, 500))
    connection.check_constraints()  # as a commit would
    with pytest.raises(BAD), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(attack)
    assert list(breaks([COURT])) == []


@pytest.mark.parametrize(
    "changes",
    [
        ((AccountKind.BANK, 1, 500), (AccountKind.SUSPENSE, 1, 499)),
        ((AccountKind.SUSPENSE, 1, -500), (AccountKind.CASE, 1, 500)),
        ((AccountKind.BANK, 1, 500),),
    ],
    ids=["does not sum to zero", "more than is there", "one side alone"],
)
def test_what_cannot_be_posted_is_refused_by_the_database(
    court: int, changes: tuple[tuple[AccountKind, int, int], ...]
) -> None:
    dossier = door.read(court)
    with pytest.raises(IntegrityError), transaction.atomic():
        post(dossier, dossier.recorded[0], [voucher("x", *changes)])


def test_the_check_names_a_voucher_that_no_act_stands_for(court: int) -> None:
    taken(statement(0, 500))
    dossier = door.read(court)
    post(
        dossier,
        dossier.recorded[0],
        [voucher("x", (AccountKind.SUSPENSE, court, -5), (AccountKind.FEES, OF_COURT, 5))],
    )
    assert [str(each) for each in breaks([COURT])] == [f"{COURT} 卷宗 {court} 第 1 条：账上的凭证与行为不符"]


def test_numbers_begin_anew_each_year(court: int) -> None:
    taken(statement(0, 500))
    dossier = door.read(court)
    entry = dossier.recorded[0]
    later = structs.replace(entry, on=date(2018, 1, 2))
    post(dossier, later, [voucher("x", (AccountKind.SUSPENSE, court, -5), (AccountKind.FEES, OF_COURT, 5))])
    assert list(LedgerVoucher.objects.values_list("year", "number")) == [(2017, 1), (2018, 1)]


def test_an_act_that_was_booked_is_reversed_and_never_corrected(court: int) -> None:
    case = filed_case()
    found = taken(statement(0, 500))
    assert found.dossier is not None
    door.enter(found.dossier, assigned(found.dossier, case, ("1", 500)), who("accountant"), on=TODAY)
    received = door.read(case).head
    wrong = Corrected(entry=received, act=Raw(b"null"), reason="金额有误")
    with pytest.raises(door.Refused) as refused:
        door.propose(case, door.Step(act=wrong, by=who("officer1"), on=TODAY))
    assert "已经记账" in str(refused.value)


def test_a_line_is_given_once_whatever_day_is_written_on_the_act(court: int) -> None:
    case = filed_case()
    found = taken(statement(0, 500, 500))
    assert found.dossier is not None
    settings.ZHIXING_TODAY = (TODAY + timedelta(days=5)).isoformat()
    later, between = TODAY + timedelta(days=4), TODAY + timedelta(days=2)
    door.enter(found.dossier, assigned(found.dossier, case, ("1", 500)), who("accountant"), on=later)
    with pytest.raises(door.Refused, match="第 1 笔已经认定"):
        door.enter(found.dossier, assigned(found.dossier, case, ("1", 500)), who("accountant"), on=between)
    back = LineTakenBack(
        account=court, line="1", amount=500, case=case, kind=MoneyKind.EXECUTION, reason="付款人来函更正"
    )
    for day in (TODAY + timedelta(days=5), later):
        step = door.Step(act=back, by=who("accountant"), approved_by=who("director"), on=day)
        if day == later:
            with pytest.raises(door.Refused, match="没有这样的认定"):
                door.enter_all(found.dossier, [step])
        else:
            door.enter_all(found.dossier, [step])
    assert holds(COURT, AccountKind.CASE, case) == 0
