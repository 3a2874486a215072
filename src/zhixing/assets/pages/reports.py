"""Pages of property reports: of one case, each order, its answer, what contradicts it, what may follow; and the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhixing.assets.acts.declaration import DeclarationVerified
from zhixing.assets.models import ReportRow
from zhixing.assets.pages.opening import case_of
from zhixing.assets.questions.contradictions import Contradiction, contradictions
from zhixing.assets.questions.investigation import clues, investigations
from zhixing.assets.questions.report_faults import SANCTIONS, faults
from zhixing.assets.questions.reporting import Reporting, ReportStanding, reportings
from zhixing.cases.questions import case_title
from zhixing.parties.models import Party
from zhixing.record import clock
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry

STYLE = {
    ReportStanding.NOT_SERVED: "soon",
    ReportStanding.RUNNING: "mine",
    ReportStanding.IN_TIME: "done",
    ReportStanding.LATE: "late",
    ReportStanding.NOT_REPORTED: "late",
}
PAGE = 50


@dataclass(frozen=True, slots=True)
class Source:
    """An entry as the page names it."""

    seq: int
    label: str
    on: date


@dataclass(frozen=True, slots=True)
class Against:
    """A contradiction with both its sources."""

    one: Contradiction
    declared: Source
    found: Source


@dataclass(frozen=True, slots=True)
class Order:
    """An order to one debtor as the page shows it."""

    one: Reporting
    name: str
    standing: str
    style: str


def report_page(request: HttpRequest, number: int) -> HttpResponse:
    """One case: orders and reports, contradictions, breaches and what the law then allows, clues and investigations."""
    dossier, today = case_of(request, number), clock.today()
    found = faults(dossier, today)
    return render(
        request,
        "assets/report.html",
        {
            **panel(dossier, today),
            "here": "cases",
            "title": case_title(dossier, today),
            "faults": [(each, _names([each.debtor]).get(each.debtor, "")) for each in found],
            "sanctions": SANCTIONS if found else (),
            "clues": clues(dossier, today),
            "investigations": [_source(each) for each in investigations(dossier, today)],
            "review": DeclarationVerified.tag(),
        },
    )


def panel(dossier: Dossier, day: date) -> dict[str, object]:
    """Orders and contradictions of a case as of a day, for its page and for the panel on the case page."""
    orders = reportings(dossier, day)
    names = _names([each.debtor for each in orders])
    return {
        "dossier": dossier,
        "day": day,
        "orders": [
            Order(each, names.get(each.debtor, ""), each.standing(day).value, STYLE[each.standing(day)])
            for each in orders
        ],
        "against": [
            Against(each, _source(each.declared), _source(each.found))
            for each in contradictions(dossier, day)
        ],
    }


def _names(parties: Sequence[int]) -> dict[int, str]:
    return dict(Party.objects.filter(pk__in=parties).values_list("pk", "name"))


def _source(entry: Entry[Act]) -> Source:
    return Source(entry.seq, installed().rule(type(entry.act)).label, entry.on)


def report_list(request: HttpRequest) -> HttpResponse:
    """The debtors of open cases whose reports are contradicted and not reviewed, then those whose reports are missing."""
    today = clock.today()
    contradicted = Q(contradictions__gt=0, verified_on=None)
    missing = Q(declared_on=None, last_day__lt=today)
    still_open = ReportRow.objects.filter(contradicted | missing, dossier__case_rows__closed_on=None)
    shown = still_open.order_by("-contradictions", "-last_day", "dossier_id")
    page = Paginator(shown, PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "assets/report_list.html",
        {
            "here": "desk",
            "rows": list(page),
            "page": page,
            "names": _names([each.debtor for each in page]),
            "day": today,
        },
    )
