"""The case list: search, filters, saved views. Row-level security decides which cases there are."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from zhixing.cases.models import CaseRow
from zhixing.law.case_numbers import search_key
from zhixing.law.courts import COURTS
from zhixing.parties.models import CaseParty
from zhixing.parties.search import find
from zhixing.people.models import Officer
from zhixing.record import clock
from zhixing.record.scope import EVERY_COURT
from zhixing.web.models import SavedView
from zhixing.web.signed_in import officer_of

PAGE = 50
STATES = (
    ("open", "未结"),
    ("closed", "已结"),
    ("paused", "中止或暂缓"),
    ("unassigned", "待分案"),
    ("late", "超过执行期限"),
)
SORTS = {
    "-filed": ("-filed_on", "-dossier_id"),
    "filed": ("filed_on", "dossier_id"),
    "limit": ("limit_on", "dossier_id"),
    "-amount": ("-amount_claimed", "dossier_id"),
}
KEPT = ("q", "state", "court", "type", "handler", "livelihood", "sort")


def case_list(request: HttpRequest) -> HttpResponse:
    """Cases that match `q` (number in any form, party, identity, cause) and the filters."""
    me = officer_of(request)
    if request.method == "POST":
        return _save_view(request, me)
    found = _filtered(request.GET, me)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    numbers = [row.dossier_id for row in page]
    names: dict[int, list[str]] = {}
    for each in CaseParty.objects.filter(dossier_id__in=numbers, current=True).select_related("party"):
        if each.role in ("applicant", "debtor"):
            names.setdefault(each.dossier_id, []).append(f"{each.party.name}（{each.get_role_display()}）")
    return render(
        request,
        "web/case_list.html",
        {
            "here": "cases",
            "page": page,
            "names": names,
            "states": STATES,
            "courts": {court.code: court.short for court in COURTS},
            "types": CaseRow.objects.order_by("type_code").values_list("type_code", flat=True).distinct(),
            "handlers": Officer.objects.filter(pk__in=CaseRow.objects.values("handler")).order_by("name"),
            "views": SavedView.objects.filter(officer=me).order_by("name"),
            "kept": urlencode({key: request.GET[key] for key in KEPT if request.GET.get(key)}),
        },
    )


def _save_view(request: HttpRequest, me: Officer) -> HttpResponse:
    name, query = request.POST.get("name", "").strip(), QueryDict(request.POST.get("query", ""))
    kept = urlencode({key: query[key] for key in KEPT if query.get(key)})
    if request.POST.get("delete", "").isdecimal():
        SavedView.objects.filter(officer=me, pk=int(request.POST["delete"])).delete()
    elif not name:
        messages.error(request, "请给这个视图起个名字", "late")
    else:
        SavedView.objects.update_or_create(officer=me, name=name[:40], defaults={"query": kept})
        messages.success(request, f"已存为视图“{name}”", "done")
    return redirect(f"{request.path}?{kept}")


def _filtered(asked: QueryDict, me: Officer) -> QuerySet[CaseRow]:
    found = CaseRow.objects.all()
    text = asked.get("q", "").strip()
    if text:
        found = found.filter(
            Q(number_key__contains=search_key(text))
            | Q(cause__icontains=text)
            | Q(dossier_id__in=find(text).values("dossier_id"))
        )
    today = clock.today()
    states = {
        "open": Q(closed_on=None, filed_on__isnull=False),
        "closed": Q(closed_on__isnull=False),
        "paused": ~Q(paused="") & Q(closed_on=None),
        "unassigned": Q(handler=None, filed_on__isnull=False, closed_on=None),
        "late": Q(closed_on=None, limit_on__lt=today),
        "new": Q(filed_on__gte=today - timedelta(days=7)),
    }
    state = str(asked.get("state", ""))
    if state in states:
        found = found.filter(states[state])
    if asked.get("court") in EVERY_COURT:
        found = found.filter(court=asked["court"])
    if asked.get("type"):
        found = found.filter(type_code=asked["type"])
    handler = asked.get("handler", "")
    if handler == "me":
        found = found.filter(handler=me.pk)
    elif handler.isdecimal():
        found = found.filter(handler=int(handler))
    if asked.get("livelihood"):
        found = found.exclude(livelihood="")
    return found.order_by(*SORTS.get(asked.get("sort", ""), SORTS["-filed"]))
