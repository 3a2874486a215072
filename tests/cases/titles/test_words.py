"""Single words of papers: numbers, dates, rates, periods, parties, references."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.cases.titles import numerals, performance, rates
from zhixing.cases.titles.cast import Cast, head_cast, infer
from zhixing.cases.titles.reading import Anchor, Perform, Rate
from zhixing.cases.titles.references import item_numbers
from zhixing.law.money import capitals


@given(st.integers(100, 10**13))
def test_capitals_are_read_as_money_writes_them(fen: int) -> None:
    assert numerals.fen(capitals(fen)) == fen


@given(st.integers(1, 10**12))
def test_figures_are_found_whole_in_a_sentence(fen: int) -> None:
    found = re.search(numerals.AMOUNT, f"支付货款{fen // 100}.{fen % 100:02}元整，")
    assert found is not None
    assert numerals.fen(found[0]) == fen


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("3.5万元", 3_500_000),
        ("1亿2000万元", 12_000_000_000),
        ("五万元", 5_000_000),
        ("十二万三千四百五十六元", 12_345_600),
        ("人民币（大写）：玖万捌仟柒佰陆拾伍元肆角叁分", 9_876_543),
        ("￥1000", 100_000),
        ("叁仟圆整", 300_000),
    ],
)
def test_amounts_in_other_forms(text: str, fen: int) -> None:
    found = re.fullmatch(numerals.AMOUNT, text)
    assert found is not None
    assert numerals.fen(text) == fen


@pytest.mark.parametrize("text", ["5000美元", "港币500元", "约五万余元", "5万余元", "元"])
def test_other_money_and_rough_amounts_are_no_amounts(text: str) -> None:
    assert re.search(numerals.AMOUNT, text) is None


def test_more_than_two_decimals_is_no_amount_of_fen() -> None:
    assert numerals.fen("1.234元") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026年6月20日", date(2026, 6, 20)),
        ("二〇二六年六月二十日", date(2026, 6, 20)),
        ("2024年2月底", date(2024, 2, 29)),
        ("2025-08-28", date(2025, 8, 28)),
        ("2025年年底", date(2025, 12, 31)),
        ("2026年2月30日", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert numerals.day(text) == day


def test_a_day_without_its_year_follows_the_last_one() -> None:
    assert numerals.day("10月31日", date(2025, 9, 30)) == date(2025, 10, 31)
    assert numerals.day("1月31日", date(2025, 9, 30)) == date(2026, 1, 31)
    assert numerals.day("10月31日") is None


@pytest.mark.parametrize(
    ("text", "number", "per"),
    [
        ("年利率6%", "0.06", "year"),
        ("按月利率1.5%", "0.015", "month"),
        ("月息2分", "0.02", "month"),
        ("月息1分5", "0.015", "month"),
        ("年息8厘", "0.08", "year"),
        ("日万分之五", "0.0005", "day"),
        ("每逾期一日按欠款总额的千分之一", "0.001", "day"),
        ("按24%的年利率", "0.24", "year"),
        ("年利率百分之三点八五", "0.0385", "year"),
    ],
)
def test_plain_rates(text: str, number: str, per: str) -> None:
    found = re.match(rates.PLAIN, text)
    assert found is not None
    assert rates.plain(found) == Rate(number=Decimal(number), per=per)


@pytest.mark.parametrize(
    ("text", "table", "times", "plus"),
    [
        ("按一年期LPR的四倍", "lpr-1y", "4", "0"),
        ("按全国银行间同业拆借中心公布的贷款市场报价利率（一年期）加计50%", "lpr-1y", "1.5", "0"),
        ("按五年期以上贷款市场报价利率上浮60个基点", "lpr-5y", "1", "0.006"),
        ("按一年期贷款市场报价利率的150%", "lpr-1y", "1.5", "0"),
        ("按中国人民银行同期同类贷款基准利率上浮百分之三十", "benchmark", "1.3", "0"),
        ("按一年期贷款市场报价利率下浮10%", "lpr-1y", "0.9", "0"),
        ("按一年期LPR上浮2个百分点", "lpr-1y", "1", "0.02"),
    ],
)
def test_published_rates(text: str, table: str, times: str, plus: str) -> None:
    found = re.match(rates.PUBLISHED, text)
    assert found is not None
    assert rates.published(found) == Rate(table=table, times=Decimal(times), plus=Decimal(plus))


@pytest.mark.parametrize("text", ["按同期贷款市场报价利率的四倍", "按同期银行贷款利率", "按银行同期存款利率"])
def test_a_rate_left_open_stays_open(text: str) -> None:
    found = re.match(rates.PUBLISHED, text)
    assert found is not None
    assert rates.published(found) is None


@pytest.mark.parametrize(
    ("text", "perform"),
    [
        ("于本判决发生法律效力之日起十日内", Perform(days=10, after=Anchor.EFFECTIVE)),
        ("自收到本裁决书之日起15日内", Perform(days=15, after=Anchor.SERVED)),
        ("于签收本调解书之日起五个工作日内", Perform(days=5, after=Anchor.SIGNED, working=True)),
        ("自本裁决作出之日起三个月内", Perform(months=3, after=Anchor.MADE)),
        ("自2026年1月1日起十日内", Perform(days=10, after=date(2026, 1, 1))),
    ],
)
def test_periods(text: str, perform: Perform) -> None:
    found = re.fullmatch(performance.PERIOD, text)
    assert found is not None
    assert performance.period(found, None) == perform


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("被告于某应向原告向某支付", ["于某", "向某"]),
        ("被告中铁（重庆）建设有限公司、陈某于本判决生效", ["中铁（重庆）建设有限公司", "陈某"]),
        ("支付原告某某银行股份有限公司重庆分行借款本金", ["某某银行股份有限公司重庆分行"]),
        ("由被告张某1、张某2负担", ["张某1", "张某2"]),
        ("被告应于本判决生效之日起十日内", []),
        ("向法院申请人民法院强制执行", []),
        ("原、被告协议一致确认", []),
    ],
)
def test_names_are_bounded_by_what_cannot_belong_to_them(text: str, names: list[str]) -> None:
    cast = Cast()
    infer(cast, text, 0)
    assert [member.name for member in cast.members] == names


def test_a_head_gives_names_and_short_names() -> None:
    cast = head_cast("原告：甲贸易有限公司（以下简称甲贸易），住所地某处。\n被告：张某，男，汉族。\n")
    assert [(member.role, member.name) for member in cast.members] == [
        ("原告", "甲贸易有限公司"),
        ("被告", "张某"),
    ]
    assert cast.full("甲贸易") == "甲贸易有限公司"


def test_references_to_items() -> None:
    assert item_numbers("上述第一、二项债务") == (1, 2)
    assert item_numbers("第一项至第三项") == (1, 2, 3)
    assert item_numbers("上述债务") == ()
