"""Which property an act is about, by its own number or through the entry it names."""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.auction import SaleRuled
from zhixing.assets.acts.control import ControlReleased, WaitingTookEffect
from zhixing.assets.questions.control import hold
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry


def thing_named(dossier: Dossier, act: Act) -> int | None:
    """The property that an act is about: named by its number, or by that of a control, a report, an objection or a deposit."""
    own = getattr(act, "property", None)
    if isinstance(own, int):
        return own
    if isinstance(act, ControlReleased | WaitingTookEffect):
        held = hold(dossier, act.control, date.max)
        return held.thing if held else None
    for name in ("report", "objection", "deposit", "request", "list"):
        number = getattr(act, name, None)
        entry = dossier.at(number) if isinstance(number, int) else None
        if entry is not None:
            return thing_named(dossier, entry.act)
    return None


def same_thing(dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    """Both acts are about one property; a ruling is about everything that it orders to be sold together."""
    thing, act = thing_named(dossier, opening.act), closing.act
    if isinstance(act, SaleRuled) and thing in act.together:
        return True
    return thing is not None and thing == thing_named(dossier, act)
