"""The law as the platform knows it: the act catalogue, norms and their articles, the court calendar."""

from __future__ import annotations

from datetime import date, timedelta

from zhixing.api.problem import citing, not_found
from zhixing.api.routing import CURSOR, LIMIT, Answer, Ask, Param, Route
from zhixing.api.shapes import (
    ArticleOut,
    CalendarOut,
    DayOut,
    Discloses,
    NormOut,
    Page,
    RuleOut,
)
from zhixing.law.answers import Found
from zhixing.law.calendar import NATIONAL
from zhixing.law.citations import Citation
from zhixing.law.norms import NORMS, place
from zhixing.record.catalogue import UnknownAct, installed
from zhixing.record.norm_texts import article_text
from zhixing.record.rule import ActRule

FIRST_YEAR, LAST_YEAR = 2004, 2100
ON = Param("on", "按哪一天的版本，默认今天", "day")


def catalogue(ask: Ask) -> Answer:
    """Every act type; the cursor is the last one's place in the catalogue."""
    page = ask.page(list(enumerate(installed())), lambda pair: pair[0])
    return Answer(Page([_rule(rule, ask.holder.today) for _, rule in page.items], page.next))


def act_type(ask: Ask) -> Answer:
    """One act type."""
    try:
        rule = installed().rule(ask.places["type"])
    except UnknownAct:
        raise not_found(f"没有“{ask.places['type']}”这种行为，全部行为见 /api/v1/catalogue") from None
    return Answer(_rule(rule, ask.holder.today))


def _rule(rule: ActRule, on: date) -> RuleOut:
    told = rule.discloses
    return RuleOut(
        rule.tag,
        rule.label,
        rule.purpose,
        rule.group,
        [power.value for power in rule.by],
        rule.approved_by.value if rule.approved_by else None,
        [citing(cite, on) for cite in rule.basis],
        [each.label for each in rule.guards],
        rule.document,
        Discloses(told.parties, told.public, told.sms),
        rule.act.__name__,
    )


def norms(ask: Ask) -> Answer:
    """Every norm known, with the first day of each version."""
    found = [
        NormOut(short, each.heading, [version.since for version in each.versions])
        for short, each in NORMS.items()
    ]
    page = ask.page(list(enumerate(found)), lambda pair: pair[0])
    return Answer(Page([norm for _, norm in page.items], page.next))


def article(ask: Ask) -> Answer:
    """One article, numbered as in the newest version, as in force on a day."""
    short, number, on = ask.places["norm"], ask.number("article"), ask.day("on")
    if short not in NORMS:
        raise not_found(f"没有“{short}”这部规范，全部规范见 /api/v1/norms")
    found = place(Citation(short, number), on)
    if not isinstance(found, Found):
        raise not_found("；".join(str(each) for each in found.missing))
    text = article_text(found.value.version.text, found.value.article)
    return Answer(ArticleOut(short, number, on, found.value.position, text))


def calendar(ask: Ask) -> Answer:
    """The court calendar of a year, day by day: a year is the page."""
    year = ask.number("year")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise not_found(f"日历从 {FIRST_YEAR} 年起，至 {LAST_YEAR} 年")
    first = date(year, 1, 1)
    days = (first + timedelta(days=count) for count in range(366))
    shown = [DayOut(day, NATIONAL.closed(day), NATIONAL.reason(day)) for day in days if day.year == year]
    return Answer(CalendarOut(year, NATIONAL.announced(year), shown))


ROUTES = (
    Route("GET", "/catalogue", "全部行为", catalogue, Page[RuleOut], params=(CURSOR, LIMIT)),
    Route("GET", "/catalogue/{type}", "一种行为", act_type, RuleOut),
    Route("GET", "/norms", "全部规范", norms, Page[NormOut], params=(CURSOR, LIMIT)),
    Route("GET", "/norms/{norm}/articles/{article}", "一条规范", article, ArticleOut, params=(ON,)),
    Route("GET", "/calendars/{year}", "法院日历", calendar, CalendarOut),
)
