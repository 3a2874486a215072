"""Giving measures out: all that nobody answers for yet, with what the plan suggests, in one form."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhixing.law.courts import COURTS_BY_CODE
from zhixing.law.texts import say
from zhixing.plan.acts.carrying_out import MeasureAssigned, TaskSet
from zhixing.plan.assigning import Proposal, assign, proposals, staff_of
from zhixing.plan.pages.may import acting, may_direct
from zhixing.plan.pages.wall import dossier_of
from zhixing.record import clock, door
from zhixing.record.dossier import Dossier
from zhixing.record.rule import Refusal


def assign_page(request: HttpRequest, number: int) -> HttpResponse:
    """GET shows the form; POST enters what is ticked, all or none."""
    dossier = dossier_of(request, number)
    if not may_direct(request, dossier):
        raise PermissionDenied(str(say("落实责任由本院院领导、执行局局长或上级法院办理")))
    found = proposals(dossier, clock.today())
    if request.method != "POST":
        return _page(request, dossier, found, (), {}, 200)
    given, wrong = _given(request, found)
    if wrong or not given:
        missing = wrong or {0: str(say("没有勾选任何措施"))}
        return _page(request, dossier, found, (), missing, 422)
    try:
        count = assign(dossier, given, acting(request, dossier.court), clock.today())
    except door.Refused as error:
        return _page(request, dossier, found, error.refusals, {}, 422)
    except door.Stale as error:
        return _page(request, dossier, found, (), {0: str(error)}, 409)
    messages.success(request, str(say("已落实 {count} 项措施的责任，并下达任务", count=count)), "done")
    return redirect("plan", number=number)


def _given(
    request: HttpRequest, found: Sequence[Proposal]
) -> tuple[list[tuple[MeasureAssigned, Sequence[TaskSet]]], dict[int, str]]:
    given: list[tuple[MeasureAssigned, Sequence[TaskSet]]] = []
    wrong: dict[int, str] = {}
    for each in found:
        no = each.measure.no
        if f"take-{no}" not in request.POST:
            continue
        leader, owner = request.POST.get(f"leader-{no}", ""), request.POST.get(f"owner-{no}", "")
        if not (leader.isdecimal() and owner.isdecimal()):
            wrong[no] = str(say("第 {no} 项没有选择分管领导或责任人", no=no))
            continue
        act = MeasureAssigned(
            measure=no,
            department=request.POST.get(f"department-{no}", ""),
            with_departments=each.with_departments,
            leader=int(leader),
            owner=int(owner),
        )
        given.append((act, each.tasks))
    return given, wrong


def _page(
    request: HttpRequest,
    dossier: Dossier,
    found: Sequence[Proposal],
    refused: Sequence[Refusal],
    wrong: dict[int, str],
    status: int,
) -> HttpResponse:
    today = clock.today()
    return render(
        request,
        "plan/assign.html",
        {
            "here": "plan",
            "dossier": dossier,
            "court": COURTS_BY_CODE[dossier.court].name_on(today),
            "proposals": found,
            "staff": staff_of(dossier.court, today),
            "refused": refused,
            "wrong": wrong,
            "day": today,
        },
        status=status,
    )
