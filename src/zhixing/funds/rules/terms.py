"""By when money that came is paid out.

Not covered: the 15 working days of 2021, which run from a day that is not recorded (具备发放条件).
"""

from __future__ import annotations

from datetime import date

from zhixing.funds.acts.money import MoneyReceived, MoneyTakenBack
from zhixing.funds.acts.payout import (
    DeferralEnded,
    DepositRefundApproved,
    LargePayoutApproved,
    PayoutApproved,
    PayoutDeferred,
    PayoutReturned,
)
from zhixing.funds.aid.acts.case import AidDeducted
from zhixing.funds.keeping.acts import DepositCounted, EscrowPlaced, FeeTaken
from zhixing.funds.questions.again import (
    paid_again,
    refunded_again,
    taken_back_too,
    way_of_sale,
    went_back,
)
from zhixing.funds.questions.payout import is_execution_money, of_a_bidder, of_a_case, used_up
from zhixing.funds.rules.payout import IN_THIRTY_DAYS
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.disposal import Way, auction_terms
from zhixing.law.periods import days, due
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule

# The thirty days are of 法发〔2017〕6号; the trial rules before it are known to art. 6 only. What had come before and lay
# there still is paid within thirty days of the day on which the term took effect (decided here, to confirm).
TERM_SINCE = date(2017, 5, 1)


def _since_there_is_a_term(trigger: Trigger) -> date:
    return max(trigger.entry.on, TERM_SINCE)


def _deposit_due(trigger: Trigger) -> DueAnswer:
    """As soon as a deposit goes back after bidding, counted from the day the bank brought it back (decided here, to confirm)."""
    refund, on = went_back(trigger.dossier, trigger.entry), trigger.entry.on
    way = way_of_sale(trigger.dossier, refund, on) if isinstance(refund, DepositRefundApproved) else None
    terms = auction_terms(way or Way.TRADITIONAL, on)
    return due(on, terms.value.deposit_back, calendar=trigger.calendar) if isinstance(terms, Found) else terms


DEPOSIT_BACK = Limit(
    _deposit_due,
    cite("网拍规定", 23, figure="二十四小时"),
    text="网络拍卖二十四小时，传统拍卖三日，自银行退回之日起算",
)
THIRTY = Limit(within(days(30), start=_since_there_is_a_term), IN_THIRTY_DAYS)
RULES: list[ActRule] = []
DUTIES = [
    DutyRule(
        name="funds.pay-in-thirty-days",
        label="三十日内发放执行款",
        holder=Power.OFFICER,
        opens_on=(MoneyReceived,),
        when=is_execution_money,
        limits=(THIRTY,),
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
        limits=(THIRTY,),
        closes_on=(PayoutApproved, LargePayoutApproved, EscrowPlaced, FeeTaken, AidDeducted),
        falls_away_on=(PayoutDeferred,),
        matches=paid_again,
    ),
    DutyRule(
        name="funds.refund-again",
        label="银行退回的保证金再次退还",
        holder=Power.OFFICER,
        opens_on=(PayoutReturned,),
        when=of_a_bidder,
        limits=(DEPOSIT_BACK,),
        closes_on=(DepositRefundApproved, DepositCounted),
        falls_away_on=(MoneyTakenBack,),
        falls_away_when=taken_back_too,
        matches=refunded_again,
    ),
]
