"""The phrases by which plans name a day or a recurrence, each read by a named rule that a plan may override.

"2016年12月前" is read as by the end of that month, because that is how such plans are checked; whoever reads it as before the
month begins says so for the plan (`before-month=before-first-day`). docs/plan-reading.md is made of this table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from zhixing.law.texts import Text, say
from zhixing.plan.reading.days import (
    CannotTell,
    Reader,
    When,
    Year,
    before_month,
    before_year,
    day,
    day_before,
    day_of_month,
    each_day,
    each_month,
    every,
    every_months,
    every_quarter,
    every_spring_festival,
    first_of_month,
    half_year,
    month_end,
    part_of_month,
    quarter_end,
    span_end,
    spring_festival,
    year_end,
    years_end,
)
from zhixing.plan.reading.vocabulary import BEGINS, EXAMPLES, PHRASES, RELATIVE


class UnknownReading(ValueError):
    """A rule or an alternative that there is none of."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase found in a text: where it stands, which rule read it, and what it says."""

    start: int
    end: int
    rule: str
    when: When


@dataclass(frozen=True, slots=True)
class Untold:
    """A phrase of which no day can be told: where it stands, and why."""

    start: int
    end: int
    why: CannotTell


@dataclass(frozen=True, slots=True)
class PhraseRule:
    """A named reading of a phrase. `alternatives` are other readings of the same words, by name."""

    name: str
    pattern: re.Pattern[str]
    meaning: Text
    example: str
    read: Reader
    alternatives: Mapping[str, tuple[Text, Reader]] = field(default_factory=dict)


def _rule(name: str, meaning: Text, read: Reader, **alternatives: tuple[Text, Reader]) -> PhraseRule:
    named = {key.replace("_", "-"): value for key, value in alternatives.items()}
    return PhraseRule(name, re.compile(PHRASES[name]), meaning, EXAMPLES[name], read, named)


_QUARTERLY = (say("每季度的最后一天"), every("quarter"))
_MONTHLY = (say("每月的最后一天"), every("month"))
_YEARLY = (say("每年的最后一天"), every("year"))
_END_OF_MONTH = say("该月最后一天")
_DAY_BEFORE = (say("该日的前一天"), day_before)
_BEFORE_MONTH = (say("该月第一天的前一天"), before_month)

