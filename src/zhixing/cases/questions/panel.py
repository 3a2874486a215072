"""What a panel has deliberated."""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated
from zhixing.record.dossier import Dossier, Entry


def deliberated(dossier: Dossier, topic: DeliberationTopic, on: date) -> Entry[PanelDeliberated] | None:
    """The newest deliberation on that topic by that day, agreed or not."""
    found = [entry for entry in dossier.as_of(on).of(PanelDeliberated) if entry.act.topic is topic]
    return found[-1] if found else None
