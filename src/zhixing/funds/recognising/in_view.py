"""Which cases come into view for payments: by number, by the payer's name, by a name in the text, by account.

Of a name that many bear only those cases come into view that the sum or a serial in the text points to as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from zhixing.funds.recognising.index import Index, Values
from zhixing.funds.recognising.names import han
from zhixing.funds.recognising.payments import Payments
from zhixing.funds.recognising.strings import FACTORS, Ints, Mask, Strings, found_in, spans

MANY = 12  # namesakes beyond which something else must point to a case too
LONGEST_NAME, SHORTEST_NAME = 12, 2
# What stands in texts beside names. Whoever is called so is found as payer.
_WORDS = re.compile(
    "执行款|执行费|案款|执行|还款|支付|付款|转账|汇款|欠款|货款|法院|人民法院|判决|赔偿|首付|部分|结清|第.期|代付|代缴|代|付|交|还|案号|被|申请人"
)
Pairs = tuple[Ints, Ints]  # lines, and a row for each


class InView:
    """The cases in view of these lines of payments: `lines` and `rows`, ascending.

    `crowd` says of each payment how much the payer's namesakes weigh, together, that were too many to look at.
    """

    def __init__(self, index: Index, payments: Payments, lines: Ints) -> None:
        self.index, self.payments = index, payments
        self._found: list[Pairs] = []
        self.crowd = np.zeros(payments.count)
        unsure = self._by_number(lines)
        for given in (payments.known, payments.before):
            self._found.append(given.first(lines, MANY))
        self._by_payer(lines)
        self._by_part(unsure)
        asked, names, short = in_texts(index, [payments.texts[line] for line in lines.tolist()])
        for values, which in ((index.by_name, names), (index.by_core, short)):
            self._add(values, lines[asked[which >= 0]], which[which >= 0])
        self.lines, self.rows = _once(self._found, index.count)

    def _by_number(self, lines: Ints) -> Ints:
        """Those with a number in full; the other lines' numbers, by place."""
        numbers, asked = self.payments.numbers, np.zeros(self.payments.count, np.bool_)
        asked[lines] = True
        places = np.flatnonzero(asked[numbers.line])
        whole = places[self.payments.number_row[places] >= 0]
        of, rows = _once([(numbers.line[whole], self.payments.number_row[whole])], self.index.count)
        self._found.append((of, rows))
        unsure = np.bincount(of, minlength=self.payments.count) != 1
        others: Ints = places[unsure[numbers.line[places]]]
        return others

    def _by_payer(self, lines: Ints) -> None:
        index, payments = self.index, self.payments
        known = lines[payments.name[lines] >= 0]
        self.crowd[known] = self._add(index.by_name, known, payments.name[known])
        others = lines[payments.name[lines] < 0]
        which, names = index.cut(payments.names.at(others))
        self._add(index.by_name, others[which], names)
        organisations = lines[payments.core[lines] >= 0]
        self._add(index.by_core, organisations, payments.core[organisations])

    def _by_part(self, places: Ints) -> None:
        """The few cases with the serial whose year, court and type are those written, as far as they are written for certain."""
        known, numbers = self.index.numbers, self.payments.numbers
        courts = [known.courts.get(each, -1) if each else -1 for each in numbers.courts]
        types = [known.types.get(each, -2) if each else -1 for each in numbers.types]
        court = np.array(courts, np.int64)[numbers.court[places]]
        kind = np.where(numbers.sure[places], np.array(types, np.int64)[numbers.type[places]], -1)
        which, at = spans(*known.with_serial(numbers.serial[places], numbers.year[places]))
        rows = known.by_serial[at]
        middle = known.middle[rows]
        fits = (court[which] == -1) | (court[which] == known.court_of[middle])
        fits &= (kind[which] == -1) | (kind[which] == known.type_of[middle])
        which, rows = which[fits], rows[fits]
        few = np.bincount(which, minlength=len(places))[which] <= MANY
        self._found.append((numbers.line[places[which[few]]], rows[few]))

    def _add(self, values: Values, lines: Ints, ids: Ints) -> npt.NDArray[np.float64]:
        """The rows of a value for each line, of many only those to which serial or sum point as well; the share left out."""
        counts = values.counts[ids]
        left_out = np.zeros(len(lines))
        few = np.flatnonzero(counts <= MANY)
        which, rows = values.spans(ids[few])
        self._found.append((lines[few[which]], rows))
        crowds = np.flatnonzero(counts > MANY)
        chosen = _once(
            [self._due(values, lines, ids, crowds), self._numbered(values, lines, ids, crowds)],
            self.index.count,
        )
        self._found.append((lines[chosen[0]], chosen[1]))
        left_out[crowds] = 1 - np.bincount(chosen[0], minlength=len(lines))[crowds] / counts[crowds]
        return left_out

    def _due(self, values: Values, lines: Ints, ids: Ints, crowds: Ints) -> Pairs:
        """Those of a crowd in whose cases the sum paid is due."""
        index, payments = self.index, self.payments
        first, many = payments.due

        def due(which: Ints, rows: Ints) -> Mask:
            of, places = index.due.of(rows)
            return _any(of, index.sums[places] == payments.amount[lines[which[of]]], len(rows))

        of = lines[crowds]
        return self._both(values, (crowds, ids[crowds]), (first[of], many[of]), index.due_rows, due)

    def _numbered(self, values: Values, lines: Ints, ids: Ints, crowds: Ints) -> Pairs:
        """Those of a crowd whose cases have a serial that stands in the text."""
        known, numbers = self.index.numbers, self.payments.numbers
        of, places = spans(numbers.starts[lines[crowds]], numbers.counts[lines[crowds]])
        serials = numbers.serial[places]

        def same(which: Ints, rows: Ints) -> Mask:
            return np.equal(known.serial[rows], serials[which])

        there = known.with_serial(serials, np.zeros_like(serials))
        which, rows = self._both(
            values, (np.arange(len(of)), ids[crowds[of]]), there, lambda at: known.by_serial[at], same
        )
        return crowds[of[which]], rows

    def _both(
        self,
        values: Values,
        crowds: Pairs,
        others: Pairs,
        row_of: Callable[[Ints], Ints],
        agrees: Callable[[Ints, Ints], Mask],
    ) -> Pairs:
        """The rows of each crowd that are among its others too: the smaller is gone through."""
        asked, ids = crowds
        first, many = others
        here = values.counts[ids] <= many
        of, rows = values.spans(ids[here])
        of = np.flatnonzero(here)[of]
        kept = agrees(asked[of], rows)
        there = np.flatnonzero(~here)
        which, places = spans(first[there], many[there])
        which, found = there[which], row_of(places)
        inside, debtors = self.index.debtors.of(found)
        known = _any(inside, values.of[debtors] == ids[which[inside]], len(found))
        return asked[np.concatenate((of[kept], which[known]))], np.concatenate((rows[kept], found[known]))


