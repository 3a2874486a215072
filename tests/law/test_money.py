"""Amounts are read strictly, written back unchanged, and rounded once."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.money import (
    LARGEST,
    capitals,
    fraction,
    from_capitals,
    from_wan,
    plain,
    round_fen,
    show,
    yuan,
)

AMOUNTS = st.integers(0, LARGEST - 1)


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("0", 0),
        ("50000.00", 5_000_000),
        ("1,234.5", 123_450),
        ("１，２３４．５６", 123_456),
        (" 12 ", 1_200),
        ("0.01", 1),
    ],
)
def test_an_amount_in_yuan_is_read_as_fen(text: str, fen: int) -> None:
    assert yuan(text) == fen


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "为空"),
        ("  ", "为空"),
        ("1 234", "空白"),
        ("-5", "为负"),
        ("1.234", "超过两位"),
        ("1,23.4", "分节号"),
        ("1234,567", "分节号"),
        ("5.", "小数点"),
        ("NaN", "不是数字"),
        ("1e3", "不是数字"),
        ("壹佰", "不是数字"),
        ("٣", "不是数字"),
        ("1" + "0" * 20, "过大"),
    ],
)
def test_what_is_no_amount_is_refused_in_chinese(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        yuan(text)


@given(AMOUNTS)
def test_an_amount_written_is_read_back(fen: int) -> None:
    assert yuan(plain(fen)) == fen == yuan(show(fen))


@given(AMOUNTS)
def test_capitals_are_read_back(fen: int) -> None:
    assert from_capitals(capitals(fen)) == fen


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (0, "零元整"),
        (5, "伍分"),
        (50, "伍角"),
        (105, "壹元零伍分"),
        (1_230_000, "壹万贰仟叁佰元整"),
        (10_050_000, "壹拾万零伍佰元整"),
        (21_216_003, "贰拾壹万贰仟壹佰陆拾元零叁分"),
        (10_000_000_100, "壹亿零壹元整"),
        (123_450_000_000_000, "壹万贰仟叁佰肆拾伍亿元整"),
    ],
)
def test_capitals_are_those_of_vouchers(fen: int, words: str) -> None:
    assert capitals(fen) == words


@pytest.mark.parametrize(
    ("words", "fen"),
    [("人民币：一百二十元五角", 12_050), ("两万圆正", 2_000_000), ("十五元", 1_500), ("叁角贰分", 32)],
)
def test_plain_numerals_and_the_usual_additions_are_read(words: str, fen: int) -> None:
    assert from_capitals(words) == fen


@pytest.mark.parametrize("words", ["", "元", "万元", "甲元", "壹贰元", "壹佰贰仟元", "壹元贰", "零拾元"])
def test_what_is_no_capital_amount_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="大写金额"):
        from_capitals(words)


@pytest.mark.parametrize("fen", [-1, LARGEST])
def test_capitals_are_refused_where_they_have_no_form(fen: int) -> None:
    with pytest.raises(ValueError, match="大写"):
        capitals(fen)


def test_ten_thousands_are_read_exactly() -> None:
    assert from_wan("1,500.25") == 1_500_250_000
    with pytest.raises(ValueError, match="整数分"):
        from_wan("0.0000001")


@pytest.mark.parametrize("text", ["", "4%", "1/3", "-1", "inf"])
def test_what_is_no_plain_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="不是数字"):
        fraction(text)


def test_half_a_fen_rounds_up_and_away_from_zero() -> None:
    assert [round_fen(Fraction(x, 2)) for x in (1, 3, -1, -3)] == [1, 2, -1, -2]
    assert round_fen(Fraction(49, 100)) == 0


def test_a_negative_amount_shows_its_sign() -> None:
    assert show(-123_456) == "-1,234.56"
