"""The money of one case as its dossier tells it: what came, what of it counts as satisfied, what may still go out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.cases.questions import recorded_on
from zhixing.funds.acts.money import MoneyReceived, MoneyTakenBack
from zhixing.funds.acts.payout import DepositRefundApproved
from zhixing.funds.acts.statement import MoneyKind
from zhixing.funds.keeping.acts import FeeTaken
from zhixing.funds.questions.payout import payouts
from zhixing.law.money import Fen
from zhixing.parties.acts import LIABLE
from zhixing.parties.questions import parties_of
from zhixing.record.dossier import Dossier, Entry


@dataclass(frozen=True, slots=True)
class Receipt:
    """Money that came, the entry that took it back, and how much of it was recorded as satisfaction, in fen."""

    entry: Entry[MoneyReceived]
    back: Entry[MoneyTakenBack] | None
    recorded: Fen

    @property
    def paid_on(self) -> date:
        """The day on which the bank booked it; where that is not told, the day it was known to be the case's."""
        return self.entry.act.booked_on or self.entry.on

    @property
    def number(self) -> str:
        """The number of the receipt; empty where the money was booked before receipts had numbers."""
        return receipt_number(self.entry)

    @property
    def amount(self) -> Fen:
        """What is left of it to the case."""
        return 0 if self.back else self.entry.act.amount

    @property
    def unrecorded(self) -> Fen:
        """What came for the creditors and is not yet recorded as satisfaction; negative where more is recorded."""
        return self.amount - self.recorded if self.entry.act.kind is MoneyKind.EXECUTION else 0


def receipt_number(entry: Entry[MoneyReceived]) -> str:
    """The number of the receipt for money that came, as the door was told; empty before receipts had numbers."""
    return entry.fact("receipt-number", str) if "receipt-number" in entry.facts else ""


def receipts(dossier: Dossier, on: date) -> tuple[Receipt, ...]:
    """What came to the case by that day, in its order. A line taken back and given again comes twice."""
    known = dossier.as_of(on)
    back = list(known.of(MoneyTakenBack))
    found = []
    for entry in known.of(MoneyReceived):
        taken = next((each for each in back if each.seq > entry.seq and _line(each) == _line(entry)), None)
        if taken is not None:
            back.remove(taken)
        found.append(Receipt(entry, taken, recorded_on(dossier, entry.seq, on)))
    return tuple(found)


def _line(entry: Entry[MoneyReceived] | Entry[MoneyTakenBack]) -> tuple[int, str]:
    return entry.act.statement, entry.act.line


def unrecorded(dossier: Dossier, on: date) -> Fen:
    """Fen that came for the creditors and do not count as satisfied yet, but for fees and what the debtors got back."""
    liable = {each.party for each in parties_of(dossier, None, on) if each.role in LIABLE}
    to_debtors = sum(
        each.approved.act.amount
        for each in payouts(dossier, on).values()
        if each.approved.act.payee in liable
        and (each.reserved or each.gone)
        and not isinstance(each.approved.act, DepositRefundApproved)
    )
    fees = sum(each.act.amount for each in dossier.as_of(on).of(FeeTaken))
    return sum(each.unrecorded for each in receipts(dossier, on)) - to_debtors - fees
