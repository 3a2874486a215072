"""Dated values: figures that hold from a day until another, each with the source that sets it.

Rates, ceilings and terms are tables of these, never edited: an amendment ends one row and begins the next.
Two rows for one day are our defect and raise `Conflict` when the table is made; a day no row covers is
`Undetermined`, said with the nearest days known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

from zhixing.law.answers import Conflict, Found, Undetermined
from zhixing.law.citations import Citation
from zhixing.law.texts import Text, say

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """A value from `since` until the day before `until` (None: still), and what sets it: a citation where the
    norm is one we know, otherwise its name in words."""

    since: date
    until: date | None
    value: T
    source: Citation | str

    def __post_init__(self) -> None:
        if self.until is not None and self.until <= self.since:
            raise ValueError(f"起止颠倒或为空：{self.since}至{self.until}（止日不含在内，须晚于起日）")

    def covers(self, day: date) -> bool:
        """Whether the value holds on a day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Segment(Generic[T]):
    """A stretch of an asked span in which one row holds."""

    since: date
    until: date
    row: Row[T]


class Dated(Generic[T]):
    """What holds when, called `name` in answers; raises Conflict where two rows hold on one day."""

    __slots__ = ("name", "rows")

    def __init__(self, name: str, rows: Iterable[Row[T]]) -> None:
        self.name = name
        self.rows = tuple(sorted(rows, key=lambda row: row.since))
        for earlier, later in pairwise(self.rows):
            if earlier.until is None or later.since < earlier.until:
                raise Conflict(f"{name}：{later.since}起的一行与{earlier.since}起的一行重叠")

    def __iter__(self) -> Iterator[Row[T]]:
        return iter(self.rows)

    def on(self, day: date) -> Found[T] | Undetermined:
        """Answer the value that holds on a day, with the row it stands in.

        >>> table = Dated("下限", [Row(date(2017, 3, 1), None, 10, "法发〔2017〕6号")])
        >>> table.on(date(2017, 3, 1)).value, isinstance(table.on(date(2017, 2, 28)), Undetermined)
        (10, True)
        """
        row = self.row_on(day)
        if row is None:
            return self._gap(day)
        return Found(row.value, (self._because(row),), _cites(row))

    def row_on(self, day: date) -> Row[T] | None:
        """The row that holds on a day, or None: for callers that word their own answer."""
        return next((row for row in self.rows if row.covers(day)), None)

    def periods_between(self, since: date, until: date) -> Found[tuple[Segment[T], ...]] | Undetermined:
        """Answer the stretches of a half-open span in which one row each holds, without a gap.

        Undetermined where no row covers a day of the span; raises ValueError when the span is empty.
        """
        if until <= since:
            raise ValueError(f"起止颠倒或为空：{since}至{until}（止日不含在内，须晚于起日）")
        segments: list[Segment[T]] = []
        at = since
        while at < until:
            row = self.row_on(at)
            if row is None:
                return self._gap(at)
            end = until if row.until is None else min(row.until, until)
            segments.append(Segment(at, end, row))
            at = end
        because = tuple(self._because(segment.row) for segment in segments)
        cites = tuple(dict.fromkeys(each for segment in segments for each in _cites(segment.row)))
        return Found(tuple(segments), because, cites)

    def _gap(self, day: date) -> Undetermined:
        if not self.rows:
            return Undetermined((say("{name}：没有任何已知数值", name=self.name),))
        before = [row for row in self.rows if row.since <= day]
        if not before:
            first = self.rows[0].since
            return Undetermined(
                (say("{name}在{day}的数值（已知自{first}起）", name=self.name, day=day, first=first),)
            )
        ended = before[-1].until
        return Undetermined(
            (say("{name}在{day}的数值（前一数值止于{ended}之前）", name=self.name, day=day, ended=ended),)
        )

    def _because(self, row: Row[T]) -> Text:
        if row.until is None:
            span = say("自{since}起", since=row.since)
        else:
            span = say("自{since}至{until}之前", since=row.since, until=row.until)
        if isinstance(row.source, Citation):
            return say("{name}{span}为{value}", name=self.name, span=span, value=row.value)
        return say(
            "{name}{span}为{value}（{source}）", name=self.name, span=span, value=row.value, source=row.source
        )


def _cites(row: Row[T]) -> tuple[Citation, ...]:
    return (row.source,) if isinstance(row.source, Citation) else ()
