"""The renewal plan of the courts that the connection sees: every control with a last day, by how pressing its renewal is.

Sorted and counted by PostgreSQL, so that a district's plan is one statement however many controls there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import (
    Case,
    Count,
    DateField,
    ExpressionWrapper,
    F,
    IntegerField,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from zhixing.assets.kinds import Family, PropertyKind, family
from zhixing.assets.models import ControlRow
from zhixing.assets.questions.renewal import SOON, VALUABLE, Urgency, lead

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Plan:
    """How many controls stand how; and the pressing ones, the most pressing first, with `begin` and `rank` (in Urgency)."""

    counts: dict[Urgency, int]
    rows: QuerySet[ControlRow]


def plan(today: date, *, court: str = "") -> Plan:
    """The plan of a day. What lapsed more than a year ago is history, and left out."""
    rows = ControlRow.objects.filter(
        released_on=None, in_force_since__isnull=False, until__gte=today - YEAR
    ).exclude(until=None)
    if court:
        rows = rows.filter(court=court)
    planned = rows.annotate(begin=_begin()).annotate(rank=_rank(today))
    counts = dict.fromkeys(Urgency, 0)
    order = list(Urgency)
    for rank, count in planned.values_list("rank").annotate(Count("id")):
        counts[order[rank]] = count
    pressing = planned.exclude(rank=order.index(Urgency.LATER))
    return Plan(counts, pressing.order_by("rank", "begin", Coalesce("amount", 0).desc(), "id"))


def _begin() -> ExpressionWrapper[Case]:
    whens = [
        When(kind__in=_of(each), amount__gte=VALUABLE, then=F("until") - _lead(each, VALUABLE))
        for each in Family
    ]
    whens += [When(kind__in=_of(each), then=F("until") - _lead(each, None)) for each in Family]
    return ExpressionWrapper(
        Case(*whens, default=F("until") - timedelta(days=45), output_field=DateField()),
        output_field=DateField(),
    )


def _of(wanted: Family) -> list[str]:
    return [str(kind.value) for kind in PropertyKind if family(kind) is wanted]


def _lead(wanted: Family, value: int | None) -> timedelta:
    kind = next(kind for kind in PropertyKind if family(kind) is wanted)
    return lead(kind, value)


def _rank(today: date) -> Case:
    return Case(
        When(Q(until__lt=today), then=Value(0)),
        When(Q(begin__lte=today), then=Value(1)),
        When(Q(begin__lte=today + SOON), then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
