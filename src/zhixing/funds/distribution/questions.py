"""What a distribution can be asked: its plan, how each objection stands, and what may be paid. Every answer is as of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from zhixing.funds.distribution.acts import (
    ClaimAdmitted,
    ClaimRank,
    ClaimRejected,
    DistributionPlanDrawn,
    DistributionPlanObjected,
    DistributionPlanServed,
    DistributionSuitEnded,
    DistributionSuitFiled,
    ParticipationApplied,
    PlanObjectionNotified,
    PlanObjectionOpposed,
    PlanOppositionNotified,
    PotHeld,
    ShareGiven,
    SuitResult,
)
from zhixing.law.answers import Found
from zhixing.law.distribution import Claim, Distribution, Order, Pot, Rank, distribute
from zhixing.law.money import Fen
from zhixing.law.periods import days, due
from zhixing.law.pro_rata import by_number
from zhixing.record.dossier import Dossier, Entry, remembered

FIFTEEN = days(15)
_RANKS = {each: Rank[each.name] for each in ClaimRank}


class Dispute(Enum):
    """How an objection to a plan stands."""

    WAITING = "等待其他人的反对意见"
    ACCEPTED = "无人反对，应当修正方案"
    OPPOSED = "有人反对，等待起诉"
    SUED = "诉讼中"
    UPHELD = "判决支持，应当修正方案"
    OVER = "按原方案分配"

    @property
    def holds_back(self) -> bool:
        """Whether the disputed share may not be paid."""
        return self is not Dispute.OVER


@dataclass(frozen=True, slots=True)
class ObjectionState:
    """An objection, how it stands, and the last day of the term that runs; None while none runs."""

    entry: Entry[DistributionPlanObjected]
    dispute: Dispute
    until: date | None = None
    unheard: tuple[int, ...] = ()  # those who were not yet notified


@dataclass(frozen=True, slots=True)
class ShareDue:
    """What a claim of the plan may be paid now and what is held in escrow, in fen. `party` None: the court's own costs."""

    plan: int
    claim: str
    party: int | None
    payable: Fen
    escrow: Fen


@remembered
def plan(dossier: Dossier, on: date) -> Entry[DistributionPlanDrawn] | None:
    """The newest plan."""
    return dossier.as_of(on).last(DistributionPlanDrawn)


@remembered
def admitted(dossier: Dossier, on: date) -> tuple[Entry[ClaimAdmitted], ...]:
    """The claims that take part, by number; of one number the newest says how it stands."""
    found = {entry.act.number: entry for entry in dossier.as_of(on).of(ClaimAdmitted)}
    return tuple(found[number] for number in sorted(found, key=by_number))


def undecided(dossier: Dossier, on: date) -> list[Entry[ParticipationApplied]]:
    """Applications neither admitted nor rejected."""
    then = dossier.as_of(on)
    decided = {entry.act.application for entry in then.of(ClaimAdmitted)}
    decided |= {entry.act.application for entry in then.of(ClaimRejected)}
    return [entry for entry in then.of(ParticipationApplied) if entry.seq not in decided]


def claims_of(dossier: Dossier, act: DistributionPlanDrawn) -> tuple[ClaimAdmitted, ...]:
    """The claims a plan counts, as they were admitted; those that are not there are left out."""
    entries = [dossier.at(seq) for seq in act.claims]
    return tuple(each.act for each in entries if each is not None and isinstance(each.act, ClaimAdmitted))


def worked_out(pots: tuple[PotHeld, ...], claims: tuple[ClaimAdmitted, ...], order: str) -> Distribution:
    """The distribution by the law. Raises ValueError where the inputs make no sense; `order` is the name of a ClaimOrder."""
    return distribute(
        [Pot(each.name, each.amount) for each in pots], [counted(each) for each in claims], Order[order]
    )


def order_of(act: DistributionPlanDrawn) -> Order:
    """How the plan pays ordinary claims, as the law calls it."""
    return Order[act.order.name]


def counted(act: ClaimAdmitted) -> Claim:
    """A claim as the law counts it."""
    return Claim(
        number=act.number,
        rank=_RANKS[act.rank],
        principal=act.principal,
        interest=act.interest,
        costs=act.costs,
        doubled=act.doubled,
        pot=act.pot,
        place=act.place,
        turn=act.turn,
        principal_first=act.principal_first,
    )


def given(found: Distribution) -> tuple[ShareGiven, ...]:
    """The shares as the act holds them."""
    return tuple(
        ShareGiven(
            claim=each.claim,
            costs=each.costs,
            interest=each.interest,
            principal=each.principal,
            doubled=each.doubled,
        )
        for each in found.shares
    )


