"""The record of a dossier that is no case: what may be done in it, what was done, what is due."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhixing.law.courts import COURTS_BY_CODE
from zhixing.web.pages.record_panels import panels
from zhixing.web.signed_in import as_of, dossier_of


def dossier_page(request: HttpRequest, number: int) -> HttpResponse:
    """The record of one dossier as of a day; a case has its own page."""
    whole = dossier_of(request, number)
    if whole.kind == "case":
        return redirect("case", number=number)
    day = as_of(request)

    return render(
        request,
        "web/dossier.html",
        {
            **panels(request, whole, day),
            "here": whole.kind,
            "court": COURTS_BY_CODE[whole.court].name_on(day),
        },
    )
