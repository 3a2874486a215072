"""The renewal plan: which controls of the officer's courts must be renewed, the most pressing first."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhixing.assets.acts.control import Controlled, ControlReleased, ControlRenewed
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.questions.renewal import Urgency
from zhixing.assets.renewal_plan import plan
from zhixing.law.courts import COURTS
from zhixing.people.access import needs
from zhixing.record import clock
from zhixing.record.power import Power

STYLES = {Urgency.LAPSED: "late", Urgency.NOW: "soon", Urgency.SOON: "mine", Urgency.LATER: ""}
PAGE = 50


@needs(
    Power.OFFICER,
    Power.JUDGE,
    Power.CLERK,
    Power.DIRECTOR,
    Power.VICE_PRESIDENT,
    Power.PRESIDENT,
    Power.INSPECTOR,
)
def renewal_page(request: HttpRequest) -> HttpResponse:
    """The plan of today. `?court=` narrows it."""
    today = clock.today()
    asked = request.GET.get("court", "")
    court = asked if asked in {each.code for each in COURTS} else ""
    found = plan(today, court=court)
    page = Paginator(found.rows, PAGE).get_page(request.GET.get("page"))
    order = list(Urgency)
    return render(
        request,
        "assets/renewals.html",
        {
            "here": "controls",
            "today": today,
            "court": court,
            "counts": [(each.value, STYLES[each], found.counts[each]) for each in Urgency],
            "page": page,
            "rows": [
                (row, PropertyKind(row.kind).label, stands.value, STYLES[stands])
                for row in page
                for stands in [order[getattr(row, "rank", 0)]]
            ],
            "control": Controlled.tag(),  # a lapsed one cannot be renewed
            "renew": ControlRenewed.tag(),
            "release": ControlReleased.tag(),
        },
    )
