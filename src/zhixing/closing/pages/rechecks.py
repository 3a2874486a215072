"""The desk of half-yearly inquiries: what could not be sent and why, and what was sent and waits to be told to the applicant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhixing.assets.models import InquiryRow, NetworkRequest
from zhixing.assets.network.models import RequestState
from zhixing.assets.pages.network import WORKING
from zhixing.cases.models import CaseRow
from zhixing.closing.asking_again import due_rounds, unasked, why_not
from zhixing.law.texts import Text
from zhixing.people.access import needs
from zhixing.record import clock, door
from zhixing.record.models import DutyRow
from zhixing.record.power import Power

PAGE = 50
MOST_READ = 100  # dossiers of one court looked into for their reasons at once


@dataclass(frozen=True, slots=True)
class Left:
    """A round about which not all was asked: the half year's last day, and why."""

    dossier: int
    due: date
    late: bool
    reasons: Sequence[Text]


@dataclass(frozen=True, slots=True)
class Sent:
    """An inquiry that went out: how many requests wait, were answered, came to nothing; what the answers found."""

    dossier: int
    on: date
    waiting: int
    answered: int
    failed: int
    found: int


@needs(*WORKING, Power.INSPECTOR)
def rechecks(request: HttpRequest) -> HttpResponse:
    """What the platform asked again after rounds ended, and what it could not ask."""
    today = clock.today()
    rows = DutyRow.objects.filter(rule="tell-recheck-result", met_on=None, ended_on=None)
    page = Paginator(rows.order_by("-opened_on", "-dossier_id"), PAGE).get_page(request.GET.get("page"))
    numbers = list(due_rounds(today))
    left, sent = list(_left(numbers[:MOST_READ], today)), list(_sent(list(page)))
    shown = [each.dossier for each in left] + [each.dossier for each in sent]
    cases = dict(CaseRow.objects.filter(dossier_id__in=shown).values_list("dossier_id", "number"))
    return render(
        request,
        "closing/rechecks.html",
        {
            "here": "network",
            "day": today,
            "left": [(cases.get(each.dossier, ""), each) for each in left],
            "more": max(0, len(numbers) - MOST_READ),
            "sent": [(cases.get(each.dossier, ""), each) for each in sent],
            "page": page,
        },
    )


def _left(numbers: Sequence[int], today: date) -> Iterable[Left]:
    for dossier in door.read_many(numbers):
        missing = unasked(dossier, today)
        if missing is not None:
            yield Left(dossier.id, missing.due, missing.due < today, why_not(dossier, missing, today))


def _sent(rows: Sequence[DutyRow]) -> Iterable[Sent]:
    dossiers = {each.dossier_id for each in rows}
    states = Counter[tuple[int, int, str]](
        NetworkRequest.objects.filter(dossier_id__in=dossiers).values_list("dossier_id", "seq", "state")
    )
    found = Counter[tuple[int, date]]()
    told = InquiryRow.objects.filter(dossier_id__in=dossiers)
    for dossier, asked_on, things in told.values_list("dossier_id", "asked_on", "found"):
        found[dossier, asked_on] += things
    for row in rows:
        number, seq = row.dossier_id, row.opening_seq
        yield Sent(
            number,
            row.opened_on,
            states[number, seq, RequestState.QUEUED] + states[number, seq, RequestState.SENT],
            states[number, seq, RequestState.ANSWERED],
            states[number, seq, RequestState.SILENT] + states[number, seq, RequestState.REFUSED],
            found[number, row.opened_on],
        )
