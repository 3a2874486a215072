"""The page of the reconciliation: does everything agree, and what is open, since when, with whom."""

from __future__ import annotations

from collections import Counter

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhixing.funds.pages.overview import MONEY, accounting_court
from zhixing.funds.reconciling.comparing import compare, courts_with_money, newest
from zhixing.funds.reconciling.open_items import Kind, count, open_items
from zhixing.law.courts import COURTS_BY_CODE
from zhixing.law.texts import say
from zhixing.people.access import needs
from zhixing.record import clock


@needs(*MONEY)
def reconciliation_page(request: HttpRequest) -> HttpResponse:
    """The last comparisons, and the open items, `?kind=` one kind. POST by the accountant compares now."""
    today, own = clock.today(), accounting_court(request)
    if request.method == "POST":
        if not own:
            raise Http404("您没有财务职权")
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
            "kinds": [(kind.value, kind.label, count(kind), sums[kind]) for kind in Kind],
            "shown": shown,
            "items": [
                (each, COURTS_BY_CODE[each.court].name, each.age(today))
                for each in every
                if shown in ("", each.kind.value)
            ],
        },
    )
