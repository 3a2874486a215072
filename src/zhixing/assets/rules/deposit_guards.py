"""Guards of bidders' deposits: who may bid, what is paid before bidding ends, and what goes back."""

from __future__ import annotations

from zhixing.assets.acts.auction import BidDepositReceived, BidDepositReturned
from zhixing.assets.questions.proceeds import bids, excluded, to_return
from zhixing.assets.questions.sale import Offer
from zhixing.assets.rules.sale_guards import current_offer
from zhixing.cases.questions import owed
from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.money import show
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.rule import Asked, Objection, guard

DEPOSIT = cite("网拍规定", 17)
MAY_NOT_BID = cite("网拍规定", 34)
RETURNED = cite("网拍规定", 23, figure="二十四小时")
DEFAULT = cite("网拍规定", 24)


@guard("可以竞买", MAY_NOT_BID, DEFAULT, on_act=True)
def may_bid(asked: Asked) -> Objection | None:
    """Neither the court, the platform, its helpers and their kin, nor whoever bought this before and did not pay."""
    act = asked.the(BidDepositReceived)
    if act.bidder in excluded(asked.dossier, act.property, asked.on):
        return Objection(say("该竞买人曾竞得该财产后悔拍"), say("原买受人不得参加竞买，请退还其保证金"))
    if act.eligible:
        return None
    return Objection(
        say("还没有核对竞买人是否属于不得竞买的人"),
        say("请核对：执行法院、平台、辅助机构及其工作人员和近亲属不得竞买"),
    )


@guard("竞买人已交足保证金，或者是申请执行人", DEPOSIT, on_act=True)
def deposit_paid(asked: Asked) -> Objection | None:
    """The deposit of the notice is paid in full before bidding ends; an applicant pays what it has beyond the debt."""
    act, offer = asked.the(BidDepositReceived), current_offer(asked)
    if offer is None:
        return None
    if any(each.act.code == act.code for each in bids(asked.dossier, offer, asked.on)):
        return Objection(say("竞买代码 {code} 已经录入", code=act.code), say("请核对竞买代码"))
    if act.creditor is not None:
        applicants = {part.party for part in parties_of(asked.dossier, Role.APPLICANT, asked.on)}
        if act.creditor not in applicants:
            return Objection(say("所选的人不是申请执行人"), say("其他竞买人须交纳保证金"))
        return _beyond_the_debt(asked, act, offer)
    if act.amount >= offer.deposit:
        return None
    return Objection(
        say("公告的保证金为 {deposit} 元", deposit=show(offer.deposit)), say("未交足的，不得参加竞买")
    )


def _beyond_the_debt(asked: Asked, act: BidDepositReceived, offer: Offer) -> Objection | None:
    """Where less is owed to the applicant than the deposit, the difference is paid."""
    answer = owed(asked.dossier, asked.on)
    if isinstance(answer, Undetermined):
        return None
    short = offer.deposit - answer.value.outstanding.total
    if act.amount >= short:
        return None
    return Objection(
        say("债权数额小于保证金 {deposit} 元", deposit=show(offer.deposit)),
        say("申请执行人请交纳差额 {short} 元", short=show(short)),
    )


@guard("保证金应当退还", RETURNED, on_act=True)
def deposit_returnable(asked: Asked) -> Objection | None:
    """What goes back belongs to a bidder who did not buy, after bidding ended, and has not gone back yet."""
    number = asked.the(BidDepositReturned).deposit
    deposits = asked.dossier.as_of(asked.on).of(BidDepositReceived)
    found = next((each for each in deposits if each.seq == number), None)
    if found is None:
        return Objection(say("没有这一笔保证金"), say("请选择本案收到的保证金"))
    if any(each.seq == number for each in to_return(asked.dossier, found.act.property, asked.on)):
        return None
    return Objection(
        say("该保证金已经退还、竞价尚未结束，或者属于买受人"),
        say("竞价结束后退还未竞得的人；买受人的保证金充抵价款，悔拍的不退"),
    )
