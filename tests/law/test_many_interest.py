"""Interest on many debts at once is to the fen what one by one is; what the arrays cannot answer is left to the scalar rule."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.answers import Found
from zhixing.law.interest import (
    Debt,
    GeneralRate,
    NumberRate,
    OldBracket,
    OldRate,
    Options,
    Payment,
    Per,
    Rank,
    Rate,
    Sum,
    TableRate,
    accrue,
)
from zhixing.law.many.interest import Accruals, Debts, Payments, accrue_all
from zhixing.law.rates import Beyond, Table

RATES: tuple[Rate, ...] = (
    NumberRate(Fraction("0.06"), Per.YEAR),
    NumberRate(Fraction("0.0005"), Per.DAY),
    NumberRate(Fraction("0.0189"), Per.MONTH),
    TableRate(Table.LPR_1Y, Fraction(4)),
    TableRate(Table.BENCHMARK),
    NumberRate(Fraction(1, 10**14 + 31), Per.YEAR),
)
TO = date(2025, 12, 31)
READINGS = st.sampled_from(
    [
        Options(),
        Options(old_bracket=OldBracket.ONE_YEAR, old_year_days=365),
        Options(benchmark_after_2019=Beyond.LPR),
    ]
)
days = st.dates(date(2006, 1, 1), date(2027, 1, 1))
amounts = st.one_of(st.integers(1, 10**5), st.integers(1, 10**12))
payments = st.lists(st.builds(Payment, days, amounts), max_size=5)


@st.composite
def one(draw: st.DrawFn) -> Debt:
    general = st.builds(GeneralRate, st.sampled_from(RATES), days)
    return Debt(
        (Sum(draw(st.one_of(amounts, st.just(0))), draw(days)),),
        tuple(draw(st.lists(general, max_size=1))),
        tuple(draw(payments)),
    )


def at_once(debts: Sequence[Debt], to: date, options: Options = Options()) -> Accruals:
    """The debts as arrays; their payments deliberately not in the order of the debts."""
    paid = [(place, each) for place, debt in reversed(list(enumerate(debts))) for each in debt.payments]
    return accrue_all(
        Debts(
            np.array([debt.sums[0].principal for debt in debts], np.int64),
            np.array([debt.sums[0].due for debt in debts], "M8[D]"),
            np.array([RATES.index(debt.general[0].rate) if debt.general else -1 for debt in debts], np.int64),
            np.array([debt.general[0].since if debt.general else None for debt in debts], "M8[D]"),
        ),
        Payments(
            np.array([place for place, _ in paid], np.int64),
            np.array([each.on for _, each in paid], "M8[D]"),
            np.array([each.amount for _, each in paid], np.int64),
        ),
        to,
        rates=RATES,
        options=options,
    )


def compared(debts: Sequence[Debt], to: date, options: Options = Options()) -> Accruals:
    found = at_once(debts, to, options)
    for place, debt in enumerate(debts):
        answer = accrue(debt, to, options=options)
        if not found.covered[place]:
            continue
        assert isinstance(answer, Found), debt
        each = answer.value
        one_by_one = (each.general, each.doubled, each.outstanding.principal, each.outstanding.general)
        assert row(found, place) == (*one_by_one, each.outstanding.doubled, each.surplus), debt
    return found


def row(found: Accruals, place: int) -> tuple[int, ...]:
    columns = (found.general, found.doubled, found.owed_principal, found.owed_general, found.owed_doubled)
    return tuple(int(column[place]) for column in (*columns, found.surplus))


@given(st.lists(one(), min_size=1, max_size=12), st.dates(date(2005, 6, 1), TO), READINGS)
def test_many_at_once_are_to_the_fen_what_one_by_one_is(
    debts: list[Debt], to: date, options: Options
) -> None:
    compared(debts, to, options)


def test_what_can_be_answered_one_by_one_is_covered_unless_it_is_huge_or_very_old() -> None:
    debts = [
        Debt((Sum(10**9, due),), (GeneralRate(rate, since),), (Payment(date(2016, 5, 5), 10**8),))
        for due in (date(2010, 1, 1), date(2014, 7, 31), date(2019, 9, 1))
        for rate in (*RATES[:2], RATES[4])
        for since in (date(2009, 1, 1), date(2018, 1, 1))
    ]
    options = Options(benchmark_after_2019=Beyond.LPR)
    assert compared(debts, TO, options).covered.all()


@pytest.mark.parametrize(
    "debt",
    [
        Debt((Sum(10**9, None),)),
        Debt((Sum(10**9, date(2008, 1, 1)),)),
        Debt((Sum(10**9, date(2020, 1, 1)),), (GeneralRate(RATES[3], date(2019, 8, 19)),)),
        Debt((Sum(10**9, date(2020, 1, 1)),), (GeneralRate(RATES[4], date(2019, 8, 19)),)),
        Debt((Sum(10**17, date(2010, 1, 1)),)),
        Debt((Sum(10**9, date(2020, 1, 1)),), (), (Payment(date(2021, 1, 1), 10**16),)),
        Debt((Sum(10**9, date(1930, 1, 1)),)),
        Debt((Sum(10**9, date(2020, 1, 1)),), (GeneralRate(RATES[5], date(2020, 1, 1)),)),
    ],
    ids=["no last day", "before 2009", "no LPR yet", "benchmark?", "huge", "huge payment", "old", "odd rate"],
)
def test_what_it_cannot_answer_it_leaves_at_zero_without_touching_its_neighbours(debt: Debt) -> None:
    plain = Debt((Sum(10**9, date(2020, 1, 1)),), (), (Payment(date(2021, 1, 1), 10**8),))
    found = compared([plain, debt, plain], TO)
    assert found.covered.tolist() == [True, False, True]
    assert row(found, 1) == (0,) * 6


def test_a_payment_of_before_2014_pays_both_parts_by_their_size() -> None:
    debt = Debt((Sum(5_000_000, date(2010, 3, 1)),), (), (Payment(date(2012, 3, 1), 1_234_567),))
    found = compared([debt], date(2015, 1, 1))
    assert found.covered.all()
    assert found.owed_doubled[0] < found.doubled[0]


def test_shares_whose_product_leaves_64_bits_are_exact_too() -> None:
    debt = Debt((Sum(10**12, date(2010, 3, 1)),), (), (Payment(date(2012, 3, 1), 10**12 - 7),))
    assert compared([debt], date(2013, 1, 1)).covered.all()


def test_no_debts_have_no_accruals() -> None:
    assert len(at_once([], TO).covered) == 0


@pytest.mark.parametrize("options", [Options(order=(Rank.PRINCIPAL,)), Options(old_rate=OldRate.AT_START)])
def test_readings_that_differ_by_debt_are_refused(options: Options) -> None:
    with pytest.raises(ValueError, match="逐笔"):
        at_once([Debt((Sum(1, TO),))], TO, options)


def test_reckoned_to_a_day_before_2009_a_debt_in_delay_is_left_and_one_not_yet_due_is_covered() -> None:
    late, early = Debt((Sum(10**9, date(2006, 1, 1)),)), Debt((Sum(10**9, date(2006, 6, 1)),))
    assert compared([late, early], date(2006, 3, 1)).covered.tolist() == [False, True]
