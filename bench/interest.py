"""What 1,000,000 debts have grown to and what is owed, with 1.6 million payments, beside a loop in Decimal and reading the input.

A third of the titles grants a yearly rate, a third a multiple of the LPR, a third nothing; every sixth delay began before
2014-08-01. Ours shares the debts among as many threads as there are cores. The loop is what one would write by hand: rate
pieces of a stretch by `bisect`, sums kept exact, divided once where interest is rounded. All seven columns of every debt are
compared with it.
"""

from __future__ import annotations

import os
import time
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np
from bench.figure import Figure, side_by_side

from zhixing.law.interest import NumberRate, Per, Rate, TableRate
from zhixing.law.many.interest import Accruals, Debts, Payments, accrue_all
from zhixing.law.rates import Bracket, Table, bracket_of, series

COUNT, PAID = 1_000_000, 1_600_000
THREADS = min(os.cpu_count() or 1, 4)
TO = date(2025, 12, 31)
NEW_RULE = date(2014, 8, 1)
YEARLY = ("0.06", "0.0435", "0.12", "0.24")
TIMES = (1, 2, 4)
RATES: list[Rate] = [
    *(NumberRate(Fraction(rate), Per.YEAR) for rate in YEARLY),
    *(TableRate(Table.LPR_1Y, Fraction(times)) for times in TIMES),
]
DAY = timedelta(days=1)
HALF_UP, ONE, NOTHING = ROUND_HALF_UP, Decimal(1), Decimal(0)
BY_YEAR = [Decimal(rate) for rate in YEARLY]
NEW_RATE = Decimal("0.000175")

Row = tuple[int, int, int, int, int, int]
Pieces = tuple[list[date], list[Decimal]]


def figures() -> list[Figure]:
    """Time ours best of five, the loop once over all; AssertionError where a fen differs on any debt."""
    debts, payments = made()
    ours, reading = side_by_side(
        [lambda: accrue_all(debts, payments, TO, rates=RATES, threads=THREADS), lambda: read(debts, payments)]
    )
    began = time.perf_counter()
    looped = list(loop(debts, payments))
    theirs = time.perf_counter() - began
    found = accrue_all(debts, payments, TO, rates=RATES, threads=THREADS)
    assert found.covered.all(), "a debt is not covered"
    differing = np.flatnonzero((columns(found) != np.array(looped)).any(axis=1))
    assert not len(differing), f"{len(differing)} debts differ, first {differing[0]}"
    job = f"Interest, {PAID:,} payments, {THREADS} threads"
    return [
        Figure(job, COUNT, ours, "a loop in Decimal", theirs, theirs / ours, 100),
        Figure(job, COUNT, ours, "reading the input once", reading, ours / reading, 60, most=True),
    ]


def made() -> tuple[Debts, Payments]:
    """The rows, of a fixed seed."""
    chance = np.random.default_rng(264)
    first, before = np.datetime64("2010-01-01", "D"), (date(2014, 8, 1) - date(2010, 1, 1)).days
    since_2014 = chance.integers(before, 5600, COUNT)
    due = first + np.where(chance.random(COUNT) < 1 / 6, chance.integers(0, before, COUNT), since_2014)
    kind = chance.integers(0, 3, COUNT)
    fixed, floating = chance.integers(0, len(YEARLY), COUNT), chance.integers(len(YEARLY), len(RATES), COUNT)
    rate = np.where(kind == 0, -1, np.where(kind == 1, fixed, floating))
    lpr = np.datetime64("2019-08-20", "D")
    since = due - chance.integers(0, 700, COUNT)
    since = np.where(kind == 2, np.maximum(since, lpr), since)
    principal = np.exp(chance.normal(15.5, 1.8, COUNT)).astype(np.int64) + 1
    debt = np.sort(chance.integers(0, COUNT, PAID))
    on = due[debt] + chance.integers(-100, 3000, PAID)
    amount = np.maximum(1, (principal[debt] * chance.exponential(0.4, PAID)).astype(np.int64))
    turn = np.lexsort((on, debt))
    return Debts(principal, due, rate, since), Payments(debt[turn], on[turn], amount[turn])


