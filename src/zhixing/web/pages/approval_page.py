"""Approvals: a proposal is read beside its case, then approved, sent back with a reason, or taken back by its proposer."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhixing.record import clock, door
from zhixing.record.act import Act
from zhixing.record.acts import Corrected
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.questions import Pending, pending
from zhixing.record.rule import Refusal
from zhixing.web.pages.record_panels import names_in
from zhixing.web.showing import Line, lines
from zhixing.web.signed_in import acting, dossier_of


def approval_page(request: HttpRequest, number: int, seq: int) -> HttpResponse:
    """GET shows the proposal; POST with `decision` approve, return or withdraw decides it."""
    dossier = dossier_of(request, number)
    found = _pending(dossier, seq)
    if request.method == "POST":
        return _decide(request, dossier, found)
    return _page(request, dossier, found, [], 200)


def _pending(dossier: Dossier, seq: int) -> Pending:
    for each in pending(dossier):
        if each.entry.seq == seq:
            return each
    raise Http404("这项提请已经办结")


def _page(
    request: HttpRequest, dossier: Dossier, found: Pending, refused: list[Refusal], status: int
) -> HttpResponse:
    rule = installed().rule(type(found.act))
    me = acting(request, dossier.court)
    return render(
        request,
        "web/approval.html",
        {
            "here": "desk",
            "dossier": dossier,
            "found": found,
            "rule": rule,
            "lines": _lines(dossier, found.act),
            "mine": found.entry.by.id == me.id,
            "may": rule.approved_by is not None and rule.approved_by.value in me.powers,
            "refused": refused,
            "day": clock.today(),
        },
        status=status,
    )


def _lines(dossier: Dossier, act: Act) -> list[Line]:
    """What the act says; of a correction, besides, what each field that changes says now and would say."""
    names = names_in(dossier)
    shown = lines(act, names)
    wrong = dossier.at(act.entry) if isinstance(act, Corrected) else None
    if wrong is None or not isinstance(act, Corrected) or not act.replaces:
        return shown
    old = {line.label: line.text for line in lines(wrong.act, names)}
    new = {line.label: line.text for line in lines(dossier.decoded(act.act), names)}
    for label in dict.fromkeys((*old, *new)):
        if old.get(label) != new.get(label):
            shown.append(Line(label, f"{old.get(label, '—')} → {new.get(label, '—')}"))
    return shown


def _decide(request: HttpRequest, dossier: Dossier, found: Pending) -> HttpResponse:
    me, today = acting(request, dossier.court), clock.today()
    decision, reason = request.POST.get("decision", ""), request.POST.get("reason", "")
    label = installed().rule(type(found.act)).label
    try:
        if decision == "approve":
            door.approve(dossier.id, found.entry.seq, me, on=today)
            messages.success(request, f"已批准：{label}", "done")
        elif decision == "return":
            door.send_back(dossier.id, found.entry.seq, me, on=today, reason=reason)
            messages.success(request, f"已退回：{label}", "done")
        elif decision == "withdraw":
            door.withdraw(dossier.id, found.entry.seq, me, on=today, reason=reason)
            messages.success(request, f"已撤回：{label}", "done")
        else:
            raise Http404("没有这种决定")
    except door.Refused as error:
        return _page(request, dossier, found, list(error.refusals), 422)
    return redirect("case", number=dossier.id)
