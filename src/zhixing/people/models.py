"""Officers of the courts, their departments and posts. A post gives powers in one court, from a day until a day."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models

from zhixing.people.acts import OrganisationOpened
from zhixing.record.dossier import Dossier
from zhixing.record.power import Power
from zhixing.record.read_model import ReadModel


class OfficerManager(BaseUserManager["Officer"]):
    """Makes officers."""

    def create_officer(self, username: str, name: str, password: str | None = None) -> Officer:
        """A new officer who can sign in; without a password, not yet."""
        officer = self.model(username=username, name=name)
        officer.set_password(password)
        officer.save(using=self._db)
        return officer


class Officer(AbstractBaseUser):
    """A person who works in a court and signs in."""

    username = models.CharField("用户名", max_length=40, unique=True)
    name = models.CharField("姓名", max_length=40)
    is_active = models.BooleanField("在职", default=True)
    invented = models.BooleanField(default=False)  # made by `zhixing demo`: the password is known to all
    language = models.CharField("语言", max_length=10, default="", blank=True)  # empty: as the browser asks

    objects = OfficerManager()
    known_posts: Sequence[Post] | None = None  # read together with the officer; None: to be asked for

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        db_table = "people_officer"

    def __str__(self) -> str:
        return self.name


class Department(models.Model):
    """A department of a court."""

    court = models.CharField("法院", max_length=8)
    name = models.CharField("部门", max_length=40)

    class Meta:
        db_table = "people_department"
        constraints = [models.UniqueConstraint(fields=["court", "name"], name="department_once")]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A post an officer holds in a department, with the powers it gives in that court, over a half-open span of days."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="posts")
    department = models.ForeignKey(Department, models.PROTECT, related_name="posts")
    court = models.CharField("法院", max_length=8)
    title = models.CharField("职务", max_length=40)
    powers = ArrayField(models.CharField(max_length=20, choices=[(p.value, p.label) for p in Power]))
    since = models.DateField("起")
    until = models.DateField("止", null=True)

    class Meta:
        db_table = "people_post"
        indexes = [models.Index(fields=["court"])]

    def __str__(self) -> str:
        return self.title


class SignIn(models.Model):
    """An attempt to sign in. One made while locked, and one that an administrator released, do not count towards a lock."""

    username = models.CharField(max_length=40)
    address = models.CharField(max_length=64)
    at = models.DateTimeField()
    good = models.BooleanField()
    locked = models.BooleanField(default=False)
    released_by = models.BigIntegerField(null=True)

    class Meta:
        db_table = "people_sign_in"
        indexes = [models.Index(fields=["username", "-at"]), models.Index(fields=["address", "-at"])]

    def __str__(self) -> str:
        return f"{self.username} {self.at:%Y-%m-%d %H:%M}"


class TotpSecret(models.Model):
    """The secret of an officer's authenticator, encrypted. `last_step` keeps a code from being used twice."""

    officer = models.OneToOneField(Officer, models.CASCADE, related_name="totp")
    secret = models.BinaryField()
    confirmed_at = models.DateTimeField(null=True)
    last_step = models.BigIntegerField(default=0)

    class Meta:
        db_table = "people_totp"


class RecoveryCode(models.Model):
    """A code for the day when the authenticator is lost: kept as a keyed hash, good once."""

    officer = models.ForeignKey(Officer, models.CASCADE, related_name="recovery_codes")
    hash = models.BinaryField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "people_recovery_code"
        constraints = [models.UniqueConstraint(fields=["officer", "hash"], name="recovery_code_once")]


class Passkey(models.Model):
    """A passkey of an officer: the credential's id and public key, and how often it has signed."""

    officer = models.ForeignKey(Officer, models.CASCADE, related_name="passkeys")
    name = models.CharField(max_length=60)
    credential = models.BinaryField(unique=True)
    attested = models.BinaryField()  # fido2's attested credential data, public
    counter = models.BigIntegerField(default=0)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "people_passkey"


class LinkedSubject(models.Model):
    """Who an officer is to an outside sign-in: the provider and its name for them. Ended, never deleted: the rows are the log."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="subjects")
    issuer = models.CharField(max_length=200)
    subject = models.CharField(max_length=255)
    linked_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()
    ended_by = models.ForeignKey(Officer, models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "people_linked_subject"
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "subject"], condition=models.Q(ended_at=None), name="subject_linked_once"
            ),
            models.UniqueConstraint(
                fields=["issuer", "officer"], condition=models.Q(ended_at=None), name="officer_linked_once"
            ),
        ]


class FactorReset(models.Model):
    """A request to take an officer's second factor away, and what another person decided. Never deleted: the rows are the log."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="factor_resets")
    reason = models.CharField(max_length=200)
    asked_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(Officer, models.PROTECT, related_name="+", null=True)
    decided_at = models.DateTimeField(null=True)  # with nobody who decided: it lapsed
    approved = models.BooleanField(default=False)

    class Meta:
        db_table = "people_factor_reset"
        constraints = [
            models.UniqueConstraint(
                fields=["officer"], condition=models.Q(decided_at=None), name="reset_asked_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(asked_by=models.F("officer"))
                & ~models.Q(decided_by=models.F("officer"), approved=True)
                & ~models.Q(decided_by=models.F("asked_by"), approved=True),
                name="reset_by_two_others",
            ),
        ]


class OpenSession(models.Model):
    """Where an officer is signed in: one row a session, so that they can end those they do not know."""

    officer = models.ForeignKey(Officer, models.CASCADE, related_name="open_sessions")
    session = models.CharField(max_length=40, unique=True)
    device = models.CharField(max_length=200)
    address = models.CharField(max_length=64)
    since = models.DateTimeField()

    class Meta:
        db_table = "people_session"


class Allowance(models.Model):
    """How much of a limit was used: the moment at which nothing of it is used any more (people/limits.py)."""

    key = models.CharField(max_length=80, primary_key=True)
    free_at = models.DateTimeField()

    class Meta:
        db_table = "people_allowance"


class Notice(models.Model):
    """Something an officer should know: a proposal waits, was approved or sent back, a case was assigned."""

    officer = models.ForeignKey(Officer, models.CASCADE, related_name="notices")
    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, null=True)
    page = models.CharField(max_length=40, default="")  # without a dossier: the name of the page it leads to
    court = models.CharField(max_length=8)
    text = models.CharField(max_length=200)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "people_notice"
        indexes = [
            models.Index(fields=["officer", "-at"], condition=models.Q(read_at=None), name="notice_unread")
        ]

    def __str__(self) -> str:
        return self.text


class OrganisationRow(models.Model):
    """Which dossier holds the staffing and equipment of a court; one for each court."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE)
    court = models.CharField(max_length=8)
    opened_on = models.DateField()

    class Meta:
        db_table = "people_organisation"
        constraints = [models.UniqueConstraint(fields=["court"], name="organisation_once_a_court")]

    def __str__(self) -> str:
        return self.court


def _organisation_rows(dossier: Dossier) -> list[models.Model]:
    opened = dossier.first(OrganisationOpened)
    if opened is None:
        return []
    return [OrganisationRow(dossier_id=dossier.id, court=dossier.court, opened_on=opened.on)]


READ_MODELS = [ReadModel(OrganisationRow, _organisation_rows, "court-organisation")]
