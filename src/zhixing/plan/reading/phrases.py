"""The phrases by which plans name a day or a recurrence, each read by a named rule that a plan may override.

"2016年12月前" is read as by the end of that month, because that is how such plans are checked; whoever reads it as before the
month begins says so for the plan (`before-month=before-first-day`). docs/plan-reading.md is made of this table.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from zhixing.law.texts import Text, say


class UnknownReading(ValueError):
    """A rule or an alternative that there is none of."""


class NoSuchDay(ValueError):
    """A phrase that names a day no calendar has."""


@dataclass(frozen=True, slots=True)
class When:
    """What a phrase says: a last day, or a recurrence."""

    by: date | None = None
    every: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase found in a text: where it stands, which rule read it, and what it says."""

    start: int
    end: int
    rule: str
    when: When


Year = Callable[[int], int]  # month → the year meant where the phrase names none
Reader = Callable[["re.Match[str]", Year], When]


@dataclass(frozen=True, slots=True)
class PhraseRule:
    """A named reading of a phrase. `alternatives` are other readings of the same words, by name."""

    name: str
    pattern: re.Pattern[str]
    meaning: Text
    example: str
    read: Reader
    alternatives: Mapping[str, tuple[Text, Reader]] = field(default_factory=dict)


_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_Y = r"(?:(?P<y>20\d\d)年)"
_M = r"(?P<m>1[0-2]|0?[1-9])月(?:份)?"
_TO = r"(?:[—–\-－~～]+|至|到)"


def _int(text: str) -> int:
    if text.isdecimal():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    return _DIGITS[text]


def _year(match: re.Match[str], year: Year, month: int) -> int:
    given = match.groupdict().get("y")
    return int(given) if given else year(month)


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _month_end(match: re.Match[str], year: Year) -> When:
    month = int(match["m"])
    return When(by=_end(_year(match, year, month), month))


def _before_month(match: re.Match[str], year: Year) -> When:
    month = int(match["m"])
    return When(by=date(_year(match, year, month), month, 1) - timedelta(days=1))


def _day(match: re.Match[str], year: Year) -> When:
    month = int(match["m"])
    try:
        return When(by=date(_year(match, year, month), month, int(match["d"])))
    except ValueError:
        raise NoSuchDay(match[0]) from None


def _day_before(match: re.Match[str], year: Year) -> When:
    found = _day(match, year).by
    return When(by=found - timedelta(days=1) if found else None)


def _span_end(match: re.Match[str], year: Year) -> When:
    month = int(match["m2"])
    own = int(match["y2"]) if match["y2"] else _year(match, year, month)
    if not match["d2"]:
        return When(by=_end(own, month))
    try:
        return When(by=date(own, month, int(match["d2"])))
    except ValueError:
        raise NoSuchDay(match[0]) from None


def _part_of_month(match: re.Match[str], year: Year) -> When:
    month = int(match["m"])
    own = _year(match, year, month)
    return When(
        by=_end(own, month)
        if match["part"] == "下"
        else date(own, month, 10 if match["part"] == "上" else 20)
    )


def _half(match: re.Match[str], year: Year) -> When:
    month = 6 if match["half"] == "上" else 12
    return When(by=_end(_year(match, year, month), month))


def _quarter(match: re.Match[str], year: Year) -> When:
    month = _int(match["q"]) * 3
    return When(by=_end(_year(match, year, month), month))


def _year_end(match: re.Match[str], year: Year) -> When:
    return When(by=date(_year(match, year, 12), 12, 31))


def _every(name: str) -> Reader:
    return lambda _match, _year: When(every=name)


def _every_months(match: re.Match[str], _year: Year) -> When:
    return When(every=f"months-{int(match['a'])}-{int(match['b'])}")


def _every_quarter(match: re.Match[str], _year: Year) -> When:
    return When(every=f"quarter-{_int(match['q'])}")


def _rule(
    name: str,
    pattern: str,
    meaning: Text,
    example: str,
    read: Reader,
    **alternatives: tuple[Text, Reader],
) -> PhraseRule:
    named = {key.replace("_", "-"): value for key, value in alternatives.items()}
    return PhraseRule(name, re.compile(pattern), meaning, example, read, named)


_SPAN = (
    rf"{_Y}?(?P<m>1[0-2]|0?[1-9])月(?:(?P<d>\d{{1,2}})日)?{_TO}"
    r"(?:(?P<y2>20\d\d)年)?(?P<m2>1[0-2]|0?[1-9])月(?:(?P<d2>\d{1,2})日)?(?:底|末)?"
)
_QUARTERLY = (say("每季度的最后一天"), _every("quarter"))
_MONTHLY = (say("每月的最后一天"), _every("month"))
_YEARLY = (say("每年的最后一天"), _every("year"))

