"""What the rules of a plan must know beyond its dossier: the practice that is spread."""

from __future__ import annotations

from zhixing.plan.acts.leading_group import PracticeFound, PracticeSpread
from zhixing.record import door
from zhixing.record.rule import Asked


def practice_at_its_origin(asked: Asked) -> str:
    """The name of the practice in the dossier it comes from; empty when there is none."""
    act = asked.act
    if not isinstance(act, PracticeSpread):
        return ""
    try:
        entry = door.read(act.origin).at(act.practice)
    except door.NoDossier:
        return ""
    return entry.act.subject if entry is not None and isinstance(entry.act, PracticeFound) else ""


LOADERS = {"practice-at-its-origin": practice_at_its_origin}
