"""The counters of case numbers, moved past the numbers that came in, so that the next case gets a free one."""

from __future__ import annotations

from collections.abc import Iterable

from zhixing.cases.models import NumberCounter
from zhixing.law.answers import Found
from zhixing.law.case_numbers import CaseNumber, OldCaseNumber


def move_counters(numbers: Iterable[CaseNumber | OldCaseNumber]) -> None:
    """Move each court's counter of a kind and year to the highest of these numbers, if it stands lower."""
    highest: dict[tuple[str, str, int], int] = {}
    for number in numbers:
        court = number.court
        if isinstance(number, CaseNumber) and isinstance(court, Found):
            key = (court.value.code, number.type_code, number.year)
            highest[key] = max(highest.get(key, 0), number.number)
    for code, kind, year in sorted(highest):
        counter, _ = NumberCounter.objects.select_for_update().get_or_create(
            court=code, type_code=kind, year=year
        )
        if highest[code, kind, year] > counter.last:
            counter.last = highest[code, kind, year]
            counter.save(update_fields=["last"])
