"""The power list, made from the act catalogue: which office may do and which must approve each act. Never typed twice."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from zhixing.languages.speaking import in_english
from zhixing.record.catalogue import installed
from zhixing.record.power import Power
from zhixing.record.rule import ActRule
from zhixing.web.signed_in import as_of


def power_page(request: HttpRequest) -> HttpResponse:
    """Every act with who may do and who must approve it; `?power=` keeps those of one office."""
    chosen = request.GET.get("power", "")
    groups: dict[str, list[ActRule]] = {}
    for rule in _of(chosen):
        groups.setdefault(rule.group or "记录", []).append(rule)
    return render(
        request,
        "web/powers.html",
        {
            "here": "organisation",
            "powers": list(Power),
            "chosen": chosen,
            "groups": groups.items(),
            "day": as_of(request),
        },
    )


def power_export(request: HttpRequest) -> HttpResponse:
    """The same list as CSV."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow([_told(label) for label in ("事项分组", "事项", "由谁办理", "由谁批准", "依据")])
    for rule in _of(request.GET.get("power", "")):
        table.writerow(
            [
                _told(rule.group),
                _told(rule.label),
                "、".join(_told(power.label) for power in rule.by),
                _told(rule.approved_by.label) if rule.approved_by else "",
                "；".join(f"{each.norm} {each.article}" for each in rule.basis),
            ]
        )
    return HttpResponse(
        "\ufeff" + out.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="powers.csv"'},
    )


def _of(chosen: str) -> Iterator[ActRule]:
    for rule in installed():
        offices = {power.value for power in rule.by} | (
            {rule.approved_by.value} if rule.approved_by else set()
        )
        if not rule.internal and (not chosen or chosen in offices):
            yield rule


def _told(text: str) -> str:
    return in_english(text) if get_language() == "en" else text
