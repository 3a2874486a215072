"""Read models of aid: the courts' funds, their budgets, and applications. None names a person; the register does."""

from __future__ import annotations

from datetime import date

from django.db import models

from zhixing.funds.aid.acts.application import AidFiled, AidGranted, AidHandedOver, AidRefused
from zhixing.funds.aid.acts.case import AidOutcome
from zhixing.funds.aid.acts.fund import AidFundOpened
from zhixing.funds.aid.questions.application import (
    aid_number,
    application,
    drawn,
    enforcement_number,
    granted,
    outcome,
    paid,
    stage,
)
from zhixing.funds.aid.questions.fund import budgets
from zhixing.record.dossier import Dossier
from zhixing.record.many_rows import unsaved
from zhixing.record.read_model import ReadModel


class AidFundRow(models.Model):
    """Read model of the courts' aid funds; one for each court."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="aid_fund_rows")
    court = models.CharField(max_length=8)
    account = models.BigIntegerField()  # the bank account its money lies in
    opened_on = models.DateField()

    class Meta:
        db_table = "funds_aid_fund"
        constraints = [models.UniqueConstraint(fields=["court"], name="aid_fund_once_a_court")]


class AidBudgetRow(models.Model):
    """Read model of a fund's budget of a year, in fen."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="aid_budget_rows")
    court = models.CharField(max_length=8)
    year = models.IntegerField()
    amount = models.BigIntegerField()

    class Meta:
        db_table = "funds_aid_budget"


class AidRow(models.Model):
    """Read model of applications for aid; what has not happened yet is empty. Sums in fen; rows hold dates, never "today"."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="aid_rows")
    court = models.CharField(max_length=8)
    number = models.CharField(max_length=60, blank=True)
    case = models.BigIntegerField()  # the enforcement case
    case_number = models.CharField(max_length=60)
    person = models.BigIntegerField()
    ground = models.CharField(max_length=20)
    urgent = models.BooleanField()
    asked = models.BigIntegerField()
    stage = models.CharField(max_length=20)
    applied_on = models.DateField()
    filed_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    outcome = models.CharField(max_length=20, blank=True)
    source = models.CharField(max_length=20, blank=True)
    amount = models.BigIntegerField(default=0)  # decided
    drawn = models.BigIntegerField(default=0)  # taken out of the fund
    paid = models.BigIntegerField(default=0)
    ended_on = models.DateField(null=True)

    class Meta:
        db_table = "funds_aid"
        constraints = [
            models.UniqueConstraint(
                fields=["court", "number"], condition=~models.Q(number=""), name="aid_number_once"
            )
        ]
        indexes = [
            models.Index(fields=["case", "person"], name="aid_of_person"),
            models.Index(fields=["court", "stage"], name="aid_by_stage"),
            models.Index(fields=["court", "decided_on"], name="aid_decided"),
        ]


def _funds(dossier: Dossier) -> list[models.Model]:
    opened = dossier.first(AidFundOpened)
    if opened is None:
        return []
    own = {"dossier_id": dossier.id, "court": dossier.court}
    return [unsaved(AidFundRow, **own, account=opened.act.account, opened_on=opened.on)]


def _budgets(dossier: Dossier) -> list[models.Model]:
    return [
        unsaved(AidBudgetRow, dossier_id=dossier.id, court=dossier.court, year=year, amount=amount)
        for year, amount in sorted(budgets(dossier, date.max).items())
    ]


def _aids(dossier: Dossier) -> list[models.Model]:
    last = date.max
    applied, filed = application(dossier), dossier.first(AidFiled)
    ending, given, handed = outcome(dossier, last), granted(dossier, last), dossier.first(AidHandedOver)
    ended = ending if ending is not None and given is None else handed
    return [
        unsaved(
            AidRow,
            dossier_id=dossier.id,
            court=dossier.court,
            number=aid_number(dossier, last),
            case=applied.act.case,
            case_number=enforcement_number(dossier),
            person=applied.act.applicant,
            ground=applied.act.ground.value,
            urgent=applied.act.urgent,
            asked=applied.act.asked,
            stage=stage(dossier, last).value,
            applied_on=applied.on,
            filed_on=filed.on if filed else None,
            decided_on=ending.on if ending else None,
            outcome=_outcome(dossier),
            source=given.act.source.value if given else "",
            amount=given.act.amount if given else 0,
            drawn=drawn(dossier, last),
            paid=paid(dossier, last),
            ended_on=ended.on if ended else None,
        )
    ]


def _outcome(dossier: Dossier) -> str:
    ending = outcome(dossier, date.max)
    if ending is None:
        return ""
    if isinstance(ending.act, AidGranted):
        return str(AidOutcome.GRANTED.value)
    refused = isinstance(ending.act, AidRefused)
    return str((AidOutcome.REFUSED if refused else AidOutcome.WITHDRAWN).value)


READ_MODELS = [
    ReadModel(AidFundRow, _funds, "aid-fund"),
    ReadModel(AidBudgetRow, _budgets, "aid-fund"),
    ReadModel(AidRow, _aids, "aid"),
]
