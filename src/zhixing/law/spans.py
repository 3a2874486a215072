"""Spans of days, half-open as everywhere in the law: `since` is inside, `until` is the first day outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days from `since`, with it, to `until`, without it; raises ValueError when there is none."""

    since: date
    until: date

    def __post_init__(self) -> None:
        if self.since >= self.until:
            raise ValueError(f"起止颠倒或为空：{self.since}至{self.until}（止日不含在内，须晚于起日）")

    @property
    def days(self) -> int:
        """How many days."""
        return (self.until - self.since).days

    @property
    def last(self) -> date:
        """The last day inside."""
        return self.until - _DAY

    def __str__(self) -> str:
        """Its first and its last day, for a reason shown to people."""
        return f"{self.since}" if self.days == 1 else f"{self.since}至{self.last}（首尾均含）"

    def __contains__(self, day: date) -> bool:
        """Whether a day lies inside."""
        return self.since <= day < self.until


def merged(spans: Sequence[Span], *, after: date | None = None) -> tuple[Span, ...]:
    """Answer spans as disjoint ones in order, overlapping and adjoining ones joined; with
    `after`, only the days after that day.

    >>> whole = merged([Span(date(2017, 1, 3), date(2017, 1, 5)), Span(date(2017, 1, 1), date(2017, 1, 4))])
    >>> [span.days for span in whole]
    [4]
    """
    joined: list[Span] = []
    for span in sorted(spans):
        since = span.since if after is None else max(span.since, after + _DAY)
        if since >= span.until:
            continue
        if joined and since <= joined[-1].until:
            joined[-1] = Span(joined[-1].since, max(joined[-1].until, span.until))
        else:
            joined.append(Span(since, span.until))
    return tuple(joined)
