"""What the plan says on a day: as drafted or received, with the amendments that had taken effect."""

from __future__ import annotations

from datetime import date

import msgspec

from zhixing.plan.acts.adoption import Adopted, Amended, AmendmentReceived, Drafted, Received
from zhixing.plan.shape import Deadline, Measure, Plan, Stage
from zhixing.record.dossier import Dossier


def is_issuer(dossier: Dossier) -> bool:
    """Whether this is the dossier of the court that issues the plan."""
    return dossier.first(Drafted) is not None


def adopted_on(dossier: Dossier, on: date) -> date | None:
    """The day from which the plan binds this court: its adoption, elsewhere its receipt."""
    then = dossier.as_of(on)
    first = then.of(Adopted, Received)
    return first[0].on if first else None


def plan(dossier: Dossier, on: date) -> Plan | None:
    """The plan as amended by the end of that day; None in a dossier that holds none yet."""
    then = dossier.as_of(on)
    plans = [*(each.act.plan for each in then.of(Drafted)), *(each.act.plan for each in then.of(Received))]
    if not plans:
        return None
    found = plans[0]
    own = [each.act for each in then.of(Amended)]
    for act in own or [each.act.amendment for each in then.of(AmendmentReceived)]:
        measures = tuple(amended(each, act) if each.no == act.measure else each for each in found.measures)
        found = msgspec.structs.replace(found, measures=measures)
    return found


def amended(measure: Measure, act: Amended) -> Measure:
    """The measure as the amendment leaves it; what the amendment leaves empty stays."""
    deadlines = tuple(
        Deadline(text=each.text, what=each.what, by=each.by, rule="amended") for each in act.deadlines
    )
    return msgspec.structs.replace(
        measure,
        progress=act.requirement or measure.progress,
        leaders=act.leaders or measure.leaders,
        departments=act.departments or measure.departments,
        deadlines=deadlines or measure.deadlines,
    )


def stage_on(found: Plan, on: date) -> Stage | None:
    """The stage in which a day lies; where two overlap, the later one."""
    return next((each for each in reversed(found.stages) if each.since <= on < each.until), None)


def whole_span(found: Plan) -> tuple[date, date] | None:
    """First day of the first stage and the day after the last one; None for a plan without stages."""
    if not found.stages:
        return None
    return min(each.since for each in found.stages), max(each.until for each in found.stages)
