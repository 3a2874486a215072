"""Last days of many periods at once: `due` of `law.periods` for arrays of starts.

Starts lie close together while cases are many, so each day between the first and the last start is answered once for each
period, in a table, and every case looks its row up.

Not covered: days left out (扣除), which differ from case to case: ask `law.periods.due`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from zhixing.law.calendar import NATIONAL, Calendar
from zhixing.law.periods import Period, Unit

Days = NDArray[np.datetime64]
_END = np.datetime64(date.max, "D")
_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, slots=True)
class DueDates:
    """Last days, one row a start and one column a period; NaT where undetermined. `calendar` is the version asked."""

    days: Days
    calendar: str
    settled_until: date

    @property
    def provisional(self) -> NDArray[np.bool_]:
        """Where a notice still to come may move the day."""
        return np.asarray(self.days >= np.datetime64(self.settled_until, "D"))


def due_dates(starts: Days, periods: Sequence[Period], *, calendar: Calendar = NATIONAL) -> DueDates:
    """Answer the last day of each period from each start (datetime64[D]), moved off closed days. Source: 民诉法 85.

    Raises ValueError for a start that is no day, and beyond the year 9999.

    >>> str(due_dates(np.array(["2017-09-26"], "M8[D]"), [Period(5, Unit.DAY)]).days[0, 0])
    '2017-10-09'
    """
    settled = _settled_until(calendar)
    if not len(starts) or not periods:
        return DueDates(np.empty((len(starts), len(periods)), "M8[D]"), calendar.version, settled)
    first, last = starts.min(), starts.max()
    if np.isnat(first):
        raise ValueError("起算日中有空值，请先补全")
    asked = np.arange(first, last + _DAY)
    nominal = [_nominal(asked, period) for period in periods]
    furthest = max(ends.max() for ends in nominal)
    if furthest > _END:
        raise ValueError(f"自{last}起的期限超出日历范围（公元1年至9999年），请核对期限长短")
    opened = _open_days(first, furthest, calendar)
    columns = [
        _column(asked, ends, period, opened, calendar) for ends, period in zip(nominal, periods, strict=True)
    ]
    table = np.ascontiguousarray(np.stack(columns, axis=1))
    return DueDates(np.take(table, (starts - first).astype(np.intp), axis=0), calendar.version, settled)


def _nominal(starts: Days, period: Period) -> Days:
    """The end before any move; of working days, a day by which as many have surely passed but for long holidays."""
    if period.unit is Unit.DAY:
        return starts + np.timedelta64(period.count, "D")
    if period.unit is Unit.WORKING_DAY:
        return np.minimum(starts + np.timedelta64(2 * period.count, "D"), _END)
    step = period.count * (12 if period.unit is Unit.YEAR else 1)
    month = starts.astype("M8[M]") + np.timedelta64(step, "M")
    in_month = starts - starts.astype("M8[M]").astype("M8[D]")
    longest = (month + np.timedelta64(1, "M")).astype("M8[D]") - month.astype("M8[D]") - _DAY
    return np.asarray(month.astype("M8[D]") + np.minimum(in_month, longest))


def _open_days(first: np.datetime64, furthest: np.datetime64, calendar: Calendar) -> Days:
    """The working days from `first` to a year beyond `furthest`, in order."""
    day = first.astype(date)
    count = min((furthest - first).astype(int) + 366, (date.max - day).days) + 1
    return np.array(
        [each for each in (day + timedelta(step) for step in range(count)) if not calendar.closed(each)],
        "M8[D]",
    )


def _column(starts: Days, ends: Days, period: Period, opened: Days, calendar: Calendar) -> Days:
    counted = period.unit is Unit.WORKING_DAY
    if counted:
        at = np.searchsorted(opened, starts, side="right") + period.count - 1
    else:
        at = np.searchsorted(opened, ends, side="left")
    if at.max() >= len(opened):
        raise ValueError(f"自{starts[-1]}起{period}超出日历范围或其后一年无工作日，请核对期限长短")
    found = opened[at]
    known = np.datetime64(date(calendar.notices[0].year, 1, 1), "D")
    found[(starts + _DAY if counted else ends) < known] = np.datetime64("NaT")
    return found


def _settled_until(calendar: Calendar) -> date:
    """The first day that a notice still to come may move."""
    day = date(calendar.notices[-1].year, 12, 1)
    while calendar.settled(day):
        day += timedelta(days=1)
    return day
