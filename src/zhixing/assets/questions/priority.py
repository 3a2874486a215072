"""Whether this case may sell a property that it holds or waits for."""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.priority import (
    DisposalRequestDeclined,
    DisposalRequestReceived,
    DisposalRightGiven,
    DisposalRightObtained,
)
from zhixing.assets.questions.control import holds, in_force, in_force_still
from zhixing.record.dossier import Dossier, Entry


def given_away(dossier: Dossier, thing: int, on: date) -> Entry[DisposalRightGiven] | None:
    """The act by which the right to sell a property went to another court; None while it is here."""
    then = dossier.as_of(on)
    asked = {each.seq for each in then.of(DisposalRequestReceived) if each.act.property == thing}
    return next((each for each in then.of(DisposalRightGiven) if each.act.request in asked), None)


def request_open(dossier: Dossier, request: int, on: date) -> Entry[DisposalRequestReceived] | None:
    """The request in that entry, if it was not answered; None otherwise."""
    then = dossier.as_of(on)
    answered = {each.act.request for each in then.of(DisposalRightGiven)}
    answered |= {each.act.request for each in then.of(DisposalRequestDeclined)}
    if request in answered:
        return None
    return next((each for each in then.of(DisposalRequestReceived) if each.seq == request), None)


def may_dispose_still(dossier: Dossier, thing: int, on: date) -> bool:
    """Whether it might be sold here that day, and nothing that is known now has ended that."""
    if not may_dispose(dossier, thing, on):
        return False
    waits = any(each.thing == thing and each.waits() for each in holds(dossier, date.max))
    return waits or in_force_still(dossier, thing, on) is not None


def may_dispose(dossier: Dossier, thing: int, on: date) -> bool:
    """Whether the property may be sold here: held in force and not given away, or waited for with the right obtained."""
    if in_force(dossier, thing, on) is not None:
        return given_away(dossier, thing, on) is None
    waits = any(each.thing == thing and each.waits() for each in holds(dossier, on))
    obtained = any(each.act.property == thing for each in dossier.as_of(on).of(DisposalRightObtained))
    return waits and obtained
