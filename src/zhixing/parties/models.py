"""Persons and organisations, their identities, and in which cases they take part. Rows belong to a court and are seen by it."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from zhixing.parties.acts import PartyJoined, Role
from zhixing.parties.questions import parts_ever
from zhixing.record.dossier import Dossier
from zhixing.record.many_rows import unsaved
from zhixing.record.read_model import ReadModel

__all__ = ["READ_MODELS", "CaseParty", "Disclosed", "Party", "PartyIdentity", "PartyKind", "PartyVersion"]


class PartyKind(models.TextChoices):
    """What a party is."""

    NATURAL = "natural", "自然人"
    LEGAL = "legal", "法人"
    OTHER = "other", "非法人组织"


# A name as the array of its signs: what two signs can be found by, which is too short for the index of three.
SIGNS = models.Func(
    "name",
    models.Value(None, output_field=models.TextField()),
    function="string_to_array",
    output_field=ArrayField(models.TextField()),
)


class Party(models.Model):
    """A person or organisation as one court knows it."""

    court = models.CharField(max_length=8)
    kind = models.CharField(max_length=10, choices=PartyKind.choices)
    name = models.CharField("姓名或名称", max_length=120)
    initials = models.CharField("拼音首字母", max_length=40, blank=True)
    sex = models.CharField("性别", max_length=2, blank=True)
    born_on = models.DateField("出生日期", null=True)
    address = models.CharField("住址", max_length=200, blank=True)
    service_address = models.CharField("送达地址", max_length=200, blank=True)

    class Meta:
        db_table = "parties_party"
        indexes = [
            models.Index(fields=["name"], opclasses=["varchar_pattern_ops"], name="party_name_start"),
            models.Index(fields=["initials"], opclasses=["varchar_pattern_ops"], name="party_initials"),
            GinIndex(fields=["name"], opclasses=["gin_trgm_ops"], name="party_name"),
            GinIndex(SIGNS, name="party_name_signs"),
        ]

    def __str__(self) -> str:
        return self.name


class PartyIdentity(models.Model):
    """One identity document, account or telephone of a party: encrypted, found by keyed hash, shown masked.

    `paper` is the Chinese name of its kind. What is no longer used is retired, not removed: who once opened it is kept.
    """

    party = models.ForeignKey(Party, models.CASCADE, related_name="identities")
    court = models.CharField(max_length=8)
    paper = models.CharField(max_length=20)
    cipher = models.BinaryField()
    hash = models.BinaryField()
    masked = models.CharField(max_length=60)
    bank = models.CharField(max_length=80, default="", blank=True)  # of an account: who keeps it
    retired_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "parties_identity"
        indexes = [models.Index(fields=["hash"])]


class PartyVersion(models.Model):
    """What a party's row said before it was changed, who changed it and when."""

    party = models.ForeignKey(Party, models.CASCADE, related_name="versions")
    court = models.CharField(max_length=8)
    before = models.JSONField()
    changed_by = models.BigIntegerField()
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "parties_version"


class Disclosed(models.Model):
    """An identity was shown in full: to whom, when and why."""

    identity = models.ForeignKey(PartyIdentity, models.CASCADE)
    court = models.CharField(max_length=8)
    officer = models.BigIntegerField()
    at = models.DateTimeField()
    reason = models.CharField(max_length=200)

    class Meta:
        db_table = "parties_disclosed"


class CaseParty(models.Model):
    """Read model: who takes part in which case, for search and lists."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="case_parties")
    court = models.CharField(max_length=8)
    party = models.ForeignKey(Party, models.PROTECT, related_name="parts")
    role = models.CharField(max_length=20, choices=[(role.value, role.label) for role in Role])
    current = models.BooleanField()

    class Meta:
        db_table = "parties_case_party"


def _rows(dossier: Dossier) -> list[models.Model]:
    return [
        unsaved(
            CaseParty,
            dossier_id=dossier.id,
            court=dossier.court,
            party_id=part.party,
            role=part.role.value,
            current=still,
        )
        for part, still in parts_ever(dossier)
    ]


READ_MODELS = [ReadModel(CaseParty, _rows, "case", (PartyJoined,))]
