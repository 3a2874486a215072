"""Who may set a limit: nation, province, intermediate court, court. Stricter wins, looser is refused.

The same limit is often stated by several layers (thirty days by the nation, ten by the court). A `Layered`
limit keeps them together: the strictest speaks and the answer says which layer it was. A lower layer that is
looser than a higher one can never speak, so it is refused where it is written down, not where it is used.

Periods of one unit compare by count. Of different units only what holds for every start is refused at once:
n working days are at least n days, a month is 28 to 31 days. Where it depends on the start (five days or
three working days) both stand, and for each start the earlier due day wins: a lower layer never lengthens.

Not covered: which organ may set which limit, and limits that a lower layer may lawfully lengthen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import pairwise
from typing import Generic, TypeVar

from zhixing.law.answers import Conflict, Found, Undetermined
from zhixing.law.calendar import NATIONAL, Calendar
from zhixing.law.citations import Citation
from zhixing.law.periods import Due, Period, Span, Unit, due
from zhixing.law.texts import say

T = TypeVar("T")


class Layer(IntEnum):
    """A layer of rules, the highest first; a higher number is a lower layer."""

    NATION = 0
    PROVINCE = 1
    INTERMEDIATE = 2
    COURT = 3

    @property
    def label(self) -> str:
        """The layer in Chinese, for pages: 国家、省级、中级法院、本院."""
        return _LABELS[self]


_LABELS = {
    Layer.NATION: "国家",
    Layer.PROVINCE: "省级",
    Layer.INTERMEDIATE: "中级法院",
    Layer.COURT: "本院",
}


class LooserRule(ValueError):
    """A lower layer states a looser limit than a higher one; refused where the limit is defined."""


@dataclass(frozen=True, slots=True)
class Limit(Generic[T]):
    """A limit as one layer states it, with the source it stands in (a local rule has no citation)."""

    layer: Layer
    value: T
    cites: tuple[Citation, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Spoken(Generic[T]):
    """The strictest value, and the layer that spoke it."""

    value: T
    layer: Layer


class Layered(Generic[T]):
    """One limit as several layers state it, from the highest to the lowest; looser lower ones are refused."""

    __slots__ = ("limits",)

    def __init__(self, limits: Sequence[Limit[T]], *, looser: Callable[[T, T], bool]) -> None:
        """`looser(lower, higher)` answers whether the lower value is looser; raises LooserRule, Conflict."""
        if not limits:
            raise ValueError("至少要有一个层级的规定")
        self.limits = tuple(sorted(limits, key=lambda limit: limit.layer))
        for above, below in pairwise(self.limits):
            if above.layer == below.layer:
                raise Conflict(f"{above.layer.label}对同一期限或限额有两个规定")
        for index, below in enumerate(self.limits):
            for above in self.limits[:index]:
                if looser(below.value, above.value):
                    raise LooserRule(
                        f"{below.layer.label}的规定（{below.value}）宽于{above.layer.label}的规定"
                        f"（{above.value}）：下级只能从严，请改为不宽于上级的规定或删去"
                    )


def ceilings(*limits: Limit[int]) -> Layered[int]:
    """Amounts that may not be exceeded, in the unit of the caller (fen): the lower is the stricter."""
    return Layered(limits, looser=lambda lower, higher: lower > higher)


def floors(*limits: Limit[int]) -> Layered[int]:
    """Amounts that must be reached, in the unit of the caller (fen): the higher is the stricter."""
    return Layered(limits, looser=lambda lower, higher: lower < higher)


def terms(*limits: Limit[Period]) -> Layered[Period]:
    """Periods within which something must be done: the earlier due day is the stricter."""
    return Layered(limits, looser=surely_longer)


def surely_longer(period: Period, than: Period) -> bool:
    """Whether a period is longer than another whatever day it starts; False also where that depends.

    >>> from zhixing.law.periods import days, months, working_days
    >>> surely_longer(working_days(10), days(5)), surely_longer(days(30), months(1))
    (True, False)
    """
    if period.unit is than.unit:
        return period.count > than.count
    longest = _longest(than)
    return longest is not None and _shortest(period) > longest


def _months(period: Period) -> int:
    return period.count * 12 if period.unit is Unit.YEAR else period.count


def _shortest(period: Period) -> int:
    """The fewest calendar days it can take."""
    if period.unit in (Unit.DAY, Unit.WORKING_DAY):
        return period.count
    return 30 * _months(period) - 2


def _longest(period: Period) -> int | None:
    """The most calendar days it can take; None for working days, which holidays stretch without bound."""
    if period.unit is Unit.WORKING_DAY:
        return None
    if period.unit is Unit.DAY:
        return period.count
    return 31 * _months(period)


def strictest(layered: Layered[int]) -> Found[Spoken[int]]:
    """Answer the amount that binds and the layer that set it; where layers agree the highest speaks."""
    # No lower layer is looser, so the lowest that differs is the strictest.
    spoken = layered.limits[0]
    for limit in layered.limits[1:]:
        if limit.value != spoken.value:
            spoken = limit
    return _spoken(layered, spoken, spoken.value)


def strictest_due(
    start: date,
    layered: Layered[Period],
    *,
    calendar: Calendar = NATIONAL,
    excluded: Sequence[Span] = (),
) -> Found[Spoken[Due]] | Undetermined:
    """Answer the earliest of the layers' due days for a start, and the layer that set it."""
    best: tuple[Limit[Period], Found[Due]] | None = None
    for limit in layered.limits:
        answer = due(start, limit.value, calendar=calendar, excluded=excluded)
        if isinstance(answer, Undetermined):
            return answer
        if best is None or answer.value.day < best[1].value.day:
            best = (limit, answer)
    assert best is not None  # Layered holds at least one limit
    limit, answer = best
    spoken = _spoken(layered, limit, answer.value)
    return Found(spoken.value, answer.because + spoken.because, answer.cites + spoken.cites)


S = TypeVar("S")


def _spoken(layered: Layered[T], limit: Limit[T], value: S) -> Found[Spoken[S]]:
    because = tuple(
        say("{layer}规定：{value}{source}", layer=each.layer.label, value=each.value, source=_in(each.source))
        for each in layered.limits
    )
    verdict = say("从严适用{layer}的规定", layer=limit.layer.label)
    return Found(Spoken(value, limit.layer), (*because, verdict), limit.cites)


def _in(source: str) -> str:
    return f"（{source}）" if source else ""
