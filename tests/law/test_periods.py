"""Periods end where the worked examples say, never on a closed day, and never earlier for starting later."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.answers import Found, Undetermined
from zhixing.law.calendar import NATIONAL
from zhixing.law.citations import cite
from zhixing.law.periods import (
    Due,
    Period,
    Span,
    Unit,
    days,
    due,
    lead,
    merged,
    months,
    shifted,
    working_days,
    years,
)

DAY = timedelta(days=1)
UNITS = {"days": days, "working_days": working_days, "months": months, "years": years}


@dataclass(frozen=True)
class Example:
    """One worked example as read from the file."""

    about: str
    anchor: date
    period: Period
    excluded: tuple[Span, ...]
    nominal: date
    day: date
    provisional: bool
    counted: tuple[Span, ...] | None
    says: tuple[str, ...]


def spans(pairs: list[list[date]]) -> tuple[Span, ...]:
    return tuple(Span(since, until) for since, until in pairs)


def examples(kind: str) -> list[Example]:
    rows = tomllib.loads((Path(__file__).parent / "cases" / "periods.toml").read_text("utf-8"))[kind]
    return [
        Example(
            about=row["about"],
            anchor=row["from"] if kind == "due" else row["end"],
            period=next(make(row[unit]) for unit, make in UNITS.items() if unit in row),
            excluded=spans(row.get("exclude", [])),
            nominal=row["nominal"],
            day=row["day"],
            provisional=row.get("provisional", False),
            counted=spans(row["counted"]) if "counted" in row else None,
            says=tuple(row.get("says", ())),
        )
        for row in rows
    ]


def found(answer: Found[Due] | Undetermined) -> Found[Due]:
    assert isinstance(answer, Found)
    return answer


def check(example: Example, answer: Found[Due]) -> None:
    assert answer.value.day == example.day
    assert answer.value.nominal == example.nominal
    assert answer.value.provisional is example.provisional
    assert answer.value.calendar_version == NATIONAL.version
    if example.counted is not None:
        assert answer.value.excluded == example.counted
    reasons = "\n".join(str(each) for each in answer.because)
    assert all(words in reasons for words in example.says), reasons
    assert cite("民诉法", 85, paragraph=2) in answer.cites


@pytest.mark.parametrize("example", examples("due"), ids=lambda example: example.about)
def test_worked_example(example: Example) -> None:
    check(example, found(due(example.anchor, example.period, excluded=example.excluded)))


@pytest.mark.parametrize("example", examples("lead"), ids=lambda example: example.about)
def test_worked_example_counted_back(example: Example) -> None:
    check(example, found(lead(example.anchor, example.period)))


STARTS = st.dates(date(2004, 1, 1), date(2030, 12, 31))
PERIODS = st.one_of(
    st.builds(days, st.integers(1, 800)),
    st.builds(working_days, st.integers(1, 300)),
    st.builds(months, st.integers(1, 60)),
    st.builds(years, st.integers(1, 6)),
)
COUNTED_DAYS = st.one_of(st.builds(days, st.integers(1, 400)), st.builds(working_days, st.integers(1, 120)))
SPANS = st.lists(
    st.builds(
        lambda since, length: Span(since, since + timedelta(days=length)),
        st.dates(date(2004, 1, 1), date(2033, 1, 1)),
        st.integers(1, 200),
    ),
    max_size=4,
)


@given(STARTS, PERIODS, SPANS)
def test_a_period_ends_on_a_day_neither_closed_nor_excluded(
    start: date, period: Period, excluded: list[Span]
) -> None:
    end = found(due(start, period, excluded=excluded)).value
    assert end.day > start
    assert not NATIONAL.closed(end.day)
    assert not any(end.day in span for span in excluded)


@given(STARTS, st.integers(0, 60), PERIODS)
def test_a_later_start_never_ends_earlier(start: date, later: int, period: Period) -> None:
    after = start + timedelta(days=later)
    assert found(due(start, period)).value.day <= found(due(after, period)).value.day


@given(STARTS, st.integers(0, 60), COUNTED_DAYS, SPANS)
def test_a_later_start_never_ends_earlier_with_days_excluded(
    start: date, later: int, period: Period, excluded: list[Span]
) -> None:
    after = start + timedelta(days=later)
    early, late = due(start, period, excluded=excluded), due(after, period, excluded=excluded)
    assert found(early).value.day <= found(late).value.day


@given(STARTS, PERIODS, SPANS, SPANS)
def test_an_exclusion_never_shortens(
    start: date, period: Period, excluded: list[Span], more: list[Span]
) -> None:
    with_fewer, with_more = (
        due(start, period, excluded=excluded),
        due(start, period, excluded=excluded + more),
    )
    assert found(with_fewer).value.day <= found(with_more).value.day


@given(STARTS, COUNTED_DAYS, SPANS)
def test_counting_day_by_day_gives_the_same_end(start: date, period: Period, excluded: list[Span]) -> None:
    """The definition itself, slowly: count the days that count, then go on to a day that may be the last."""
    day, left = start, period.count
    while left:
        day += DAY
        out = any(day in span for span in excluded)
        if not out and not (period.unit is Unit.WORKING_DAY and NATIONAL.closed(day)):
            left -= 1
    while NATIONAL.closed(day) or any(day in span for span in excluded):
        day += DAY
    assert found(due(start, period, excluded=excluded)).value.day == day


@given(STARTS, PERIODS, SPANS)
def test_the_order_of_exclusions_does_not_matter(start: date, period: Period, excluded: list[Span]) -> None:
    assert due(start, period, excluded=excluded) == due(start, period, excluded=excluded[::-1])


@given(st.dates(date(2012, 1, 1), date(2030, 12, 31)), PERIODS)
def test_a_lead_is_a_working_day_from_which_the_period_still_fits(end: date, period: Period) -> None:
    start = found(lead(end, period)).value.day
    assert start < end
    assert not NATIONAL.closed(start)
    if period.unit is Unit.WORKING_DAY:
        assert found(due(start, period)).value.nominal <= NATIONAL.next_working_day(end)
    else:
        assert shifted(start, period) <= end


@given(SPANS)
def test_merged_spans_hold_the_same_days_once(given_spans: list[Span]) -> None:
    def held(of: tuple[Span, ...]) -> list[date]:
        return [span.since + timedelta(days=step) for span in of for step in range(span.days)]

    assert held(merged(given_spans)) == sorted({day for span in given_spans for day in held((span,))})


def test_before_2004_the_calendar_is_not_known() -> None:
    for answer in (
        due(date(2003, 5, 1), days(5)),
        due(date(2003, 12, 30), working_days(5)),
        lead(date(2004, 1, 5), days(10)),
        lead(date(2004, 1, 5), working_days(10)),
    ):
        assert isinstance(answer, Undetermined)
        assert "2003年的放假安排" in str(answer.missing[0])


def test_a_period_must_be_positive() -> None:
    for count in (0, -3):
        with pytest.raises(ValueError, match="期限须为正整数"):
            days(count)


def test_a_span_must_hold_a_day() -> None:
    with pytest.raises(ValueError, match="起止颠倒或为空"):
        Span(date(2017, 6, 1), date(2017, 6, 1))


@pytest.mark.parametrize(
    "period", [days(4_000_000), working_days(4_000_000), months(120_000), years(9_000)], ids=str
)
def test_a_period_beyond_the_calendar_is_refused(period: Period) -> None:
    with pytest.raises(ValueError, match="超出日历范围"):
        due(date(2017, 6, 1), period)
    with pytest.raises(ValueError, match="超出日历范围"):
        lead(date(2017, 6, 1), period)


def test_an_exclusion_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="超出日历范围"):
        due(date(9999, 12, 1), days(5), excluded=[Span(date(9999, 12, 2), date(9999, 12, 31))])


def test_working_days_are_not_shifted_without_a_calendar() -> None:
    with pytest.raises(ValueError, match="工作日须按日历逐日计算"):
        shifted(date(2017, 6, 1), working_days(5))


def test_the_rounding_of_months_is_cited_from_the_civil_code_on() -> None:
    rounding = cite("民法典", 202)
    assert rounding in found(due(date(2021, 1, 1), months(1))).cites
    assert rounding not in found(due(date(2020, 12, 31), months(1))).cites
    assert rounding not in found(due(date(2021, 1, 1), days(1))).cites
