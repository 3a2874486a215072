"""What was sent into the property network and what came back. Bodies are encrypted; they hold names, numbers and accounts."""

from __future__ import annotations

from django.db import models


class RequestState(models.TextChoices):
    """How a request stands."""

    QUEUED = "queued", "待发送"
    SENT = "sent", "已发送，待反馈"
    ANSWERED = "answered", "已反馈"
    SILENT = "silent", "多次发送仍未反馈"
    REFUSED = "refused", "对方拒收"


class AnswerPlace(models.TextChoices):
    """What became of an answer."""

    KEPT = "kept", "待录入"
    TAKEN = "taken", "已录入"
    PARKED = "parked", "搁置"
    DISMISSED = "dismissed", "不予采用"


class NetworkRequest(models.Model):
    """One request to one institution about one debtor, or for one control. `number` is what the network calls it."""

    dossier = models.ForeignKey("record.DossierHead", models.PROTECT, related_name="+")
    court = models.CharField(max_length=8)
    seq = models.IntegerField()
    debtor = models.BigIntegerField(null=True)
    institution = models.CharField(max_length=20)
    operation = models.CharField(max_length=10)
    number = models.CharField(max_length=80, unique=True)
    body = models.BinaryField()
    state = models.CharField(max_length=10, choices=RequestState.choices, default=RequestState.QUEUED)
    attempts = models.IntegerField(default=0)
    sendings = models.IntegerField(default=0)
    queued_at = models.DateTimeField()
    next_at = models.DateTimeField()
    first_sent_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "assets_network_request"
        indexes = [
            models.Index(
                fields=["next_at"],
                condition=models.Q(state__in=("queued", "sent")),
                name="network_due",
            ),
            models.Index(fields=["court", "institution"], name="network_of_court"),
        ]


class NetworkAnswer(models.Model):
    """One answer as it came: the signed envelope encrypted, the SHA-256 of what it says, and what became of it.

    What belongs to no request we know is kept for the intermediate court. A copy with a wrong signature is another answer.
    """

    court = models.CharField(max_length=8)
    request = models.ForeignKey(NetworkRequest, models.PROTECT, null=True, related_name="answers")
    number = models.CharField(max_length=80, blank=True)
    institution = models.CharField(max_length=20, blank=True)
    sha256 = models.CharField(max_length=64)
    signed = models.BooleanField()
    envelope = models.BinaryField()
    place = models.CharField(max_length=10, choices=AnswerPlace.choices, default=AnswerPlace.KEPT)
    reason = models.CharField(max_length=300, blank=True)
    repeats = models.IntegerField(default=0)
    received_at = models.DateTimeField()
    settled_by = models.BigIntegerField(null=True)
    settled_at = models.DateTimeField(null=True)
    settled_why = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "assets_network_answer"
        constraints = [models.UniqueConstraint(fields=["sha256", "signed"], name="network_answer_once")]
        indexes = [
            models.Index(fields=["number"], name="network_answer_number"),
            models.Index(fields=["id"], condition=models.Q(place="kept"), name="network_answer_kept"),
            models.Index(fields=["court"], condition=models.Q(place="parked"), name="network_parked"),
        ]
