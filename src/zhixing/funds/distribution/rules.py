"""Rules of a distribution: who may take part, the plan under two names, and the three terms of fifteen days that follow it.

Not covered: disputes over who presides (首封处分权批复 is in the room of property), bankruptcy instead (执转破意见).
"""

from __future__ import annotations

from zhixing.assets.rules.guards import parties_fit
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.rules.guards import IN_HAND, PROCEDURE_IN_HAND
from zhixing.funds.distribution import dispute_guards as dispute
from zhixing.funds.distribution import guards
from zhixing.funds.distribution.acts import (
    ClaimAdmitted,
    ClaimRejected,
    DistributionPlanDrawn,
    DistributionPlanObjected,
    DistributionPlanServed,
    DistributionSuitEnded,
    DistributionSuitFiled,
    ParticipationApplied,
    PlanObjectionNotified,
    PlanObjectionOpposed,
    PlanOppositionNotified,
)
from zhixing.funds.distribution.questions import FIFTEEN
from zhixing.law.citations import cite
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Disclosure, Guard

GROUP = "分配"
HANDLERS = (Power.OFFICER, Power.JUDGE)
TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK)


def _rule(
    act: type[Act],
    label: str,
    purpose: str,
    *own: Guard,
    handlers: bool = False,
    document: str = "",
) -> ActRule:
    return ActRule(
        act=act,
        label=label,
        basis=(guards.AFTER, cite("执行程序解释", 18, figure="十五日")),
        by=HANDLERS if handlers else TEAM,
        purpose=purpose,
        guards=(*PROCEDURE_IN_HAND, guards.people_of_the_case, *own),
        discloses=Disclosure(),
        document=document,
        group=GROUP,
    )


RULES = [
    ActRule(
        act=ParticipationApplied,
        label="申请参与分配",
        basis=(guards.APPLY, guards.IN_TIME),
        by=TEAM,
        purpose="收下其他债权人参与分配的申请",
        guards=(*IN_HAND, guards.people_of_the_case, guards.not_distributed_yet),
        discloses=Disclosure(),
        group=GROUP,
    ),
    ActRule(
        act=ClaimAdmitted,
        label="确认参加分配的债权",
        basis=(guards.SHARES,),
        by=HANDLERS,
        purpose="认定债权、费用的数额和顺位，作为分配方案的依据",
        guards=(
            *IN_HAND,
            guards.people_of_the_case,
            guards.not_distributed_yet,
            guards.application_waits,
            guards.claim_is_whole,
            guards.interest_follows,
        ),
        discloses=Disclosure(),
        group=GROUP,
    ),
    ActRule(
        act=ClaimRejected,
        label="不准许参与分配",
        basis=(guards.APPLY, guards.IN_TIME),
        by=HANDLERS,
        approved_by=Power.DIRECTOR,
        purpose="申请不合条件的，不准许并说明理由",
        guards=(*IN_HAND, guards.application_waits),
        discloses=Disclosure(),
        document="不准许参与分配通知书",
        group=GROUP,
    ),
    ActRule(
        act=DistributionPlanDrawn,
        label="制作分配方案",
        basis=(guards.PLAN, guards.SHARES, cite("执行程序解释", 17, figure="十五日")),
        by=HANDLERS,
        approved_by=Power.DIRECTOR,
        purpose="多个债权人的，制作财产分配方案，一人制作、一人审批",
        guards=(
            *PROCEDURE_IN_HAND,
            parties_fit,
            guards.claims_are_there,
            guards.all_claims_counted,
            guards.something_to_give,
            guards.pots_came,
            guards.order_fits_debtor,
            guards.amends_the_last,
            guards.shares_follow,
        ),
        needs=(guards.DEBTOR_KIND, guards.DISTRIBUTABLE),
        discloses=Disclosure(),
        document="执行财产分配方案",
        coerces=True,
        group=GROUP,
    ),
    ActRule(
        act=DistributionPlanServed,
        label="送达分配方案",
        basis=(guards.PLAN,),
        by=TEAM,
        purpose="登记债权人、被执行人收到方案之日，起算十五日",
        guards=(*PROCEDURE_IN_HAND, guards.plan_in_force, guards.concerned),
        discloses=Disclosure(),
        document="分配方案送达回证",
        group=GROUP,
    ),
    ActRule(
        act=DistributionPlanObjected,
        label="对分配方案提出异议",
        basis=(guards.FIFTEEN, cite("执行程序解释", 17, figure="十五日")),
        by=TEAM,
        purpose="收下书面异议；只暂停分配有争议的份额",
        guards=(
            *PROCEDURE_IN_HAND,
            guards.plan_in_force,
            guards.concerned,
            guards.objected_in_time,
            guards.dispute_is_named,
        ),
        discloses=Disclosure(),
        group=GROUP,
    ),
    _rule(
        PlanObjectionNotified,
        "通知分配方案异议",
        "通知未提出异议的债权人、被执行人，起算十五日",
        dispute.objection_stands,
        dispute.another_is_told,
        document="分配方案异议通知书",
    ),
    _rule(
        PlanObjectionOpposed,
        "对分配方案异议提出反对意见",
        "收下反对意见；异议只能经诉讼解决",
        dispute.objection_stands,
        dispute.opposed_in_time,
    ),
    _rule(
        PlanOppositionNotified,
        "通知反对意见",
        "通知异议人，起算十五日起诉期限",
        dispute.objection_stands,
        dispute.was_opposed,
        document="反对意见通知书",
    ),
    _rule(
        DistributionSuitFiled,
        "提起分配方案异议之诉",
        "登记异议人的起诉；有争议的份额提存",
        dispute.objection_stands,
        dispute.sued_in_time,
    ),
    _rule(
        DistributionSuitEnded,
        "分配方案异议之诉终结",
        "登记诉讼结果；支持异议的，修正方案",
        dispute.suit_is_open,
        handlers=True,
    ),
]


