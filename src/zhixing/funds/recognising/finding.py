"""Which open cases a payment may be meant for, with the probability of each: what is written, who paid, how much.

A case is taken into view by its number, written whole or in part; by the payer's name; by a name in the text; by the account.
Each is then compared field by field and the weights summed; beside them stands the chance that the money is of none of them.
Many payments are looked at together, so that each step is one over all of them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from zhixing.funds.recognising.comparing import Compared, Comparing, Floats
from zhixing.funds.recognising.in_view import InView
from zhixing.funds.recognising.index import Index
from zhixing.funds.recognising.payments import Paid, Payments, Rows
from zhixing.funds.recognising.strings import Ints
from zhixing.funds.recognising.weights import LEVELS, Weights

__all__ = ["Finder", "Likely", "Paid"]

AT_ONCE = 1 << 15  # payments looked at together: takes some fifty megabytes


class Likely(NamedTuple):
    """A case with its probability, and the level of each field of `weights.LEVELS`, in their order."""

    row: int
    probability: float
    levels: tuple[str, ...]


class Finder:
    """Finds the cases of payments in an index. `before` tells which cases an account paid, `accounts` whose it is."""

    def __init__(
        self, index: Index, weights: Weights, before: Rows | None = None, accounts: Rows | None = None
    ) -> None:
        self.index, self.before, self.accounts = index, before, accounts
        self.nowhere = weights.nowhere
        self._compared = Comparing(index, weights)

    def find(self, paid: Sequence[Paid]) -> list[tuple[Likely, ...]]:
        """Of each payment the cases in view, the likeliest first; probabilities sum to less than one."""
        found: list[tuple[Likely, ...]] = []
        for first in range(0, len(paid), AT_ONCE):
            found += self.judge(self.seen(paid[first : first + AT_ONCE]))
        return found

    def seen(self, paid: Sequence[Paid]) -> Payments:
        """Payments made ready for comparison."""
        return Payments(self.index, paid, self.before, self.accounts)

    def compared(self, payments: Payments, lines: Ints, rows: Ints) -> list[tuple[str, ...]]:
        """The levels of the case `rows[n]` for the payment `lines[n]`."""
        return _said(self._compared.all(payments, lines, rows))

    def judge(self, payments: Payments) -> list[tuple[Likely, ...]]:
        """As `find`, of what `seen` made ready."""
        own = payments.by_debtor(self.index)
        asked = np.flatnonzero(own < 0)
        view = InView(self.index, payments, asked)
        compared = self._compared.all(payments, view.lines, view.rows)
        chances = self._chances(payments, view, compared)
        order = np.lexsort((view.rows, -chances, view.lines))
        levels = _said(compared)
        likely = list(
            map(
                Likely,
                view.rows[order].tolist(),
                chances[order].tolist(),
                [levels[place] for place in order.tolist()],
            )
        )
        ends = np.cumsum(np.bincount(view.lines, minlength=payments.count)).tolist()
        return [
            tuple(likely[start:end]) if row < 0 else (Likely(row, BEYOND_DOUBT, _BOTH),)
            for row, start, end in zip(own.tolist(), [0, *ends], ends, strict=False)
        ]

    def _chances(self, payments: Payments, view: InView, compared: Compared) -> Floats:
        """The probability of each pair, beside the others of the payment, its payer's other namesakes and none of them."""
        if not len(view.lines):
            return np.zeros(0)
        lines, weights = view.lines, compared.weights
        first = np.flatnonzero(np.append(True, lines[1:] != lines[:-1]))
        top = np.zeros(payments.count)
        top[lines[first]] = np.maximum.reduceat(weights, first)
        shares = {kind: min(max(share, 1e-6), 1 - 1e-6) for kind, share in self.nowhere.items()}
        odds = {kind: math.log(share / (1 - share)) for kind, share in shares.items()}
        nowhere = np.array([odds.get(kind, 0.0) for kind in payments.kinds()])
        powers = np.exp(weights - top[lines])
        total = np.exp(nowhere + math.log(max(self.index.count, 1)) - top)
        total += view.crowd * np.exp(self._compared.bare - top)
        total[lines[first]] += np.add.reduceat(powers, first)
        return powers / total[lines]


# A debtor wrote the number of his own case: nothing else needs to be looked at.
BEYOND_DOUBT = 0.999999
_BOTH = ("same", "same", "same", "same", "debtor", "no", "no", "other", "other", "no")


def _said(compared: Compared) -> list[tuple[str, ...]]:
    """The levels in words."""
    sizes = [len(levels) for levels in LEVELS.values()]
    codes = np.ravel_multi_index(tuple(compared.levels.T), sizes)
    distinct, which = np.unique(codes, return_inverse=True)
    words = [
        tuple(levels[place] for levels, place in zip(LEVELS.values(), places, strict=True))
        for places in zip(*(each.tolist() for each in np.unravel_index(distinct, sizes)), strict=True)
    ]
    return [words[each] for each in which.tolist()]
