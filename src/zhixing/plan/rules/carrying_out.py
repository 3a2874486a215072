"""Rules of carrying a plan out: responsibility, tasks with their days, evidence, progress, and escalation of what is overdue.

The days of a task are those the plan or the court set; they are not periods of procedural law, so no holiday moves them.
"""

from __future__ import annotations

from datetime import date

from zhixing.law.answers import Found, Undetermined
from zhixing.law.layers import Layer
from zhixing.law.periods import Due, working_days
from zhixing.law.texts import say
from zhixing.people.rules import DEPARTMENTS
from zhixing.plan.acts.carrying_out import (
    Escalated,
    EscalationAnswered,
    EvidenceFiled,
    MeasureAssigned,
    ProgressReported,
    State,
    TaskSet,
    TaskWithdrawn,
)
from zhixing.plan.questions.carrying_out import escalations, evidence, occasions
from zhixing.plan.rules.guards import (
    DIRECTING,
    GUIDED,
    ORGANISED,
    STAFF,
    in_force,
    measure_assigned,
    measure_known,
    names_entry,
    task_stands,
)
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Objection, guard

GROUP = "落实措施"


def on_day(day: date) -> Found[Due]:
    """A day somebody named: it stands as it is."""
    return Found(Due(day, "", False, day), (say("以所定日期 {day} 为最后一天", day=day),))


@guard("牵头部门是本院的部门", ORGANISED, on_act=True)
def department_known(asked: Asked) -> Objection | None:
    """A measure is given to a department that the court has."""
    act, known = asked.the(MeasureAssigned), asked.fact(DEPARTMENTS)
    unknown = [each for each in (act.department, *act.with_departments) if each not in known]
    if not unknown:
        return None
    return Objection(
        say("本院没有“{names}”", names="、".join(unknown)),
        say("请从本院部门中选择：{known}", known="、".join(known)),
    )


@guard("责任人和分管领导不是同一人", ORGANISED, on_act=True)
def leader_is_another(asked: Asked) -> Objection | None:
    """Whoever sees to overdue tasks is not the one who owes them."""
    act = asked.the(MeasureAssigned)
    if act.leader != act.owner:
        return None
    return Objection(say("分管领导与责任人是同一人"), say("责任人请填具体负责落实的人"))


@guard("任务写明内容，日期不早于方案", GUIDED, on_act=True)
def task_is_definite(asked: Asked) -> Objection | None:
    """A task says what is to be done, and its days lie in order and not before it is set apart from what is taken over."""
    act = asked.the(TaskSet)
    if not act.what.strip():
        return Objection(say("没有写明任务"), say("请写明要完成什么"))
    if list(act.days) != sorted(set(act.days)):
        return Objection(say("日期没有从早到晚排列，或有重复"), say("请一行一个日期，从早到晚填写"))
    first = asked.dossier.entries[0].on
    if act.days and act.days[0].year < first.year:
        return Objection(
            say("日期 {day} 早于方案所在的 {year} 年", day=act.days[0], year=first.year), say("请核对年份")
        )
    return None


@guard("所报的一期在任务之中", GUIDED, on_act=True)
def turn_is_there(asked: Asked) -> Objection | None:
    """A report names a turn of its task that is not done yet."""
    act = asked.the(ProgressReported)
    own = [each for each in occasions(asked.dossier, asked.on) if each.task.seq == act.task]
    if not own:
        return None  # task_stands says so
    found = next((each for each in own if each.turn == act.turn), None)
    if found is None:
        return Objection(
            say("该任务只有 {count} 期", count=len(own)), say("请填 1 至 {count}", count=len(own))
        )
    if found.done is not None:
        return Objection(
            say("第 {turn} 期已于 {day} 报完成", turn=act.turn, day=found.done.on),
            say("报错了的，请更正该条记录"),
        )
    return None


@guard("报完成须有佐证", GUIDED, on_act=True)
def shown_by_evidence(asked: Asked) -> Objection | None:
    """What is reported done is shown by evidence filed for it."""
    act = asked.the(ProgressReported)
    if act.state is not State.DONE:
        return None
    filed = evidence(asked.dossier, act.measure, asked.on)
    if any(each.act.task in (None, act.task) for each in filed):
        return None
    return Objection(
        say("第 {no} 项措施还没有报送佐证", no=act.measure), say("请先报送佐证，再报完成"), (EvidenceFiled,)
    )


@guard("佐证有文件或写明存放处", GUIDED, on_act=True)
def evidence_is_to_be_found(asked: Asked) -> Objection | None:
    """Evidence can be looked at: a file, or the place where it lies."""
    act = asked.the(EvidenceFiled)
    if act.file is not None or act.place.strip():
        return None
    return Objection(say("没有附文件，也没有写明存放处"), say("请上传佐证文件，或写明文号、存放处"))