def _own_objection(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    """The one on whom the plan was served objects to that plan."""
    made, received = closing.act, opening.act
    return (
        isinstance(made, DistributionPlanObjected)
        and isinstance(received, DistributionPlanServed)
        and (made.by, made.plan) == (received.to, received.plan)
    )


def _own_opposition(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    """The one who was told opposes that objection."""
    made, told = closing.act, opening.act
    return (
        isinstance(made, PlanObjectionOpposed)
        and isinstance(told, PlanObjectionNotified)
        and (made.by, made.objection) == (told.to, told.objection)
    )


def _same_objection(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    """Both name one objection."""
    return getattr(opening.act, "objection", None) == getattr(closing.act, "objection", 0)


DUTIES = [
    DutyRule(
        name="object-to-plan",
        label="可以对分配方案提出异议",
        holder=Power.PARTY,
        opens_on=(DistributionPlanServed,),
        limits=(Limit(within(FIFTEEN), guards.FIFTEEN, text="收到分配方案之日起十五日"),),
        closes_on=(DistributionPlanObjected,),
        falls_away_on=(ClosingAct,),
        matches=_own_objection,
        right=True,
    ),
    DutyRule(
        name="oppose-plan-objection",
        label="对分配方案异议提出反对意见",
        holder=Power.PARTY,
        opens_on=(PlanObjectionNotified,),
        limits=(Limit(within(FIFTEEN), guards.AFTER, text="收到异议通知之日起十五日"),),
        closes_on=(PlanObjectionOpposed,),
        falls_away_on=(ClosingAct,),
        matches=_own_opposition,
        right=True,
    ),
    DutyRule(
        name="sue-on-distribution",
        label="提起分配方案异议之诉",
        holder=Power.PARTY,
        opens_on=(PlanOppositionNotified,),
        limits=(Limit(within(FIFTEEN), guards.AFTER, text="收到反对意见通知之日起十五日"),),
        closes_on=(DistributionSuitFiled,),
        falls_away_on=(ClosingAct,),
        matches=_same_objection,
        right=True,
    ),
]
