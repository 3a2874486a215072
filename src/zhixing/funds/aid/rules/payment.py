"""Rules of paying aid: the treasury is asked where the money is not there, then it goes from the fund to who is aided, through
the bank's file like every payout; at the end it is explained and signed.
"""

from __future__ import annotations

from zhixing.funds.aid.acts.application import (
    AidAppropriationAsked,
    AidHandedOver,
    AidMoneyReady,
    AidNoticed,
    AidPayoutApproved,
    AidPayoutCancelled,
)
from zhixing.funds.aid.acts.case import AidPaidOver
from zhixing.funds.aid.needs import AID_MEANS, AidMeans
from zhixing.funds.aid.questions.application import application, drawn, granted, paid
from zhixing.funds.aid.rules.application import TEAM, as_applied_for
from zhixing.funds.aid.rules.fund import FUND, GROUP
from zhixing.funds.rules.account import account_usable
from zhixing.funds.rules.needs import ACCOUNT, AS_IT_STANDS, PAYABLE
from zhixing.funds.rules.payout import account_of_payee, payout_reserved, something_reserved
from zhixing.funds.statement import in_yuan
from zhixing.law.citations import cite
from zhixing.law.money import Fen
from zhixing.law.texts import say
from zhixing.record.act import Act, DossierId
from zhixing.record.dossier import Dossier
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, Reach, guard

# from memory: the articles of 司法救助意见
PAID = cite("司法救助意见", 13)
HANDED = cite("司法救助意见", 15)


def to_draw(dossier: Dossier) -> Fen:
    """Fen of what was decided that are not yet taken out of the fund."""
    decision = granted(dossier, AS_IT_STANDS)
    return decision.act.amount - drawn(dossier, AS_IT_STANDS) if decision else 0


@guard("已经决定给予救助", PAID)
def aid_granted(asked: Asked) -> Objection | None:
    """What was not decided is not paid."""
    if granted(asked.dossier, AS_IT_STANDS) is not None:
        return None
    return Objection(say("还没有给予救助的决定"), say("请先审查决定"))


@guard("还有未发放的救助金", PAID)
def something_to_draw(asked: Asked) -> Objection | None:
    """Aid is paid once."""
    if granted(asked.dossier, AS_IT_STANDS) is None or to_draw(asked.dossier) > 0:
        return None
    return Objection(say("救助金已经全部发放或者正在付款"), say("不必办理；银行没有付的，先撤销发放"))


@guard("救助资金账上足够", FUND, on_act=True)
def fund_holds_enough(asked: Asked) -> Objection | None:
    """Money is paid, or said to be there, when it lies in the fund."""
    act, holds = asked.act, asked.fact(AID_MEANS).holds
    amount = act.amount if isinstance(act, AidPayoutApproved) else to_draw(asked.dossier)
    if amount <= holds:
        return None
    return Objection(
        say("司法救助资金账上有 {holds} 元，需要 {amount} 元", holds=in_yuan(holds), amount=in_yuan(amount)),
        say("请申请财政拨付，到账并认定为救助资金以后再办"),
        (AidAppropriationAsked,),
    )


@guard("发给救助申请人，不超过决定的金额", PAID, on_act=True)
def paid_as_decided(asked: Asked) -> Objection | None:
    """To who is aided and nobody else, no more in all than was decided."""
    act, rest = asked.the(AidPayoutApproved), to_draw(asked.dossier)
    if act.payee != application(asked.dossier).act.applicant:
        return Objection(say("收款人不是救助申请人"), say("救助金只发给决定书上的救助申请人"))
    if 0 < act.amount <= rest:
        return None
    return Objection(
        say("尚可发放 {rest} 元，要发放 {amount} 元", rest=in_yuan(rest), amount=in_yuan(act.amount)),
        say("请填写大于零、不超过决定的金额"),
    )


@guard("从存放救助资金的账户付款", FUND, on_act=True)
def from_the_funds_account(asked: Asked) -> Objection | None:
    """The fund pays, from where its money lies."""
    means: AidMeans = asked.fact(AID_MEANS)
    if asked.the(AidPayoutApproved).account == means.account:
        return None
    return Objection(say("付款的银行账户不是存放救助资金的账户"), say("请选择司法救助资金的银行账户"))


