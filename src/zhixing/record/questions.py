"""What the record itself can be asked: proposals waiting, sent back, and whether the dossier has ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from zhixing.record.act import Act, Course
from zhixing.record.acts import ProposalWithdrawn, Proposed, SentBack
from zhixing.record.dossier import Dossier, Entry, remembered


@dataclass(frozen=True, slots=True)
class Pending:
    """A proposal nobody has decided yet, and the act inside it."""

    entry: Entry[Proposed]
    act: Act


@remembered
def ended(dossier: Dossier, on: date) -> Entry[Act] | None:
    """The act that ended the dossier by that day, its round or its procedure; None while it goes on, or goes on again."""
    found: Entry[Act] | None = None
    if not _of_course(dossier.types, (Course.ROUND_ENDED, Course.ENDED)):
        return None
    for entry in dossier.as_of(on).entries:
        if entry.act.course in (Course.ROUND_ENDED, Course.ENDED):
            found = entry
        elif entry.act.course is Course.REOPENED:
            found = None
    return found


@remembered
def revoked(dossier: Dossier) -> frozenset[int]:
    """The numbers of the endings that were revoked later: nothing counts as concluded by them."""
    if not _of_course(dossier.types, (Course.REOPENED,)):
        return frozenset()
    found: set[int] = set()
    ending: int | None = None
    for entry in dossier.entries:
        if entry.act.course in (Course.ROUND_ENDED, Course.ENDED):
            ending = entry.seq
        elif entry.act.course is Course.REOPENED and ending is not None:
            found.add(ending)
            ending = None
    return frozenset(found)


@lru_cache(maxsize=10_000)
def _of_course(types: frozenset[type[Act]], courses: tuple[Course, ...]) -> bool:
    """Whether any act of these types changes the dossier's course so."""
    return any(each.course in courses for each in types)


def procedure_ended(dossier: Dossier, on: date) -> Entry[Act] | None:
    """The act by which the procedure was over here that day; an ended round leaves it open until it goes on elsewhere."""
    ending = ended(dossier, on)
    if ending is None or ending.act.course is Course.ENDED:
        return ending
    moved = [each for each in dossier.as_of(on).entries if each.act.course is Course.ELSEWHERE]
    return moved[-1] if moved else None


def _decided(dossier: Dossier) -> set[int]:
    over = {entry.proposal for entry in dossier.recorded if entry.proposal is not None}
    over |= {entry.act.proposal for entry in dossier.of(SentBack)}
    return over | {entry.act.proposal for entry in dossier.of(ProposalWithdrawn)}


def pending(dossier: Dossier) -> list[Pending]:
    """Proposals that wait for approval, oldest first."""
    over = _decided(dossier)
    return [
        Pending(entry, dossier.decoded(entry.act.act))
        for entry in dossier.of(Proposed)
        if entry.seq not in over
    ]


def sent_back(dossier: Dossier) -> list[tuple[Entry[Proposed], Entry[SentBack]]]:
    """Proposals sent back to which no newer proposal of the same act type, and no such act, has answered."""
    found = []
    for returned in dossier.of(SentBack):
        proposal = dossier.at(returned.act.proposal)
        if proposal is None or not isinstance(proposal.act, Proposed):
            continue
        wanted = type(dossier.decoded(proposal.act.act))
        newer = [each for each in dossier.of(Proposed) if each.seq > returned.seq]
        answered = any(isinstance(dossier.decoded(each.act.act), wanted) for each in newer)
        if not answered and not any(each.seq > returned.seq for each in dossier.of(wanted)):
            found.append((dossier.of(Proposed)[_place(dossier, proposal.seq)], returned))
    return found


def _place(dossier: Dossier, seq: int) -> int:
    return next(place for place, each in enumerate(dossier.of(Proposed)) if each.seq == seq)
