"""The desk of the preservation centre: what must be ruled on, carried out, lifted, and by when; and how it did so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from zhixing.cases.models import CaseRow
from zhixing.law.answers import Found
from zhixing.law.preservation import within_hours
from zhixing.law.texts import Text, say
from zhixing.people.access import needs
from zhixing.preservation.acts import (
    PreservationApplied,
    ReleaseAsked,
)
from zhixing.preservation.figures import Figure, figures
from zhixing.record import clock, door
from zhixing.record.catalogue import installed
from zhixing.record.models import DutyRow
from zhixing.record.power import Power

PAGE = 50
AHEAD = timedelta(days=60)  # what falls due later is not shown yet
LIFT = ("preservation.lift-without-suit", "preservation.lift-without-enforcement")
LIFTED_IN = timedelta(days=5)
HOURS = ("preservation.rule-within-hours", "preservation.decide-urgent-release")
GROUPS = {
    "rule": (say("等待裁定"), ("rule-within-hours", "rule-within-five-days")),
    "carry-out": (say("等待执行"), ("carry-out-at-once", "carry-out")),
    "suit": (say("等待起诉、执行"), ("suit-to-follow", "enforcement-to-follow")),
    "lift": (
        say("应当解除"),
        ("lift-without-suit", "lift-without-enforcement", "lift-after-review", "lift-replaced"),
    ),
    "renew": (say("等待申请续行"), ("ask-for-renewal",)),
    "release": (say("解除申请"), ("decide-release", "decide-urgent-release")),
    "review": (say("复议"), ("review-in-ten-days",)),
    "change": (say("变更标的"), ("decide-substitution",)),
    "more": (say("追加担保"), ("more-security",)),
    "tell": (say("查询与通知"), ("search-and-tell", "tell-institution", "hand-over")),
}
SEEN_BY = (
    Power.FILING,
    Power.OFFICER,
    Power.JUDGE,
    Power.CLERK,
    Power.DIRECTOR,
    Power.VICE_PRESIDENT,
    Power.PRESIDENT,
    Power.INSPECTOR,
)
# Where on the page of a preservation a duty is done; the others are done on the page of its property.
PLACES: Mapping[str, str] = {
    "rule-within-hours": "rule",
    "rule-within-five-days": "rule",
    "more-security": "rule",
    "suit-to-follow": "after",
    "enforcement-to-follow": "after",
    "tell-institution": "after",
    "hand-over": "after",
    "decide-substitution": "request",
    "decide-release": "request",
    "decide-urgent-release": "request",
    "review-in-ten-days": "request",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A duty on the desk: the case, until when (to the hour where the law counts hours), and where it is done."""

    row: DutyRow
    case: str
    until: Text | None
    late: bool
    link: str


@needs(*SEEN_BY)
def preservation_desk(request: HttpRequest) -> HttpResponse:
    """What is open, the most pressing first; `?show=` one of the groups."""
    today, shown = clock.today(), request.GET.get("show", "")
    rows = _open(today)
    counts = [
        (name, label, rows.filter(rule__in=_named(rules)).count()) for name, (label, rules) in GROUPS.items()
    ]
    if shown in GROUPS:
        rows = rows.filter(rule__in=_named(GROUPS[shown][1]))
    page = Paginator(rows.order_by("due", "dossier_id"), PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "preservation/desk.html",
        {
            "here": "preservation",
            "today": today,
            "shown": shown,
            "counts": counts,
            "page": page,
            "lines": _lines(list(page), today),
            "figures": _figures(today),
        },
    )


def _named(rules: tuple[str, ...]) -> list[str]:
    return [f"preservation.{each}" for each in rules]


def _open(today: date) -> QuerySet[DutyRow]:
    ours = [rule.name for rule in installed().duties if rule.name.startswith("preservation.")]
    rows = DutyRow.objects.filter(
        rule__in=ours, met_on=None, ended_on=None
    )  # by its names an index finds them
    gone = Q(right=True, due__lt=today)  # a right whose days are over is nobody's work
    early = Q(rule__in=LIFT, due__gt=today + LIFTED_IN)  # suit may still follow
    return rows.exclude(gone).exclude(early).filter(Q(due=None) | Q(due__lte=today + AHEAD))


def _lines(rows: list[DutyRow], today: date) -> list[Line]:
    cases = dict(
        CaseRow.objects.filter(dossier_id__in=[row.dossier_id for row in rows]).values_list(
            "dossier_id", "number"
        )
    )
    timed = {each.id: each for each in door.read_many([row.dossier_id for row in rows if row.rule in HOURS])}
    found = []
    for row in rows:
        until = None
        entry = timed[row.dossier_id].at(row.opening_seq) if row.dossier_id in timed else None
        if entry is not None and isinstance(entry.act, PreservationApplied | ReleaseAsked):
            answer = within_hours(entry.on, entry.act.received_at)
            until = answer.because[0] if isinstance(answer, Found) else None
        late = row.due is not None and row.due < today
        found.append(Line(row, cases.get(row.dossier_id, ""), until, late, _link(row)))
    return found


def _link(row: DutyRow) -> str:
    place = PLACES.get(row.rule.removeprefix("preservation."))
    if place is None:
        return reverse("property", args=[row.dossier_id])
    there = f"request-{row.opening_seq}" if place == "request" else place
    return f"{reverse('case-preservation', args=[row.dossier_id])}#{there}"


def _figures(today: date) -> list[Figure]:
    """This year's, of the courts that are seen."""
    return figures(date(today.year, 1, 1), today)