@guard("救助金已经付清", HANDED)
def all_paid(asked: Asked) -> Objection | None:
    """It is explained and signed when the bank has paid."""
    decision = granted(asked.dossier, AS_IT_STANDS)
    if decision is not None and paid(asked.dossier, AS_IT_STANDS) == decision.act.amount:
        return None
    return Objection(say("银行还没有付清救助金"), say("请财务人员先核对银行付款"))


@guard("还没有办结", HANDED)
def not_handed_over(asked: Asked) -> Objection | None:
    """Once."""
    found = asked.dossier.first(AidHandedOver)
    if found is None:
        return None
    return Objection(say("已于 {on} 发放完毕", on=found.on), say("不必再次办理"))


@guard("金额、资金与付款一致", HANDED, on_act=True)
def handed_as_paid(asked: Asked) -> Objection | None:
    """What the enforcement case is told is what the bank paid from the court's fund."""
    act = asked.the(AidHandedOver)
    if (act.amount, act.fund) == (paid(asked.dossier, AS_IT_STANDS), asked.fact(AID_MEANS).fund):
        return None
    return Objection(
        say("所填金额与银行付款不一致，或者不是本院的司法救助资金"), say("请从司法救助案件的页面打开表格")
    )


def _paid_over(act: Act, aid: DossierId) -> list[Reach]:
    if not isinstance(act, AidHandedOver):
        return []
    return [
        Reach(act.case, AidPaidOver(person=act.applicant, aid=aid, fund=act.fund, amount=act.amount)),
    ]


RULES = [
    ActRule(
        act=AidAppropriationAsked,
        label="申请拨付救助金",
        basis=(PAID, FUND),
        by=(Power.ACCOUNTANT, *TEAM),
        purpose="账上不足的，请财政部门拨付已经决定的救助金",
        guards=(aid_granted, something_to_draw),
        document="申请拨付司法救助资金的函",
        group=GROUP,
    ),
    ActRule(
        act=AidMoneyReady,
        label="救助金已拨付到位",
        basis=(PAID,),
        by=(Power.ACCOUNTANT,),
        purpose="已决定的救助金在账上了；二个工作日内通知领取",
        guards=(aid_granted, something_to_draw, fund_holds_enough),
        needs=(AID_MEANS,),
        group=GROUP,
    ),
    ActRule(
        act=AidNoticed,
        label="通知领取救助金",
        basis=(PAID,),
        by=(*TEAM, Power.CLERK, Power.ACCOUNTANT),
        purpose="通知救助申请人领取，告知需要带什么",
        guards=(aid_granted, something_to_draw, fund_holds_enough),
        needs=(AID_MEANS,),
        discloses=Disclosure(sms="funds.aid_noticed"),
        document="领取司法救助金通知书",
        group=GROUP,
    ),
    ActRule(
        act=AidPayoutApproved,
        label="发放救助金",
        basis=(PAID, FUND),
        by=(*TEAM, Power.ACCOUNTANT),
        approved_by=Power.DIRECTOR,
        purpose="按决定书从司法救助资金付到救助申请人的账户",
        guards=(
            aid_granted,
            something_to_draw,
            paid_as_decided,
            account_usable,
            from_the_funds_account,
            account_of_payee,
            fund_holds_enough,
        ),
        needs=(ACCOUNT, PAYABLE, AID_MEANS),
        discloses=Disclosure(sms="funds.aid_payout_approved"),
        document="发放司法救助金审批表",
        books=True,
        coerces=True,
        group=GROUP,
    ),
    ActRule(
        act=AidPayoutCancelled,
        label="撤销救助金发放",
        basis=(FUND,),
        by=(*TEAM, Power.ACCOUNTANT),
        approved_by=Power.DIRECTOR,
        purpose="银行没有付，款项回到司法救助资金",
        guards=(aid_granted, something_reserved, payout_reserved),
        books=True,
        group=GROUP,
    ),
    ActRule(
        act=AidHandedOver,
        label="救助金发放完毕",
        basis=(HANDED,),
        by=(*TEAM, Power.CLERK),
        purpose="释明救助金的性质、理由和骗取的后果，由受助人签字",
        guards=(aid_granted, all_paid, not_handed_over, as_applied_for, handed_as_paid),
        needs=(AID_MEANS,),
        reaches=_paid_over,
        discloses=Disclosure(),
        document="发放司法救助金笔录",
        group=GROUP,
    ),
]
