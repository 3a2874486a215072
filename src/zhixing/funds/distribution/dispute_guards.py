"""What the law asks of an objection's way: the others are heard, opposition and suit within fifteen days each."""

from __future__ import annotations

from zhixing.funds.distribution import questions
from zhixing.funds.distribution.acts import (
    DistributionPlanObjected,
    DistributionSuitEnded,
    DistributionSuitFiled,
    PlanObjectionNotified,
    PlanObjectionOpposed,
    PlanOppositionNotified,
)
from zhixing.funds.distribution.guards import AFTER
from zhixing.funds.distribution.questions import Dispute, ObjectionState
from zhixing.law.texts import say
from zhixing.record.rule import Asked, Objection, guard


def _meant(asked: Asked) -> ObjectionState | None:
    """The objection to the plan in force that the act names."""
    number = getattr(asked.act, "objection", None)
    found = questions.objections(asked.dossier, asked.on)
    return next((each for each in found if each.entry.seq == number), None)


@guard("所选的是对现行方案的异议", AFTER, on_act=True)
def objection_stands(asked: Asked) -> Objection | None:
    """The act names an objection to the plan in force."""
    if _meant(asked) is not None:
        return None
    return Objection(say("所选的不是对现行分配方案的异议"), say("请选择异议"), (DistributionPlanObjected,))


@guard("通知未提出异议的债权人、被执行人", AFTER, on_act=True)
def another_is_told(asked: Asked) -> Objection | None:
    """Those who did not object are told, each once."""
    act, found = asked.the(PlanObjectionNotified), _meant(asked)
    if found is None or act.to in found.unheard:
        return None
    if act.to in questions.notified(asked.dossier, act.objection, asked.on):
        return Objection(say("此人已经通知"), say("不必再次通知"))
    return Objection(say("此人不是应当通知的人"), say("请从方案的其他债权人和被执行人中选择"))


@guard("收到异议通知之日起十五日内提出反对意见", AFTER, on_act=True)
def opposed_in_time(asked: Asked) -> Objection | None:
    """Whoever was told may oppose within fifteen days of it."""
    act = asked.the(PlanObjectionOpposed)
    told = questions.notified(asked.dossier, act.objection, asked.on).get(act.by)
    if told is None:
        return Objection(say("此人没有收到异议通知的记录"), say("请先通知"), (PlanObjectionNotified,))
    last = questions.last_day(told)
    if last is None or asked.on <= last:
        return None
    return Objection(say("反对期限到 {last} 为止", last=last), say("逾期的，依异议修正方案"))


@guard("有人提出反对意见", AFTER, on_act=True)
def was_opposed(asked: Asked) -> Objection | None:
    """The objector is told of opposition that there is."""
    found = _meant(asked)
    if found is None or found.dispute is Dispute.OPPOSED:
        return None
    return Objection(say("没有待答复的反对意见"), say("请先登记反对意见"), (PlanObjectionOpposed,))


@guard("收到反对意见通知之日起十五日内起诉", AFTER, on_act=True)
def sued_in_time(asked: Asked) -> Objection | None:
    """The objector sues within fifteen days of being told."""
    found = _meant(asked)
    if found is None or (found.dispute is Dispute.OPPOSED and found.until is not None):
        return None
    if found.dispute is Dispute.OPPOSED:
        return Objection(say("还没有把反对意见通知异议人"), say("请先通知"), (PlanOppositionNotified,))
    if found.until is not None:
        return Objection(say("起诉期限到 {last} 为止", last=found.until), say("逾期的，按原方案分配"))
    return Objection(say("该异议不在等待起诉"), say("请核对异议的进展"))


@guard("所选的诉讼尚未终结", AFTER, on_act=True)
def suit_is_open(asked: Asked) -> Objection | None:
    """A suit ends once."""
    number = asked.the(DistributionSuitEnded).suit
    entry = asked.dossier.at(number)
    if entry is None or not isinstance(entry.act, DistributionSuitFiled):
        return Objection(say("所选的不是分配方案异议之诉"), say("请选择起诉"), (DistributionSuitFiled,))
    if all(each.act.suit != number for each in asked.dossier.of(DistributionSuitEnded)):
        return None
    return Objection(say("该诉讼已经终结"), say("有改动的，请更正该条记录"))
