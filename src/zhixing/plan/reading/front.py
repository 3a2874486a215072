"""What stands before the first heading of a plan (number, letter, addressees, title, preamble), and who signed it when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from zhixing.law.norms.reading import number
from zhixing.plan.reading.ledger import Ledger
from zhixing.plan.reading.vocabulary import (
    A_DATE,
    DATED,
    DIGITS,
    DOCUMENT_NO,
    ISSUER,
    LETTER_TITLE,
    PLAN_TITLE,
    SIGNED,
)

_LINE = re.compile(r"[^\n]+")
Runs = list[tuple[int, int]]


@dataclass(slots=True)
class Front:
    """What stands before the first heading."""

    title: str = ""
    document_no: str = ""
    issuer: str = ""
    issued_on: date | None = None
    addressees: str = ""
    cover: list[str] = field(default_factory=list)
    preamble: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """The signature after the last section: where it begins and ends, who signed, when."""

    start: int
    end: int
    issuer: str = ""
    on: date | None = None


def front(ledger: Ledger, end: int) -> Front:
    """Number, letter, addressees, title, preamble: line by line, each known by its look."""
    found = Front()
    titles: Runs = []
    prose: Runs = []
    for line in _LINE.finditer(ledger.matched, 0, end):
        words = line[0].strip()
        if words:
            _front_line(ledger, found, line.span(), words, (titles, prose))
    _titles(ledger, found, titles)
    for place, run in enumerate(prose):
        text = ledger.take(*run)
        if place == len(prose) - 1:
            found.preamble = text
        else:
            found.cover.append(text)
    return found


def signature(ledger: Ledger, after: int) -> Signed:
    """The last signature after a place, which is laid out; where there is none, it is empty and stands at the end."""
    end = len(ledger.text)
    found = list(SIGNED.finditer(ledger.matched, after))
    if not found:
        return Signed(end, end)
    hit = found[-1]
    issuer = re.sub(r"\s", "", ledger.text[slice(*hit.span("issuer"))])
    ledger.lay_out(*hit.span())
    return Signed(hit.start(), hit.end(), issuer, day_of(hit["on"]))


def day_of(words: str) -> date | None:
    """The day a paper's date names (2016年5月23日, 二〇一六年五月二十三日); None for one that no calendar has."""
    hit = DATED.fullmatch(words.strip())
    if hit is None:
        return None
    year = hit["y"] if hit["y"].isdecimal() else hit["y"].translate(DIGITS)
    try:
        return date(int(year), number(hit["m"]), number(hit["d"]))
    except ValueError:
        return None


def _front_line(
    ledger: Ledger, found: Front, run: tuple[int, int], words: str, into: tuple[Runs, Runs]
) -> None:
    titles, prose = into
    number_of = DOCUMENT_NO.search(words)
    if number_of and not found.document_no and words.strip("（）") == number_of[0]:
        begins = ledger.matched.index(number_of[0], *run)
        found.document_no = ledger.take(begins, begins + len(number_of[0]))
        ledger.lay_out(*run)
    elif A_DATE.fullmatch(words.strip("（）")):
        found.issued_on = found.issued_on or day_of(words.strip("（）"))
        ledger.lay_out(*run)
    elif words.endswith("：") and not found.addressees and len(words) < 80:
        last = ledger.matched.rindex("：", *run)
        found.addressees = ledger.take(run[0], last)
        ledger.lay_out(*run)
    elif words.endswith(("。", "；")) or len(words) > 60:
        prose.append(run)
    elif ISSUER.fullmatch(words) and (not titles or _ends_title(ledger, titles)):
        found.issuer = found.issuer or re.sub(r"\s", "", words)
        ledger.lay_out(*run)
    else:
        titles.append(run)


def _ends_title(ledger: Ledger, titles: Sequence[tuple[int, int]]) -> bool:
    last = ledger.matched[slice(*titles[-1])].strip()
    return bool(PLAN_TITLE.search(last) or LETTER_TITLE.search(last))


def _titles(ledger: Ledger, found: Front, runs: Sequence[tuple[int, int]]) -> None:
    """Lines of titles, joined until one ends as titles do: the letter's ends in 通知, the plan's in 方案."""
    joined: list[str] = []
    for run in runs:
        joined.append(ledger.take(*run))
        ending = "".join(joined[-2:])  # a title's last word may be broken over two lines
        if LETTER_TITLE.search(ending):
            found.cover.append("".join(joined))
            joined = []
        elif PLAN_TITLE.search(ending):
            if found.title:
                found.cover.append(found.title)
            found.title = "".join(joined)
            joined = []
    if joined:
        rest = "".join(joined)
        if found.title:
            found.cover.append(rest)
        else:
            found.title = rest
    if not found.title and found.cover:  # a letter that has no plan of its own
        found.title = found.cover.pop(0)
