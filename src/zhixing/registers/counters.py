"""The counters of case numbers, moved past the numbers that came in, so that the next case gets a free one."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

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
    rows = [(*key, last) for key, last in sorted(highest.items())]
    if not rows:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO cases_number_counter AS counter (court, type_code, year, last)
            SELECT * FROM unnest(%s::text[], %s::text[], %s::int[], %s::int[])
            ON CONFLICT (court, type_code, year) DO UPDATE SET last = excluded.last WHERE counter.last < excluded.last
            """,
            [list(column) for column in zip(*rows, strict=True)],
        )
