"""What entering acts would bring about, before it is done: the dry run that the page, the API and the command line show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Actor, Dossier, Entry
from zhixing.record.duties import Duty, duties
from zhixing.record.rule import ActRule


@dataclass(frozen=True, slots=True)
class Outcome:
    """The entries as they would stand, the dossier afterwards, the duties that would open and those that would be done with."""

    entries: list[Entry[Act]]
    after: Dossier
    opened: list[Duty]
    closed: list[Duty]


def outcome(before: Dossier, steps: Sequence[door.Step]) -> Outcome:
    """Try the steps and keep nothing. Raises as `door.enter_all` does."""
    entries, after = door.dry_run(before.id, steps)
    rules = installed().duties
    known = {_key(duty): duty for duty in duties(rules, before)}
    now = duties(rules, after)
    opened = [duty for duty in now if _key(duty) not in known and _goes_on(duty)]
    closed = [
        duty for duty in now if not _goes_on(duty) and _key(duty) in known and _goes_on(known[_key(duty)])
    ]
    return Outcome(entries, after, opened, closed)


def as_if_approved(rule: ActRule, act: Act, by: Actor, on: date) -> door.Step:
    """The act as a step; one that needs approval is tried as if its approver had approved."""
    approver = None
    if rule.approved_by is not None:
        label, power = rule.approved_by.label, rule.approved_by.value
        approver = Actor(kind="officer", id=0, name=label, court=by.court, powers=(power,), strong=True)
    return door.Step(act=act, by=by, on=on, approved_by=approver)


def _key(duty: Duty) -> tuple[str, int, int]:
    return duty.rule.name, duty.opening.seq, duty.index


def _goes_on(duty: Duty) -> bool:
    return duty.met_by is None and duty.ended_by is None
