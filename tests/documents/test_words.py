"""Words of papers: dates, sums, legal basis."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.citations import cite
from zhixing.law.money import from_capitals
from zhixing.law.paper_words import legal_basis, paper_date, paper_sum, plain_date


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2017, 6, 15), "二〇一七年六月十五日"),
        (date(2000, 1, 1), "二〇〇〇年一月一日"),
        (date(2020, 10, 10), "二〇二〇年十月十日"),
        (date(2019, 12, 31), "二〇一九年十二月三十一日"),
        (date(2021, 11, 20), "二〇二一年十一月二十日"),
    ],
)
def test_a_paper_ends_with_its_day_in_numerals(day: date, written: str) -> None:
    assert paper_date(day) == written


@pytest.mark.parametrize(
    ("fen", "written"),
    [
        (1_230_000, "12,300.00元（人民币壹万贰仟叁佰元整）"),
        (1, "0.01元（人民币壹分）"),
        (10, "0.10元（人民币壹角）"),
        (10_005, "100.05元（人民币壹佰元零伍分）"),
        (10_000_050, "100,000.50元（人民币壹拾万元伍角）"),
        (1_000_500_00, "1,000,500.00元（人民币壹佰万零伍佰元整）"),
    ],
)
def test_a_sum_stands_in_figures_and_capitals(fen: int, written: str) -> None:
    assert paper_sum(fen) == written


@given(st.integers(min_value=0, max_value=10**15))
def test_capitals_say_what_the_figures_say(fen: int) -> None:
    figures, capitals = paper_sum(fen).removesuffix("）").split("元（人民币", 1)
    assert from_capitals(capitals) == int(figures.replace(",", "").replace(".", "")) == fen


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)))
def test_two_days_are_never_written_alike(day: date) -> None:
    after = day + timedelta(days=1)
    assert paper_date(day) != paper_date(after) and plain_date(day) != plain_date(after)


@pytest.mark.parametrize(
    ("on", "number"),
    [
        (date(2017, 6, 30), "第二百五十六条"),
        (date(2017, 7, 1), "第二百五十六条"),
        (date(2021, 12, 31), "第二百五十六条"),
        (date(2022, 1, 1), "第二百六十三条"),
        (date(2024, 1, 1), "第二百六十七条"),
    ],
)
def test_an_article_bears_the_number_it_had_on_the_day(on: date, number: str) -> None:
    assert legal_basis((cite("民诉法", 267),), on) == f"《中华人民共和国民事诉讼法》{number}"


def test_articles_of_one_norm_stand_together_each_once() -> None:
    cites = (cite("民诉法", 251), cite("终本规定", 1), cite("民诉法", 252), cite("民诉法", 251))
    found = legal_basis(cites, date(2024, 6, 1))
    assert found.startswith("《中华人民共和国民事诉讼法》第二百五十一条、第二百五十二条、《最高人民法院关于")
    assert found.count("第二百五十一条") == 1


def test_a_number_that_is_not_known_is_not_guessed() -> None:
    assert legal_basis((cite("民诉法", 251),), date(1995, 1, 1)).endswith("的有关规定")
