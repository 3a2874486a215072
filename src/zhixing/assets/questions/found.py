"""What is known of the debtors' property in a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.assets.acts.found import (
    Exemption,
    ExemptionEnded,
    PropertyExempted,
    PropertyFound,
    PropertyRuledOut,
)
from zhixing.assets.kinds import Family, PropertyKind, family
from zhixing.law.control_terms import Held
from zhixing.record.dossier import Dossier, Entry, remembered


@dataclass(frozen=True, slots=True)
class Asset:
    """A found property as it stands: the act that found it, what rules it out, what exempts it."""

    found: Entry[PropertyFound]
    ruled_out: Entry[PropertyRuledOut] | None
    exemptions: tuple[Entry[PropertyExempted], ...]

    @property
    def seq(self) -> int:
        """The number by which later acts name it."""
        return self.found.seq

    @property
    def kind(self) -> PropertyKind:
        """Its kind."""
        return self.found.act.kind

    @property
    def exempt(self) -> Entry[PropertyExempted] | None:
        """What leaves it to the debtor as a whole and forbids even to hold it."""
        return next(
            (
                each
                for each in self.exemptions
                if each.act.amount is None and each.act.ground is not Exemption.NECESSARY_HOME
            ),
            None,
        )

    @property
    def unsaleable(self) -> Entry[PropertyExempted] | None:
        """What forbids to sell it: an exemption as a whole, or that it is the necessary home."""
        return next((each for each in self.exemptions if each.act.amount is None), None)

    @property
    def kept(self) -> int:
        """What of its value is left to the debtor, in fen."""
        return sum(each.act.amount or 0 for each in self.exemptions)


@remembered
def assets(dossier: Dossier, on: date, *, as_it_stands: bool = False) -> tuple[Asset, ...]:
    """Everything found by that day, oldest first; `as_it_stands`: with what is known of it now, exemptions that ran out apart."""
    then = dossier if as_it_stands else dossier.as_of(on)
    out = {entry.act.property: entry for entry in then.of(PropertyRuledOut)}
    over = {entry.act.exemption for entry in then.of(ExemptionEnded)}
    exempted: dict[int, list[Entry[PropertyExempted]]] = {}
    for entry in then.of(PropertyExempted):
        if entry.seq not in over and (entry.act.until is None or on <= entry.act.until):
            exempted.setdefault(entry.act.property, []).append(entry)
    return tuple(
        Asset(entry, out.get(entry.seq), tuple(exempted.get(entry.seq, ())))
        for entry in then.of(PropertyFound)
        if entry.on <= on
    )


def asset(dossier: Dossier, seq: int, on: date, *, as_it_stands: bool = False) -> Asset | None:
    """The property found by entry `seq`; None for another entry, or one found later."""
    known = assets(dossier, on, as_it_stands=as_it_stands)
    return next((each for each in known if each.seq == seq), None)


_HELD = {
    Family.MONEY: Held.DEPOSIT,
    Family.MOVABLE: Held.MOVABLE,
    Family.IMMOVABLE: Held.OTHER,
    Family.RIGHT: Held.OTHER,
}


def held_as(kind: PropertyKind) -> Held:
    """What a kind of property is for the terms of control."""
    return _HELD[family(kind)]
