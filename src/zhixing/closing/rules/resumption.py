"""Rules of resumption: the applicant asks in the ended case, the court opens a new one that takes over what was left.

Not covered: a new case whose filing was refused leaves the first one marked as resumed; that entry is then corrected.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from zhixing.cases.acts.filing import CaseType
from zhixing.cases.questions import case_type
from zhixing.closing.acts import (
    ResumedCaseOpened,
    ResumedInNewCase,
    ResumptionApplied,
    ResumptionDeclined,
)
from zhixing.closing.questions import against_resumption, application, members
from zhixing.closing.rules.guards import ended, not_resumed
from zhixing.law.citations import cite
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.record.act import Act, DossierId
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Need, Objection, Reach, guard

RESUMPTION = cite("立案结案意见", 6)
ANY_TIME = cite("民诉法解释", 517)
GROUP = "终本之后"


class FirstCase(msgspec.Struct, frozen=True):
    """What the door found out about the case to be resumed; `against` and `way_out` are empty when nothing stands against it."""

    seen: bool = False
    number: str = ""
    way: str = ""
    asked_for: bool = False
    against: str = ""
    way_out: str = ""


FIRST_CASE = Need("first-case", FirstCase)


@guard("首次执行案件可以恢复", RESUMPTION, ANY_TIME, on_act=True)
def first_case_resumable(asked: Asked) -> Objection | None:
    """The first case is there, has ended in a way that may go on, and has not gone on already."""
    act, first = asked.the(ResumedCaseOpened), asked.fact(FIRST_CASE)
    if not first.seen:
        return Objection(say("没有首次执行案件 {number}", number=act.first_number), say("请核对首次执行案件"))
    if first.number != act.first_number:
        return Objection(say("首次执行案件的案号是 {number}", number=first.number), say("请核对首次执行案号"))
    if first.against:
        return Objection(say("{text}", text=first.against), say("{text}", text=first.way_out))
    return None


@guard("有恢复申请，或查询发现了财产", cite("终本规定", 9), on_act=True)
def asked_for_or_found(asked: Asked) -> Objection | None:
    """A party applied in the first case, or a later inquiry found property there."""
    if not asked.fact(FIRST_CASE).seen or asked.fact(FIRST_CASE).asked_for:
        return None
    return Objection(
        say("首次执行案件中没有待处理的恢复申请，也没有查询发现财产的记录"),
        say("请在首次执行案件中录入申请恢复执行，或录入发现财产的终本后查询"),
    )


@guard("申请人是申请执行人，事由相符", RESUMPTION, ANY_TIME, on_act=True)
def applicant_may_ask(asked: Asked) -> Objection | None:
    """An applicant of the case asks, on a ground that fits the way in which it ended."""
    act = asked.the(ResumptionApplied)
    if act.party not in members(asked.dossier, Role.APPLICANT, asked.on):
        return Objection(say("所选的人不是申请执行人"), say("请选择申请执行人"))
    return against_resumption(asked.dossier, asked.on, act.ground)


@guard("恢复的是执行案件", RESUMPTION)
def enforcement_resumed(asked: Asked) -> Objection | None:
    """A preservation is not resumed: what it holds goes on in it, or in the enforcement that takes it over."""
    if case_type(asked.dossier) is not CaseType.PRESERVATION:
        return None
    return Objection(say("本案是财产保全案件"), say("保全仍在的，在本案中办理；进入执行的，由执行案件接续"))


@guard("有待处理的恢复申请", cite("终本规定", 9))
def application_waits(asked: Asked) -> Objection | None:
    """Only an application that waits can be declined."""
    if application(asked.dossier, asked.on) is not None:
        return None
    return Objection(say("没有待处理的恢复申请"), say("收到申请后先录入"), (ResumptionApplied,))


def _to_first_case(act: Act, dossier: DossierId) -> Sequence[Reach]:
    if not isinstance(act, ResumedCaseOpened):
        return ()
    return (Reach(act.first_case, ResumedInNewCase(case=dossier, ground=act.ground)),)


RULES = [
    ActRule(
        act=ResumptionApplied,
        label="申请恢复执行",
        basis=(ANY_TIME, RESUMPTION),
        by=(Power.FILING, Power.OFFICER, Power.JUDGE, Power.CLERK),
        purpose="收下申请执行人恢复执行的申请和线索；发现财产的不受时效限制",
        guards=(ended, enforcement_resumed, not_resumed, applicant_may_ask),
        document="恢复执行申请书",
        group=GROUP,
    ),
    ActRule(
        act=ResumptionDeclined,
        label="不予恢复执行",
        basis=(cite("终本规定", 9),),
        by=(Power.OFFICER, Power.JUDGE),
        purpose="核查后线索不属实，告知申请执行人不予恢复",
        guards=(ended, not_resumed, application_waits),
        discloses=Disclosure(sms="closing.resumption_declined"),
        document="不予恢复执行通知书",
        group=GROUP,
    ),
    ActRule(
        act=ResumedCaseOpened,
        label="恢复执行收案",
        basis=(RESUMPTION, ANY_TIME, cite("执行工作规定", 60)),
        by=(Power.FILING, Power.OFFICER, Power.JUDGE),
        purpose="另立恢复执行案件，带入首次案件的当事人、执行依据、请求和到位情况",
        guards=(first_case_resumable, asked_for_or_found),
        needs=(FIRST_CASE,),
        discloses=Disclosure(sms="closing.resumed_case_opened"),
        document="恢复执行通知书",
        group=GROUP,
        opens=True,
        reaches=_to_first_case,
    ),
    ActRule(
        act=ResumedInNewCase,
        label="已恢复执行",
        basis=(RESUMPTION,),
        by=(Power.SYSTEM,),
        purpose="在首次案件中记下恢复执行的新案",
        guards=(ended, not_resumed),
        group=GROUP,
        internal=True,
    ),
]

DUTIES = [
    DutyRule(
        name="decide-on-resumption",
        label="对恢复执行申请作出处理",
        holder=Power.OFFICER,
        opens_on=(ResumptionApplied,),
        limits=(Limit(within(days(7)), cite("执行工作规定", 16, figure="七日"), text="收到申请之日起七日"),),
        closes_on=(ResumedInNewCase, ResumptionDeclined),
    ),
]
