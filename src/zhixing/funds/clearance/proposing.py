"""For lines of old money that wait, the cases for which something speaks: the register's own number first of all."""

from __future__ import annotations

from collections.abc import Sequence

from zhixing.funds.clearance.models import ClearanceRow, OldLineRow
from zhixing.funds.models import LineRow
from zhixing.funds.recognising.evidence import Candidate, candidates
from zhixing.funds.taking_in import texts


def proposals(row: ClearanceRow, lines: Sequence[OldLineRow]) -> dict[str, tuple[Candidate, ...]]:
    """By flow number; nothing once the campaign is finished."""
    if row.finished_on is not None or not lines:
        return {}
    like = [LineRow(place=line.flow, amount=line.amount, payer="", virtual="") for line in lines]
    return candidates(row.court, like, texts(row.dossier_id, [line.flow for line in lines]))
