"""Instalments that came to a case are recorded as satisfied with one form: each on its own day, all of them or none."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from tests.cast import COURT, TODAY, assigned, begin, who
from tests.funds.cast import NUMBER, bank_account, taken
from tests.funds.test_money_pages import signed_in
from tests.funds.test_payout import Case
from zhixing.cases.acts.performance import SatisfactionRecorded, VoluntarilyPerformed
from zhixing.funds.acts.statement import Assignment, LinesAssigned
from zhixing.funds.ledger import breaks
from zhixing.funds.questions.case_money import receipts
from zhixing.funds.statement import Line, Statement
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record import door
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.writing import read

EARLIER = TODAY - timedelta(days=2)


@pytest.fixture
def case(db: None) -> int:
    """A case to which 3 and 5 yuan came on two days."""
    begin()
    bank, found = bank_account(), assigned()
    lines = (
        Line("1", 300, TODAY, other_name="李付款", bank_reference="1"),
        Line("2", 500, EARLIER, other_name="李付款", bank_reference="2"),
    )
    statement = taken(Statement("S1", NUMBER, lines, 0, 800)).dossier
    assert statement is not None
    given = tuple(
        Assignment(line=each.place, amount=each.amount, case=found, booked_on=each.booked_on)
        for each in lines
    )
    door.enter(statement, LinesAssigned(account=bank, assignments=given), who("accountant"), on=TODAY)
    return found


def records(client: Client, case: int, how: str) -> str:
    """What the page says after the form was sent."""
    answer = client.post(f"/cases/{case}/money/record/", {"how": how}, follow=True)
    see(EVERY_COURT)
    return answer.content.decode()


def test_all_instalments_are_the_debtors_performance_each_on_its_day(case: int) -> None:
    debtor = parties_of(read(case), Role.DEBTOR, TODAY)[0].party
    client = signed_in("officer1")
    assert f'<option value="{debtor}">' in client.get(f"/cases/{case}/money/").content.decode()
    assert "请选择款项是怎样到位的" in records(client, case, "9999")
    assert "2 笔已录入到位" in records(client, case, str(debtor))
    found = read(case).of(VoluntarilyPerformed)
    assert [(each.on, each.act.amount, each.act.by) for each in found] == [
        (EARLIER, 500, debtor),
        (TODAY, 300, debtor),
    ]
    assert [each.unrecorded for each in receipts(read(case), TODAY)] == [0, 0]
    assert "一并录入到位" not in client.get(f"/cases/{case}/money/").content.decode()
    see(EVERY_COURT)
    assert "请选择款项是怎样到位的" in records(client, case, str(debtor))  # nothing is open any more
    assert list(breaks([COURT])) == []


def test_what_the_court_transferred_is_recorded_so_and_another_officer_records_nothing(case: int) -> None:
    assert "没有办理此项行为的职权" in records(signed_in("inspector"), case, "transferred")
    assert read(case).of(SatisfactionRecorded) == []
    records(signed_in("officer1"), case, "transferred")
    assert [each.act.amount for each in read(case).of(SatisfactionRecorded)] == [500, 300]


def test_one_receipt_beyond_what_is_owed_stops_them_all(db: None) -> None:
    much = Case()  # a million yuan came, 50,000 are owed
    line = Line("1", 300, TODAY, other_name="李付款", bank_reference="9")
    statement = taken(Statement("S9", NUMBER, (line,), 100_000_000, 100_000_300)).dossier
    assert statement is not None
    given = Assignment(line="1", amount=300, case=much.dossier, booked_on=TODAY)
    much.check(statement, LinesAssigned(account=much.bank, assignments=(given,)))
    assert "超过截至" in records(signed_in("officer1"), much.dossier, "transferred")
    assert read(much.dossier).of(SatisfactionRecorded) == []
