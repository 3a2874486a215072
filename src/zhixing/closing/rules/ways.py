"""Rules of the ways of closing other than termination of the round, and of the archive.

Not covered: the ways in which review cases (执异, 执复, 执监) end, which the ruling itself tells (room: cases); part of a claim
that is not enforced; the national limit for archiving, which no norm states.
"""

from __future__ import annotations

from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.filing import CaseType
from zhixing.cases.rules.guards import IN_HAND, filed, open_case
from zhixing.closing.acts import (
    ApplicationDismissed,
    Archived,
    CaseCancelled,
    EndingRevoked,
    EnforcementEnded,
    Fulfilled,
    NonEnforced,
    PreservationClosed,
    RoundTerminated,
    RoundTerminationServed,
)
from zhixing.closing.questions import WAYS, termination_served_on
from zhixing.closing.rules.carried_out import carried_out
from zhixing.closing.rules.ending_grounds import (
    cancellation_proven,
    ending_ground_proven,
    non_enforcement_reviewed,
    not_resting_unless_awaited,
)
from zhixing.closing.rules.fulfilment import (
    ground_as_recorded,
    nothing_owed,
    nothing_undone,
    settlement_performed,
)
from zhixing.closing.rules.guards import ended, fits, not_resting, ruling_numbered
from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

HANDLERS = (Power.OFFICER, Power.JUDGE)
GROUP = "结案"
WAYS_OF_CLOSING = cite("执行工作规定", 64)
FIRST = fits(CaseType.FIRST)
FIRST_OR_RESUMED = fits(CaseType.FIRST, CaseType.RESUMED)
PRESERVATION = fits(CaseType.PRESERVATION)


@guard("没有归档", cite("立案结案意见", 14))
def not_archived(asked: Asked) -> Objection | None:
    """A case goes to the archive once."""
    found = asked.dossier.as_of(asked.on).first(Archived)
    if found is None:
        return None
    return Objection(say("本案已于 {on} 归档", on=found.on), say("归档信息有误的请更正该条记录"))


@guard("终本裁定已送达申请执行人", cite("终本规定", 6))
def ruling_served(asked: Asked) -> Objection | None:
    """A terminated round counts as closed when the applicant was served."""
    then = asked.dossier.as_of(asked.on)
    if then.last(RoundTerminated) is None or termination_served_on(asked.dossier, asked.on) is not None:
        return None
    return Objection(
        say("终本裁定还没有送达全部申请执行人"), say("请送达后录入送达终本裁定"), (RoundTerminationServed,)
    )


RULES = [
    ActRule(
        act=Fulfilled,
        label=WAYS[Fulfilled].label,
        basis=(WAYS_OF_CLOSING, cite("立案结案意见", 15)),
        by=HANDLERS,
        purpose="生效法律文书确定的内容全部履行或执行完毕，或者和解履行完毕，结案",
        guards=(
            *IN_HAND,
            FIRST_OR_RESUMED,
            not_resting,
            settlement_performed,
            nothing_owed,
            nothing_undone,
            ground_as_recorded,
        ),
        discloses=Disclosure(sms="closing.fulfilled"),
        document=WAYS[Fulfilled].document,
        group=GROUP,
    ),
    ActRule(
        act=EnforcementEnded,
        coerces=True,
        label=WAYS[EnforcementEnded].label,
        basis=(cite("民诉法", 268), cite("立案结案意见", 17), cite("民诉法", 269)),
        by=(Power.JUDGE, Power.OFFICER),
        approved_by=Power.DIRECTOR,
        purpose="出现法定事由，裁定终结执行，以后不再执行",
        guards=(
            *IN_HAND,
            FIRST_OR_RESUMED,
            not_resting_unless_awaited,
            ending_ground_proven,
            ruling_numbered,
        ),
        discloses=Disclosure(sms="closing.enforcement_ended"),
        document=WAYS[EnforcementEnded].document,
        group=GROUP,
    ),
    ActRule(
        act=CaseCancelled,
        label=WAYS[CaseCancelled].label,
        basis=(cite("立案结案意见", 18), cite("执行程序解释", 2), cite("执行程序解释", 3)),
        by=HANDLERS,
        approved_by=Power.DIRECTOR,
        purpose="本案应由其他法院执行，撤销本院的执行案件",
        guards=(*IN_HAND, FIRST, not_resting, cancellation_proven),
        discloses=Disclosure(sms="closing.case_cancelled"),
        document=WAYS[CaseCancelled].document,
        group=GROUP,
    ),
    ActRule(
        act=NonEnforced,
        coerces=True,
        label=WAYS[NonEnforced].label,
        basis=(cite("立案结案意见", 19), cite("民诉法", 248), cite("民诉法", 249)),
        by=(Power.JUDGE,),
        approved_by=Power.DIRECTOR,
        purpose="经审查裁定执行依据不予执行，结案",
        guards=(*IN_HAND, FIRST, not_resting, non_enforcement_reviewed, ruling_numbered),
        discloses=Disclosure(sms="closing.non_enforced"),
        document=WAYS[NonEnforced].document,
        group=GROUP,
        sends=("news",),
    ),
    ActRule(
        act=ApplicationDismissed,
        label=WAYS[ApplicationDismissed].label,
        basis=(cite("立案结案意见", 20), cite("执行工作规定", 16)),
        by=HANDLERS,
        approved_by=Power.DIRECTOR,
        purpose="立案后发现不符合受理条件，裁定驳回申请",
        guards=(*IN_HAND, FIRST, not_resting, ruling_numbered),
        discloses=Disclosure(sms="closing.application_dismissed"),
        document=WAYS[ApplicationDismissed].document,
        group=GROUP,
    ),
    ActRule(
        act=PreservationClosed,
        label=WAYS[PreservationClosed].label,
        basis=(cite("立案结案意见", 21),),
        by=HANDLERS,
        purpose="财产保全裁定实施完毕、部分实施或无财产可供保全，结案",
        guards=(filed, open_case, PRESERVATION, not_resting, carried_out),
        discloses=Disclosure(sms="closing.preservation_closed"),
        document=WAYS[PreservationClosed].document,
        group=GROUP,
    ),
    ActRule(
        act=Archived,
        label="归档",
        basis=(cite("立案结案意见", 14),),
        by=(Power.CLERK, Power.OFFICER, Power.JUDGE),
        purpose="把已结案件的卷宗移交档案",
        guards=(ended, not_archived, ruling_served),
        group=GROUP,
    ),
]


def _no_national_limit(_trigger: Trigger) -> DueAnswer:
    return Undetermined((say("全国规范没有规定归档的期限，依本院规定；本院的规定尚未录入"),))


DUTIES = [
    DutyRule(
        name="archive-files",
        label="归档",
        holder=Power.CLERK,
        opens_on=(ClosingAct,),
        limits=(Limit(_no_national_limit, cite("立案结案意见", 14), text="结案后归档，期限由各院规定"),),
        closes_on=(Archived,),
        falls_away_on=(EndingRevoked,),
        latest_only=True,
    ),
]
