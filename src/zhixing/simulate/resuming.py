"""Cases that go on: where an ended case of the demonstration waits for resumption, a new one (执恢) takes it up.

The record itself says which wait, so an interrupted load goes on here too. It runs after the first cases, in the order of filing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from random import Random

from zhixing.cases.acts.assignment import HandedOver
from zhixing.cases.acts.filing import ClaimRecorded, Filed
from zhixing.cases.questions import case_number, debt, money_claims
from zhixing.closing.acts import ResumptionApplied, ResumptionGround
from zhixing.closing.questions import application, carried_over, opening, resumed_in
from zhixing.law.answers import Found
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.parties.register import enter_party
from zhixing.record import door
from zhixing.record.dossier import Dossier
from zhixing.record.models import StoredAct
from zhixing.record.sealed import seal
from zhixing.simulate import invention
from zhixing.simulate.district import TODAY, Place, assignment, held_by_others, steps
from zhixing.simulate.going_on import go_on
from zhixing.simulate.models import Loaded
from zhixing.simulate.telling import Told, working_day

NUMBERED = date(2016, 1, 4)
GOES_ON = ("working", "fulfilled", "fulfilled", "terminated")


@dataclass(frozen=True, slots=True, order=True)
class Resumption:
    """A case that goes on: the day of the new filing, the place of the first case in the seed, its dossier and court."""

    on: date
    index: int
    first: int
    court: str
    rng: Random = field(compare=False)


def waiting(seed: int, own: list[Place]) -> list[Resumption]:
    """The ended cases of these courts that are to be resumed by now, in the order of filing."""
    rows = StoredAct.objects.filter(
        type=ResumptionApplied.tag(), court__in=[place.court.code for place in own]
    ).values_list("dossier_id", flat=True)
    loaded = dict(Loaded.objects.filter(seed=seed, dossier__in=rows).values_list("dossier_id", "index"))
    found = []
    for first in door.read_many(sorted(loaded)):
        asked = application(first, TODAY)
        if asked is None or resumed_in(first, TODAY) is not None:
            continue
        rng = Random(f"{seed}:{loaded[first.id]}:resumed")
        # The new case is numbered in its turn, so none is filed before numbers have their present form.
        day = working_day(max(asked.on, NUMBERED) + timedelta(days=rng.randint(1, 9)))
        if day <= TODAY:
            found.append(Resumption(day, loaded[first.id], first.id, first.court, rng))
    return sorted(found)


def resume(case: Resumption, place: Place) -> None:
    """Open the new case on its day and tell its story."""
    on, rng, first = case.on, case.rng, door.read(case.first)
    asked = application(first, on)
    if asked is None:
        raise LookupError(f"dossier {first.id} does not wait for resumption")
    filing = place.staff["filing"]
    found = opening(first, on, asked.act.ground, basis=f"经核实：{asked.act.clues}")
    acts = (found, *carried_over(first, on), Filed(), HandedOver())
    new, entries = door.open_dossier(place.court.code, steps(acts, filing, on))
    assigned = working_day(on + timedelta(days=rng.randint(0, 4)))
    if assigned <= TODAY:
        terminated = asked.act.ground is ResumptionGround.PROPERTY_FOUND
        told = _told(door.read(new), place, rng, assigned, terminated=terminated)
        told.head = len(entries)
        act, told.handler = assignment(door.read(new), place, assigned)
        begun = steps([act], place.staff["director"], assigned)
        go_on(new, told, begun, rng.choice(GOES_ON if told.for_money else ("fulfilled",)))


def _told(dossier: Dossier, place: Place, rng: Random, day: date, *, terminated: bool) -> Told:
    claim = dossier.of(ClaimRecorded)[0]
    owed = debt(dossier, day)
    return Told(
        rng=rng,
        handler=place.staff["officer1"],
        staff=place.staff,
        applicant=parties_of(dossier, Role.APPLICANT, day)[0].party,
        debtors=tuple(part.party for part in parties_of(dossier, Role.DEBTOR, day)),
        title=claim.act.title,
        claim=claim.seq,
        debt=owed.value if isinstance(owed, Found) else None,
        begun=day,
        day=day,
        number=case_number(dossier, day),
        invite=lambda: enter_party(place.court.code, invention.natural(rng, place.town)).pk,
        sealed=partial(seal, place.court.code),
        held_by_others=held_by_others,
        now=TODAY,
        shielded=not terminated,
        for_money=bool(money_claims(dossier, day)),
    )
