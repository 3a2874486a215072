"""How often something is to be done: each recurrence by name, and the last day of each of its turns within a span."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from zhixing.law.holidays import NOTICES

_MONTHS = re.compile(r"months-(\d+)-(\d+)")
_QUARTER = re.compile(r"quarter-(\d)")
FESTIVAL = {notice.year: rest for notice in NOTICES for rest in notice.rests if rest.name == "春节"}


def occurrences(every: str, since: date, until: date) -> tuple[date, ...]:
    """The last days of the turns of a recurrence in [since, until). Raises ValueError for a name there is none of.

    A year whose Spring Festival has not been announced is left out.
    """
    years = range(since.year, until.year + 1)
    days = (day for year in years for day in _of(every)(year))
    return tuple(sorted({day for day in days if since <= day < until}))


def label(every: str) -> str:
    """What a recurrence is called in Chinese."""
    months = _MONTHS.fullmatch(every)
    if months:
        return f"每年{int(months[1])}月至{int(months[2])}月"
    quarter = _QUARTER.fullmatch(every)
    if quarter:
        return f"每年第{'一二三四'[int(quarter[1]) - 1]}季度"
    return LABELS.get(every, every)


def _of(every: str) -> Callable[[int], Iterator[date]]:
    months = _MONTHS.fullmatch(every)
    if months:
        return lambda year: iter((_month_end(year, int(months[2])),))
    quarter = _QUARTER.fullmatch(every)
    if quarter:
        return lambda year: iter((_month_end(year, int(quarter[1]) * 3),))
    if every not in _BY_NAME:
        known = "、".join((*_BY_NAME, "quarter-1…4", "months-A-B"))
        raise ValueError(f"没有“{every}”这种周期；可用的有：{known}")
    return _BY_NAME[every]


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _every_months(step: int) -> Callable[[int], Iterator[date]]:
    return lambda year: (_month_end(year, month) for month in range(step, 13, step))


def _weeks(year: int) -> Iterator[date]:
    first = date(year, 1, 1)
    friday = first + timedelta(days=(4 - first.weekday()) % 7)
    while friday.year == year:
        yield friday
        friday += timedelta(days=7)


def _festival(year: int) -> Iterator[date]:
    if year in FESTIVAL:
        yield list(FESTIVAL[year])[-1]


_BY_NAME: Mapping[str, Callable[[int], Iterator[date]]] = {
    "week": _weeks,
    "month": _every_months(1),
    "quarter": _every_months(3),
    "half-year": _every_months(6),
    "year": _every_months(12),
    "year-end": _every_months(12),
    "new-year-and-spring-festival": _festival,
    "regularly": _every_months(3),
    "lasting": _every_months(3),
}
LABELS: Mapping[str, str] = {
    "week": "每周",
    "month": "每月",
    "quarter": "每季度",
    "half-year": "每半年",
    "year": "每年",
    "year-end": "每年年底",
    "new-year-and-spring-festival": "每年元旦、春节期间",
    "regularly": "定期",
    "lasting": "长期坚持",
}
