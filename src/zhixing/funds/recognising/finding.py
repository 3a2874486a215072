"""Which open cases a payment may be meant for, with the probability of each: what is written, who paid, how much.

A case is taken into view by its number, written whole or in part; by the payer's name; by a name in the text; by the account.
Each is then compared field by field and the weights summed; beside them stands the chance that the money is of none of them.
Many payments are looked at together, so that each step is one over all of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from zhixing.funds.recognising.comparing import Compared, Comparing, Floats
from zhixing.funds.recognising.in_view import InView
from zhixing.funds.recognising.index import Index
from zhixing.funds.recognising.payments import KINDS, Paid, Payments, Rows
from zhixing.funds.recognising.strings import Ints
from zhixing.funds.recognising.weights import LEVELS, Weights

__all__ = ["Finder", "Found", "Likely", "Paid"]

SIZES = tuple(len(levels) for levels in LEVELS.values())
AT_ONCE = 1 << 15  # payments looked at together: takes some fifty megabytes


class Likely(NamedTuple):
    """A case with its probability, and the level of each field of `weights.LEVELS`, in their order."""

    row: int
    probability: float
    levels: tuple[str, ...]


class Found:
    """The cases in view of each of many payments, in columns; what stands in a line is made when it is looked at."""

    def __init__(self, counts: Ints, rows: Ints, chances: Floats, levels: Ints) -> None:
        self.counts, self.rows, self.chances = counts, rows, chances
        self._starts, self._levels = np.cumsum(counts) - counts, levels

    @classmethod
    def of(cls, parts: Sequence[Found]) -> Found:
        """What was found for payments one after another."""
        none = np.zeros(0, np.int64)
        every = [cls(none, none, np.zeros(0), none), *parts]
        return cls(
            np.concatenate([each.counts for each in every]),
            np.concatenate([each.rows for each in every]),
            np.concatenate([each.chances for each in every]),
            np.concatenate([each._levels for each in every]),
        )

    def __len__(self) -> int:
        return len(self.counts)

    def __getitem__(self, line: int) -> tuple[Likely, ...]:
        here = slice(int(self._starts[line]), int(self._starts[line] + self.counts[line]))
        words = [spelt(each) for each in self._levels[here].tolist()]
        return tuple(map(Likely, self.rows[here].tolist(), self.chances[here].tolist(), words))

    def __iter__(self) -> Iterator[tuple[Likely, ...]]:
        return (self[line] for line in range(len(self)))

    def first(self) -> tuple[Ints, Floats]:
        """The likeliest case of each payment and its probability; -1 and 0 where none is in view."""
        rows, chances, some = np.full(len(self), -1), np.zeros(len(self)), np.flatnonzero(self.counts)
        rows[some], chances[some] = self.rows[self._starts[some]], self.chances[self._starts[some]]
        return rows, chances


class Finder:
    """Finds the cases of payments in an index. `before` tells which cases an account paid, `accounts` whose it is."""

    def __init__(
        self, index: Index, weights: Weights, before: Rows | None = None, accounts: Rows | None = None
    ) -> None:
        self.index, self.before, self.accounts = index, before, accounts
        self.nowhere = weights.nowhere
        self._compared = Comparing(index, weights)

    def find(self, paid: Sequence[Paid]) -> Found:
        """Of each payment the cases in view, the likeliest first; probabilities sum to less than one."""
        steps = range(0, len(paid), AT_ONCE)
        return Found.of([self.judge(self.seen(paid[first : first + AT_ONCE])) for first in steps])

    def seen(self, paid: Sequence[Paid]) -> Payments:
        """Payments made ready for comparison."""
        return Payments(self.index, paid, self.before, self.accounts)

    def compared(self, payments: Payments, lines: Ints, rows: Ints) -> list[tuple[str, ...]]:
        """The levels of the case `rows[n]` for the payment `lines[n]`."""
        return [spelt(each) for each in _coded(self._compared.all(payments, lines, rows)).tolist()]

    def judge(self, payments: Payments) -> Found:
        """As `find`, of what `seen` made ready."""
        own = payments.by_debtor(self.index)
        certain, asked = np.flatnonzero(own >= 0), np.flatnonzero(own < 0)
        view = InView(self.index, payments, asked)
        compared = self._compared.all(payments, view.lines, view.rows)
        lines, rows = np.concatenate((view.lines, certain)), np.concatenate((view.rows, own[certain]))
        chances = np.concatenate(
            (self._chances(payments, view, compared), np.full(len(certain), BEYOND_DOUBT))
        )
        levels = np.concatenate((_coded(compared), np.full(len(certain), _BOTH)))
        order = np.lexsort((rows, -chances, lines))
        counts = np.bincount(lines, minlength=payments.count)
        return Found(counts, rows[order], chances[order], levels[order])

    def _chances(self, payments: Payments, view: InView, compared: Compared) -> Floats:
        """The probability of each pair, beside the others of the payment, its payer's other namesakes and none of them."""
        if not len(view.lines):
            return np.zeros(0)
        lines, weights = view.lines, compared.weights
        first = np.flatnonzero(np.append(True, lines[1:] != lines[:-1]))
        top = np.zeros(payments.count)
        top[lines[first]] = np.maximum.reduceat(weights, first)
        shares = np.clip([self.nowhere.get(kind, 0.5) for kind in KINDS], 1e-6, 1 - 1e-6)
        nowhere = np.log(shares / (1 - shares))[payments.kinds()]
        powers = np.exp(weights - top[lines])
        total = np.exp(nowhere + math.log(max(self.index.count, 1)) - top)
        total += view.crowd * np.exp(self._compared.bare - top)
        total[lines[first]] += np.add.reduceat(powers, first)
        found: Floats = powers / total[lines]
        return found


def _coded(compared: Compared) -> Ints:
    """The levels of each pair as one number."""
    found: Ints = np.ravel_multi_index(tuple(compared.levels.T), SIZES)
    return found


@lru_cache(1 << 12)
def spelt(levels: int) -> tuple[str, ...]:
    """The levels in words."""
    places = np.unravel_index(levels, SIZES)
    return tuple(words[place] for words, place in zip(LEVELS.values(), places, strict=True))


# A debtor wrote the number of his own case: nothing else needs to be looked at.
BEYOND_DOUBT = 0.999999
_SAID = ("same", "same", "same", "same", "debtor", "no", "no", "other", "other", "no")
_BOTH = int(
    np.ravel_multi_index([each.index(said) for each, said in zip(LEVELS.values(), _SAID, strict=True)], SIZES)
)
