"""What of the fee a case still owes after relief."""

from __future__ import annotations

from datetime import date

from zhixing.funds.fees.acts import FeeReliefDecided, Relief
from zhixing.law.money import Fen
from zhixing.record.dossier import Dossier


def relief(dossier: Dossier, on: date) -> FeeReliefDecided | None:
    """The relief that was last granted by that day."""
    granted = [each.act for each in dossier.as_of(on).of(FeeReliefDecided) if each.act.granted]
    return granted[-1] if granted else None


def fee_due(dossier: Dossier, fee: Fen, on: date) -> Fen:
    """What of the fee may be taken on that day, in fen: nothing while it is deferred or where it is waived."""
    found = relief(dossier, on)
    if found is None:
        return fee
    if found.relief is Relief.EXEMPTED:
        return 0
    if found.relief is Relief.DEFERRED:
        return 0 if found.until is not None and on <= found.until else fee
    return max(fee - found.less, 0)