def read(debts: Debts, payments: Payments) -> int:
    """Touch every value once: the limit."""
    return sum(
        int(each.view(np.int64).sum())
        for each in (
            debts.principal,
            debts.due,
            debts.rate,
            debts.since,
            payments.debt,
            payments.on,
            payments.amount,
        )
    )


def columns(found: Accruals) -> np.ndarray:
    """The answers, a row a debt."""
    owed = (found.owed_principal, found.owed_general, found.owed_doubled)
    return np.stack([found.general, found.doubled, *owed, found.surplus], axis=1)


def pieces(rows: Iterator[tuple[date, Fraction]]) -> Pieces:
    """Days of change and yearly rates."""
    listed = list(rows)
    return [since for since, _ in listed], [Decimal(rate.numerator) / rate.denominator for _, rate in listed]


LPR = pieces((row.since, row.value) for row in series(Table.LPR_1Y).rows)
BENCHMARK = {
    bracket: pieces((row.since, row.value) for row in series(Table.BENCHMARK, bracket).rows)
    for bracket in Bracket
}


def grown(base: int, since: date, until: date, table: Pieces) -> Decimal:
    """Base times yearly rate times days over a stretch, piece by piece; to be divided by the days of the year."""
    changes, rates = table
    place, total = bisect_right(changes, since) - 1, NOTHING
    while since < until:
        end = min(until, changes[place + 1]) if place + 1 < len(changes) else until
        total += base * rates[place] * (end - since).days
        since, place = end, place + 1
    return total


def loop(debts: Debts, payments: Payments) -> Iterator[Row]:
    """Debt after debt."""
    starts = np.searchsorted(payments.debt, np.arange(COUNT + 1)).tolist()
    paid = list(zip(payments.on.tolist(), payments.amount.tolist(), strict=True))
    rows = zip(
        debts.principal.tolist(), debts.due.tolist(), debts.rate.tolist(), debts.since.tolist(), strict=True
    )
    for place, (base, due, rate, granted) in enumerate(rows):
        upto = [each for each in paid[starts[place] : starts[place + 1]] if each[0] <= TO]
        yield one(base, (due, rate, granted), upto)


def one(base: int, terms: tuple[date, int, date], paid: list[tuple[date, int]]) -> Row:
    """One debt, payment after payment."""
    general = old = new = NOTHING
    paid_general = paid_doubled = surplus = 0
    day = date.min
    for on, left in (*paid, (TO, 0)):
        if base:
            more = stretch(base, terms, day, on + DAY)
            general, old, new = general + more[0], old + more[1], new + more[2]
        day = on + DAY
        whole_general = int((general / 365).quantize(ONE, HALF_UP))
        whole_doubled = int((old / 360 + new).quantize(ONE, HALF_UP))
        doubled = whole_doubled - paid_doubled
        if doubled and on < NEW_RULE:
            whole = base + whole_general - paid_general + doubled
            share = (
                doubled if left >= whole else int((Decimal(left * doubled) / whole).quantize(ONE, HALF_UP))
            )
            paid_doubled, left = paid_doubled + share, left - share
        part = min(left, whole_general - paid_general)
        paid_general, left = paid_general + part, left - part
        base, left = max(base - left, 0), max(left - base, 0)
        part = min(left, whole_doubled - paid_doubled)
        paid_doubled, surplus = paid_doubled + part, surplus + left - part
    return (
        whole_general,
        whole_doubled,
        base,
        whole_general - paid_general,
        whole_doubled - paid_doubled,
        surplus,
    )


def stretch(
    base: int, terms: tuple[date, int, date], day: date, until: date
) -> tuple[Decimal, Decimal, Decimal]:
    """What accrues between two payments: general and old doubled interest to be divided by the year, and new doubled."""
    due, rate, granted = terms
    general = old = new = NOTHING
    since = max(day, granted)
    if rate >= len(YEARLY):
        general = grown(base, since, until, LPR) * TIMES[rate - len(YEARLY)]
    elif rate >= 0 and since < until:
        general = base * BY_YEAR[rate] * (until - since).days
    since = max(day, due + DAY)
    if since < NEW_RULE:
        table = BENCHMARK[bracket_of(due, NEW_RULE - DAY)]
        old = 2 * grown(base, since, min(until, NEW_RULE), table)
        since = NEW_RULE
    if since < until:
        new = base * NEW_RATE * (until - since).days
    return general, old, new
