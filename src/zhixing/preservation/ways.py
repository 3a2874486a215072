"""Which act of a preservation comes next, its form filled in from the record: for the case, and for each property on its page.

What may be done is asked of the door where a page shows it; this only leaves out what the state of the case makes pointless.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhixing.assets.acts.control import ControlReleased, ReleaseGround
from zhixing.assets.pages.filled_price import Said, those
from zhixing.assets.questions.control import Hold, holds
from zhixing.assets.questions.found import Asset, assets
from zhixing.cases.questions import closed
from zhixing.law.answers import Found
from zhixing.law.money import plain
from zhixing.law.preservation import most_security
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.preservation.acts import (
    EnforcementApplied,
    InstitutionTold,
    MoreSecurityAsked,
    NetworkSearchAsked,
    PreservationApplied,
    PreservationHandedOver,
    PreservationRefused,
    PreservationReviewAsked,
    PreservationReviewDecided,
    PreservationRuled,
    Reconsideration,
    ReleaseAsked,
    ReleaseDeclined,
    ResultTold,
    SecurityAsked,
    SecurityGiven,
    SecurityWaived,
    SubstitutionAsked,
    SubstitutionDeclined,
    SubstitutionRuled,
    SuitFiled,
    When,
)
from zhixing.preservation.questions import (
    STAGES,
    application,
    decision,
    in_preservation,
    more_security_open,
    must_be_lifted,
    security_settled,
    suit_elsewhere,
)
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry

CLOSED = "closing.preservation_closed"  # of a room above this one, so by its tag
Way = tuple[type[Act], Said]
Answer = PreservationReviewDecided | ReleaseDeclined | SubstitutionRuled | SubstitutionDeclined
Request = Entry[PreservationReviewAsked] | Entry[ReleaseAsked] | Entry[SubstitutionAsked]


def to_rule(dossier: Dossier, day: date) -> Iterator[Way]:
    """From the application to the ruling: security as far as it may be asked, the ruling for what was asked for."""
    applied, more = application(dossier, day), more_security_open(dossier, day)
    if applied is None:
        if in_preservation(dossier) and decision(dossier, day) is None:
            yield PreservationApplied, _sides(dossier, day)
        return
    if decision(dossier, day) is not None:
        if more is not None:
            yield SecurityGiven, _given(dossier, more)
        elif _standing(dossier, day):
            yield MoreSecurityAsked, {}
        return
    told = applied.act
    asked = dossier.as_of(day).last(SecurityAsked)
    if security_settled(dossier, day) is None:
        if asked is not None:
            yield SecurityGiven, _given(dossier, asked)
        else:
            most = most_security(STAGES[told.when], told.requested, day, value=told.disputed_value)
            yield SecurityAsked, {"amount": plain(most.value.amount)} if isinstance(most, Found) else {}
            if told.when is not When.BEFORE_SUIT:
                yield SecurityWaived, {"ground": "title"} if told.when is When.BEFORE_ENFORCEMENT else {}
    disputed = {"disputed": "on"} if told.disputed_value is not None else {}
    yield PreservationRuled, {"amount": plain(told.requested), **disputed}
    yield PreservationRefused, {}


def after_ruling(dossier: Dossier, day: date) -> Iterator[Way]:
    """What follows a ruling: who is told of it, the search on a clue, suit or enforcement, the papers that follow a suit."""
    applied, made, then = application(dossier, day), decision(dossier, day), dossier.as_of(day)
    if applied is None or made is None:
        return
    when = applied.act.when
    if when is When.ARBITRATION and then.last(InstitutionTold) is None:
        yield InstitutionTold, {"institution": applied.act.institution}
    if not isinstance(made.act, PreservationRuled):
        return
    if when is not When.BEFORE_SUIT and then.last(NetworkSearchAsked) is None:
        yield NetworkSearchAsked, {"by": str(applied.act.by)}
    told, held = then.last(ResultTold), holds(dossier, day)
    if told is None or any(each.seq > told.seq for each in held):
        nothing: Said = {} if held else {"nothing_found": "on"}
        both = [*those(dossier, day, Role.APPLICANT), *those(dossier, day, Role.DEBTOR)]
        yield ResultTold, {"to": both, **nothing}
    if when is When.BEFORE_SUIT and then.last(SuitFiled) is None:
        yield SuitFiled, {"filed_on": day.isoformat()}
    if when is When.BEFORE_ENFORCEMENT and then.last(EnforcementApplied) is None:
        yield EnforcementApplied, {"applied_on": day.isoformat()}
    if (suit := suit_elsewhere(dossier, day)) is not None:
        yield PreservationHandedOver, {"suit": str(suit.seq), "court": suit.act.forum}


def to_ask(dossier: Dossier, day: date) -> Iterator[Way]:
    """What a side may come and ask for; replacing is asked for on the property that is held."""
    made = decision(dossier, day)
    if made is None:
        return
    asked = [each.act.by for each in dossier.as_of(day).of(PreservationReviewAsked) if each.seq > made.seq]
    sides = [*those(dossier, day, Role.APPLICANT), *those(dossier, day, Role.DEBTOR)]
    if left := [each for each in sides if int(each) not in asked]:
        yield PreservationReviewAsked, {"by": left[-1]} if len(left) == 1 else {}
    if _standing(dossier, day):
        yield ReleaseAsked, {}


def to_end(dossier: Dossier, day: date) -> Iterator[Way]:
    """Closing the case once the ruling was carried out, or nothing was found and that was told."""
    made, held = decision(dossier, day), holds(dossier, day)
    told = dossier.as_of(day).last(ResultTold)
    if closed(dossier, day) is not None or not (
        held or (made and (told or not isinstance(made.act, PreservationRuled)))
    ):
        return
    yield installed().rule(CLOSED).act, {"outcome": "done" if held else "nothing"}


def requests(dossier: Dossier, day: date) -> list[Request]:
    """What was asked for, newest first."""
    then = dossier.as_of(day)
    found: list[Request] = [
        *then.of(PreservationReviewAsked),
        *then.of(ReleaseAsked),
        *then.of(SubstitutionAsked),
    ]
    return sorted(found, key=lambda each: -each.seq)


def answered(dossier: Dossier, request: Request, day: date) -> Entry[Answer] | Entry[ControlReleased] | None:
    """How a request was answered. What was asked to be lifted is granted by lifting all that was held."""
    then = dossier.as_of(day)
    answers: list[Entry[Answer]] = then.of(
        PreservationReviewDecided, ReleaseDeclined, SubstitutionRuled, SubstitutionDeclined
    )
    for each in answers:
        if each.act.request == request.seq:
            return each
    if isinstance(request.act, ReleaseAsked) and not _standing(dossier, day):
        lifted = [each for each in then.of(ControlReleased) if each.seq > request.seq]
        return lifted[-1] if lifted else None
    return None


def to_answer(dossier: Dossier, request: Request, day: date) -> Iterator[Way]:
    """Granting and declining a request that waits."""
    if answered(dossier, request, day) is not None:
        return
    number, act = {"request": str(request.seq)}, request.act
    if isinstance(act, PreservationReviewAsked):
        for outcome in Reconsideration:
            revoked = {"amount": "0"} if outcome is Reconsideration.REVOKED else {}
            yield PreservationReviewDecided, {**number, "outcome": str(outcome.value), **revoked}
    elif isinstance(act, SubstitutionAsked):
        yield SubstitutionRuled, {**number, "control": str(act.control), "property": str(act.property)}
        yield SubstitutionDeclined, number
    else:
        for held in _standing(dossier, day):
            yield ControlReleased, _lifting(held, act.reason)
        yield ReleaseDeclined, number


def of_property(dossier: Dossier, found: Asset, day: date) -> Iterator[Way]:
    """On a property that is held: its owner offers another one in its place; what must be lifted is lifted."""
    if not in_preservation(dossier):
        return
    for held in _standing(dossier, day):
        if held.thing != found.seq:
            continue
        if must_be_lifted(dossier, day):
            yield ControlReleased, _lifting(held, str(_why(dossier, day)))
        if held.in_force(day) and (others := _others(dossier, found, day)):
            said = {"by": str(found.found.act.owner), "control": str(held.seq)}
            yield SubstitutionAsked, said | ({"property": str(others[0])} if len(others) == 1 else {})
        yield ReleaseAsked, {}


def _sides(dossier: Dossier, day: date) -> Said:
    by = those(dossier, day, Role.APPLICANT)
    return {"against": those(dossier, day, Role.DEBTOR)} | ({"by": by[0]} if len(by) == 1 else {})


def _given(dossier: Dossier, asked: Entry[SecurityAsked] | Entry[MoreSecurityAsked]) -> Said:
    given = sum(each.act.amount for each in dossier.of(SecurityGiven) if each.seq > asked.seq)
    return {"amount": plain(max(0, asked.act.amount - given))}


def _standing(dossier: Dossier, day: date) -> list[Hold]:
    return [each for each in holds(dossier, day) if each.stands(day)]


def _lifting(held: Hold, reason: str) -> Said:
    return {"control": str(held.seq), "ground": str(ReleaseGround.PRESERVATION.value), "reason": reason}


def _why(dossier: Dossier, day: date) -> object:
    applied = application(dossier, day)
    if applied is not None and applied.act.when is When.BEFORE_SUIT:
        return say("申请人三十日内没有起诉或者申请仲裁")
    return say("申请人在履行期届满后五日内没有申请执行")


def _others(dossier: Dossier, found: Asset, day: date) -> list[int]:
    """Property of the same owner that is not held here and could take its place."""
    held = {each.thing for each in _standing(dossier, day)}
    return [
        each.seq
        for each in assets(dossier, day)
        if each.seq not in held
        and each.ruled_out is None
        and each.exempt is None
        and each.found.act.owner == found.found.act.owner
    ]


OF_PROPERTY = of_property
