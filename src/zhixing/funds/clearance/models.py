"""Read models of campaigns and of the lines they clear up. Rows hold dates, never "today"; none names a person."""

from __future__ import annotations

from datetime import date

from django.db import models

from zhixing.funds.clearance.acts import ClearanceInspected
from zhixing.funds.clearance.acts import ClearanceOpened as Opened
from zhixing.funds.clearance.questions import finished, old_lines
from zhixing.record.dossier import Dossier
from zhixing.record.many_rows import unsaved
from zhixing.record.read_model import ReadModel


class ClearanceRow(models.Model):
    """Read model of campaigns, with their three dates and what was reached of them."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="clearance_rows")
    court = models.CharField(max_length=8)
    name = models.CharField(max_length=120)
    account = models.BigIntegerField()
    base_on = models.DateField()
    own_by = models.DateField()
    joint_by = models.DateField()
    done_by = models.DateField()
    inspected_on = models.DateField(null=True)
    finished_on = models.DateField(null=True)

    class Meta:
        db_table = "funds_clearance"


class OldLineRow(models.Model):
    """Read model of the lines of a campaign. `kind` is a class of `questions.OldClass`."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="old_line_rows")
    court = models.CharField(max_length=8)
    flow = models.CharField(max_length=20)
    amount = models.BigIntegerField()
    on = models.DateField(db_column="on_day")
    kind = models.CharField(max_length=20)
    case = models.BigIntegerField(null=True)
    until = models.DateField(null=True)
    owner = models.BigIntegerField(null=True)
    registered_on = models.DateField()
    since = models.DateField(null=True)
    seq = models.IntegerField(null=True)

    class Meta:
        db_table = "funds_old_line"
        indexes = [models.Index(fields=["dossier", "kind"], name="old_line_kind")]


def _campaigns(dossier: Dossier) -> list[models.Model]:
    opened = dossier.first(Opened)
    if opened is None:
        return []
    act, inspected, done = opened.act, dossier.last(ClearanceInspected), finished(dossier, date.max)
    return [
        unsaved(
            ClearanceRow,
            dossier_id=dossier.id,
            court=dossier.court,
            name=act.name[:120],
            account=act.account,
            base_on=act.base_on,
            own_by=act.own_by,
            joint_by=act.joint_by,
            done_by=act.done_by,
            inspected_on=inspected.on if inspected else None,
            finished_on=done.on if done else None,
        )
    ]


def _lines(dossier: Dossier) -> list[models.Model]:
    return [
        unsaved(
            OldLineRow,
            dossier_id=dossier.id,
            court=dossier.court,
            flow=flow[:20],
            amount=each.line.amount,
            on=each.line.on,
            kind=each.kind.value,
            case=each.case,
            until=each.until,
            owner=each.owner,
            registered_on=each.registered_on,
            since=each.since,
            seq=each.seq,
        )
        for flow, each in old_lines(dossier, date.max).items()
    ]


READ_MODELS = [
    ReadModel(ClearanceRow, _campaigns, "clearance"),
    ReadModel(OldLineRow, _lines, "clearance"),
]
