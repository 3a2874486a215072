"""What was done to find property: clues and what became of them, investigations, searches, audits, rewards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.assets.acts.clues import (
    AuditReported,
    ClueProvided,
    ClueVerified,
    OnSiteInvestigated,
    RewardNoticePublished,
    SearchConducted,
)
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry, remembered

WAYS: tuple[type[Act], ...] = (OnSiteInvestigated, SearchConducted, AuditReported, RewardNoticePublished)


@dataclass(frozen=True, slots=True)
class Clue:
    """A clue, and what the court found of it."""

    provided: Entry[ClueProvided]
    verified: Entry[ClueVerified] | None


@remembered
def clues(dossier: Dossier, on: date) -> tuple[Clue, ...]:
    """Every clue by that day, oldest first."""
    then = dossier.as_of(on)
    verified = {each.act.clue: each for each in then.of(ClueVerified)}
    return tuple(Clue(each, verified.get(each.seq)) for each in then.of(ClueProvided))


def clue(dossier: Dossier, seq: int, on: date) -> Clue | None:
    """The clue of that entry; None for another entry."""
    return next((each for each in clues(dossier, on) if each.provided.seq == seq), None)


def investigations(dossier: Dossier, on: date) -> list[Entry[Act]]:
    """What was done beyond the network: on the spot, by search, by audit, by a reward notice."""
    return dossier.as_of(on).of(*WAYS)
