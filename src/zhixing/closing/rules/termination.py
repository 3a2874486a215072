"""Rules of terminating the round: the talk, the certified checks, and the ruling with every condition as a guard.

Not covered: termination of cases that only collect fees, in which nobody is talked to but the conditions stand.
"""

from __future__ import annotations

from zhixing.cases.acts.filing import CaseType
from zhixing.cases.acts.panel import PanelDeliberated
from zhixing.cases.rules.guards import IN_HAND
from zhixing.closing.acts import (
    RoundTerminated,
    RoundTerminatedByConsent,
    TalkOutcome,
    TerminationChecked,
    TerminationTalkHeld,
    ToldMatter,
)
from zhixing.closing.questions import CHECKS, WAYS, Check, members, signed_by_applicants
from zhixing.closing.questions.conditions import State, panel_agreed
from zhixing.closing.questions.proof import REVIEW
from zhixing.closing.rules.guards import (
    fits,
    not_resting,
    ruling_numbered,
)
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Guard, Objection, guard

HANDLERS = (Power.OFFICER, Power.JUDGE)
TEAM = (*HANDLERS, Power.CLERK)
GROUP = "终结本次执行程序"
TALK = cite("终本规定", 5)
FIRST_OR_RESUMED = fits(CaseType.FIRST, CaseType.RESUMED)


def guard_of(check: Check) -> Guard:
    """A condition of the proof page as a guard: what does not pass objects; what no room records says so."""

    def ask(asked: Asked) -> Objection | None:
        finding = check.ask(asked.dossier, asked.on)
        if finding.passes:
            return None
        return Objection(
            finding.facts,
            finding.way_out or say("请在终本条件页逐项核对"),
            finding.opens,
            unrecorded=finding.state is State.UNRECORDED,
        )

    return Guard(check.name, check.label, check.cites, ask)


CONDITIONS = tuple(guard_of(check) for check in CHECKS if check.name != "reviewed-or-signed")


@guard("合议庭审查核实同意终结本次执行程序", REVIEW)
def panel_reviewed(asked: Asked) -> Objection | None:
    """Without the applicant's signature a panel reviews, after the talk, and the president approves."""
    talk = asked.dossier.as_of(asked.on).last(TerminationTalkHeld)
    if panel_agreed(asked.dossier, asked.on, after=talk.seq if talk else 0) is not None:
        return None
    return Objection(
        say("约谈之后合议庭还没有评议同意终结本次执行程序"),
        say("请由合议庭审查核实后评议，事项选“终结本次执行程序”"),
        (PanelDeliberated,),
    )


@guard("全体申请执行人已签字确认", REVIEW)
def applicants_signed(asked: Asked) -> Objection | None:
    """The applicants' signature takes the place of the president's approval."""
    if signed_by_applicants(asked.dossier, asked.on):
        return None
    return Objection(
        say("申请执行人没有全部签字确认同意终结本次执行程序"),
        say("有签字的在终本约谈中录入；没有的由合议庭审查并报院长批准"),
        (TerminationTalkHeld, RoundTerminated),
    )


@guard("约谈的是申请执行人，内容齐全", TALK, on_act=True)
def talk_complete(asked: Asked) -> Objection | None:
    """An applicant is told all four matters; a no, and an applicant not reached, have their reasons written down."""
    act = asked.the(TerminationTalkHeld)
    if act.party not in members(asked.dossier, Role.APPLICANT, asked.on):
        return Objection(say("所选的人不是申请执行人"), say("请选择申请执行人"))
    told = act.outcome is not TalkOutcome.NOT_REACHED
    missing = [matter.label for matter in ToldMatter if matter not in act.told]
    if told and missing:
        return Objection(say("没有告知：{missing}", missing="、".join(missing)), say("请补充告知后勾选"))
    if act.outcome in (TalkOutcome.DISAGREES, TalkOutcome.NOT_REACHED) and not act.reasons.strip():
        return Objection(say("没有写明理由与经过"), say("请写明不同意的理由，或历次联系的时间和方式"))
    if act.clues_until is not None and act.clues_until < asked.on:
        return Objection(say("提供线索的期限 {until} 早于约谈日", until=act.clues_until), say("请核对日期"))
    return None


@guard("核查有材料，材料不晚于核查之日", cite("终本规定", 2), on_act=True)
def evidence_given(asked: Asked) -> Objection | None:
    """A certified condition rests on a paper that can be looked up, made by that day."""
    act = asked.the(TerminationChecked)
    if not act.evidence.strip() or not act.document.strip():
        return Objection(say("没有写明材料与核查结果"), say("请写明材料名称、文号或卷页，以及核查的结果"))
    if act.evidence_on > asked.on:
        return Objection(say("材料日期 {day} 晚于核查日", day=act.evidence_on), say("请核对材料形成日期"))
    return None


TERMINATION = (*IN_HAND, FIRST_OR_RESUMED, not_resting, *CONDITIONS)
RULES = [
    ActRule(
        act=TerminationTalkHeld,
        label="终本约谈",
        basis=(TALK,),
        by=TEAM,
        purpose="终结本次执行程序之前告知申请执行人情况和后果，听取意见，入卷",
        guards=(*IN_HAND, talk_complete),
        document="终本约谈笔录",
        group=GROUP,
    ),
    ActRule(
        act=TerminationChecked,
        label="终本核查",
        basis=(cite("终本规定", 1), cite("终本规定", 2), cite("终本规定", 3)),
        by=HANDLERS,
        purpose="对系统尚无记录的一项终本条件，凭书面材料核查并负责；须经合议庭评议确认",
        guards=(*IN_HAND, evidence_given),
        document="终本核查表",
        group=GROUP,
    ),
    ActRule(
        act=RoundTerminated,
        coerces=True,
        label=WAYS[RoundTerminated].label,
        basis=(REVIEW, cite("终本规定", 1), cite("终本规定", 6)),
        by=HANDLERS,
        approved_by=Power.PRESIDENT,
        purpose="穷尽措施而无财产可供执行，经合议庭审查、院长批准，裁定终结本次执行程序",
        guards=(*TERMINATION, panel_reviewed, ruling_numbered),
        discloses=Disclosure(public=True, sms="closing.round_terminated"),
        document=WAYS[RoundTerminated].document,
        group=GROUP,
    ),
    ActRule(
        act=RoundTerminatedByConsent,
        coerces=True,
        label=WAYS[RoundTerminatedByConsent].label,
        basis=(REVIEW, cite("终本规定", 1), cite("终本规定", 6)),
        by=HANDLERS,
        purpose="穷尽措施而无财产可供执行，申请执行人签字确认，裁定终结本次执行程序",
        guards=(*TERMINATION, applicants_signed, ruling_numbered),
        discloses=Disclosure(public=True, sms="closing.round_terminated"),
        document=WAYS[RoundTerminatedByConsent].document,
        group=GROUP,
    ),
]
