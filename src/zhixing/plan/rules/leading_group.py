"""Rules of the leading group, meetings, notices between the courts, publicity, and practices that are spread."""

from __future__ import annotations

from zhixing.law.answers import Undetermined
from zhixing.law.layers import Layer
from zhixing.law.texts import say
from zhixing.plan.acts.leading_group import (
    LeadingGroupFormed,
    MeetingHeld,
    NoticeAnswered,
    NoticeIssued,
    NoticeReceived,
    PracticeFound,
    PracticeReceived,
    PracticeSpread,
    Publicised,
)
from zhixing.plan.rules.carrying_out import on_day
from zhixing.plan.rules.guards import (
    DIRECTING,
    GUIDED,
    ORGANISED,
    STAFF,
    SUPERVISED,
    by_issuer,
    in_force,
    measure_known,
    names_entry,
)
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Need, Objection, guard

GROUP = "领导小组与往来"
PRACTICE = Need("practice-at-its-origin", str)


@guard("组长不兼副组长和成员", ORGANISED, on_act=True)
def each_once(asked: Asked) -> Objection | None:
    """Each person has one place in the group."""
    act = asked.the(LeadingGroupFormed)
    everyone = [act.head, *act.deputies, *act.members]
    if len(everyone) == len(set(everyone)):
        return None
    return Objection(say("同一人在领导小组里出现两次"), say("每人只填一处"))


@guard("回复期限在通知之后", SUPERVISED, on_act=True)
def time_to_answer(asked: Asked) -> Objection | None:
    """A notice that wants an answer leaves time for it."""
    by = asked.the(NoticeIssued).answer_by
    if by is None or by >= asked.on:
        return None
    return Objection(say("要求回复的最后一天 {by} 已过", by=by), say("请给出以后的日期"))


@guard("回复的是在卷的通知", SUPERVISED, on_act=True)
def answers_a_notice(asked: Asked) -> Objection | None:
    """A court answers a notice that it received."""
    return names_entry(asked.dossier, asked.the(NoticeAnswered).notice, (NoticeReceived,), "收到的通知")


@guard("推广的经验在来源法院的卷里", GUIDED, on_act=True)
def practice_is_there(asked: Asked) -> Objection | None:
    """What is spread is a practice that a court recorded."""
    if asked.fact(PRACTICE):
        return None
    act = asked.the(PracticeSpread)
    return Objection(
        say("来源卷宗 {dossier} 的第 {seq} 条不是经验", dossier=act.origin, seq=act.practice),
        say("请从各院已总结的经验中选择"),
        (PracticeFound,),
    )


RULES = [
    ActRule(
        act=LeadingGroupFormed,
        label="成立领导小组",
        basis=(ORGANISED,),
        by=DIRECTING,
        purpose="本院领导小组的组长、副组长和成员",
        guards=(in_force, each_once),
        group=GROUP,
    ),
    ActRule(
        act=MeetingHeld,
        label="召开会议",
        basis=(ORGANISED, GUIDED),
        by=(*DIRECTING, Power.CLERK),
        purpose="会议、参加人和议定事项",
        guards=(in_force,),
        group=GROUP,
    ),
    ActRule(
        act=NoticeIssued,
        label="发出通知",
        basis=(GUIDED, SUPERVISED),
        by=(Power.DIRECTOR, Power.VICE_PRESIDENT, Power.PRESIDENT),
        purpose="就方案的落实通知辖区各法院",
        guards=(by_issuer, in_force, time_to_answer),
        group=GROUP,
        sends=("plan-to-courts",),
    ),
    ActRule(
        act=NoticeReceived,
        label="收到通知",
        basis=(SUPERVISED,),
        by=(Power.SYSTEM,),
        purpose="上级法院就方案落实发来的通知",
        group=GROUP,
        internal=True,
    ),
    ActRule(
        act=NoticeAnswered,
        label="回复通知",
        basis=(SUPERVISED,),
        by=STAFF,
        purpose="报告通知的落实情况",
        guards=(in_force, answers_a_notice),
        group=GROUP,
    ),
    ActRule(
        act=Publicised,
        label="宣传报道",
        basis=(ORGANISED,),
        by=STAFF,
        purpose="登记发布的宣传报道",
        guards=(in_force, measure_known),
        group=GROUP,
    ),
    ActRule(
        act=PracticeFound,
        label="总结经验",
        basis=(ORGANISED,),
        by=STAFF,
        purpose="本院可供交流的做法",
        guards=(in_force, measure_known),
        group=GROUP,
    ),
    ActRule(
        act=PracticeSpread,
        label="推广经验",
        basis=(GUIDED,),
        by=(Power.DIRECTOR, Power.VICE_PRESIDENT, Power.PRESIDENT),
        purpose="把一个法院的经验推广到辖区",
        guards=(by_issuer, in_force, measure_known, practice_is_there),
        needs=(PRACTICE,),
        group=GROUP,
        sends=("plan-to-courts",),
    ),
    ActRule(
        act=PracticeReceived,
        label="收到经验",
        basis=(SUPERVISED,),
        by=(Power.SYSTEM,),
        purpose="上级法院推广的经验",
        group=GROUP,
        internal=True,
    ),
]


def _answer_by(trigger: Trigger) -> DueAnswer:
    act = trigger.entry.act
    if isinstance(act, NoticeReceived) and act.notice.answer_by is not None:
        return on_day(act.notice.answer_by)
    return Undetermined((say("通知没有要求回复的日期"),))


def _wants_answer(_dossier: Dossier, opening: Entry[Act]) -> bool:
    return isinstance(opening.act, NoticeReceived) and opening.act.notice.answer_by is not None


def _to_this(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return isinstance(closing.act, NoticeAnswered) and closing.act.notice == opening.seq


DUTIES = [
    DutyRule(
        name="answer-notice",
        label="回复上级法院的通知",
        holder=Power.DIRECTOR,
        opens_on=(NoticeReceived,),
        limits=(Limit(_answer_by, SUPERVISED, Layer.INTERMEDIATE, text="通知所定的回复日期"),),
        closes_on=(NoticeAnswered,),
        when=_wants_answer,
        matches=_to_this,
    ),
]
