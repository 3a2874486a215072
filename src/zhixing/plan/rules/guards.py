"""Guards that many acts of a plan share, the powers they are done by, and the norms on which a plan of work rests.

A work plan is no norm: what it asks of a court rests on the higher court's supervision of enforcement and on each
court's own direction of its enforcement bureau (执行工作规定 arts 1, 8, 71).
"""

from __future__ import annotations

from collections.abc import Sequence

from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.plan.acts.adoption import Adopted, Received
from zhixing.plan.acts.carrying_out import MeasureAssigned, TaskSet
from zhixing.plan.questions.carrying_out import assignment, tasks
from zhixing.plan.questions.plan_text import adopted_on, is_issuer, plan
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier
from zhixing.record.power import Power
from zhixing.record.rule import Asked, Objection, guard

ORGANISED = cite("执行工作规定", 1)
GUIDED = cite("执行工作规定", 8)
SUPERVISED = cite("执行工作规定", 71)

# Who directs the carrying out of a plan in a court, itself or from the court above.
DIRECTING = (Power.DIRECTOR, Power.VICE_PRESIDENT, Power.PRESIDENT, Power.HIGHER_COURT)
# Whoever works on a measure may file evidence and report on it.
STAFF = (
    Power.DIRECTOR,
    Power.VICE_PRESIDENT,
    Power.PRESIDENT,
    Power.JUDGE,
    Power.OFFICER,
    Power.CLERK,
    Power.FILING,
    Power.ACCOUNTANT,
    Power.INSPECTOR,
)


@guard("方案已经印发或收到", GUIDED)
def in_force(asked: Asked) -> Objection | None:
    """Nothing is carried out before the plan binds this court."""
    if adopted_on(asked.dossier, asked.on) is not None:
        return None
    if is_issuer(asked.dossier):
        return Objection(say("工作方案还没有印发"), say("请先提请院长批准印发"), (Adopted,))
    return Objection(say("本院还没有收到工作方案"), say("印发后由系统送达，请稍候"), (Received,))


@guard("由印发方案的法院办理", SUPERVISED)
def by_issuer(asked: Asked) -> Objection | None:
    """What binds the whole district is done in the dossier of the court that issued the plan."""
    if is_issuer(asked.dossier):
        return None
    return Objection(say("这是受文法院的卷宗"), say("请由印发方案的法院在它的卷宗里办理"))


@guard("措施在方案之中", GUIDED, on_act=True)
def measure_known(asked: Asked) -> Objection | None:
    """The act names a measure of the plan in force on its day."""
    number = getattr(asked.act, "measure", None)
    found = plan(asked.dossier, asked.on)
    if number is None or (found is not None and found.measure(number) is not None):
        return None
    known = "、".join(str(each.no) for each in found.measures) if found else ""
    return Objection(say("方案里没有第 {no} 项措施", no=number), say("方案的措施是：{known}", known=known))


@guard("措施已经落实责任", GUIDED, on_act=True)
def measure_assigned(asked: Asked) -> Objection | None:
    """A measure has someone who answers for it before tasks are set."""
    number = getattr(asked.act, "measure", None)
    if number is None or assignment(asked.dossier, number, asked.on) is not None:
        return None
    return Objection(
        say("第 {no} 项措施在本院还没有责任部门", no=number), say("请先落实责任"), (MeasureAssigned,)
    )


@guard("任务在卷而且没有撤销", GUIDED, on_act=True)
def task_stands(asked: Asked) -> Objection | None:
    """The act names a task of this dossier, of the same measure, that still stands."""
    number = getattr(asked.act, "task", None)
    if number is None:
        return None
    found = next((each for each in tasks(asked.dossier, asked.on) if each.entry.seq == number), None)
    if found is None:
        return Objection(
            say("第 {seq} 条不是现有的任务", seq=number), say("请选择已经下达、没有撤销的任务"), (TaskSet,)
        )
    measure = getattr(asked.act, "measure", found.measure)
    if measure == found.measure:
        return None
    return Objection(
        say("该任务属于第 {right} 项措施，所填是第 {given} 项", right=found.measure, given=measure),
        say("请改填第 {right} 项", right=found.measure),
    )


def names_entry(dossier: Dossier, seq: int, kinds: Sequence[type[Act]], what: str) -> Objection | None:
    """An objection when entry `seq` is none of these kinds; `what` is what it should be."""
    found = dossier.at(seq)
    if found is not None and isinstance(found.act, tuple(kinds)):
        return None
    return Objection(
        say("第 {seq} 条不是{what}", seq=seq, what=what), say("请选择本卷里的{what}", what=what), tuple(kinds)
    )