@guard("答复的是尚未答复的督办", GUIDED, on_act=True)
def escalation_open(asked: Asked) -> Objection | None:
    """An escalation is answered once."""
    act = asked.the(EscalationAnswered)
    wrong = names_entry(asked.dossier, act.escalation, (Escalated,), "督办")
    if wrong is not None:
        return wrong
    own = [each for each in escalations(asked.dossier, asked.on) if each.entry.seq == act.escalation]
    if own and own[0].answer is not None:
        return Objection(say("该督办已经答复"), say("意见有变的，请更正该条记录"))
    return None


RULES = [
    ActRule(
        act=MeasureAssigned,
        label="落实责任",
        basis=(ORGANISED, GUIDED),
        by=DIRECTING,
        purpose="把一项措施落实到部门、责任人和分管领导",
        guards=(in_force, measure_known, department_known, leader_is_another),
        needs=(DEPARTMENTS,),
        group=GROUP,
    ),
    ActRule(
        act=TaskSet,
        label="下达任务",
        basis=(GUIDED,),
        by=DIRECTING,
        purpose="写明要完成什么、哪天为止",
        guards=(in_force, measure_known, measure_assigned, task_is_definite),
        group=GROUP,
    ),
    ActRule(
        act=TaskWithdrawn,
        label="撤销任务",
        basis=(GUIDED,),
        by=(Power.DIRECTOR,),
        approved_by=Power.VICE_PRESIDENT,
        purpose="不再需要的任务，经分管领导批准撤销",
        guards=(in_force, task_stands),
        group=GROUP,
    ),
    ActRule(
        act=EvidenceFiled,
        label="报送佐证",
        basis=(GUIDED,),
        by=STAFF,
        purpose="报送已做工作的文件、通报、统计等",
        guards=(in_force, measure_known, task_stands, evidence_is_to_be_found),
        group=GROUP,
    ),
    ActRule(
        act=ProgressReported,
        label="报告进度",
        basis=(GUIDED,),
        by=STAFF,
        purpose="报告任务做到哪一步；报完成须有佐证",
        guards=(in_force, measure_known, task_stands, turn_is_there, shown_by_evidence),
        group=GROUP,
    ),
    ActRule(
        act=Escalated,
        label="提请督办",
        basis=(GUIDED,),
        by=(Power.SYSTEM,),
        purpose="任务逾期，告知分管领导督办",
        guards=(in_force, task_stands),
        group=GROUP,
        internal=True,
        sends=("plan-escalation",),
    ),
    ActRule(
        act=EscalationAnswered,
        label="督办意见",
        basis=(GUIDED,),
        by=(Power.VICE_PRESIDENT, Power.PRESIDENT),
        purpose="分管领导对逾期任务提出处理意见",
        guards=(in_force, escalation_open),
        group=GROUP,
    ),
]


def _day_of_turn(trigger: Trigger) -> DueAnswer:
    act = trigger.entry.act
    days = act.days if isinstance(act, TaskSet) else ()
    if not days:
        return Undetermined((say("任务没有定最后一天"),))
    return on_day(days[trigger.index])


def _turns(opening: Entry[Act]) -> int:
    return max(1, len(opening.act.days)) if isinstance(opening.act, TaskSet) else 1


def _of_turn(_opening: Entry[Act], index: int, closing: Entry[Act]) -> bool:
    return isinstance(closing.act, ProgressReported) and closing.act.turn == index + 1


def _reports_done(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    act = closing.act
    return isinstance(act, ProgressReported) and act.task == opening.seq and act.state is State.DONE


def _stands(dossier: Dossier, opening: Entry[Act]) -> bool:
    return all(each.act.task != opening.seq for each in dossier.of(TaskWithdrawn))


def _answers(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return isinstance(closing.act, EscalationAnswered) and closing.act.escalation == opening.seq


DUTIES = [
    DutyRule(
        name="carry-out-task",
        label="完成方案任务",
        holder=Power.DIRECTOR,
        opens_on=(TaskSet,),
        limits=(Limit(_day_of_turn, GUIDED, Layer.INTERMEDIATE, text="方案或本院所定的日期"),),
        closes_on=(ProgressReported,),
        matches=_reports_done,
        when=_stands,
        times=_turns,
        turn=_of_turn,
    ),
    DutyRule(
        name="answer-escalation",
        label="对逾期任务提出督办意见",
        holder=Power.VICE_PRESIDENT,
        opens_on=(Escalated,),
        limits=(
            Limit(within(working_days(5)), GUIDED, Layer.INTERMEDIATE, text="平台通行做法：五个工作日内"),
        ),
        closes_on=(EscalationAnswered,),
        matches=_answers,
    ),
]
