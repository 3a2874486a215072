"""Figures to be reached: so many percent or so many pieces, of what, by when, in which courts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from zhixing.law.norms.reading import number
from zhixing.plan.reading.ledger import Words, matched
from zhixing.plan.reading.vocabulary import COURTS, FIGURE, GROWS, INDICATORS, LEAD, TAIL, THAT_IS
from zhixing.plan.shape import Deadline, Problem, Target

_CLAUSE = re.compile(r"[^，。；！？]+[，。；！？]?")


@dataclass(slots=True)
class Meant:
    """What the words so far speak of: what is measured, where, by which day. A new sentence begins anew."""

    of: str = ""
    courts: str = ""
    day: Deadline | None = None

    def heard(self, words: str, days: Mapping[str, Deadline]) -> None:
        """Take in the words before a figure, or of a clause without any. `days`: a day's words → the deadline."""
        said = next((text for text in days if text in words), "")
        if said:
            self.day = days[said]
        meant = COURTS.search(words)
        if meant:
            self.courts = "intermediate" if meant["mid"] else "basic"
        self.of = _of(words.replace(said, "") if said else words) or self.of


def targets(
    passages: Sequence[Words], deadlines: Sequence[Deadline], problems: list[Problem], where: str
) -> Iterator[Target]:
    """Every figure a measure names. One without a day of its own takes the measure's only deadline."""
    days = {matched(each.text): each for each in deadlines if each.by is not None and each.text}
    only = next(iter(days.values())).by if len(days) == 1 else None
    for passage in passages:
        source = passage.matched
        if not FIGURE.search(source):
            continue
        meant = Meant()
        for clause in _CLAUSE.finditer(source):
            if clause.start() and source[clause.start() - 1] in "。；！？":
                meant = Meant()
            begins = clause.start()
            for hit in FIGURE.finditer(source, *clause.span()):
                meant.heard(source[begins : hit.start()], days)
                begins = hit.end()
                value, unit = _value(hit)
                if unit == "%" and Decimal(value) > 100 and not GROWS.search(clause[0]):
                    problems.append(_too_much(hit[0], where))
                yield _target(hit[0], (value, unit), meant, only, passage.lines[hit.start()])
            if begins == clause.start():
                meant.heard(clause[0], days)


def _target(words: str, figure: tuple[str, str], meant: Meant, only: date | None, line: int) -> Target:
    value, unit = figure
    return Target(
        text=words,
        value=value,
        unit=unit,
        of=meant.of,
        by=meant.day.by if meant.day else only,
        indicator=next((name for name, words in INDICATORS if words.search(meant.of)), ""),
        courts=meant.courts,
        line=line,
    )


def _too_much(words: str, where: str) -> Problem:
    return Problem(where=where, what=f"目标“{words}”超过百分之百", mend="请核对原文，改正目标值")


def _value(hit: re.Match[str]) -> tuple[str, str]:
    if hit["percent"]:
        return hit["percent"], "%"
    if hit["words"]:
        return str(number(hit["words"])), "%"
    if hit["points"]:
        return hit["points"], hit["point"]
    return hit["value"], hit["unit"]


def _of(words: str) -> str:
    plain = COURTS.sub("", words).strip("，。；！？：、 ")
    plain = TAIL.sub("", LEAD.sub("", plain)).strip("，。；：、 ")
    return THAT_IS.split(plain)[-1] or plain