# Tried in this order at each place; the first that fits reads the phrase.
RULES: tuple[PhraseRule, ...] = (
    _rule(
        "new-year-and-spring-festival",
        say("该年春节假期的最后一天；写“春节前”的，假期的前一天；放假安排未公布的，读不出"),
        spring_festival,
    ),
    _rule(
        "every-new-year-and-spring-festival",
        say("每年春节假期的最后一天；写“春节前”的，假期的前一天；放假安排未公布的年份不计"),
        every_spring_festival,
    ),
    _rule("every-months", say("每年后一个月的最后一天"), every_months),
    _rule("every-date", say("每年的该日"), each_day),
    _rule("every-named-month", say("每年所列各月的最后一天"), each_month),
    _rule("every-quarter-of-year", say("每年该季度的最后一天"), every_quarter),
    _rule("every-year-end", say("每年12月31日"), every("year-end")),
    _rule("every-half-year", say("每年6月30日和12月31日"), every("half-year")),
    _rule("every-quarter", say("每季度的最后一天"), every("quarter")),
    _rule("every-date-of-month", say("每月的该日；当月没有该日的，当月最后一天"), day_of_month),
    _rule("every-month", say("每月的最后一天"), every("month")),
    _rule("every-week", say("每周的星期五"), every("week")),
    _rule("every-year", say("每年的最后一天"), every("year")),
    _rule("span", say("后一个日期；只写到月的，该月最后一天"), span_end),
    _rule("numeric-span", say("后一个日期；只写到月的，该月最后一天"), span_end),
    _rule("years", say("后一年的12月31日"), years_end),
    _rule("before-day", say("该日，当日仍算按期"), day, before_that_day=_DAY_BEFORE),
    _rule("from-day", say("最迟该日开始"), day),
    _rule("on-day", say("该日"), day),
    _rule("numeric-day", say("该日，当日仍算按期"), day, before_that_day=_DAY_BEFORE),
    _rule("part-of-month", say("上旬为10日，中旬为20日，下旬为该月最后一天"), part_of_month),
    _rule("month-end", _END_OF_MONTH, month_end),
    _rule("before-month", _END_OF_MONTH, month_end, before_first_day=_BEFORE_MONTH),
    _rule(
        "from-month",
        say("最迟该月最后一天开始"),
        month_end,
        first_day=(say("最迟该月第一天开始"), first_of_month),
    ),
    _rule("numeric-month", _END_OF_MONTH, month_end, before_first_day=_BEFORE_MONTH),
    _rule("half-year", say("上半年为6月30日，下半年为12月31日"), half_year),
    _rule("quarter", say("该季度的最后一天"), quarter_end),
    _rule(
        "bare-quarter",
        say("没有年份的季度：每年该季度的最后一天"),
        every_quarter,
        of_the_year=(say("方案所在年度该季度的最后一天"), quarter_end),
    ),
    _rule("year-end", say("该年12月31日"), year_end),
    _rule(
        "before-year",
        say("该年12月31日"),
        year_end,
        before_first_day=(say("该年1月1日的前一天"), before_year),
    ),
    _rule("this-year-end", say("方案所在年度或者前文年度的12月31日"), year_end),
    _rule("in-month", _END_OF_MONTH, month_end),
    _rule("bare-month", say("前文年度该月最后一天；前文没有年份的，按方案所在年度"), month_end),
    _rule("bare-month-end", say("没有写明哪个月：每月的最后一天"), every("month")),
    _rule(
        "lasting",
        say("没有终点：每季度报告一次"),
        every("lasting"),
        every_month=_MONTHLY,
        every_year=_YEARLY,
    ),
    _rule(
        "regularly",
        say("没有写明间隔：每季度一次"),
        every("regularly"),
        every_month=_MONTHLY,
        every_quarter=_QUARTERLY,
        every_year=_YEARLY,
    ),
)
_BY_NAME = {rule.name: rule for rule in RULES}


def readers(readings: Mapping[str, str]) -> Mapping[str, Reader]:
    """Rule → how it reads, with the alternatives chosen for a plan. Raises UnknownReading."""
    found = {rule.name: rule.read for rule in RULES}
    for name, alternative in readings.items():
        rule = _BY_NAME.get(name)
        if rule is None:
            raise UnknownReading(f"没有“{name}”这条读法；有：{'、'.join(_BY_NAME)}")
        if alternative == "usual":
            continue
        if alternative not in rule.alternatives:
            known = "、".join(("usual", *rule.alternatives))
            raise UnknownReading(f"“{name}”没有“{alternative}”这种读法；有：{known}")
        found[name] = rule.alternatives[alternative][1]
    return found


_ANY = re.compile(
    BEGINS
    + "(?:"
    + "|".join(
        f"(?P<r{place}>{re.sub(r'[(][?]P<[a-z0-9]+>', '(?:', rule.pattern.pattern)})"
        for place, rule in enumerate(RULES)
    )
    + ")"
)


def phrases(text: str, year: Year, read_by: Mapping[str, Reader]) -> tuple[list[Phrase], list[Untold]]:
    """The phrases of a text in order, and those of which no day can be told.

    `year` is the year meant where nothing before a phrase has named one.
    """
    found: list[Phrase] = []
    untold: list[Untold] = []
    meant = year
    for hit in _ANY.finditer(text):
        rule = RULES[int((hit.lastgroup or "r0")[1:])]
        match = rule.pattern.match(text, hit.start())
        if match is None:
            continue
        try:
            relative = match.groupdict().get("y") in RELATIVE
            when = read_by[rule.name](match, year if relative else meant)
        except CannotTell as reason:
            untold.append(Untold(match.start(), match.end(), reason))
            continue
        named = match.groupdict()
        last = named.get("y3") or named.get("y2") or named.get("y") or ""
        if last.isdecimal():
            meant = _of_year(int(last))
        found.append(Phrase(match.start(), match.end(), rule.name, when))
    return found, untold


def _of_year(year: int) -> Year:
    return lambda _month: year
