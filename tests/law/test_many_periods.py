"""Many periods at once answer what the scalar rule answers: moved holidays, make-up days, provisional and unknown years."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.answers import Found
from zhixing.law.calendar import NATIONAL, Calendar, Closure
from zhixing.law.many.periods import due_dates
from zhixing.law.periods import Period, Unit, due

periods = st.builds(Period, st.integers(1, 40), st.sampled_from(Unit))
starts = st.lists(st.dates(date(2002, 1, 1), date(2029, 12, 31)), min_size=1, max_size=20)
calendars = st.sampled_from(
    [
        NATIONAL,
        Calendar(NATIONAL.notices[:-3]),
        NATIONAL.with_closures([Closure(date(2025, 3, 31), "三月三", "自治区人民政府")]),
    ]
)


def scalar(start: date, period: Period, calendar: Calendar) -> tuple[date | None, bool]:
    found = due(start, period, calendar=calendar)
    return (found.value.day, found.value.provisional) if isinstance(found, Found) else (None, False)


def compared(days: list[date], asked: list[Period], calendar: Calendar) -> None:
    found = due_dates(np.array(days, "M8[D]"), asked, calendar=calendar)
    for row, start in enumerate(days):
        for column, period in enumerate(asked):
            day = found.days[row, column]
            mine = None if np.isnat(day) else day.astype(date)
            assert (mine, bool(found.provisional[row, column])) == scalar(start, period, calendar), (
                start,
                period,
            )


@given(starts, st.lists(periods, min_size=1, max_size=5), calendars)
def test_many_at_once_are_what_one_by_one_is(
    days: list[date], asked: list[Period], calendar: Calendar
) -> None:
    compared(days, asked, calendar)


def test_every_day_around_each_new_year_and_national_day_agrees() -> None:
    days = [
        date.fromordinal(date(year, month, 20).toordinal() + step)
        for year in range(2003, 2028)
        for month in (1, 9, 12)
        for step in range(25)
    ]
    compared(days, [Period(5, Unit.DAY), Period(7, Unit.WORKING_DAY), Period(1, Unit.MONTH)], NATIONAL)


def test_no_start_has_no_answer() -> None:
    assert due_dates(np.array([], "M8[D]"), [Period(1, Unit.DAY)]).days.shape == (0, 1)


def test_a_start_that_is_no_day_is_refused() -> None:
    with pytest.raises(ValueError, match="空值"):
        due_dates(np.array(["2020-01-01", "NaT"], "M8[D]"), [Period(1, Unit.DAY)])


def test_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="超出日历范围"):
        due_dates(np.array(["9999-12-30"], "M8[D]"), [Period(1, Unit.YEAR)])
