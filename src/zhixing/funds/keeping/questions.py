"""What is kept aside in a case."""

from __future__ import annotations

from datetime import date

from zhixing.funds.keeping.acts import EscrowPlaced, EscrowReleased
from zhixing.law.money import Fen
from zhixing.record.dossier import Dossier


def in_escrow(dossier: Dossier, on: date) -> dict[int, Fen]:
    """What each entry of escrow still keeps aside, in fen."""
    known = dossier.as_of(on)
    left = {each.seq: each.act.amount for each in known.of(EscrowPlaced)}
    for back in known.of(EscrowReleased):
        if back.act.escrow in left:
            left[back.act.escrow] -= back.act.amount
    return left
