"""What an officer does with a parked answer: have it judged once more, or dismiss it with a reason. Nothing is thrown away."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet

from zhixing.assets.network.intake import digest
from zhixing.assets.network.models import AnswerPlace, NetworkAnswer
from zhixing.record import clock


def judge_again(row: NetworkAnswer, by: int) -> NetworkAnswer:
    """Judge a parked answer as if it had just come; how it stands then."""
    with transaction.atomic():
        changed = _parked(row).update(
            place=AnswerPlace.KEPT, reason="", settled_by=by, settled_at=clock.real_now()
        )
        if changed:
            digest(only=row.pk)
    row.refresh_from_db()
    return row


def dismiss(row: NetworkAnswer, by: int, why: str) -> NetworkAnswer:
    """Set a parked answer aside for good; ValueError without a reason."""
    if not why.strip():
        raise ValueError("请写明不予采用的理由")
    _parked(row).update(
        place=AnswerPlace.DISMISSED, settled_by=by, settled_at=clock.real_now(), settled_why=why.strip()[:300]
    )
    row.refresh_from_db()
    return row


def _parked(row: NetworkAnswer) -> QuerySet[NetworkAnswer]:
    return NetworkAnswer.objects.filter(pk=row.pk, place=AnswerPlace.PARKED)