def to_be_served(dossier: Dossier, act: DistributionPlanDrawn) -> tuple[int, ...]:
    """Who receives the plan: each creditor of it, and the debtor."""
    creditors = [each.creditor for each in claims_of(dossier, act) if each.creditor is not None]
    return tuple(dict.fromkeys([*creditors, act.debtor]))


@remembered
def served(dossier: Dossier, number: int, on: date) -> dict[int, date]:
    """Who received that plan, and when first."""
    found: dict[int, date] = {}
    for entry in dossier.as_of(on).of(DistributionPlanServed):
        if entry.act.plan == number:
            found.setdefault(entry.act.to, entry.on)
    return found


def last_day(since: date) -> date | None:
    """The last of the fifteen days after `since`; None while the holidays of that year are not known."""
    answer = due(since, FIFTEEN)
    return answer.value.day if isinstance(answer, Found) else None


def objecting_ends(dossier: Dossier, on: date) -> date | None:
    """The last day on which anybody may object to the plan; None while it is not served on all."""
    now = plan(dossier, on)
    if now is None:
        return None
    received = served(dossier, now.seq, on)
    ends = [last_day(received[each]) if each in received else None for each in to_be_served(dossier, now.act)]
    known = [each for each in ends if each is not None]
    return max(known) if len(known) == len(ends) and known else None


def objections(dossier: Dossier, on: date) -> tuple[ObjectionState, ...]:
    """The objections to the plan in force, and how each stands."""
    now = plan(dossier, on)
    if now is None:
        return ()
    found = dossier.as_of(on).of(DistributionPlanObjected)
    return tuple(state(dossier, entry, on) for entry in found if entry.act.plan == now.seq)


def state(dossier: Dossier, objection: Entry[DistributionPlanObjected], on: date) -> ObjectionState:
    """How an objection stands: its own suit first, then opposition, then the others' silence."""
    then = dossier.as_of(on)
    suits = [each for each in then.of(DistributionSuitFiled) if each.act.objection == objection.seq]
    if suits:
        ended = [each for each in then.of(DistributionSuitEnded) if each.act.suit == suits[-1].seq]
        if not ended:
            return ObjectionState(objection, Dispute.SUED)
        upheld = ended[-1].act.result is SuitResult.UPHELD
        return ObjectionState(objection, Dispute.UPHELD if upheld else Dispute.OVER)
    if any(each.act.objection == objection.seq for each in then.of(PlanObjectionOpposed)):
        told = [each for each in then.of(PlanOppositionNotified) if each.act.objection == objection.seq]
        until = last_day(told[0].on) if told else None
        over = until is not None and on > until
        return ObjectionState(objection, Dispute.OVER if over else Dispute.OPPOSED, until)
    return _unopposed(dossier, objection, on)


def _unopposed(dossier: Dossier, objection: Entry[DistributionPlanObjected], on: date) -> ObjectionState:
    drawn = dossier.at(objection.act.plan)
    asked = to_be_served(dossier, drawn.act) if drawn and isinstance(drawn.act, DistributionPlanDrawn) else ()
    heard = notified(dossier, objection.seq, on)
    waiting = tuple(each for each in asked if each != objection.act.by and each not in heard)
    ends = [last_day(each) for each in heard.values()]
    known = [each for each in ends if each is not None]
    until = max(known) if known and len(known) == len(ends) else None
    over = not waiting and until is not None and on > until
    return ObjectionState(objection, Dispute.ACCEPTED if over else Dispute.WAITING, until, waiting)


def notified(dossier: Dossier, objection: int, on: date) -> dict[int, date]:
    """Who was told of an objection, and when first."""
    found: dict[int, date] = {}
    for entry in dossier.as_of(on).of(PlanObjectionNotified):
        if entry.act.objection == objection:
            found.setdefault(entry.act.to, entry.on)
    return found


def shares_due(dossier: Dossier, on: date) -> tuple[ShareDue, ...]:
    """What may be paid by the plan in force: nothing before everybody's time to object is over, then all that nobody disputes.

    What is disputed is escrow until the objection is over; what two objections dispute of one share adds up to the share at
    most. After an objection that must be followed the plan is to be amended first.
    """
    now, ends = plan(dossier, on), objecting_ends(dossier, on)
    if now is None or ends is None or on <= ends:
        return ()
    held: dict[str, Fen] = {}
    for each in objections(dossier, on):
        if each.dispute.holds_back:
            for one in each.entry.act.disputed:
                held[one.claim] = held.get(one.claim, 0) + one.amount
    party = {each.number: each.creditor for each in claims_of(dossier, now.act)}
    found = []
    for share in now.act.shares:
        escrow = min(share.total, held.get(share.claim, 0))
        if share.total:
            found.append(ShareDue(now.seq, share.claim, party[share.claim], share.total - escrow, escrow))
    return tuple(found)
