"""What follows from a control's end in other dossiers: the first who waits in line takes effect.

Delivered at least once: who has taken effect no longer waits.
"""

from __future__ import annotations

from datetime import date, timedelta

from zhixing.assets import report_delivery
from zhixing.assets.acts.control import (
    ControlFoundBehind,
    ControlPassedOn,
    ControlReleased,
    ControlTakenOver,
    EquityFreezePublished,
    WaitingTookEffect,
)
from zhixing.assets.acts.inquiry import ControlAnswered, ControlRequested
from zhixing.assets.facts import line_of
from zhixing.assets.models import ControlRow
from zhixing.assets.network import queueing
from zhixing.assets.questions.control import hold
from zhixing.assets.questions.found import asset, held_as
from zhixing.assets.questions.line import later_that_day, turn
from zhixing.cases.questions import case_number
from zhixing.law.answers import Undetermined
from zhixing.law.control_terms import last_day
from zhixing.record import clock, door
from zhixing.record.dossier import Actor
from zhixing.record.models import Outgoing
from zhixing.record.power import Power
from zhixing.record.scope import EVERY_COURT, seeing

SYSTEM = Actor(kind="system", id=0, name="系统", post="系统", powers=(Power.SYSTEM.value,))


def control_ended(row: Outgoing) -> None:
    """A control was lifted: who waited longest for the same thing takes effect that day."""
    dossier = door.read(row.dossier_id)
    entry = dossier.at(row.seq)
    if entry is None or not isinstance(entry.act, ControlReleased) or entry.act.part is not None:
        return
    held = hold(dossier, entry.act.control, entry.on)
    found = asset(dossier, held.thing, entry.on) if held else None
    if found is not None and found.found.act.identifier:
        move_up(found.found.act.identifier, entry.on, f"在先控制于 {entry.on} 解除")


def control_answered(row: Outgoing) -> None:
    """An institution could not carry a control out: who waits behind it takes effect."""
    dossier = door.read(row.dossier_id)
    entry = dossier.at(row.seq)
    if entry is None or not isinstance(entry.act, ControlAnswered) or entry.act.done:
        return
    request = dossier.at(entry.act.request)
    measure = request.act.measure if request and isinstance(request.act, ControlRequested) else 0
    held = hold(dossier, measure, entry.on)
    found = asset(dossier, held.thing, entry.on) if held else None
    if held is not None and held.failed is not None and found is not None and found.found.act.identifier:
        move_up(found.found.act.identifier, entry.on, f"在先控制于 {entry.on} 未能办理")


def control_ordered(row: Outgoing) -> None:
    """A control reached the assisting body at an earlier hour than another of that day: the other waits behind it."""
    dossier = door.read(row.dossier_id)
    entry = dossier.at(row.seq)
    act = entry.act if entry else None
    number = act.control if isinstance(act, EquityFreezePublished) else row.seq
    held = hold(dossier, number, clock.today())
    found = asset(dossier, held.thing, clock.today()) if held else None
    if held is None or found is None or not found.found.act.identifier or held.in_force_since is None:
        return
    with seeing(EVERY_COURT):
        for each in line_of(found.found.act.identifier, but=dossier.id):
            if not each.waits and later_that_day(each, held.since, held.at):
                before = f"{case_number(dossier, clock.today())}（{dossier.court}）{held.since} {held.at}"
                behind = ControlFoundBehind(control=each.seq, before=before)
                door.enter(each.dossier, behind, SYSTEM, on=clock.today())


def control_taken_over(row: Outgoing) -> None:
    """An enforcement case goes on with a preservation's control: there it is held no more. Told twice, it is done once."""
    dossier = door.read(row.dossier_id)
    entry = dossier.at(row.seq)
    if entry is None or not isinstance(entry.act, ControlTakenOver):
        return
    act = entry.act
    with seeing(EVERY_COURT):
        held = hold(door.read(act.preservation), act.control, clock.today())
        if held is None or held.released is not None:
            return
        passed = ControlPassedOn(control=act.control, to=dossier.id, case=case_number(dossier, clock.today()))
        door.enter(act.preservation, passed, SYSTEM, on=entry.on)


def move_up(token: str, on: date, why: str) -> bool:
    """Let the first who waits for a thing take effect, unless somebody still holds it; whether somebody did."""
    line = line_of(token)
    if any(not each.waits and (each.until is None or each.until >= on) for each in line):
        return False
    waiting = sorted((each for each in line if each.waits), key=turn)
    for place in waiting:
        with seeing(EVERY_COURT):
            if _takes_effect(place.dossier, place.seq, on, why):
                return True
    return False


def _takes_effect(number: int, control: int, on: date, why: str) -> bool:
    dossier = door.read(number)
    held = hold(dossier, control, clock.today())
    found = asset(dossier, held.thing, clock.today()) if held else None
    if held is None or found is None or not held.waits():
        return False
    end = last_day(held_as(found.kind), on, since=on)
    if isinstance(end, Undetermined):
        return False
    act = WaitingTookEffect(control=control, until=end.value, before=why)
    door.enter(number, act, SYSTEM, on=max(on, held.since))
    return True


def after_lapses(today: date) -> int:
    """Each night: where a control ran out yesterday or before and others wait for the thing, the line moves up; how many did."""
    with seeing(EVERY_COURT):
        lapsed = ControlRow.objects.filter(released_on=None, until__lt=today).exclude(token="")
        waiting = ControlRow.objects.filter(released_on=None, in_force_since=None, published=True).exclude(
            token=""
        )
        found = {
            token: until
            for token, until in lapsed.filter(token__in=waiting.values("token"))
            .order_by("until")
            .values_list("token", "until")
            if until is not None
        }
    return sum(
        move_up(token, until + timedelta(days=1), f"在先控制于 {until} 届满")
        for token, until in found.items()
    )


DELIVERIES = {
    "control-ended": control_ended,
    "control-ordered": control_ordered,
    "control-taken-over": control_taken_over,
    "control-answered": control_answered,
    **report_delivery.DELIVERIES,
    **queueing.DELIVERIES,
}
