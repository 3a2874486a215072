"""My desk: what is overdue, due today, coming, without a day yet; what waits for my approval; what came back; what is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhixing.cases.models import CaseRow
from zhixing.people.models import Notice, Officer
from zhixing.people.powers import powers_by_court
from zhixing.record import clock
from zhixing.record.catalogue import installed
from zhixing.record.models import DossierHead, DutyRow, ProposalRow
from zhixing.record.power import Power
from zhixing.web.pages.notices_page import numbers_of
from zhixing.web.signed_in import officer_of

# Duties of these powers belong to the one who handles the case; all others to whoever holds the power in the court.
OF_THE_CASE = (Power.OFFICER.value, Power.JUDGE.value, Power.CLERK.value, Power.PANEL.value)
SHOWN = 200
NEWS = 5  # notices on the desk; the rest is a click away


@dataclass(frozen=True, slots=True)
class Tile:
    """A count that opens its list."""

    key: str
    label: str
    count: int
    meaning: str


def desk(request: HttpRequest) -> HttpResponse:
    """The signed-in officer's day. `?show=` opens one of the lists."""
    me, today = officer_of(request), clock.today()
    show = request.GET.get("show", "")
    next_week = today + timedelta(days=7)
    mine = _my_duties(me, today).filter(Q(due__lte=next_week) | Q(due=None), suspended=False)
    lists = {
        "overdue": Q(due__lt=today, right=False),
        "today": Q(due=today),
        "week": Q(due__gt=today),
        "undated": Q(due=None, right=False),
    }
    due = mine.aggregate(**{key: Count("pk", filter=each) for key, each in lists.items()})
    approvals, returned = _to_approve(me, today), ProposalRow.objects.filter(by_id=me.pk, returned=True)
    new = CaseRow.objects.filter(
        handler=me.pk, closed_on=None, assigned_on__gte=today - timedelta(days=7)
    ).order_by("-assigned_on")
    tiles = (
        Tile("overdue", "已逾期", due["overdue"], "late"),
        Tile("today", "今天到期", due["today"], "soon"),
        Tile("week", "七日内", due["week"], ""),
        Tile("undated", "期限未定", due["undated"], ""),
        Tile("approve", "待我审批", approvals.count(), "mine"),
        Tile("returned", "退回给我", returned.count(), "soon"),
        Tile("new", "新收案件", new.count(), "mine"),
    )
    if show not in {tile.key for tile in tiles}:
        show = next((tile.key for tile in tiles if tile.count), "week")
    duties = (mine.filter(lists[show]) if show in lists else mine.none()).order_by("due", "dossier_id")[
        :SHOWN
    ]
    proposals = {"approve": approvals, "returned": returned}.get(show, approvals.none()).order_by("on", "id")[
        :SHOWN
    ]
    notices = list(Notice.objects.filter(officer=me, read_at=None).order_by("-at")[:NEWS])
    shown_cases = [row.dossier_id for rows in (duties, proposals) for row in rows]
    return render(
        request,
        "web/desk.html",
        {
            "here": "desk",
            "tiles": tiles,
            "show": show,
            "duties": duties,
            "proposals": proposals,
            "new_cases": new[:SHOWN] if show == "new" else (),
            "cases": {row.dossier_id: row for row in CaseRow.objects.filter(dossier_id__in=shown_cases)},
            "others": _other_dossiers(shown_cases),
            "notices": notices,
            "notice_numbers": numbers_of(notices),
        },
    )


def _other_dossiers(numbers: Sequence[int]) -> dict[int, str]:
    """What those of the dossiers are called that are no cases."""
    kinds = DossierHead.objects.filter(pk__in=numbers).exclude(kind="case").values_list("pk", "kind")
    return {number: installed().dossier_label(kind) for number, kind in kinds}


def _my_duties(me: Officer, today: date) -> QuerySet[DutyRow]:
    # Their numbers are asked first: beside "or", PostgreSQL uses an index only for what stands in the statement.
    cases = CaseRow.objects.filter(handler=me.pk).values_list("dossier_id", flat=True)
    mine = Q(holder__in=OF_THE_CASE, dossier_id__in=list(cases))
    for court, powers in powers_by_court(me, today).items():
        held = [power.value for power in powers if power.value not in OF_THE_CASE]
        mine |= Q(court=court, holder__in=held)
    return DutyRow.objects.filter(mine, met_on=None, ended_on=None)


def _to_approve(me: Officer, today: date) -> QuerySet[ProposalRow]:
    mine = Q(pk=None)
    for court, powers in powers_by_court(me, today).items():
        mine |= Q(court=court, approver__in=[power.value for power in powers])
    return ProposalRow.objects.filter(mine, returned=False).exclude(by_id=me.pk)
