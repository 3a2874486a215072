"""The case page: what was done, by whom, on what basis; what is owed and due; what can be done now, what not and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhixing.assets.questions.control import holds, secured_sum, worth
from zhixing.cases import questions as cases
from zhixing.cases.models import CaseRow
from zhixing.law.answers import Found
from zhixing.parties import questions as parties
from zhixing.people.access import may_open
from zhixing.people.powers import powers_anywhere
from zhixing.preservation.questions import in_preservation
from zhixing.record import clock
from zhixing.record.dossier import Dossier
from zhixing.web.pages.record_panels import names_in, panels
from zhixing.web.signed_in import as_of, dossier_of, officer_of


@dataclass(frozen=True, slots=True)
class Preserved:
    """Of a preservation: up to how much was ruled, None while nothing was; and how much is held, in fen."""

    ruled: int | None
    held: int


def _preserved(dossier: Dossier, day: date) -> Preserved | None:
    """What stands at the head of a preservation instead of a debt; None for enforcement."""
    if not in_preservation(dossier):
        return None
    held = [worth(dossier, each, day) or 0 for each in holds(dossier, day) if each.in_force(day)]
    return Preserved(secured_sum(dossier, day), sum(held))


def case_page(request: HttpRequest, number: int) -> HttpResponse:
    """One case as of a day."""
    whole = dossier_of(request, number)
    if whole.kind != "case":
        # The page of any other dossier bears the name of its kind; who may not open it reads the record itself.
        own = may_open(whole.kind, powers_anywhere(officer_of(request), clock.today()))
        return redirect(whole.kind if own else "dossier", number=number)
    day = as_of(request)
    dossier = whole.as_of(day)
    owed = cases.owed(dossier, day)
    found = owed.value if isinstance(owed, Found) else None
    return render(
        request,
        "web/case.html",
        {
            **panels(request, whole, day),
            "here": "cases",
            "row": CaseRow.objects.filter(dossier_id=number).first(),
            "title": cases.case_title(dossier, day),
            "stage": cases.stage(dossier, day),
            "owed": owed,
            "accrual": found,
            "claimed": cases.amount_claimed(dossier, day),
            "reached": cases.amount_reached(dossier, day),
            "claims": cases.claims(dossier, day),
            "limitation": cases.limitation(dossier, day),
            "handler": names_in(dossier).officers.get(cases.handler(dossier, day) or 0, "尚未分案"),
            "preserved": _preserved(dossier, day),
            "parties": parties.parties_of(dossier, None, day),
            "tab": request.GET.get("tab", "line"),
        },
    )
