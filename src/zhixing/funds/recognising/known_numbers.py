"""The numbers of the open cases, taken apart all at once and laid in the order of their serials."""

from __future__ import annotations

import re

import numpy as np

from zhixing.funds.recognising.numbers import Writings, is_digit
from zhixing.funds.recognising.strings import Ints, Strings, before, found_in

_MIDDLE = re.compile(r"(.*?)民?((?:司救)?执[^字第0-9]?)(?:字第|字|第)?")
MOST_DIGITS, LAST_OF_YEAR = 8, 5  # of a serial; where the year's bracket closes
_YEARS, _MIDDLES = 1 << 14, 1 << 20


class KnownNumbers:
    """Year, court, type and serial of each row. A middle is a court with a type; both are counted from 0."""

    def __init__(self, written: Strings) -> None:
        self._year_and_serial(written)
        self._middles(written)
        keys = self._key(self.serial, self.year, self.middle)
        self.by_serial = np.argsort(keys, kind="stable")
        self.keys = keys[self.by_serial]
        self.year_counts = np.bincount(self.year, minlength=1)
        middles = np.bincount(self.middle, minlength=len(self.court_of))
        self.court_counts = np.bincount(self.court_of, middles, len(self.courts))
        self.type_counts = np.bincount(self.type_of, middles, len(self.types))

    @staticmethod
    def _key(serial: Ints, year: Ints, middle: Ints) -> Ints:
        return (serial * _YEARS + year) * _MIDDLES + middle

    def _year_and_serial(self, written: Strings) -> None:
        self.year, self.serial = np.zeros(len(written), np.int64), np.zeros(len(written), np.int64)
        lengths = written.lengths
        for place in range(1, LAST_OF_YEAR):
            there = np.flatnonzero(lengths > place) if (lengths <= place).any() else slice(None)
            signs = written.signs[written.starts[there] + place]
            self.year[there] = self.year[there] * 10 + np.where(is_digit(signs), signs - ord("0"), 0)
        self._last = np.maximum(lengths - 1, 0)  # before 号
        left, power = np.flatnonzero(lengths > LAST_OF_YEAR + 2), 1
        for _ in range(MOST_DIGITS):
            signs = written.signs[written.starts[left] + self._last[left] - 1]
            digits = is_digit(signs)
            left, signs = left[digits], signs[digits]
            self.serial[left] += (signs - ord("0")) * power
            self._last[left] -= 1
            left, power = left[self._last[left] > LAST_OF_YEAR + 1], power * 10

    def _middles(self, written: Strings) -> None:
        starts = written.starts + np.minimum(LAST_OF_YEAR + 1, written.lengths)
        parts = Strings(written.signs, starts, np.maximum(written.starts + self._last, starts))
        del self._last
        hashes = parts.hashes()
        distinct = np.unique(hashes)
        which = np.searchsorted(distinct, hashes)
        row = np.zeros(len(distinct), np.int64)
        row[which] = np.arange(len(which))
        pairs: dict[tuple[str, str], int] = {}
        courts, types = dict[str, int](), dict[str, int]()
        told = []
        for text in parts.at(row).texts():
            found = _MIDDLE.fullmatch(text)
            told.append(pairs.setdefault((found[1], found[2]) if found else ("", ""), len(pairs)))
        self.middle = np.array(told, np.int64)[which] if told else np.zeros(0, np.int64)
        self.court_of = np.array([courts.setdefault(court, len(courts)) for court, _ in pairs], np.int64)
        self.type_of = np.array([types.setdefault(kind, len(types)) for _, kind in pairs], np.int64)
        self.courts, self.types, self.pairs = courts, types, pairs

    def of(self, written: Writings) -> Ints:
        """The row of each number that is written in full; -1 for none."""
        middles = self._distinct(written)
        whole = (written.year > 0) & (middles >= 0)
        found = np.full(len(middles), -1, np.int64)
        keys = self._key(written.serial[whole], written.year[whole], middles[whole])
        places = found_in(self.keys, keys)
        found[np.flatnonzero(whole)[places >= 0]] = self.by_serial[places[places >= 0]]
        return found

    def _distinct(self, written: Writings) -> Ints:
        """The middle of each written number; -1 where court or type is missing or unknown."""
        told = written.court * len(written.types) + written.type
        distinct, which = np.unique(told, return_inverse=True)
        middles = [
            self.pairs.get((court, kind), -1) if court and kind else -1
            for court, kind in (
                (written.courts[each // len(written.types)], written.types[each % len(written.types)])
                for each in distinct.tolist()
            )
        ]
        return np.array(middles, np.int64)[which]

    def with_serial(self, serial: Ints, year: Ints) -> tuple[Ints, Ints]:
        """Where in `by_serial` the rows with each serial begin, and how many there are; of a year alone where it is not 0."""
        none = np.zeros_like(serial)
        first = before(self.keys, self._key(serial, year, none))
        last = np.where(year > 0, self._key(serial, year + 1, none), self._key(serial + 1, none, none))
        return first, before(self.keys, last) - first
