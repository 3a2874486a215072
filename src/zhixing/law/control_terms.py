"""How long property may be held under seizure, detention or freezing, first and when renewed.

Not covered: property frozen by administrative or criminal authorities, and shares of listed companies under their own rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import Citation, cite
from zhixing.law.dated import Dated, Row
from zhixing.law.periods import Period, months, shifted, years
from zhixing.law.texts import Text, say

__all__ = ["LAPSES", "Held", "Term", "last_day", "term"]

TERMS = cite("民诉法解释", 485, figure="三年")
LAPSES = cite("查扣冻规定", 27)
# Art. 29 of the provisions of 2004, struck out in 2020: the content is verified, its number is from memory.
OLD_TERMS = "最高人民法院关于人民法院民事执行中查封、扣押、冻结财产的规定（2004）第29条"
_OLD_SINCE, _SINCE = date(2005, 1, 1), date(2015, 2, 4)


class Held(Enum):
    """What is held, as the terms divide it; the value is its name."""

    DEPOSIT = "存款、资金"
    MOVABLE = "动产"
    OTHER = "不动产、其他财产权"


@dataclass(frozen=True, slots=True)
class Term:
    """The longest time for one kind of thing: at first, and at each renewal."""

    first: Period
    renewed: Period


def _dated(name: str, old: Term, new: Term) -> Dated[Term]:
    rows: list[Row[Term]] = [Row(_OLD_SINCE, _SINCE, old, OLD_TERMS), Row(_SINCE, None, new, TERMS)]
    return Dated(name, rows)


# A renewal was half the term before 2015.
_TERMS = MappingProxyType(
    {
        Held.DEPOSIT: _dated("存款的冻结期限", Term(months(6), months(3)), Term(years(1), years(1))),
        Held.MOVABLE: _dated("动产的查封、扣押期限", Term(years(1), months(6)), Term(years(2), years(2))),
        Held.OTHER: _dated(
            "不动产、其他财产权的查封、冻结期限", Term(years(2), years(1)), Term(years(3), years(3))
        ),
    }
)


def term(held: Held, on: date) -> Found[Term] | Undetermined:
    """The longest term for what is ordered on a day.

    >>> term(Held.DEPOSIT, date(2017, 6, 15)).value.first
    Period(count=1, unit=<Unit.YEAR: '年'>)
    """
    return _TERMS[held].on(on)


def last_day(held: Held, on: date, *, since: date, renewed: bool = False) -> Found[date] | Undetermined:
    """The last day that an order of day `on` may hold to, counted from `since`: a renewal runs on from the end of the old term.

    >>> last_day(Held.MOVABLE, date(2017, 6, 15), since=date(2017, 6, 15)).value
    datetime.date(2019, 6, 15)
    """
    answer = term(held, on)
    if isinstance(answer, Undetermined):
        return answer
    period = answer.value.renewed if renewed else answer.value.first
    end = shifted(since, period)
    line: Text = say(
        "{held}自 {since} 起不超过{period}，至 {end}", held=held.value, since=since, period=period, end=end
    )
    return Found(end, because=(*answer.because, line), cites=answer.cites)


def citations(on: date) -> tuple[Citation, ...]:
    """The article that sets the terms on a day, where it is one we know."""
    return (TERMS,) if on >= _SINCE else (LAPSES,)
