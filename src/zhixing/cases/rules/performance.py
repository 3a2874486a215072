"""Rules of performance: what reached the creditor's side is recorded with its day, which ends the interest on that part.

Not covered: distribution among several creditors and payout, which the funds room records.
"""

from __future__ import annotations

from datetime import date

from zhixing.cases import questions
from zhixing.cases.acts.filing import CaseType, ClaimKind, ClaimRecorded
from zhixing.cases.acts.performance import (
    RECEIVED,
    BroughtForward,
    ClaimWaived,
    ConductPerformed,
    DelayPenaltyFixed,
    SatisfactionRecorded,
    ThingDelivered,
    VoluntarilyPerformed,
)
from zhixing.cases.rules.guards import FREE_TO_ACT, IN_HAND, PROCEDURE_FREE, assigned, open_case
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.money import show
from zhixing.law.texts import say
from zhixing.parties.acts import LIABLE, Role
from zhixing.parties.questions import parties_of
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK)
MONEY_IN = (*TEAM, Power.ACCOUNTANT)


@guard("金额大于零且不超过尚欠数额", cite("民诉法", 253), on_act=True)
def not_beyond_what_is_owed(asked: Asked) -> Objection | None:
    """Nobody takes more than is owed to the day."""
    act = asked.act
    if not isinstance(act, VoluntarilyPerformed | SatisfactionRecorded):
        return None
    if act.amount <= 0:
        return Objection(say("金额为零"), say("请填写实际金额"))
    owed = questions.owed(asked.dossier, asked.on)
    if not isinstance(owed, Found) or act.amount <= owed.value.outstanding.total:
        return None
    return Objection(
        say(
            "{amount} 元超过截至 {on} 尚欠的 {owed} 元",
            amount=show(act.amount),
            on=asked.on,
            owed=show(owed.value.outstanding.total),
        ),
        say("请核对金额；多出的部分应退还交款人，不计入到位"),
    )


@guard("到账的款项没有重复录入", cite("迟延履行利息解释", 3), on_act=True)
def receipt_covers(asked: Asked) -> Objection | None:
    """What rests on a receipt of the court's account is, all together, no more than came with it."""
    act = asked.act
    if not isinstance(act, VoluntarilyPerformed | SatisfactionRecorded) or act.money is None:
        return None
    receipt = asked.dossier.at(act.money)
    came = getattr(receipt.act, "amount", 0) if receipt and receipt.act.tag() == RECEIVED else 0
    before = questions.recorded_on(asked.dossier, act.money, date.max)
    if act.amount <= came - before:
        return None
    return Objection(
        say("该笔到账 {came} 元，已录入 {before} 元", came=show(came), before=show(before)),
        say("请核对所选的到账和金额"),
    )


@guard("履行人是负有义务的人，收款人是申请执行人", cite("民诉法", 251), on_act=True)
def paid_by_debtor(asked: Asked) -> Objection | None:
    """Voluntary performance is by someone liable, to someone it is owed to."""
    act, parts = asked.the(VoluntarilyPerformed), parties_of(asked.dossier, None, asked.on)
    if act.by not in {each.party for each in parts if each.role in LIABLE}:
        return Objection(
            say("履行人不是本案被执行人、担保人或到期债权第三人"),
            say("他人代为履行的，履行人选被代的被执行人"),
        )
    if act.to in (None, *(each.party for each in parts if each.role is Role.APPLICANT)):
        return None
    return Objection(say("收款人不是申请执行人"), say("请选择申请执行人；交至法院账户的不选收款人"))


@guard("所选请求事项与履行方式相符", cite("民诉法", 260), on_act=True)
def claim_of_that_kind(asked: Asked) -> Objection | None:
    """A thing is delivered on a claim for a thing, conduct is done on a claim for conduct."""
    act = asked.act
    if not isinstance(act, ThingDelivered | ConductPerformed | DelayPenaltyFixed):
        return None
    found = asked.dossier.at(act.claim)
    if found is None or not isinstance(found.act, ClaimRecorded):
        return Objection(say("第 {seq} 条不是请求事项", seq=act.claim), say("请选择请求事项"))
    if found.act.kind is ClaimKind.MONEY:
        return Objection(say("“{label}”是金钱请求", label=found.act.label), say("金钱请求请录入履行金额"))
    return None


