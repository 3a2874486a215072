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
    NoSuchDay,
    Reader,
    When,
    Year,
    before_month,
    day,
    day_before,
    every,
    every_months,
    every_quarter,
    half_year,
    month_end,
    part_of_month,
    quarter_end,
    span_end,
    year_end,
)
from zhixing.plan.reading.vocabulary import PHRASES


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
class PhraseRule:
    """A named reading of a phrase. `alternatives` are other readings of the same words, by name."""

    name: str
    pattern: re.Pattern[str]
    meaning: Text
    example: str
    read: Reader
    alternatives: Mapping[str, tuple[Text, Reader]] = field(default_factory=dict)


def _rule(
    name: str, meaning: Text, example: str, read: Reader, **alternatives: tuple[Text, Reader]
) -> PhraseRule:
    named = {key.replace("_", "-"): value for key, value in alternatives.items()}
    return PhraseRule(name, re.compile(PHRASES[name]), meaning, example, read, named)


_QUARTERLY = (say("每季度的最后一天"), every("quarter"))
_MONTHLY = (say("每月的最后一天"), every("month"))
_YEARLY = (say("每年的最后一天"), every("year"))

# Tried in this order at each place; the first that fits reads the phrase.
RULES: tuple[PhraseRule, ...] = (
    _rule(
        "every-new-year-and-spring-festival",
        say("每年春节假期的最后一天"),
        "每年元旦、春节期间",
        every("new-year-and-spring-festival"),
    ),
    _rule(
        "every-months",
        say("每年后一个月的最后一天"),
        "每年7月至9月",
        every_months,
    ),
    _rule(
        "every-quarter-of-year",
        say("每年该季度的最后一天"),
        "每年第三季度",
        every_quarter,
    ),
    _rule(
        "every-year-end",
        say("每年12月31日"),
        "每年年底",
        every("year-end"),
    ),
    _rule("every-half-year", say("每年6月30日和12月31日"), "每半年", every("half-year")),
    _rule(
        "every-quarter",
        say("每季度的最后一天"),
        "每季度",
        every("quarter"),
    ),
    _rule("every-month", say("每月的最后一天"), "每月", every("month")),
    _rule("every-week", say("每周的星期五"), "每周", every("week")),
    _rule("every-year", say("每年的最后一天"), "每年", every("year")),
    _rule("span", say("后一个日期；只写到月的，该月最后一天"), "2016年4月—2016年5月", span_end),
    _rule(
        "before-day",
        say("该日，当日仍算按期"),
        "2017年6月30日前",
        day,
        before_that_day=(say("该日的前一天"), day_before),
    ),
    _rule("on-day", say("该日"), "2016年12月1日", day),
    _rule(
        "part-of-month",
        say("上旬为10日，中旬为20日，下旬为该月最后一天"),
        "2016年9月中旬",
        part_of_month,
    ),
    _rule("month-end", say("该月最后一天"), "2016年12月底前", month_end),
    _rule(
        "before-month",
        say("该月最后一天"),
        "2016年12月前",
        month_end,
        before_first_day=(say("该月第一天的前一天"), before_month),
    ),
    _rule(
        "half-year",
        say("上半年为6月30日，下半年为12月31日"),
        "2017年上半年",
        half_year,
    ),
    _rule(
        "quarter",
        say("该季度的最后一天"),
        "2016年第三季度",
        quarter_end,
    ),
    _rule(
        "bare-quarter",
        say("没有年份的季度：每年该季度的最后一天"),
        "第三季度",
        every_quarter,
        of_the_year=(say("方案所在年度该季度的最后一天"), quarter_end),
    ),
    _rule(
        "year-end",
        say("该年12月31日"),
        "2017年底前",
        year_end,
    ),
    _rule("this-year-end", say("当年12月31日"), "年底前", year_end),
    _rule("in-month", say("该月最后一天"), "2016年6月", month_end),
    _rule(
        "lasting",
        say("没有终点：每季度报告一次"),
        "长期坚持",
        every("lasting"),
        every_month=_MONTHLY,
        every_year=_YEARLY,
    ),
    _rule(
        "regularly",
        say("没有写明间隔：每季度一次"),
        "定期",
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
    "|".join(
        f"(?P<r{place}>{re.sub(r'[(][?]P<[a-z0-9]+>', '(?:', rule.pattern.pattern)})"
        for place, rule in enumerate(RULES)
    )
)


def phrases(text: str, year: Year, read_by: Mapping[str, Reader]) -> tuple[list[Phrase], list[Phrase]]:
    """The phrases of a text in order, and those that name a day no calendar has (their `when` is empty)."""
    found: list[Phrase] = []
    bad: list[Phrase] = []
    meant = year
    place = 0
    while (hit := _ANY.search(text, place)) is not None:
        rule = RULES[int((hit.lastgroup or "r0")[1:])]
        match = rule.pattern.match(text, hit.start())
        if match is None:  # the alternation saw it with its neighbours, the rule by itself does not
            place = hit.start() + 1
            continue
        place = max(match.end(), hit.start() + 1)
        try:
            when = read_by[rule.name](match, meant)
        except NoSuchDay:
            bad.append(Phrase(match.start(), match.end(), rule.name, When()))
            continue
        if when.by is not None:
            last = when.by.year
            meant = _of_year(last)
        found.append(Phrase(match.start(), match.end(), rule.name, when))
    return found, bad


def _of_year(year: int) -> Year:
    return lambda _month: year
