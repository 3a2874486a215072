"""What is still held when there is nothing left to enforce: it must be lifted, or a debtor who paid cannot use what is his.

The law says that the court lifts it (查扣冻规定 28) and names no number of days; three are ours, as where it may not be held.
Where another court goes on, its controls stay; what a terminated round leaves is renewed and not lifted.
"""

from __future__ import annotations

from zhixing.assets.acts.control import ControlPassedOn, ControlReleased
from zhixing.assets.questions.control import holds
from zhixing.assets.questions.found import asset
from zhixing.closing.acts import (
    ApplicationDismissed,
    EndingRevoked,
    EnforcementEnded,
    EnforcementEndedAgainst,
    Fulfilled,
    NonEnforced,
)
from zhixing.closing.rules.guards import TAKEN_OVER
from zhixing.law.citations import cite
from zhixing.law.periods import days
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule

RELEASES = cite("查扣冻规定", 28)


def _held_after(dossier: Dossier, ending: Act, entry: Entry[Act]) -> bool:
    """Whether anything stands after an entry whose enforcement this ending ended: of the case, or of the debtors it names."""
    on = entry.on
    debtors = ending.debtors if isinstance(ending, EnforcementEndedAgainst) else None
    for each in holds(dossier, on):
        found = asset(dossier, each.thing, on)
        later = each.released is not None and each.released.seq > entry.seq
        if (each.stands(on) or later) and (debtors is None or (found and found.found.act.owner in debtors)):
            return True
    return False


def _leaves_something_held(dossier: Dossier, entry: Entry[Act]) -> bool:
    if isinstance(entry.act, EnforcementEnded) and entry.act.ground in TAKEN_OVER:
        return False
    return _held_after(dossier, entry.act, entry)


def _nothing_is_held(dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return not _held_after(dossier, opening.act, closing)


RULES: list[ActRule] = []
DUTIES = [
    DutyRule(
        name="lift-after-end",
        label="解除已无须执行的查封、扣押、冻结",
        holder=Power.OFFICER,
        opens_on=(Fulfilled, EnforcementEnded, EnforcementEndedAgainst, NonEnforced, ApplicationDismissed),
        limits=(Limit(within(days(3)), RELEASES, text="应当解除；法律没有规定天数，三日是平台暂定"),),
        closes_on=(ControlReleased, ControlPassedOn),
        falls_away_on=(EndingRevoked,),
        when=_leaves_something_held,
        matches=_nothing_is_held,
    ),
]
