"""Interest for delay on very many debts at once: `accrue` of `law.interest` for arrays of debts and payments.

A day's rate does not depend on the debt, so rates are summed up day by day once (`running_rates`); the n-th payments of all
debts are then set off together, exact in whole units of a rate, rounded to fen where `accrue` rounds.

Not covered, and so marked: where a last day, a rate or a rule is missing (`accrue` says which), and amounts whose interest
would leave 64 bits. Not taken at all: several sums, parts and caps of general interest, suspensions, an agreed order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from zhixing.law.interest.debt import Rate
from zhixing.law.interest.doubled import NEW_RULE
from zhixing.law.interest.options import OldGeneral, OldRate, Options
from zhixing.law.many.running_rates import Running, Whole, brackets, doubled, general

Days = NDArray[np.datetime64]
_DAY = timedelta(days=1)
_EARLIEST = date(1949, 10, 1)  # what began before is left to `accrue`
_BEFORE = np.datetime64(_EARLIEST, "D")
_ROOM = 2**61
_LARGEST = 10**15  # no payment comes near; the sum of very many stays within 64 bits
_NO_DAY = np.iinfo(np.int64).min
_DAYS = 23  # bits: more than the days up to the year 9999 take
_AT_ONCE = 65_536  # debts: fewer cost more calls, more no longer fit into the processor's cache


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
    debts: Debts,
    payments: Payments,
    to: date,
    *,
    rates: Sequence[Rate] = (),
    options: Options = Options(),
    threads: int = 1,
) -> Accruals:
    """Answer what each debt has grown to by the end of day `to`, and what is still owed, to the fen as `accrue` does.

    Debts do not touch each other: so many `threads` share them, numpy holding none of them up.
    Raises ValueError for amounts or days that are none, and for readings that cannot be taken for all debts at once.
    Source: 迟延履行利息解释.
    """
    _check(debts, payments, options)
    end = to + _DAY
    first = _first(debts, to)
    laid = _Laid(
        general(rates, first, end, options),
        doubled(first, end, options),
        brackets(first, end, options),
    )
    count, due = len(debts.principal), _in_turn(payments)
    starts = np.zeros(count + 1, np.int64)
    np.cumsum(np.bincount(due.debt, minlength=count), out=starts[1:])
    counts = _up_to(due.on, int(np.datetime64(to, "D").astype(np.int64)), starts)
    found = Accruals(np.empty(count, np.bool_), *np.empty((len(fields(Accruals)) - 1, count), np.int64))

    def settle(begin: int) -> None:
        block = slice(begin, begin + _AT_ONCE)
        some = Debts(debts.principal[block], debts.due[block], debts.rate[block], debts.since[block])
        own, ends = starts[block], starts[min(begin + _AT_ONCE, count)]
        paid = slice(own[0], ends)
        given = (own - own[0], counts[block], _places(due.on[paid], laid.doubled, 1), due.amount[paid])
        into = [getattr(found, each.name)[block] for each in fields(Accruals)]
        _settle(_Asked.of(some, laid), laid, given, into)

    with ThreadPoolExecutor(threads) as pool:
        deque(pool.map(settle, range(0, count, _AT_ONCE)), maxlen=0)
    return found


@dataclass(frozen=True, slots=True)
class _Laid:
    general: Running
    doubled: Running
    brackets: Whole

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
    def of(cls, debts: Debts, laid: _Laid) -> _Asked:
        """Look up the places; what the rates do not reach is not covered."""
        granted, last = debts.rate >= 0, laid.general.width - 1
        rate = np.where(granted, debts.rate, len(laid.general.unit) - 1)
        since = np.where(granted, _places(debts.since, laid.general), last)
        delay = _places(debts.due, laid.doubled, 1)
        covered = debts.due >= _BEFORE  # a missing day is not
        covered &= ~granted | ((debts.since >= _BEFORE) & (since >= laid.general.known.take(rate)))
        covered &= (delay >= laid.doubled.known[0]) | (delay >= min(laid.new_rule, last))
        return cls(covered, debts.principal, rate, since, delay, laid.brackets.take(np.maximum(delay - 1, 0)))

    def turned(self, turn: Whole) -> _Asked:
        """In another order."""
        return _Asked(*(getattr(self, each.name).take(turn) for each in fields(self)))


class _Interest:
    """One interest of some debts: accrued exactly in units, its rounded whole, and what is paid of it."""

    def __init__(self, running: Running, stretch: Whole, since: Whole) -> None:
        self._running = running
        self._from = stretch * running.width
        self._since = since
        self._last = running.sums.take(self._from + since)
        one = (running.unit == running.unit[0]).all()  # a single divisor divides several times faster
        self._unit = running.unit[:1] if one else running.unit.take(stretch)
        self._exact = np.zeros_like(since) + self._unit // 2  # half a fen, so that cutting off rounds
        self.whole = np.zeros_like(since)
        self.paid = np.zeros_like(since)

    def has_room(self, principal: Whole) -> NDArray[np.bool_]:
        """Where interest on the principal to the end stays within 64 bits."""
        highest = self._running.sums.take(self._from + self._running.width - 1) - self._last
        surely = principal <= _ROOM // max(int(highest.max(initial=0)), 1)
        return surely if surely.all() else np.asarray(principal <= _ROOM // np.maximum(highest, 1))

    def run(self, base: Whole, upto: Whole | int) -> None:
        """Let it run on the base to before that place, for the first so many debts."""
        some = slice(0, len(base))
        now = self._running.sums.take(np.maximum(self._since[some], upto) + self._from[some])
        exact = self._exact[some]
        exact += base * (now - self._last[some])
        self._last[some] = now
        self.whole[some] = exact // (int(self._unit[0]) if len(self._unit) == 1 else self._unit[some])

    def pay(self, amount: Whole) -> Whole:
        """Set amounts against it; what is left of them."""
        some = slice(0, len(amount))
        part = np.minimum(amount, self.whole[some] - self.paid[some])
        self.paid[some] += part
        return np.asarray(amount - part)


def _settle(
    asked: _Asked, laid: _Laid, paid: tuple[Whole, Whole, Whole, Whole], found: Sequence[Whole]
) -> None:
    """Fill the columns of `Accruals` for some debts; their payments (place of the day after, amount) begin at `starts`.

    Those with the most payments go first, so that the n-th payments are always those of the first so many.
    """
    starts, counts, after, amounts = paid
    turn, upto_nth = _most_first(counts)
    asked = asked.turned(turn)
    grows = _Interest(laid.general, asked.rate, asked.general_since)
    delays = _Interest(laid.doubled, asked.bracket, asked.doubled_since)
    covered = asked.covered & grows.has_room(asked.principal) & delays.has_room(asked.principal)
    base, surplus = np.where(covered, asked.principal, 0), np.zeros_like(turn)
    begins = starts.take(turn)
    for nth, several in enumerate(upto_nth):
        some = slice(0, several)
        at = begins[some] + nth
        upto, left, owed = after.take(at), amounts.take(at), base[some]
        covered[some] &= left <= _LARGEST
        grows.run(owed, upto)
        delays.run(owed, upto)
        shared = np.flatnonzero((upto <= laid.new_rule) & (delays.whole[some] > delays.paid[some]))
        if len(shared):
            left[shared] -= _share(shared, left[shared], owed, grows, delays)
        left = grows.pay(left)
        part = np.minimum(left, owed)
        owed -= part  # in the base itself
        surplus[some] += delays.pay(left - part)
    grows.run(base, laid.doubled.width - 1)
    delays.run(base, laid.doubled.width - 1)
    columns = (grows.whole, delays.whole, base, grows.whole - grows.paid, delays.whole - delays.paid, surplus)
    found[0][turn] = covered
    for into, column in zip(found[1:], columns, strict=True):
        into[turn] = column * covered


def _most_first(counts: Whole) -> tuple[Whole, list[int]]:
    """The order that puts the most payments first, and how many debts have an n-th payment."""
    most = int(counts.max(initial=0))
    fewness = most - counts
    # numpy sorts numbers of 16 bits by counting them
    turn = np.argsort(fewness.astype(np.uint16) if most < 2**16 else fewness, kind="stable")
    return turn, [int(np.count_nonzero(counts > nth)) for nth in range(most)]


def _share(places: Whole, amount: Whole, base: Whole, grows: _Interest, delays: _Interest) -> Whole:
    """Pay the doubled part its share of payments of before 2014-08-01, as `order.share_of_doubled`; what went there."""
    due = delays.whole[places] - delays.paid[places]
    whole = base[places] + grows.whole[places] - grows.paid[places] + due
    part = (2 * amount * due + whole) // (2 * whole)
    large = amount > _ROOM // due  # the product leaves 64 bits: a few, in Python's own numbers
    part[large] = (2 * amount[large].astype(object) * due[large] + whole[large]) // (2 * whole[large])
    part = np.where(amount >= whole, due, part)
    delays.paid[places] += part
    return np.asarray(part)


def _in_turn(payments: Payments) -> Payments:
    """The payments debt by debt and day by day; most lists come so."""
    debt, on, amount = payments.debt, payments.on, payments.amount
    days = _numbers(on)
    # Block by block, so that what is only looked at stays within the processor's cache.
    for begin in range(0, len(on), _AT_ONCE):
        some = slice(begin, begin + _AT_ONCE + 1)
        turns = (debt[some] << _DAYS) + days[some]
        if (turns[1:] < turns[:-1]).any():
            turn = np.argsort((debt << _DAYS) + days, kind="stable")
            return Payments(debt[turn], on[turn], amount[turn])
    return payments


def _up_to(on: Days, last: int, starts: Whole) -> Whole:
    """How many of each debt's payments, which stand in turn, were made by that day."""
    days = _numbers(on)
    if not len(on) or days.max() <= last:
        return np.diff(starts)
    made = np.zeros(len(on) + 1, np.int64)
    np.cumsum(days <= last, out=made[1:])
    return np.diff(made[starts])


