"""From receipts to pots: one a name, and one for each thing where a lot was sold for one price (decision 0027).

A preference reaches only its own thing, so what came for a lot is divided as its price is: by reference price, to the last fen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from zhixing.assets.questions.proceeds import proceeds_due
from zhixing.funds.distribution.acts import PotHeld
from zhixing.funds.distribution.payable import Source
from zhixing.funds.pages.proceeds import lot_parts
from zhixing.law.money import Fen
from zhixing.law.pro_rata import pro_rata
from zhixing.law.texts import say
from zhixing.record.dossier import Dossier

Lot = tuple[tuple[str, Fen], ...]  # each thing's name and its part of the price


@dataclass(frozen=True, slots=True)
class Chosen:
    """A receipt to be distributed: under a name, or as the price of the lot that this thing leads."""

    source: Source
    name: str
    lot: str = ""


def lots(dossier: Dossier, day: date) -> dict[str, Lot]:
    """The lots that were sold, by what leads them."""
    found = {str(each.thing): lot_parts(dossier, each, day) for each in proceeds_due(dossier, day)}
    return {thing: divided for thing, divided in found.items() if divided}


def pots_of(chosen: Sequence[Chosen], lots: Mapping[str, Lot]) -> tuple[PotHeld, ...]:
    """The receipts of one name together, those of a lot divided. Raises ValueError where none is chosen."""
    named: dict[str, list[Source]] = {}
    divided: dict[str, list[Source]] = {}
    for each in chosen:
        into, under = (divided, each.lot) if each.lot in lots else (named, each.name)
        into.setdefault(under, []).append(each.source)
    if not chosen:
        raise ValueError(str(say("没有选择待分配的款项：请在“待分配的案款”中勾选到账")))
    pots = [_pot(name, sum(each.amount for each in found), found) for name, found in named.items()]
    for lot, found in divided.items():
        pots += _divided(lots[lot], found)
    return tuple(pots)


def _pot(name: str, amount: Fen, found: Sequence[Source]) -> PotHeld:
    return PotHeld(name=name, amount=amount, receipts=tuple(each.entry.seq for each in found))


def _divided(lot: Lot, found: Sequence[Source]) -> list[PotHeld]:
    amount, names = sum(each.amount for each in found), [name for name, _ in lot]
    shares = pro_rata(amount, {str(place): part * (amount + 1) for place, (_, part) in enumerate(lot)})
    return [
        _pot(name if names.count(name) == 1 else f"{name}（{place + 1}）", shares[str(place)], found)
        for place, name in enumerate(names)
    ]
