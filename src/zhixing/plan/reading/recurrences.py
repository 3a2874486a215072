"""How often something is to be done: each recurrence by name, and the last day of each of its turns within a span."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from zhixing.law.holidays import NOTICES
from zhixing.law.norms.reading import chinese
from zhixing.plan.reading.vocabulary import SPRING_FESTIVAL

Turns = Callable[[int], Iterator[date]]  # year → the last days of its turns
NUMBERED = "quarter-1…4、months-A-B、each-A-B…、day-M-D、month-day-D"
_FESTIVAL = {notice.year: rest for notice in NOTICES for rest in notice.rests if rest.name == SPRING_FESTIVAL}


def occurrences(every: str, since: date, until: date) -> tuple[date, ...]:
    """The last days of the turns of a recurrence in [since, until). Raises ValueError for a name there is none of.

    A year whose Spring Festival has not been announced is left out.
    """
    turns = _of(every)
    days = (day for year in range(since.year, until.year + 1) for day in turns(year))
    return tuple(sorted({day for day in days if since <= day < until}))


def label(every: str) -> str:
    """What a recurrence is called in Chinese."""
    if every in LABELS:
        return LABELS[every]
    shape = _shape(every)
    if shape is None:
        return every
    kind, numbers = shape
    if kind == "months":
        return f"每年{numbers[0]}月至{numbers[1]}月"
    if kind == "quarter":
        return f"每年第{chinese(numbers[0])}季度"
    if kind == "day":
        return f"每年{numbers[0]}月{numbers[1]}日"
    if kind == "month-day":
        return f"每月{numbers[0]}日"
    return f"每年{'、'.join(map(str, numbers))}月"


def festival(year: int) -> tuple[date, date] | None:
    """The first and the last day of the Spring Festival holiday; None where none has been announced for the year."""
    rest = _FESTIVAL.get(year)
    return (rest.since, rest.since + timedelta(days=rest.days - 1)) if rest else None


_SHAPES = re.compile(r"(months|quarter|day|month-day|each)((?:-\d{1,2})+)")
_COUNT = {"months": 2, "quarter": 1, "day": 2, "month-day": 1}
_MOST = {"quarter": (4,), "day": (12, 31), "month-day": (31,)}


def _shape(every: str) -> tuple[str, tuple[int, ...]] | None:
    """A recurrence with numbers, taken apart; None where its numbers make no sense."""
    hit = _SHAPES.fullmatch(every)
    if hit is None:
        return None
    kind, numbers = hit[1], tuple(map(int, hit[2].split("-")[1:]))
    most = _MOST.get(kind, (12,) * len(numbers))
    if len(numbers) != _COUNT.get(kind, len(numbers)):
        return None
    return (kind, numbers) if all(1 <= one <= top for one, top in zip(numbers, most, strict=True)) else None


def _of(every: str) -> Turns:
    if every in _BY_NAME:
        return _BY_NAME[every]
    shape = _shape(every)
    if shape is None:
        raise ValueError(f"没有“{every}”这种周期；可用的有：{'、'.join((*_BY_NAME, NUMBERED))}")
    kind, numbers = shape
    if kind == "day":
        return lambda year: iter((_day(year, *numbers),))
    if kind == "month-day":
        return lambda year: (_day(year, month, numbers[0]) for month in range(1, 13))
    if kind == "months":  # from September to March ends in the next year's March: a turn ends in that month
        return lambda year: iter((_month_end(year, numbers[1]),))
    step = 3 if kind == "quarter" else 1
    return lambda year: (_month_end(year, one * step) for one in numbers)


def _day(year: int, month: int, day: int) -> date:
    """That day, or the month's last where the month is shorter."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _every_months(step: int) -> Turns:
    return lambda year: (_month_end(year, month) for month in range(step, 13, step))


def _weeks(year: int) -> Iterator[date]:
    first = date(year, 1, 1)
    friday = first + timedelta(days=(4 - first.weekday()) % 7)
    while friday.year == year:
        yield friday
        friday += timedelta(days=7)


def _in_festival(year: int) -> Iterator[date]:
    rest = festival(year)
    return iter((rest[1],) if rest else ())


def _before_festival(year: int) -> Iterator[date]:
    rest = festival(year)
    return iter((rest[0] - timedelta(days=1),) if rest else ())


_BY_NAME: Mapping[str, Turns] = {
    "week": _weeks,
    "month": _every_months(1),
    "quarter": _every_months(3),
    "half-year": _every_months(6),
    "year": _every_months(12),
    "year-end": _every_months(12),
    "new-year-and-spring-festival": _in_festival,
    "before-spring-festival": _before_festival,
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
    "before-spring-festival": "每年春节前",
    "regularly": "定期",
    "lasting": "长期坚持",
}
