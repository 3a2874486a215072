"""Figures to be reached: so many percent or so many pieces, of what, by when, in which courts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from zhixing.plan.reading.ledger import MATCHED
from zhixing.plan.reading.vocabulary import (
    COURTS,
    IN_WORDS,
    INDICATORS,
    LEAD,
    PERCENT,
    PIECES,
    TAIL,
)
from zhixing.plan.shape import Deadline, Problem, Target

_CLAUSE = re.compile(r"[^，。；！？]+[，。；！？]?")
_TENS = {"十": 10, "百": 100}


def targets(
    text: str, progress: str, deadlines: Sequence[Deadline], problems: list[Problem], where: str, line: int
) -> Iterator[Target]:
    """Every figure a measure names. One without a day of its own takes the measure's only deadline."""
    days = [each for each in deadlines if each.by is not None]
    for source in (text.translate(MATCHED), progress.translate(MATCHED)):
        of = courts = ""
        day: Deadline | None = None
        for clause in _CLAUSE.finditer(source):
            if clause.start() and source[clause.start() - 1] in "。；！？":
                of, courts, day = "", "", None
            day = next(
                (each for each in days if each.text and each.text.translate(MATCHED) in clause[0]), day
            )
            hit = PERCENT.search(clause[0]) or IN_WORDS.search(clause[0]) or PIECES.search(clause[0])
            meant = COURTS.search(clause[0])
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
    words = clause.replace(day.text.translate(MATCHED), "") if day else clause
    words = COURTS.sub("", words).strip("，。；！？：、 ")
    return TAIL.sub("", LEAD.sub("", words)).strip("，。；：、 ")
