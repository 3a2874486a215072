"""What a new case takes over from the one it resumes: parties, titles, claims, interest, and all that was reached.

Sums come over as the titles grant them, and what was reached comes over with its own days; so the new case computes
the same debt, to the fen, as the first one would.

Whoever was replaced by ruling stays behind: titles are carried over against and for those who stand in their place.

Not covered: agents, who are authorised for one case; guarantees and measures in force, which later rooms carry over.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from zhixing.cases import questions as cases
from zhixing.cases.acts.filing import (
    ApplicantAccountGiven,
    ClaimKind,
    ClaimRecorded,
    CostRecorded,
    InterestRecorded,
    LivelihoodFlagged,
    SetOffOrderRecorded,
    SumNature,
    TitleRecorded,
)
from zhixing.cases.acts.performance import (
    BroughtForward,
    DelayPenaltyFixed,
    EarlierKind,
    EarlierPayment,
    EarlierRest,
)
from zhixing.cases.questions.party_change import in_place_of
from zhixing.cases.questions.pause import interest_rests
from zhixing.closing.questions.ending import performed_claims
from zhixing.law.interest import Payment
from zhixing.parties.acts import LegalRepresentativeNamed, PartyJoined
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry

COPIED = (SetOffOrderRecorded, LivelihoodFlagged)


def carried_over(first: Dossier, on: date) -> list[Act]:
    """The acts with which a new case starts, in the order in which they must follow its opening act.

    Acts that name others by number name them as they will stand in the new dossier, the opening act being number 1.
    """
    then = first.as_of(on)
    acts: list[Act] = [
        PartyJoined(party=part.party, role=part.role, original_role=part.original_role)
        for part in parties_of(first, None, on)
    ]
    present = {part.party for part in parties_of(first, None, on)}
    named = then.of(LegalRepresentativeNamed)
    acts += [entry.act for entry in named if entry.act.party in present]
    places = _claims(first, on, acts)
    acts += [_on_claim(entry.act, places) for entry in then.of(InterestRecorded)]
    acts += [entry.act for entry in then.entries if isinstance(entry.act, COPIED)]
    acts += [entry.act for entry in then.of(ApplicantAccountGiven) if entry.act.party in present]
    acts += _reached(first, on, places)
    return acts


def _next(acts: list[Act]) -> int:
    return len(acts) + 2  # the opening act is number 1


def _claims(first: Dossier, on: date, acts: list[Act]) -> dict[int, int]:
    """Append titles, claims, penalties for delay as sums, and costs; answer old numbers of claims → new ones."""
    then = first.as_of(on)
    titles: dict[int, int] = {}
    for title in then.of(TitleRecorded):
        titles[title.seq] = _next(acts)
        acts.append(title.act)
    places: dict[int, int] = {}
    for claim in then.of(ClaimRecorded):
        places[claim.seq] = _next(acts)
        acts.append(_today(first, claim.act, on, titles))
    acts += [_today(first, _penalty(then, entry, titles), on, {}) for entry in then.of(DelayPenaltyFixed)]
    for cost in then.of(CostRecorded):
        under = titles.get(cost.act.title, cost.act.title)
        borne_by = in_place_of(first, cost.act.borne_by, on)
        acts.append(msgspec.structs.replace(cost.act, title=under, borne_by=borne_by))
    return places


def _today(first: Dossier, claim: ClaimRecorded, on: date, titles: dict[int, int]) -> ClaimRecorded:
    return msgspec.structs.replace(
        claim,
        title=titles.get(claim.title, claim.title),
        owed_by=in_place_of(first, claim.owed_by, on),
        owed_to=in_place_of(first, claim.owed_to, on),
    )


def _penalty(then: Dossier, fixed: Entry[DelayPenaltyFixed], titles: dict[int, int]) -> ClaimRecorded:
    claim = then.at(fixed.act.claim)
    owed = claim.act if claim is not None and isinstance(claim.act, ClaimRecorded) else None
    return ClaimRecorded(
        title=titles[owed.title] if owed else next(iter(titles.values())),
        kind=ClaimKind.MONEY,
        label=f"迟延履行金{fixed.seq}",
        owed_by=owed.owed_by if owed else (),
        owed_to=owed.owed_to if owed else (),
        amount=fixed.act.amount,
        due=fixed.on,
        nature=SumNature.INTEREST,
    )


def _on_claim(interest: InterestRecorded, places: dict[int, int]) -> InterestRecorded:
    if interest.claim is None:
        return interest
    return msgspec.structs.replace(interest, claim=places.get(interest.claim))


def _kind(payment: Payment) -> EarlierKind:
    return next(kind for kind in EarlierKind if kind.value == payment.kind.value)


def _reached(first: Dossier, on: date, places: dict[int, int]) -> Iterable[Act]:
    payments = tuple(
        EarlierPayment(on=each.on, amount=each.amount, kind=_kind(each)) for each in cases.payments(first, on)
    )
    rests = tuple(
        EarlierRest(since=each.since, until=each.until, at_debtors_request=each.at_debtors_request)
        for each in interest_rests(first, on)
    )
    done = tuple(sorted(places[seq] for seq in performed_claims(first, on) if seq in places))
    waived = cases.amount_waived(first, on)
    if payments or rests or done or waived:
        yield BroughtForward(payments=payments, rests=rests, waived=waived, done=done)
