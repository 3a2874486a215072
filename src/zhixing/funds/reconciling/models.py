"""The read model of cases whose dossier does not yet count all that came; and what each reconciliation found."""

from __future__ import annotations

from datetime import date

from django.db import models

from zhixing.funds.acts.money import MoneyReceived
from zhixing.funds.acts.payout import PayoutApproved
from zhixing.funds.keeping.acts import FeeTaken
from zhixing.funds.questions.case_money import receipts, unrecorded
from zhixing.record.dossier import Dossier
from zhixing.record.many_rows import unsaved
from zhixing.record.read_model import ReadModel


class UnrecordedRow(models.Model):
    """Read model of cases in which money came that is not recorded as satisfaction, or more is recorded than came."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="unrecorded_rows")
    court = models.CharField(max_length=8)
    amount = models.BigIntegerField()  # fen; negative where more is recorded
    since = models.DateField()  # the day of the first receipt concerned

    class Meta:
        db_table = "funds_unrecorded"


class Reconciliation(models.Model):
    """One comparison of a court's bank accounts, ledger and dossiers: when, over how much, and the sentences it found."""

    court = models.CharField(max_length=8)
    at = models.DateTimeField()
    vouchers = models.IntegerField()
    accounts = models.IntegerField()
    found = models.JSONField()  # sentences, in Chinese; none: all agree

    class Meta:
        db_table = "funds_reconciliation"
        indexes = [models.Index(fields=["court", "-at"], name="reconciliation_newest")]


class OpenBreak(models.Model):
    """Something that does not agree, as the comparisons found it: since when, who is to settle it, when it was gone."""

    court = models.CharField(max_length=8)
    text = models.TextField()  # the sentence, in Chinese
    since = models.DateTimeField()
    owner = models.BigIntegerField(null=True)
    gone_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "funds_break"
        constraints = [
            models.UniqueConstraint(
                fields=["court", "text"], condition=models.Q(gone_at=None), name="break_open_once"
            )
        ]


def _unrecorded(dossier: Dossier) -> list[models.Model]:
    amount = unrecorded(dossier, date.max)
    if amount == 0:
        return []
    concerned = [each.entry.on for each in receipts(dossier, date.max) if each.unrecorded]
    since = min(concerned, default=dossier.entries[0].on)
    return [unsaved(UnrecordedRow, dossier_id=dossier.id, court=dossier.court, amount=amount, since=since)]


READ_MODELS = [ReadModel(UnrecordedRow, _unrecorded, "case", (MoneyReceived, PayoutApproved, FeeTaken))]
