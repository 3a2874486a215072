"""How a measure is carried out in a court: who answers for it, what is to be done by when, with what evidence, how far it is."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from zhixing.plan.acts.plan_act import MeasureNo, PlanAct
from zhixing.record.act import Choice, FileHash, OfficerId, Prose, Seq, title


class MeasureAssigned(PlanAct, frozen=True, kw_only=True, tag="plan.measure_assigned"):
    """落实责任: a measure is given to a department of the court, under a leader in charge."""

    measure: MeasureNo
    department: Annotated[str, title("牵头部门")]
    with_departments: Annotated[tuple[str, ...], title("配合部门", "一行一个")] = ()
    leader: Annotated[OfficerId, title("分管领导")]
    owner: Annotated[OfficerId, title("责任人")]


class TaskSet(PlanAct, frozen=True, kw_only=True, tag="plan.task_set"):
    """下达任务: what is to be done for a measure, and its last day or days."""

    measure: MeasureNo
    what: Annotated[Prose, title("任务")]
    days: Annotated[tuple[date, ...], title("最后一天", "一行一个日期；每期一天")] = ()
    phrase: Annotated[str, title("方案中的期限用语")] = ""
    meeting: Annotated[Seq | None, title("议定的会议", of=("plan.meeting_held",))] = None


class TaskWithdrawn(PlanAct, frozen=True, kw_only=True, tag="plan.task_withdrawn"):
    """撤销任务: a task need not be done any more, and why."""

    task: Annotated[Seq, title("任务", of=("plan.task_set",))]
    reason: Annotated[Prose, title("理由")]


class EvidenceFiled(PlanAct, frozen=True, kw_only=True, tag="plan.evidence_filed"):
    """报送佐证: something that shows what was done: a document issued, a campaign held, a system in use."""

    measure: MeasureNo
    what: Annotated[str, title("佐证名称", "如：关于执行工作司法责任制的意见（试行）")]
    task: Annotated[Seq | None, title("所属任务", of=("plan.task_set",))] = None
    file: Annotated[FileHash | None, title("佐证文件")] = None
    place: Annotated[str, title("存放处或文号", "没有文件的，写明在哪里可以查到")] = ""


class State(Choice):
    """How far a task is."""

    GOING = "going", "正在推进"
    DONE = "done", "已经完成"
    HINDERED = "hindered", "遇到阻碍"


class ProgressReported(PlanAct, frozen=True, kw_only=True, tag="plan.progress_reported"):
    """报告进度: how far a task of a measure is, in words."""

    measure: MeasureNo
    task: Annotated[Seq, title("任务", of=("plan.task_set",))]
    turn: Annotated[int, title("第几期", "只有一个期限的填 1")] = 1
    state: Annotated[State, title("进度")]
    words: Annotated[Prose, title("情况")]


class Escalated(PlanAct, frozen=True, kw_only=True, tag="plan.escalated"):
    """提请督办: a task is overdue, and the leader in charge is told to see to it."""

    task: Annotated[Seq, title("任务", of=("plan.task_set",))]
    turn: Annotated[int, title("第几期")] = 1
    due: Annotated[date, title("最后一天")]
    leader: Annotated[OfficerId, title("分管领导")]


class EscalationAnswered(PlanAct, frozen=True, kw_only=True, tag="plan.escalation_answered"):
    """督办意见: the leader in charge says what is done about an overdue task."""

    escalation: Annotated[Seq, title("所答复的督办", of=("plan.escalated",))]
    words: Annotated[Prose, title("处理意见")]
