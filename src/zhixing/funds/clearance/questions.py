"""How each old line stands, and how far a campaign has come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from zhixing.funds.clearance.acts import (
    ClearanceFinished,
    ClearanceOpened,
    OldLine,
    OldLineGiven,
    OldLineKept,
    OldLineNotCaseMoney,
    OldLineReopened,
    OldLinesAssigned,
    OldLinesRegistered,
    OldLineUnreturnable,
)
from zhixing.law.money import Fen
from zhixing.record.act import Act, Choice
from zhixing.record.dossier import Dossier, Entry, remembered


class OldClass(Choice):
    """What was found out of a line."""

    WAITING = "waiting", "待核对"
    ASSIGNED = "assigned", "已对应案件"
    KEPT = "kept", "批准延期"
    UNRETURNABLE = "unreturnable", "不能退还"
    OTHER = "other", "不属执行案款"


@dataclass(frozen=True, slots=True)
class Old:
    """A line, its class, the case, until when it is kept, who is to find out, since when it stands so, by which entry."""

    line: OldLine
    registered_on: date
    kind: OldClass = OldClass.WAITING
    case: int | None = None
    until: date | None = None
    owner: int | None = None
    since: date | None = None
    seq: int | None = None

    @property
    def in_suspense(self) -> bool:
        """Whether its money still lies among what is not known."""
        return self.kind not in (OldClass.ASSIGNED, OldClass.UNRETURNABLE)


@dataclass(frozen=True, slots=True)
class Total:
    """How many lines, and what they sum to in fen."""

    lines: int
    sum: Fen


def opening(dossier: Dossier) -> ClearanceOpened:
    """What the campaign is about. Raises LookupError where the dossier is none."""
    found = dossier.first(ClearanceOpened)
    if found is None:
        raise LookupError(f"卷宗 {dossier.id} 不是案款清理")
    return found.act


@remembered
def old_lines(dossier: Dossier, on: date) -> dict[str, Old]:
    """Each line by its flow number, as it stood at the end of that day."""
    found: dict[str, Old] = {}
    for entry in dossier.as_of(on).entries:
        act = entry.act
        if isinstance(act, OldLinesRegistered):
            for line in act.lines:
                found.setdefault(line.flow, Old(line, entry.on, owner=line.officer))
        elif isinstance(act, OldLinesAssigned):
            for each in act.assignments:
                _conclude(found, each.line, OldClass.ASSIGNED, entry, case=each.case)
        elif isinstance(act, OldLineKept):
            _conclude(found, act.line, OldClass.KEPT, entry, until=act.until)
        elif isinstance(act, OldLineUnreturnable):
            _conclude(found, act.line, OldClass.UNRETURNABLE, entry)
        elif isinstance(act, OldLineNotCaseMoney):
            _conclude(found, act.line, OldClass.OTHER, entry)
        elif isinstance(act, OldLineReopened):
            _conclude(found, act.line, OldClass.WAITING, entry)
        elif isinstance(act, OldLineGiven) and act.line in found:
            found[act.line] = replace(found[act.line], owner=act.owner)
    return found


def _conclude(
    found: dict[str, Old],
    flow: str,
    kind: OldClass,
    entry: Entry[Act],
    case: int | None = None,
    until: date | None = None,
) -> None:
    if flow in found:
        found[flow] = replace(found[flow], kind=kind, case=case, until=until, since=entry.on, seq=entry.seq)


def totals(dossier: Dossier, on: date) -> dict[OldClass, Total]:
    """Lines and sums of each class."""
    lines = old_lines(dossier, on).values()
    return {
        kind: Total(
            sum(1 for each in lines if each.kind is kind),
            sum(each.line.amount for each in lines if each.kind is kind),
        )
        for kind in OldClass
    }


def in_suspense(dossier: Dossier, on: date) -> Fen:
    """What the lines sum to, in fen, whose money still lies among what is not known."""
    return sum(each.line.amount for each in old_lines(dossier, on).values() if each.in_suspense)


def finished(dossier: Dossier, on: date) -> Entry[ClearanceFinished] | None:
    """The end of the campaign."""
    return dossier.as_of(on).last(ClearanceFinished)