# Tried in this order at each place; the first that fits reads the phrase.
RULES: tuple[PhraseRule, ...] = (
    _rule(
        "every-new-year-and-spring-festival",
        r"每年(?:的)?(?:元旦[、和及]?)?春节(?:期间|前后|前)?",
        say("每年春节假期的最后一天"),
        "每年元旦、春节期间",
        _every("new-year-and-spring-festival"),
    ),
    _rule(
        "every-months",
        rf"每年(?:的)?(?P<a>1[0-2]|[1-9])月(?:份)?{_TO}(?P<b>1[0-2]|[1-9])月(?:份)?",
        say("每年后一个月的最后一天"),
        "每年7月至9月",
        _every_months,
    ),
    _rule(
        "every-quarter-of-year",
        r"每年(?:的)?第?(?P<q>[一二三四1-4])季度(?:末|内)?",
        say("每年该季度的最后一天"),
        "每年第三季度",
        _every_quarter,
    ),
    _rule(
        "every-year-end",
        r"每年(?:的)?(?:年底|年末|底|末)(?:前)?",
        say("每年12月31日"),
        "每年年底",
        _every("year-end"),
    ),
    _rule("every-half-year", r"每半年(?:末)?", say("每年6月30日和12月31日"), "每半年", _every("half-year")),
    _rule(
        "every-quarter",
        r"每(?:个)?季度?(?:末)?|按季度?",
        say("每季度的最后一天"),
        "每季度",
        _every("quarter"),
    ),
    _rule("every-month", r"每(?:个)?月(?:底|末)?|按月", say("每月的最后一天"), "每月", _every("month")),
    _rule("every-week", r"每周", say("每周的星期五"), "每周", _every("week")),
    _rule("every-year", r"每年(?:度)?|按年度?", say("每年的最后一天"), "每年", _every("year")),
    _rule("span", _SPAN, say("后一个日期；只写到月的，该月最后一天"), "2016年4月—2016年5月", _span_end),
    _rule(
        "before-day",
        rf"{_Y}?{_M}(?P<d>\d{{1,2}})日(?:之)?(?:前|以前)",
        say("该日，当日仍算按期"),
        "2017年6月30日前",
        _day,
        before_that_day=(say("该日的前一天"), _day_before),
    ),
    _rule("on-day", rf"{_Y}?{_M}(?P<d>\d{{1,2}})日", say("该日"), "2016年12月1日", _day),
    _rule(
        "part-of-month",
        rf"{_Y}?{_M}(?P<part>上|中|下)旬(?:之?前)?",
        say("上旬为10日，中旬为20日，下旬为该月最后一天"),
        "2016年9月中旬",
        _part_of_month,
    ),
    _rule("month-end", rf"{_Y}?{_M}(?:底|末)(?:之?前)?", say("该月最后一天"), "2016年12月底前", _month_end),
    _rule(
        "before-month",
        rf"{_Y}?{_M}(?:之|以)?前",
        say("该月最后一天"),
        "2016年12月前",
        _month_end,
        before_first_day=(say("该月第一天的前一天"), _before_month),
    ),
    _rule(
        "half-year",
        rf"{_Y}?(?P<half>上|下)半年(?:内|之?前)?",
        say("上半年为6月30日，下半年为12月31日"),
        "2017年上半年",
        _half,
    ),
    _rule(
        "quarter",
        rf"{_Y}第?(?P<q>[一二三四1-4])季度(?:末|内|底)?(?:之?前)?",
        say("该季度的最后一天"),
        "2016年第三季度",
        _quarter,
    ),
    _rule(
        "bare-quarter",
        r"第(?P<q>[一二三四])季度(?:末|内|底)?",
        say("没有年份的季度：每年该季度的最后一天"),
        "第三季度",
        _every_quarter,
        of_the_year=(say("方案所在年度该季度的最后一天"), _quarter),
    ),
    _rule(
        "year-end",
        rf"{_Y}(?:年?(?:底|末)|内|度内)?(?:之?前|以前)?(?=[，,：:；;。、 内完实建基全力达]|$)",
        say("该年12月31日"),
        "2017年底前",
        _year_end,
    ),
    _rule("this-year-end", r"(?:今年|年)(?:底|末|内)(?:之?前)?", say("当年12月31日"), "年底前", _year_end),
    _rule("in-month", rf"{_Y}{_M}(?:内|中)?", say("该月最后一天"), "2016年6月", _month_end),
    _rule(
        "lasting",
        r"长期(?:坚持|推进|进行|执行)?|常年坚持|持续推进|贯穿始终",
        say("没有终点：每季度报告一次"),
        "长期坚持",
        _every("lasting"),
        every_month=_MONTHLY,
        every_year=_YEARLY,
    ),
    _rule(
        "regularly",
        r"定期|适时|不定期|经常性",
        say("没有写明间隔：每季度一次"),
        "定期",
        _every("regularly"),
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
