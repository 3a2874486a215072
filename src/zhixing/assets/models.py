"""Read models: what was found, and what is held, so that one thing is seen across all cases and courts of the district."""

from __future__ import annotations

from datetime import date

from django.db import models

from zhixing.assets.acts.control import Controlled, ControlTakenOver, Rank
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.network.inquiry_rows import READ_MODELS as OF_INQUIRIES
from zhixing.assets.network.inquiry_rows import InquiryRow
from zhixing.assets.network.models import NetworkAnswer, NetworkRequest
from zhixing.assets.questions.control import holds, worth
from zhixing.assets.questions.found import asset, assets
from zhixing.assets.report_models import READ_MODELS as OF_REPORTS
from zhixing.assets.report_models import DeclarationDraft, ReportAccessRow, ReportRow
from zhixing.assets.third_debt_rows import READ_MODELS as OF_THIRD_DEBTS
from zhixing.assets.third_debt_rows import ThirdDebtRow
from zhixing.cases.questions import case_number
from zhixing.record.dossier import Dossier
from zhixing.record.many_rows import unsaved
from zhixing.record.read_model import ReadModel

__all__ = [
    "READ_MODELS",
    "AssetRow",
    "ControlRow",
    "DeclarationDraft",
    "InquiryRow",
    "NetworkAnswer",
    "NetworkRequest",
    "ReportAccessRow",
    "ReportRow",
    "ThirdDebtRow",
]


class AssetRow(models.Model):
    """A property that was found, for lists and for the page of a debtor. `token` identifies the thing, where it can be."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="asset_rows")
    court = models.CharField(max_length=8)
    seq = models.IntegerField()
    owner = models.BigIntegerField()
    kind = models.CharField(max_length=30)
    name = models.CharField(max_length=300)
    token = models.CharField(max_length=64, blank=True)
    value = models.BigIntegerField(null=True)
    found_by = models.CharField(max_length=20)
    found_on = models.DateField()
    ruled_out_on = models.DateField(null=True)

    class Meta:
        db_table = "assets_asset"
        indexes = [
            models.Index(fields=["owner"], name="asset_owner"),
            models.Index(fields=["token"], condition=~models.Q(token=""), name="asset_token"),
        ]


class ControlRow(models.Model):
    """A control, held or waiting. How it stands is asked with a day, so the row holds only dates."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="control_rows")
    court = models.CharField(max_length=8)
    case = models.CharField(max_length=60, blank=True)
    seq = models.IntegerField()
    property = models.IntegerField()
    owner = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=30)
    name = models.CharField(max_length=300)
    token = models.CharField(max_length=64, blank=True)
    manner = models.CharField(max_length=10)
    since = models.DateField()
    at = models.CharField(max_length=5, blank=True)  # the hour of its place in line
    published = models.BooleanField(default=True)  # what waits for its publication stands in no line yet
    in_force_since = models.DateField(null=True)
    until = models.DateField(null=True)
    released_on = models.DateField(null=True)
    amount = models.BigIntegerField(null=True)
    preservation = models.BigIntegerField(
        null=True
    )  # the dossier from which an enforcement case took it over
    preserved_as = models.IntegerField(null=True)  # its entry there

    class Meta:
        db_table = "assets_control"
        indexes = [
            models.Index(
                fields=["token"],
                condition=models.Q(released_on=None) & ~models.Q(token=""),
                name="control_line",
            ),
            models.Index(
                fields=["court", "until"],
                condition=models.Q(released_on=None, until__isnull=False),
                name="control_ends",
            ),
            models.Index(fields=["owner"], name="control_owner"),
            models.Index(
                fields=["preservation"],
                condition=models.Q(preservation__isnull=False),
                name="control_taken_over",
            ),
        ]


def _asset_rows(dossier: Dossier) -> list[models.Model]:
    return [
        unsaved(
            AssetRow,
            dossier_id=dossier.id,
            court=dossier.court,
            seq=each.seq,
            owner=each.found.act.owner,
            kind=each.kind.value,
            name=each.found.act.name[:300],
            token=each.found.act.identifier or "",
            value=each.found.act.value,
            found_by=each.found.act.found_by.value,
            found_on=each.found.on,
            ruled_out_on=each.ruled_out.on if each.ruled_out else None,
        )
        for each in assets(dossier, date.max)
    ]


def _control_rows(dossier: Dossier) -> list[models.Model]:
    rows: list[models.Model] = []
    for each in holds(dossier, date.max):
        found = asset(dossier, each.thing, date.max)
        act = found.found.act if found else None
        ended = each.released or each.failed
        taken = each.entry.act if isinstance(each.entry.act, ControlTakenOver) else None
        rows.append(
            unsaved(
                ControlRow,
                dossier_id=dossier.id,
                court=dossier.court,
                case=case_number(dossier, date.max),
                seq=each.seq,
                property=each.thing,
                owner=act.owner if act else None,
                kind=act.kind.value if act else "",
                name=act.name[:300] if act else "",
                token=(act.identifier or "") if act else "",
                manner=each.manner.value,
                since=each.since,
                at=each.at,
                published=each.published,
                in_force_since=None if each.rank is Rank.WAITING else each.in_force_since,
                until=each.until,
                released_on=ended.on if ended else None,
                amount=worth(dossier, each, date.max),
                preservation=taken.preservation if taken else None,
                preserved_as=taken.control if taken else None,
            )
        )
    return rows


READ_MODELS = [
    ReadModel(AssetRow, _asset_rows, "case", (PropertyFound,)),
    ReadModel(ControlRow, _control_rows, "case", (Controlled, ControlTakenOver)),
    *OF_REPORTS,
    *OF_INQUIRIES,
    *OF_THIRD_DEBTS,
]
