"""Interest for delay on very many debts at once: `accrue` of `law.interest` for arrays of debts and payments.

A day's rate does not depend on the debt, so rates are summed up day by day once (`running_rates`); the n-th payments of all
debts are then set off together, exact in whole units of a rate, rounded to fen where `accrue` rounds.

Not covered, and so marked: where a last day, a rate or a rule is missing (`accrue` says which), and amounts whose interest
would leave 64 bits. Not taken at all: several sums, parts and caps of general interest, suspensions, an agreed order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from zhixing.law.interest.debt import Rate
from zhixing.law.interest.doubled import NEW_RULE
from zhixing.law.interest.options import OldGeneral, OldRate, Options
from zhixing.law.many.running_rates import Running, Whole, brackets, doubled, general

Days = NDArray[np.datetime64]
_DAY = timedelta(days=1)
_NEXT = np.timedelta64(1, "D")
_EARLIEST = date(1949, 10, 1)  # what began before is left to `accrue`
_BEFORE = np.datetime64(_EARLIEST, "D")
_ROOM = 2**61
_LARGEST = 10**15  # no payment comes near; the sum of very many stays within 64 bits
_AT_ONCE = 16_384  # debts whose columns fit into the processor's cache together


@dataclass(frozen=True, slots=True)
class Debts:
    """One sum of principal each (fen), its last day for performance (NaT: none), and the general interest granted.

    `rate` is a place in the list of rates, -1 for none; `since` its first day.
    """

    principal: Whole
    due: Days
    rate: Whole
    since: Days


@dataclass(frozen=True, slots=True)
class Payments:
    """Payments in fen, each of the debt at that place; those of one debt on one day are set off in this order."""

    debt: Whole
    on: Days
    amount: Whole


@dataclass(frozen=True, slots=True)
class Accruals:
    """A row a debt, in fen, as `Accrual` has them; where not `covered`, `accrue` must be asked and the row is zero."""

    covered: NDArray[np.bool_]
    general: Whole
    doubled: Whole
    owed_principal: Whole
    owed_general: Whole
    owed_doubled: Whole
    surplus: Whole


def accrue_all(
    debts: Debts, payments: Payments, to: date, *, rates: Sequence[Rate] = (), options: Options = Options()
) -> Accruals:
    """Answer what each debt has grown to by the end of day `to`, and what is still owed, to the fen as `accrue` does.

    Raises ValueError for amounts or days that are none, and for readings that cannot be taken for all debts at once.
    Source: 迟延履行利息解释.
    """
    _check(debts, payments, options)
    end = to + _DAY
    first = _first(debts, to)
    laid = _Laid(general(rates, first, end, options), doubled(first, end, options))
    asked = _Asked.of(debts, laid, brackets(first, end, options))
    turn = np.flatnonzero(payments.on <= np.datetime64(to, "D"))
    turn = turn[np.lexsort((payments.on[turn], payments.debt[turn]))]
    asked.covered[payments.debt[payments.amount > _LARGEST]] = False
    starts = np.searchsorted(payments.debt[turn], np.arange(len(debts.principal) + 1))
    after, amounts = _places(payments.on[turn] + _NEXT, laid.doubled), payments.amount[turn]
    found = [
        _Block(asked.part(slice(begin, begin + _AT_ONCE)), laid).settled(
            starts[begin : begin + _AT_ONCE + 1], after, amounts
        )
        for begin in range(0, len(debts.principal), _AT_ONCE)
    ]
    columns = [np.concatenate(column) for column in zip(*found, strict=True)] if found else [_NONE] * 7
    return Accruals(columns[0].astype(np.bool_), *columns[1:])


_NONE = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class _Laid:
    general: Running
    doubled: Running

    @property
    def new_rule(self) -> int:
        """The place of 2014-08-01."""
        return (NEW_RULE - self.doubled.first).days


@dataclass(frozen=True, slots=True)
class _Asked:
    """Debts with their days as places: where each interest begins, and where its stretch of the sums stands."""

    covered: NDArray[np.bool_]
    principal: Whole
    rate: Whole
    general_since: Whole
    doubled_since: Whole
    bracket: Whole

    @classmethod
    def of(cls, debts: Debts, laid: _Laid, bracket: Whole) -> _Asked:
        """Look up the places; what the rates do not reach is not covered."""
        granted, last = debts.rate >= 0, laid.general.width - 1
        rate = np.where(granted, debts.rate, len(laid.general.unit) - 1)
        since = np.where(granted, _places(debts.since, laid.general), last)
        delay = _places(debts.due + _NEXT, laid.doubled)
        covered = ~np.isnat(debts.due) & (debts.due >= _BEFORE)
        covered &= ~granted | ((debts.since >= _BEFORE) & (since >= laid.general.known[rate]))
        covered &= (delay >= laid.doubled.known[0]) | (delay >= min(laid.new_rule, last))
        return cls(covered, debts.principal, rate, since, delay, bracket[np.maximum(delay - 1, 0)])

    def part(self, block: slice) -> _Asked:
        """Some of them."""
        return _Asked(
            self.covered[block],
            self.principal[block],
            self.rate[block],
            self.general_since[block],
            self.doubled_since[block],
            self.bracket[block],
        )


class _Interest:
    """One interest of a block of debts: accrued exactly in units, its rounded whole, and what is paid of it."""

    def __init__(self, running: Running, stretch: Whole, since: Whole) -> None:
        self._sums = running.sums
        self._from = stretch * running.width
        self._since = since
        self._last = running.sums[self._from + since]
        self.unit = running.unit[stretch]
        self.highest = running.sums[self._from + running.width - 1] - self._last
        self._exact = self.unit // 2  # half a fen, so that cutting off rounds
        self.whole = np.zeros(len(since), np.int64)
        self.paid = np.zeros(len(since), np.int64)

    def run(self, base: Whole, upto: Whole | int) -> None:
        """Let it run on the base to before that place, for the first so many debts."""
        some = slice(0, len(base))
        now = self._sums[self._from[some] + np.maximum(self._since[some], upto)]
        self._exact[some] += base * (now - self._last[some])
        self._last[some] = now
        self.whole[some] = self._exact[some] // self.unit[some]

    def pay(self, amount: Whole) -> Whole:
        """Set amounts against it; what is left of them."""
        some = slice(0, len(amount))
        part = np.minimum(amount, self.whole[some] - self.paid[some])
        self.paid[some] += part
        return np.asarray(amount - part)


class _Block:
    """Some debts, those with the most payments first, so that the n-th payments are always those of the first so many."""

    def __init__(self, asked: _Asked, laid: _Laid) -> None:
        self._asked, self._laid = asked, laid

    def settled(self, starts: Whole, after: Whole, amounts: Whole) -> list[Whole]:
        """The columns of `Accruals` for this block, in its own order; payments stand between its `starts`."""
        counts = np.diff(starts)
        turn = np.argsort(-counts, kind="stable")
        asked, new_rule = self._asked, self._laid.new_rule
        grows = _Interest(self._laid.general, asked.rate[turn], asked.general_since[turn])
        delays = _Interest(self._laid.doubled, asked.bracket[turn], asked.doubled_since[turn])
        principal, covered = asked.principal[turn], asked.covered[turn]
        for each in (grows, delays):
            covered &= principal <= _ROOM // np.maximum(each.highest, 1)
        base = np.where(covered, principal, 0)
        surplus = np.zeros(len(turn), np.int64)
        for nth in range(int(counts.max(initial=0))):
            some = slice(0, int(np.count_nonzero(counts > nth)))
            paid = starts[:-1][turn[some]] + nth
            upto, left = after[paid], amounts[paid]
            owed = base[some]
            grows.run(owed, upto)
            delays.run(owed, upto)
            shared = np.flatnonzero((upto <= new_rule) & (delays.whole[some] > delays.paid[some]))
            if len(shared):
                left[shared] -= _share(shared, left[shared], owed, grows, delays, covered)
            left = grows.pay(left)
            base[some], left = np.maximum(owed - left, 0), np.maximum(left - owed, 0)
            surplus[some] += delays.pay(left)
        end = self._laid.doubled.width - 1
        grows.run(base, end)
        delays.run(base, end)
        columns = (
            grows.whole,
            delays.whole,
            base,
            grows.whole - grows.paid,
            delays.whole - delays.paid,
            surplus,
        )
        back = np.empty_like(turn)
        back[turn] = np.arange(len(turn))
        return [(each * covered)[back] for each in (np.ones_like(turn), *columns)]


def _share(
    places: Whole, amount: Whole, base: Whole, grows: _Interest, delays: _Interest, covered: NDArray[np.bool_]
) -> Whole:
    """Pay the doubled part its share of payments of before 2014-08-01, as `order.share_of_doubled`; what went there."""
    due = delays.whole[places] - delays.paid[places]
    whole = base[places] + grows.whole[places] - grows.paid[places] + due
    fits = amount <= _ROOM // due
    covered[places] &= fits
    exact = (2 * np.where(fits, amount, 0) * due + whole) // (2 * whole)
    part = np.where(amount >= whole, due, exact)
    delays.paid[places] += part
    return np.asarray(part)


def _places(days: Days, running: Running) -> Whole:
    """Days as places, brought into the days laid out (no day: the first)."""
    found = (days - np.datetime64(running.first, "D")).astype(np.int64)
    return np.clip(found, 0, running.width - 1)


def _first(debts: Debts, to: date) -> date:
    """The day to lay the rates out from."""
    begun = np.concatenate((debts.due[~np.isnat(debts.due)], debts.since[debts.rate >= 0]))
    earliest = np.concatenate((begun, np.array([to], "M8[D]"))).min()
    return date.fromisoformat(str(max(earliest, _BEFORE)))


def _check(debts: Debts, payments: Payments, options: Options) -> None:
    if (debts.principal < 0).any():
        raise ValueError("本金为负，请填写零以上的金额")
    if (payments.amount <= 0).any():
        raise ValueError("清偿金额不大于零，请改正")
    if ((payments.debt < 0) | (payments.debt >= len(debts.principal))).any():
        raise ValueError("有清偿记录不属于任何一笔债权，请核对")
    if np.isnat(payments.on).any() or np.isnat(debts.since[debts.rate >= 0]).any():
        raise ValueError("清偿日或者计息起日中有空值，请先补全")
    if (
        options.order
        or options.old_rate is not OldRate.FOLLOWS
        or options.old_general is not OldGeneral.BESIDE
    ):
        raise ValueError("所选口径不能成批计算，请逐笔计算")
