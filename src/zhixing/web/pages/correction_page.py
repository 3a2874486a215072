"""Correcting an entry: the same form, filled with what was recorded; what was wrong stays in the record."""

from __future__ import annotations

from datetime import date

import msgspec
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from zhixing.record import clock, door, files
from zhixing.record.act import Act
from zhixing.record.acts import NOTHING, Corrected
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.files import objection
from zhixing.record.rule import Refusal
from zhixing.record.rules import OWN
from zhixing.web.act_fields import Mistakes, act_from, fields, submission
from zhixing.web.act_inputs import inputs
from zhixing.web.choosable import choosable_in
from zhixing.web.pages.act_page import keeper
from zhixing.web.signed_in import acting, dossier_of
from zhixing.web.uploads import taken


def correction_page(request: HttpRequest, number: int, seq: int) -> HttpResponse:
    """GET shows the entry as a form; POST lays the correction before the one who must approve it."""
    dossier = dossier_of(request, number)
    entry = dossier.at(seq)
    if entry is None or isinstance(entry.act, OWN):
        raise Http404("这条记录不存在，或不能更正")
    if request.method == "POST":
        return _propose(request, dossier, entry)
    return _page(request, dossier, entry, submission(entry.act) | {"on": [entry.on.isoformat()]}, {}, [])


def _page(
    request: HttpRequest,
    dossier: Dossier,
    entry: Entry[Act],
    submitted: dict[str, list[str]],
    wrong: dict[str, str],
    refused: list[Refusal],
) -> HttpResponse:
    rule = installed().rule(type(entry.act))
    return render(
        request,
        "web/correction.html",
        {
            "here": "cases",
            "dossier": dossier,
            "entry": entry,
            "rule": rule,
            "inputs": inputs(
                fields(rule.act), submitted, wrong, choosable_in(dossier, clock.today(), submitted)
            ),
            "on": submitted.get("on", [""])[0],
            "reason": submitted.get("reason", [""])[0],
            "wrong": wrong,
            "refused": refused,
            "approver": approver_label(),
        },
        status=422 if wrong or refused else 200,
    )


def _propose(request: HttpRequest, dossier: Dossier, entry: Entry[Act]) -> HttpResponse:
    submitted, wrong = taken(request, keeper(request, dossier))
    reason, take_away = request.POST.get("reason", "").strip(), bool(request.POST.get("take_away"))
    if not reason:
        wrong["reason"] = "请写明更正理由"
    act, on = entry.act, entry.on
    if not take_away:
        try:
            act = act_from(type(entry.act), submitted)
            on = date.fromisoformat(request.POST.get("on", ""))
        except Mistakes as error:
            wrong = error.found | wrong
        except ValueError:
            wrong["on"] = "请填写日期，写成 2017-06-15 的形式"
    # What the entry named before it may name still: a record taken over may name files that are kept elsewhere.
    lacking = objection(dossier.court, [act], besides=files.named_by(entry.act))
    if lacking is not None:
        wrong[""] = str(lacking)
    if wrong:
        return _page(request, dossier, entry, submitted, wrong, [])
    mended = Corrected(
        entry=entry.seq,
        reason=reason,
        act=NOTHING if take_away or act == entry.act else msgspec.Raw(msgspec.json.encode(act)),
        on=None if take_away or on == entry.on else on,
    )
    if mended.takes_away and not take_away:
        return _page(request, dossier, entry, submitted, {"": "没有改动任何内容"}, [])
    try:
        door.propose(dossier.id, door.Step(act=mended, by=acting(request, dossier.court), on=clock.today()))
    except door.Refused as error:
        return _page(request, dossier, entry, submitted, {}, list(error.refusals))
    messages.success(request, f"更正已提请{approver_label()}批准，批准前原记录照旧", "done")
    return redirect("case", number=dossier.id)


def approver_label() -> str:
    """Who approves corrections, in words."""
    power = installed().rule(Corrected).approved_by
    return power.label if power else ""
