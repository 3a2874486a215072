"""Tables of the property report: codes by their hash, drafts of what is being filled in, and how each order stands for lists."""

from __future__ import annotations

from datetime import date

from django.db import models

from zhixing.assets.acts.declaration import ReportAccessIssued
from zhixing.assets.questions.contradictions import contradictions
from zhixing.assets.questions.reporting import latest, open_access
from zhixing.assets.report_code import code_hash, code_of
from zhixing.cases.acts.notice import PropertyReportOrdered
from zhixing.cases.questions import case_number
from zhixing.law.answers import Found
from zhixing.record.dossier import Dossier
from zhixing.record.many_rows import unsaved
from zhixing.record.read_model import ReadModel


class ReportAccessRow(models.Model):
    """A code that may still be used, by its keyed hash. The code itself is nowhere but in the paper of the act `seq`."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="report_access_rows")
    court = models.CharField(max_length=8)
    seq = models.IntegerField()
    order = models.IntegerField()
    party = models.BigIntegerField()
    hash = models.CharField(max_length=64)
    until = models.DateField()

    class Meta:
        db_table = "assets_report_access"
        constraints = [models.UniqueConstraint(fields=["hash"], name="report_code_once")]


class DeclarationDraft(models.Model):
    """What a debtor has filled in and not yet handed in, encrypted. `seq` is the act that gave the code."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="+")
    court = models.CharField(max_length=8)
    seq = models.IntegerField()
    cipher = models.BinaryField()
    saved_at = models.DateTimeField()

    class Meta:
        db_table = "assets_declaration_draft"
        constraints = [models.UniqueConstraint(fields=["dossier", "seq"], name="draft_once")]


class ReportRow(models.Model):
    """How the newest order to a debtor stands, for lists: dates only, for how it stands is asked with a day."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="report_rows")
    court = models.CharField(max_length=8)
    case = models.CharField(max_length=60, blank=True)
    debtor = models.BigIntegerField()
    ordered_on = models.DateField()
    last_day = models.DateField(null=True)
    declared_on = models.DateField(null=True)
    verified_on = models.DateField(null=True)
    contradictions = models.IntegerField()

    class Meta:
        db_table = "assets_report"
        indexes = [
            models.Index(
                fields=["court"],
                condition=models.Q(contradictions__gt=0, verified_on=None),
                name="report_contradicted",
            ),
            models.Index(
                fields=["court", "last_day"], condition=models.Q(declared_on=None), name="report_missing"
            ),
        ]


def _access_rows(dossier: Dossier) -> list[models.Model]:
    return [
        unsaved(
            ReportAccessRow,
            dossier_id=dossier.id,
            court=dossier.court,
            seq=each.seq,
            order=each.act.order,
            party=each.act.debtor,
            hash=code_hash(code_of(dossier.id, each.seq, each.act.debtor)),
            until=each.act.until,
        )
        for each in open_access(dossier, date.max)
    ]


def _report_rows(dossier: Dossier) -> list[models.Model]:
    against = contradictions(dossier, date.max)
    return [
        unsaved(
            ReportRow,
            dossier_id=dossier.id,
            court=dossier.court,
            case=case_number(dossier, date.max),
            debtor=each.debtor,
            ordered_on=each.order.on,
            last_day=each.last_day.value if isinstance(each.last_day, Found) else None,
            declared_on=each.declared.on if each.declared else None,
            verified_on=each.verified.on if each.verified else None,
            contradictions=sum(one.debtor == each.debtor for one in against),
        )
        for each in latest(dossier, date.max).values()
    ]


READ_MODELS = [
    ReadModel(ReportAccessRow, _access_rows, "case", (ReportAccessIssued,)),
    ReadModel(ReportRow, _report_rows, "case", (PropertyReportOrdered,)),
]
