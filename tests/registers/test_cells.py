"""Cells: what each kind of field understands, and how it says what it does not."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.registers.cells import READERS, BadCell, plain, written
from zhixing.registers.fields import Kind


@pytest.mark.parametrize(
    "text", ["2016-03-02", "2016/3/2", "2016.3.2", "20160302", "2016年3月2日", "２０１６-03-02"]
)
def test_a_day_is_understood_in_every_writing(text: str) -> None:
    assert READERS[Kind.TIME](text) == datetime.fromisoformat("2016-03-02")


def test_a_time_of_day_is_kept() -> None:
    assert READERS[Kind.TIME]("2016-03-02 09:30") == datetime.fromisoformat("2016-03-02 09:30")


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        (Kind.TIME, "2016-02-30", "日历上没有这一天"),
        (Kind.TIME, "去年", "不是日期"),
        (Kind.INT, "三", "不是整数"),
        (Kind.INT, "1_000", "不是整数"),
        (Kind.INT, "2147483648", "数字太大"),
        (Kind.AMOUNT, "五万元", "不是金额"),
        (Kind.AMOUNT, "NaN", "不是金额"),
        (Kind.AMOUNT, "-1", "金额小于零"),
        (Kind.AMOUNT, "0.00001", "小数超过四位"),
        (Kind.AMOUNT, "1e16", "金额太大"),
        (Kind.AMOUNT, "1,00", "不是金额"),
        (Kind.TEXT, "长" * 301, "共301字，超过300字"),
        (Kind.TEXT, "甲\x00乙", "含有不能保存的控制字符"),
    ],
)
def test_what_cannot_be_read_is_said(kind: Kind, text: str, reason: str) -> None:
    with pytest.raises(BadCell) as bad:
        READERS[kind](text)
    assert bad.value.reason == reason
    assert bad.value.mend


@given(st.decimals(0, 10**15, places=4, allow_nan=False, allow_infinity=False))
def test_an_amount_is_the_same_after_writing(amount: Decimal) -> None:
    read = READERS[Kind.AMOUNT](str(amount))
    assert read == amount
    assert READERS[Kind.AMOUNT](written(read)) == read


@given(st.datetimes().map(lambda moment: moment.replace(microsecond=0)))
def test_a_time_is_the_same_after_writing(moment: datetime) -> None:
    if moment.year >= 1000:
        assert READERS[Kind.TIME](written(moment)) == moment


@given(st.integers(-(2**31) + 1, 2**31 - 1))
def test_a_number_is_the_same_after_writing(number: int) -> None:
    assert READERS[Kind.INT](written(number)) == number


def test_typed_cells_of_a_workbook_are_read_as_they_show() -> None:
    assert plain(12.0) == "12"
    assert plain(1000.5) == "1000.5"
    assert plain(True) == "是"
    assert READERS[Kind.TIME](plain(date(2016, 3, 2))) == datetime.fromisoformat("2016-03-02")
    assert READERS[Kind.TIME](plain(datetime.fromisoformat("2016-03-02 09:30:05"))) == datetime.fromisoformat(
        "2016-03-02 09:30:05"
    )
