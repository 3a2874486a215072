"""The progress report as of any day: a page to read and the same page as PDF."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from zhixing.documents.printing import CannotPrint, Printed, in_chinese, print_page
from zhixing.law.courts import COURTS_BY_CODE
from zhixing.law.paper_words import paper_date
from zhixing.plan import questions
from zhixing.plan.gathered import district, officer_names
from zhixing.plan.pages.wall import counts, day_of, dossier_of, grouped, plan_of, rows_of
from zhixing.record.dossier import Dossier

Told = dict[str, object]


def report_page(request: HttpRequest, number: int) -> HttpResponse:
    """The progress report as a page."""
    dossier = dossier_of(request, number)
    return render(request, "plan/report.html", {"here": "plan", **told(dossier, day_of(request))})


def report_pdf(request: HttpRequest, number: int) -> HttpResponse:
    """The progress report as PDF; a page that says what is missing where the machine cannot print."""
    dossier = dossier_of(request, number)
    day = day_of(request)
    try:
        printed = paper(dossier, day)
    except CannotPrint as error:
        return HttpResponse(str(error), status=503, content_type="text/plain; charset=utf-8")
    name = quote(_("方案落实情况报告") + f"-{day}.pdf")
    return HttpResponse(
        printed.content,
        content_type="application/pdf",
        headers={"Content-Disposition": f"inline; filename*=UTF-8''{name}"},
    )


def paper(dossier: Dossier, day: date) -> Printed:
    """The progress report as PDF. Raises CannotPrint."""
    return print_page(in_chinese("plan/report_paper.html", told(dossier, day)))


def told(dossier: Dossier, day: date) -> Told:
    """What the report says as of a day."""
    plan = plan_of(dossier, day)
    courts = district(dossier, day)
    rows = rows_of(plan, courts, day)
    return {
        "dossier": dossier,
        "plan": plan,
        "day": day,
        "dated": paper_date(day),
        "court": COURTS_BY_CODE[dossier.court].name_on(day),
        "issuer": questions.is_issuer(dossier),
        "stage": questions.stage_on(plan, day),
        "courts": courts,
        "groups": grouped(rows),
        "counts": counts(rows),
        "names": officer_names(courts),
        "overdue": [(each, row) for each in courts for row in rows if each.measures[row.measure.no].overdue],
        "findings": [(each, finding) for each in courts for finding in questions.findings(each.dossier, day)],
        "escalations": [(each, one) for each in courts for one in questions.escalations(each.dossier, day)],
    }
