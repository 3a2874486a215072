"""Who takes part in a case on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.parties.acts import AgentAppointed, LegalRepresentativeNamed, PartyJoined, PartyLeft, Role
from zhixing.record.dossier import Dossier, remembered


@dataclass(frozen=True, slots=True)
class Part:
    """A party's part in the case."""

    party: int
    role: Role
    since: date
    original_role: str = ""


def parties_of(dossier: Dossier, role: Role | None, on: date) -> list[Part]:
    """Those who take part that day, in this role or in any, in the order they joined."""
    parts = _parts(dossier, len(dossier.until(on, (PartyJoined, PartyLeft))))
    return list(parts) if role is None else [part for part in parts if part.role is role]


@remembered
def _parts(dossier: Dossier, changes: int) -> tuple[Part, ...]:
    """Those who take part after so many comings and goings: few days bring one."""
    found: dict[tuple[int, Role], Part] = {}
    for entry in dossier.among((PartyJoined, PartyLeft))[:changes]:
        act = entry.act
        if isinstance(act, PartyJoined):
            found[act.party, act.role] = Part(act.party, act.role, entry.on, act.original_role)
        elif isinstance(act, PartyLeft):
            found = {key: part for key, part in found.items() if part.party != act.party}
    return tuple(found.values())


def parts_ever(dossier: Dossier) -> list[tuple[Part, bool]]:
    """Every part anyone ever took, in the order they joined, and whether they still take it."""
    found: dict[tuple[int, Role], tuple[Part, bool]] = {}
    for entry in dossier.among((PartyJoined, PartyLeft)):
        act = entry.act
        if isinstance(act, PartyJoined):
            found[act.party, act.role] = (Part(act.party, act.role, entry.on, act.original_role), True)
        elif isinstance(act, PartyLeft):
            found = {key: (part, still and part.party != act.party) for key, (part, still) in found.items()}
    return list(found.values())


def agents_of(dossier: Dossier, party: int, on: date) -> list[AgentAppointed]:
    """The agents of a party that day."""
    return [entry.act for entry in dossier.as_of(on).of(AgentAppointed) if entry.act.party == party]


def representative_of(dossier: Dossier, party: int, on: date) -> LegalRepresentativeNamed | None:
    """The legal representative of an organisation that day."""
    found = [
        entry.act for entry in dossier.as_of(on).of(LegalRepresentativeNamed) if entry.act.party == party
    ]
    return found[-1] if found else None
