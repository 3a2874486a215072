"""The outline of a text: where its numbered parts begin, whatever the style of numbering (一、 （一） 1、 1． （1） 一是)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhixing.plan.reading.ledger import MATCHED, Ledger

_NUMERAL = "[一二三四五六七八九十]{1,3}"
# Level by level. A number at the beginning of a line begins a part; inside a line only after the end of a sentence.
MARKS: tuple[tuple[int, str], ...] = (
    (1, rf"(?:第{_NUMERAL}部分[、：. ]?|{_NUMERAL}[、.])"),
    (2, rf"（{_NUMERAL}）"),
    (3, r"(?:\d{1,2}[、.](?!\d)|\d{1,2}）|（\d{1,2}）|第?[①-⑳])"),
    (4, rf"(?:{_NUMERAL}(?:是|要)(?=[^\d一二三四五六七八九十])|第{_NUMERAL}[，、])"),
)
_AT = re.compile("|".join(f"(?P<l{level}>{mark})" for level, mark in MARKS))
_BEGINS = re.compile(r"(?:^|(?<=[。；：\n]))[ \t]*", re.MULTILINE)


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
    """The numbered parts between two places, in order; each ends where the next begins."""
    found: list[tuple[int, int, int, int, bool]] = []
    text = ledger.matched
    for begin in _BEGINS.finditer(text, start, end):
        hit = _AT.match(text, begin.end(), end)
        if hit is None:
            continue
        level = int((hit.lastgroup or "l1")[1:])
        at_line = begin.start() == 0 or text[begin.start() - 1] == "\n" or begin.start() == start
        if not at_line and level == 1 and text[begin.start() - 1] != "。":
            continue
        found.append((level, numeral(hit[0]), hit.start(), hit.end(), at_line))
    ends = [*(each[2] for each in found[1:]), end]
    return [
        Part(level, number, mark, begins, last, at_line)
        for (level, number, mark, begins, at_line), last in zip(found, ends, strict=False)
    ]


def begins_part(line: str) -> bool:
    """Whether a line begins with the mark of a numbered part."""
    return _AT.match(line.translate(MATCHED).lstrip()) is not None


def numeral(mark: str) -> int:
    """The number a mark carries: 十二、 is 12, （3） is 3, ② is 2."""
    digits = re.search(r"\d+", mark)
    if digits:
        return int(digits[0])
    circled = re.search("[①-⑳]", mark)
    if circled:
        return ord(circled[0]) - ord("①") + 1
    words = re.search(_NUMERAL, mark)
    if words is None:
        return 0
    tens, ten, ones = words[0].partition("十")
    signs = "一二三四五六七八九"
    if not ten:
        return signs.find(tens[0]) + 1
    return (signs.find(tens) + 1 if tens else 1) * 10 + (signs.find(ones) + 1 if ones else 0)
