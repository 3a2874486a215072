"""The read model of payouts: how each stands, with its days. It names no payee."""

from __future__ import annotations

from datetime import date

from django.db import models

from zhixing.funds.acts.payout import PayoutApproved
from zhixing.funds.questions.payout import Course, payouts
from zhixing.record.dossier import Dossier
from zhixing.record.many_rows import unsaved
from zhixing.record.read_model import ReadModel


class PayoutRow(models.Model):
    """Read model of payouts; what has not happened yet is empty."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="payout_rows")
    court = models.CharField(max_length=8)
    seq = models.IntegerField()
    account = models.BigIntegerField()  # the bank account it is paid from
    amount = models.BigIntegerField()  # fen
    approved_on = models.DateField()
    sent_on = models.DateField(null=True)
    file = models.CharField(max_length=35, blank=True)
    paid_on = models.DateField(null=True)
    returned_on = models.DateField(null=True)
    cancelled_on = models.DateField(null=True)

    class Meta:
        db_table = "funds_payout"
        indexes = [
            models.Index(
                fields=["account"], condition=models.Q(paid_on=None, cancelled_on=None), name="payout_waits"
            )
        ]


def _payouts(dossier: Dossier) -> list[models.Model]:
    return [_row(dossier, seq, course) for seq, course in payouts(dossier, date.max).items()]


def _row(dossier: Dossier, seq: int, course: Course) -> models.Model:
    act = course.approved.act
    return unsaved(
        PayoutRow,
        dossier_id=dossier.id,
        court=dossier.court,
        seq=seq,
        account=act.account,
        amount=act.amount,
        approved_on=course.approved.on,
        sent_on=course.sent.on if course.sent else None,
        file=course.sent.act.file[:35] if course.sent else "",
        paid_on=course.paid.on if course.paid else None,
        returned_on=course.returned.on if course.returned else None,
        cancelled_on=course.cancelled.on if course.cancelled else None,
    )


READ_MODELS = [ReadModel(PayoutRow, _payouts, rests_on=(PayoutApproved,))]  # of cases and of judicial aid
