"""The law on the pages: an article beside the rules that cite it; and the act catalogue, which is also the power list."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from zhixing.law.answers import Found
from zhixing.law.citations import Citation
from zhixing.law.norms import NORMS, place
from zhixing.record.catalogue import UnknownAct, installed
from zhixing.record.duty import DutyRule
from zhixing.record.norm_texts import article_text
from zhixing.record.rule import ActRule
from zhixing.web.act_fields import fields
from zhixing.web.signed_in import as_of


def norm_page(request: HttpRequest, short: str, article: int) -> HttpResponse:
    """One article (numbered as in the newest version) as in force on ?on=, and every act and duty that rests on it."""
    if short not in NORMS:
        raise Http404("没有这部规范")
    day = _day(request)
    citation = Citation(short, article)
    found = place(citation, day)
    here = found.value if isinstance(found, Found) else None
    return render(
        request,
        "web/norm.html",
        {
            "here": "catalogue",
            "norm": NORMS[short],
            "article": article,
            "day": day,
            "place": here,
            "missing": () if isinstance(found, Found) else found.missing,
            "text": article_text(here.version.text, here.article) if here else None,
            "acts": [rule for rule in installed() if _rests_on(_act_cites(rule), citation)],
            "duties": [rule for rule in installed().duties if _rests_on(_duty_cites(rule), citation)],
        },
    )


def _day(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return as_of(request)


def _act_cites(rule: ActRule) -> tuple[Citation, ...]:
    return (*rule.basis, *(each for guard in rule.guards for each in guard.cites))


def _duty_cites(rule: DutyRule) -> tuple[Citation, ...]:
    return tuple(limit.basis for limit in rule.limits)


def _rests_on(citations: tuple[Citation, ...], wanted: Citation) -> bool:
    return any((each.norm, each.article) == (wanted.norm, wanted.article) for each in citations)


def catalogue_page(request: HttpRequest) -> HttpResponse:
    """Every act: what it does, its basis, who may do and must approve it, its guards, its document."""
    groups: dict[str, list[ActRule]] = {}
    for rule in installed():
        groups.setdefault(rule.group or "记录", []).append(rule)
    return render(
        request,
        "web/catalogue.html",
        {
            "here": "catalogue",
            "groups": groups.items(),
            "duties": sorted(installed().duties, key=lambda each: each.label),
            "day": as_of(request),
        },
    )


def act_reference(request: HttpRequest, tag: str) -> HttpResponse:
    """Everything that is true of one act: basis, powers, approval, guards, duties, disclosure, document, fields."""
    try:
        rule = installed().rule(tag)
    except UnknownAct:
        raise Http404("没有这种行为") from None
    every = installed().duties
    return render(
        request,
        "web/act_reference.html",
        {
            "here": "catalogue",
            "rule": rule,
            "fields": fields(rule.act),
            "tells_handler": "news" in rule.sends,
            "opens": [each for each in every if rule.act in each.opens_on],
            "closes": [each for each in every if rule.act in each.closes_on],
            "drops": [each for each in every if rule.act in each.falls_away_on],
            "day": as_of(request),
        },
    )
