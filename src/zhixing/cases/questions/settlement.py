"""Settlement on a day: whether one stands, is performed, or was broken."""

from __future__ import annotations

from datetime import date
from enum import Enum

from zhixing.cases.acts.settlement import SettlementBroken, SettlementPerformed, SettlementRecorded
from zhixing.record.dossier import Dossier, Entry


class SettlementState(Enum):
    """How the newest settlement stands."""

    NONE = "没有和解"
    STANDING = "和解履行中"
    PERFORMED = "和解履行完毕"
    BROKEN = "和解未履行，已申请恢复"


def settlement(dossier: Dossier, on: date) -> tuple[SettlementState, Entry[SettlementRecorded] | None]:
    """The newest settlement by that day and how it stands."""
    then = dossier.as_of(on)
    made = then.last(SettlementRecorded)
    if made is None:
        return SettlementState.NONE, None
    for kind, state in (
        (SettlementBroken, SettlementState.BROKEN),
        (SettlementPerformed, SettlementState.PERFORMED),
    ):
        after = then.last(kind)
        if after is not None and after.seq > made.seq:
            return state, made
    return SettlementState.STANDING, made


def last_day(act: SettlementRecorded) -> date | None:
    """The last day on which the settlement is to be performed."""
    return max((each.due for each in act.instalments), default=act.last_day)


def first_day(act: SettlementRecorded) -> date | None:
    """The first day on which something is to be performed."""
    return min((each.due for each in act.instalments), default=act.last_day)
