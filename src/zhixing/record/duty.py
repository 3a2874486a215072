"""Duties: what must be done by a date because of an act.

A duty is never stored by hand: it is asked of the dossier. Each has its trigger, the limit and the layer that spoke, the calendar
version, the days left out, its due date, what proves it done, and the history of its recomputations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from operator import attrgetter

import msgspec

from zhixing.law.answers import Found, Undetermined
from zhixing.law.calendar import NATIONAL, Calendar
from zhixing.law.citations import Citation
from zhixing.law.layers import Layer
from zhixing.law.periods import Due, Period, Span, due, lead
from zhixing.law.texts import Text, say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.power import Power
from zhixing.record.questions import revoked

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


class Standing(Enum):
    """How a duty stands on a day."""

    OPEN = "待办"
    SUSPENDED = "中止计算"
    OVERDUE = "已逾期"
    MET = "按期办结"
    LATE = "逾期办结"
    FALLEN_AWAY = "已免除"
    ENDED_LATE = "逾期后免除"
    RUNNING = "期间内可行使"
    EXERCISED = "已行使"
    LAPSED = "权利期间已过"
    UNDETERMINED = "期限未定"


_OF_A_RIGHT = {
    Standing.OPEN: Standing.RUNNING,
    Standing.OVERDUE: Standing.LAPSED,
    Standing.MET: Standing.EXERCISED,
    Standing.LATE: Standing.EXERCISED,
    Standing.ENDED_LATE: Standing.LAPSED,
}


class Duty(msgspec.Struct, frozen=True, gc=False):
    """A duty of one dossier. `due` is its last day, None when undetermined; `met_by` proves it was done; `ended_by` is the
    act through which it fell away.
    """

    rule: DutyRule
    opening: Entry[Act]
    index: int
    answer: DueAnswer
    limit: Limit
    due: date | None
    met_by: Entry[Act] | None = None
    ended_by: Entry[Act] | None = None
    suspended_by: Entry[Act] | None = None

    @property
    def label(self) -> Text:
        """What is to be done; of what recurs, which time it is."""
        return _label(self.rule.label, self.index, _times(self.rule, self.opening))

    @property
    def written(self) -> str:
        """The label as tables keep it."""
        times = _times(self.rule, self.opening)
        return self.rule.label if times == 1 else str(_label(self.rule.label, self.index, times))

    def standing(self, on: date) -> Standing:
        """How the duty stands on that day; of a right, whether it can still be used."""
        standing = self._standing(on)
        return _OF_A_RIGHT.get(standing, standing) if self.rule.right else standing

    def _standing(self, on: date) -> Standing:
        last, met_by, ended_by = self.due, self.met_by, self.ended_by
        if met_by is not None and met_by.on <= on:
            return Standing.LATE if last is not None and met_by.on > last else Standing.MET
        if ended_by is not None and ended_by.on <= on:
            return Standing.ENDED_LATE if last is not None and last < ended_by.on else Standing.FALLEN_AWAY
        if self.suspended_by is not None:
            return Standing.SUSPENDED
        if last is None:
            return Standing.UNDETERMINED
        return Standing.OVERDUE if last < on else Standing.OPEN


@lru_cache(maxsize=10_000)
def _label(label: str, index: int, times: int) -> Text:
    if times == 1:
        return say("{label}", label=label)
    return say("{label}（第 {nth} 次，共 {times} 次）", label=label, nth=index + 1, times=times)


def duties(rules: Iterable[DutyRule], dossier: Dossier, *, calendar: Calendar = NATIONAL) -> list[Duty]:
    """Every duty these rules see in the dossier, in the order they opened."""
    together = rules if isinstance(rules, DutyRules) else DutyRules(rules)
    undone = revoked(dossier)
    found = [
        duty
        for asked in _that_may_open(together, dossier.types, dossier.court)
        for duty in _of_rule(asked, dossier, undone, calendar)
    ]
    # The rules stand in the order of their names, and each tells its duties as they opened, turn after turn.
    return sorted(found, key=attrgetter("opening.seq"))


def of_rule(rule: DutyRule, dossier: Dossier, calendar: Calendar) -> list[Duty]:
    """The duties of one rule in the dossier."""
    return duties((rule,), dossier, calendar=calendar)


class _Asked(msgspec.Struct, frozen=True):
    """A rule as it is asked of a court's dossiers that hold acts of some types: what they hold none of is not looked for."""

    rule: DutyRule
    limits: tuple[Limit, ...]
    closes_on: tuple[type[Act], ...]
    falls_away_on: tuple[type[Act], ...]
    rests_on: tuple[type[Act], ...]


