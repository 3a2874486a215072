"""Read model of cases, for lists, search and figures; and the counter that makes numbers without gaps."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from zhixing.cases import questions
from zhixing.cases.acts.assignment import Assigned, Reassigned
from zhixing.cases.acts.filing import ApplicationReceived
from zhixing.cases.allocation import case_weight
from zhixing.law.answers import Found
from zhixing.law.case_numbers import CaseNumber, search_key
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.many_rows import unsaved
from zhixing.record.read_model import ReadModel

__all__ = ["READ_MODELS", "CaseRow", "NumberCounter"]


class NumberCounter(models.Model):
    """The last number given to a kind of case in a court and year. Locked while a case is filed; a refusal gives it back."""

    court = models.CharField(max_length=8)
    type_code = models.CharField(max_length=8)
    year = models.IntegerField()
    last = models.IntegerField(default=0)

    class Meta:
        db_table = "cases_number_counter"
        constraints = [models.UniqueConstraint(fields=["court", "type_code", "year"], name="counter_once")]


OPEN = models.Q(closed_on=None)


class CaseRow(models.Model):
    """A case as lists show it. Rows hold dates, never "today"."""

    dossier = models.ForeignKey("record.DossierHead", models.CASCADE, related_name="case_rows")
    court = models.CharField(max_length=8)
    number = models.CharField(max_length=60, blank=True)
    number_key = models.CharField(max_length=60, blank=True)
    type_code = models.CharField(max_length=8)
    year = models.IntegerField(null=True)
    serial = models.IntegerField(null=True)
    cause = models.CharField(max_length=120)
    livelihood = models.CharField(max_length=20, blank=True)
    stage = models.CharField(max_length=40)
    received_on = models.DateField()
    filed_on = models.DateField(null=True)
    assigned_on = models.DateField(null=True)
    handler = models.BigIntegerField(null=True)
    handler_name = models.CharField(max_length=40, blank=True)
    amount_claimed = models.BigIntegerField()
    amount_reached = models.BigIntegerField()
    limit_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    closing_way = models.CharField(max_length=40, blank=True)
    paused = models.CharField(max_length=10, blank=True)
    paused_until = models.DateField(
        null=True
    )  # the last day of a stay; none for what rests until it is resumed
    weight = models.IntegerField(default=0)
    first_case = models.BigIntegerField(null=True)  # the dossier of the case this one resumes

    class Meta:
        db_table = "cases_case"
        constraints = [
            models.UniqueConstraint(
                fields=["court", "number"], condition=~models.Q(number=""), name="number_once"
            )
        ]
        indexes = [
            # What the list is sorted by, for one court and for a district, so that its first page reads fifty rows.
            models.Index(fields=["court", "-filed_on", "-dossier"], name="case_newest_of_court"),
            models.Index(fields=["-filed_on", "-dossier"], name="case_newest"),
            models.Index(
                fields=["court", "limit_on", "dossier"], condition=OPEN, name="case_open_by_limit_of_court"
            ),
            models.Index(fields=["limit_on", "dossier"], condition=OPEN, name="case_open_by_limit"),
            models.Index(fields=["handler", "closed_on"], name="case_of_handler"),
            GinIndex(fields=["number_key"], opclasses=["gin_trgm_ops"], name="case_number_key"),
            models.Index(fields=["cause"], name="case_of_cause"),
        ]


def _rows(dossier: Dossier) -> list[models.Model]:
    if dossier.kind != "case" or dossier.first(ApplicationReceived) is None:
        return []
    return [_row(dossier)]


def _row(dossier: Dossier) -> CaseRow:
    last = dossier.entries[-1].on
    number = questions.case_number(dossier, last)
    read = questions.number_in(number)
    flagged = questions.livelihood(dossier, last)
    ended, limit = questions.closed(dossier, last), questions.limit(dossier)
    resting = None if ended else questions.paused(dossier, last)
    assigned = dossier.of(Assigned, Reassigned)
    received = dossier.first(ApplicationReceived)
    return unsaved(
        CaseRow,
        dossier_id=dossier.id,
        court=dossier.court,
        number=number,
        number_key=search_key(number) if number else "",
        type_code=questions.case_type(dossier).value,
        year=read.year if read else None,
        serial=read.number if isinstance(read, CaseNumber) else None,
        cause=questions.cause(dossier)[:120],
        livelihood=flagged.category.value if flagged else "",
        stage=questions.stage(dossier, last),
        received_on=dossier.entries[0].on,
        filed_on=questions.filed_on(dossier, last),
        assigned_on=assigned[-1].on if assigned else None,
        handler=questions.handler(dossier, last),
        handler_name=assigned[-1].fact("handler-name", str) if assigned else "",
        amount_claimed=questions.amount_claimed(dossier, last),
        amount_reached=questions.amount_reached(dossier, last),
        limit_on=limit.value.day if isinstance(limit, Found) else None,
        closed_on=ended.on if ended else None,
        closing_way=_way(dossier, last),
        paused=resting.label if resting else "",
        paused_until=resting.until - timedelta(days=1) if resting and resting.until else None,
        weight=case_weight(dossier, last),
        first_case=received.act.first_case if received else None,
    )


def _way(dossier: Dossier, on: date) -> str:
    ended = questions.closed(dossier, on)
    if ended is None:
        return ""
    return installed().rule(type(ended.act)).label


READ_MODELS = [ReadModel(CaseRow, _rows, "case")]
