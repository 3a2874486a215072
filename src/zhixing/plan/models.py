"""Which court has which dossier of which plan; and drafts, read from a text and not yet confirmed, which are no acts."""

from __future__ import annotations

from django.db import models

from zhixing.plan.acts.adoption import Adopted, Drafted, Received
from zhixing.record.dossier import Dossier
from zhixing.record.read_model import ReadModel

__all__ = ["READ_MODELS", "PlanDraft", "PlanRow"]


class PlanRow(models.Model):
    """The dossier of a plan in one court. `issuing` is the issuer's dossier, which is its own there."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="plan_rows")
    court = models.CharField(max_length=8)
    issuing = models.BigIntegerField()
    title = models.CharField(max_length=200)
    document_no = models.CharField(max_length=60, blank=True)
    begun_on = models.DateField()
    bound_on = models.DateField(null=True)  # adopted, elsewhere received

    class Meta:
        db_table = "plan_plan"
        constraints = [models.UniqueConstraint(fields=["issuing", "court"], name="plan_once_a_court")]


class PlanDraft(models.Model):
    """A plan's text with its reading, while a person corrects it. Once confirmed it names the dossier it became."""

    court = models.CharField(max_length=8)
    name = models.CharField(max_length=200)
    text = models.TextField()
    reading = models.BinaryField()  # a plan.shape.Reading as JSON bytes
    made_at = models.DateTimeField()
    dossier = models.ForeignKey("record.DossierHead", models.PROTECT, null=True)

    class Meta:
        db_table = "plan_draft"
        indexes = [models.Index(fields=["court", "-made_at"])]


def _rows(dossier: Dossier) -> list[models.Model]:
    drafted, received = dossier.first(Drafted), dossier.first(Received)
    if drafted is not None:
        plan, issuing = drafted.act.plan, dossier.id
    elif received is not None:
        plan, issuing = received.act.plan, received.act.issuing
    else:
        return []
    bound = dossier.of(Adopted, Received)
    return [
        PlanRow(
            dossier_id=dossier.id,
            court=dossier.court,
            issuing=issuing,
            title=plan.title[:200],
            document_no=plan.document_no[:60],
            begun_on=dossier.entries[0].on,
            bound_on=bound[0].on if bound else None,
        )
    ]


READ_MODELS = [ReadModel(PlanRow, _rows, "plan")]
