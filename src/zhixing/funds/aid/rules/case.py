"""Rules of aid in the enforcement case: the applicant is told of it, and what the debtor pays later may go back to the fund."""

from __future__ import annotations

from zhixing.assets.rules.guards import parties_fit
from zhixing.cases.rules.guards import assigned, filed, handled_by_actor, procedure_open
from zhixing.funds.aid.acts.case import AidDecided, AidDeducted, AidPaidOver, AidSought, AidTold
from zhixing.funds.aid.questions.application import aids
from zhixing.funds.aid.rules.application import FILING, ONCE, TEAM
from zhixing.funds.aid.rules.fund import GROUP
from zhixing.funds.rules.needs import AS_IT_STANDS, PAYABLE
from zhixing.funds.statement import in_yuan
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.norms import in_force
from zhixing.law.texts import say
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

DEDUCTED = cite("司法救助程序规定", 25)  # from memory: the article
ANYONE = (*TEAM, Power.FILING, Power.CLERK, Power.SYSTEM)


@guard("本案有已发放的救助金", DEDUCTED)
def aid_was_paid(asked: Asked) -> Objection | None:
    """Where nobody was aided nothing is deducted."""
    if any(each.paid > each.deducted for each in aids(asked.dossier, AS_IT_STANDS)):
        return None
    return Objection(say("本案没有尚未扣回的救助金"), say("不必办理"))


@guard("不超过已发放、尚未扣回的救助金", DEDUCTED, on_act=True)
def within_what_was_paid(asked: Asked) -> Objection | None:
    """No more goes back than was given."""
    act = asked.the(AidDeducted)
    found = next((each for each in aids(asked.dossier, AS_IT_STANDS) if each.paid_seq == act.paid), None)
    rest = found.paid - found.deducted if found else 0
    if 0 < act.amount <= rest:
        return None
    return Objection(
        say("第 {seq} 条尚未扣回 {rest} 元", seq=act.paid, rest=in_yuan(rest)),
        say("请核对所选的救助金和金额"),
    )


@guard("案款足够", DEDUCTED, on_act=True)
def enough_to_deduct(asked: Asked) -> Objection | None:
    """What goes back to the fund lies in the case."""
    amount, there = asked.the(AidDeducted).amount, asked.fact(PAYABLE).holds
    if amount <= there:
        return None
    return Objection(
        say("本案账上有 {there} 元，要扣回 {amount} 元", there=in_yuan(there), amount=in_yuan(amount)),
        say("请等款项到账，或者减少扣回的金额"),
    )


@guard("有扣除的规定，或者受助人书面同意", DEDUCTED, on_act=True)
def may_be_deducted(asked: Asked) -> Objection | None:
    """Since 2019 the norm deducts it; before, only who was aided could agree to that."""
    if isinstance(in_force("司法救助程序规定", asked.on), Found) or asked.the(AidDeducted).consent.strip():
        return None
    return Objection(say("{on} 还没有从执行款中扣除救助金的规定", on=asked.on), say("请写明受助人的书面同意"))


RULES = [
    ActRule(
        act=AidTold,
        label="告知可以申请司法救助",
        basis=(FILING,),
        by=(*TEAM, Power.CLERK),
        purpose="被执行人没有履行能力、申请执行人生活困难的，告知其有权申请",
        guards=(filed, procedure_open, assigned, handled_by_actor, parties_fit),
        document="申请司法救助告知书",
        group=GROUP,
    ),
    ActRule(
        act=AidSought,
        label="申请司法救助",
        basis=(FILING,),
        by=ANYONE,
        purpose="本案申请执行人提出了司法救助申请",
        guards=(parties_fit,),
        internal=True,
        group=GROUP,
    ),
    ActRule(
        act=AidDecided,
        label="司法救助结果",
        basis=(ONCE,),
        by=ANYONE,
        purpose="司法救助申请的审查结果",
        internal=True,
        group=GROUP,
        sends=("news",),
    ),
    ActRule(
        act=AidPaidOver,
        label="救助金已发放",
        basis=(ONCE,),
        by=ANYONE,
        purpose="司法救助资金已经付给本案申请执行人",
        internal=True,
        group=GROUP,
        sends=("news",),
    ),
    ActRule(
        act=AidDeducted,
        label="扣回司法救助金",
        basis=(DEDUCTED,),
        by=TEAM,
        approved_by=Power.DIRECTOR,
        purpose="被执行人后来履行的，从执行款中扣回已发放的救助金",
        guards=(
            filed,
            assigned,
            handled_by_actor,
            aid_was_paid,
            within_what_was_paid,
            enough_to_deduct,
            may_be_deducted,
        ),
        needs=(PAYABLE,),
        discloses=Disclosure(),
        document="扣回司法救助金审批表",
        books=True,
        coerces=True,
        group=GROUP,
    ),
]
