"""Reading a norm's text into articles, and Chinese numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.norms.reading import articles, chinese, number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百", 100),
        ("一百零一", 101),
        ("一百一十", 110),
        ("二百六十四", 264),
        ("五百五十二", 552),
        ("一千零五", 1005),
        ("两万三千", 23_000),
        ("85", 85),
    ],
)
def test_numerals_are_read(words: str, value: int) -> None:
    assert number(words) == value


@given(st.integers(1, 9999))
def test_what_is_written_reads_back(value: int) -> None:
    assert number(chinese(value)) == value


def test_a_strange_sign_is_named() -> None:
    with pytest.raises(ValueError, match="甲"):
        number("十甲")


@pytest.mark.parametrize("value", [0, -1, 10_000])
def test_only_numbers_in_range_are_written(value: int) -> None:
    with pytest.raises(ValueError, match="9999"):
        chinese(value)


def test_headings_and_preamble_are_left_out() -> None:
    text = (
        "# 某规定\n\n为了规范，制定本规定。\n\n## 第一章 总则\n\n第一条 甲。\n\n（一）乙；\n\n第二条　丙。\n"
    )
    assert articles(text) == {1: "甲。\n（一）乙；", 2: "丙。"}


def test_a_line_that_names_another_article_begins_none() -> None:
    text = "第一条 甲。\n第二条 乙。\n第一条规定的期间不变。\n第九条规定另有要求的，从其规定。\n第三条 丙。"
    assert articles(text) == {
        1: "甲。",
        2: "乙。\n第一条规定的期间不变。\n第九条规定另有要求的，从其规定。",
        3: "丙。",
    }


def test_an_article_without_a_blank_is_read_when_it_is_the_next() -> None:
    assert articles("第一条甲。\n第二条乙。") == {1: "甲。", 2: "乙。"}


def test_an_excerpt_may_begin_anywhere() -> None:
    assert articles("第二百三十五条 甲。\n第二百三十六条 乙。") == {235: "甲。", 236: "乙。"}


def test_an_added_article_stays_with_its_base() -> None:
    assert articles("第一条 甲。\n第一条之一 乙。\n第二条 丙。")[1] == "甲。\n第一条之一 乙。"


def test_the_older_numbering_with_points_is_read() -> None:
    text = "1.甲。\n（1）乙；\n2.丙。\n4.不是下一条。\n3.丁。"
    assert articles(text) == {1: "甲。\n（1）乙；", 2: "丙。\n4.不是下一条。", 3: "丁。"}


def test_a_text_without_articles_is_refused() -> None:
    with pytest.raises(ValueError, match="第…条"):
        articles("没有条文的文字。")
