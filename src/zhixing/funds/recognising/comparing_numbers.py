"""The numbers written in texts beside the numbers of cases: year, court, type and serial."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from zhixing.funds.recognising.index import Index
from zhixing.funds.recognising.numbers import Writings
from zhixing.funds.recognising.payments import Payments
from zhixing.funds.recognising.strings import Ints, Strings, one_apart, spans
from zhixing.funds.recognising.weights import COURT, LEVELS, OTHERS, SERIAL, TYPE, YEAR, Weights

NUMBER = (YEAR, COURT, TYPE, SERIAL)
_SAME = 0
_YEAR_NEAR, _YEAR_OTHER, _YEAR_UNSAID = 1, 2, 3
_COURT_PART, _COURT_NEAR, _COURT_OTHER, _COURT_UNSAID = 1, 2, 3, 4
_TYPE_NEAR, _TYPE_OTHER, _TYPE_UNSAID = 1, 2, 3
_SERIAL_NEAR, _SERIAL_OTHER, _SERIAL_UNSAID = 1, 2, 3
_UNSAID = np.array([_YEAR_UNSAID, _COURT_UNSAID, _TYPE_UNSAID, _SERIAL_UNSAID], np.int64)


class ComparingNumbers:
    """Compares written numbers with those of an index."""

    def __init__(self, index: Index, weights: Weights) -> None:
        self.known = index.numbers
        fixed = weights.fixed()
        # Years, courts and types are few and all of them known: one more of each stands for those not seen yet.
        few, many = weights.by_value(index.count + 2), weights.by_value(index.count + OTHERS)
        self._of = {
            name: np.array(
                [
                    (many if name == SERIAL else few)[name, "same"],
                    *(fixed[name, level] for level in LEVELS[name][1:]),
                ]
            )
            for name in NUMBER
        }

    def all(self, payments: Payments, lines: Ints, rows: Ints) -> tuple[npt.NDArray[np.float64], Ints]:
        """How much the best fitting number in the text of each payment weighs for its case, and the levels of the four parts."""
        numbers = payments.numbers
        which, places = spans(numbers.starts[lines], numbers.counts[lines])
        there = rows[which]
        levels = np.column_stack(
            (
                self._year(numbers, places, there),
                self._court(numbers, places, there),
                self._type(numbers, places, there),
                self._serial(numbers, places, there),
            )
        )
        told = sum(self._of[name][levels[:, column]] for column, name in enumerate(NUMBER))
        told = told - self._frequent(numbers, places, there, levels)
        order = np.lexsort((told, which))  # of each pair the heaviest comes last
        of = which[order]
        best = order[np.flatnonzero(np.append(of[1:] != of[:-1], np.ones(min(len(of), 1), np.bool_)))]
        weights, found = np.zeros(len(lines)), np.tile(_UNSAID, (len(lines), 1))
        weights[which[best]], found[which[best]] = told[best], levels[best]
        return weights, found

    def _frequent(self, numbers: Writings, places: Ints, rows: Ints, levels: Ints) -> npt.NDArray[np.float64]:
        """The logarithms of how many cases have the same year, court, type and serial, where these agree."""
        known, middle = self.known, self.known.middle[rows]
        first = known.with_serial(numbers.serial, np.zeros_like(numbers.serial))[1]
        found = np.zeros(len(places))
        for column, many in enumerate(
            (
                known.year_counts[known.year[rows]] + 1,
                known.court_counts[known.court_of[middle]] + 1,
                known.type_counts[known.type_of[middle]] + 1,
                first[places],
            )
        ):
            same = levels[:, column] == _SAME
            found[same] += np.log(many[same])
        return found

    def _year(self, numbers: Writings, places: Ints, rows: Ints) -> Ints:
        written, own = numbers.year[places], self.known.year[rows]
        level = np.where(written == own, _SAME, np.where(written > 0, _YEAR_OTHER, _YEAR_UNSAID))
        other = np.flatnonzero(level == _YEAR_OTHER)
        near = _apart(written[other], own[other])
        level[other[near]] = _YEAR_NEAR
        return level

    def _court(self, numbers: Writings, places: Ints, rows: Ints) -> Ints:
        own_courts = list(self.known.courts)
        written, own = numbers.court[places], self.known.court_of[self.known.middle[rows]]
        size = max(len(own_courts), 1)
        pairs, of = np.unique(written * size + own, return_inverse=True)
        told = [(numbers.courts[each // size], own_courts[each % size]) for each in pairs.tolist()]
        mine = Strings.of([court for court, _ in told])
        near = one_apart(mine, Strings.of([theirs for _, theirs in told]))
        near |= one_apart(mine, Strings.of([theirs[1:] for _, theirs in told]))
        levels = [
            _COURT_UNSAID if not court
            else _SAME if court == theirs
            else _COURT_PART if court in theirs
            else _COURT_NEAR if close
            else _COURT_OTHER
            for (court, theirs), close in zip(told, near.tolist(), strict=True)
        ]  # fmt: skip
        return np.array(levels, np.int64)[of]

    def _type(self, numbers: Writings, places: Ints, rows: Ints) -> Ints:
        types = self.known.types
        ids = np.array([types.get(each, -1) if each else -2 for each in numbers.types], np.int64)
        written, sure = ids[numbers.type[places]], numbers.sure[places]
        same = written == self.known.type_of[self.known.middle[rows]]
        return np.where(
            written == -2,
            _TYPE_UNSAID,
            np.where(same & sure, _SAME, np.where(same | ~sure, _TYPE_NEAR, _TYPE_OTHER)),
        )

    def _serial(self, numbers: Writings, places: Ints, rows: Ints) -> Ints:
        written, own = numbers.serial[places], self.known.serial[rows]
        level = np.where(written == own, _SAME, _SERIAL_OTHER)
        other = np.flatnonzero(level)
        level[other[_apart(written[other], own[other])]] = _SERIAL_NEAR
        return level


def _apart(one: Ints, other: Ints) -> npt.NDArray[np.bool_]:
    """Which of these figures are one slip apart."""
    mine, mine_at = np.unique(one, return_inverse=True)
    theirs, theirs_at = np.unique(other, return_inverse=True)
    return one_apart(
        Strings.of([str(each) for each in mine.tolist()]).at(mine_at),
        Strings.of([str(each) for each in theirs.tolist()]).at(theirs_at),
    )
