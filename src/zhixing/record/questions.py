"""What the record itself can be asked: proposals waiting, sent back, and how an entry came to be."""

from __future__ import annotations

from dataclasses import dataclass

from zhixing.record.act import Act
from zhixing.record.acts import ProposalWithdrawn, Proposed, SentBack
from zhixing.record.dossier import Dossier, Entry


@dataclass(frozen=True, slots=True)
class Pending:
    """A proposal nobody has decided yet, and the act inside it."""

    entry: Entry[Proposed]
    act: Act


def _ended(dossier: Dossier) -> set[int]:
    ended = {entry.proposal for entry in dossier.recorded if entry.proposal is not None}
    ended |= {entry.act.proposal for entry in dossier.of(SentBack)}
    return ended | {entry.act.proposal for entry in dossier.of(ProposalWithdrawn)}


def pending(dossier: Dossier) -> list[Pending]:
    """Proposals that wait for approval, oldest first."""
    ended = _ended(dossier)
    return [
        Pending(entry, dossier.decoded(entry.act.act))
        for entry in dossier.of(Proposed)
        if entry.seq not in ended
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
