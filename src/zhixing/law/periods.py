"""Statutory periods: from a start to the day they end, with suspended days and closed days, and why.

The first day does not count; days count one by one, closed or not; a last day on a closed day moves to the
next working day. Working days count only where a norm writes 工作日. A month or a year ends on the day of the
same number, or on the month's last day where there is none: the rounding of 民法典 202, which we take for
earlier dates too, where no norm said it.

Days excluded (扣除、中止) lengthen the period by as many distinct days as fall inside it, the prolonged part
included. The start and what lies before it do not count, nor does a period end on an excluded day.

`lead` counts back from a last day ("at the latest seven days before it expires"). Where that falls on a
closed day it moves to the working day before: no norm says so, it is the choice that is never too late.

One oddity follows from the rounding: of two starts with the same last day by rounding (30 and 31 January,
one month), an exclusion on the later start itself lengthens only the earlier one.

Not covered: periods in hours, time on the way (a paper posted in time is in time), restoring a missed period
(民诉法 86), and periods that end before 2004, whose calendar we do not know.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache

from zhixing.law.answers import Found, Undetermined
from zhixing.law.calendar import NATIONAL, Calendar, ClosedDays
from zhixing.law.citations import Citation, cite
from zhixing.law.spans import Span, merged
from zhixing.law.texts import Text, say

__all__ = [
    "Due",
    "Period",
    "Span",
    "Unit",
    "days",
    "due",
    "lead",
    "merged",
    "months",
    "shifted",
    "working_days",
    "years",
]

_DAY = timedelta(days=1)
_CITES = (cite("民诉法", 85, paragraph=2), cite("民诉法", 85, paragraph=3))
_ROUNDING = cite("民法典", 202)  # from memory
_CODE_IN_FORCE = date(2021, 1, 1)


class Unit(Enum):
    """What a period counts; the value is its Chinese counting word."""

    DAY = "日"
    WORKING_DAY = "个工作日"
    MONTH = "个月"
    YEAR = "年"


@dataclass(frozen=True, slots=True)
class Period:
    """So many days, working days, months or years; raises ValueError unless the count is positive."""

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.count <= 0:
            raise ValueError(f"期限须为正整数，而不是{self.count}{self.unit.value}")

    def __hash__(self) -> int:  # asked for each term of each dossier, and units differ but little
        return self.count

    def __str__(self) -> str:
        return f"{self.count}{self.unit.value}"


def days(count: int) -> Period:
    """A period in calendar days."""
    return Period(count, Unit.DAY)


def working_days(count: int) -> Period:
    """A period in working days."""
    return Period(count, Unit.WORKING_DAY)


def months(count: int) -> Period:
    """A period in months."""
    return Period(count, Unit.MONTH)


def years(count: int) -> Period:
    """A period in years."""
    return Period(count, Unit.YEAR)


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a period, by which calendar, and how it came about.

    `nominal` is the end before any exclusion or move; `excluded` are the days left out, merged and cut to the
    period; `provisional` says that a notice still to come may move the day.
    """

    day: date
    calendar_version: str
    provisional: bool
    nominal: date
    excluded: tuple[Span, ...] = ()


