"""Pages of the property network: the desk with what could not be sent or is parked, and the institutions' quality."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from zhixing.assets.institutions import Institution
from zhixing.assets.models import NetworkAnswer, NetworkRequest
from zhixing.assets.network.models import AnswerPlace, RequestState
from zhixing.assets.network.quality import qualities
from zhixing.assets.network.settling import dismiss, judge_again
from zhixing.cases.models import CaseRow
from zhixing.law.courts import COURTS_BY_CODE
from zhixing.law.texts import say
from zhixing.people.access import needs, officer_of
from zhixing.record.power import Power

PAGE = 50
WORKING = (Power.OFFICER, Power.JUDGE, Power.CLERK, Power.DIRECTOR, Power.VICE_PRESIDENT, Power.PRESIDENT)


@needs(*WORKING, Power.INSPECTOR)
def network_desk(request: HttpRequest) -> HttpResponse:
    """What is under way and what is parked. POST judges a parked answer again (`again`) or dismisses it (`dismiss`, `why`)."""
    if request.method == "POST":
        return _settle(request)
    parked = NetworkAnswer.objects.filter(place=AnswerPlace.PARKED).select_related("request").order_by("pk")
    counted = Counter(NetworkRequest.objects.values_list("state", flat=True))
    page = Paginator(parked, PAGE).get_page(request.GET.get("page"))
    cases = _case_numbers([each.request_id for each in page if each.request_id])
    return render(
        request,
        "assets/network_desk.html",
        {
            "here": "network",
            "connected": bool(settings.ZHIXING_NETWORK),
            "states": [(label, counted[value]) for value, label in RequestState.choices],
            "troubles": _troubles(),
            "page": page,
            "rows": [
                (each, label_of(each.institution), cases.get(each.request_id or 0, "")) for each in page
            ],
        },
    )


def _case_numbers(requests: Sequence[int]) -> dict[int, str]:
    """Request → number of its case."""
    dossiers = dict(NetworkRequest.objects.filter(pk__in=requests).values_list("pk", "dossier_id"))
    numbers = dict(
        CaseRow.objects.filter(dossier_id__in=dossiers.values()).values_list("dossier_id", "number")
    )
    return {pk: numbers.get(dossier, "") for pk, dossier in dossiers.items()}


@dataclass(frozen=True, slots=True)
class Trouble:
    """What could not be sent for one reason: to whom, how many requests, waiting since when, and when it is tried again."""

    reason: str
    institutions: tuple[str, ...]
    requests: int
    since: datetime
    again: datetime


def _troubles() -> list[Trouble]:
    """By reason, the most requests first."""
    rows = (
        NetworkRequest.objects.filter(attempts__gt=0, state__in=(RequestState.QUEUED, RequestState.SENT))
        .values("error", "institution")
        .annotate(requests=Count("pk"), since=Min("queued_at"), again=Min("next_at"))
        .order_by("error", "institution")
    )
    found = []
    for reason, same in groupby(rows, key=lambda row: str(row["error"])):
        each = list(same)
        found.append(
            Trouble(
                reason,
                tuple(label_of(row["institution"]) for row in each),
                sum(row["requests"] for row in each),
                min(row["since"] for row in each),
                min(row["again"] for row in each),
            )
        )
    return sorted(found, key=lambda trouble: -trouble.requests)


@needs(*WORKING)
def _settle(request: HttpRequest) -> HttpResponse:
    number = request.POST.get("again") or request.POST.get("dismiss") or ""
    row = get_object_or_404(
        NetworkAnswer, pk=int(number) if number.isdecimal() else 0, place=AnswerPlace.PARKED
    )
    try:
        if "again" in request.POST:
            found = judge_again(row, officer_of(request).pk)
        else:
            found = dismiss(row, officer_of(request).pk, request.POST.get("why", ""))
    except ValueError as error:
        messages.error(request, str(error), "late")
        return redirect("network-desk")
    told = AnswerPlace(found.place).label + (f"：{found.reason}" if found.reason else "")
    messages.success(request, told, "done" if found.place != AnswerPlace.PARKED else "soon")
    return redirect("network-desk")


@needs(Power.DIRECTOR, Power.VICE_PRESIDENT, Power.PRESIDENT, Power.INSPECTOR)
def network_institutions(request: HttpRequest) -> HttpResponse:
    """For the command desk: how soon, how empty, how often contradicted each institution answers. `?court=` narrows it."""
    asked = request.GET.get("court", "")
    court = asked if asked in COURTS_BY_CODE else ""
    return render(
        request,
        "assets/network_institutions.html",
        {"here": "network", "court": court, "courts": COURTS_BY_CODE.values(), "rows": qualities(court)},
    )


def label_of(institution: str) -> str:
    """What an institution is called, by its name on the network."""
    found = next((each for each in Institution if each.value == institution), None)
    return found.label if found else str(say("未知单位"))