@guard("有损失的，迟延履行金为损失的双倍", cite("民诉法解释", 505, figure="双倍"), on_act=True)
def twice_the_loss(asked: Asked) -> Objection | None:
    """Where loss was caused, the penalty is twice the loss."""
    act = asked.the(DelayPenaltyFixed)
    if act.loss is None or act.amount == 2 * act.loss:
        return None
    return Objection(
        say("损失 {loss} 元的双倍是 {twice} 元", loss=show(act.loss), twice=show(2 * act.loss)),
        say("请改正金额"),
    )


@guard("放弃的是申请执行人", cite("民诉法", 13), on_act=True)
def waived_by_applicant(asked: Asked) -> Objection | None:
    """Only an applicant gives up what is owed, and says what."""
    act = asked.the(ClaimWaived)
    if act.by not in {each.party for each in parties_of(asked.dossier, Role.APPLICANT, asked.on)}:
        return Objection(say("所选的人不是申请执行人"), say("请选择申请执行人"))
    if not act.amount and act.claim is None:
        return Objection(say("没有写明放弃什么"), say("请填写放弃的金额，或选择放弃的请求事项"))
    return None


@guard("本案是恢复执行案件", cite("民诉法解释", 465))
def resumes_another(asked: Asked) -> Objection | None:
    """Only a case that resumes an earlier one has something to bring forward."""
    if questions.case_type(asked.dossier) is CaseType.RESUMED:
        return None
    return Objection(say("本案不是恢复执行案件"), say("到位款请按实际日期录入“自动履行”或“录入到位”"))


RULES = [
    ActRule(
        act=VoluntarilyPerformed,
        label="自动履行",
        basis=(cite("民诉法", 251),),
        by=MONEY_IN,
        purpose="记下被执行人自动履行的金额",
        guards=(*PROCEDURE_FREE, paid_by_debtor, not_beyond_what_is_owed, receipt_covers),
        discloses=Disclosure(sms="cases.voluntarily_performed"),
        group="履行",
    ),
    ActRule(
        act=SatisfactionRecorded,
        label="录入到位",
        basis=(cite("迟延履行利息解释", 3),),
        by=MONEY_IN,
        purpose="记下划拨、变价等强制执行到位的金额",
        guards=(*FREE_TO_ACT, assigned, not_beyond_what_is_owed, receipt_covers),
        discloses=Disclosure(sms="cases.satisfaction_recorded"),
        group="履行",
    ),
    ActRule(
        act=ThingDelivered,
        label="交付财物",
        basis=(cite("民诉法", 260),),
        by=TEAM,
        purpose="记下指定财物已交付",
        guards=(*IN_HAND, claim_of_that_kind),
        discloses=Disclosure(sms="cases.thing_delivered"),
        group="履行",
    ),
    ActRule(
        act=ConductPerformed,
        label="行为履行",
        basis=(cite("民诉法", 263),),
        by=TEAM,
        purpose="记下指定行为已完成或已由他人代履行",
        guards=(*IN_HAND, claim_of_that_kind),
        discloses=Disclosure(sms="cases.conduct_performed"),
        group="履行",
    ),
    ActRule(
        act=ClaimWaived,
        label="放弃请求",
        basis=(cite("民诉法", 13),),
        by=TEAM,
        purpose="记下申请执行人放弃的部分",
        guards=(*FREE_TO_ACT, waived_by_applicant),
        document="谈话笔录",
        group="履行",
    ),
    ActRule(
        act=BroughtForward,
        label="结转前案",
        basis=(cite("民诉法解释", 465),),
        by=(Power.FILING, *TEAM),
        purpose="把首次执行案件已经到位、停算利息的情况带入恢复执行案件，继续计算",
        guards=(open_case, resumes_another),
        group="履行",
    ),
    ActRule(
        act=DelayPenaltyFixed,
        coerces=True,
        label="确定迟延履行金",
        basis=(cite("民诉法", 264), cite("民诉法解释", 505)),
        by=(Power.JUDGE,),
        purpose="对不履行非金钱义务的，确定迟延履行金",
        guards=(*IN_HAND, claim_of_that_kind, twice_the_loss),
        discloses=Disclosure(sms="cases.delay_penalty_fixed"),
        document="裁定书",
        group="履行",
    ),
]
