"""Stored acts, heads of dossiers, the outbox, looks; and two read models: duties and proposals.

The acts table is partitioned by year and append-only (migration 0001): a trigger keeps sequence and hash chain, and refuses
UPDATE, DELETE and TRUNCATE; the privilege is taken away besides.
"""

from __future__ import annotations

from django.db import models

from zhixing.law.answers import Found
from zhixing.record import questions
from zhixing.record.act import Act
from zhixing.record.acts import Proposed
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duties import Duty, duties
from zhixing.record.many_rows import Row
from zhixing.record.read_model import ReadModel

__all__ = [
    "READ_MODELS",
    "DossierHead",
    "DutyRow",
    "Leaf",
    "Look",
    "NormArticle",
    "Outgoing",
    "ProposalRow",
    "SealedText",
    "SignedHead",
    "StoredAct",
    "StoredFile",
]


class DossierHead(models.Model):
    """A dossier: its kind, its court, and the last link of its chain."""

    kind = models.CharField(max_length=40)
    court = models.CharField(max_length=8)
    opened_on = models.DateField()
    head_seq = models.IntegerField(default=0)
    head_hash = models.BinaryField(default=b"")
    head_at = models.DateTimeField(null=True)  # when the last act was recorded: tells which years to read
    placed = models.IntegerField(default=0, db_default=0)  # the last act that has its place among the leaves

    class Meta:
        db_table = "record_dossier"
        indexes = [
            models.Index(fields=["court", "kind"]),
            models.Index(
                fields=["id"],
                name="dossier_unplaced",
                condition=models.Q(head_seq__gt=models.F("placed")),
            ),
        ]


class StoredAct(models.Model):
    """One entry as bytes, chained by hash; the columns repeat what the body says, for search, and `verify` compares them."""

    id = models.BigAutoField(primary_key=True)
    dossier = models.ForeignKey(DossierHead, models.PROTECT, related_name="acts")
    court = models.CharField(max_length=8)
    seq = models.IntegerField()
    type = models.CharField(max_length=80)
    on = models.DateField(db_column="on_day")
    recorded_at = models.DateTimeField()
    by_kind = models.CharField(max_length=10)
    by_id = models.BigIntegerField()
    approved_by_id = models.BigIntegerField(null=True)
    body = models.BinaryField()
    prev_hash = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        managed = False
        db_table = "record_act"


class Leaf(models.Model):
    """An act's place: `id` in the event feed of all courts, `place` in the tree of its own. Given once, never changed."""

    id = models.BigIntegerField(primary_key=True)
    court = models.CharField(max_length=8)
    place = models.BigIntegerField()
    dossier_id = models.BigIntegerField()
    seq = models.IntegerField()
    hash = models.BinaryField()

    class Meta:
        db_table = "record_leaf"
        constraints = [
            models.UniqueConstraint(fields=["court", "place"], name="leaf_place_once"),
            models.UniqueConstraint(fields=["dossier_id", "seq"], name="leaf_act_once"),
        ]


class SignedHead(models.Model):
    """The root of a court's tree at a moment, signed: whoever keeps a copy can prove later what the record then held."""

    court = models.CharField(max_length=8)
    size = models.BigIntegerField()
    root = models.BinaryField()
    at = models.DateTimeField()
    algorithm = models.CharField(max_length=20)
    key = models.BinaryField()
    signature = models.BinaryField()

    class Meta:
        db_table = "record_signed_head"
        indexes = [models.Index(fields=["court", "-at"], name="head_newest")]


class Outgoing(models.Model):
    """Outbox: something that must go out because of an act. Worked off at least once; `key` makes a repeat harmless."""

    dossier = models.ForeignKey(DossierHead, models.PROTECT, db_index=False)
    court = models.CharField(max_length=8)
    seq = models.IntegerField()
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120, unique=True)
    payload = models.JSONField()
    put_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    attempts = models.IntegerField(default=0)
    error = models.TextField(blank=True)

    class Meta:
        db_table = "record_outgoing"
        indexes = [
            models.Index(fields=["kind", "id"], condition=models.Q(done_at=None), name="outgoing_waiting")
        ]


class Look(models.Model):
    """Who looked at a dossier, when, and at what."""

    dossier = models.ForeignKey(DossierHead, models.PROTECT, db_index=False)
    court = models.CharField(max_length=8)
    officer = models.BigIntegerField()
    name = models.CharField(max_length=60)
    at = models.DateTimeField()
    page = models.CharField(max_length=200)

    class Meta:
        db_table = "record_look"
        indexes = [models.Index(fields=["dossier", "-at"])]


class NormArticle(models.Model):
    """One article of a norm's text, as taken in from a file; `stem` is the file's name without ending."""

    stem = models.CharField(max_length=120)
    article = models.IntegerField()
    text = models.TextField()
    file_hash = models.CharField(max_length=64)
    taken_in_at = models.DateTimeField()

    class Meta:
        db_table = "record_norm_article"
        constraints = [models.UniqueConstraint(fields=["stem", "article"], name="article_once")]


