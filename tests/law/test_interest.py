"""Interest for delay by worked example, by property, and where it cannot be told."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.cli.interest_file import read
from zhixing.law.answers import Found, Undetermined
from zhixing.law.interest import (
    Accrual,
    Before2009,
    Debt,
    GeneralRate,
    NumberRate,
    OldRate,
    Options,
    Payment,
    Per,
    Rank,
    Rate,
    Satisfaction,
    Sum,
    SumKind,
    Suspension,
    TableRate,
    accrue,
)
from zhixing.law.money import plain, round_fen
from zhixing.law.rates import Beyond, Table

DAY = timedelta(days=1)
START = date(2016, 1, 1)
DAYS = st.integers(-1200, 800).map(lambda count: START + count * DAY)
NEW_DAYS = st.integers(-500, 800).map(lambda count: START + count * DAY)
DAILY = NumberRate(Fraction(3, 10_000), Per.DAY)


class Case(TypedDict, total=False):
    name: str
    file: dict[str, object]
    general: str
    doubled: str
    total: str
    outstanding: dict[str, str]


def cases() -> list[Case]:
    text = (Path(__file__).parent / "cases" / "interest.toml").read_text(encoding="utf-8")
    found: list[Case] = tomllib.loads(text)["case"]
    return found


def answered(debt: Debt, to: date, options: Options = Options()) -> Accrual:
    answer = accrue(debt, to, options=options)
    assert isinstance(answer, Found)
    return answer.value


def missing(debt: Debt, to: date, options: Options = Options()) -> str:
    answer = accrue(debt, to, options=options)
    assert isinstance(answer, Undetermined)
    return "；".join(str(each) for each in answer.missing)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["name"])
def test_a_worked_example_comes_out(case: Case) -> None:
    asked = read(json.dumps(case["file"]))
    found = answered(asked.debt, asked.to, asked.options)
    assert (plain(found.general), plain(found.doubled), plain(found.total)) == (
        case["general"],
        case["doubled"],
        case["total"],
    )
    owed = found.outstanding
    shown = {key: plain(getattr(owed, key)) for key in ("principal", "general", "doubled", "total")}
    assert shown == case.get("outstanding", shown)


def sums(days: st.SearchStrategy[date]) -> st.SearchStrategy[Sum]:
    labels = st.sampled_from(["甲", "乙", "丙"])
    return st.builds(Sum, st.integers(1, 10**9), days, labels, st.sampled_from(list(SumKind)))


RATES: st.SearchStrategy[Rate] = st.one_of(
    st.builds(
        NumberRate, st.fractions(0, Fraction(1, 1000), max_denominator=10**6), st.sampled_from(list(Per))
    ),
    st.builds(TableRate, st.just(Table.BENCHMARK), st.sampled_from([Fraction(1), Fraction(13, 10)])),
)
PAYMENTS = st.lists(
    st.builds(Payment, DAYS, st.integers(1, 10**9), st.sampled_from(list(Satisfaction))), max_size=5
).map(tuple)
SUSPENSIONS = st.lists(
    st.tuples(DAYS, st.integers(0, 90), st.booleans()).map(
        lambda parts: Suspension(parts[0], parts[0] + parts[1] * DAY, parts[2])
    ),
    max_size=3,
).map(tuple)


def debts(days: st.SearchStrategy[date]) -> st.SearchStrategy[Debt]:
    return st.builds(
        Debt,
        st.lists(sums(days), min_size=1, max_size=3, unique_by=lambda item: item.label).map(tuple),
        st.lists(st.builds(GeneralRate, RATES, DAYS), max_size=2).map(tuple),
        PAYMENTS,
        SUSPENSIONS,
    )


DEBTS = debts(DAYS)


@given(DEBTS, DAYS)
def test_what_was_paid_lowered_something_or_is_surplus(debt: Debt, to: date) -> None:
    found = answered(debt, to)
    paid = sum(payment.amount for payment in debt.payments if payment.on <= to)
    assert found.total - found.outstanding.total == paid - found.surplus
    assert sum(found.sums) == found.outstanding.principal


@given(DEBTS, DAYS)
def test_nothing_outstanding_is_negative_and_a_surplus_means_all_was_paid(debt: Debt, to: date) -> None:
    found = answered(debt, to)
    assert min(*found.sums, found.outstanding.general, found.outstanding.doubled, found.surplus) >= 0
    assert not (found.surplus and found.outstanding.total)


@given(DEBTS, DAYS)
def test_payments_never_make_a_debt_grow(debt: Debt, to: date) -> None:
    paid, unpaid = answered(debt, to), answered(replace(debt, payments=()), to)
    assert paid.general <= unpaid.general
    assert paid.doubled <= unpaid.doubled
    assert paid.outstanding.total <= unpaid.outstanding.total


@given(DEBTS, DAYS, st.integers(0, 400))
def test_a_later_day_never_owes_less_interest(debt: Debt, to: date, more: int) -> None:
    early, late = answered(debt, to), answered(debt, to + more * DAY)
    assert (early.general, early.doubled) <= (late.general, late.doubled)


@given(sums(DAYS), RATES, DAYS, DAYS, DAYS)
def test_general_interest_may_be_cut_anywhere(
    item: Sum, rate: Rate, since: date, cut: date, to: date
) -> None:
    since, cut, to = sorted((since, cut, to))
    whole = (GeneralRate(rate, since),)
    cutted = (GeneralRate(rate, since, cut), GeneralRate(rate, cut))
    assert answered(Debt((item,), whole), to).general == answered(Debt((item,), cutted), to).general


@given(sums(NEW_DAYS), NEW_DAYS, NEW_DAYS)
def test_the_doubled_part_may_be_cut_anywhere(item: Sum, cut: date, to: date) -> None:
    cut, to = sorted((cut, to))
    debt = Debt((item,))
    steps = answered(debt, to).steps
    early = sum((step.amount or 0 for step in answered(debt, cut).steps), Fraction(0))
    if item.due is not None and item.due <= cut:
        late = answered(Debt((replace(item, due=cut),)), to)
        assert sum((step.amount or 0 for step in steps), Fraction(0)) == early + sum(
            (step.amount or 0 for step in late.steps), Fraction(0)
        )


@given(debts(NEW_DAYS), NEW_DAYS)
def test_stretches_agree_with_a_reckoning_day_by_day(debt: Debt, to: date) -> None:
    """The plain reckoning: each day adds its interest to what was outstanding when it began."""
    without_table = tuple(each for each in debt.general if isinstance(each.rate, NumberRate))
    debt = replace(debt, general=without_table, payments=())
    found = answered(debt, to)
    assert found.general == round_fen(sum((_general(debt, each, to) for each in debt.general), Fraction(0)))
    assert found.doubled == round_fen(sum(_doubled(debt, to), Fraction(0)))


def _general(debt: Debt, granted: GeneralRate, to: date) -> Fraction:
    rate = granted.rate
    assert isinstance(rate, NumberRate)
    per_day = rate.rate / {Per.DAY: 1, Per.MONTH: 30, Per.YEAR: 365}[rate.per]
    base = sum(item.principal for item in debt.sums if item.kind is SumKind.PRINCIPAL)
    day, grown = granted.since, Fraction(0)
    while day <= to:
        grown += base * per_day
        day += DAY
    return grown


def _doubled(debt: Debt, to: date) -> Iterable[Fraction]:
    for item in debt.sums:
        if item.kind in (SumKind.INTEREST, SumKind.COURT_FEE) or item.due is None:
            continue
        day = item.due + DAY
        while day <= to:
            stopped = any(
                span.since <= day < span.until and not span.at_debtors_request for span in debt.suspensions
            )
            if not stopped:
                yield item.principal * Fraction("0.000175")
            day += DAY


def test_without_a_last_day_the_doubled_part_cannot_be_told() -> None:
    assert "履行期间届满之日" in missing(Debt((Sum(100, None),)), START)


def test_a_sum_that_is_not_doubled_needs_no_last_day() -> None:
    assert answered(Debt((Sum(100, None, kind=SumKind.INTEREST),)), START).total == 100


def test_the_lpr_is_not_guessed_before_it_existed_nor_after_its_last_announcement() -> None:
    lpr = (GeneralRate(TableRate(Table.LPR_1Y), date(2019, 8, 1)),)
    assert "2019-08-20" in missing(Debt((Sum(100, START),), lpr), date(2019, 9, 1))
    late = Debt((Sum(100, START),), (GeneralRate(TableRate(Table.LPR_1Y), date(2025, 12, 1)),))
    assert isinstance(accrue(late, date(2026, 1, 19)), Found)
    assert "补入利率表" in missing(late, date(2026, 1, 20))
    assert isinstance(accrue(late, date(2026, 6, 1), options=Options(extend_last_rate=True)), Found)


def test_a_rate_or_a_cap_fixed_on_an_unknown_day_cannot_be_told() -> None:
    unknown = TableRate(Table.LPR_1Y, fixed_on=date(2018, 1, 1))
    assert "2018-01-01" in missing(Debt((Sum(100, START),), (GeneralRate(unknown, START),)), START)
    capped = GeneralRate(DAILY, START, cap=unknown)
    assert "2018-01-01" in missing(Debt((Sum(100, START),), (capped,)), START)


@pytest.mark.parametrize(
    ("beyond", "general"), [(Beyond.KEEP, 435 * 10 + 435 * 10), (Beyond.LPR, 435 * 10 + 425 * 10)]
)
def test_the_benchmark_since_the_lpr_is_asked_for_or_chosen(beyond: Beyond, general: int) -> None:
    rate = TableRate(Table.BENCHMARK, year_days=360)
    debt = Debt((Sum(3_600_000, date(2020, 1, 1)),), (GeneralRate(rate, date(2019, 8, 10)),))
    assert "沿用基准利率" in missing(debt, date(2019, 8, 29))
    assert answered(debt, date(2019, 8, 29), Options(benchmark_after_2019=beyond)).general == general


def test_delay_before_2009_is_asked_for_or_reckoned_like_the_reply() -> None:
    debt = Debt((Sum(1_000_000, date(2009, 5, 8)),))
    assert "最高利率" in missing(debt, date(2009, 5, 18))
    like = Options(before_2009=Before2009.LIKE_2009)
    assert answered(debt, date(2009, 5, 18), like).doubled == round_fen(
        Fraction("0.0486") * 2 / 360 * 10 * 1_000_000
    )


@pytest.mark.parametrize(
    ("to", "doubled"), [(date(2014, 7, 31), 0), (date(2014, 8, 1), 175), (date(2014, 8, 2), 350)]
)
def test_the_new_rate_begins_on_the_day_it_entered_force(to: date, doubled: int) -> None:
    assert answered(Debt((Sum(1_000_000, date(2014, 7, 31)),)), to).doubled == doubled


def test_the_old_rate_may_stay_as_it_was_at_the_start() -> None:
    debt = Debt((Sum(36_000_000, date(2012, 7, 4)),))
    follows = answered(debt, date(2012, 7, 6)).doubled
    stays = answered(debt, date(2012, 7, 6), Options(old_rate=OldRate.AT_START)).doubled
    assert (follows, stays) == (2 * 5850 + 2 * 5600, 4 * 5850)


def test_a_payment_after_the_day_is_left_out_and_said() -> None:
    debt = Debt((Sum(100_000, START),), payments=(Payment(START + 10 * DAY, 50_000),))
    found = accrue(debt, START + 5 * DAY)
    assert isinstance(found, Found)
    assert found.value.outstanding.principal == 100_000
    assert any("不计" in str(line) for line in found.because)


def test_what_is_paid_too_much_is_surplus() -> None:
    found = answered(Debt((Sum(100_000, START),), payments=(Payment(START, 150_000),)), START)
    assert (found.outstanding.total, found.surplus) == (0, 50_000)


def test_costs_go_first_and_equal_sums_share() -> None:
    sums = (Sum(1000, START, "甲"), Sum(3000, START, "乙"), Sum(500, START, "律师费", SumKind.COST))
    found = answered(Debt(sums, payments=(Payment(START, 1501),)), START)
    assert found.sums == (750, 2249, 0)


def test_an_agreed_order_goes_before_the_law() -> None:
    sums = (Sum(1000, START, "甲"), Sum(500, START, "律师费", SumKind.COST))
    debt = Debt(sums, payments=(Payment(START, 1000),))
    assert answered(debt, START, Options(order=("甲",))).sums == (0, 500)
    late = replace(debt, payments=(Payment(START + 10 * DAY, 2),))
    assert answered(late, START + 10 * DAY, Options(order=(Rank.DOUBLED,))).outstanding.doubled == 1
    with pytest.raises(ValueError, match="清偿顺序"):
        accrue(debt, START, options=Options(order=("丙",)))


def test_court_fees_are_doubled_only_when_chosen() -> None:
    debt = Debt((Sum(1_000_000, START, "受理费", SumKind.COURT_FEE),))
    day = START + 10 * DAY
    assert (answered(debt, day).doubled, answered(debt, day, Options(court_fees_double=True)).doubled) == (
        0,
        1750,
    )


def test_an_amount_as_base_falls_with_the_principal() -> None:
    granted = GeneralRate(DAILY, START, base=400_000)
    debt = Debt((Sum(1_000_000, START + 900 * DAY),), (granted,), (Payment(START, 100_120),))
    assert answered(debt, START + DAY).general == 120 + 90


def test_an_amount_as_base_ends_with_the_principal() -> None:
    granted = GeneralRate(DAILY, START, base=2_000_000)
    debt = Debt((Sum(1_000_000, START + 900 * DAY),), (granted,), (Payment(START, 1_000_600),))
    assert answered(debt, START + 30 * DAY).outstanding.total == 0


@pytest.mark.parametrize(
    "make",
    [
        lambda: Debt(()),
        lambda: Debt((Sum(1, START), Sum(1, START))),
        lambda: Sum(-1, START),
        lambda: Payment(START, 0),
        lambda: Suspension(START, START - DAY),
        lambda: GeneralRate(DAILY, START, START - DAY),
        lambda: GeneralRate(DAILY, START, base=-1),
        lambda: GeneralRate(DAILY, START, cap=-1),
        lambda: NumberRate(Fraction(-1), Per.DAY),
        lambda: NumberRate(Fraction(1), Per.YEAR, 366),
        lambda: TableRate(Table.LPR_1Y, Fraction(-1)),
        lambda: Debt((Sum(1, START),), (GeneralRate(DAILY, START, base=("甲",)),)),
    ],
)
def test_what_can_be_no_debt_is_refused_in_chinese(make: object) -> None:
    assert callable(make)
    with pytest.raises(ValueError, match="请"):
        make()
