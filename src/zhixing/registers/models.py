"""What a case was taken over from: one row a case, which makes a second import harmless and keeps what identifies persons."""

from __future__ import annotations

from django.db import models

__all__ = ["TakenOverRow"]


class TakenOverRow(models.Model):
    """A case of a register that was taken over: its number, the digest of its rows, and its personal fields, encrypted.

    `sheet` is the encryption of JSON: table → a list, as long as the table's rows in the act, of field code → text.
    """

    dossier = models.OneToOneField("record.DossierHead", models.PROTECT, related_name="taken_over")
    court = models.CharField(max_length=8)
    number = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    sheet = models.BinaryField()

    class Meta:
        db_table = "registers_taken_over"
        constraints = [models.UniqueConstraint(fields=["court", "number"], name="taken_over_once")]
