"""The outline of a text: where its numbered parts begin, whatever the style of numbering (一、 （一） 1、 （1） ① 一是).

A number inside a paragraph may be a list within a measure (要做到：1、…；2、…) or the next measure of a plan that is written
in one paragraph. It counts as a part of the outline where it goes on the count of its level and the lines do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from zhixing.law.norms.reading import number
from zhixing.plan.reading.ledger import Ledger, matched

_NUMERAL = "[一二三四五六七八九十]{1,3}"
# Level by level, the outermost first, as official papers number.
MARKS: tuple[tuple[int, str], ...] = (
    (1, rf"(?:第{_NUMERAL}部分[、：. ]?|{_NUMERAL}[、.])"),
    (2, rf"(?:（{_NUMERAL}）|第{_NUMERAL}阶段[：、，]?)"),
    (3, r"\d{1,3}[、.](?!\d)"),
    (4, r"(?:\d{1,2}）|（\d{1,2}）)"),
    (5, r"第?[①-⑳][、.]?"),
    (6, rf"(?:{_NUMERAL}(?:是|要)(?=[^\d一二三四五六七八九十])|第{_NUMERAL}[，、])"),
)
LEVELS = tuple(level for level, _ in MARKS)
_AT = re.compile("|".join(f"(?P<l{level}>{mark})" for level, mark in MARKS))
_BEGINS = re.compile(r"(?:^|(?<=[。；：\n])|(?= ))[ \t]*", re.MULTILINE)
_OF_MARK = re.compile(rf"\d+|[①-⑳]|{_NUMERAL}")


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part: its level, number, where its mark begins, where its words begin and end."""

    level: int
    number: int
    mark: int
    start: int
    end: int
    at_line: bool  # the mark stands at the beginning of a line


def parts(ledger: Ledger, start: int, end: int) -> list[Part]:
    """The numbered parts between two places, in order; each ends where the next of its level or an outer one begins."""
    found = list(_marks(ledger, start, end))
    for level in LEVELS:
        found = _counting(found, level)
    open_at: dict[int, int] = {}
    ends = [end] * len(found)
    for place, part in enumerate(found):
        for level in [each for each in open_at if each >= part.level]:
            ends[open_at.pop(level)] = part.mark
        open_at[part.level] = place
    return [replace(part, end=last) for part, last in zip(found, ends, strict=True)]


def _marks(ledger: Ledger, start: int, end: int) -> list[Part]:
    found = []
    text = ledger.matched
    for begin in _BEGINS.finditer(text, start, end):
        hit = _AT.match(text, begin.end(), end)
        if hit is None:
            continue
        level = int((hit.lastgroup or "l1")[1:])
        at_line = begin.start() in (0, start) or text[begin.start() - 1] == "\n"
        after = text[begin.start() - 1]
        # A list of words may begin with 一、 after a colon; a heading in a paragraph stands after a sentence or a blank.
        if at_line or (after == "。" or bool(begin[0]) if level == 1 else after in "。；："):
            found.append(Part(level, numeral(hit[0]), hit.start(), hit.end(), end, at_line))
    return found


def _counting(found: Sequence[Part], level: int) -> list[Part]:
    """Without the marks of a level that stand inside lines and do not go on its count."""
    dropped: set[int] = set()
    run: list[Part] = []
    for part in found:
        if part.level < level:
            dropped |= _dropped(run)
            run = []
        elif part.level == level:
            run.append(part)
    dropped |= _dropped(run)
    return [part for part in found if part.mark not in dropped]


def _dropped(run: Sequence[Part]) -> set[int]:
    """Of the parts of one level under one outer part: the marks inside lines, where lines count and these do not fit in."""
    if not any(part.at_line for part in run):
        return set()
    following: list[int | None] = []  # the number of the next mark at the beginning of a line
    ahead: int | None = None
    for part in reversed(run):
        following.append(ahead)
        ahead = part.number if part.at_line else ahead
    dropped: set[int] = set()
    last = 0
    for part, after in zip(run, reversed(following), strict=True):
        if part.at_line or (part.number == last + 1 and (after is None or after > part.number)):
            last = part.number
        else:
            dropped.add(part.mark)
    return dropped


def begins_part(line: str) -> bool:
    """Whether a line begins with the mark of a numbered part."""
    return _AT.match(matched(line).lstrip()) is not None


def numeral(mark: str) -> int:
    """The number a mark carries: 十二、 is 12, （3） is 3, ② is 2."""
    hit = _OF_MARK.search(mark)
    if hit is None:
        return 0
    return ord(hit[0]) - ord("①") + 1 if "①" <= hit[0] <= "⑳" else number(hit[0])
