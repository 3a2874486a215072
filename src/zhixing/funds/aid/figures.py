"""Figures of aid by court over a stretch of days: who was aided, with how much, and what share of the year's budget that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, Sum

from zhixing.funds.aid.acts.case import AidOutcome
from zhixing.funds.aid.models import AidBudgetRow, AidRow
from zhixing.law.money import Fen


@dataclass(frozen=True, slots=True)
class Given:
    """Decisions of some days: applications decided, persons aided, fen given to them, applications refused."""

    persons: int = 0
    sum: Fen = 0
    refused: int = 0


def given(since: date, until: date, courts: Sequence[str] | None = None) -> Mapping[str, Given]:
    """By court, of these courts or all that are seen."""
    rows = AidRow.objects.filter(decided_on__range=(since, until))
    if courts is not None:
        rows = rows.filter(court__in=courts)
    granted = Q(outcome=AidOutcome.GRANTED.value)
    found = rows.values_list("court").annotate(
        persons=Count("person", filter=granted, distinct=True),
        sum=Sum("amount", filter=granted, default=0),
        refused=Count("pk", filter=Q(outcome=AidOutcome.REFUSED.value)),
    )
    return {court: Given(persons, fen, refused) for court, persons, fen, refused in found}


def budget(year: int, courts: Sequence[str] | None = None) -> Mapping[str, Fen]:
    """The budget of a year by court, of these courts or all that are seen."""
    rows = AidBudgetRow.objects.filter(year=year)
    if courts is not None:
        rows = rows.filter(court__in=courts)
    return dict(rows.values_list("court", "amount"))


@dataclass(frozen=True, slots=True)
class YearGiven:
    """A year of all courts that are seen: applications that came, what was decided on, the budget; sums in fen."""

    year: int
    applied: int
    given: Given
    budget: Fen

    @property
    def share(self) -> int | None:
        """Per cent of the budget that was given, rounded down; None without a budget."""
        return self.given.sum * 100 // self.budget if self.budget else None


def by_year(today: date, back: int = 3) -> list[YearGiven]:
    """This year up to the day, and those before, the newest first; years without anything are left out."""
    found = []
    for year in range(today.year, today.year - back, -1):
        since, until = date(year, 1, 1), min(today, date(year, 12, 31))
        each = given(since, until).values()
        together = Given(
            sum(one.persons for one in each), sum(one.sum for one in each), sum(one.refused for one in each)
        )
        came = AidRow.objects.filter(applied_on__range=(since, until)).count()
        whole = sum(budget(year).values())
        if came or whole or together.persons or together.refused:
            found.append(YearGiven(year, came, together, whole))
    return found
