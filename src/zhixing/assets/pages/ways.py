"""What the page of property leads to besides the acts of this room: each room's `ways.py` tells, found by its file name.

So the acts of a preservation are offered where what they are about is shown, though that room stands above this one.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from zhixing.assets.acts.control import OwnSaleAllowed
from zhixing.assets.acts.inquiry import ControlRequested
from zhixing.assets.acts.priority import (
    AskedBecause,
    DisposalRequestDeclined,
    DisposalRequestReceived,
    DisposalRightGiven,
    DisposalRightObtained,
    DisposalRightRequested,
)
from zhixing.assets.institutions import REPORTS
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.pages.filled_price import Said
from zhixing.assets.questions.control import PUBLISHED_SINCE, Hold
from zhixing.assets.questions.found import Asset
from zhixing.assets.questions.line import Place
from zhixing.assets.questions.priority import request_open
from zhixing.assets.questions.sale import about
from zhixing.assets.rules.priority import PRESERVED_YEAR
from zhixing.cases.acts.filing import CaseType
from zhixing.cases.acts.review import HeldBeforeTitle, ObjectionKind, ObjectionRaised
from zhixing.cases.questions import case_type
from zhixing.law.courts import COURTS_BY_CODE
from zhixing.law.disposal import PRIOR_ASK_AFTER
from zhixing.law.money import plain
from zhixing.law.periods import shifted
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.catalogue import packages_with
from zhixing.record.dossier import Dossier

Way = tuple[type[Act], Said]
OfProperty = Callable[[Dossier, Asset, date], Iterable[Way]]


@cache
def of_rooms() -> Sequence[OfProperty]:
    """What rooms above this one offer on a property."""
    found: list[OfProperty] = []
    for room in packages_with("ways"):
        found.append(importlib.import_module(f"zhixing.{room}.ways").OF_PROPERTY)
    return tuple(found)


def besides(
    dossier: Dossier, found: Asset, own: Sequence[Hold], line: Sequence[Place], day: date
) -> list[Way]:
    """The forms, filled in, of what follows from how the property is held here and by others."""
    ways: list[Way] = []
    for held in own:
        if held.stands(day):
            ways += [*_sent(dossier, found, held), *_disposal(dossier, found, held, line, day)]
            ways += [
                *_own_sale(dossier, found, held, day),
                (ObjectionRaised, _objection(dossier, found, held, day)),
            ]
    for each in of_rooms():
        ways += each(dossier, found, day)
    return ways


def _sent(dossier: Dossier, found: Asset, held: Hold) -> Iterable[Way]:
    """The control goes to the institution by the network, once."""
    if any(each.act.measure == held.seq for each in dossier.of(ControlRequested)):
        return
    for institution, kinds in REPORTS.items():
        if found.kind in kinds:
            yield ControlRequested, {"measure": str(held.seq), "institution": str(institution.value)}


def _disposal(dossier: Dossier, found: Asset, held: Hold, line: Sequence[Place], day: date) -> Iterable[Way]:
    """Who waits asks the first holder for the right to sell, when it has waited long enough; who holds first answers."""
    said = {"property": str(found.seq)}
    if held.waits():
        asked = about(dossier.as_of(day), DisposalRightRequested, found.seq)
        if asked:
            yield DisposalRightObtained, said
        yield from (() if asked else _to_ask(said, line, day))
        return
    if not held.in_force(day):
        return
    waiting = [
        each for each in dossier.as_of(day).of(DisposalRequestReceived) if each.act.property == found.seq
    ]
    still = [each for each in waiting if request_open(dossier, each.seq, day)]
    for each in still:
        yield DisposalRightGiven, {"request": str(each.seq)}
        yield DisposalRequestDeclined, {"request": str(each.seq)}
    if line and not still:
        yield DisposalRequestReceived, said


def _to_ask(said: Mapping[str, str], line: Sequence[Place], day: date) -> Iterable[Way]:
    first = next((each for each in line if not each.waits), None)
    if first is None:
        return
    preserved = f"{CaseType.PRESERVATION.value}" in first.case
    because = AskedBecause.PRESERVED if preserved else AskedBecause.PRIOR
    if day <= shifted(first.since, PRESERVED_YEAR if preserved else PRIOR_ASK_AFTER):
        return
    court = COURTS_BY_CODE.get(first.court)
    holder = f"{court.name if court else first.court}{first.case}"
    yield (
        DisposalRightRequested,
        {**said, "holder": holder, "held_since": first.since.isoformat(), "because": str(because.value)},
    )


def _own_sale(dossier: Dossier, found: Asset, held: Hold, day: date) -> Iterable[Way]:
    """In preservation anything may be sold by its owner, in enforcement equity."""
    preserved = case_type(dossier) is CaseType.PRESERVATION
    if not held.in_force(day) or not (
        preserved or (found.kind is PropertyKind.EQUITY and day >= PUBLISHED_SINCE)
    ):
        return
    value = found.found.act.value
    yield OwnSaleAllowed, {"control": str(held.seq)} | ({"least": plain(value)} if value is not None else {})


def _objection(dossier: Dossier, found: Asset, held: Hold, day: date) -> Said:
    """Of an outsider who claims the thing; else against the holding of it. What is in dispute is claimed in the suit."""
    said = {"against": str(held.seq), "object": found.found.act.name}
    outsiders = parties_of(dossier, Role.OUTSIDER, day)
    disputed = any(each.act.disputed for each in dossier.of(HeldBeforeTitle))
    if disputed or not outsiders:
        return said | {"kind": str(ObjectionKind.ACT.value)}
    one = {"by": str(outsiders[0].party)} if len(outsiders) == 1 else {}
    return said | {"kind": str(ObjectionKind.THIRD_PARTY.value)} | one
