"""Derivations: what is owed to the day, and how a duty's date came to be. They can be printed and handed to a party."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from zhixing.cases import questions as cases
from zhixing.law.answers import Found
from zhixing.record.catalogue import installed
from zhixing.record.duties import duties
from zhixing.record.duty_history import history
from zhixing.web.pages.record_panels import standing_shown
from zhixing.web.signed_in import as_of, dossier_of


def owed_page(request: HttpRequest, number: int) -> HttpResponse:
    """What is owed as of a day, line by line, each with its article."""
    dossier, day = dossier_of(request, number), as_of(request)
    owed = cases.owed(dossier.as_of(day), day)
    return render(
        request,
        "web/owed.html",
        {
            "here": "cases",
            "dossier": dossier,
            "day": day,
            "title": cases.case_title(dossier, day),
            "owed": owed,
            "accrual": owed.value if isinstance(owed, Found) else None,
        },
    )


def duty_page(request: HttpRequest, number: int, name: str, seq: int, index: int) -> HttpResponse:
    """One duty: trigger, limit and layer, days counted and left out, calendar version, evidence, history."""
    dossier, day = dossier_of(request, number), as_of(request)
    rules = installed()
    found = [
        duty
        for duty in duties(rules.duties, dossier.as_of(day))
        if (duty.rule.name, duty.opening.seq, duty.index) == (name, seq, index)
    ]
    if not found:
        raise Http404("这一天没有这项期限义务")
    duty = found[0]
    return render(
        request,
        "web/duty.html",
        {
            "here": "cases",
            "dossier": dossier,
            "day": day,
            "title": cases.case_title(dossier, day),
            "duty": duty,
            "answer": duty.answer.value if isinstance(duty.answer, Found) else None,
            "standing": standing_shown(duty, day)[1],
            "style": standing_shown(duty, day)[2],
            "opening": rules.rule(type(duty.opening.act)),
            "met": rules.rule(type(duty.met_by.act)) if duty.met_by else None,
            "ended": rules.rule(type(duty.ended_by.act)) if duty.ended_by else None,
            "history": [
                (stage, rules.rule(type(stage.by.act))) for stage in history(duty.rule, dossier, seq, index)
            ],
        },
    )
