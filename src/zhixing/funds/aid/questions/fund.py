"""What the dossier of an aid fund tells: budgets, receipts by source, and the wage its ceiling rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from zhixing.funds.aid.acts.fund import (
    AidBudgetSet,
    AidMoneyReceived,
    AidMoneyTakenBack,
    AidSource,
    AidWageRecorded,
)
from zhixing.law.money import Fen
from zhixing.record.dossier import Dossier, Entry


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the fund, in fen: its budget, and what came of each source."""

    year: int
    budget: Fen
    received: dict[AidSource, Fen]

    @property
    def expected(self) -> Fen:
        """What of the budget has not come yet; never below nothing."""
        return max(0, self.budget - self.received.get(AidSource.BUDGET, 0))

    @property
    def total(self) -> Fen:
        """All that came."""
        return sum(self.received.values())


def receipts(fund: Dossier, on: date) -> list[Entry[AidMoneyReceived]]:
    """What came to the fund by that day and was not taken back."""
    known = fund.as_of(on)
    back = list(known.of(AidMoneyTakenBack))
    found = []
    for entry in known.of(AidMoneyReceived):
        taken = next((each for each in back if each.seq > entry.seq and _line(each) == _line(entry)), None)
        if taken is not None:
            back.remove(taken)
        else:
            found.append(entry)
    return found


def _line(entry: Entry[AidMoneyReceived] | Entry[AidMoneyTakenBack]) -> tuple[int, str]:
    return entry.act.statement, entry.act.line


def budgets(fund: Dossier, on: date) -> dict[int, Fen]:
    """The budget of each year, as last entered by that day."""
    return {each.act.year: each.act.amount for each in fund.as_of(on).of(AidBudgetSet)}


def year_of(fund: Dossier, year: int, on: date) -> Year:
    """A year's budget and receipts as known that day; a receipt counts in the year in which the bank booked it."""
    came: dict[AidSource, Fen] = {}
    for each in receipts(fund, on):
        if each.act.booked_on.year == year:
            came[each.act.source] = came.get(each.act.source, 0) + each.act.amount
    return Year(year, budgets(fund, on).get(year, 0), came)


def years(fund: Dossier, on: date) -> Sequence[Year]:
    """Every year that has a budget or a receipt, the newest first."""
    found = {*budgets(fund, on), *(each.act.booked_on.year for each in receipts(fund, on))}
    return [year_of(fund, each, on) for each in sorted(found, reverse=True)]


def wage(fund: Dossier, on: date) -> AidWageRecorded | None:
    """The wage that a decision of that day rests on: of last year or, while that is not announced, of the year before."""
    known = {each.act.year: each.act for each in fund.as_of(on).of(AidWageRecorded)}
    return known.get(on.year - 1) or known.get(on.year - 2)
