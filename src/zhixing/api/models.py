"""Tokens by which another system acts as an officer, and the answers given to requests that may be repeated."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from zhixing.law.courts import COURTS_BY_CODE
from zhixing.record.power import Power


class Token(models.Model):
    """A machine's key: acts as its officer, within these powers and courts, until it expires or is revoked. Kept as a hash."""

    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tokens")
    name = models.CharField("用途", max_length=60)
    hash = models.BinaryField(unique=True)
    powers = ArrayField(models.CharField(max_length=20))
    courts = ArrayField(models.CharField(max_length=8))
    made_at = models.DateTimeField()
    expires_on = models.DateField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    coerces = models.BooleanField("可以办理强制和付款", default=False)

    class Meta:
        db_table = "api_token"

    def __str__(self) -> str:
        return self.name

    @property
    def power_labels(self) -> str:
        """The powers in words."""
        return "、".join(Power(value).label for value in self.powers)

    @property
    def court_names(self) -> str:
        """The courts by name."""
        return "、".join(COURTS_BY_CODE[code].short for code in self.courts)


class Answered(models.Model):
    """What a request with an Idempotency-Key was answered; written in one transaction with what it entered."""

    token = models.ForeignKey(Token, models.CASCADE)
    key = models.CharField(max_length=80)
    request = models.BinaryField()
    status = models.IntegerField(default=0)
    body = models.BinaryField(default=b"")
    etag = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "api_answered"
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="answered_once")]
