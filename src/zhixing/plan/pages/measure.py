"""The page of one measure: what the plan says, who answers for it, tasks, evidence, reports, findings, in each court."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from zhixing.law.courts import COURTS_BY_CODE
from zhixing.plan import questions
from zhixing.plan.gathered import district, officer_names, targets
from zhixing.plan.pages.may import may_direct
from zhixing.plan.pages.wall import STYLE, day_of, dossier_of, plan_of
from zhixing.plan.questions import MeasureState
from zhixing.record import clock
from zhixing.record.dossier import Dossier


def measure_page(request: HttpRequest, number: int, no: int) -> HttpResponse:
    """One measure as of a day."""
    dossier, day = dossier_of(request, number), day_of(request)
    plan = plan_of(dossier, day)
    measure = plan.measure(no)
    if measure is None:
        raise Http404("方案里没有这一项措施")
    courts = district(dossier, day)
    numbers = [each.no for each in plan.measures]
    place = numbers.index(no)
    return render(
        request,
        "plan/measure.html",
        {
            "here": "plan",
            "dossier": dossier,
            "plan": plan,
            "measure": measure,
            "day": day,
            "is_today": day == clock.today(),
            "court": COURTS_BY_CODE[dossier.court].name_on(day),
            "issuer": questions.is_issuer(dossier),
            "courts": [(each, each.measures[no], STYLE[each.measures[no].state]) for each in courts],
            "targets": targets(measure, [each.court for each in courts], day),
            "names": officer_names(courts),
            "escalations": [
                each for each in questions.escalations(dossier, day) if _measure_of(each, dossier) == no
            ],
            "before": numbers[place - 1] if place else None,
            "after": numbers[place + 1] if place + 1 < len(numbers) else None,
            "may_direct": may_direct(request, dossier),
            "accepted": MeasureState.ACCEPTED,
        },
    )


def _measure_of(each: questions.Escalation, dossier: Dossier) -> int:
    task = dossier.at(each.entry.act.task)
    return getattr(task.act, "measure", 0) if task is not None else 0
