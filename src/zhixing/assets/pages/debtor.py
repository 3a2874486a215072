"""All that is known of one debtor's property in the district: each thing once, who found it, who holds it in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from zhixing.assets.kinds import PropertyKind
from zhixing.assets.models import AssetRow, ControlRow, ThirdDebtRow
from zhixing.assets.questions.line import LAST_HOUR
from zhixing.cases.models import CaseRow
from zhixing.parties.models import Party
from zhixing.parties.register import same_persons
from zhixing.record import clock
from zhixing.record.scope import EVERY_COURT, seeing


@dataclass(frozen=True, slots=True)
class FoundIn:
    """A case in which a thing was found; `mine`: the officer may open it."""

    row: AssetRow
    case: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A thing of the debtor, the cases in which it was found, who holds it in which order, and who was ordered to pay it."""

    row: AssetRow
    kind: str
    cases: tuple[FoundIn, ...]
    line: tuple[ControlRow, ...]
    orders: tuple[ThirdDebtRow, ...]


def debtor_page(request: HttpRequest, number: int) -> HttpResponse:
    """Everything known of a person's property in all cases of the district. Cases of other courts are named, not opened."""
    party = get_object_or_404(Party, pk=number)
    with seeing(EVERY_COURT):
        persons = [party.pk, *same_persons(party).values_list("pk", flat=True)]
        rows = list(AssetRow.objects.filter(owner__in=persons).order_by("kind", "name", "found_on", "id"))
        cases = {row.dossier_id for row in rows}
        numbers = dict(CaseRow.objects.filter(dossier_id__in=cases).values_list("dossier_id", "number"))
        lines = _lines_of(rows)
        orders: dict[tuple[int, int], list[ThirdDebtRow]] = {}
        for each in ThirdDebtRow.objects.filter(dossier_id__in=cases).order_by("notified_on", "id"):
            orders.setdefault((each.dossier_id, each.property), []).append(each)
    mine = set(CaseRow.objects.filter(dossier_id__in=cases).values_list("dossier_id", flat=True))
    things: dict[str, list[AssetRow]] = {}
    for row in rows:
        things.setdefault(_thing(row), []).append(row)
    known = [
        Known(
            row=found[0],
            kind=PropertyKind(found[0].kind).label,
            cases=tuple(
                FoundIn(row, numbers.get(row.dossier_id, ""), row.dossier_id in mine) for row in found
            ),
            line=tuple(lines.get(thing, ())),
            orders=tuple(each for row in found for each in orders.get((row.dossier_id, row.seq), ())),
        )
        for thing, found in things.items()
    ]
    return render(
        request,
        "assets/debtor.html",
        {"here": "cases", "party": party, "today": clock.today(), "known": known},
    )


def _thing(row: AssetRow) -> str:
    """What makes two rows one thing: the identifier; a thing without one is known in its own case alone."""
    return row.token or f"{row.dossier_id}:{row.seq}"


def _turn(row: ControlRow) -> tuple[date, str, int, int]:
    """The place in line, by day and hour."""
    return row.since, row.at or LAST_HOUR, row.dossier_id, row.seq


def _lines_of(rows: Sequence[AssetRow]) -> dict[str, list[ControlRow]]:
    """The controls on each thing: by its identifier, else within its own case."""
    tokens = {row.token for row in rows if row.token}
    found: dict[str, list[ControlRow]] = {}
    held = ControlRow.objects.filter(token__in=tokens) | ControlRow.objects.filter(
        dossier_id__in={row.dossier_id for row in rows}, token=""
    )
    for each in sorted(held.filter(released_on=None), key=_turn):
        found.setdefault(each.token or f"{each.dossier_id}:{each.property}", []).append(each)
    return found
