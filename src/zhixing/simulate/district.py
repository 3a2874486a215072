"""The courts of the district as stories see them: staff by seat, the town in the name, and the draw of who handles a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from zhixing.assets.facts import line_of
from zhixing.cases.acts.assignment import Assigned
from zhixing.cases.allocation import case_weight, draw, published_seed
from zhixing.cases.facts import candidates
from zhixing.law.courts import COURTS, INTERMEDIATE_COURT, Court, Level
from zhixing.people.models import Officer
from zhixing.people.powers import actor
from zhixing.people.seed import BASIC, username
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.door import Step
from zhixing.record.dossier import Actor, Dossier
from zhixing.record.rule import Asked
from zhixing.simulate.telling import ZONE

TODAY = date(2017, 6, 15)


@dataclass(frozen=True, slots=True)
class Place:
    """A court: its staff by seat (in a basic court also `higher`, of the court above), its town, its lawyers by number."""

    court: Court
    staff: dict[str, Actor]
    by_id: dict[int, Actor]
    town: str
    lawyers: list[int] = field(default_factory=list)


def places() -> list[Place]:
    """Every court of the district."""
    officers = {each.username: each for each in Officer.objects.prefetch_related("posts")}
    above = officers[username(INTERMEDIATE_COURT, "judge")]
    found = []
    for court in COURTS:
        staff = {seat.role: _acting(officers[username(court, seat.role)], court) for seat in BASIC}
        own = {each.id: each for each in staff.values()}
        if court.level is Level.BASIC:
            staff["higher"] = _acting(above, court)
        town = court.short.removesuffix("法院") if court.level is Level.BASIC else "重庆市"
        found.append(Place(court, staff, own, town))
    return found


def _acting(officer: Officer, court: Court) -> Actor:
    """The invented officer as they act in that court; the stories tell of officers signed in strongly."""
    return actor(officer, court.code, TODAY, strong=True)


def approver(act: Act, staff: dict[str, Actor], by: Actor) -> Actor | None:
    """Who approves such an act of somebody in that court, never the same person; None when nobody must."""
    wanted = installed().rule(type(act)).approved_by
    able = (each for each in staff.values() if wanted and wanted.value in each.powers)
    return next((each for each in able if each.id != by.id), None)


def assignment(dossier: Dossier, place: Place, on: date) -> tuple[Assigned, Actor]:
    """The assignment that the seed of the day draws, and the officer it names."""
    seed = published_seed(place.court.code, on)
    asked = Asked(dossier, on, place.staff["director"], Assigned(officer=0))
    drawn = draw(candidates(asked), seed, dossier.id, weight=case_weight(dossier, on))
    if drawn is None:
        raise LookupError(f"nobody to handle cases in {place.court.code}")
    chosen = drawn.chosen.officer
    return Assigned(officer=chosen, clerk=place.staff["clerk"].id, seed=seed), place.by_id[chosen]


def steps(acts: Sequence[Act], by: Actor, on: date) -> list[Step]:
    """These acts, by one person on one day, in the morning."""
    at = datetime.combine(on, time(9), ZONE)
    return [Step(act=act, by=by, on=on, at=at) for act in acts]


def held_by_others(token: str, day: date) -> bool:
    """Whether a case of the district holds the thing that day, so that the next one waits in line."""
    return any(not each.waits and (each.until is None or each.until >= day) for each in line_of(token))
