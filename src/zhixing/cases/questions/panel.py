"""Who sits, and what a panel has deliberated."""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.assignment import Assigned, Reassigned
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.law.money import Fen
from zhixing.record.dossier import Dossier, Entry


def deliberated(dossier: Dossier, topic: DeliberationTopic, on: date) -> Entry[PanelDeliberated] | None:
    """The newest deliberation on that topic by that day, agreed or not."""
    found = [entry for entry in dossier.as_of(on).of(PanelDeliberated) if entry.act.topic is topic]
    return found[-1] if found else None


def deliberated_about(
    dossier: Dossier, topic: DeliberationTopic, about: int, *, since: int, on: date
) -> Entry[PanelDeliberated] | None:
    """The newest deliberation, entered after entry `since`, on the application in entry `about`; None when there is none."""
    found = [
        entry
        for entry in dossier.as_of(on).of(PanelDeliberated)
        if entry.act.topic is topic and entry.seq > since and entry.act.about in (None, about)
    ]
    return found[-1] if found else None


def payment_agreed(dossier: Dossier, payee: int, on: date) -> Fen:
    """Fen that panels agreed by that day to pay to one who is not the applicant, in all."""
    found = dossier.as_of(on).of(PanelDeliberated)
    return sum(each.act.amount or 0 for each in found if each.act.payee == payee and each.act.agreed)


def panel_at(dossier: Dossier, seq: int) -> Entry[PanelFormed] | None:
    """The panel that sat when entry `seq` was made."""
    found = [entry for entry in dossier.of(PanelFormed) if entry.seq < seq]
    return found[-1] if found else None


def seats(panel: PanelFormed) -> frozenset[int]:
    """Everyone who sits on the panel."""
    return frozenset((panel.presiding, *panel.members))


def implementers(dossier: Dossier, on: date) -> frozenset[int]:
    """Who has carried out the enforcement: every handler and clerk so far (异议复议规定 art. 11 keeps them from reviewing)."""
    found: set[int] = set()
    for entry in dossier.as_of(on).of(Assigned, Reassigned):
        act = entry.act
        if isinstance(act, Assigned | Reassigned):
            found |= {each for each in (act.officer, act.clerk) if each is not None}
    return frozenset(found)
