"""Waiting lines across courts: a debtor whom two courts know has a thing that one court holds, and the other waits behind it.

It runs after the cases of all courts, in one process, so that no two loaders line up for one thing at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from zhixing.assets.acts.control import Controlled, Manner, Rank
from zhixing.assets.acts.found import FoundBy, PropertyFound
from zhixing.assets.kinds import Family, PropertyKind, family
from zhixing.assets.models import AssetRow, ControlRow
from zhixing.cases.models import CaseRow
from zhixing.parties.acts import Role
from zhixing.parties.models import CaseParty, Party
from zhixing.parties.register import same_persons
from zhixing.record import door
from zhixing.record.sealed import seal, unsealed
from zhixing.simulate.district import TODAY, Place, approver, steps

MOST = 15


def line_up(district: list[Place]) -> int:
    """Let other courts' cases against the same person wait for what one holds; how many now do. A second run adds nothing."""
    places, lined_up = {place.court.code: place for place in district}, 0
    if AssetRow.objects.filter(found_by=FoundBy.CLUE.value).exists():
        return 0  # no other story finds anything by a clue
    for case, owner, held in _pairs():
        lined_up += _waits(case, owner, held, places[case.court])
        if lined_up == MOST:
            break
    return lined_up


def _pairs() -> Iterator[tuple[CaseRow, int, AssetRow]]:
    """An open case of another court, the debtor as that court knows them, and the thing that is held elsewhere."""
    held = ControlRow.objects.filter(in_force_since__isnull=False, released_on=None, until__gt=TODAY)
    tokens = held.exclude(token="").values("token")
    for row in AssetRow.objects.filter(token__in=tokens, ruled_out_on=None).order_by("dossier_id", "seq"):
        for other in same_persons(Party.objects.get(pk=row.owner)).exclude(court=row.court):
            cases = CaseParty.objects.filter(party=other, role=Role.DEBTOR.value).values("dossier_id")
            mine = CaseRow.objects.filter(
                dossier_id__in=cases, closed_on=None, handler__isnull=False, paused="", type_code="执"
            )
            case = mine.exclude(dossier__asset_rows__token=row.token).order_by("dossier_id").first()
            if case is not None:
                yield case, other.pk, row


def _waits(case: CaseRow, owner: int, thing: AssetRow, place: Place) -> bool:
    """The thing is found and waited for in the case, where nothing stands against it."""
    plain = unsealed(thing.court, [thing.token]).get(thing.token)
    by = place.by_id.get(case.handler or 0)
    if plain is None or by is None:
        return False
    kind = PropertyKind(thing.kind)
    money = family(kind) is Family.MONEY
    found = PropertyFound(
        owner=owner,
        kind=kind,
        name=thing.name,
        identifier=seal(case.court, plain),
        value=thing.value,
        found_by=FoundBy.CLUE,
    )
    waits = Controlled(
        property=door.read(case.dossier_id).head + 1,
        manner=Manner.FROZEN if money else Manner.SEALED,
        rank=Rank.WAITING,
        amount=thing.value,
        living_not_kept="首先冻结的法院已经保留" if money else "",
    )
    first, second = steps([found, waits], by, TODAY)
    if door.refusals_of(door.read(case.dossier_id), first):
        return False
    approved = door.Step(
        act=second.act, by=by, on=TODAY, at=second.at, approved_by=approver(waits, place.staff, by)
    )
    door.enter_all(case.dossier_id, [first, approved])
    return True
