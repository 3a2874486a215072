"""Two pages: the proof of termination, condition by condition; and resumption, which opens the new case from the first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhixing.cases import questions as cases
from zhixing.cases.models import CaseRow
from zhixing.closing import questions
from zhixing.closing.acts import ResumptionGround, TerminationChecked
from zhixing.closing.questions import Condition, State
from zhixing.people.looks import looked
from zhixing.people.models import Officer
from zhixing.people.powers import actor
from zhixing.people.strength import is_strong
from zhixing.record import clock, door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Actor, Dossier

STYLE = {State.MET: "done", State.CERTIFIED: "mine", State.UNRECORDED: "soon", State.MISSING: "late"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """An entry that proves a condition, and what its act is called."""

    seq: int
    label: str
    on: date


@dataclass(frozen=True, slots=True)
class Line:
    """One condition as the page shows it."""

    condition: Condition
    style: str
    evidence: tuple[Evidence, ...]


def termination_proof(request: HttpRequest, number: int) -> HttpResponse:
    """Every condition of terminating the round as of a day: its evidence, or what is missing and how to mend it."""
    dossier, day = _dossier(request, number), _day(request)
    lines = [_line(condition) for condition in questions.proof(dossier, day)]
    counted = Counter(line.condition.state for line in lines)
    return render(
        request,
        "closing/proof.html",
        {
            "here": "cases",
            "dossier": dossier,
            "day": day,
            "title": cases.case_title(dossier, day),
            "lines": lines,
            "counts": [(state.value, STYLE[state], counted[state]) for state in State],
            "proven": all(line.condition.passes for line in lines),
            "ending": questions.closing(dossier, day),
            "tag": TerminationChecked.tag(),
            "may_check": day == clock.today() and questions.closing(dossier, day) is None,
        },
    )


def _line(condition: Condition) -> Line:
    evidence = tuple(
        Evidence(entry.seq, installed().rule(type(entry.act)).label, entry.on) for entry in condition.evidence
    )
    return Line(condition, STYLE[condition.state], evidence)


def resumption(request: HttpRequest, number: int) -> HttpResponse:
    """GET shows the linked cases and, for an ended case, what a new one would take over; POST opens the new case."""
    dossier = _dossier(request, number)
    if request.method == "POST":
        return _open(request, dossier)
    return _show(request, dossier, (), 200)


def _show(request: HttpRequest, dossier: Dossier, refused: tuple[object, ...], status: int) -> HttpResponse:
    today = clock.today()
    ending = questions.closing(dossier, today)
    fitting = [
        ground for ground in ResumptionGround if questions.against_resumption(dossier, today, ground) is None
    ]
    carried = questions.carried_over(dossier, today) if fitting else []
    waiting = questions.application(dossier, today)
    return render(
        request,
        "closing/resumption.html",
        {
            "here": "cases",
            "dossier": dossier,
            "day": today,
            "title": cases.case_title(dossier, today),
            "ending": ending,
            "linked": CaseRow.objects.filter(dossier__in=questions.linked_cases(dossier, today)),
            "first": questions.first_case(dossier),
            "grounds": [(str(ground.value), ground.label) for ground in fitting],
            "asked": waiting.act.ground.value if waiting else "",
            "waiting": waiting,
            "carried": _counted(carried),
            "refused": refused,
        },
        status=status,
    )


def _counted(carried: list[Act]) -> list[tuple[str, int]]:
    counted = Counter(installed().rule(type(act)).label for act in carried)
    return list(counted.items())


def _open(request: HttpRequest, first: Dossier) -> HttpResponse:
    today = clock.today()
    ground = next((each for each in ResumptionGround if each.value == request.POST.get("ground")), None)
    if ground is None:
        messages.error(request, "请选择恢复事由", "late")
        return _show(request, first, (), 422)
    opening = questions.opening(first, today, ground, basis=request.POST.get("basis", "").strip())
    me = _acting(request, first.court)
    acts = (opening, *questions.carried_over(first, today))
    try:
        number, _ = door.open_dossier(first.court, [door.Step(act=act, by=me, on=today) for act in acts])
    except door.Refused as error:
        return _show(request, first, error.refusals, 422)
    messages.success(request, "已另立恢复执行案件，请核对后立案", "done")
    return redirect("case", number=number)


def _acting(request: HttpRequest, court: str) -> Actor:
    if not isinstance(request.user, Officer):
        raise PermissionDenied("请先登录")
    return actor(request.user, court, clock.today(), strong=is_strong(request))


def _dossier(request: HttpRequest, number: int) -> Dossier:
    try:
        found = door.read(number)
    except door.NoDossier:
        raise Http404("没有这个案件，或者它不在您可以查看的法院") from None
    looked(request, number, request.path)
    return found


def _day(request: HttpRequest) -> date:
    today = clock.today()
    try:
        return min(date.fromisoformat(request.GET.get("as_of", "")), today)
    except ValueError:
        return today
