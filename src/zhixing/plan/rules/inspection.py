"""Rules of inspection, rectification and acceptance: what is found must be put right by its day, and looked at again."""

from __future__ import annotations

from zhixing.law.answers import Undetermined
from zhixing.law.layers import Layer
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.plan.acts.inspection import (
    FindingMade,
    Inspected,
    MeasureAccepted,
    RectificationReviewed,
    Rectified,
    Result,
)
from zhixing.plan.questions.carrying_out import occasions_of
from zhixing.plan.questions.inspection import acceptance, findings
from zhixing.plan.questions.plan_text import is_issuer
from zhixing.plan.rules.carrying_out import on_day
from zhixing.plan.rules.guards import (
    GUIDED,
    STAFF,
    SUPERVISED,
    in_force,
    measure_known,
    names_entry,
)
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Objection, guard

GROUP = "检查、整改与验收"
INSPECTING = (Power.HIGHER_COURT, Power.DIRECTOR, Power.VICE_PRESIDENT, Power.PRESIDENT, Power.INSPECTOR)


@guard("问题出自在卷的检查，整改期限在检查之后", SUPERVISED, on_act=True)
def of_an_inspection(asked: Asked) -> Objection | None:
    """A finding belongs to an inspection of this court, and leaves time to put it right."""
    act = asked.the(FindingMade)
    wrong = names_entry(asked.dossier, act.inspection, (Inspected,), "检查")
    if wrong is not None:
        return wrong
    if act.put_right_by <= asked.on:
        return Objection(
            say("整改期限 {by} 不晚于指出问题的 {on}", by=act.put_right_by, on=asked.on),
            say("请给出以后的日期"),
        )
    return None


@guard("整改的是尚未整改到位的问题", SUPERVISED, on_act=True)
def finding_open(asked: Asked) -> Objection | None:
    """A finding is put right until a review says it is."""
    act = asked.the(Rectified)
    wrong = names_entry(asked.dossier, act.finding, (FindingMade,), "检查指出的问题")
    if wrong is not None:
        return wrong
    own = next(each for each in findings(asked.dossier, asked.on) if each.entry.seq == act.finding)
    if own.closed is None:
        return None
    return Objection(say("该问题已于 {day} 复核到位", day=own.closed.on), say("另有问题的，请另行指出"))


@guard("复核的是尚未复核的整改，不到位的另定期限", SUPERVISED, on_act=True)
def rectification_open(asked: Asked) -> Objection | None:
    """What was done is reviewed once; what is not good enough gets a new day."""
    act = asked.the(RectificationReviewed)
    wrong = names_entry(asked.dossier, act.rectification, (Rectified,), "整改")
    if wrong is not None:
        return wrong
    if any(each.act.rectification == act.rectification for each in asked.dossier.of(RectificationReviewed)):
        return Objection(say("该整改已经复核"), say("再次整改后，请复核新的整改"), (Rectified,))
    if not act.good and (act.again_by is None or act.again_by <= asked.on):
        return Objection(say("整改不到位而没有另定以后的期限"), say("请填写再次整改的最后一天"))
    return None


@guard("复核人不是整改人", SUPERVISED, on_act=True)
def reviewed_by_another(asked: Asked) -> Objection | None:
    """Nobody finds their own work good."""
    entry = asked.dossier.at(asked.the(RectificationReviewed).rectification)
    if entry is None or entry.by.id != asked.by.id:
        return None
    return Objection(say("{name}就是报整改的人", name=asked.by.name), say("请由他人复核"))


@guard("通过验收的措施，任务已完成，问题已整改", SUPERVISED, on_act=True)
def ready_for_acceptance(asked: Asked) -> Objection | None:
    """A measure passes only when its tasks are done and what was found is put right."""
    act = asked.the(MeasureAccepted)
    if act.result is not Result.PASSED:
        return None
    undone = [each for each in occasions_of(asked.dossier, act.measure, asked.on) if each.done is None]
    if undone:
        return Objection(
            say("还有 {count} 项任务没有完成，如“{what}”", count=len(undone), what=undone[0].task.act.what),
            say("请先完成任务并报送佐证，或以“基本完成”“未通过验收”验收"),
        )
    unclosed = [
        each
        for each in findings(asked.dossier, asked.on)
        if each.entry.act.measure == act.measure and each.closed is None
    ]
    if unclosed:
        return Objection(
            say("还有 {count} 个检查指出的问题没有整改到位", count=len(unclosed)),
            say("请先整改并复核"),
            (Rectified,),
        )
    return None


