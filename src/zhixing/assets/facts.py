"""What the rules of property must know beyond the dossier: who else in the district holds the same thing or waits for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import connection
from msgspec import structs

from zhixing.assets.acts.control import Controlled, ControlTakenOver, EquityFreezePublished
from zhixing.assets.acts.inquiry import InquirySent
from zhixing.assets.models import ControlRow
from zhixing.assets.questions.control import hold
from zhixing.assets.questions.found import asset
from zhixing.assets.questions.line import Place, turn
from zhixing.assets.questions.preserved import Preserved, preserved
from zhixing.parties.identity import IDENTIFYING
from zhixing.parties.models import Party, PartyIdentity
from zhixing.parties.register import same_persons
from zhixing.record import door
from zhixing.record.rule import Asked
from zhixing.record.scope import EVERY_COURT, seeing


def line_of(token: str, *, but: int | None = None) -> tuple[Place, ...]:
    """The controls on the thing of that identifier, in all courts of the district, but those of one dossier."""
    return lines_of([token], but=but).get(token, ())


def lines_of(tokens: Iterable[str], *, but: int | None = None) -> dict[str, tuple[Place, ...]]:
    """The same for many things, by identifier, asked of the database once; what nobody else holds is left out."""
    wanted = {each for each in tokens if each}
    if not wanted:
        return {}
    found: dict[str, tuple[Place, ...]] = {}
    with seeing(EVERY_COURT):
        rows = ControlRow.objects.filter(token__in=wanted, released_on=None, published=True)
        for each in rows.exclude(dossier_id=but):
            place = Place(
                dossier=each.dossier_id,
                seq=each.seq,
                court=each.court,
                case=each.case,
                since=each.since,
                waits=each.in_force_since is None,
                until=each.until,
                at=each.at,
            )
            found[each.token] = (*found.get(each.token, ()), place)
    return {token: tuple(sorted(places, key=turn)) for token, places in found.items()}


def control_line(asked: Asked) -> tuple[Place, ...]:
    """Who holds or waits for the property that a control names. Pages, which ask without an act, get nobody."""
    act, thing = asked.act, 0
    if isinstance(act, Controlled):
        thing = act.property
    elif isinstance(act, EquityFreezePublished) and (held := hold(asked.dossier, act.control, date.max)):
        thing = held.thing
    found = asset(asked.dossier, thing, asked.on)
    token = found.found.act.identifier or "" if found else ""
    if token and connection.in_atomic_block:
        _one_after_the_other(token)
    return line_of(token, but=asked.dossier.id)


def _one_after_the_other(token: str) -> None:
    """Let two cases that hold the same thing at once stand in line: the second waits until the first is written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [token])


def preserved_control(asked: Asked) -> tuple[Preserved, ...]:
    """The control of a preservation that a case would go on with. Pages, which ask without an act, get nothing."""
    act = asked.act
    if not isinstance(act, ControlTakenOver):
        return ()
    if connection.in_atomic_block:
        _one_after_the_other(f"preservation {act.preservation}")
    with seeing(EVERY_COURT):
        found = preserved_in(act.preservation, act.control, asked.on)
        taken = ControlRow.objects.filter(preservation=act.preservation, preserved_as=act.control)
        gone = taken.exclude(dossier_id=asked.dossier.id).exists()
    return tuple(structs.replace(each, over=each.over or gone) for each in found)


def preserved_in(number: int, control: int, on: date) -> tuple[Preserved, ...]:
    """A control of a preservation as it stands now, whatever day is written on what goes on with it; nothing where there is none.

    The courts seen must be those where it may be.
    """
    try:
        dossier = door.read(number)
    except door.NoDossier:
        return ()
    held = hold(dossier, control, date.max)
    found = asset(dossier, held.thing, date.max) if held else None
    owner = Party.objects.filter(pk=found.found.act.owner).first() if found else None
    owners = (owner.pk, *same_persons(owner).values_list("pk", flat=True)) if owner else ()
    answer = preserved(dossier, control, owners, on)
    return (answer,) if answer else ()


def identified_parties(asked: Asked) -> tuple[int, ...]:
    """Those an inquiry asks about whose identity number is registered. Pages, which ask without an act, get nobody."""
    act = asked.act
    if not isinstance(act, InquirySent):
        return ()
    known = PartyIdentity.objects.filter(
        party_id__in=act.debtors, paper__in=IDENTIFYING, retired_at=None
    ).values_list("party_id", flat=True)
    return tuple(sorted(set(known)))


LOADERS = {
    "control-line": control_line,
    "preserved": preserved_control,
    "identified-parties": identified_parties,
}
