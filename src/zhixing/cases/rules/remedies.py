"""When service of a ruling opens a party's time to go on against it, and how long that is."""

from __future__ import annotations

from zhixing.cases.acts.notice import ServiceAttempted, ServiceOutcome
from zhixing.cases.questions.remedy import Way, remedy
from zhixing.law.periods import due
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, Trigger


def _served_ruling(dossier: Dossier, entry: Entry[Act], way: Way) -> Entry[Act] | None:
    """The ruling whose service on someone this entry is, where that way is open against it."""
    act = entry.act
    if not isinstance(act, ServiceAttempted) or act.outcome is not ServiceOutcome.SERVED or act.of is None:
        return None
    ruling = dossier.at(act.of)
    found = remedy(dossier, ruling) if ruling is not None else None
    return ruling if found is not None and found.way is way else None


def may_be_reconsidered(dossier: Dossier, entry: Entry[Act]) -> bool:
    """Whether the entry serves a ruling that may go to the court above."""
    return _served_ruling(dossier, entry, Way.RECONSIDERATION) is not None


def may_be_sued_over(dossier: Dossier, entry: Entry[Act]) -> bool:
    """Whether the entry serves a ruling over which a suit may be brought."""
    return _served_ruling(dossier, entry, Way.SUIT) is not None


def remedy_term(trigger: Trigger) -> DueAnswer:
    """The last day for whoever the opening entry served."""
    act = trigger.entry.act
    if not isinstance(act, ServiceAttempted) or act.of is None:
        raise TypeError(f"a remedy's term opens on service, not on {type(act).__name__}")
    ruling = trigger.dossier.at(act.of)
    found = remedy(trigger.dossier, ruling) if ruling is not None else None
    if found is None:
        raise LookupError(f"entry {act.of} is no ruling with a remedy")
    return due(act.served_on or trigger.entry.on, found.period, calendar=trigger.calendar)
