"""Objections on a day: which are open, which were upheld, and what they stop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.cases.acts.reconsideration import (
    ReconsiderationAsked,
    ReconsiderationDecided,
    ReconsiderationResult,
)
from zhixing.cases.acts.review import ObjectionDecided, ObjectionKind, ObjectionRaised, ObjectionResult
from zhixing.cases.acts.settlement import GuaranteeGiven, GuaranteePurpose
from zhixing.cases.acts.suit import ObjectionSuitDecided, ObjectionSuitFiled, ObjectReleased
from zhixing.cases.questions.serving import served_on
from zhixing.law.answers import Found
from zhixing.law.periods import days, due
from zhixing.law.texts import Text, say
from zhixing.record.dossier import Dossier, Entry

GOOD = (ObjectionResult.UPHELD, ObjectionResult.PARTLY)


def ruling_on(dossier: Dossier, objection: int, on: date) -> Entry[ObjectionDecided] | None:
    """The ruling on an objection that stands that day; None while there is none, or when the court above sent it back."""
    then = dossier.as_of(on)
    rulings = [entry for entry in then.of(ObjectionDecided) if entry.act.objection == objection]
    if not rulings or rulings[-1].seq in _sent_back(then):
        return None
    return rulings[-1]


def _sent_back(then: Dossier) -> set[int]:
    asked = {entry.seq: entry.act.ruling for entry in then.of(ReconsiderationAsked)}
    return {
        asked[entry.act.reconsideration]
        for entry in then.of(ReconsiderationDecided)
        if entry.act.result is ReconsiderationResult.SENT_BACK and entry.act.reconsideration in asked
    }


def open_objections(dossier: Dossier, on: date) -> list[Entry[ObjectionRaised]]:
    """Objections raised and not decided by that day, those sent back among them."""
    return [
        entry for entry in dossier.as_of(on).of(ObjectionRaised) if ruling_on(dossier, entry.seq, on) is None
    ]


def reconsiderations_open(dossier: Dossier, on: date) -> list[Entry[ReconsiderationAsked]]:
    """Applications for reconsideration that the court above had not decided by that day."""
    then = dossier.as_of(on)
    decided = {entry.act.reconsideration for entry in then.of(ReconsiderationDecided)}
    return [entry for entry in then.of(ReconsiderationAsked) if entry.seq not in decided]


def suits_open(dossier: Dossier, on: date) -> list[Entry[ObjectionSuitFiled]]:
    """Suits over objections that had not been decided by that day."""
    then = dossier.as_of(on)
    decided = {entry.act.suit for entry in then.of(ObjectionSuitDecided)}
    return [entry for entry in then.of(ObjectionSuitFiled) if entry.seq not in decided]


def reviews_open(dossier: Dossier, on: date) -> bool:
    """Whether an objection or a reconsideration waited for its decision that day."""
    return bool(open_objections(dossier, on) or reconsiderations_open(dossier, on))


def found_good(dossier: Dossier, objection: int, on: date) -> ObjectionResult | None:
    """What became of an objection by that day, the court above having the last word; None while it is open."""
    ruling = ruling_on(dossier, objection, on)
    if ruling is None:
        return None
    then = dossier.as_of(on)
    asked = {entry.seq for entry in then.of(ReconsiderationAsked) if entry.act.ruling == ruling.seq}
    for entry in then.of(ReconsiderationDecided):
        if entry.act.reconsideration in asked and entry.act.result is ReconsiderationResult.CHANGED:
            return ObjectionResult.UPHELD if entry.act.upholds else ObjectionResult.DISMISSED
    return ruling.act.result


def upheld_for(dossier: Dossier, objection: int, on: date) -> bool:
    """Whether this objection was upheld, wholly or in part, by that day."""
    return found_good(dossier, objection, on) in GOOD


def upheld(dossier: Dossier, kind: ObjectionKind, on: date) -> bool:
    """Whether an objection of that kind was upheld in full by that day."""
    return any(
        found_good(dossier, entry.seq, on) is ObjectionResult.UPHELD
        for entry in dossier.as_of(on).of(ObjectionRaised)
        if entry.act.kind is kind
    )


@dataclass(frozen=True, slots=True)
class Bar:
    """A thing that may not be disposed of: the outsider's objection, the thing, and why."""

    objection: Entry[ObjectionRaised]
    object: str
    because: Text


def bars(dossier: Dossier, on: date) -> list[Bar]:
    """The things that outsiders' objections keep from disposal that day; enforcement otherwise goes on.

    While the objection is reviewed (执行程序解释 art. 15), fifteen days from service of its dismissal (民诉法解释 art. 463),
    while a suit is heard (art. 313) and while it stands upheld. An applicant's guarantee lets enforcement go on.
    """
    then = dossier.as_of(on)
    going_on = {
        entry.act.objection
        for entry in then.of(GuaranteeGiven)
        if entry.act.purpose is GuaranteePurpose.CONTINUE
    }
    found = []
    for entry in then.of(ObjectionRaised):
        if entry.act.kind is not ObjectionKind.THIRD_PARTY or entry.seq in going_on:
            continue
        because = _why_barred(then, entry, on)
        if because is not None:
            found.append(Bar(entry, entry.act.object, because))
    return found


def disposal_barred(dossier: Dossier, on: date) -> Bar | None:
    """The oldest bar to disposal that day, or None."""
    return next(iter(bars(dossier, on)), None)


def _why_barred(then: Dossier, objection: Entry[ObjectionRaised], on: date) -> Text | None:
    if any(entry.act.objection == objection.seq for entry in then.of(ObjectReleased)):
        return None
    suit = _suit(then, objection.seq)
    if suit is not None:
        ended = [entry for entry in then.of(ObjectionSuitDecided) if entry.act.suit == suit.seq]
        if not ended:
            return say("执行异议之诉审理期间，不得处分该标的")
        return say("判决不得执行该标的") if not ended[-1].act.enforceable else None
    ruling = ruling_on(then, objection.seq, on)
    if ruling is None:
        return say("案外人异议审查期间，不得处分该标的")
    if ruling.act.result in GOOD:
        return say("案外人异议成立，已中止对该标的的执行")
    if ruling.act.result is not ObjectionResult.DISMISSED:
        return None
    return _fifteen_days(then, objection, ruling, on)


def _suit(then: Dossier, objection: int) -> Entry[ObjectionSuitFiled] | None:
    return next((entry for entry in then.of(ObjectionSuitFiled) if entry.act.objection == objection), None)


def _fifteen_days(
    then: Dossier, objection: Entry[ObjectionRaised], ruling: Entry[ObjectionDecided], on: date
) -> Text | None:
    reached = served_on(then, ruling.seq, objection.act.by)
    if reached is None:
        return say("驳回异议的裁定尚未送达案外人，送达之日起十五日内不得处分该标的")
    last = due(reached, days(15))
    if isinstance(last, Found) and on > last.value.day:
        return None
    return say("驳回异议的裁定于 {reached} 送达，十五日内不得处分该标的", reached=reached)
