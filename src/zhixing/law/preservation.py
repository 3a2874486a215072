"""Limits of property preservation: when it is ruled on, how much security may be asked, when suit must follow.

Hours are counted as hours: forty-eight from the receipt, whatever day that is (periods in hours begin at once, and no norm moves
them off closed days). The record keeps days, so the last day is the day on which the hours end.

Not covered: preservation of evidence and of conduct, and maritime preservation.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from fractions import Fraction

from zhixing.law.answers import Found, Undetermined
from zhixing.law.calendar import NATIONAL, Calendar
from zhixing.law.citations import cite
from zhixing.law.money import Fen, show
from zhixing.law.periods import Due, days, due
from zhixing.law.texts import say

__all__ = [
    "ASK",
    "SECURITY",
    "SUIT",
    "Stage",
    "hour_of",
    "hours_end",
    "most_security",
    "suit_by",
    "within_hours",
]

ASK = cite("财产保全规定", 4, figure="四十八小时")
SECURITY = cite("财产保全规定", 5, figure="百分之三十")
SUIT = cite("民诉法", 104, figure="三十日")
HOURS = timedelta(hours=48)
IN_SUIT_SHARE = Fraction(30, 100)
RULES_SINCE = date(2016, 12, 1)
SUIT_SINCE = date(2013, 1, 1)


class Stage(Enum):
    """When preservation is asked for; the value is its name."""

    BEFORE_SUIT = "诉前（仲裁前）"
    IN_SUIT = "诉讼中"
    ARBITRATION = "仲裁中"
    BEFORE_ENFORCEMENT = "执行前"


@dataclass(frozen=True, slots=True)
class MostSecurity:
    """The most that may be asked, in fen, and whether as much must be asked unless there is a reason."""

    amount: Fen
    usual: bool


def most_security(
    stage: Stage, requested: Fen, on: date, *, value: Fen | None = None
) -> Found[MostSecurity] | Undetermined:
    """How much security may be asked of the applicant: before suit as much as is preserved, else up to 30 per cent.

    `value` is that of the thing in dispute, of which the 30 per cent are taken instead. Undetermined before 2016-12-01, when
    no norm known here gave a share.

    >>> most_security(Stage.IN_SUIT, 1_000_000, date(2017, 6, 15)).value.amount
    300000
    """
    if stage is Stage.BEFORE_SUIT:
        line = say("诉前保全的担保相当于请求保全的数额：{amount} 元", amount=show(requested))
        return Found(MostSecurity(requested, usual=True), (line,), (SECURITY,))
    if on < RULES_SINCE:
        return Undetermined((say("{day} 以前责令提供担保的上限", day=RULES_SINCE),), (SECURITY,))
    base = requested if value is None else value
    most = int(base * IN_SUIT_SHARE)
    line = say("担保不超过 {base} 元的百分之三十：{amount} 元", base=show(base), amount=show(most))
    return Found(MostSecurity(most, usual=False), (line,), (SECURITY,))


def hour_of(text: str) -> time | None:
    """An hour as it is written, such as 08:30; None for none, or one that cannot be read."""
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        return None


def hours_end(on: date, at: str) -> Found[datetime] | Undetermined:
    """The hour at which forty-eight hours from the receipt end; without an hour, counted from midnight.

    >>> hours_end(date(2017, 6, 15), "08:30").value
    datetime.datetime(2017, 6, 17, 8, 30)
    """
    begun = hour_of(at or "00:00")
    if begun is None:
        return Undetermined((say("收到申请的钟点，如 08:30"),), (ASK,))
    end = datetime.combine(on, begun) + HOURS
    line = say("自 {on} {at} 起四十八小时，至 {end}", on=on, at=at or "00:00", end=f"{end:%Y-%m-%d %H:%M}")
    return Found(end, (line,), (ASK,))


def within_hours(on: date, at: str) -> Found[Due] | Undetermined:
    """The day on which forty-eight hours from the receipt end, closed or not; without an hour, counted from midnight.

    >>> within_hours(date(2017, 6, 15), "08:30").value.day
    datetime.date(2017, 6, 17)
    """
    end = hours_end(on, at)
    if isinstance(end, Undetermined):
        return end
    day = end.value.date()
    return Found(Due(day, NATIONAL.version, False, day), end.because, end.cites)


def suit_by(held: date, *, calendar: Calendar = NATIONAL) -> Found[Due] | Undetermined:
    """The last day for suit or arbitration after property was held before suit.

    Undetermined before 2013-01-01: the fifteen days of before are from memory.

    >>> suit_by(date(2017, 6, 15)).value.day
    datetime.date(2017, 7, 17)
    """
    if held < SUIT_SINCE:
        return Undetermined((say("{day} 以前的起诉期限", day=SUIT_SINCE),), (SUIT,))
    return due(held, days(30), calendar=calendar)
