"""What a plan in force lets be paid, and out of what money it was drawn. Every answer is pure; sums are fen.

A plan that amends another states the whole distribution anew, so what was paid since the first of them counts against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.funds.acts.money import MoneyReceived
from zhixing.funds.acts.payout import DepositRefundApproved, PayoutApproved
from zhixing.funds.acts.statement import MoneyKind
from zhixing.funds.distribution.acts import DistributionPlanDrawn
from zhixing.funds.distribution.questions import claims_of, plan, shares_due
from zhixing.funds.keeping.acts import DepositCounted, FeeTaken
from zhixing.funds.questions.case_money import receipts
from zhixing.funds.questions.payout import payouts
from zhixing.law.money import Fen
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry

AS_IT_STANDS = date.max


@dataclass(frozen=True, slots=True)
class Source:
    """Money that came to the case and may be distributed: its entry, the day, how much of it is there."""

    entry: Entry[Act]
    amount: Fen


def creditors(dossier: Dossier, on: date) -> frozenset[int]:
    """Those to whom the plan in force gives something; nobody where there is no plan."""
    now = plan(dossier, on)
    if now is None:
        return frozenset()
    given = {share.claim for share in now.act.shares if share.total}
    named = {each.creditor for each in claims_of(dossier, now.act) if each.number in given}
    return frozenset(each for each in named if each is not None)


def payable_to(dossier: Dossier, payee: int, on: date) -> Fen | None:
    """What may still be paid to somebody by the plan in force; None where no plan binds. Who is no creditor: what is left."""
    now = plan(dossier, on)
    if now is None:
        return None
    known = creditors(dossier, on)
    if payee in known:
        due = sum(each.payable for each in shares_due(dossier, on) if each.party == payee)
        return due - sum(
            each.amount for each in _paid_since(dossier, _first(dossier, now)) if each.payee == payee
        )
    left = sum(each.amount for each in now.act.pots) - sum(each.total for each in now.act.shares)
    gone = sum(each.amount for each in _paid_since(dossier, _first(dossier, now)) if each.payee not in known)
    return left - gone


def used_since(dossier: Dossier) -> Fen:
    """What payouts and fees took out of the case since the first plan that the one in force goes back to."""
    now = plan(dossier, AS_IT_STANDS)
    if now is None:
        return 0
    first = _first(dossier, now)
    fees = sum(each.act.amount for each in dossier.of(FeeTaken) if each.seq > first)
    return fees + sum(each.amount for each in _paid_since(dossier, first))


def came(dossier: Dossier) -> dict[int, Entry[Act]]:
    """What came to the case for its creditors and was not taken back, by the number of its entry."""
    found: dict[int, Entry[Act]] = {
        each.entry.seq: each.entry
        for each in receipts(dossier, AS_IT_STANDS)
        if each.back is None and each.entry.act.kind is MoneyKind.EXECUTION
    }
    found |= {each.seq: each for each in dossier.of(DepositCounted)}
    return dict(sorted(found.items()))


def amount_of(act: Act) -> Fen:
    """What came with an entry of `came`."""
    return act.amount if isinstance(act, MoneyReceived | DepositCounted) else 0


def sources(dossier: Dossier, there: Fen) -> tuple[Source, ...]:
    """Of what came, what the `there` fen that can be distributed consist of: what came last is there last."""
    found: list[Source] = []
    for entry in reversed(came(dossier).values()):
        part = min(amount_of(entry.act), there)
        there -= part
        if part:
            found.append(Source(entry, part))
    return tuple(reversed(found))


def _first(dossier: Dossier, now: Entry[DistributionPlanDrawn]) -> int:
    by_seq = {each.seq: each for each in dossier.of(DistributionPlanDrawn)}
    entry = now
    while entry.act.amends is not None and entry.act.amends in by_seq:
        entry = by_seq[entry.act.amends]
    return entry.seq


def _paid_since(dossier: Dossier, first: int) -> list[PayoutApproved]:
    """Payouts of the case's money approved after that entry that stand: reserved, or gone."""
    return [
        each.approved.act
        for seq, each in payouts(dossier, AS_IT_STANDS).items()
        if seq > first
        and (each.reserved or each.gone)
        and not isinstance(each.approved.act, DepositRefundApproved)
    ]
