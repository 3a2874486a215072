"""Rules of paying out: to whom, how much at most, who approves. By when: `terms`."""

from __future__ import annotations

from zhixing.cases.acts.panel import PanelDeliberated
from zhixing.cases.questions.panel import payment_agreed
from zhixing.cases.rules.guards import assigned, filed, handled_by_actor
from zhixing.funds.acts.money import MoneyReceived
from zhixing.funds.acts.payout import (
    DeferralEnded,
    LargePayoutApproved,
    PayoutApproved,
    PayoutCancelled,
    PayoutDeferred,
    PayoutPaid,
)
from zhixing.funds.distribution.acts import DistributionPlanServed
from zhixing.funds.distribution.payable import creditors, payable_to
from zhixing.funds.keeping.acts import EscrowPlaced
from zhixing.funds.questions.payout import deferred, paid_to, payouts
from zhixing.funds.rules.account import GROUP, account_usable
from zhixing.funds.rules.needs import ACCOUNT, AS_IT_STANDS, PAYABLE
from zhixing.funds.statement import in_yuan
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

IN_THIRTY_DAYS = cite("执行款物规定", 10)
FORM = cite("执行款物规定", 11)
BOOKED = cite("执行款物规定", 4)
BY_PLAN = cite("民诉法解释", 510)
DIRECTOR_UP_TO = (
    10_000_000  # fen; 法发〔2017〕6号 leaves the chain to the courts, many draw it at 100,000 yuan
)


@guard("没有延缓发放", IN_THIRTY_DAYS)
def not_deferred(asked: Asked) -> Objection | None:
    """While a ground for deferral stands, nothing is paid."""
    found = deferred(asked.dossier, AS_IT_STANDS)
    if found is None:
        return None
    return Objection(
        say("{on} 起延缓发放：{ground}", on=found.on, ground=found.act.ground.label),
        say("事由消失的，请先登记"),
        (DeferralEnded,),
    )


@guard("本案有案款到账", BOOKED)
def money_came(asked: Asked) -> Objection | None:
    """Where no money came, there is nothing to pay and nothing to defer."""
    if asked.dossier.first(MoneyReceived) is not None:
        return None
    return Objection(say("本案还没有案款到账"), say("请先由财务人员登记对账单、认定案款"))


@guard("有待付的发放", BOOKED)
def something_reserved(asked: Asked) -> Objection | None:
    """Only what waits for the bank can be cancelled."""
    if any(each.reserved for each in payouts(asked.dossier, AS_IT_STANDS).values()):
        return None
    return Objection(say("本案没有待付的发放"), say("银行已经付出的，退回后重新发放"))


@guard("正在延缓发放", IN_THIRTY_DAYS)
def something_deferred(asked: Asked) -> Objection | None:
    """A deferral that does not stand cannot end."""
    if deferred(asked.dossier, AS_IT_STANDS) is not None:
        return None
    return Objection(say("本案没有延缓发放"), say("不必登记；可以直接发放"))


@guard("案款足够", BOOKED, on_act=True)
def money_is_there(asked: Asked) -> Objection | None:
    """No more than what lies in the case; its account stays locked till this is entered."""
    amount, there = asked.the(PayoutApproved).amount, asked.fact(PAYABLE).holds
    if 0 < amount <= there:
        return None
    return Objection(
        say("本案账上有 {there} 元，要发放 {amount} 元", there=in_yuan(there), amount=in_yuan(amount)),
        say("请填写大于零、不超过案款余额的金额；另有款项到账的请先认定"),
    )


@guard("收款账户登记在收款人名下", FORM, on_act=True)
def account_of_payee(asked: Asked) -> Objection | None:
    """Money goes to an account that is kept with that very party."""
    if asked.fact(PAYABLE).account_theirs:
        return None
    return Objection(say("收款人名下没有这个收款账户"), say("请先在当事人资料中登记收款账户，再在此选择"))


@guard("收款人是申请执行人，或者经合议庭评议", FORM, on_act=True)
def payee_entitled(asked: Asked) -> Objection | None:
    """Another is paid only for a reason that the panel agreed to."""
    act = asked.the(PayoutApproved)
    if act.payee in {each.party for each in parties_of(asked.dossier, Role.APPLICANT, asked.on)}:
        return None
    if act.payee in creditors(asked.dossier, asked.on):
        return None
    if act.payee not in {each.party for each in parties_of(asked.dossier, None, asked.on)}:
        return Objection(say("收款人没有录入本案"), say("请先录入当事人；受领人录为利害关系人"))
    agreed = payment_agreed(asked.dossier, act.payee, asked.on) - paid_to(asked.dossier, act.payee)
    if act.reason.strip() and act.amount <= agreed:
        return None
    return Objection(
        say(
            "收款人不是申请执行人，合议庭同意发给此人而尚未发放的为 {agreed} 元",
            agreed=in_yuan(max(agreed, 0)),
        ),
        say("请写明理由，并先经合议庭评议同意把这一金额发给此人"),
        (PanelDeliberated,),
    )


