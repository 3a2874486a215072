"""Rates of interest summed up day by day: what accrues on a base between two days is base times a difference of two sums.

Sums are whole numbers of a unit of the rate (so many units make one), hence exact. Where a rate cannot be laid out from a day
on to the end, `known` says from which day it can.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import lcm

import numpy as np
from numpy.typing import NDArray

from zhixing.law.answers import Undetermined
from zhixing.law.interest.debt import Rate
from zhixing.law.interest.doubled import NEW_RULE, PER_DAY, REPLY
from zhixing.law.interest.options import Before2009, OldBracket, Options
from zhixing.law.interest.streams import DayRate, daily
from zhixing.law.rates import BENCHMARK_SINCE, Bracket, Piece, Table, bracket_of, pieces

Whole = NDArray[np.int64]
_DAY = timedelta(days=1)
_SHARED_UNIT = 10**9  # small enough that one unit for all rates leaves as much room
_LARGEST_UNIT = 10**15  # far from what a rate written on paper needs, and from 64 bits


@dataclass(frozen=True, slots=True)
class Running:
    """Sums of daily rates from `first` to before `end`, one stretch of `width` places after another in `sums`.

    The sum at a place is that of the days before it. `unit` (even) and `known` (a place) are per stretch.
    """

    first: date
    end: date
    sums: Whole
    unit: Whole
    known: Whole

    @property
    def width(self) -> int:
        """Places of a stretch."""
        return (self.end - self.first).days + 1


def general(rates: Sequence[Rate], first: date, end: date, options: Options) -> Running:
    """General interest: a stretch a rate, and a last one for debts that bear none."""
    laid = [_from_when_known(rate, first, end, options) for rate in rates]
    known = [(since - first).days for since, _ in laid]
    units = [_unit(found) for _, found in laid]
    beyond = [place for place, unit in enumerate(units) if unit > _LARGEST_UNIT]
    for place in beyond:
        laid[place], known[place], units[place] = (end, ()), (end - first).days, 2
    shared = lcm(*units)
    if shared <= _SHARED_UNIT:
        units = [shared] * len(units)
    stretches = [_sums(found, first, end, unit) for (_, found), unit in zip(laid, units, strict=True)]
    nothing = np.zeros((end - first).days + 1, np.int64)
    return Running(
        first,
        end,
        np.concatenate((*stretches, nothing)),
        np.array([*units, units[0] if units else 2]),
        np.array([*known, 0]),
    )


def doubled(first: date, end: date, options: Options) -> Running:
    """The doubled part: a stretch for each bracket of the benchmark before 2014-08-01, the same rate in all since."""
    since = REPLY if options.before_2009 is Before2009.ASK else BENCHMARK_SINCE
    since, until = max(since, first), min(end, NEW_RULE)
    laid: list[tuple[DayRate, ...]] = []
    for bracket in Bracket:
        old: tuple[Piece, ...] = ()
        if since < until:
            found = pieces(Table.BENCHMARK, since, until, bracket=bracket)
            old = () if isinstance(found, Undetermined) else found
        new = (DayRate(max(first, NEW_RULE), end, PER_DAY, ""),) if end > NEW_RULE else ()
        laid.append(
            tuple(DayRate(each.since, each.until, each.rate * 2 / options.old_year_days, "") for each in old)
            + new
        )
    unit = lcm(*(_unit(found) for found in laid))
    sums = np.concatenate([_sums(found, first, end, unit) for found in laid])
    known = (min(since, end) - first).days
    return Running(first, end, sums, np.array([unit] * len(laid)), np.array([known] * len(laid)))


def brackets(first: date, end: date, options: Options) -> Whole:
    """Which stretch of the doubled part a last day for performance belongs to, by its place; since 2014-08-01 any."""
    found = np.zeros((end - first).days + 1, np.int64)
    last, order = min(end, NEW_RULE) - _DAY, tuple(Bracket)
    by_delay = options.old_bracket is OldBracket.BY_DELAY
    for place in range(max(0, (last - first).days)):
        due = first + timedelta(days=place)
        found[place] = order.index(bracket_of(due, last) if by_delay else Bracket.TO_1_YEAR)
    return found


def _from_when_known(
    rate: Rate, first: date, end: date, options: Options
) -> tuple[date, tuple[DayRate, ...]]:
    """The first day from which a rate can be laid out to the end, and that; the end itself where none can."""
    found = daily(rate, first, end, options)
    if not isinstance(found, Undetermined):
        return first, found
    laid: tuple[DayRate, ...] = ()
    unknown, known = first, end
    while (known - unknown).days > 1:
        middle = unknown + (known - unknown) // 2
        found = daily(rate, middle, end, options)
        if isinstance(found, Undetermined):
            unknown = middle
        else:
            known, laid = middle, found
    return known, laid


def _unit(rates: Sequence[DayRate]) -> int:
    """So many units make one that every daily rate and half a fen are whole."""
    return lcm(2, *(each.per_day.denominator for each in rates))


def _sums(rates: Sequence[DayRate], first: date, end: date, unit: int) -> Whole:
    found = np.zeros((end - first).days + 1, np.int64)
    for each in rates:
        found[(each.since - first).days + 1 : (each.until - first).days + 1] = int(each.per_day * unit)
    return np.cumsum(found)
