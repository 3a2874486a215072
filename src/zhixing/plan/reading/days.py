"""What a phrase that names a day or a recurrence says, once its words are matched."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta


class NoSuchDay(ValueError):
    """A phrase that names a day no calendar has."""


@dataclass(frozen=True, slots=True)
class When:
    """What a phrase says: a last day, or a recurrence."""

    by: date | None = None
    every: str = ""


Year = Callable[[int], int]  # month → the year meant where the phrase names none
Reader = Callable[["re.Match[str]", Year], When]


_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def _int(text: str) -> int:
    if text.isdecimal():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    return _DIGITS[text]


def _year(match: re.Match[str], year: Year, month: int) -> int:
    given = match.groupdict().get("y")
    return int(given) if given else year(month)


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def month_end(match: re.Match[str], year: Year) -> When:
    """The last day of the month."""
    month = int(match["m"])
    return When(by=_end(_year(match, year, month), month))


def before_month(match: re.Match[str], year: Year) -> When:
    """The day before the month begins."""
    month = int(match["m"])
    return When(by=date(_year(match, year, month), month, 1) - timedelta(days=1))


def day(match: re.Match[str], year: Year) -> When:
    """That day. Raises NoSuchDay."""
    month = int(match["m"])
    try:
        return When(by=date(_year(match, year, month), month, int(match["d"])))
    except ValueError:
        raise NoSuchDay(match[0]) from None


def day_before(match: re.Match[str], year: Year) -> When:
    """The day before that day. Raises NoSuchDay."""
    found = day(match, year).by
    return When(by=found - timedelta(days=1) if found else None)


def span_end(match: re.Match[str], year: Year) -> When:
    """The last day of a span. Raises NoSuchDay."""
    month = int(match["m2"])
    own = int(match["y2"]) if match["y2"] else _year(match, year, month)
    if not match["d2"]:
        return When(by=_end(own, month))
    try:
        return When(by=date(own, month, int(match["d2"])))
    except ValueError:
        raise NoSuchDay(match[0]) from None


def part_of_month(match: re.Match[str], year: Year) -> When:
    """The last day of the first, second or last ten days of a month."""
    month = int(match["m"])
    own = _year(match, year, month)
    return When(
        by=_end(own, month)
        if match["part"] == "下"
        else date(own, month, 10 if match["part"] == "上" else 20)
    )


def half_year(match: re.Match[str], year: Year) -> When:
    """The last day of a half-year."""
    month = 6 if match["half"] == "上" else 12
    return When(by=_end(_year(match, year, month), month))


def quarter_end(match: re.Match[str], year: Year) -> When:
    """The last day of a quarter."""
    month = _int(match["q"]) * 3
    return When(by=_end(_year(match, year, month), month))


def year_end(match: re.Match[str], year: Year) -> When:
    """The last day of the year."""
    return When(by=date(_year(match, year, 12), 12, 31))


def every(name: str) -> Reader:
    """A reader that answers this recurrence, whatever the words."""
    return lambda _match, _year: When(every=name)


def every_months(match: re.Match[str], _year: Year) -> When:
    """From a month to a month of each year."""
    return When(every=f"months-{int(match['a'])}-{int(match['b'])}")


def every_quarter(match: re.Match[str], _year: Year) -> When:
    """A quarter of each year."""
    return When(every=f"quarter-{_int(match['q'])}")
