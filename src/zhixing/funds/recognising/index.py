"""The open cases, laid out so that a payment finds the few that it may be meant for. Built once, asked for every line.

A million cases take some seconds and one list of rows for each name; a court's fifty thousand a fraction of a second.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from zhixing.funds.recognising.names import SHORTEST_ORGANISATION, changing, core, plain
from zhixing.funds.recognising.numbers import Written

_MIDDLE = re.compile(r"(.*?)民?((?:司救)?执[^字第0-9]?)(?:字第|字|第)?")
FEWEST_SIGNS, MOST_CUT = 6, 3
MOST_DIGITS, LAST_OF_YEAR = 8, 5


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


Rows = npt.NDArray[np.int32]
_NONE: Rows = np.empty(0, np.int32)


class Names:
    """In which rows each name stands: names counted from 0, and their rows one after another."""

    def __init__(self, flat: Sequence[str], rows: Rows) -> None:
        distinct = dict.fromkeys(flat)
        self.ids = dict(zip(distinct, range(len(distinct)), strict=True))
        self.numbers = np.fromiter(map(self.ids.__getitem__, flat), np.int32, len(flat))
        self._lay(rows)

    def _lay(self, rows: Rows) -> None:
        self._rows = rows[np.argsort(self.numbers, kind="stable")]
        self._starts = [0, *np.cumsum(np.bincount(self.numbers, minlength=len(self.ids))).tolist()]

    def called(self, other_of: Mapping[str, str], rows: Rows) -> Names:
        """The same rows under other names; a name without another is left out."""
        ids: dict[str, int] = {}
        told = [ids.setdefault(other_of[name], len(ids)) if name in other_of else -1 for name in self.ids]
        numbers = np.array(told, np.int32)[self.numbers] if told else self.numbers
        named = numbers >= 0
        made = Names.__new__(Names)
        made.ids, made.numbers = ids, numbers[named]
        made._lay(rows[named])
        return made

    def rows(self, name: str) -> Rows:
        """The rows of a name, ascending."""
        number = self.ids.get(name)
        if number is None:
            return _NONE
        return self._rows[self._starts[number] : self._starts[number + 1]]

    def many(self, name: str) -> int:
        """In how many rows it stands; 1 for a name that is not there, which must not divide by nothing."""
        number = self.ids.get(name)
        return 1 if number is None else self._starts[number + 1] - self._starts[number]


class Numbers:
    """Case numbers taken apart, all at once: year, court, type and serial of each row, and the rows of each serial."""

    def __init__(self, numbers: Sequence[str]) -> None:
        written = np.array(numbers or [""])
        signs = written.view(np.int32).reshape(len(written), -1)
        digits = signs - ord("0")
        is_digit = (digits >= 0) & (digits <= 9)
        width, every = signs.shape[1], np.arange(len(written))
        years = np.zeros(len(written), np.int64)
        for place in range(1, min(5, width)):
            years = years * 10 + np.where(is_digit[:, place], digits[:, place], 0)
        place = (signs != 0).sum(axis=1) - 2  # before 号
        serials, power, inside = np.zeros_like(years), np.ones_like(years), np.ones(len(written), np.bool_)
        for _ in range(MOST_DIGITS):
            inside &= (place > LAST_OF_YEAR) & is_digit[every, np.maximum(place, 0)]
            serials += np.where(inside, digits[every, np.maximum(place, 0)] * power, 0)
            power *= 10
            place -= inside
        middles = np.zeros_like(years)
        for at in range(LAST_OF_YEAR + 1, width):
            middles = np.where(at <= place, middles * 1_000_003 + signs[:, at], middles)
        _, first, middle = np.unique(middles, return_index=True, return_inverse=True)
        told = [
            found.groups()
            if (found := _MIDDLE.fullmatch(numbers[row][LAST_OF_YEAR + 1 : place[row] + 1]))
            else ("", "")
            for row in (first if numbers else ())
        ]
        self.middles, self.middle = told, middle.astype(np.int16)
        self._fitting: dict[tuple[str, str], npt.NDArray[np.bool_]] = {}
        self.year, self.serial = years, serials
        self.by_serial = np.argsort(serials, kind="stable").astype(np.int32)
        self.sorted_serials = serials[self.by_serial]
        self.year_counts = _counted(years)
        self.serial_counts = _counted(serials)
        self.court_counts, self.type_counts = Counter[str](), Counter[str]()
        for number, many in _counted(self.middle).items():
            court, kind = told[number] if told else ("", "")
            self.court_counts[court] += many
            self.type_counts[kind] += many

    def parts(self, row: int) -> tuple[int, str, str, int]:
        """Year, court, type and serial of a row's number."""
        return (int(self.year[row]), *self.middles[self.middle[row]], int(self.serial[row]))

    def in_part(self, number: Written) -> Rows:
        """The rows with the serial whose year, court and type are those written, as far as they are written for certain."""
        start, end = np.searchsorted(self.sorted_serials, (number.serial, number.serial + 1))
        rows = self.by_serial[start:end]
        if number.year:
            rows = rows[self.year[rows] == number.year]
        court = number.court if number.court in self.court_counts else ""
        kind = number.type if number.sure else ""
        if court or kind:
            fitting = self._fitting.get((court, kind))
            if fitting is None:
                fits = [
                    (not court or each[0] == court) and (not kind or each[1] == kind) for each in self.middles
                ]
                fitting = self._fitting[court, kind] = np.array(fits, np.bool_)
            rows = rows[fitting[self.middle[rows]]]
        return rows


