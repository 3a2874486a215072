"""The deadlines a passage names: each phrase with the clause that says what is to be done by then, and its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zhixing.plan.reading.days import NotAnnounced, NoYear, Reader, Year
from zhixing.plan.reading.ledger import Words
from zhixing.plan.reading.phrases import Phrase, Untold, phrases
from zhixing.plan.reading.vocabulary import LED_IN
from zhixing.plan.shape import Deadline, Problem

_SENTENCE = re.compile(r"[^。；！？]+[。；！？]?")
_ENDS = "，、：；。（,;:.( "
_SHORTEST = 5  # signs; 完成 or 到位 alone does not say what


@dataclass(frozen=True, slots=True)
class Reads:
    """By what a passage is read: how each phrase is read, the year of a date without one, and where problems go."""

    by: Mapping[str, Reader]
    year: Year
    problems: list[Problem]


def deadlines_of(source: Words, reads: Reads, where: str) -> Iterator[Deadline]:
    """Every day and recurrence a passage names, each with what it is for."""
    plain = source.matched
    for sentence in _SENTENCE.finditer(plain):
        own = source.text[sentence.start() : sentence.end()]
        lines = source.lines[sentence.start() : sentence.end()]
        found, untold = phrases(sentence[0], reads.year, reads.by)
        reads.problems.extend(problem(each, own[each.start : each.end], where) for each in untold)
        begins = [
            _clause(sentence[0], each, before) for each, before in zip(found, [None, *found], strict=False)
        ]
        for place, each in enumerate(found):
            if each.when.by and each.when.since and each.when.since > each.when.by:
                reads.problems.append(_backwards(own[each.start : each.end], where))
            until = begins[place + 1] if place + 1 < len(found) else len(own)
            yield Deadline(
                text=own[each.start : each.end],
                what=_what(own, each, begins[place], until, first=not place),
                by=each.when.by,
                every=each.when.every,
                rule=each.rule,
                line=lines[each.start],
            )


def problem(each: Untold, words: str, where: str) -> Problem:
    """A phrase of which no day can be told, as a problem of the plan."""
    if isinstance(each.why, NoYear):
        mend = "请在核对时补充期限，写明年份"
        return Problem(where=where, what=f"“{words}”没有写明年份，方案也没有日期", mend=mend, stops=False)
    if isinstance(each.why, NotAnnounced):
        mend = "请在核对时写明日期"
        return Problem(where=where, what=f"“{words}”的放假安排尚未公布", mend=mend, stops=False)
    return Problem(where=where, what=f"“{words}”不是日历上有的日期", mend="请核对原文，改正日期")


def _backwards(words: str, where: str) -> Problem:
    return Problem(where=where, what=f"“{words}”结束早于开始", mend="请核对原文，改正起止时间")


def _clause(sentence: str, each: Phrase, before: Phrase | None) -> int:
    """Where the clause of a phrase begins, after the phrase before it and what that one says."""
    least = before.end if before else 0
    comma = sentence.rfind("，", least, each.start)
    if comma < 0 and before:  # 2016年达到80%、2017年达到90%
        comma = sentence.rfind("、", least, each.start)
        return comma + 1 if comma >= 0 else each.start
    return comma + 1


def _what(sentence: str, each: Phrase, begins: int, until: int, *, first: bool) -> str:
    """What is to be done by then: the words of the clause, and those before it where they are too few."""
    after = sentence[each.end : until].strip(_ENDS)
    before = _before(sentence[begins : each.start])
    if first and len(before) + len(after) < _SHORTEST:
        before = _before(sentence[: each.start])
    return (f"{before}，{after}" if before and after else before or after).strip("）（")


def _before(words: str) -> str:
    """力争在2016年底前…, 做好…（2016年底前）: without what leads into the day."""
    return LED_IN.sub("", words).strip(_ENDS)