@lru_cache(maxsize=10_000)
def _that_may_open(rules: DutyRules, types: frozenset[type[Act]], court: str) -> tuple[_Asked, ...]:
    """The rules that acts of these types open, by their names."""

    def held(kinds: tuple[type[Act], ...]) -> tuple[type[Act], ...]:
        return kinds if any(issubclass(each, kinds) for each in types) else ()

    return tuple(
        _Asked(
            rule,
            tuple(limit for limit in rule.limits if limit.court in ("", court)),
            held(rule.closes_on),
            held(rule.falls_away_on),
            held((*rule.suspended_on, *rule.resumed_on)),
        )
        for rule in sorted(rules, key=lambda rule: rule.name)
        if held(rule.opens_on)
    )


def _of_rule(asked: _Asked, dossier: Dossier, undone: frozenset[int], calendar: Calendar) -> list[Duty]:
    """The duties of one rule in the dossier, the endings in `undone` not counting."""
    rule = asked.rule
    openings = dossier.among(rule.opens_on)
    if rule.when is not always:
        openings = [entry for entry in openings if rule.when(dossier, entry)]
    if rule.latest_only:
        openings = openings[-1:]
    if not openings:
        return []
    closings = dossier.among(asked.closes_on) if asked.closes_on else ()
    endings = dossier.among(asked.falls_away_on) if asked.falls_away_on else ()
    if undone:
        closings = [each for each in closings if each.seq not in undone]
        endings = [each for each in endings if each.seq not in undone]
    if rule.times == 1:
        return [
            _one(asked, Trigger(dossier, opening, 0, calendar), opening, closings, endings)
            for opening in openings
        ]
    found = []
    for opening in openings:
        after = opening
        for index in range(_times(rule, opening)):
            duty = _one(asked, Trigger(dossier, opening, index, calendar), after, closings, endings)
            found.append(duty)
            # What names its turn may come in any order; of all else the next turn is met by what comes after.
            after = duty.met_by or after if rule.turn is in_order else opening
    return found


def _times(rule: DutyRule, opening: Entry[Act]) -> int:
    return rule.times if isinstance(rule.times, int) else rule.times(opening)


def _one(
    asked: _Asked,
    trigger: Trigger,
    after: Entry[Act],
    closings: Sequence[Entry[Act]],
    endings: Sequence[Entry[Act]],
) -> Duty:
    rule, opening = asked.rule, trigger.entry
    limit, answer = _strictest(asked, trigger)
    last = answer.value.day if isinstance(answer, Found) else None
    met_by = _met(rule, trigger, after, closings) if closings else None
    ended_by = _ended(rule, trigger, endings) if endings else None
    if met_by is not None and ended_by is not None:
        if _later(met_by, ended_by) and met_by.seq != ended_by.seq:
            met_by = None
        else:
            ended_by = None
    resting = None
    if asked.rests_on and met_by is None and ended_by is None:
        resting = _suspended(rule, trigger.dossier.among(asked.rests_on))
    return Duty(rule, opening, trigger.index, answer, limit, last, met_by, ended_by, resting)


def _met(
    rule: DutyRule, trigger: Trigger, after: Entry[Act], closings: Sequence[Entry[Act]]
) -> Entry[Act] | None:
    """The first act after that one that closes the duty."""
    opening = trigger.entry
    for each in closings:
        if each.seq == opening.seq or each.seq == after.seq or not _later(each, after):
            continue
        if not rule.same_day and each.on <= opening.on:
            continue
        if rule.matches(trigger.dossier, opening, each) and rule.turn(opening, trigger.index, each):
            return each
    return None


def _ended(rule: DutyRule, trigger: Trigger, endings: Sequence[Entry[Act]]) -> Entry[Act] | None:
    """The first act since the opening one through which the duty fell away."""
    for each in endings:
        if _later(each, trigger.entry) and rule.falls_away_when(trigger.dossier, trigger.entry, each):
            return each
    return None


def _later(one: Entry[Act], other: Entry[Act]) -> bool:
    return one.on > other.on or (one.on == other.on and one.seq >= other.seq)


def _suspended(rule: DutyRule, changes: Sequence[Entry[Act]]) -> Entry[Act] | None:
    resting = None
    for entry in changes:
        resting = entry if isinstance(entry.act, rule.suspended_on) else None
    return resting


def _strictest(asked: _Asked, trigger: Trigger) -> tuple[Limit, DueAnswer]:
    if not asked.limits:
        raise ValueError(f"duty {asked.rule.name} has no limit for court {trigger.dossier.court}")
    strictest = asked.limits[0]
    answer = strictest.term(trigger)
    for limit in asked.limits[1:]:
        other = limit.term(trigger)
        if _stricter(other, answer):
            strictest, answer = limit, other
    return strictest, answer


def _stricter(one: DueAnswer, other: DueAnswer) -> bool:
    if not isinstance(one, Found):
        return False
    return not isinstance(other, Found) or one.value.day < other.value.day
