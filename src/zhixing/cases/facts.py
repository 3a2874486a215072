"""What the rules of cases must know beyond the dossier: the next number, and the officers who may handle a case."""

from __future__ import annotations

from django.db import connection
from django.db.models import Q, Sum

from zhixing.cases import questions
from zhixing.cases.acts.assignment import Assigned, Reassigned
from zhixing.cases.acts.filing import ApplicantAccountGiven, Filed
from zhixing.cases.allocation import Candidate
from zhixing.cases.models import CaseRow, NumberCounter
from zhixing.law.case_numbers import FIRST_YEAR, CaseNumber
from zhixing.parties.identity import ACCOUNT
from zhixing.parties.models import PartyIdentity
from zhixing.people.models import Officer, Post
from zhixing.record.power import Power
from zhixing.record.rule import Asked


def case_number(asked: Asked) -> str:
    """The next number of this court, kind and year; a supplied one moves the counter past it. Pages get none.

    The counter is locked by the update, in the transaction of filing: a refusal rolls it back, so there are no gaps. Who only
    asks what stands against a filing, outside a transaction, gets no number and moves nothing.
    """
    act = asked.act
    if not isinstance(act, Filed):
        return ""
    number = questions.number_in(act.number)
    if act.number and not isinstance(number, CaseNumber):
        return act.number if number is None else number.normal
    if not connection.in_atomic_block:
        return act.number
    if number is None and asked.on.year < FIRST_YEAR:
        return ""  # none can be given: the guard on the number says so
    kind = number.type_code if number else questions.case_type(asked.dossier).value
    year = number.year if number else asked.on.year
    counter, _ = NumberCounter.objects.select_for_update().get_or_create(
        court=asked.dossier.court, type_code=kind, year=year
    )
    found = number or CaseNumber(year, asked.dossier.court, kind, counter.last + 1)
    if found.number > counter.last:
        counter.last = found.number
        counter.save(update_fields=["last"])
    return found.normal


def number_taken(asked: Asked) -> bool:
    """Whether another dossier of the court already bears the number that a filing supplies."""
    act = asked.act
    number = questions.number_in(act.number) if isinstance(act, Filed) else None
    if number is None:
        return False
    same = CaseRow.objects.filter(court=asked.dossier.court, number=number.normal)
    return same.exclude(dossier_id=asked.dossier.id).exists()


def account_known(asked: Asked) -> bool:
    """Whether the account an act names is kept with the party it names. Pages get no."""
    act = asked.act
    if not isinstance(act, ApplicantAccountGiven):
        return False
    accounts = PartyIdentity.objects.filter(paper=ACCOUNT, court=asked.dossier.court)
    return accounts.filter(pk=act.account, party_id=act.party).exists()


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
    open_cases = CaseRow.objects.filter(handler__in=names, closed_on=None)
    carried = dict(open_cases.values_list("handler").annotate(Sum("weight")))
    return tuple(Candidate(pk, names[pk], carried.get(pk, 0)) for pk in sorted(names))


def handler_name(asked: Asked) -> str:
    """The name of the officer an assignment names or draws; empty when there is none, which a guard refuses."""
    act = asked.act
    if not isinstance(act, Assigned | Reassigned):
        return ""
    officer = act.officer
    if officer is None:
        drawn = questions.drawn_for(asked.dossier, asked.on, _seed(act), candidates(asked))
        return drawn.chosen.name if drawn else ""
    return Officer.objects.filter(pk=officer).values_list("name", flat=True).first() or ""


def _seed(act: Assigned | Reassigned) -> str:
    return act.seed if isinstance(act, Assigned) else ""


LOADERS = {
    "case-number": case_number,
    "number-taken": number_taken,
    "account-known": account_known,
    "candidates": candidates,
    "handler-name": handler_name,
}
