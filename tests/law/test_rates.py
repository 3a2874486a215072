"""Rates by day: changes, edges of the tables, brackets of the benchmark."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.answers import Found, Undetermined
from zhixing.law.rates import (
    LPR_SINCE,
    LPR_UNTIL,
    Beyond,
    Beyonds,
    Bracket,
    Table,
    bracket_of,
    percent,
    pieces,
    series,
    yearly,
)

DAY = timedelta(days=1)


def rate(table: Table, day: date, bracket: Bracket = Bracket.TO_1_YEAR, beyond: Beyonds = Beyonds()) -> str:
    found = yearly(table, day, bracket=bracket, beyond=beyond)
    assert isinstance(found, Found)
    return percent(found.value)


@pytest.mark.parametrize(
    ("table", "changed", "before", "after"),
    [
        (Table.LPR_1Y, date(2019, 9, 20), "4.25", "4.2"),
        (Table.LPR_5Y, date(2022, 5, 20), "4.6", "4.45"),
        (Table.LPR_1Y, date(2024, 10, 21), "3.35", "3.1"),
        (Table.BENCHMARK, date(2012, 7, 6), "6.31", "6"),
        (Table.BENCHMARK, date(2015, 10, 24), "4.6", "4.35"),
    ],
)
def test_a_rate_changes_on_its_day(table: Table, changed: date, before: str, after: str) -> None:
    assert (rate(table, changed - DAY), rate(table, changed)) == (before, after)


@pytest.mark.parametrize(
    ("bracket", "percents"),
    [
        (Bracket.TO_6_MONTHS, "5.6"),
        (Bracket.TO_1_YEAR, "6"),
        (Bracket.TO_3_YEARS, "6.15"),
        (Bracket.TO_5_YEARS, "6.4"),
        (Bracket.OVER_5_YEARS, "6.55"),
    ],
)
def test_the_benchmark_goes_by_bracket(bracket: Bracket, percents: str) -> None:
    assert rate(Table.BENCHMARK, date(2014, 5, 1), bracket) == percents


@pytest.mark.parametrize(
    ("table", "day", "reason"),
    [
        (Table.BENCHMARK, date(2002, 2, 20), "利率表中没有"),
        (Table.BENCHMARK, LPR_SINCE, "沿用基准利率"),
        (Table.LPR_1Y, LPR_SINCE - DAY, "自2019-08-20起公布"),
        (Table.LPR_5Y, LPR_UNTIL, "补入利率表"),
    ],
)
def test_a_day_outside_a_table_cannot_be_told(table: Table, day: date, reason: str) -> None:
    found = yearly(table, day)
    assert isinstance(found, Undetermined)
    assert reason in str(found.missing[0])


def test_the_edges_hold_on_their_last_known_day() -> None:
    assert rate(Table.BENCHMARK, LPR_SINCE - DAY) == "4.35"
    assert rate(Table.LPR_1Y, LPR_SINCE) == "4.25"
    assert rate(Table.LPR_5Y, LPR_UNTIL - DAY) == "3.5"


def test_beyond_a_table_the_chosen_rate_is_taken() -> None:
    keep = Beyonds(Beyond.KEEP, Beyond.KEEP)
    assert rate(Table.BENCHMARK, date(2021, 1, 1), beyond=keep) == "4.35"
    assert rate(Table.LPR_1Y, date(2026, 6, 1), beyond=keep) == "3"
    heir = Beyonds(Beyond.LPR)
    assert rate(Table.BENCHMARK, date(2021, 1, 1), beyond=heir) == "3.85"
    assert rate(Table.BENCHMARK, date(2021, 1, 1), Bracket.OVER_5_YEARS, heir) == "4.65"
    assert isinstance(yearly(Table.BENCHMARK, LPR_UNTIL, beyond=heir), Undetermined)
    assert isinstance(pieces(Table.BENCHMARK, date(2000, 1, 1), LPR_UNTIL, beyond=heir), Undetermined)


DAYS = st.dates(date(2002, 2, 21), date(2026, 1, 19))


@given(st.sampled_from(list(Bracket)), DAYS, DAYS)
def test_pieces_cover_the_days_without_gap_or_overlap(bracket: Bracket, since: date, until: date) -> None:
    since, until = sorted((since, until))
    found = pieces(Table.BENCHMARK, since, until + DAY, bracket=bracket, beyond=Beyonds(Beyond.LPR))
    assert not isinstance(found, Undetermined)
    assert [piece.since for piece in found] == [since, *(piece.until for piece in found[:-1])]
    assert found[-1].until == until + DAY
    for piece in found:
        assert piece.rate == Fraction(rate(Table.BENCHMARK, piece.since, bracket, Beyonds(Beyond.LPR))) / 100


@pytest.mark.parametrize(
    ("since", "last", "bracket"),
    [
        (date(2014, 1, 31), date(2014, 7, 31), Bracket.TO_6_MONTHS),
        (date(2014, 1, 30), date(2014, 7, 31), Bracket.TO_1_YEAR),
        (date(2013, 7, 31), date(2014, 7, 31), Bracket.TO_1_YEAR),
        (date(2013, 7, 30), date(2014, 7, 31), Bracket.TO_3_YEARS),
        (date(2011, 7, 30), date(2014, 7, 31), Bracket.TO_5_YEARS),
        (date(2009, 7, 30), date(2014, 7, 31), Bracket.OVER_5_YEARS),
    ],
)
def test_a_bracket_ends_on_the_same_day_number(since: date, last: date, bracket: Bracket) -> None:
    assert bracket_of(since, last) is bracket


def test_every_row_names_its_source_and_day() -> None:
    for table in Table:
        for row in series(table).rows:
            assert str(row.since) in str(row.source)


def test_percents_are_plain_decimals() -> None:
    assert [percent(Fraction(text)) for text in ("0.000175", "0.24", "0", "1")] == [
        "0.0175",
        "24",
        "0",
        "100",
    ]