def _counted(values: npt.NDArray[np.generic]) -> dict[int, int]:
    distinct, counts = np.unique(values, return_counts=True)
    return dict(zip(distinct.tolist(), counts.tolist(), strict=True))


class Index:
    """Cases by number, by the names of parties, by account; and how frequent each value is."""

    def __init__(self, cases: Sequence[Known]) -> None:
        self.cases, self.count = cases, len(cases)
        numbers = [each.number for each in cases]
        self.by_number = dict(zip(numbers, range(len(cases)), strict=True))
        self.numbers = Numbers(numbers)
        self._debtors(cases)
        self.applicant_counts = Counter(chain.from_iterable(each.applicants for each in cases))
        counts = np.fromiter((len(each.sums) for each in cases), np.int32, len(cases))
        sums = np.fromiter(chain.from_iterable(each.sums for each in cases), np.int64, int(counts.sum()))
        order = np.argsort(sums, kind="stable")
        self._sums = sums[order]
        self._due_rows = np.repeat(np.arange(len(cases), dtype=np.int32), counts)[order]
        self.accounts: dict[str, list[int]] = {}
        for row, each in enumerate(cases):
            for account in each.accounts:
                self.accounts.setdefault(account, []).append(row)

    def _debtors(self, cases: Sequence[Known]) -> None:
        counts = np.fromiter((len(each.debtors) for each in cases), np.int32, len(cases))
        rows = np.repeat(np.arange(len(cases), dtype=np.int32), counts)
        flat = list(chain.from_iterable(each.debtors for each in cases))
        changed = changing()
        for place, name in enumerate(flat):
            if changed(name):
                flat[place] = plain(name)
        self._flat, self._starts = flat, [0, *np.cumsum(counts).tolist()]
        self.debtor_names = Names(flat, rows)
        self.core_of = {
            name: short
            for name in self.debtor_names.ids
            if len(name) >= SHORTEST_ORGANISATION and (short := core(name))
        }
        self.cores = self.debtor_names.called(self.core_of, rows)
        self.organisations = sorted(self.core_of)

    def debtors(self, row: int) -> tuple[str, ...]:
        """The plain names of a case's debtors."""
        return tuple(self._flat[self._starts[row] : self._starts[row + 1]])

    def due(self, amount: int) -> Rows:
        """The cases in which just this sum is due, ascending."""
        start, end = np.searchsorted(self._sums, (amount, amount + 1))
        return self._due_rows[start:end]

    def of_number(self, number: Written) -> int | None:
        """The row of a number written in full."""
        if not (number.year and number.court and number.type):
            return None
        found = self.by_number.get(f"（{number.year}）{number.court}{number.type}{number.serial}号")
        if found is None and number.court.endswith("法"):
            for row in self.numbers.in_part(number)[:1].tolist():
                return int(row)
        return found

    def cut(self, name: str) -> tuple[str, ...]:
        """The organisations of which a name cut off by the bank is the beginning; () where it is short or begins many."""
        if len(name) < FEWEST_SIGNS:
            return ()
        place = bisect_left(self.organisations, name)
        found = []
        for each in self.organisations[place : place + MOST_CUT + 1]:
            if not each.startswith(name):
                break
            found.append(each)
        return tuple(found) if len(found) <= MOST_CUT else ()
