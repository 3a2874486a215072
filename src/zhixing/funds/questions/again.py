"""What the payee's bank sent back, and whether it has gone out again."""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.auction import BidDepositReceived, SaleRuled
from zhixing.assets.questions.sale import WAYS, sale
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.acts.money import MoneyReceived, MoneyTakenBack
from zhixing.funds.acts.payout import DepositRefundApproved, PayoutApproved, PayoutCancelled, PayoutReturned
from zhixing.funds.keeping.acts import EscrowPlaced
from zhixing.funds.questions.vouchers import vouchers
from zhixing.law.disposal import Way
from zhixing.law.money import Fen
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry


def went_back(dossier: Dossier, entry: Entry[Act]) -> PayoutApproved | None:
    """The payout of a case that this entry brought back; None of any other entry, and of judicial aid."""
    act = entry.act
    if not isinstance(act, PayoutReturned) or dossier.kind != "case":
        return None
    approved = dossier.at(act.payout)
    return approved.act if approved is not None and isinstance(approved.act, PayoutApproved) else None


def paid_again(dossier: Dossier, back: Entry[Act], by: Entry[Act]) -> bool:
    """Whether, with the entry `by`, what came back was ordered again or kept aside for the same payee, or nothing is left."""
    payout = went_back(dossier, back)
    if payout is None:
        return False
    since = [each for each in _standing(dossier, back, by) if not isinstance(each, DepositRefundApproved)]
    gone = sum(each.amount for each in since if each.payee == payout.payee)
    gone += sum(
        each.act.amount for each in dossier.of(EscrowPlaced) if _between(each, back, by, payout.payee)
    )
    return gone >= payout.amount or held_after(dossier, AccountKind.CASE, by) <= 0


def refunded_again(dossier: Dossier, back: Entry[Act], by: Entry[Act]) -> bool:
    """The same of a bidder's deposit: given back anew, counted towards the price, or found to be no deposit."""
    refund = went_back(dossier, back)
    if not isinstance(refund, DepositRefundApproved):
        return False
    since = [each for each in _standing(dossier, back, by) if isinstance(each, DepositRefundApproved)]
    gone = sum(each.amount for each in since if each.receipt == refund.receipt)
    return gone >= refund.amount or held_after(dossier, AccountKind.DEPOSIT, by) <= 0


def held_after(dossier: Dossier, kind: AccountKind, entry: Entry[Act]) -> Fen:
    """Fen in the dossier's own account of that kind once the entry was booked, by its acts alone."""
    return kind.side * sum(
        posting.amount
        for each in dossier.entries
        if each.seq <= entry.seq
        for voucher in vouchers(dossier, each)
        for posting in voucher.postings
        if posting.kind is kind and posting.owner == dossier.id
    )


def way_of_sale(dossier: Dossier, refund: DepositRefundApproved, on: date) -> Way | None:
    """How the auction was held for which that deposit was paid; where no bid is named, the last one ruled."""
    named = [each.act.bid for each in dossier.of(DepositRefundApproved) if each.act.receipt == refund.receipt]
    bid = dossier.at(next((each for each in named if each is not None), 0))
    if bid is not None and isinstance(bid.act, BidDepositReceived):
        return sale(dossier, bid.act.property, date.max).way
    ruled = dossier.as_of(on).last(SaleRuled)
    return WAYS.get(ruled.act.way) if ruled else None


def taken_back_too(dossier: Dossier, back: Entry[Act], taken: Entry[Act]) -> bool:
    """Whether what came back of a deposit was found to be another's: nothing is to be given back here."""
    refund, act = went_back(dossier, back), taken.act
    came = dossier.at(refund.receipt) if isinstance(refund, DepositRefundApproved) else None
    if came is None or not isinstance(came.act, MoneyReceived) or not isinstance(act, MoneyTakenBack):
        return False
    return (came.act.statement, came.act.line) == (act.statement, act.line)


def _standing(dossier: Dossier, back: Entry[Act], by: Entry[Act]) -> list[PayoutApproved]:
    """Payouts ordered after the return, up to that entry, and not cancelled since."""
    cancelled = {each.act.payout for each in dossier.of(PayoutCancelled)}
    return [
        each.act
        for each in dossier.of(PayoutApproved)
        if back.seq < each.seq <= by.seq and each.seq not in cancelled
    ]


def _between(escrow: Entry[EscrowPlaced], back: Entry[Act], by: Entry[Act], payee: int) -> bool:
    return back.seq < escrow.seq <= by.seq and escrow.act.of == payee
