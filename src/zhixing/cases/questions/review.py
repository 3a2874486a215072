"""Objections on a day: which are open, and what they stop."""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.review import ObjectionDecided, ObjectionKind, ObjectionRaised, ObjectionResult
from zhixing.record.dossier import Dossier, Entry


def open_objections(dossier: Dossier, on: date) -> list[Entry[ObjectionRaised]]:
    """Objections raised and not decided by that day."""
    then = dossier.as_of(on)
    decided = {entry.act.objection for entry in then.of(ObjectionDecided)}
    return [entry for entry in then.of(ObjectionRaised) if entry.seq not in decided]


def disposal_barred(dossier: Dossier, on: date) -> Entry[ObjectionRaised] | None:
    """The outsider's objection that bars disposal of its thing that day (执行程序解释 art. 15), or None."""
    for entry in open_objections(dossier, on):
        if entry.act.kind is ObjectionKind.THIRD_PARTY:
            return entry
    return None


def upheld(dossier: Dossier, kind: ObjectionKind, on: date) -> bool:
    """Whether an objection of that kind was upheld by that day."""
    then = dossier.as_of(on)
    raised = {entry.seq for entry in then.of(ObjectionRaised) if entry.act.kind is kind}
    return any(
        entry.act.objection in raised and entry.act.result is ObjectionResult.UPHELD
        for entry in then.of(ObjectionDecided)
    )
