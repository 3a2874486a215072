"""The open cases, laid out so that a payment finds the few that it may be meant for. Built once, asked for every line.

A million cases take two seconds; a court's fifty thousand a twentieth of one. All that is kept are rows of numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from zhixing.funds.recognising.known_numbers import KnownNumbers
from zhixing.funds.recognising.names import cores, plain_signs
from zhixing.funds.recognising.strings import Hashes, Ints, Strings, alike, before, found_in, spans

FEWEST_SIGNS, MOST_CUT = 6, 3
CUT_AT = (6, 9, 12)  # beginnings by which the organisations are kept: the longest that fits narrows most


class Known(NamedTuple):
    """What is known of a case: its number, who takes part, what is due in fen, the last four signs of the debtors' papers.

    `accounts` are the parties' accounts, in any form in which a line's account is given too (a keyed hash, say).
    """

    number: str
    debtors: tuple[str, ...]
    applicants: tuple[str, ...] = ()
    sums: tuple[int, ...] = ()
    tails: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()


class Column(NamedTuple):
    """What the rows have several of, one after another; and how many each row has."""

    counts: Ints
    values: Strings

    @classmethod
    def of(cls, told: Sequence[Sequence[str]]) -> Column:
        """From what Python has."""
        counts = np.fromiter(map(len, told), np.int64, len(told))
        return cls(counts, Strings.of(list(chain.from_iterable(told))))


class Register(NamedTuple):
    """The open cases in columns, as a table holds them. `sums` in fen, as many of each row as `due` says."""

    numbers: Strings
    debtors: Column
    applicants: Column
    tails: Column
    accounts: Column
    due: Ints
    sums: Ints

    @classmethod
    def of(cls, cases: Sequence[Known]) -> Register:
        """From what is known of each."""
        return cls(
            Strings.of([each.number for each in cases]),
            Column.of([each.debtors for each in cases]),
            Column.of([each.applicants for each in cases]),
            Column.of([each.tails for each in cases]),
            Column.of([each.accounts for each in cases]),
            np.array([len(each.sums) for each in cases], np.int64),
            np.array([sum_due for each in cases for sum_due in each.sums], np.int64),
        )


class Several:
    """What each row has several of: those of row n stand from `starts[n]` to `starts[n + 1]`."""

    def __init__(self, counts: Ints) -> None:
        self.starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(counts)))
        self.rows = np.repeat(np.arange(len(counts)), counts)

    def of(self, rows: Ints) -> tuple[Ints, Ints]:
        """Of which of these rows each is, and its place."""
        return spans(self.starts[rows], self.starts[rows + 1] - self.starts[rows])


class Values:
    """In which rows each value stands: values counted from 0, in the order of their hashes, and their rows one after another."""

    def __init__(self, hashes: Hashes, rows: Ints) -> None:
        order = np.argsort(hashes)
        order = order[np.searchsorted(hashes, 1, sorter=order) :]  # 0 is nothing
        told = hashes[order]
        first = np.ones(len(told), np.bool_)
        first[1:] = told[1:] != told[:-1]
        self.hashes = told[first]
        self.starts = np.concatenate((np.flatnonzero(first), [len(told)]))
        self.counts = np.diff(self.starts)
        self.places, self.rows = order, rows[order]
        self.of = np.full(len(hashes), -1, np.int64)
        self.of[order] = np.cumsum(first) - 1

    def find(self, hashes: Hashes) -> Ints:
        """Which value each is; -1 for none of them."""
        return found_in(self.hashes, hashes)

    def spans(self, values: Ints) -> tuple[Ints, Ints]:
        """Of which of these values each row is, and the row."""
        which, places = spans(self.starts[values], self.counts[values])
        return which, self.rows[places]


class Index:
    """Cases by number, by the names of parties, by account; and how frequent each value is."""

    def __init__(self, cases: Register) -> None:
        self.count = len(cases.numbers)
        self.numbers = KnownNumbers(cases.numbers)
        self.debtors = Several(cases.debtors.counts)
        self.debtor_names = cases.debtors.values.told(plain_signs())
        self.by_name = Values(self.debtor_names.hashes(), self.debtors.rows)
        self.debtor_cores = cores(self.debtor_names)
        self.by_core = Values(self.debtor_cores.hashes(), self.debtors.rows)
        self.applicants, self.applicant_names = Several(cases.applicants.counts), cases.applicants.values
        self.by_applicant = Values(self.applicant_names.hashes(), self.applicants.rows)
        self.tails, self.tail_hashes = Several(cases.tails.counts), cases.tails.values.hashes()
        self.by_account = Values(cases.accounts.values.hashes(), Several(cases.accounts.counts).rows)
        self.due, self.sums = Several(cases.due), cases.sums
        self._by_sum = np.argsort(self.sums, kind="stable")
        self._ordered_sums = self.sums[self._by_sum]
        self._organisations()

    def _organisations(self) -> None:
        """One place of each organisation's name, by the hashes of its beginnings."""
        place, names = self.by_name.places[self.by_name.starts[:-1]], self.debtor_names
        self._begin = {}
        for size in CUT_AT:
            long = place[(self.by_core.of[place] >= 0) & (names.lengths[place] > size)]
            starts = names.starts[long]
            self._begin[size] = Values(Strings(names.signs, starts, starts + size).hashes(), long)

    def with_sum(self, amounts: Ints) -> tuple[Ints, Ints]:
        """Where in the order of sums each amount begins, and in how many places it is due."""
        first = before(self._ordered_sums, amounts)
        return first, before(self._ordered_sums, amounts + 1) - first

    def due_rows(self, places: Ints) -> Ints:
        """The rows at these places of the order of sums."""
        return self.due.rows[self._by_sum[places]]

    def cut(self, names: Strings) -> tuple[Ints, Ints]:
        """Which of these names a bank may have cut off, and which known name it began; none where it begins more than a few."""
        depth = np.searchsorted(CUT_AT, names.lengths, "right") - 1
        found = []
        for place, size in enumerate(CUT_AT):
            asked = np.flatnonzero(depth == place)
            there = self._begin[size]
            values = there.find(
                Strings(names.signs, names.starts[asked], names.starts[asked] + size).hashes()
            )
            asked, values = asked[values >= 0], values[values >= 0]
            which, places = there.spans(values)
            which = asked[which]
            fits = alike(names.at(which), self.debtor_names.at(places)) == names.lengths[which]
            found.append((which[fits], self.by_name.of[places[fits]]))
        which, values = (np.concatenate(each) for each in zip(*found, strict=True))
        few = np.bincount(which, minlength=len(names))[which] <= MOST_CUT
        return which[few], values[few]
