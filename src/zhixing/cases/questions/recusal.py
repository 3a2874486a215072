"""Who may not act in a case."""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.recusal import RecusalAsked, RecusalDecided, RecusalReviewDecided
from zhixing.record.dossier import Dossier, Entry


def recused(dossier: Dossier, on: date) -> frozenset[int]:
    """The officers recused from the case by that day, on application or on its review."""
    found: dict[int, bool] = {}
    for entry in dossier.as_of(on).of(RecusalDecided, RecusalReviewDecided):
        if isinstance(entry.act, RecusalDecided | RecusalReviewDecided):
            found[entry.act.officer] = entry.act.granted
    return frozenset(officer for officer, granted in found.items() if granted)


def undecided(dossier: Dossier, on: date) -> list[Entry[RecusalAsked]]:
    """The applications for recusal not decided by that day."""
    then = dossier.as_of(on)
    decided = {entry.act.officer: entry.seq for entry in then.of(RecusalDecided)}
    return [entry for entry in then.of(RecusalAsked) if decided.get(entry.act.officer, 0) < entry.seq]


def standing_aside(dossier: Dossier, on: date) -> frozenset[int]:
    """The officers who may not act that day: recused, or asked to be and not decided upon (民诉法 art. 48)."""
    return recused(dossier, on) | {entry.act.officer for entry in undecided(dossier, on)}