def in_texts(index: Index, texts: list[str]) -> tuple[Ints, Ints, Ints]:
    """Known names that stand in texts, the longer before the shorter, none inside another: of which text, name and core."""
    spoken = Strings.of([_WORDS.sub(" ", "\n".join(texts))])
    signs = spoken.signs
    of = np.cumsum(signs == ord("\n"))
    written = han(signs)
    ends = np.flatnonzero(~np.append(written, False))
    room = ends[np.searchsorted(ends, np.arange(len(signs)))] - np.arange(len(signs))
    places = np.flatnonzero(room >= SHORTEST_NAME)
    sums = signs[places] * FACTORS[0]
    found = []
    for size in range(SHORTEST_NAME, LONGEST_NAME + 1):
        enough = room[places] >= size
        places = places[enough]
        sums = sums[enough] + signs[places + size - 1] * FACTORS[size - 1]
        found.append((places, np.full(len(places), size), sums))
    places, sizes, sums = (np.concatenate(each) for each in zip(*found, strict=True))
    names, short = found_in(index.by_name.hashes, sums), found_in(index.by_core.hashes, sums)
    known = np.flatnonzero((names >= 0) | (short >= 0))
    known = known[np.lexsort((-sizes[known], places[known]))]
    taken, end = [], 0
    for which, place, size in zip(known.tolist(), places[known].tolist(), sizes[known].tolist(), strict=True):
        if place >= end:
            taken.append(which)
            end = place + size
    chosen = np.array(taken, np.int64)
    return of[places[chosen]], names[chosen], short[chosen]


def _once(pairs: list[Pairs], count: int) -> Pairs:
    """Each pair once, ascending."""
    lines, rows = (np.concatenate(each) for each in zip(*pairs, strict=True))
    return np.divmod(np.unique(lines * max(count, 1) + rows), max(count, 1))


def _any(of: Ints, holds: Mask, count: int) -> Mask:
    """Of so many things, those of which anything holds."""
    found = np.zeros(count, np.bool_)
    found[of[holds]] = True
    return found
