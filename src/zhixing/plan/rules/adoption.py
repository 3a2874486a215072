"""Rules of drafting, adopting and amending a plan. The president approves it; it goes to every court of the district."""

from __future__ import annotations

from zhixing.law.texts import say
from zhixing.plan.acts.adoption import Adopted, Amended, AmendmentReceived, Drafted, Received
from zhixing.plan.questions.plan_text import adopted_on, plan
from zhixing.plan.rules.guards import GUIDED, ORGANISED, SUPERVISED, by_issuer, in_force, measure_known
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Objection, guard

GROUP = "方案的制定与修订"


@guard("方案有措施，每项有标题", ORGANISED, on_act=True)
def has_measures(asked: Asked) -> Objection | None:
    """A plan without measures binds nobody to anything."""
    found = asked.the(Drafted).plan
    if not found.measures:
        return Objection(say("没有读出任何措施"), say("请核对原文：措施应有编号和标题"))
    numbers = [each.no for each in found.measures]
    twice = sorted({no for no in numbers if numbers.count(no) > 1})
    if twice:
        return Objection(
            say("措施编号重复：{numbers}", numbers="、".join(map(str, twice))), say("请改正重复的编号")
        )
    return None


@guard("阶段的起止先后不颠倒", ORGANISED, on_act=True)
def stages_run_forward(asked: Asked) -> Objection | None:
    """No stage ends before it begins."""
    for stage in asked.the(Drafted).plan.stages:
        if stage.until <= stage.since:
            return Objection(say("“{name}”的结束不晚于开始", name=stage.name), say("请改正该阶段的起止日期"))
    return None


@guard("尚未印发", ORGANISED)
def not_yet_adopted(asked: Asked) -> Objection | None:
    """A plan is issued once; what changes later is an amendment."""
    day = adopted_on(asked.dossier, asked.on)
    if day is None:
        return None
    return Objection(say("方案已于 {day} 印发", day=day), say("需要改动的，请修订方案"), (Amended,))


@guard("修订确有改动", ORGANISED, on_act=True)
def changes_something(asked: Asked) -> Objection | None:
    """An amendment changes at least one thing, and no deadline to a day before the plan."""
    act = asked.the(Amended)
    if not (act.requirement or act.leaders or act.departments or act.deadlines):
        return Objection(say("没有填写任何改动"), say("请填写要求、领导、部门或期限中的至少一项"))
    found = plan(asked.dossier, asked.on)
    first = min((each.since for each in found.stages), default=None) if found else None
    for each in act.deadlines:
        if each.by is not None and first is not None and each.by < first:
            return Objection(
                say("期限 {by} 早于方案开始的 {first}", by=each.by, first=first), say("请核对期限的年份")
            )
    return None


@guard("方案已经讨论通过", ORGANISED)
def draft_in_hand(asked: Asked) -> Objection | None:
    """There is a draft to adopt."""
    if asked.dossier.first(Drafted) is not None:
        return None
    return Objection(say("卷里没有方案文本"), say("请先导入方案并确认读法"), (Drafted,))


RULES = [
    ActRule(
        act=Drafted,
        label="起草方案",
        basis=(ORGANISED, GUIDED),
        by=(Power.DIRECTOR, Power.VICE_PRESIDENT, Power.PRESIDENT),
        purpose="读入方案原文，经人核对后立卷",
        guards=(has_measures, stages_run_forward),
        group=GROUP,
        opens=True,
    ),
    ActRule(
        act=Adopted,
        label="印发方案",
        basis=(GUIDED, SUPERVISED),
        by=(Power.DIRECTOR, Power.VICE_PRESIDENT),
        approved_by=Power.PRESIDENT,
        purpose="经院长批准印发，送辖区各法院执行",
        guards=(by_issuer, draft_in_hand, not_yet_adopted),
        group=GROUP,
        sends=("plan-to-courts",),
    ),
    ActRule(
        act=Received,
        label="收到方案",
        basis=(SUPERVISED,),
        by=(Power.SYSTEM,),
        purpose="受文法院立卷，按方案落实",
        group=GROUP,
        opens=True,
        internal=True,
    ),
    ActRule(
        act=Amended,
        label="修订方案",
        basis=(GUIDED, SUPERVISED),
        by=(Power.DIRECTOR, Power.VICE_PRESIDENT),
        approved_by=Power.PRESIDENT,
        purpose="改动一项措施的要求、责任或期限，并告知各法院",
        guards=(by_issuer, in_force, measure_known, changes_something),
        group=GROUP,
        sends=("plan-to-courts",),
    ),
    ActRule(
        act=AmendmentReceived,
        label="收到修订",
        basis=(SUPERVISED,),
        by=(Power.SYSTEM,),
        purpose="受文法院按修订后的方案落实",
        group=GROUP,
        internal=True,
    ),
]
