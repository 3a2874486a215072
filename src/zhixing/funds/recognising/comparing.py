"""Payments beside cases, field by field: what agrees, and how much that weighs. All pairs of a field are compared at once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from zhixing.funds.recognising.comparing_numbers import ComparingNumbers
from zhixing.funds.recognising.index import FEWEST_SIGNS, Index, Several
from zhixing.funds.recognising.payments import Payments, keyed
from zhixing.funds.recognising.strings import Ints, Mask, Strings, alike, found_in, one_apart
from zhixing.funds.recognising.weights import (
    ACCOUNT,
    APPLICANT,
    LEVELS,
    NAMED,
    OTHERS,
    PAYER,
    SUM,
    TAIL,
    Weights,
)

Floats = npt.NDArray[np.float64]


class Compared(NamedTuple):
    """The weight of each pair, and its level of each field: a column for each of `LEVELS`, each level by its place there."""

    weights: Floats
    levels: Ints


class Comparing:
    """Compares payments with the cases of an index."""

    def __init__(self, index: Index, weights: Weights) -> None:
        self.index = index
        self._numbers = ComparingNumbers(index, weights)
        fixed, by_value = weights.fixed(), weights.by_value(index.count + OTHERS)
        self._of = {
            name: np.array(
                [by_value.get((name, level), fixed.get((name, level), 0.0)) for level in LEVELS[name]]
            )
            for name in (PAYER, NAMED, APPLICANT, SUM, ACCOUNT, TAIL)
        }
        # All who bear a name weigh together what one would who bore it alone, but for what else may agree.
        self.bare = float(
            self._of[PAYER][0] + sum(self._of[name][-1] for name in (NAMED, APPLICANT, SUM, ACCOUNT, TAIL))
        )

    def all(self, payments: Payments, lines: Ints, rows: Ints) -> Compared:
        """The weight of the case `rows[n]` for the payment `lines[n]`, and the levels."""
        weights, number = self._numbers.all(payments, lines, rows)
        debtors = Beside(self.index.debtors, lines, rows)
        fields = (
            self._payer(payments, debtors),
            self._named(payments, debtors),
            self._applicant(payments, Beside(self.index.applicants, lines, rows)),
            self._due(payments, Beside(self.index.due, lines, rows)),
            self._account(payments, lines, rows),
            self._tail(payments, Beside(self.index.tails, lines, rows)),
        )
        for name, (levels, many) in zip((PAYER, NAMED, APPLICANT, SUM, ACCOUNT, TAIL), fields, strict=True):
            weights += self._of[name][levels] - np.log(many)
        return Compared(weights, np.column_stack((number, *(levels for levels, _ in fields))))

    def _payer(self, payments: Payments, debtors: Beside) -> tuple[Ints, Ints]:
        """Whether he who paid is a debtor, or is called much like one; a name weighs less the more bear it."""
        index, lines = self.index, debtors.lines
        names, cores = payments.name[lines], payments.core[lines]
        applicants = Beside(index.applicants, lines, debtors.rows)
        paid_by = payments.as_applicant[lines]
        applicant = (paid_by >= 0) & applicants.any(
            index.by_applicant.of[applicants.places] == paid_by[applicants.of]
        )
        debtor = (names >= 0) & debtors.any(index.by_name.of[debtors.places] == names[debtors.of])
        nameless = payments.names.lengths[lines] == 0
        level = np.where(nameless, _UNNAMED, np.where(applicant, _APPLICANT, _OTHER))
        rest = np.flatnonzero(~(debtor | nameless)[debtors.of])
        of, places = debtors.of[rest], debtors.places[rest]
        variant = (cores[of] >= 0) & (index.by_core.of[places] == cores[of])
        near = self._near(payments.names.at(lines[of]), index.debtor_names.at(places))
        speaks = np.flatnonzero(variant | near)
        pair, first = np.unique(of[speaks], return_index=True)  # the first debtor of whom it speaks
        level[pair] = np.where(variant[speaks[first]], _VARIANT, _NEAR)
        level[debtor] = _DEBTOR
        many = np.ones(len(lines), np.int64)
        for told, values, which in (
            (_DEBTOR, index.by_name, names),
            (_VARIANT, index.by_core, cores),
            (_APPLICANT, index.by_applicant, paid_by),
        ):
            here = level == told
            many[here] = values.counts[which[here]]
        return level, many

    @staticmethod
    def _near(names: Strings, theirs: Strings) -> Mask:
        """One slip apart, or the beginning of a long one, cut off by the bank."""
        found = one_apart(names, theirs)
        long = np.flatnonzero((names.lengths >= FEWEST_SIGNS) & (theirs.lengths > names.lengths))
        found[long] |= alike(names.at(long), theirs.at(long)) == names.lengths[long]
        return found

    def _named(self, payments: Payments, debtors: Beside) -> tuple[Ints, Ints]:
        """Whether a debtor stands in the text who did not pay himself."""
        index, lines = self.index, debtors.lines
        level, many = np.full(len(lines), _NOT_NAMED), np.ones(len(lines), np.int64)
        for told, names, values, own in (
            (_NAMED_SHORT, index.debtor_cores, index.by_core, payments.core),
            (_NAMED, index.debtor_names, index.by_name, payments.name),
        ):
            which = values.of[debtors.places]
            asked = np.flatnonzero((which >= 0) & (which != own[lines[debtors.of]]))
            of, there = self._first(payments, debtors, asked, names)
            level[of], many[of] = told, values.counts[which[there]]
        return level, many

    def _applicant(self, payments: Payments, applicants: Beside) -> tuple[Ints, Ints]:
        """Whether an applicant stands in the text."""
        index, lines = self.index, applicants.lines
        level, many = np.ones(len(lines), np.int64), np.ones(len(lines), np.int64)
        which = index.by_applicant.of[applicants.places]
        asked = np.flatnonzero((which >= 0) & (which != payments.as_applicant[lines[applicants.of]]))
        of, there = self._first(payments, applicants, asked, index.applicant_names)
        level[of], many[of] = 0, index.by_applicant.counts[which[there]]
        return level, many

    @staticmethod
    def _first(payments: Payments, beside: Beside, asked: Ints, names: Strings) -> tuple[Ints, Ints]:
        """The pairs in whose text one of these names stands; and the place in `beside` of the first that does."""
        lines = beside.lines[beside.of[asked]]
        room = np.flatnonzero(payments.said.lengths[lines] >= names.lengths[beside.places[asked]])
        asked, texts = asked[room], payments.texts
        written = names.at(beside.places[asked]).texts()
        stands = [name in texts[line] for name, line in zip(written, lines[room].tolist(), strict=True)]
        there = asked[np.flatnonzero(np.array(stands, np.bool_))]
        of, first = np.unique(beside.of[there], return_index=True)
        return of, there[first]

    def _due(self, payments: Payments, due: Beside) -> tuple[Ints, Ints]:
        """Whether just this sum is due; a round one is due in many cases and weighs little."""
        amounts = payments.amount[due.lines]
        agrees = due.any(self.index.sums[due.places] == amounts[due.of])
        return np.where(agrees, 0, 1), np.where(agrees, payments.due[1][due.lines], 1)

    @staticmethod
    def _account(payments: Payments, lines: Ints, rows: Ints) -> tuple[Ints, Ints]:
        """Whether the account paid this case before, or is a party's."""
        before, known = payments.before.holds(lines, rows), payments.known.holds(lines, rows)
        level = np.where(before, 0, np.where(known, 1, 2))
        many = np.where(before, payments.before.counts[lines], payments.known.counts[lines])
        return level, np.where(level < 2, many, 1)

    def _tail(self, payments: Payments, tails: Beside) -> tuple[Ints, Ints]:
        """Whether the last signs of a debtor's papers stand in the text."""
        told = keyed(self.index.tail_hashes[tails.places], tails.lines[tails.of])
        same = tails.any(found_in(payments.figures, told) >= 0)
        return np.where(same, 0, 1), np.ones(len(tails.lines), np.int64)


class Beside:
    """All that the case of each pair has several of: of which pair each is, and its place."""

    def __init__(self, several: Several, lines: Ints, rows: Ints) -> None:
        self.lines, self.rows = lines, rows
        self.of, self.places = several.of(rows)

    def any(self, holds: Mask) -> Mask:
        """The pairs of which anything holds."""
        found = np.zeros(len(self.lines), np.bool_)
        found[self.of[holds]] = True
        return found


_DEBTOR, _VARIANT, _NEAR, _APPLICANT, _OTHER, _UNNAMED = range(6)
_NAMED, _NAMED_SHORT, _NOT_NAMED = range(3)