@guard("每项措施验收一次", SUPERVISED, on_act=True)
def not_yet_passed(asked: Asked) -> Objection | None:
    """What has passed is not accepted again."""
    found = acceptance(asked.dossier, asked.the(MeasureAccepted).measure, asked.on)
    if found is None or found.act.result is not Result.PASSED:
        return None
    return Objection(say("该措施已于 {day} 通过验收", day=found.on), say("验收有误的，请更正该条记录"))


@guard("下级法院由上级法院验收", SUPERVISED)
def accepted_from_above(asked: Asked) -> Objection | None:
    """A court that received the plan is not the judge of its own work."""
    if is_issuer(asked.dossier) or Power.HIGHER_COURT.value in asked.by.powers:
        return None
    return Objection(say("本院的落实情况由印发方案的法院验收"), say("请由上级法院的人员办理"))


RULES = [
    ActRule(
        act=Inspected,
        label="检查",
        basis=(SUPERVISED, GUIDED),
        by=INSPECTING,
        purpose="记录一次检查：自查、上级检查、联合检查或第三方评估",
        guards=(in_force,),
        group=GROUP,
    ),
    ActRule(
        act=FindingMade,
        label="指出问题",
        basis=(SUPERVISED,),
        by=INSPECTING,
        purpose="检查发现的问题和整改期限",
        guards=(in_force, measure_known, of_an_inspection),
        group=GROUP,
    ),
    ActRule(
        act=Rectified,
        label="报整改",
        basis=(SUPERVISED,),
        by=STAFF,
        purpose="报告问题怎样整改",
        guards=(in_force, finding_open),
        group=GROUP,
    ),
    ActRule(
        act=RectificationReviewed,
        label="整改复核",
        basis=(SUPERVISED,),
        by=INSPECTING,
        purpose="整改是否到位；不到位的另定期限",
        guards=(in_force, rectification_open, reviewed_by_another),
        group=GROUP,
    ),
    ActRule(
        act=MeasureAccepted,
        label="验收措施",
        basis=(SUPERVISED,),
        by=(Power.HIGHER_COURT, Power.PRESIDENT),
        purpose="一项措施在本院的验收结果",
        guards=(in_force, measure_known, accepted_from_above, ready_for_acceptance, not_yet_passed),
        group=GROUP,
    ),
]


def _day_of_finding(trigger: Trigger) -> DueAnswer:
    act = trigger.entry.act
    if isinstance(act, FindingMade):
        return on_day(act.put_right_by)
    if isinstance(act, RectificationReviewed) and act.again_by is not None:
        return on_day(act.again_by)
    return Undetermined((say("没有定整改期限"),))


def _not_good(_dossier: Dossier, opening: Entry[Act]) -> bool:
    return not isinstance(opening.act, RectificationReviewed) or not opening.act.good


def _finding(dossier: Dossier, opening: Entry[Act]) -> int:
    if not isinstance(opening.act, RectificationReviewed):
        return opening.seq
    entry = dossier.at(opening.act.rectification)
    return entry.act.finding if entry is not None and isinstance(entry.act, Rectified) else 0


def _of_finding(dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return isinstance(closing.act, Rectified) and closing.act.finding == _finding(dossier, opening)


def _of_rectification(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return isinstance(closing.act, RectificationReviewed) and closing.act.rectification == opening.seq


DUTIES = [
    DutyRule(
        name="put-finding-right",
        label="整改检查指出的问题",
        holder=Power.DIRECTOR,
        opens_on=(FindingMade, RectificationReviewed),
        limits=(Limit(_day_of_finding, SUPERVISED, Layer.INTERMEDIATE, text="检查所定的整改期限"),),
        closes_on=(Rectified,),
        when=_not_good,
        matches=_of_finding,
    ),
    DutyRule(
        name="review-rectification",
        label="复核整改",
        holder=Power.VICE_PRESIDENT,
        opens_on=(Rectified,),
        limits=(Limit(within(days(15)), SUPERVISED, Layer.INTERMEDIATE, text="平台通行做法：十五日内"),),
        closes_on=(RectificationReviewed,),
        matches=_of_rectification,
    ),
]
