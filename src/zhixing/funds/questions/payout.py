"""How the payouts of a case stand, and whether what came was paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.funds.acts.money import MoneyReceived, MoneyTakenBack
from zhixing.funds.acts.payout import (
    DeferralEnded,
    DepositRefundApproved,
    PayoutApproved,
    PayoutCancelled,
    PayoutDeferred,
    PayoutPaid,
    PayoutRecalled,
    PayoutReturned,
    PayoutSent,
)
from zhixing.funds.acts.statement import MoneyKind
from zhixing.funds.aid.acts.case import AidDeducted
from zhixing.funds.keeping.acts import DepositCounted, EscrowPlaced, FeeTaken
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry


@dataclass(frozen=True, slots=True)
class Course:
    """A payout and what became of it; all but the approval may be lacking."""

    approved: Entry[PayoutApproved]
    cancelled: Entry[PayoutCancelled] | None = None
    paid: Entry[PayoutPaid] | None = None
    returned: Entry[PayoutReturned] | None = None
    sent: Entry[PayoutSent] | None = None  # in a file for the bank that was not withdrawn

    @property
    def reserved(self) -> bool:
        """Whether the money is set aside and the bank has not paid it yet."""
        return self.cancelled is None and self.paid is None

    @property
    def gone(self) -> bool:
        """Whether the payee's bank keeps it."""
        return self.paid is not None and self.returned is None


def reference(case: int, payout: int) -> str:
    """What the bank is told with a payment, and tells back with its line: at most 35 signs (pain.001 EndToEndId).

    >>> reference(120, 14)
    'ZX-120-14'
    """
    return f"ZX-{case}-{payout}"


def payouts(dossier: Dossier, on: date) -> dict[int, Course]:
    """Each payout by the number of its entry, as it stood at the end of that day."""
    known = dossier.as_of(on)
    cancelled = {each.act.payout: each for each in known.of(PayoutCancelled)}
    paid = {each.act.payout: each for each in known.of(PayoutPaid)}
    returned = {each.act.payout: each for each in known.of(PayoutReturned)}
    sent = {each.act.payout: each for each in known.of(PayoutSent)}
    for each in known.of(PayoutRecalled):
        if each.act.payout in sent and each.seq > sent[each.act.payout].seq:
            del sent[each.act.payout]
    return {
        each.seq: Course(
            each, cancelled.get(each.seq), paid.get(each.seq), returned.get(each.seq), sent.get(each.seq)
        )
        for each in known.of(PayoutApproved)
    }


def paid_to(dossier: Dossier, payee: int) -> int:
    """Fen of the case's money that were paid to somebody, or set aside to be, and have not come back."""
    return sum(
        each.approved.act.amount
        for each in payouts(dossier, date.max).values()
        if each.approved.act.payee == payee
        and (each.reserved or each.gone)
        and not isinstance(each.approved.act, DepositRefundApproved)
    )


def deferred(dossier: Dossier, on: date) -> Entry[PayoutDeferred] | None:
    """The deferral that stands on that day; None when money may be paid."""
    known = dossier.as_of(on)
    ended = {each.act.deferral for each in known.of(DeferralEnded)}
    standing = [each for each in known.of(PayoutDeferred) if each.seq not in ended]
    return standing[-1] if standing else None


def is_execution_money(_dossier: Dossier, receipt: Entry[Act]) -> bool:
    """Fees and deposits of bidders are not owed to the applicant."""
    return isinstance(receipt.act, MoneyReceived) and receipt.act.kind is MoneyKind.EXECUTION


def of_a_case(dossier: Dossier, returned: Entry[Act]) -> bool:
    """Judicial aid that comes back has a term of its own, a bidder's deposit is not the applicant's."""
    seq = returned.act.payout if isinstance(returned.act, PayoutReturned) else 0
    return dossier.kind == "case" and not is_refund(dossier, seq)


def of_a_bidder(dossier: Dossier, returned: Entry[Act]) -> bool:
    """A deposit given back that the bank brought back."""
    seq = returned.act.payout if isinstance(returned.act, PayoutReturned) else 0
    return is_refund(dossier, seq)


def is_refund(dossier: Dossier, payout: int) -> bool:
    """Whether that payout gives a bidder's deposit back."""
    found = dossier.at(payout)
    return found is not None and isinstance(found.act, DepositRefundApproved)


def refunded(dossier: Dossier, receipt: int) -> int:
    """Fen of the deposit that came with that entry which are paid back, or set aside to be."""
    return sum(
        each.approved.act.amount
        for each in payouts(dossier, date.max).values()
        if isinstance(each.approved.act, DepositRefundApproved)
        and each.approved.act.receipt == receipt
        and (each.reserved or each.gone)
    )


def used_up(dossier: Dossier, receipt: Entry[Act], by: Entry[Act]) -> bool:
    """Whether, with the entry `by`, as much has left the case as had come with `receipt`: what came first goes first.

    What came back again was paid as far as this term is concerned; it has a term of its own.
    """
    came = sum(each.act.amount for each in _receipts(dossier) if each.seq <= receipt.seq)
    came += sum(each.act.amount for each in dossier.of(DepositCounted) if each.seq <= receipt.seq)
    cancelled = {each.act.payout for each in dossier.of(PayoutCancelled)}
    ordered = [
        each
        for each in dossier.of(PayoutApproved)
        if each.seq not in cancelled and not isinstance(each.act, DepositRefundApproved)
    ]
    back = [each for each in dossier.of(MoneyTakenBack) if each.act.kind is MoneyKind.EXECUTION]
    left = sum(each.act.amount for each in ordered if each.seq <= by.seq)
    left += sum(each.act.amount for each in dossier.of(EscrowPlaced) if each.seq <= by.seq)
    left += sum(each.act.amount for each in dossier.of(FeeTaken) if each.seq <= by.seq)
    left += sum(each.act.amount for each in dossier.of(AidDeducted) if each.seq <= by.seq)
    return left + sum(each.act.amount for each in back if each.seq <= by.seq) >= came


def _receipts(dossier: Dossier) -> list[Entry[MoneyReceived]]:
    return [each for each in dossier.of(MoneyReceived) if is_execution_money(dossier, each)]
