"""Build a dossier without a database, asking every guard on the way as the door does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import msgspec

from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Actor, Dossier, Entry
from zhixing.record.power import Power
from zhixing.record.rule import Asked, Refusal, refusals

ANYONE = Actor(
    strong=True,
    kind="officer",
    id=1,
    name="承办甲",
    court="渝0235",
    powers=tuple(power.value for power in Power),
)
APPROVER = Actor(
    strong=True,
    kind="officer",
    id=2,
    name="局长乙",
    court="渝0235",
    powers=tuple(power.value for power in Power),
)


@dataclass(frozen=True, slots=True)
class Did:
    """One act of a story: what, on which day, what the door was told from outside, by whom."""

    act: Act
    on: date
    facts: Mapping[str, object] = field(default_factory=dict)
    by: Actor = ANYONE


def empty(court: str = "渝0235") -> Dossier:
    """A dossier without acts."""
    return installed().dossier(1, "case", court, [])


def refused(dossier: Dossier, did: Did) -> list[Refusal]:
    """What stands against the act."""
    asked = Asked(dossier, did.on, did.by, did.act, did.facts, APPROVER)
    return refusals(installed().rule(type(did.act)), asked)


def not_offered(dossier: Dossier, did: Did) -> list[Refusal]:
    """Why the pages would not offer an act that may be entered: nothing, for want of a property to do it to."""
    asked = Asked(dossier, did.on, did.by, None, did.facts)
    rule = installed().rule(type(did.act))
    return [each for each in refusals(rule, asked) if each.guard == "some-property-fits"]


def add(dossier: Dossier, did: Did, *, guarded: bool = True) -> Dossier:
    """The dossier with the act entered; AssertionError with the refusals when a guard stands against it."""
    if guarded:
        found = [*refused(dossier, did), *not_offered(dossier, did)]
        assert not found, "; ".join(f"{each.guard}: {each.facts}" for each in found)
    seq = dossier.head + 1
    at = datetime.combine(did.on, time(9), UTC) + timedelta(seconds=seq)
    if dossier.recorded and at <= dossier.recorded[-1].recorded_at:
        at = dossier.recorded[-1].recorded_at + timedelta(seconds=1)
    entry: Entry[Act] = Entry(
        dossier=dossier.id,
        seq=seq,
        on=did.on,
        recorded_at=at,
        who=did.by.kept(),
        act=did.act,
        approved_by=APPROVER if installed().rule(type(did.act)).approved_by else None,
        facts={name: msgspec.Raw(msgspec.json.encode(value)) for name, value in did.facts.items()},
    )
    return dossier.with_entries((*dossier.recorded, entry))


def build(story: Sequence[Did], *, guarded: bool = True, court: str = "渝0235") -> Dossier:
    """A dossier from its story; `guarded=False` to reach states without asking the guards."""
    dossier = empty(court)
    for did in story:
        dossier = add(dossier, did, guarded=guarded)
    return dossier
