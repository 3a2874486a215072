"""Which open cases a payment may be meant for, with the probability of each: what is written, who paid, how much.

A case is taken into view by its number, written whole or in part; by the payer's name; by a name in the text; by the account.
Each is then compared field by field and the weights summed; beside them stands the chance that the money is of none of them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from zhixing.funds.recognising.comparing import Comparing, Paid, View
from zhixing.funds.recognising.index import Index, Rows
from zhixing.funds.recognising.names import core, plain
from zhixing.funds.recognising.numbers import runs, said, written
from zhixing.funds.recognising.weights import Weights

__all__ = ["Finder", "Likely", "Paid", "View"]

MANY = 12  # namesakes beyond which something else must point to a case too
LONGEST_NAME, SHORTEST_NAME = 12, 2
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
# What stands in texts beside names. Whoever is called so is found as payer.
_WORDS = re.compile(
    "执行款|执行费|案款|执行|还款|支付|付款|转账|汇款|欠款|货款|法院|人民法院|判决|赔偿|首付|部分|结清|第.期|代付|代缴|代|付|交|还|案号|被|申请人"
)


class Likely(NamedTuple):
    """A case with its probability, and the level of each field of `weights.LEVELS`, in their order."""

    row: int
    probability: float
    levels: tuple[str, ...]


class Finder:
    """Finds the cases of payments in an index. `before` tells which cases an account paid, `accounts` whose it is."""

    def __init__(
        self,
        index: Index,
        weights: Weights,
        before: Mapping[str, Sequence[int]] | None = None,
        accounts: Mapping[str, Sequence[int]] | None = None,
    ) -> None:
        self.index = index
        self.before: Mapping[str, Sequence[int]] = {} if before is None else before
        self.accounts: Mapping[str, Sequence[int]] = index.accounts if accounts is None else accounts
        self.nowhere = weights.nowhere
        self._compared = Comparing(index, weights, self.before, self.accounts)
        self._prior = -math.log(max(index.count, 1))

    def compared(self, view: View, row: int) -> tuple[float, tuple[str, ...]]:
        """The weight of one case, and the level of each field."""
        return self._compared.all(view, row)

    def find(self, paid: Paid) -> tuple[Likely, ...]:
        """The cases in view, the likeliest first; probabilities sum to less than one."""
        text, name = said(paid.text), plain(paid.name)
        numbers = written(text)
        if len(numbers) == 1:
            row = self.index.of_number(numbers[0])
            if row is not None and name in self.index.debtors(row):
                return (Likely(row, BEYOND_DOUBT, _BOTH),)
        view = View(paid, numbers, name, core(name), text, runs(text))
        rows, crowd = self.rows(view)
        if not rows:
            return ()
        compared = self._compared.all
        weighed = [compared(view, row) for row in rows]
        top = max(weighed)[0]
        nowhere = min(max(self.nowhere.get(self.kind(view), 0.5), 1e-6), 1 - 1e-6)
        none = math.exp(math.log(nowhere / (1 - nowhere)) - self._prior - top)
        powers = [math.exp(weight - top) for weight, _ in weighed]
        total = sum(powers) + none + crowd * math.exp(self._compared.bare - top)
        found = [
            Likely(row, power / total, levels)
            for row, power, (_, levels) in zip(rows, powers, weighed, strict=True)
        ]
        if len(found) > 1:
            found.sort(key=_likeliest)
        return tuple(found)

    def seen(self, paid: Paid) -> View:
        """The payment made ready for comparison."""
        text = said(paid.text)
        name = plain(paid.name)
        return View(paid, written(text), name, core(name), text, runs(text))

    def kind(self, view: View) -> str:
        """What sort of line it is, for the share of such lines that are of no case in view."""
        number = "none"
        for each in view.numbers:
            full = each.year and each.court and each.type and each.sure
            number = "whole" if full else "part" if number == "none" else number
        index = self.index
        known = view.name in index.debtor_names.ids or bool(view.short and view.short in index.cores.ids)
        return f"{number} {'known' if known else 'unknown'}"

    def rows(self, view: View) -> tuple[list[int], float]:
        """The cases that anything points to; and how much the namesakes weigh, together, that were too many to look at."""
        index, found, crowd = self.index, set[int](), 0.0
        for number in view.numbers:
            row = index.of_number(number)
            if row is not None:
                found.add(row)
        sure = len(found) == 1
        if view.paid.account:
            found.update(self.accounts.get(view.paid.account, ())[:MANY])
            found.update(self.before.get(view.paid.account, ())[:MANY])
        serials = {number.serial for number in view.numbers}
        names, cores = index.debtor_names, index.cores
        crowd += self._add(names.rows(view.name), view, serials, found)
        if view.name not in names.ids:
            for name in index.cut(view.name):
                self._add(names.rows(name), view, serials, found)
        if view.short:
            self._add(cores.rows(view.short), view, serials, found)
        if not sure:
            for number in view.numbers:
                rows = index.numbers.in_part(number)
                if len(rows) <= MANY:
                    found.update(rows.tolist())
        for name in self._in_text(view.text):
            self._add(names.rows(name), view, serials, found)
            self._add(cores.rows(name), view, serials, found)
        return sorted(found), crowd

    def _add(self, rows: Rows, view: View, serials: set[int], found: set[int]) -> float:
        """These rows; of many only those that the serial or the sum points to as well. The share of them left out."""
        if len(rows) <= MANY:
            found.update(rows.tolist())
            return 0.0
        due = self.index.due(view.paid.amount)
        chosen = _both(rows, due)
        if serials:
            numbers = self.index.numbers.serial[rows]
            for serial in serials:
                chosen += rows[numbers == serial].tolist()
        found.update(chosen)
        return 1 - len(set(chosen)) / len(rows)

    def _in_text(self, text: str) -> list[str]:
        """Known names that stand in a text, the longer before the shorter, none inside another."""
        names, cores = self.index.debtor_names.ids, self.index.cores.ids
        found: list[str] = []
        for run in _HAN.findall(_WORDS.sub(" ", text)):
            start, size = 0, len(run)
            while start < size - 1:
                for end in range(min(size, start + LONGEST_NAME), start + SHORTEST_NAME - 1, -1):
                    part = run[start:end]
                    if part in names or part in cores:
                        found.append(part)
                        start = end - 1
                        break
                start += 1
        return found


def _both(rows: Rows, others: Rows) -> list[int]:
    """What stands in two ascending lists."""
    if len(rows) > len(others):
        rows, others = others, rows
    if not len(rows):
        return []
    places = np.minimum(np.searchsorted(others, rows), len(others) - 1)
    return [int(row) for row in rows[others[places] == rows]]


# A debtor wrote the number of his own case: nothing else needs to be looked at.
BEYOND_DOUBT = 0.999999
_BOTH = ("same", "same", "same", "same", "debtor", "no", "no", "other", "other", "no")


def _likeliest(each: Likely) -> tuple[float, int]:
    return -each.probability, each.row
