"""The leading group and what goes between courts: members, meetings, notices, publicity, practices found and spread."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec

from zhixing.plan.acts.plan_act import MeasureNo, PlanAct
from zhixing.record.act import DossierId, FileHash, OfficerId, Prose, Seq, title


class LeadingGroupFormed(PlanAct, frozen=True, kw_only=True, tag="plan.leading_group_formed"):
    """成立领导小组: who leads the carrying out of the plan in this court; a later one replaces it."""

    head: Annotated[OfficerId, title("组长")]
    deputies: Annotated[tuple[OfficerId, ...], title("副组长")]
    members: Annotated[tuple[OfficerId, ...], title("成员")]
    office: Annotated[str, title("办公室设在")] = "执行局"


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What a meeting decided."""

    what: Annotated[str, title("议定事项")]
    department: Annotated[str, title("责任部门")] = ""
    by: Annotated[date | None, title("完成期限")] = None


class MeetingHeld(PlanAct, frozen=True, kw_only=True, tag="plan.meeting_held"):
    """召开会议: a meeting of the leading group or of those who carry the plan out."""

    subject: Annotated[str, title("会议名称")]
    chair: Annotated[OfficerId, title("主持人")]
    present: Annotated[tuple[OfficerId, ...], title("参加人")] = ()
    decisions: Annotated[tuple[Decision, ...], title("议定事项", "需要落实到措施的，另行下达任务")] = ()
    minutes: Annotated[FileHash | None, title("会议纪要")] = None


class NoticeIssued(PlanAct, frozen=True, kw_only=True, tag="plan.notice_issued"):
    """发出通知: the issuing court tells the courts of the district something about the plan."""

    subject: Annotated[str, title("标题")]
    document_no: Annotated[str, title("文号")] = ""
    words: Annotated[Prose, title("内容")]
    answer_by: Annotated[date | None, title("要求回复的最后一天", "不要求回复的留空")] = None


class NoticeReceived(PlanAct, frozen=True, kw_only=True, tag="plan.notice_received"):
    """收到通知: a court received a notice about the plan."""

    notice: Annotated[NoticeIssued, title("通知")]
    entry: Annotated[Seq, title("印发法院卷宗的记录号")]


class NoticeAnswered(PlanAct, frozen=True, kw_only=True, tag="plan.notice_answered"):
    """回复通知: what a court did about a notice."""

    notice: Annotated[Seq, title("所回复的通知", of=("plan.notice_received",))]
    words: Annotated[Prose, title("回复内容")]
    file: Annotated[FileHash | None, title("附件")] = None


class Publicised(PlanAct, frozen=True, kw_only=True, tag="plan.publicised"):
    """宣传报道: something about the work was published."""

    subject: Annotated[str, title("题目")]
    medium: Annotated[str, title("媒体", "如：法院报、微博、电视台")]
    place: Annotated[str, title("网址或版面")] = ""
    measure: Annotated[int | None, title("所属措施", kind="measure")] = None


class PracticeFound(PlanAct, frozen=True, kw_only=True, tag="plan.practice_found"):
    """总结经验: a practice of this court that others may learn from."""

    measure: MeasureNo
    subject: Annotated[str, title("名称")]
    words: Annotated[Prose, title("做法与成效")]
    file: Annotated[FileHash | None, title("材料")] = None


class PracticeSpread(PlanAct, frozen=True, kw_only=True, tag="plan.practice_spread"):
    """推广经验: the issuing court spreads a practice, with the court it came from."""

    origin: Annotated[DossierId, title("来源卷宗", "经验所在卷宗的编号")]
    practice: Annotated[Seq, title("来源卷宗的记录号")]
    measure: MeasureNo
    subject: Annotated[str, title("名称")]
    words: Annotated[Prose, title("推广要求")]


class PracticeReceived(PlanAct, frozen=True, kw_only=True, tag="plan.practice_received"):
    """收到经验: a court received a practice that is spread."""

    practice: Annotated[PracticeSpread, title("经验")]
    entry: Annotated[Seq, title("印发法院卷宗的记录号")]
