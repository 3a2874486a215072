"""What a phrase that names a day or a recurrence says, once its words are matched."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from zhixing.law.norms.reading import number
from zhixing.plan.reading.recurrences import festival


class CannotTell(ValueError):
    """A phrase of which no day can be told."""


class NoSuchDay(CannotTell):
    """It names a day no calendar has."""


class NoYear(CannotTell):
    """It names no year, and nothing around it does."""


class NotAnnounced(CannotTell):
    """It names a Spring Festival whose holiday has not been announced."""


@dataclass(frozen=True, slots=True)
class When:
    """What a phrase says: a last day (with the first, where it names a span), or a recurrence."""

    by: date | None = None
    every: str = ""
    since: date | None = None


Year = Callable[[int], int]  # month → the year meant where the phrase names none; 0: unknown
Reader = Callable[["re.Match[str]", Year], When]


def _year(match: re.Match[str], year: Year, month: int) -> int:
    given = match.groupdict().get("y") or ""
    if given.isdecimal():
        return int(given)
    meant = year(month)
    if not meant:
        raise NoYear(match[0])
    return meant + (given == "明")


def _day(match: re.Match[str], year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NoSuchDay(match[0]) from None


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _months(year: int, first: int, last: int) -> When:
    return When(by=_end(year, last), since=date(year, first, 1))


def month_end(match: re.Match[str], year: Year) -> When:
    """The last day of the month."""
    month = int(match["m"])
    return _months(_year(match, year, month), month, month)


def before_month(match: re.Match[str], year: Year) -> When:
    """The day before the month begins."""
    month = int(match["m"])
    return When(by=date(_year(match, year, month), month, 1) - timedelta(days=1))


def first_of_month(match: re.Match[str], year: Year) -> When:
    """The first day of the month."""
    month = int(match["m"])
    first = date(_year(match, year, month), month, 1)
    return When(by=first, since=first)


def day(match: re.Match[str], year: Year) -> When:
    """That day. Raises NoSuchDay."""
    month = int(match["m"])
    found = _day(match, _year(match, year, month), month, int(match["d"]))
    return When(by=found, since=found)


def day_before(match: re.Match[str], year: Year) -> When:
    """The day before that day. Raises NoSuchDay."""
    found = day(match, year).by
    return When(by=found - timedelta(days=1) if found else None)


def span_end(match: re.Match[str], year: Year) -> When:
    """The last day of a span, with its first. Raises NoSuchDay."""
    said = match.groupdict()
    first, last = int(said["m"]), int(said.get("m2") or (said["m"] if said.get("d3") else 12))
    named = said.get("y2") or said.get("y3")
    own = int(named) if named and not said["y"] else _year(match, year, first)
    ends = int(named) if named else own
    since = _day(match, own, first, int(said["d"] or 1))
    on = said.get("d2") or said.get("d3")
    return When(by=_day(match, ends, last, int(on)) if on else _end(ends, last), since=since)


def years_end(match: re.Match[str], _year_of: Year) -> When:
    """The last day of the later year."""
    return When(by=date(int(match["y2"]), 12, 31), since=date(int(match["y"]), 1, 1))


def part_of_month(match: re.Match[str], year: Year) -> When:
    """The last day of the first, second or last ten days of a month."""
    month = int(match["m"])
    own = _year(match, year, month)
    first = {"上": 1, "中": 11, "下": 21}[match["part"]]
    last = _end(own, month) if match["part"] == "下" else date(own, month, first + 9)
    return When(by=last, since=date(own, month, first))


def half_year(match: re.Match[str], year: Year) -> When:
    """The last day of a half-year."""
    month = 6 if match["half"] == "上" else 12
    return _months(_year(match, year, month), month - 5, month)


def quarter_end(match: re.Match[str], year: Year) -> When:
    """The last day of a quarter."""
    month = number(match["q"]) * 3
    return _months(_year(match, year, month), month - 2, month)


def year_end(match: re.Match[str], year: Year) -> When:
    """The last day of the year."""
    return _months(_year(match, year, 12), 1, 12)


def before_year(match: re.Match[str], year: Year) -> When:
    """The day before the year begins."""
    return When(by=date(_year(match, year, 12) - 1, 12, 31))


def spring_festival(match: re.Match[str], year: Year) -> When:
    """The last day of that year's Spring Festival holiday; the day before it where 前 is said. Raises NotAnnounced."""
    rest = festival(_year(match, year, 1))
    if rest is None:
        raise NotAnnounced(match[0])
    first, last = rest
    return When(by=first - timedelta(days=1)) if match["before"] else When(by=last, since=first)


def every(name: str) -> Reader:
    """A reader that answers this recurrence, whatever the words."""
    return lambda _match, _year: When(every=name)


def every_spring_festival(match: re.Match[str], _year: Year) -> When:
    """Each year's Spring Festival, or the day before it."""
    return When(every="before-spring-festival" if match["before"] else "new-year-and-spring-festival")


def every_months(match: re.Match[str], _year: Year) -> When:
    """From a month to a month of each year."""
    return When(every=f"months-{int(match['a'])}-{int(match['b'])}")


def each_month(match: re.Match[str], _year: Year) -> When:
    """Some months of each year, one by one."""
    return When(every="-".join(("each", *(str(int(month)) for month in re.findall(r"\d+", match[0])))))


def each_day(match: re.Match[str], _year: Year) -> When:
    """A day of each year. Raises NoSuchDay for one that no year has."""
    month, on = int(match["m"]), int(match["d"])
    _day(match, 2016, month, on)  # a leap year
    return When(every=f"day-{month}-{on}")


def day_of_month(match: re.Match[str], _year: Year) -> When:
    """A day of each month. Raises NoSuchDay for one that no month has."""
    return When(every=f"month-day-{_day(match, 2016, 1, int(match['d'])).day}")


def every_quarter(match: re.Match[str], _year: Year) -> When:
    """A quarter of each year."""
    return When(every=f"quarter-{number(match['q'])}")