def _places(days: Days, running: Running, later: int = 0) -> Whole:
    """Days as places, or so many days later, brought into the days laid out (no day: the first)."""
    first = int(np.datetime64(running.first, "D").astype(np.int64)) - later
    found = np.clip(_numbers(days), first, first + running.width - 1)
    found -= first
    return found


def _numbers(days: Days) -> Whole:
    """Days as the numbers numpy keeps; no day is the least of all numbers."""
    return days.astype("M8[D]", copy=False).view(np.int64)


def _first(debts: Debts, to: date) -> date:
    """The day to lay the rates out from."""
    begun = (
        np.datetime64(to, "D"),
        *(_earliest(days) for days in (debts.due, debts.since) if len(days)),
    )
    return date.fromisoformat(str(max(_BEFORE, np.fmin.reduce(np.array(begun, "M8[D]")))))


def _earliest(days: Days) -> np.datetime64:
    """The first of the days; those that are none do not count, and cost a slower look only where there are some."""
    least = int(_numbers(days).min())
    return np.fmin.reduce(days) if least == _NO_DAY else np.datetime64(least, "D")


def _check(debts: Debts, payments: Payments, options: Options) -> None:
    if debts.principal.min(initial=0) < 0:
        raise ValueError("本金为负，请填写零以上的金额")
    if payments.amount.min(initial=1) <= 0:
        raise ValueError("清偿金额不大于零，请改正")
    if payments.debt.min(initial=0) < 0 or payments.debt.max(initial=-1) >= len(debts.principal):
        raise ValueError("有清偿记录不属于任何一笔债权，请核对")
    if (
        _numbers(payments.on).min(initial=0) == _NO_DAY
        or ((_numbers(debts.since) == _NO_DAY) & (debts.rate >= 0)).any()
    ):
        raise ValueError("清偿日或者计息起日中有空值，请先补全")
    if (
        options.order
        or options.old_rate is not OldRate.FOLLOWS
        or options.old_general is not OldGeneral.BESIDE
    ):
        raise ValueError("所选口径不能成批计算，请逐笔计算")
