"""The page of the reconciliation: does everything agree, and what is open, since when, with whom."""

from __future__ import annotations

from collections import Counter

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from zhixing.funds.pages.overview import MONEY, accounting_court
from zhixing.funds.reconciling.comparing import compare, courts_with_money, hand_over, newest
from zhixing.funds.reconciling.models import OpenBreak
from zhixing.funds.reconciling.open_items import Kind, count, open_items
from zhixing.law.courts import COURTS_BY_CODE
from zhixing.law.texts import say
from zhixing.people.access import needs
from zhixing.people.models import Officer, Post
from zhixing.record import clock
from zhixing.record.power import Power


@needs(*MONEY)
def reconciliation_page(request: HttpRequest) -> HttpResponse:
    """The last comparisons, and the open items, `?kind=` one kind. POST by the accountant compares now."""
    today, own = clock.today(), accounting_court(request)
    if request.method == "POST":
        if not own:
            raise Http404("您没有财务职权")
        if "break" in request.POST:
            return _handed_over(request, own)
        found = compare(own).found
        done = say("核对完毕：有 {many} 处不符", many=len(found)) if found else say("核对完毕：全部一致")
        messages.success(request, str(done), "late" if found else "done")
        return redirect("reconciliation")
    shown = request.GET.get("kind", "")
    every = open_items()
    sums: Counter[Kind] = Counter()
    for each in every:
        sums[each.kind] += each.amount
    return render(
        request,
        "funds/reconciliation.html",
        {
            "here": "funds",
            "day": today,
            "own": own,
            "compared": [(COURTS_BY_CODE[row.court].name, row) for row in newest(courts_with_money())],
            "breaks": _breaks(),
            "officers": _who_may_settle(own),
            "kinds": [(kind.value, kind.label, count(kind), sums[kind]) for kind in Kind],
            "shown": shown,
            "items": [
                (each, COURTS_BY_CODE[each.court].name, each.age(today))
                for each in every
                if shown in ("", each.kind.value)
            ],
        },
    )


def _breaks() -> list[tuple[OpenBreak, str, str, int]]:
    """What does not agree, the oldest first: with its court, its owner's name, its age in days."""
    rows = list(OpenBreak.objects.filter(gone_at=None).order_by("since", "pk"))
    names = dict(Officer.objects.filter(pk__in={row.owner for row in rows}).values_list("pk", "name"))
    now = clock.now()
    return [
        (row, COURTS_BY_CODE[row.court].name, names.get(row.owner or 0, ""), (now - row.since).days)
        for row in rows
    ]


def _who_may_settle(court: str) -> dict[int, str]:
    """The accountants and directors of the court, by name."""
    today = clock.today()
    wanted = [Power.ACCOUNTANT.value, Power.DIRECTOR.value]
    posts = Post.objects.filter(court=court, powers__overlap=wanted, since__lte=today)
    held = posts.filter(Q(until=None) | Q(until__gt=today), officer__is_active=True)
    return dict(held.order_by("officer_id").values_list("officer_id", "officer__name"))


def _handed_over(request: HttpRequest, court: str) -> HttpResponse:
    number, owner = request.POST["break"], request.POST.get("owner", "")
    rows = OpenBreak.objects.filter(court=court, gone_at=None)
    broken = get_object_or_404(rows, pk=number if number.isdecimal() else 0)
    names = _who_may_settle(court)
    if not owner.isdecimal() or int(owner) not in names:
        messages.error(request, str(say("请选择由谁查明")), "late")
    else:
        hand_over(broken, int(owner))
        messages.success(request, str(say("已交 {name} 查明", name=names[int(owner)])), "done")
    return redirect("reconciliation")
