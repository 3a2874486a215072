"""What the sales of a case bring to its money: what each buyer owes by when, what is paid, which deposits are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.assets.questions.found import asset
from zhixing.assets.questions.lot import parts
from zhixing.assets.questions.proceeds import Proceeds, forfeited, proceeds_due
from zhixing.assets.questions.sale import sale
from zhixing.law.money import Fen
from zhixing.parties.models import Party
from zhixing.record.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Coming:
    """The proceeds of one sale, with what was sold and to whom in words."""

    proceeds: Proceeds
    things: str
    buyer: str
    late: bool
    parts: tuple[tuple[str, Fen], ...]  # of what was sold together: what belongs to each thing


@dataclass(frozen=True, slots=True)
class FromSales:
    """Everything that sales bring: line by line, what is still to come, and the deposits kept after a default, in fen."""

    lines: tuple[Coming, ...]
    to_come: Fen
    kept: Fen


def from_sales(dossier: Dossier, day: date) -> FromSales | None:
    """What the sales of a case bring by that day; None where nothing was sold and no deposit kept."""
    due, kept = proceeds_due(dossier, day), sum(each.amount for each in forfeited(dossier, day))
    if not due and not kept:
        return None
    names = dict(Party.objects.filter(pk__in=[each.buyer for each in due]).values_list("pk", "name"))
    lines = tuple(
        Coming(
            each,
            _things(dossier, each.thing, day),
            names.get(each.buyer, ""),
            bool(each.balance and each.due and each.due < day),
            lot_parts(dossier, each, day),
        )
        for each in due
    )
    return FromSales(lines, sum(each.balance for each in due), kept)


def lot_parts(dossier: Dossier, proceeds: Proceeds, day: date) -> tuple[tuple[str, Fen], ...]:
    """What of a sale's price belongs to each thing, by name; empty where one thing was sold alone."""
    state = sale(dossier, proceeds.thing, day)
    if len(state.things) < 2:
        return ()
    return tuple(
        (_called(dossier, each.thing, day), each.amount)
        for each in parts(dossier, state, proceeds.price, day)
    )


def _things(dossier: Dossier, thing: int, day: date) -> str:
    return "、".join(_called(dossier, each, day) for each in sale(dossier, thing, day).things)


def _called(dossier: Dossier, thing: int, day: date) -> str:
    found = asset(dossier, thing, day)
    return found.found.act.name if found else ""
