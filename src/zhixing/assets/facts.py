"""What the rules of property must know beyond the dossier: who else in the district holds the same thing or waits for it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from zhixing.assets.acts.control import Controlled
from zhixing.assets.acts.inquiry import InquirySent
from zhixing.assets.models import ControlRow
from zhixing.assets.questions.found import asset
from zhixing.assets.questions.line import Place
from zhixing.parties.identity import IDENTIFYING
from zhixing.parties.models import PartyIdentity
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
        rows = ControlRow.objects.filter(token__in=wanted, released_on=None).exclude(dossier_id=but)
        for each in rows.order_by("since", "dossier_id", "seq"):
            place = Place(
                dossier=each.dossier_id,
                seq=each.seq,
                court=each.court,
                case=each.case,
                since=each.since,
                waits=each.in_force_since is None,
                until=each.until,
            )
            found[each.token] = (*found.get(each.token, ()), place)
    return found


def control_line(asked: Asked) -> tuple[Place, ...]:
    """Who holds or waits for the property that a control names. Pages, which ask without an act, get nobody."""
    act = asked.act
    if not isinstance(act, Controlled):
        return ()
    found = asset(asked.dossier, act.property, asked.on)
    token = found.found.act.identifier or "" if found else ""
    if token and connection.in_atomic_block:
        _one_after_the_other(token)
    return line_of(token, but=asked.dossier.id)


def _one_after_the_other(token: str) -> None:
    """Let two cases that hold the same thing at once stand in line: the second waits until the first is written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [token])


def identified_parties(asked: Asked) -> tuple[int, ...]:
    """Those an inquiry asks about whose identity number is registered. Pages, which ask without an act, get nobody."""
    act = asked.act
    if not isinstance(act, InquirySent):
        return ()
    known = PartyIdentity.objects.filter(
        party_id__in=act.debtors, paper__in=IDENTIFYING, retired_at=None
    ).values_list("party_id", flat=True)
    return tuple(sorted(set(known)))


LOADERS = {"control-line": control_line, "identified-parties": identified_parties}
