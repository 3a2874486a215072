"""By when money that came is paid out.

Not covered: the 15 working days of 2021, which run from a day that is not recorded (具备发放条件).
"""

from __future__ import annotations

from zhixing.funds.acts.money import MoneyReceived, MoneyTakenBack
from zhixing.funds.acts.payout import (
    DeferralEnded,
    LargePayoutApproved,
    PayoutApproved,
    PayoutDeferred,
    PayoutReturned,
)
from zhixing.funds.aid.acts.case import AidDeducted
from zhixing.funds.keeping.acts import EscrowPlaced, FeeTaken
from zhixing.funds.questions.payout import is_execution_money, of_a_case, used_up
from zhixing.funds.rules.payout import IN_THIRTY_DAYS
from zhixing.law.periods import days
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule

RULES: list[ActRule] = []
DUTIES = [
    DutyRule(
        name="funds.pay-in-thirty-days",
        label="三十日内发放执行款",
        holder=Power.OFFICER,
        opens_on=(MoneyReceived,),
        when=is_execution_money,
        limits=(Limit(within(days(30)), IN_THIRTY_DAYS),),
        closes_on=(PayoutApproved, LargePayoutApproved, MoneyTakenBack, EscrowPlaced, FeeTaken, AidDeducted),
        falls_away_on=(PayoutDeferred,),
        matches=used_up,
    ),
    DutyRule(
        name="funds.pay-after-deferral",
        label="延缓事由消失后十日内发放",
        holder=Power.OFFICER,
        opens_on=(DeferralEnded,),
        limits=(Limit(within(days(10)), IN_THIRTY_DAYS),),
        closes_on=(PayoutApproved, LargePayoutApproved),
        falls_away_on=(PayoutDeferred,),
    ),
    DutyRule(
        name="funds.pay-again",
        label="退回的执行款三十日内再次发放",
        holder=Power.OFFICER,
        opens_on=(PayoutReturned,),
        when=of_a_case,
        limits=(Limit(within(days(30)), IN_THIRTY_DAYS),),
        closes_on=(PayoutApproved, LargePayoutApproved),
        falls_away_on=(PayoutDeferred,),
    ),
]
