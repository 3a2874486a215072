"""What a paper says of itself: its kind, its number, the court or body it comes from, its date."""

from __future__ import annotations

import re
from datetime import date

from zhixing.cases.titles import numerals
from zhixing.cases.titles.numerals import DATE
from zhixing.cases.titles.reading import Kind
from zhixing.law.case_numbers import CaseNumberError, parse

_KINDS: tuple[tuple[str, Kind], ...] = (
    (r"支付令", Kind.PAYMENT_ORDER),
    (r"调解书", Kind.MEDIATION),
    (r"判决书", Kind.JUDGMENT),
    (r"执行证书|公证书|债权文书", Kind.NOTARISED_DEBT),
    (r"裁决书", Kind.AWARD),
    (r"裁定书", Kind.RULING),
)
_SELF: tuple[tuple[str, Kind], ...] = (
    (r"本调解书|本调解协议|调解协议", Kind.MEDIATION),
    (r"本裁决", Kind.AWARD),
    (r"本判决|判决如下", Kind.JUDGMENT),
    (r"本支付令", Kind.PAYMENT_ORDER),
    (r"本裁定|裁定如下", Kind.RULING),
)
_NUMBER = re.compile(
    r"[（〔(]\d{4}[）〕)][^，。；\n（）]{1,24}?\d{1,8}号(?:之[一二三四五六七八九十]+)?"
    r"|[^，。；\n：（）\d书院]{2,20}字?[（〔]\d{4}[）〕](?:[^，。；\n]{0,8}?)?第?\d{1,8}号"
    r"|[^，。；\n：（）\d]{2,16}字第?[（〔]?\d{4}[）〕]?[-第]?\d{1,8}号"
)
_COURT = re.compile(
    r"(?:中华人民共和国)?([\u3400-\u9fff]{2,28}?(?:人民法院|海事法院|知识产权法院|金融法院"
    r"|铁路运输法院|互联网法院|仲裁委员会|仲裁院|国际仲裁中心|公证处))"
)
_LETTERHEAD = re.compile(
    rf"{_COURT.pattern}(?=[\u3400-\u9fff]{{0,12}}(?:判决书|调解书|裁决书|裁定书|支付令|公证书|执行证书|仲裁)|（|$)"
)


def kind(text: str, head_end: int) -> tuple[Kind | None, tuple[int, int] | None]:
    """The kind of paper, from its title line; else from what it calls itself (本判决)."""
    for line, start in _lines(text[:head_end]):
        for words, code in _KINDS:
            found = re.search(rf"{words}(?:（[^（）]{{1,16}}）)?(?=$|[（〔]\d{{4}}[）〕])", line)
            if found:
                return code, (start, start + len(line))
    for words, code in _SELF:
        found = re.search(words, text)
        if found:
            return code, None
    return None, None


def number(text: str, head_end: int) -> tuple[str | None, tuple[int, int] | None]:
    """The paper's own number: the first in its head."""
    for line, start in _lines(text[:head_end]):
        if len(line) > 60:
            break
        found = _NUMBER.search(line)
        if found:
            return found[0].replace("(", "（").replace(")", "）"), (start, start + len(line))
    return None, None


def court(
    text: str, head_end: int, tail: int, own_number: str | None
) -> tuple[str | None, tuple[int, int] | None]:
    """The body the paper comes from: its letterhead, its signature, or a court of the district by its number's code."""
    for line, start in _lines(text[:head_end]):
        found = _LETTERHEAD.match(line)
        if found:
            return found[1], (start, start + len(line))
    for line, start in _lines(text[tail:]):
        found = _COURT.fullmatch(line)
        if found:
            return found[1], (tail + start, tail + start + len(line))
    if own_number is None:
        return None, None
    try:
        return parse(own_number).court_name, None
    except CaseNumberError:
        return None, None


def dated(text: str, tail: int) -> tuple[date | None, tuple[int, int] | None]:
    """The date of the paper: a line of its signature that is a date and nothing else."""
    for line, start in _lines(text[tail:]):
        found = re.fullmatch(DATE, line)
        if found:
            return numerals.day(line), (tail + start, tail + start + len(line))
    return None, None


def _lines(text: str) -> list[tuple[str, int]]:
    lines: list[tuple[str, int]] = []
    start = 0
    for line in text.split("\n"):
        lines.append((line, start))
        start += len(line) + 1
    return lines
