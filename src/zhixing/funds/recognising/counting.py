"""What lines teach whose case is known: how payers write, how often money is nobody's, and how often what was said was right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from zhixing.funds.recognising.finding import AT_ONCE, Finder, Likely, Paid
from zhixing.funds.recognising.payments import KINDS
from zhixing.funds.recognising.weights import LEVELS, Weights, learned

STEPS = (0.0, 0.5, 0.9, 0.99)
Judged = tuple[tuple[Likely, ...], int | None]


class Counted(NamedTuple):
    """What was found of each line beside its case; the levels of the true pairs; by kind (lines of nobody, lines)."""

    judged: tuple[Judged, ...]
    pairs: tuple[Mapping[str, str], ...]
    nowhere: Mapping[str, tuple[int, int]]

    def weights(self, before: Weights | None = None) -> Weights:
        """The weights that follow; `before` fills what is rare."""
        return learned(self.pairs, self.nowhere, before)


def counted(finder: Finder, paid: Sequence[Paid], meant: Sequence[int | None]) -> Counted:
    """What is counted on these payments and the case each was meant for, None for none of them."""
    judged: list[Judged] = []
    pairs: list[Mapping[str, str]] = []
    nowhere: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for first in range(0, len(paid), AT_ONCE):
        payments, rows = finder.seen(paid[first : first + AT_ONCE]), meant[first : first + AT_ONCE]
        found = list(finder.judge(payments))
        for kind, likely, row in zip(payments.kinds().tolist(), found, rows, strict=True):
            nowhere[KINDS[kind]][0] += all(each.row != row for each in likely)
            nowhere[KINDS[kind]][1] += 1
        judged += zip(found, rows, strict=True)
        lines = np.array([line for line, row in enumerate(rows) if row is not None], np.int64)
        true = np.array([row for row in rows if row is not None], np.int64)
        pairs += (dict(zip(LEVELS, levels, strict=True)) for levels in finder.compared(payments, lines, true))
    return Counted(
        tuple(judged), tuple(pairs), {kind: (none, many) for kind, (none, many) in nowhere.items()}
    )


def reliability(judged: Sequence[Judged]) -> tuple[tuple[float, int, float, float], ...]:
    """From each step on: lines, what was said of the first case on average, and how often it was the right one."""
    bins: defaultdict[float, list[tuple[float, bool]]] = defaultdict(list)
    for found, row in judged:
        if found:
            step = max(each for each in STEPS if found[0].probability >= each)
            bins[step].append((found[0].probability, found[0].row == row))
    return tuple(
        (step, len(told), sum(each for each, _ in told) / len(told), sum(ok for _, ok in told) / len(told))
        for step, told in sorted(bins.items())
    )
