"""Rules of telling, keeping aside and taking the fee; and by when what was kept aside is paid once its ground is gone.

Not covered: notarial escrow with another body, and its costs (执行款物规定 17).
"""

from __future__ import annotations

from zhixing.assets.rules.guards import parties_fit
from zhixing.cases.questions import amount_reached
from zhixing.funds.acts.money import MoneyReceived
from zhixing.funds.acts.payout import LargePayoutApproved, PayoutApproved
from zhixing.funds.acts.statement import MoneyKind
from zhixing.funds.distribution.payable import creditors
from zhixing.funds.fees.questions import fee_due
from zhixing.funds.keeping.acts import DepositCounted, EscrowPlaced, EscrowReleased, FeeTaken, PaymentNoticed
from zhixing.funds.keeping.questions import in_escrow
from zhixing.funds.rules.account import GROUP
from zhixing.funds.rules.needs import AS_IT_STANDS, DEPOSIT_HOLDS, PAYABLE
from zhixing.funds.rules.payout import IN_HAND, IN_THIRTY_DAYS, TEAM, money_came, not_deferred
from zhixing.funds.statement import in_yuan
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.fees import application_fee
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

ESCROW = cite("执行款物规定", 16)  # from memory: the five grounds
ESCROW_FORM = cite("执行款物规定", 17)  # from memory: the form and who approves
FEE = cite("诉讼费用交纳办法", 20)
BY_DEBTOR = cite("诉讼费用交纳办法", 38)
SALE_PRICE = cite("网拍规定", 23)
OLD_SALE_PRICE = cite("拍卖变卖规定", 10)
DEPOSIT_KEPT = cite("网拍规定", 24)


@guard("案款足够", ESCROW_FORM, on_act=True)
def enough_there(asked: Asked) -> Objection | None:
    """No more is taken from the case than lies there."""
    act, there = asked.act, asked.fact(PAYABLE).holds
    if not isinstance(act, EscrowPlaced | FeeTaken) or 0 < act.amount <= there:
        return None
    return Objection(
        say("本案账上有 {there} 元，要转出 {amount} 元", there=in_yuan(there), amount=in_yuan(act.amount)),
        say("请填写大于零、不超过案款余额的金额"),
    )


@guard("为申请执行人或者分配方案的债权人提存", ESCROW, on_act=True)
def kept_for_creditor(asked: Asked) -> Objection | None:
    """Money is kept aside for whom it is owed to."""
    applicants = {each.party for each in parties_of(asked.dossier, Role.APPLICANT, asked.on)}
    if asked.the(EscrowPlaced).of in applicants | creditors(asked.dossier, asked.on):
        return None
    return Objection(say("此人不是申请执行人，也不是分配方案的债权人"), say("请选择款项所属的债权人"))


@guard("有提存的款项", ESCROW)
def something_in_escrow(asked: Asked) -> Objection | None:
    """Where nothing is kept aside nothing comes back."""
    if any(in_escrow(asked.dossier, AS_IT_STANDS).values()):
        return None
    return Objection(say("本案没有提存的款项"), say("不必办理"))


@guard("不超过所提存的金额", ESCROW, on_act=True)
def within_escrow(asked: Asked) -> Objection | None:
    """What comes back was kept aside by that very entry."""
    act = asked.the(EscrowReleased)
    left = in_escrow(asked.dossier, AS_IT_STANDS).get(act.escrow, 0)
    if 0 < act.amount <= left:
        return None
    return Objection(
        say("第 {seq} 条尚提存 {left} 元", seq=act.escrow, left=in_yuan(left)), say("请核对所选的提存和金额")
    )


@guard("不超过应交的执行费", FEE, on_act=True)
def fee_within_measure(asked: Asked) -> Objection | None:
    """The fee follows what enforcement brought, band by band; what was taken before counts."""
    reached = amount_reached(asked.dossier, asked.on)
    found = application_fee(reached, asked.on)
    if not isinstance(found, Found):
        return Objection(found.missing[0], say("请先补足后再结算执行费"))
    before = sum(each.act.amount for each in asked.dossier.of(FeeTaken))
    fee = fee_due(asked.dossier, found.value, asked.on)
    if asked.the(FeeTaken).amount <= fee - before:
        return None
    return Objection(
        say(
            "已到位 {reached} 元，执行费共 {fee} 元，已结算 {before} 元",
            reached=in_yuan(reached),
            fee=in_yuan(fee),
            before=in_yuan(before),
        ),
        say("请改为不超过差额的金额；款项到账尚未录入到位的，请先录入"),
    )


