"""Documents made: where they lie, their hash and pages; and the counters of the courts' registers. The file itself is encrypted.

What a document says is derived from the record; what is kept here is that it was made, and which bytes it is.
"""

from __future__ import annotations

from django.db import models

__all__ = ["Document", "RegisterCounter"]


class RegisterCounter(models.Model):
    """The last number of a court's register of documents of one kind and year. Locked while one is made: there are no gaps."""

    court = models.CharField(max_length=8)
    kind = models.CharField(max_length=20)
    year = models.IntegerField()
    last = models.IntegerField(default=0)

    class Meta:
        db_table = "documents_register"
        constraints = [models.UniqueConstraint(fields=["court", "kind", "year"], name="register_once")]


class Document(models.Model):
    """One document, made of one act. `sha256` is of the PDF in clear; the file in storage is encrypted."""

    dossier = models.ForeignKey(
        "record.DossierHead", models.PROTECT, related_name="documents", db_index=False
    )
    court = models.CharField(max_length=8)
    seq = models.IntegerField()
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=60)
    number = models.CharField(max_length=80, blank=True)
    year = models.IntegerField()
    serial = models.IntegerField()  # its place in the court's register of that kind and year
    on = models.DateField(db_column="on_day")
    correction = models.IntegerField(
        default=0
    )  # the entry that had corrected the act when it was made, 0 for none
    file = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    pages = models.IntegerField()
    made_at = models.DateTimeField()

    class Meta:
        db_table = "documents_document"
        constraints = [
            models.UniqueConstraint(fields=["dossier", "seq"], name="document_of_act_once"),
            models.UniqueConstraint(
                fields=["court", "kind", "year", "serial"], name="document_registered_once"
            ),
        ]
