"""One payment beside one case, field by field: what agrees, and how much that weighs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from zhixing.funds.recognising.index import FEWEST_SIGNS, Index
from zhixing.funds.recognising.numbers import Written, one_apart
from zhixing.funds.recognising.weights import (
    ACCOUNT,
    APPLICANT,
    BY_VALUE,
    COURT,
    LEVELS,
    NAMED,
    PAYER,
    SERIAL,
    SUM,
    TAIL,
    TYPE,
    YEAR,
    Weights,
)

OTHERS = 2_000  # names, sums and serials that might as well have been written and are no case's: weighs in small courts


class Paid(NamedTuple):
    """What a bank's line says: fen, who paid, from which account, and the text."""

    amount: int
    name: str
    account: str
    text: str


class View(NamedTuple):
    """A payment as it is compared: the numbers in its text, the payer's name and its core, the text and its longer figures."""

    paid: Paid
    numbers: tuple[Written, ...]
    name: str
    short: str
    text: str
    figures: tuple[str, ...]


class Comparing:
    """Compares with the cases of an index. `before` tells which cases an account paid, `accounts` whose it is."""

    def __init__(
        self,
        index: Index,
        weights: Weights,
        before: Mapping[str, Sequence[int]],
        accounts: Mapping[str, Sequence[int]],
    ) -> None:
        self.index, self.before, self.accounts = index, before, accounts
        count = index.count + OTHERS
        fixed = weights.fixed()
        # What a level weighs for a value of which the index holds so many: log(seen / (many / count)).
        by_value = {each: math.log(share * count) for each, share in weights.seen.items()}
        self._year, self._court, self._type, self._serial = (
            {level: (by_value if level == "same" else fixed)[name, level] for level in LEVELS[name]}
            for name in (YEAR, COURT, TYPE, SERIAL)
        )
        # Years, courts and types are few and all of them known: one more of each stands for those not seen yet.
        for same, name in ((self._year, YEAR), (self._court, COURT), (self._type, TYPE)):
            same["same"] = math.log(weights.seen[name, "same"] * (index.count + 2))
        self._payer_of = {
            level: (by_value if level in BY_VALUE else fixed)[PAYER, level] for level in LEVELS[PAYER]
        }
        self._named_of = {
            level: (fixed if level == "no" else by_value)[NAMED, level] for level in LEVELS[NAMED]
        }
        self._applicant_of = (fixed[APPLICANT, "no"], by_value[APPLICANT, "named"])
        self._sum_of = (fixed[SUM, "other"], by_value[SUM, "due"])
        self._account_of = {
            level: (fixed if level == "other" else by_value)[ACCOUNT, level] for level in LEVELS[ACCOUNT]
        }
        self._tail_of = {level: fixed[TAIL, level] for level in LEVELS[TAIL]}
        # All who bear a name weigh together what one would who bore it alone, but for what else may agree.
        self.bare = (
            self._payer_of["debtor"] + self._sum_of[False] + self._named_of["no"] + self._applicant_of[False]
        )
        self.bare += self._account_of["other"] + self._tail_of["no"]

    def all(self, view: View, row: int) -> tuple[float, tuple[str, ...]]:
        """The weight of one case, and the level of each field, in the order of `LEVELS`."""
        weight, number = 0.0, _UNSAID
        if view.numbers:
            weight, number = max(self._number(each, row) for each in view.numbers)
        debtors = self.index.debtors(row)
        payer, by_payer = self._payer(view, row, debtors)
        named, by_named = self._named(view, debtors)
        applicant, by_applicant = self._applicant(view, row)
        due, by_sum = self._due(view.paid.amount, row)
        account, by_account = self._account(view.paid.account, row)
        tail = "no"
        if view.figures and not set(self.index.cases[row].tails).isdisjoint(view.figures):
            tail = "same"
        weight += by_payer + by_named + by_applicant + by_sum + by_account + self._tail_of[tail]
        return weight, (*number, payer, named, applicant, due, account, tail)

    def _payer(self, view: View, row: int, debtors: tuple[str, ...]) -> tuple[str, float]:
        """Whether he who paid is a debtor, or is called much like one; a name weighs less the more bear it."""
        index, level = self.index, self._payer_level(view, row, debtors)
        weight = self._payer_of[level]
        if level == "debtor":
            weight -= math.log(index.debtor_names.many(view.name))
        elif level == "variant":
            weight -= math.log(index.cores.many(view.short))
        elif level == "applicant":
            weight -= math.log(index.applicant_counts[view.paid.name])
        return level, weight

    def _applicant(self, view: View, row: int) -> tuple[str, float]:
        """Whether an applicant stands in the text."""
        for name in self.index.cases[row].applicants:
            if name in view.text and name != view.name:
                return "named", self._applicant_of[True] - math.log(self.index.applicant_counts[name])
        return "no", self._applicant_of[False]

    def _due(self, amount: int, row: int) -> tuple[str, float]:
        """Whether just this sum is due; a round one is due in many cases and weighs little."""
        if amount in self.index.cases[row].sums:
            return "due", self._sum_of[True] - math.log(len(self.index.due(amount)))
        return "other", self._sum_of[False]

    def _account(self, account: str, row: int) -> tuple[str, float]:
        """Whether the account paid this case before, or is a party's."""
        if account:
            before, known = self.before.get(account, ()), self.accounts.get(account, ())
            if row in before:
                return "before", self._account_of["before"] - math.log(len(before))
            if row in known:
                return "known", self._account_of["known"] - math.log(len(known))
        return "other", self._account_of["other"]

    def _number(self, number: Written, row: int) -> tuple[float, tuple[str, str, str, str]]:
        """How well a written number fits the case's own."""
        numbers, log = self.index.numbers, math.log
        year, court, kind, serial = number.year, number.court, number.type, number.serial
        own_year, own_court, own_kind, own_serial = numbers.parts(row)
        years = courts = kinds = ""
        weight = 0.0
        if year == own_year:
            years = "same"
            weight = self._year["same"] - log(numbers.year_counts[year] + 1)
        elif year:
            years = "near" if one_apart(str(year), str(own_year)) else "other"
            weight = self._year[years]
        if court == own_court:
            courts = "same"
            weight += self._court["same"] - log(numbers.court_counts[court] + 1)
        elif court:
            courts = (
                "part"
                if court in own_court
                else "near"
                if one_apart(court, own_court) or one_apart(court, own_court[1:])
                else "other"
            )
            weight += self._court[courts]
        if kind == own_kind and number.sure:
            kinds = "same"
            weight += self._type["same"] - log(numbers.type_counts[kind] + 1)
        elif kind:
            kinds = "near" if kind == own_kind or not number.sure else "other"
            weight += self._type[kinds]
        if serial == own_serial:
            serials = "same"
            weight += self._serial["same"] - log(numbers.serial_counts[serial])
        else:
            serials = "near" if one_apart(str(serial), str(own_serial)) else "other"
            weight += self._serial[serials]
        return weight, (years, courts, kinds, serials)

    def _payer_level(self, view: View, row: int, debtors: tuple[str, ...]) -> str:
        name, short = view.name, view.short
        if not name:
            return ""
        if name in debtors:
            return "debtor"
        core_of, size = self.index.core_of, len(name)
        for each in debtors:
            if short and core_of.get(each) == short:
                return "variant"
            if abs(len(each) - size) <= 1 and one_apart(name, each):
                return "near"
            if size >= FEWEST_SIGNS and each.startswith(name):
                return "near"
        return "applicant" if view.paid.name in self.index.cases[row].applicants else "other"

    def _named(self, view: View, debtors: tuple[str, ...]) -> tuple[str, float]:
        """Whether a debtor stands in the text who did not pay himself."""
        text = view.text
        for name in debtors:
            if name in text and name != view.name:
                return "debtor", self._named_of["debtor"] - math.log(self.index.debtor_names.many(name))
        for name in debtors:
            short = self.index.core_of.get(name, "")
            if short and short in text and short != view.short:
                return "variant", self._named_of["variant"] - math.log(self.index.cores.many(short))
        return "no", self._named_of["no"]


_UNSAID = ("", "", "", "")
