"""How pages show money, days and citations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from zhixing.law.answers import Found
from zhixing.law.citations import Citation
from zhixing.law.money import show
from zhixing.law.norms import norm, place
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Refusal
from zhixing.web.speaking import Own, speaks_english, spoken

register = template.Library()
MOST_KEPT = 8192
_NOT_YET: dict[tuple[object, ...], SafeString] = {}  # what such acts look like, by all that is shown of them
WEEKDAYS = "一二三四五六日"
ENGLISH_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@register.filter
def own(words: str) -> Own:
    """Words that are not the platform's and are never said in English."""
    return Own(words)


@register.filter
def yuan(fen: int | None) -> str:
    """1,234,567.89 元; an em dash when there is no amount."""
    if fen is None:
        return "—"
    return f"CNY {show(fen)}" if speaks_english() else f"{show(fen)} 元"


@register.filter
def amount(fen: int | None) -> str:
    """1,234,567.89; an em dash when there is no amount."""
    return "—" if fen is None else show(fen)


@register.filter
def percent(value: int) -> str:
    """93%: with its sign, which a sentence to be translated cannot hold."""
    return f"{value}%"


@register.filter
def day(value: date | None) -> str:
    """2017-06-15 周四."""
    if value is None:
        return "—"
    if speaks_english():
        return f"{value.isoformat()} {ENGLISH_WEEKDAYS[value.weekday()]}"
    return f"{value.isoformat()} 周{WEEKDAYS[value.weekday()]}"


@register.filter
def distance(value: date | None, today: date) -> str:
    """How far a due day is: 还有 3 天, 今天, 逾期 2 天."""
    if value is None:
        return "期限未定"
    days = (value - today).days
    if days == 0:
        return "今天到期"
    return f"还有 {days} 天" if days > 0 else f"逾期 {-days} 天"


@register.filter
def urgency(value: date | None, today: date) -> str:
    """The meaning of a due day as a style: late, soon or nothing."""
    if value is None:
        return ""
    days = (value - today).days
    return "late" if days < 0 else "soon" if days <= 7 else ""


@register.simple_tag
def not_yet(rule: ActRule, refusals: Iterable[Refusal], day: date) -> SafeString:
    """An act that may not be done yet, what stands against it and how to go on: a case page shows over two hundred, most of them
    again and again.
    """
    why = [(each.label, str(each.facts), str(each.way_out), each.cites, each.unrecorded) for each in refusals]
    key = (rule.tag, tuple(why), day, get_language())
    known = _NOT_YET.get(key)
    if known is None:
        if len(_NOT_YET) >= MOST_KEPT:
            _NOT_YET.clear()
        shown = {"rule": rule, "refusals": refusals, "day": day}
        known = _NOT_YET[key] = render_to_string("web/not_yet.html", shown)
    return known


@register.filter
def cited(citations: Iterable[Citation], on: date) -> SafeString:
    """Citations as links to the article's page, numbered as in the version in force on that day."""
    return _links(tuple(citations), on, get_language() or "")


@lru_cache(maxsize=8192)  # a case page shows some three hundred, most of them again and again
def _links(citations: tuple[Citation, ...], on: date, _language: str) -> SafeString:
    found = [(citation, place(citation, on)) for citation in citations]
    # A rule names norms of several times; on a day, those in force then are its basis. Where none is known, that is said.
    known = [(citation, each.value.short) for citation, each in found if isinstance(each, Found)]
    shown = known or [(citation, f"{norm(citation.norm).heading}（当日条号待查）") for citation, _ in found]
    rows = {
        words: reverse("norm", args=[citation.norm, citation.article]) + f"?on={on.isoformat()}"
        for citation, words in shown
    }
    return format_html_join(
        ", " if speaks_english() else "、",
        '<a href="{}">{}</a>',
        ((link, spoken(words)) for words, link in rows.items()),
    )


@register.filter
def labels(powers: Iterable[Power]) -> str:
    """The labels of offices as one text, which the reader's language joins in its own way."""
    return "、".join(power.label for power in powers)


@register.filter
def at(mapping: Mapping[object, object], key: object) -> object:
    """The value under a key, or nothing."""
    return mapping.get(key, "")


@register.filter
def cite_one(citation: Citation, on: date) -> SafeString:
    """One citation as a link."""
    return cited((citation,), on)
