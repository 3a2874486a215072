"""The duties of a dossier: which of them are open, met, fallen away or late, and by when.

Never stored by hand: asked of the dossier each time. `duty` says how they are declared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from functools import lru_cache
from operator import attrgetter

import msgspec

from zhixing.law.answers import Found
from zhixing.law.calendar import NATIONAL, Calendar
from zhixing.law.texts import Text, say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, DutyRules, Limit, Trigger, always, in_order
from zhixing.record.questions import revoked


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
