"""What a preservation can be asked. Every answer is as of a day."""

from __future__ import annotations

from datetime import date

from zhixing.assets.questions.control import Hold, holds
from zhixing.cases.acts.filing import CaseType
from zhixing.cases.questions import case_type
from zhixing.law.answers import Found, Undetermined
from zhixing.law.periods import Due, days, due
from zhixing.law.preservation import Stage, suit_by
from zhixing.law.texts import say
from zhixing.preservation.acts import (
    EnforcementApplied,
    MoreSecurityAsked,
    PreservationApplied,
    PreservationHandedOver,
    PreservationRefused,
    PreservationRuled,
    ReleaseAsked,
    SecurityAsked,
    SecurityGiven,
    SecurityWaived,
    SuitFiled,
    When,
)
from zhixing.record.dossier import Dossier, Entry

STAGES = {
    When.BEFORE_SUIT: Stage.BEFORE_SUIT,
    When.IN_SUIT: Stage.IN_SUIT,
    When.ARBITRATION: Stage.ARBITRATION,
    When.BEFORE_ENFORCEMENT: Stage.BEFORE_ENFORCEMENT,
}


def in_preservation(dossier: Dossier) -> bool:
    """Whether the dossier is a case of preservation (执保)."""
    return case_type(dossier) is CaseType.PRESERVATION


def application(dossier: Dossier, on: date) -> Entry[PreservationApplied] | None:
    """The application that the case is about: the newest."""
    return dossier.as_of(on).last(PreservationApplied)


def hurried(applied: PreservationApplied) -> bool:
    """Whether it must be ruled on within forty-eight hours."""
    return applied.urgent or applied.when is When.BEFORE_SUIT


def security_settled(dossier: Dossier, on: date) -> Entry[SecurityGiven] | Entry[SecurityWaived] | None:
    """What settles the question of security: enough was given, or none is asked. None while it is open."""
    then = dossier.as_of(on)
    waived, asked = then.last(SecurityWaived), then.last(SecurityAsked)
    if waived is not None and (asked is None or waived.seq > asked.seq):
        return waived
    if asked is None:
        return None
    given = [each for each in then.of(SecurityGiven) if each.seq > asked.seq]
    enough = sum(each.act.amount for each in given) >= asked.act.amount
    return given[-1] if enough else None


def more_security_open(dossier: Dossier, on: date) -> Entry[MoreSecurityAsked] | None:
    """The further security that was asked for and is not given in full; None where nothing is wanting."""
    then = dossier.as_of(on)
    asked = then.last(MoreSecurityAsked)
    if asked is None:
        return None
    given = [each.act.amount for each in then.of(SecurityGiven) if each.seq > asked.seq]
    return asked if sum(given) < asked.act.amount else None


def suit_elsewhere(dossier: Dossier, on: date) -> Entry[SuitFiled] | None:
    """The suit before another court, to which the papers of the preservation were not yet handed over."""
    then = dossier.as_of(on)
    handed = {each.act.suit for each in then.of(PreservationHandedOver)}
    waits = [each for each in then.of(SuitFiled) if each.act.elsewhere and each.seq not in handed]
    return waits[-1] if waits else None


def decision(dossier: Dossier, on: date) -> Entry[PreservationRuled] | Entry[PreservationRefused] | None:
    """How the application was ruled on; None while it is open."""
    then, asked = dossier.as_of(on), application(dossier, on)
    ruled, refused = then.last(PreservationRuled), then.last(PreservationRefused)
    found = [each for each in (ruled, refused) if each is not None and asked and each.seq > asked.seq]
    return found[-1] if found else None


def on_the_disputed_thing(dossier: Dossier, on: date) -> bool:
    """Whether the very thing in dispute is preserved, so that it is not replaced or lifted without the applicant."""
    asked, ruled = application(dossier, on), dossier.as_of(on).last(PreservationRuled)
    said = asked is not None and asked.act.disputed_value is not None
    return said or (ruled is not None and ruled.act.disputed)


def enforcement_by(applied: PreservationApplied) -> Found[Due] | Undetermined:
    """The last day for applying for enforcement after a preservation before it: five days after the time to perform."""
    if applied.perform_by is None:
        return Undetermined((say("履行期最后一天"),))
    return due(applied.perform_by, days(5))


def first_held(dossier: Dossier, on: date) -> Hold | None:
    """The first control that took effect: the thirty days for suit run from it."""
    held = [each for each in holds(dossier, on) if each.in_force_since is not None]
    return min(held, key=lambda each: (each.in_force_since or each.since, each.seq), default=None)


def must_be_lifted(dossier: Dossier, on: date) -> bool:
    """Whether suit, or an application for enforcement, did not follow in time, so that what is held must be lifted."""
    asked, held = application(dossier, on), first_held(dossier, on)
    if asked is None or held is None:
        return False
    if asked.act.when is When.BEFORE_ENFORCEMENT:
        ends = enforcement_by(asked.act)
        if all(each.released is not None for each in holds(dossier, on)):
            return False
        if isinstance(ends, Undetermined) or on <= ends.value.day:
            return False
        applied = dossier.as_of(on).of(EnforcementApplied)
        return not any(each.act.applied_on <= ends.value.day for each in applied)
    if asked.act.when is not When.BEFORE_SUIT:
        return False
    last = suit_by(held.in_force_since or held.since)
    if isinstance(last, Undetermined) or on <= last.value.day:
        return False
    return not any(each.act.filed_on <= last.value.day for each in dossier.as_of(on).of(SuitFiled))


def open_release_requests(dossier: Dossier, on: date) -> list[Entry[ReleaseAsked]]:
    """Requests to lift the preservation, while something is held."""
    if not any(each.released is None for each in holds(dossier, on)):
        return []
    return dossier.as_of(on).of(ReleaseAsked)
