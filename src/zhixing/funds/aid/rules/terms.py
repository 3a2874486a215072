"""By when an application is decided, the treasury asked, and who is aided told.

These duties belong to the director and the accountant: an application has no handling officer on whose desk they would stand.
"""

from __future__ import annotations

from zhixing.funds.acts.payout import PayoutReturned
from zhixing.funds.aid.acts.application import (
    KIND,
    AidAppropriationAsked,
    AidExtended,
    AidFiled,
    AidGranted,
    AidMoneyReady,
    AidNoticed,
    AidPayoutApproved,
    AidRefused,
    AidWithdrawn,
)
from zhixing.funds.aid.needs import AidMeans
from zhixing.funds.aid.rules.application import TEN_DAYS
from zhixing.funds.aid.rules.payment import PAID
from zhixing.law.answers import Undetermined
from zhixing.law.periods import due, working_days
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule

DECIDED_IN = 10  # working days


def _extended(trigger: Trigger) -> DueAnswer:
    """The ten working days and those added, from filing."""
    filed, act = trigger.dossier.first(AidFiled), trigger.entry.act
    if filed is None or not isinstance(act, AidExtended) or act.more <= 0:
        return Undetermined((say("期限的起算日尚未记录"),))
    return due(filed.on, working_days(DECIDED_IN + act.more), calendar=trigger.calendar)


def _money_was_there(entry: Entry[Act]) -> bool:
    """Whether, when it was decided, the fund held what was given."""
    act = entry.act
    return isinstance(act, AidGranted) and entry.fact("aid-means", AidMeans).holds >= act.amount


def money_lacked(_dossier: Dossier, opening: Entry[Act]) -> bool:
    """The treasury is asked where the fund did not hold it."""
    return not _money_was_there(opening)


def money_is_there(dossier: Dossier, opening: Entry[Act]) -> bool:
    """The two days run from the decision where the money lies there, else from the day it came, or came back."""
    if isinstance(opening.act, PayoutReturned):
        return dossier.kind == KIND
    return isinstance(opening.act, AidMoneyReady) or _money_was_there(opening)


RULES: list[ActRule] = []
DUTIES = [
    DutyRule(
        name="funds.aid-decide",
        label="十个工作日内作出司法救助决定",
        holder=Power.DIRECTOR,
        opens_on=(AidFiled,),
        limits=(Limit(within(working_days(DECIDED_IN)), TEN_DAYS),),
        closes_on=(AidGranted, AidRefused),
        falls_away_on=(AidExtended, AidWithdrawn),
    ),
    DutyRule(
        name="funds.aid-decide-extended",
        label="延长的期限内作出司法救助决定",
        holder=Power.DIRECTOR,
        opens_on=(AidExtended,),
        limits=(Limit(_extended, TEN_DAYS),),
        closes_on=(AidGranted, AidRefused),
        falls_away_on=(AidWithdrawn,),
    ),
    DutyRule(
        name="funds.aid-appropriation",
        label="七个工作日内办理救助金拨付手续",
        holder=Power.ACCOUNTANT,
        opens_on=(AidGranted,),
        when=money_lacked,
        limits=(Limit(within(working_days(7)), PAID),),
        closes_on=(AidAppropriationAsked, AidMoneyReady, AidPayoutApproved),
    ),
    DutyRule(
        name="funds.aid-pay",
        label="二个工作日内通知领取救助金",
        holder=Power.ACCOUNTANT,
        opens_on=(AidGranted, AidMoneyReady, PayoutReturned),
        when=money_is_there,
        limits=(Limit(within(working_days(2)), PAID),),
        closes_on=(AidNoticed, AidPayoutApproved),
    ),
]
