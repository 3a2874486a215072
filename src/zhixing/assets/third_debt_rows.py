"""Read model of what others owe the debtors, for the page of a debtor. Rows hold facts; how it stands is asked with a day."""

from __future__ import annotations

from datetime import date

from django.db import models

from zhixing.assets.questions.third_debts import ThirdDebt, third_debts
from zhixing.record.dossier import Dossier
from zhixing.record.many_rows import unsaved
from zhixing.record.read_model import ReadModel


class ThirdDebtRow(models.Model):
    """An order to a third party to perform; sums in fen."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="third_debt_rows")
    court = models.CharField(max_length=8)
    seq = models.IntegerField()
    property = models.IntegerField()
    third = models.BigIntegerField()
    amount = models.BigIntegerField()
    notified_on = models.DateField()
    served_on = models.DateField(null=True)
    last_day = models.DateField(null=True)
    disputed = models.BigIntegerField()
    ruled = models.BigIntegerField()
    paid = models.BigIntegerField()
    revoked_on = models.DateField(null=True)

    class Meta:
        db_table = "assets_third_debt"
        indexes = [models.Index(fields=["dossier", "property"], name="third_debt_thing")]


def _row(dossier: Dossier, each: ThirdDebt) -> models.Model:
    return unsaved(
        ThirdDebtRow,
        dossier_id=dossier.id,
        court=dossier.court,
        seq=each.seq,
        property=each.thing,
        third=each.notice.act.third,
        amount=each.notice.act.amount,
        notified_on=each.notice.on,
        served_on=each.served.on if each.served else None,
        last_day=each.last_day,
        disputed=each.disputed,
        ruled=each.under_ruling,
        paid=each.paid,
        revoked_on=each.revoked.on if each.revoked else None,
    )


READ_MODELS = [
    ReadModel(
        ThirdDebtRow,
        lambda dossier: [_row(dossier, each) for each in third_debts(dossier, date.max)],
        "case",
    )
]