@guard("没有超过到账的金额", IN_THIRTY_DAYS, on_act=True)
def tells_what_is_there(asked: Asked) -> Objection | None:
    """Nobody is told of more than lies there."""
    act, there = asked.the(PaymentNoticed), asked.fact(PAYABLE).holds
    if 0 < act.amount <= there:
        return None
    return Objection(say("本案账上有 {there} 元", there=in_yuan(there)), say("请填写账上可以领取的金额"))


@guard("本案有竞买保证金到账", SALE_PRICE)
def deposit_came(asked: Asked) -> Objection | None:
    """Where no bidder deposited anything there is nothing to count."""
    if any(each.act.kind is MoneyKind.DEPOSIT for each in asked.dossier.of(MoneyReceived)):
        return None
    return Objection(say("本案还没有竞买保证金到账"), say("请先由财务人员认定为竞买保证金"))


@guard("不超过账上的保证金", SALE_PRICE, on_act=True)
def deposit_lies_there(asked: Asked) -> Objection | None:
    """No more is counted than bidders deposited and is still there."""
    act, there = asked.the(DepositCounted), asked.fact(DEPOSIT_HOLDS)
    if 0 < act.amount <= there:
        return None
    return Objection(
        say("本案账上的竞买保证金为 {there} 元", there=in_yuan(there)),
        say("请填写大于零、不超过该数的金额；未到账的请先由财务人员认定"),
    )


RULES = [
    ActRule(
        act=DepositCounted,
        label="保证金转为案款",
        basis=(SALE_PRICE, OLD_SALE_PRICE, DEPOSIT_KEPT),
        by=TEAM,
        approved_by=Power.DIRECTOR,
        purpose="买受人的保证金抵作价款，或者悔拍后不予退还的，转入案件账上发放",
        guards=(*IN_HAND, deposit_came, deposit_lies_there),
        needs=(DEPOSIT_HOLDS,),
        discloses=Disclosure(sms="funds.deposit_counted"),
        document="保证金转为案款审批表",
        books=True,
        group=GROUP,
    ),
    ActRule(
        act=PaymentNoticed,
        label="通知领取执行款",
        basis=(IN_THIRTY_DAYS,),
        by=(*TEAM, Power.CLERK),
        purpose="通知申请执行人款项已到、领取需要什么",
        guards=(*IN_HAND, money_came, parties_fit, tells_what_is_there),
        needs=(PAYABLE,),
        discloses=Disclosure(sms="funds.payment_noticed"),
        document="领取执行款通知书",
        group=GROUP,
    ),
    ActRule(
        act=EscrowPlaced,
        label="提存执行款",
        basis=(ESCROW, ESCROW_FORM),
        by=TEAM,
        approved_by=Power.DIRECTOR,
        purpose="有法定事由不能交付的，经批准提存",
        guards=(*IN_HAND, money_came, not_deferred, kept_for_creditor, enough_there),
        needs=(PAYABLE,),
        discloses=Disclosure(sms="funds.escrow_placed"),
        document="提存执行款审批表",
        books=True,
        group=GROUP,
    ),
    ActRule(
        act=EscrowReleased,
        label="提存款转回本案",
        basis=(ESCROW,),
        by=TEAM,
        approved_by=Power.DIRECTOR,
        purpose="事由消失，款项回到本案账上发放",
        guards=(*IN_HAND, something_in_escrow, within_escrow),
        discloses=Disclosure(sms="funds.escrow_released"),
        document="提存款转回审批表",
        books=True,
        group=GROUP,
    ),
    ActRule(
        act=FeeTaken,
        label="结算执行费",
        basis=(FEE, BY_DEBTOR),
        by=(*TEAM, Power.ACCOUNTANT),
        approved_by=Power.DIRECTOR,
        purpose="从到账的款项中结算执行费，不超过按到位金额分段计算的数额",
        guards=(*IN_HAND, money_came, enough_there, fee_within_measure),
        needs=(PAYABLE,),
        discloses=Disclosure(sms="funds.fee_taken"),
        document="结算执行费审批表",
        books=True,
        group=GROUP,
    ),
]
DUTIES = [
    DutyRule(
        name="funds.pay-after-deposit",
        label="保证金转为案款后三十日内发放",
        holder=Power.OFFICER,
        opens_on=(DepositCounted,),
        limits=(Limit(within(days(30)), IN_THIRTY_DAYS),),
        closes_on=(PayoutApproved, LargePayoutApproved),
    ),
    DutyRule(
        name="funds.pay-after-escrow",
        label="提存事由消失后十日内发放",
        holder=Power.OFFICER,
        opens_on=(EscrowReleased,),
        limits=(Limit(within(days(10)), IN_THIRTY_DAYS),),
        closes_on=(PayoutApproved, LargePayoutApproved),
    ),
]
