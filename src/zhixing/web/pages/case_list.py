"""The case list: search, filters, saved views. Row-level security decides which cases there are."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from zhixing.law.case_types import ENFORCEMENT_TYPES
from zhixing.law.courts import COURTS
from zhixing.law.texts import say
from zhixing.people.models import Officer
from zhixing.people.powers import courts_seen
from zhixing.record import clock
from zhixing.web.case_filter import filtered, kept, party_names
from zhixing.web.models import SavedView
from zhixing.web.signed_in import officer_of

PAGE = 50
MOST_COUNTED = 10_000
STATES = (
    ("open", "未结"),
    ("closed", "已结"),
    ("paused", "中止或暂缓"),
    ("unassigned", "待分案"),
    ("late", "超过执行期限"),
)


def case_list(request: HttpRequest) -> HttpResponse:
    """Cases that match `q` (number in any form, party, identity, cause) and the filters."""
    me = officer_of(request)
    if request.method == "POST":
        return _save_view(request, me)
    seen = courts_seen(me, clock.today())
    # Counted only so far as anyone leafs: what lies beyond is found by filtering.
    page = Paginator(filtered(request.GET, me)[:MOST_COUNTED], PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "web/case_list.html",
        {
            "here": "cases",
            "page": page,
            "names": party_names([row.dossier_id for row in page]),
            "states": STATES,
            "courts": {court.code: court.short for court in COURTS if court.code in seen},
            "most": MOST_COUNTED,
            "types": ENFORCEMENT_TYPES,
            "handlers": Officer.objects.filter(posts__court__in=seen).order_by("name").distinct(),
            "views": SavedView.objects.filter(officer=me).order_by("name"),
            "kept": kept(request.GET),
        },
    )


def _save_view(request: HttpRequest, me: Officer) -> HttpResponse:
    name, query = request.POST.get("name", "").strip(), kept(QueryDict(request.POST.get("query", "")))
    if request.POST.get("delete", "").isdecimal():
        SavedView.objects.filter(officer=me, pk=int(request.POST["delete"])).delete()
    elif not name:
        messages.error(request, str(say("请给这个视图起个名字")), "late")
    else:
        SavedView.objects.update_or_create(officer=me, name=name[:40], defaults={"query": query})
        messages.success(request, str(say("已存为视图“{name}”", name=name)), "done")
    return redirect(f"{request.path}?{query}")
