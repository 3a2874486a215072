"""Of one limit stated by several layers the stricter speaks; a looser lower one is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from zhixing.law.answers import Conflict, Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.layers import (
    Layer,
    Layered,
    Limit,
    LooserRule,
    ceilings,
    floors,
    strictest,
    strictest_due,
    surely_longer,
    terms,
)
from zhixing.law.periods import Period, Span, days, due, months, working_days, years

NATION = Limit(Layer.NATION, days(30), (cite("民诉法", 85),))
COURT = Limit(Layer.COURT, days(10), source="本院执行流程管理办法")


def test_layers_are_named_in_chinese_from_the_highest() -> None:
    assert [layer.label for layer in sorted(Layer)] == ["国家", "省级", "中级法院", "本院"]


def test_the_stricter_period_speaks_and_the_answer_says_which_layer() -> None:
    answer = strictest_due(date(2017, 6, 15), terms(COURT, NATION))
    assert isinstance(answer, Found)
    assert answer.value.layer is Layer.COURT
    assert answer.value.value.day == date(2017, 6, 26)
    reasons = [str(each) for each in answer.because]
    assert reasons[-3:] == ["国家规定：30日", "本院规定：10日（本院执行流程管理办法）", "从严适用本院的规定"]


def test_where_layers_agree_the_highest_speaks() -> None:
    same = terms(NATION, Limit(Layer.COURT, days(30)))
    answer = strictest_due(date(2017, 6, 15), same)
    assert isinstance(answer, Found)
    assert answer.value.layer is Layer.NATION
    assert cite("民诉法", 85) in answer.cites


def test_which_of_days_and_working_days_is_stricter_depends_on_the_start() -> None:
    """Five days of the nation against four working days of the court: both stand, the earlier day binds."""
    mixed = terms(Limit(Layer.NATION, days(5)), Limit(Layer.COURT, working_days(4)))
    monday, thursday = (strictest_due(day, mixed) for day in (date(2017, 6, 12), date(2017, 6, 15)))
    assert isinstance(monday, Found) and isinstance(thursday, Found)
    assert (monday.value.layer, monday.value.value.day) == (Layer.COURT, date(2017, 6, 16))
    assert (thursday.value.layer, thursday.value.value.day) == (Layer.NATION, date(2017, 6, 20))


def test_excluded_days_reach_every_layer() -> None:
    suspended = [Span(date(2017, 6, 20), date(2017, 6, 30))]
    answer = strictest_due(date(2017, 6, 15), terms(NATION, COURT), excluded=suspended)
    assert isinstance(answer, Found)
    assert answer.value.value.day == date(2017, 7, 5)


def test_a_start_before_the_calendar_is_undetermined() -> None:
    assert isinstance(strictest_due(date(2002, 1, 1), terms(NATION, COURT)), Undetermined)


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        (days(10), days(11)),
        (days(5), working_days(6)),
        (months(1), days(32)),
        (days(50), months(2)),
        (months(12), years(2)),
        (years(1), months(13)),
    ],
    ids=str,
)
def test_a_looser_lower_period_is_refused(higher: Period, lower: Period) -> None:
    with pytest.raises(LooserRule, match=r"本院的规定（.*）宽于国家的规定"):
        terms(Limit(Layer.NATION, higher), Limit(Layer.COURT, lower))


def test_a_looser_layer_between_two_strict_ones_is_refused() -> None:
    with pytest.raises(LooserRule, match="中级法院的规定"):
        terms(
            Limit(Layer.NATION, days(10)),
            Limit(Layer.INTERMEDIATE, days(20)),
            Limit(Layer.COURT, days(5)),
        )


def test_a_lower_layer_looser_than_the_layer_just_above_is_refused() -> None:
    with pytest.raises(LooserRule, match="本院的规定（8日）宽于省级的规定（5日）"):
        terms(NATION, Limit(Layer.PROVINCE, days(5)), Limit(Layer.COURT, days(8)))


def test_ceilings_and_floors_have_opposite_directions() -> None:
    answer = strictest(ceilings(Limit(Layer.NATION, 100_000), Limit(Layer.COURT, 50_000)))
    assert (answer.value.value, answer.value.layer) == (50_000, Layer.COURT)
    answer = strictest(floors(Limit(Layer.NATION, 100_000), Limit(Layer.PROVINCE, 200_000)))
    assert (answer.value.value, answer.value.layer) == (200_000, Layer.PROVINCE)
    with pytest.raises(LooserRule):
        ceilings(Limit(Layer.NATION, 100_000), Limit(Layer.COURT, 100_001))
    with pytest.raises(LooserRule):
        floors(Limit(Layer.NATION, 100_000), Limit(Layer.COURT, 99_999))


def test_one_layer_speaks_once() -> None:
    with pytest.raises(Conflict, match="本院"):
        terms(NATION, COURT, COURT)


def test_a_limit_needs_a_layer() -> None:
    empty: list[Limit[int]] = []
    with pytest.raises(ValueError, match="至少"):
        Layered(empty, looser=lambda lower, higher: lower > higher)


PERIODS = st.one_of(
    st.builds(days, st.integers(1, 120)),
    st.builds(working_days, st.integers(1, 60)),
    st.builds(months, st.integers(1, 14)),
    st.builds(years, st.integers(1, 2)),
)
STARTS = st.dates(date(2004, 1, 1), date(2028, 1, 1))


@given(PERIODS, PERIODS, STARTS)
def test_what_is_refused_is_never_earlier_whatever_the_start(one: Period, other: Period, start: date) -> None:
    assume(surely_longer(one, other))
    longer, shorter = due(start, one), due(start, other)
    assert isinstance(longer, Found) and isinstance(shorter, Found)
    assert longer.value.day >= shorter.value.day


@given(st.integers(1, 60), st.integers(0, 59), STARTS)
def test_a_further_layer_never_lengthens(count: int, less: int, start: date) -> None:
    nation = Limit(Layer.NATION, days(count))
    stricter = Limit(Layer.COURT, days(max(1, count - less)))
    alone, both = (strictest_due(start, each) for each in (terms(nation), terms(nation, stricter)))
    assert isinstance(alone, Found) and isinstance(both, Found)
    assert both.value.value.day <= alone.value.value.day
    assert both.value.value.day > start
