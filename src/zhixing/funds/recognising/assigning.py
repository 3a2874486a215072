"""Assigning what is certain by rule, as soon as a statement was taken in; and proposing the rest to a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from zhixing.funds.acts.statement import Assignment, LinesAssigned, Matched
from zhixing.funds.models import LineRow, StatementRow
from zhixing.funds.paying.settling import reference_in
from zhixing.funds.recognising.evidence import Candidate, candidates
from zhixing.funds.statement import Statement
from zhixing.funds.taking_in import TakenIn, take_in, texts
from zhixing.record import door
from zhixing.record.dossier import Actor

CERTAIN = 10_000


def proposed(
    statement: StatementRow, places: frozenset[str] | None = None
) -> dict[str, tuple[Candidate, ...]]:
    """The candidates of each line that waits, by place; of these places alone where given. A returned payout has none."""
    lines = LineRow.objects.filter(dossier_id=statement.dossier_id, case=None, amount__gt=0).order_by("pk")
    waiting = [line for line in lines if places is None or line.place in places]
    said = texts(statement.dossier_id, [line.place for line in waiting])
    money = [line for line in waiting if reference_in(said.get(line.place)) is None]
    return candidates(statement.court, money, said)


def take_in_and_assign(
    court: str, name: str, content: bytes, found: Sequence[Statement], by: Actor, on: date
) -> list[tuple[TakenIn, int]]:
    """Take a bank's file in and give what is certain to its cases; how many of each statement. Raises as `take_in` does."""
    with transaction.atomic():
        done = take_in(court, name, content, found, by, on)
        new = StatementRow.objects.filter(dossier_id__in=[each.dossier for each in done if each.dossier])
        rows = {row.dossier_id: row for row in new}
        return [(each, assign_certain(rows[each.dossier], by, on) if each.dossier else 0) for each in done]


def assign_certain(statement: StatementRow, by: Actor, on: date) -> int:
    """Give every line for which a rule names one case, and only one, to that case; how many. Raises door.Refused."""
    certain = {
        place: each[0]
        for place, each in proposed(statement).items()
        if len([one for one in each if one.certain]) == 1
    }
    rows = LineRow.objects.filter(dossier_id=statement.dossier_id, place__in=certain).order_by("pk")
    assignments = tuple(
        Assignment(
            line=row.place,
            amount=row.amount,
            case=certain[row.place].case,
            booked_on=row.on,
            matched=Matched.RULE,
            score=CERTAIN,
            why=str(certain[row.place].why),
        )
        for row in rows
    )
    if assignments:
        act = LinesAssigned(account=statement.account, assignments=assignments)
        door.enter(statement.dossier_id, act, by, on=on)
    return len(assignments)
