"""What dossiers of aid are called on pages and in papers for the bank."""

from __future__ import annotations

from collections.abc import Collection

from zhixing.funds.aid.acts.fund import LABEL
from zhixing.funds.aid.models import AidFundRow, AidRow
from zhixing.law.texts import say


def called(numbers: Collection[int]) -> dict[int, str]:
    """Of these dossiers the applications by their number, before filing by their day, and the courts' funds."""
    if not numbers:
        return {}
    rows = AidRow.objects.filter(dossier_id__in=numbers)
    funds = AidFundRow.objects.filter(dossier_id__in=numbers).values_list("dossier_id", flat=True)
    return {
        **{
            each.dossier_id: each.number or str(say("{on} 的司法救助申请", on=each.applied_on))
            for each in rows
        },
        **dict.fromkeys(funds, LABEL),
    }
