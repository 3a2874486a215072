"""What the rules of cases must know beyond the dossier: the next number, and the officers who may handle a case."""

from __future__ import annotations

from django.db.models import Count, Q

from zhixing.cases import questions
from zhixing.cases.acts.assignment import Assigned, Reassigned
from zhixing.cases.acts.filing import Filed
from zhixing.cases.allocation import CASE_WEIGHT, Candidate
from zhixing.cases.models import CaseRow, NumberCounter
from zhixing.law.case_numbers import CaseNumber, CaseNumberError, parse
from zhixing.people.models import Officer, Post
from zhixing.record.power import Power
from zhixing.record.rule import Asked


def case_number(asked: Asked) -> str:
    """The next number of this court, kind and year; a supplied one moves the counter past it. Pages get none.

    The counter is locked by the update, in the transaction of filing: a refusal rolls it back, so there are no gaps.
    """
    act = asked.act
    if not isinstance(act, Filed):
        return ""
    if act.number:
        return _supplied(act.number, asked)
    kind = questions.case_type(asked.dossier).value
    counter, _ = NumberCounter.objects.select_for_update().get_or_create(
        court=asked.dossier.court, type_code=kind, year=asked.on.year
    )
    counter.last += 1
    counter.save(update_fields=["last"])
    return CaseNumber(asked.on.year, asked.dossier.court, kind, counter.last).normal


def _supplied(text: str, asked: Asked) -> str:
    try:
        number = parse(text)
    except CaseNumberError:
        return text  # the guard refuses it, and says why
    if isinstance(number, CaseNumber):
        counter, _ = NumberCounter.objects.select_for_update().get_or_create(
            court=asked.dossier.court, type_code=number.type_code, year=number.year
        )
        if number.number > counter.last:
            counter.last = number.number
            counter.save(update_fields=["last"])
    return number.normal


def candidates(asked: Asked) -> tuple[Candidate, ...]:
    """The officers of the court who may handle cases that day, each with the weight of their open cases. Pages get none."""
    if asked.act is None:
        return ()
    able = Post.objects.filter(
        Q(until=None) | Q(until__gt=asked.on),
        court=asked.dossier.court,
        since__lte=asked.on,
        officer__is_active=True,
        powers__overlap=[Power.OFFICER.value, Power.JUDGE.value],
    )
    names = dict(able.values_list("officer_id", "officer__name"))
    load = CaseRow.objects.filter(handler__in=names, closed_on=None).values("handler").annotate(n=Count("id"))
    weights = {row["handler"]: row["n"] * CASE_WEIGHT for row in load}
    return tuple(Candidate(pk, names[pk], weights.get(pk, 0)) for pk in sorted(names))


def handler_name(asked: Asked) -> str:
    """The name of the officer an assignment names; empty when there is no such officer, which a guard refuses."""
    act = asked.act
    if not isinstance(act, Assigned | Reassigned):
        return ""
    return Officer.objects.filter(pk=act.officer).values_list("name", flat=True).first() or ""


LOADERS = {"case-number": case_number, "candidates": candidates, "handler-name": handler_name}