@guard("按分配方案发放", BY_PLAN, on_act=True)
def plan_followed(asked: Asked) -> Objection | None:
    """Where a plan distributes the money, each gets what it gives, once its terms are over; the rest what it leaves."""
    act = asked.the(PayoutApproved)
    left = payable_to(asked.dossier, act.payee, asked.on)
    if left is None or act.amount <= left:
        return None
    return Objection(
        say(
            "按分配方案，此人现在还可以领取 {left} 元，要发放 {amount} 元",
            left=in_yuan(max(left, 0)),
            amount=in_yuan(act.amount),
        ),
        say("方案送达全体、异议期满后，按无争议的份额发放；有争议的提存，方案有误的先修正"),
        (EscrowPlaced, DistributionPlanServed),
    )


@guard("在局长批准的金额以内", FORM, on_act=True)
def director_may_approve(asked: Asked) -> Objection | None:
    """Above a sum a vice president approves."""
    if asked.the(PayoutApproved).amount <= DIRECTOR_UP_TO:
        return None
    return Objection(
        say("金额超过 {most} 元", most=in_yuan(DIRECTOR_UP_TO)),
        say("请办理“发放大额执行款”，由主管院领导批准"),
        (LargePayoutApproved,),
    )


@guard("这一笔待付，尚未付出", BOOKED, on_act=True)
def payout_reserved(asked: Asked) -> Objection | None:
    """Each payout is paid or cancelled once; what the bank paid is what was approved, from the account that was named."""
    act = asked.act
    if not isinstance(act, PayoutCancelled | PayoutPaid):
        return None
    found = payouts(asked.dossier, AS_IT_STANDS).get(act.payout)
    if found is None or not found.reserved:
        return Objection(say("第 {seq} 条不是待付的发放", seq=act.payout), say("请刷新后核对该笔发放"))
    if isinstance(act, PayoutCancelled) and found.sent is not None:
        return Objection(
            say("这一笔已随付款文件 {file} 送银行", file=found.sent.act.file),
            say("银行没有付的，请财务人员先作废付款文件中的这一笔"),
        )
    approved = found.approved.act
    if isinstance(act, PayoutPaid) and (act.amount, act.account) != (approved.amount, approved.account):
        return Objection(
            say("第 {seq} 条批准发放 {amount} 元", seq=act.payout, amount=in_yuan(approved.amount)),
            say("银行付出的金额、账户与审批不一致，请向银行查明"),
        )
    return None


@guard("延缓尚未结束", IN_THIRTY_DAYS, on_act=True)
def deferral_stands(asked: Asked) -> Objection | None:
    """What ends is the deferral that stands."""
    found = deferred(asked.dossier, AS_IT_STANDS)
    if found is not None and found.seq == asked.the(DeferralEnded).deferral:
        return None
    return Objection(say("没有正在延缓的发放"), say("请核对所选的延缓发放"))


TEAM = (Power.OFFICER, Power.JUDGE)
IN_HAND = (filed, assigned, handled_by_actor)  # money is paid out after the round ended too
TO_PAYEE = (
    money_came,
    not_deferred,
    account_usable,
    money_is_there,
    account_of_payee,
    payee_entitled,
    plan_followed,
)


def _approved(act: type[Act], label: str, by: Power, purpose: str, large: bool) -> ActRule:
    return ActRule(
        act=act,
        label=label,
        basis=(FORM, IN_THIRTY_DAYS),
        by=TEAM,
        approved_by=by,
        purpose=purpose,
        guards=(*IN_HAND, *TO_PAYEE) if large else (*IN_HAND, *TO_PAYEE, director_may_approve),
        needs=(ACCOUNT, PAYABLE),
        discloses=Disclosure(sms="funds.payout_approved"),
        document="执行款发放审批表",
        coerces=True,
        books=True,
        group=GROUP,
    )


RULES = [
    _approved(PayoutApproved, "发放执行款", Power.DIRECTOR, "经局长批准，把案款付给申请执行人", False),
    _approved(
        LargePayoutApproved,
        "发放大额执行款",
        Power.VICE_PRESIDENT,
        "超过局长批准金额的，由主管院领导批准",
        True,
    ),
    ActRule(
        act=PayoutCancelled,
        label="撤销发放",
        basis=(FORM,),
        by=(*TEAM, Power.ACCOUNTANT),
        approved_by=Power.DIRECTOR,
        purpose="银行未付的发放撤销，款项回到本案账上",
        guards=(something_reserved, payout_reserved),
        discloses=Disclosure(),
        document="撤销发放审批表",
        books=True,
        group=GROUP,
    ),
    ActRule(
        act=PayoutDeferred,
        label="延缓发放执行款",
        basis=(IN_THIRTY_DAYS,),
        by=TEAM,
        approved_by=Power.DIRECTOR,
        purpose="有五种法定事由之一的，经批准暂不发放",
        guards=(*IN_HAND, money_came, not_deferred),
        discloses=Disclosure(sms="funds.payout_deferred"),
        document="延缓发放执行款审批表",
        group=GROUP,
    ),
    ActRule(
        act=DeferralEnded,
        label="延缓事由消失",
        basis=(IN_THIRTY_DAYS,),
        by=TEAM,
        purpose="事由消失后十日内发放",
        guards=(*IN_HAND, something_deferred, deferral_stands),
        discloses=Disclosure(),
        group=GROUP,
    ),
]
