"""Who may not act in a case."""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.recusal import RecusalDecided
from zhixing.record.dossier import Dossier


def recused(dossier: Dossier, on: date) -> frozenset[int]:
    """The officers recused from the case by that day."""
    return frozenset(entry.act.officer for entry in dossier.as_of(on).of(RecusalDecided) if entry.act.granted)
