"""A dated table answers for a day, refuses two rows for one, and says when it has none."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.answers import Conflict, Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.dated import Dated, Row, Segment

FIRST = Row(date(2013, 1, 1), date(2015, 1, 1), 60, "旧规定")
SECOND = Row(date(2015, 1, 1), date(2022, 1, 1), 45, cite("民诉法", 95))
LAST = Row(date(2023, 1, 1), None, 30, "新规定")  # 2022 is a gap
TABLE = Dated("公告期间", [LAST, FIRST, SECOND])


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2013, 1, 1), 60),
        (date(2014, 12, 31), 60),
        (date(2015, 1, 1), 45),
        (date(2021, 12, 31), 45),
        (date(2023, 1, 1), 30),
        (date(2999, 1, 1), 30),
    ],
)
def test_the_row_of_the_day_answers(day: date, value: int) -> None:
    answer = TABLE.on(day)
    assert isinstance(answer, Found)
    assert answer.value == value


def test_the_answer_names_its_source() -> None:
    by_words, by_citation = TABLE.on(date(2014, 1, 1)), TABLE.on(date(2016, 1, 1))
    assert isinstance(by_words, Found) and isinstance(by_citation, Found)
    assert str(by_words.because[0]) == "公告期间自2013-01-01至2015-01-01之前为60（旧规定）"
    assert by_words.cites == ()
    assert by_citation.cites == (cite("民诉法", 95),)


@pytest.mark.parametrize(
    ("day", "missing"),
    [
        (date(2012, 12, 31), "公告期间在2012-12-31的数值（已知自2013-01-01起）"),
        (date(2022, 1, 1), "公告期间在2022-01-01的数值（前一数值止于2022-01-01之前）"),
    ],
)
def test_a_day_without_a_row_is_undetermined(day: date, missing: str) -> None:
    answer = TABLE.on(day)
    assert isinstance(answer, Undetermined)
    assert [str(each) for each in answer.missing] == [missing]


def test_an_empty_table_is_undetermined() -> None:
    empty: Dated[int] = Dated("空表", [])
    assert isinstance(empty.on(date(2017, 1, 1)), Undetermined)


def test_rows_that_overlap_are_a_conflict() -> None:
    overlapping = Row(date(2014, 12, 31), date(2014, 12, 31).replace(year=2016), 1, "重叠")
    with pytest.raises(Conflict, match="重叠"):
        Dated("公告期间", [FIRST, overlapping])
    with pytest.raises(Conflict, match="重叠"):
        Dated("公告期间", [LAST, Row(date(2024, 1, 1), None, 1, "再次")])


def test_a_row_must_hold_a_day() -> None:
    with pytest.raises(ValueError, match="起止颠倒或为空"):
        Row(date(2017, 1, 1), date(2017, 1, 1), 1, "空")


def test_a_span_is_cut_where_the_rows_change() -> None:
    answer = TABLE.periods_between(date(2014, 6, 1), date(2016, 6, 1))
    assert isinstance(answer, Found)
    assert answer.value == (
        Segment(date(2014, 6, 1), date(2015, 1, 1), FIRST),
        Segment(date(2015, 1, 1), date(2016, 6, 1), SECOND),
    )
    assert answer.cites == (cite("民诉法", 95),)


def test_a_span_over_a_gap_is_undetermined() -> None:
    answer = TABLE.periods_between(date(2021, 1, 1), date(2023, 6, 1))
    assert isinstance(answer, Undetermined)
    assert "2022-01-01" in str(answer.missing[0])
    assert isinstance(TABLE.periods_between(date(2012, 1, 1), date(2013, 6, 1)), Undetermined)


def test_a_span_must_hold_a_day() -> None:
    with pytest.raises(ValueError, match="起止颠倒或为空"):
        TABLE.periods_between(date(2017, 1, 1), date(2017, 1, 1))


@given(st.lists(st.dates(date(2013, 1, 1), date(2021, 12, 31)), min_size=2, max_size=2, unique=True))
def test_the_stretches_join_without_gap_and_each_agrees_with_the_day(ends: list[date]) -> None:
    since, until = sorted(ends)
    answer = TABLE.periods_between(since, until)
    assert isinstance(answer, Found)
    segments = answer.value
    assert (segments[0].since, segments[-1].until) == (since, until)
    assert all(a.until == b.since for a, b in pairwise(segments))
    for segment in segments:
        on_the_day = TABLE.on(segment.since)
        assert isinstance(on_the_day, Found) and on_the_day.value == segment.row.value