def shifted(day: date, period: Period, *, back: bool = False) -> date:
    """Answer the day so many days, months or years on (or back), the month's last day where the number is
    absent; raises ValueError beyond the year 9999. Not for working days.

    >>> shifted(date(2017, 1, 31), months(1))
    datetime.date(2017, 2, 28)
    """
    if period.unit is Unit.WORKING_DAY:
        raise ValueError("工作日须按日历逐日计算")
    sign = -1 if back else 1
    try:
        if period.unit is Unit.DAY:
            return day + timedelta(days=sign * period.count)
        step = sign * period.count * (12 if period.unit is Unit.YEAR else 1)
        year, month = divmod(day.year * 12 + day.month - 1 + step, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        raise _beyond(day, period) from None


def due(
    start: date, period: Period, *, calendar: Calendar = NATIONAL, excluded: Sequence[Span] = ()
) -> Found[Due] | Undetermined:
    """Answer the last day of a period that a start sets running, moved off closed days, and why.

    The start itself does not count. Undetermined where the calendar does not reach back; raises ValueError
    beyond the year 9999. Source: 民诉法 85.

    >>> found = due(date(2017, 9, 26), days(5))
    >>> found.value.day.isoformat() if isinstance(found, Found) else None
    '2017-10-09'
    """
    if not excluded and calendar is NATIONAL:
        return _often_asked(start, period)
    return _due(start, period, calendar, merged(excluded, after=start) if excluded else ())


@lru_cache(maxsize=100_000)
def _often_asked(start: date, period: Period) -> Found[Due] | Undetermined:
    """The same starts and periods recur through all dossiers."""
    return _due(start, period, NATIONAL, ())


def _due(
    start: date, period: Period, calendar: Calendar, spans: tuple[Span, ...]
) -> Found[Due] | Undetermined:
    if period.unit is Unit.WORKING_DAY:
        return _due_by_working_days(start, period, calendar, spans)
    nominal = shifted(start, period)
    end = nominal
    try:
        for span in spans:
            if span.since <= end:
                end += timedelta(days=span.days)
        if not calendar.known(end):
            return _unknown(end, calendar)
        day = end
        while calendar.closed(day) or _inside(day, spans):
            day += _DAY
    except OverflowError:
        raise _beyond(start, period) from None
    left_out = tuple(span for span in spans if span.since <= day)
    because = [
        _beginning(start, period),
        say("至{day}（{why}）届满", day=nominal, why=calendar.reason(nominal)),
    ]
    because += _exclusions(left_out)
    if end != nominal:
        because.append(say("扣除后至{day}（{why}）届满", day=end, why=calendar.reason(end)))
    because += _moves(end, day, calendar, spans)
    found = Due(day, calendar.version, not calendar.settled(day), nominal, left_out)
    return Found(found, tuple(because + _warning(day, calendar)), _cited(start, period))


def lead(end: date, period: Period, *, calendar: Calendar = NATIONAL) -> Found[Due] | Undetermined:
    """Answer the last day that still lies a whole period before an end, moved back onto a working day.

    The end itself does not count. Undetermined where the calendar does not reach back; raises ValueError
    before the year 1. The move is our choice, never too late.

    >>> found = lead(date(2017, 10, 15), days(7))
    >>> found.value.day.isoformat() if isinstance(found, Found) else None
    '2017-09-30'
    """
    return _often_led(end, period) if calendar is NATIONAL else _lead(end, period, calendar)


@lru_cache(maxsize=100_000)
def _often_led(end: date, period: Period) -> Found[Due] | Undetermined:
    """As `_often_asked`."""
    return _lead(end, period, NATIONAL)


def _lead(end: date, period: Period, calendar: Calendar) -> Found[Due] | Undetermined:
    if period.unit is Unit.WORKING_DAY:
        nominal = day = _walk(end, period, calendar, (), back=True)
    else:
        nominal = day = shifted(end, period, back=True)
        while calendar.known(day) and calendar.closed(day):
            day -= _DAY
    if not calendar.known(day):
        return _unknown(day, calendar)
    because = [say("{end}之前{period}，当日不计入，为{day}", end=end, period=period, day=nominal)]
    because += (
        say("{day}（{why}）为休假日，提前", day=each, why=calendar.reason(each))
        for each in (nominal - step * _DAY for step in range((nominal - day).days))
    )
    because.append(say("最迟{day}（{why}）", day=day, why=calendar.reason(day)))
    decisive = end - _DAY if period.unit is Unit.WORKING_DAY else nominal
    found = Due(day, calendar.version, not calendar.settled(decisive), nominal)
    return Found(found, tuple(because + _warning(decisive, calendar)), _cited(day, period))


def _due_by_working_days(
    start: date, period: Period, calendar: Calendar, spans: tuple[Span, ...]
) -> Found[Due] | Undetermined:
    if not calendar.known(start + _DAY):
        return _unknown(start + _DAY, calendar)
    day = _walk(start, period, calendar, spans)
    nominal = _walk(start, period, calendar, ()) if spans else day
    left_out = tuple(span for span in spans if span.since <= day)
    between = ClosedDays(calendar, start + _DAY, day + _DAY)
    because = [
        _beginning(start, period),
        say("其间休假日不计入：{closed}", closed=between),
        *_exclusions(left_out),
        say("最后一个工作日为{day}（{why}）", day=day, why=calendar.reason(day)),
    ]
    found = Due(day, calendar.version, not calendar.settled(day), nominal, left_out)
    return Found(found, tuple(because + _warning(day, calendar)), _cited(start, period))


def _walk(
    start: date, period: Period, calendar: Calendar, spans: tuple[Span, ...], *, back: bool = False
) -> date:
    try:
        return calendar.working_day(start, period.count, back=back, skipped=spans)
    except OverflowError:
        raise _beyond(start, period) from None


def _inside(day: date, spans: tuple[Span, ...]) -> bool:
    return any(day in span for span in spans)


def _beyond(start: date, period: Period) -> ValueError:
    return ValueError(f"自{start}起{period}超出日历范围（公元1年至9999年），请核对期限长短")


def _unknown(day: date, calendar: Calendar) -> Undetermined:
    first = calendar.notices[0].year
    missing = say("{year}年的放假安排（法院日历自{first}年起）", year=day.year, first=first)
    return Undetermined((missing,), _CITES)


def _cited(on: date, period: Period) -> tuple[Citation, ...]:
    if period.unit in (Unit.MONTH, Unit.YEAR) and on >= _CODE_IN_FORCE:
        return (*_CITES, _ROUNDING)
    return _CITES


def _beginning(start: date, period: Period) -> Text:
    return say("自{start}次日起算{period}，起算当日不计入", start=start, period=period)


def _exclusions(spans: tuple[Span, ...]) -> list[Text]:
    return [say("扣除{span}共{days}日", span=span, days=span.days) for span in spans]


def _moves(end: date, day: date, calendar: Calendar, spans: tuple[Span, ...]) -> list[Text]:
    """Every day the end moved over, with its reason, and the day it came to rest on."""
    moves: list[Text] = []
    each = end
    while each < day:
        if calendar.closed(each):
            moves.append(say("{day}（{why}）为休假日，顺延", day=each, why=calendar.reason(each)))
        else:
            moves.append(say("{day}在扣除的期间内，顺延", day=each))
        each += _DAY
    if moves:
        moves.append(say("最后一日为{day}（{why}）", day=day, why=calendar.reason(day)))
    return moves


def _warning(day: date, calendar: Calendar) -> list[Text]:
    if calendar.settled(day):
        return []
    if calendar.announced(day.year):
        return [say("{year}年的放假安排尚未公布，可能连带调整此日，公布后须重算", year=day.year + 1)]
    return [say("{year}年的放假安排尚未公布，暂以周末为休假日，公布后须重算", year=day.year)]
