"""Reading a norm's text into its articles.

An article begins a line with 第…条; the older regulations of the court number their articles "16." instead,
and such a text has no line with 第…条 at all. Numbers must rise, since a line may also begin by naming
another article (第三百九十条有下列情形…), and an annex may begin its count anew: whatever does not rise
belongs to the article before it. 第…条之一 is kept with the article it was added to, because a citation
counts whole articles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_HEAD = re.compile(r"^[\s　]*第([零〇一二三四五六七八九十百千]+|\d+)条(之[一二三四五六七八九十]+)?(.?)")
_POINT = re.compile(r"^[\s　]*(\d{1,3})[.．、]\s*(?=\D)")
_Opening = Callable[[str, int], tuple[int, str] | None]
_MARK = re.compile(r"^[\s　]*(#|<!--)")


def number(words: str) -> int:
    """Answer the number that Chinese numerals, digits or both write: 二百六十四 is 264, 50万 is 500000.

    Raises ValueError (in Chinese) for other signs.
    """
    if words.isdecimal():
        return int(words)
    total = part = digit = 0
    for sign in words:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign.isdecimal():
            digit = digit * 10 + int(sign)
        elif sign == "万":
            total, part, digit = (total + part + digit) * 10_000, 0, 0
        elif sign in _UNITS:
            part += (digit or 1) * _UNITS[sign]
            digit = 0
        else:
            raise ValueError(f"“{words}”不是中文数字：不认识“{sign}”")
    return total + part + digit


def chinese(value: int) -> str:
    """Write a number from 1 to 9999 in Chinese numerals, as norms do: 264 is 二百六十四, 12 is 十二."""
    if not 1 <= value <= 9999:
        raise ValueError(f"只能写1至9999的数：{value}")
    words, gap = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            words += ("零" if gap and words else "") + "零一二三四五六七八九"[digit] + sign
        gap = not digit
    return words.removeprefix("一") if words.startswith("一十") else words


def articles(text: str) -> Mapping[int, str]:
    """Answer the articles of a norm's text by number; headings of chapters and what precedes article one are
    left out.

    Raises ValueError (in Chinese) when the text has no article.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    found = _gather(lines, _named) or _gather(lines, _pointed)
    if not found:
        raise ValueError("文本中没有“第…条”，也没有“1.”式条文")
    return {key: "\n".join(part for part in parts if part).strip() for key, parts in found.items()}


def _gather(lines: list[str], opening: _Opening) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    last = 0
    for line in lines:
        if _MARK.match(line):
            continue
        head = opening(line, last)
        if head is not None:
            last, rest = head
            found[last] = [rest]
        elif last:
            found[last].append(line.strip())
    return found


def _named(line: str, last: int) -> tuple[int, str] | None:
    """Answer number and words of the article that begins with 第…条; without a blank behind it must be the
    next.
    """
    head = _HEAD.match(line)
    if head is None or head[2]:
        return None
    value = number(head[1])
    spaced = not head[3].strip()
    if value <= last or (not spaced and value != last + 1):
        return None
    return value, line[head.start(3) :].strip()


def _pointed(line: str, last: int) -> tuple[int, str] | None:
    """Answer number and words of the article that begins with "16."; it must be the next, since lists are so
    numbered too.
    """
    head = _POINT.match(line)
    if head is None or int(head[1]) != last + 1:
        return None
    return int(head[1]), line[head.end() :].strip()
