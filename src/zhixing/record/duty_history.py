"""How a duty came to be what it is: the record replayed, so that whoever doubts a last day sees which act moved it."""

from __future__ import annotations

from dataclasses import dataclass

from zhixing.law.calendar import NATIONAL, Calendar
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duties import Duty, of_rule
from zhixing.record.duty import DutyRule


@dataclass(frozen=True, slots=True)
class Recomputed:
    """One stage of a duty's history: which entry changed it, and what it then answered."""

    by: Entry[Act]
    duty: Duty


def history(
    rule: DutyRule, dossier: Dossier, opening: int, index: int = 0, *, calendar: Calendar = NATIONAL
) -> list[Recomputed]:
    """How the duty opened by entry `opening` came to be what it is: the record replayed, each change kept."""
    stages: list[Recomputed] = []
    seen: tuple[object, ...] | None = None
    for end, entry in enumerate(dossier.recorded, start=1):
        if entry.seq < opening:
            continue
        past = dossier.with_entries(dossier.recorded[:end])
        for duty in of_rule(rule, past, calendar):
            if duty.opening.seq != opening or duty.index != index:
                continue
            state = (
                duty.due,
                duty.met_by and duty.met_by.seq,
                duty.ended_by and duty.ended_by.seq,
                duty.suspended_by and duty.suspended_by.seq,
            )
            if state != seen:
                stages.append(Recomputed(entry, duty))
                seen = state
    return stages
