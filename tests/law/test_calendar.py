"""The court calendar agrees, day by day, with the announced years, and says what it does not know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.answers import Found
from zhixing.law.calendar import NATIONAL, Calendar, ClosedDays, Closure, working_days_between
from zhixing.law.holidays import NOTICES, Notice, Rest
from zhixing.law.layers import Layer
from zhixing.law.periods import days, due

# The package has no type hints.
IS_HOLIDAY: Callable[[date], bool] = import_module("chinese_calendar").is_holiday
NEXT = Notice(
    2027,
    "国办发明电〔2026〕9999号",  # invented
    (Rest("元旦", date(2026, 12, 31), 3),),
    (date(2027, 1, 3),),
)
LOCAL = Closure(date(2017, 3, 30), "三月三", Layer.PROVINCE.label)


def test_every_day_of_2004_to_2026_agrees_with_the_package() -> None:
    first, last = date(2004, 1, 1), date(2026, 12, 31)
    every = (first + timedelta(days=step) for step in range((last - first).days + 1))
    assert [day for day in every if NATIONAL.closed(day) != IS_HOLIDAY(day)] == []


def test_every_rest_is_closed_and_every_day_worked_in_its_place_is_a_weekend() -> None:
    for notice in NOTICES:
        assert all(NATIONAL.closed(day) for rest in notice.rests for day in rest), notice.year
        assert all(day.weekday() >= 5 and not NATIONAL.closed(day) for day in notice.worked), notice.year


def test_what_a_notice_moves_in_december_is_never_before_the_29th() -> None:
    touched = [day for notice in NOTICES for rest in notice.rests for day in rest]
    touched += [day for notice in NOTICES for day in notice.worked]
    assert all(day.day >= 29 for day in touched if day.month == 12)


@pytest.mark.parametrize(
    ("day", "closed", "reason"),
    [
        (date(2017, 1, 27), True, "春节"),
        (date(2017, 2, 4), False, "周六调休上班"),
        (date(2017, 6, 10), True, "周六"),
        (date(2017, 6, 14), False, "周三"),
        (date(2015, 9, 3), True, "抗战胜利七十周年纪念日"),
        (date(2026, 10, 10), False, "周六调休上班"),
        (date(2027, 1, 1), False, "周五"),  # not announced: not guessed
    ],
)
def test_a_day_is_closed_or_open_for_a_reason(day: date, closed: bool, reason: str) -> None:
    assert NATIONAL.closed(day) is closed
    assert NATIONAL.reason(day) == reason


def test_the_version_names_the_last_year_and_its_paper() -> None:
    assert NATIONAL.version == "2026: 国办发明电〔2025〕7号"
    assert NATIONAL.with_year(NEXT).version == "2027: 国办发明电〔2026〕9999号"


def test_announcing_a_year_settles_it_and_the_december_before() -> None:
    announced = NATIONAL.with_year(NEXT)
    assert not NATIONAL.announced(2027) and announced.announced(2027)
    assert NATIONAL.settled(date(2026, 12, 28))
    for day in (date(2026, 12, 29), date(2027, 6, 1)):
        assert not NATIONAL.settled(day)
        assert announced.settled(day)
    assert not announced.settled(date(2027, 12, 31))


def test_a_provisional_due_day_is_another_when_the_year_is_announced() -> None:
    before, after = (
        due(date(2026, 12, 21), days(10), calendar=each) for each in (NATIONAL, NATIONAL.with_year(NEXT))
    )
    assert isinstance(before, Found) and isinstance(after, Found)
    assert (before.value.day, before.value.provisional) == (date(2026, 12, 31), True)
    assert (after.value.day, after.value.provisional) == (date(2027, 1, 3), False)
    assert before.value.calendar_version != after.value.calendar_version


def test_a_year_may_not_be_left_out_or_announced_twice() -> None:
    for year in (2026, 2028):
        with pytest.raises(ValueError, match="逐年相连"):
            NATIONAL.with_year(Notice(year, None, (), ()))
    with pytest.raises(ValueError, match="逐年相连"):
        Calendar(())


def test_a_day_may_not_be_both_off_and_worked() -> None:
    both = Notice(2027, None, (Rest("元旦", date(2027, 1, 1), 3),), (date(2027, 1, 2),))
    with pytest.raises(ValueError, match="2027-01-02"):
        NATIONAL.with_year(both)


def test_a_layer_may_close_a_day_and_the_version_says_so() -> None:
    local = NATIONAL.with_closures([LOCAL])
    assert not NATIONAL.closed(LOCAL.day)
    assert local.closed(LOCAL.day)
    assert local.reason(LOCAL.day) == "三月三（省级）"
    assert local.version == f"{NATIONAL.version}; 省级 2017-03-30 三月三"
    assert local.with_year(NEXT).closed(LOCAL.day)


def test_a_layer_may_close_a_weekend_that_the_nation_works() -> None:
    local = NATIONAL.with_closures([Closure(date(2017, 2, 4), "停电", Layer.COURT.label)])
    assert local.closed(date(2017, 2, 4))


def test_a_notice_without_number_says_so() -> None:
    assert Notice(2004, None, (), ()).source == "文号待查"
    assert (
        next(each for each in NOTICES if each.year == 2020).source
        == "国办发明电〔2019〕16号、国办发明电〔2020〕1号"
    )


def test_before_the_first_year_nothing_is_known() -> None:
    assert not NATIONAL.known(date(2003, 12, 31))
    assert NATIONAL.known(date(2004, 1, 1))
    assert NATIONAL.known(date(2027, 1, 1))


def test_working_days_between_is_half_open() -> None:
    assert working_days_between(date(2017, 9, 29), date(2017, 10, 9)) == 2  # Friday, and the Saturday worked
    assert working_days_between(date(2017, 9, 29), date(2017, 10, 10)) == 3
    assert working_days_between(date(2017, 9, 29), date(2017, 9, 29)) == 0


@given(st.dates(date(2004, 1, 1), date(2028, 1, 1)), st.integers(1, 200))
def test_the_nth_working_day_has_n_working_days_up_to_it(start: date, count: int) -> None:
    day = NATIONAL.working_day(start, count)
    assert working_days_between(start + timedelta(days=1), day + timedelta(days=1)) == count
    back = NATIONAL.working_day(start, count, back=True)
    assert working_days_between(back, start) == count


def test_closed_days_are_written_in_runs() -> None:
    assert str(ClosedDays(NATIONAL, date(2017, 9, 24), date(2017, 10, 10))) == (
        "2017-09-24（周日）、2017-10-01至2017-10-08（国庆节、中秋节）"
    )
    assert str(ClosedDays(NATIONAL, date(2017, 6, 14), date(2017, 6, 15))) == "无"
