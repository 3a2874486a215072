"""Read model of what institutions answered, from which their quality is told: how soon, how often nothing, how often wrong."""

from __future__ import annotations

from datetime import date

from django.db import models

from zhixing.assets.acts.inquiry import InquiryAnswered
from zhixing.assets.questions.inquiry import contradicted, inquiry_at
from zhixing.record.dossier import Dossier
from zhixing.record.many_rows import unsaved
from zhixing.record.read_model import ReadModel


class InquiryRow(models.Model):
    """One institution's answer about one debtor. `contradicted`: what it told was disputed or ruled out later."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="inquiry_rows")
    court = models.CharField(max_length=8)
    seq = models.IntegerField()
    debtor = models.BigIntegerField()
    institution = models.CharField(max_length=20)
    asked_on = models.DateField()
    answered_on = models.DateField()
    status = models.CharField(max_length=10)
    found = models.IntegerField()
    contradicted = models.BooleanField()

    class Meta:
        db_table = "assets_inquiry"
        indexes = [models.Index(fields=["court", "institution", "answered_on"], name="inquiry_of_court")]


def _rows(dossier: Dossier) -> list[models.Model]:
    rows: list[models.Model] = []
    for entry in dossier.as_of(date.max).of(InquiryAnswered):
        asked = inquiry_at(dossier, entry.act.inquiry)
        rows.append(
            unsaved(
                InquiryRow,
                dossier_id=dossier.id,
                court=dossier.court,
                seq=entry.seq,
                debtor=entry.act.debtor,
                institution=entry.act.institution.value,
                asked_on=asked.on if asked else entry.on,
                answered_on=entry.on,
                status=entry.act.status.value,
                found=entry.act.found + entry.act.known,
                contradicted=contradicted(dossier, entry),
            )
        )
    return rows


READ_MODELS = [ReadModel(InquiryRow, _rows, "case", (InquiryAnswered,))]
