"""Many payments made ready for comparison, all at once: who paid, which numbers and figures the text holds, what is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from zhixing.funds.recognising.index import Index
from zhixing.funds.recognising.names import cores, plain_signs
from zhixing.funds.recognising.numbers import Writings, figures, said
from zhixing.funds.recognising.strings import Hashes, Ints, Mask, Strings, found_in, spans

# Sorts of lines, for the share of such that are of no case in view: which number the text holds, whether the payer is known.
KINDS = tuple(f"{number} {payer}" for number in ("none", "part", "whole") for payer in ("known", "unknown"))
Rows = Mapping[str, Sequence[int]]


class Paid(NamedTuple):
    """What a bank's line says: fen, who paid, from which account, and the text."""

    amount: int
    name: str
    account: str
    text: str


class Payments:
    """So many payments beside an index. `before` tells which cases an account paid, `accounts` whose it is."""

    def __init__(
        self, index: Index, paid: Sequence[Paid], before: Rows | None = None, accounts: Rows | None = None
    ) -> None:
        self.count = len(paid)
        self.amount = np.array([each.amount for each in paid], np.int64)
        raw = Strings.of([each.name for each in paid])
        self.names = raw.told(plain_signs())
        self.name = index.by_name.find(self.names.hashes())
        self.cores = cores(self.names)
        self.core = index.by_core.find(self.cores.hashes())
        self.as_applicant = index.by_applicant.find(raw.hashes())
        self.said = said([each.text for each in paid])
        self.texts = self.said.texts()
        self.numbers = Writings(self.texts)
        self.number_row = index.numbers.of(self.numbers)
        self.due = index.with_sum(self.amount)
        self.before = Given.of(before, paid)
        self.known = Given.in_index(index, paid) if accounts is None else Given.of(accounts, paid)
        which, found = figures(self.said)
        self.figures = np.unique(keyed(found.hashes(), which))

    def by_debtor(self, index: Index) -> Ints:
        """The case of each payment whose text names one number, of one of the payer's own cases; -1 for the others."""
        found = np.full(self.count, -1, np.int64)
        lines = np.flatnonzero((self.numbers.counts == 1) & (self.name >= 0))
        rows = self.number_row[self.numbers.starts[lines]]
        lines, rows = lines[rows >= 0], rows[rows >= 0]
        which, places = index.debtors.of(rows)
        own = which[index.by_name.of[places] == self.name[lines[which]]]
        found[lines[own]] = rows[own]
        return found

    def kinds(self) -> Ints:
        """What sort of line each is, by its place in `KINDS`."""
        numbers = self.numbers
        with_court, with_type = (
            np.array([bool(each) for each in told], np.bool_) for told in (numbers.courts, numbers.types)
        )
        full = (numbers.year > 0) & with_court[numbers.court] & with_type[numbers.type] & numbers.sure
        number = np.minimum(numbers.counts, 1)
        number[numbers.line[full]] = 2
        return number * 2 + ((self.name < 0) & (self.core < 0))


class Given:
    """The cases that something gives for each payment: those of payment n are `rows[starts[n] : starts[n] + counts[n]]`."""

    def __init__(self, counts: Ints, rows: Ints) -> None:
        self.counts, self.rows = counts, rows
        self.starts = np.cumsum(counts) - counts

    @classmethod
    def of(cls, rows_of: Rows | None, paid: Sequence[Paid]) -> Given:
        """What a mapping gives for their accounts."""
        given = [rows_of.get(each.account, ()) if each.account else () for each in paid] if rows_of else []
        counts = np.array([len(each) for each in given], np.int64) if given else np.zeros(len(paid), np.int64)
        return cls(counts, np.array([row for rows in given for row in rows], np.int64))

    @classmethod
    def in_index(cls, index: Index, paid: Sequence[Paid]) -> Given:
        """Whose the index says their accounts are."""
        accounts = index.by_account.find(Strings.of([each.account for each in paid]).hashes())
        known = np.flatnonzero(accounts >= 0)
        counts = np.zeros(len(paid), np.int64)
        counts[known] = index.by_account.counts[accounts[known]]
        return cls(counts, index.by_account.spans(accounts[known])[1])

    def first(self, lines: Ints, most: int) -> tuple[Ints, Ints]:
        """Each of these lines with so many of its cases."""
        which, places = spans(self.starts[lines], np.minimum(self.counts[lines], most))
        return lines[which], self.rows[places]

    def holds(self, lines: Ints, rows: Ints) -> Mask:
        """Whether each row is among those of its line."""
        every = np.repeat(np.arange(len(self.counts)), self.counts)
        theirs = np.unique(keyed(self.rows.astype(np.uint64), every))
        return found_in(theirs, keyed(rows.astype(np.uint64), lines)) >= 0


def keyed(hashes: Hashes, lines: Ints) -> Hashes:
    """One number for a thing and the line that has it."""
    return (hashes + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15) + lines.astype(np.uint64) * np.uint64(
        0xD6E8FEB86659FD93
    )
