"""Figures to be reached: so many percent or so many pieces, of what, by when, in which courts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from zhixing.plan.shape import Deadline, Problem, Target

_PERCENT = re.compile(
    r"(?:应当?|要|须|均)?(?:达到|达|不低于|不少于|不得低于|高于|超过|提高到|提升到|提升至|提高至|保持在|控制在|降到|降至|低于|为|占)?"
    r"(?P<value>\d+(?:\.\d+)?)[%％](?:以上|以内|以下)?"
)
_IN_WORDS = re.compile(r"(?:达到|不低于|不少于)?百分之(?P<words>[一二三四五六七八九十百]+)(?:以上|以内)?")
_PIECES = re.compile(
    r"(?:不少于|不低于|至少|达到|不得少于)(?P<value>\d+)(?P<unit>件次|人次|[件次人篇名场起条个期])(?:以上)?"
)
_CLAUSE = re.compile(r"[^，。；！？]+[，。；！？]?")
_COURTS = re.compile(r"(?P<mid>中级(?:人民)?法院|中院)|(?P<basic>基层(?:人民)?法院|各?基层院)")
_LEAD = re.compile(
    r"^(?:并|要|应|须|确保|力争|努力|实现|使|将|把|全市|辖区(?:各|两级)?法院?|各(?:级)?法院|本院|在|的)+"
)
_TAIL = re.compile(r"(?:应当?|要|须|均|总体|上|中|方面|分别|力争)+$")
# What a target is measured on → the indicator that measures it.
INDICATORS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("listed-debtor-share", re.compile("失信.*(?:适用率|纳入)|纳入案件占执行案件")),
    ("enforcement-staff-share", re.compile("执行(?:人员|力量|干警).*(?:比例|占比|配备)")),
)
_TENS = {"十": 10, "百": 100}


def targets(
    text: str, progress: str, deadlines: Sequence[Deadline], problems: list[Problem], where: str, line: int
) -> Iterator[Target]:
    """Every figure a measure names. One without a day of its own takes the measure's only deadline."""
    days = [each for each in deadlines if each.by is not None]
    for source in (text, progress):
        of = courts = ""
        day: Deadline | None = None
        for clause in _CLAUSE.finditer(source):
            if clause.start() and source[clause.start() - 1] in "。；！？":
                of, courts, day = "", "", None
            day = next((each for each in days if each.text and each.text in clause[0]), day)
            hit = _PERCENT.search(clause[0]) or _IN_WORDS.search(clause[0]) or _PIECES.search(clause[0])
            meant = _COURTS.search(clause[0])
            if meant:
                courts = "intermediate" if meant["mid"] else "basic"
            if hit is None:
                of = _of(clause[0], day) or of
                continue
            of = _of(clause[0][: hit.start()], day) or of
            value, unit = _value(hit)
            if unit == "%" and Decimal(value) > 100:
                problems.append(
                    Problem(where=where, what=f"目标“{hit[0]}”超过百分之百", mend="请核对原文，改正目标值")
                )
            by = day or (days[0] if len(days) == 1 else None)
            yield Target(
                text=hit[0],
                value=value,
                unit=unit,
                of=of,
                by=by.by if by else None,
                indicator=next((name for name, words in INDICATORS if words.search(of)), ""),
                courts=courts,
                line=line,
            )


def _value(hit: re.Match[str]) -> tuple[str, str]:
    named = hit.groupdict()
    if named.get("words"):
        total = 0
        rest = 0
        for sign in named["words"]:
            if sign in _TENS:
                total += (rest or 1) * _TENS[sign]
                rest = 0
            else:
                rest = "一二三四五六七八九".index(sign) + 1
        return str(total + rest), "%"
    return named["value"], named.get("unit") or "%"


def _of(clause: str, day: Deadline | None) -> str:
    words = clause.replace(day.text, "") if day else clause
    words = _COURTS.sub("", words).strip("，。；！？：、 ")
    return _TAIL.sub("", _LEAD.sub("", words)).strip("，。；：、 ")