class StoredFile(models.Model):
    """A file that acts of a court name by its SHA-256. It lies encrypted in the storage at `place`; `size` in bytes."""

    court = models.CharField(max_length=8)
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=80)
    size = models.IntegerField()
    place = models.CharField(max_length=200)
    kept_by = models.BigIntegerField()
    kept_at = models.DateTimeField()

    class Meta:
        db_table = "record_file"
        constraints = [models.UniqueConstraint(fields=["court", "sha256"], name="file_of_court_once")]


class SealedText(models.Model):
    """An identifier that acts of a court name by its keyed hash (`token`), encrypted, and as people may see it."""

    court = models.CharField(max_length=8)
    token = models.CharField(max_length=64)
    cipher = models.BinaryField()
    masked = models.CharField(max_length=120)

    class Meta:
        db_table = "record_sealed"
        constraints = [models.UniqueConstraint(fields=["court", "token"], name="sealed_once_a_court")]


class DutyRow(models.Model):
    """Read model of duties, for desks and lists. How a duty stands is asked with a day, so the row holds only dates."""

    # A dossier with acts is never deleted; to look for it at each of the many rows would cost as much as the rows.
    dossier = models.ForeignKey(DossierHead, models.CASCADE, related_name="duty_rows", db_constraint=False)
    court = models.CharField(max_length=8)
    rule = models.CharField(max_length=80)
    label = models.CharField(max_length=120)
    holder = models.CharField(max_length=20)
    index = models.IntegerField()
    opening_seq = models.IntegerField()
    opened_on = models.DateField()
    due = models.DateField(null=True)
    provisional = models.BooleanField()
    layer = models.CharField(max_length=20)
    calendar = models.CharField(max_length=80)
    met_on = models.DateField(null=True)
    met_seq = models.IntegerField(null=True)
    ended_on = models.DateField(null=True)
    suspended = models.BooleanField()
    right = models.BooleanField(default=False)  # its period runs out, nobody is late

    class Meta:
        db_table = "record_duty"
        indexes = [
            models.Index(
                fields=["court", "holder", "due"],
                condition=models.Q(met_on=None, ended_on=None),
                name="duty_open",
            ),
            # The centre's desk and figures ask its own duties alone; to keep all by rule would slow every write.
            models.Index(
                fields=["court", "rule", "met_on"],
                condition=models.Q(rule__gte="preservation.", rule__lt="preservation/"),
                name="duty_of_preservation",
            ),
        ]


class ProposalRow(models.Model):
    """Read model of proposals that wait, or were sent back and not answered."""

    dossier = models.ForeignKey(DossierHead, models.CASCADE, related_name="proposal_rows")
    court = models.CharField(max_length=8)
    seq = models.IntegerField()
    type = models.CharField(max_length=80)
    label = models.CharField(max_length=120)
    on = models.DateField(db_column="on_day")
    by_id = models.BigIntegerField()
    by_name = models.CharField(max_length=60)
    approver = models.CharField(max_length=20)
    returned = models.BooleanField()
    reason = models.TextField(blank=True)

    class Meta:
        db_table = "record_proposal"
        indexes = [models.Index(fields=["court", "approver"])]


def _duty_rows(dossier: Dossier) -> list[Row]:
    return [_duty_row(dossier, duty) for duty in duties(installed().duties, dossier)]


def _duty_row(dossier: Dossier, duty: Duty) -> Row:
    """The cells in the order of the columns: most rows of a case are duties, and by name they cost twice as much."""
    rule, opening, met_by, ended_by = duty.rule, duty.opening, duty.met_by, duty.ended_by
    found = duty.answer.value if isinstance(duty.answer, Found) else None
    return (
        dossier.id,
        dossier.court,
        rule.name,
        duty.written,
        rule.holder.value,
        duty.index,
        opening.seq,
        opening.on,
        found.day if found else None,
        found is not None and found.provisional,
        duty.limit.layer.name,
        found.calendar_version if found else "",
        met_by.on if met_by else None,
        met_by.seq if met_by else None,
        ended_by.on if ended_by else None,
        duty.suspended_by is not None,
        rule.right,
    )


def _proposal_rows(dossier: Dossier) -> list[models.Model]:
    rows: list[models.Model] = [
        _proposal_row(dossier, each.entry, each.act, returned=False, reason=each.entry.act.note)
        for each in questions.pending(dossier)
    ]
    for proposal, returned in questions.sent_back(dossier):
        act = dossier.decoded(proposal.act.act)
        rows.append(_proposal_row(dossier, proposal, act, returned=True, reason=returned.act.reason))
    return rows


def _proposal_row(
    dossier: Dossier, entry: Entry[Act], act: Act, *, returned: bool, reason: str
) -> ProposalRow:
    rule = installed().rule(type(act))
    return ProposalRow(
        dossier_id=dossier.id,
        court=dossier.court,
        seq=entry.seq,
        type=act.tag(),
        label=rule.label,
        on=entry.on,
        by_id=entry.by.id,
        by_name=entry.by.name,
        approver=rule.approved_by.value if rule.approved_by else "",
        returned=returned,
        reason=reason,
    )


READ_MODELS = [ReadModel(DutyRow, _duty_rows), ReadModel(ProposalRow, _proposal_rows, rests_on=(Proposed,))]
