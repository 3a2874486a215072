"""Duties: what must be done by a date because of an act.

A duty is never stored by hand: it is asked of the dossier. Each has its trigger, the limit and the layer that spoke, the calendar
version, the days left out, its due date, what proves it done, and the history of its recomputations.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import msgspec

from zhixing.law.answers import Found, Undetermined
from zhixing.law.calendar import NATIONAL, Calendar
from zhixing.law.citations import Citation
from zhixing.law.layers import Layer
from zhixing.law.periods import Due, Period, Span, due, lead
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.power import Power

DueAnswer = Found[Due] | Undetermined


class Trigger(msgspec.Struct, frozen=True, gc=False):
    """What a term is asked about: the dossier, the entry that opened the duty, which occurrence it is, and the calendar."""

    dossier: Dossier
    entry: Entry[Act]
    index: int
    calendar: Calendar


Term = Callable[[Trigger], DueAnswer]


def no_spans(_dossier: Dossier, _entry: Entry[Act]) -> Sequence[Span]:
    """Nothing is left out of the count."""
    return ()


def taken_effect(trigger: Trigger) -> date | None:
    """Count from the day the opening act took effect."""
    return trigger.entry.on


def within(
    period: Period,
    *,
    start: Callable[[Trigger], date | None] = taken_effect,
    excluded: Callable[[Dossier, Entry[Act]], Sequence[Span]] = no_spans,
) -> Term:
    """A limit of `period` from `start`, days left out as `excluded` says. No start: undetermined."""

    @lru_cache(maxsize=20_000)
    def plain(since: date) -> DueAnswer:
        """The same days recur through all dossiers."""
        return due(since, period)

    def term(trigger: Trigger) -> DueAnswer:
        since = start(trigger)
        if since is None:
            return Undetermined((say("期限的起算日尚未记录"),))
        spans = excluded(trigger.dossier, trigger.entry)
        if not spans and trigger.calendar is NATIONAL:
            return plain(since)
        return due(since, period, calendar=trigger.calendar, excluded=spans)

    return term


def before(end: Callable[[Trigger], date | None], period: Period) -> Term:
    """At the latest `period` before the day `end` answers."""

    def term(trigger: Trigger) -> DueAnswer:
        last = end(trigger)
        if last is None:
            return Undetermined((say("届满日尚未确定"),))
        return lead(last, period, calendar=trigger.calendar)

    return term


def every(period: Period) -> Term:
    """The n-th occurrence falls due n periods after the opening act, each counted from that act."""

    def term(trigger: Trigger) -> DueAnswer:
        whole = Period(period.count * (trigger.index + 1), period.unit)
        return due(trigger.entry.on, whole, calendar=trigger.calendar)

    return term


@dataclass(frozen=True, slots=True)
class Limit:
    """One layer's statement of a limit. `court` narrows an intermediate court's or a court's own limit to that court."""

    term: Term
    basis: Citation
    layer: Layer = Layer.NATION
    court: str = ""
    text: str = ""


def same_act(_dossier: Dossier, _opening: Entry[Act], _closing: Entry[Act]) -> bool:
    """Any later act of a closing type closes the duty."""
    return True


def in_order(_opening: Entry[Act], _index: int, _closing: Entry[Act]) -> bool:
    """Of what recurs, each closing act is taken for the next turn that is open."""
    return True


def always(_dossier: Dossier, _entry: Entry[Act]) -> bool:
    """The duty opens whenever its act is entered."""
    return True


def any_act(_dossier: Dossier, _opening: Entry[Act], _ending: Entry[Act]) -> bool:
    """Whatever the act says, it ends the duty."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DutyRule:
    """A duty that acts open and close. Several limits: the strictest speaks, and says which layer it is.

    `when` narrows which openings count; `matches` which closings; `falls_away_on` names acts that end it
    undone, `falls_away_when` which of them do;
    `suspended_on`/`resumed_on` acts between which it rests; `times` is how often it recurs, or tells it of the opening
    act; `turn` says to which turn a closing act belongs, where it names its turn itself. A `right` may be used or not: its
    period runs out, nobody is late.
    """

    name: str
    label: str
    holder: Power
    opens_on: tuple[type[Act], ...]
    limits: tuple[Limit, ...]
    closes_on: tuple[type[Act], ...]
    falls_away_on: tuple[type[Act], ...] = ()
    falls_away_when: Callable[[Dossier, Entry[Act], Entry[Act]], bool] = any_act
    suspended_on: tuple[type[Act], ...] = ()
    resumed_on: tuple[type[Act], ...] = ()
    when: Callable[[Dossier, Entry[Act]], bool] = always
    matches: Callable[[Dossier, Entry[Act], Entry[Act]], bool] = same_act
    times: int | Callable[[Entry[Act]], int] = 1
    turn: Callable[[Entry[Act], int, Entry[Act]], bool] = in_order
    same_day: bool = True  # an act of the opening day may close it
    latest_only: bool = False  # a newer opening replaces the older duty
    right: bool = False


class DutyRules(tuple[DutyRule, ...]):
    """Rules that are asked together. They are told apart by identity: to hash them all takes longer than to ask them."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other
