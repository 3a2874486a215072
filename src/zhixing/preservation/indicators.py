"""Figures of preservation by court, this year up to a day, so that a plan's target can name them; the desk shows their sum."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from zhixing.law.answers import Found, Undetermined
from zhixing.law.texts import say
from zhixing.preservation.figures import SHARES, Share
from zhixing.record.indicator import Counted, Indicator, Measured


def _measure(share: Share) -> Callable[[Sequence[str], date], Mapping[str, Measured]]:
    def measure(courts: Sequence[str], on: date) -> Mapping[str, Measured]:
        found = share.count(date(on.year, 1, 1), on, courts)
        return {court: _answer(share, *found.get(court, (0, 0)), on) for court in courts}

    return measure


def _lines(share: Share) -> Callable[[Sequence[str], date], Sequence[Counted]]:
    def lines(courts: Sequence[str], on: date) -> Sequence[Counted]:
        return list(share.lines(date(on.year, 1, 1), on, courts))

    return lines


def _answer(share: Share, part: int, whole: int, on: date) -> Measured:
    if not whole:
        return Undetermined((say("{year} 年截至 {on} 没有可以计算的案件", year=on.year, on=on),))
    because = say("{year} 年截至 {on}：{part} / {whole}", year=on.year, on=on, part=part, whole=whole)
    return Found(Fraction(part, whole), (because,), share.cites)


INDICATORS = tuple(
    Indicator(
        name=share.name,
        label=share.label,
        unit="%",
        of=share.meaning,
        measure=_measure(share),
        lines=_lines(share),
        cites=share.cites,
    )
    for share in SHARES
)
