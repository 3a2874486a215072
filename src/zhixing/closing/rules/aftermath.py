"""Rules of the five years after a round was terminated: service, the public database, the debtor's reports.

The half-yearly inquiry is `rechecks`.

The articles on the public database (终本规定 12 and 15) are from memory: docs/law-to-confirm.md.

Not covered: correction of the public database on a party's application (three days); fines and searches after termination,
and the renewal of freezes, which later rooms do in the same dossier.
"""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.declaration import DeclarationSupplemented
from zhixing.cases.rules.guards import filed
from zhixing.closing.acts import (
    EndingRevoked,
    EnforcementEnded,
    Fulfilled,
    NonEnforced,
    PropertyChangeLearned,
    ResumedCaseOpened,
    ResumedInNewCase,
    RoundTerminated,
    RoundTerminationServed,
    SupplementReportReceived,
    TerminationPublished,
    TerminationShielded,
)
from zhixing.closing.questions import members
from zhixing.closing.questions.ending import COUNTED_FROM_SENDING
from zhixing.closing.rules.guards import AFTER_TERMINATION, resumes_a_case, round_terminated
from zhixing.law.citations import cite
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, Trigger, within
from zhixing.record.power import Power
from zhixing.record.questions import procedure_ended
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK)
GROUP = "终本之后"
DATABASE = cite("终本规定", 12)  # from memory: the article's number
SHIELDING = cite("终本规定", 15)  # from memory: the article's number
SUPPLEMENT = cite("财产调查规定", 7, figure="十日")
REPORT_ENDS: tuple[type[Act], ...] = (Fulfilled, EnforcementEnded, NonEnforced)


@guard("受送达人是本案当事人", cite("终本规定", 6), on_act=True)
def served_on_member(asked: Asked) -> Objection | None:
    """The ruling is served on those who take part in the case."""
    if asked.the(RoundTerminationServed).to in {
        *members(asked.dossier, Role.APPLICANT, asked.on),
        *members(asked.dossier, Role.DEBTOR, asked.on),
    }:
        return None
    return Objection(say("受送达人不是本案申请执行人或被执行人"), say("请选择本案当事人"))


@guard("邮寄、公告送达有交邮或刊登日期", cite("审限规定", 10), on_act=True)
def service_dated(asked: Asked) -> Objection | None:
    """By mail and public notice the day of sending decides on which day the case counts as closed."""
    act = asked.the(RoundTerminationServed)
    if act.method not in COUNTED_FROM_SENDING:
        return None
    if act.sent_on is None:
        return Objection(
            say("{method}没有填写交邮或刊登日期", method=act.method.label), say("请填写日期，结案日按此计算")
        )
    if act.sent_on > asked.on:
        return Objection(say("交邮、刊登日期 {day} 晚于送达日", day=act.sent_on), say("请核对日期"))
    return None


@guard("报告人是本案被执行人，变动属实", SUPPLEMENT, on_act=True)
def of_a_debtor(asked: Asked) -> Objection | None:
    """Changes are those of a debtor's property, and lie in the past."""
    act = asked.act
    if not isinstance(act, PropertyChangeLearned | SupplementReportReceived):
        return None
    if act.debtor not in members(asked.dossier, Role.DEBTOR, asked.on):
        return Objection(say("所选的人不是被执行人"), say("请选择被执行人"))
    if isinstance(act, PropertyChangeLearned) and act.changed_on > asked.on:
        return Objection(say("变动日期 {day} 在将来", day=act.changed_on), say("请核对日期"))
    return None


@guard("报告财产的程序没有终结", cite("财产调查规定", 11))
def still_to_report(asked: Asked) -> Objection | None:
    """The duty to report ends with the procedure, not with the round; where it goes on elsewhere, reports are given there."""
    ending = procedure_ended(asked.dossier, asked.on)
    if ending is None:
        return None
    return Objection(
        say("本案报告财产的程序已于 {on} 随执行程序终结", on=ending.on),
        say("无须再报告；已另案恢复执行的，请在该案中办理"),
    )


RULES = [
    ActRule(
        act=RoundTerminationServed,
        label="送达终本裁定",
        basis=(cite("终本规定", 6),),
        by=TEAM,
        purpose="记下终本裁定送达各当事人的日期；送达申请执行人后计为结案",
        guards=(round_terminated, served_on_member, service_dated),
        document="送达回证",
        group=GROUP,
    ),
    ActRule(
        act=TerminationPublished,
        label="录入终本信息库",
        basis=(DATABASE,),
        by=TEAM,
        purpose="裁定送达申请执行人后录入终本案件信息库并公布",
        guards=AFTER_TERMINATION,
        discloses=Disclosure(public=True),
        group=GROUP,
    ),
    ActRule(
        act=TerminationShielded,
        label="屏蔽终本信息",
        basis=(SHIELDING,),
        by=TEAM,
        purpose="履行完毕或终结执行后，把首次案件的终本信息从公开库中屏蔽",
        guards=(filed, resumes_a_case),
        group=GROUP,
    ),
    ActRule(
        act=PropertyChangeLearned,
        label="获悉财产变动",
        basis=(SUPPLEMENT,),
        by=TEAM,
        purpose="记下被执行人报告之后的财产变动，起算补充报告的期限",
        guards=(filed, still_to_report, of_a_debtor),
        group=GROUP,
    ),
    ActRule(
        act=SupplementReportReceived,
        label="收到补充报告",
        basis=(SUPPLEMENT, cite("财产调查规定", 11)),
        by=TEAM,
        purpose="收下被执行人对财产变动的补充报告",
        guards=(filed, still_to_report, of_a_debtor),
        group=GROUP,
    ),
]


def _first_to_applicant(dossier: Dossier, opening: Entry[Act]) -> bool:
    applicants = members(dossier, Role.APPLICANT, opening.on)
    earlier = [entry.seq for entry in dossier.of(RoundTerminated) if entry.seq < opening.seq]
    since = max(earlier, default=0)
    served = [entry for entry in dossier.of(RoundTerminationServed) if entry.act.to in applicants]
    first = next((entry.seq for entry in served if entry.seq > since), None)
    return first == opening.seq


def _changed_on(trigger: Trigger) -> date | None:
    act = trigger.entry.act
    return act.changed_on if isinstance(act, PropertyChangeLearned) else None


def _of_same_debtor(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    change, report = opening.act, closing.act
    if not isinstance(change, PropertyChangeLearned):
        return False
    if isinstance(report, DeclarationSupplemented):
        return report.debtor == change.debtor
    if not isinstance(report, SupplementReportReceived):
        return False
    return report.debtor == change.debtor and report.change in (None, opening.seq)


def _was_terminated_before(dossier: Dossier, _opening: Entry[Act]) -> bool:
    return dossier.first(ResumedCaseOpened) is not None


DUTIES = [
    DutyRule(
        name="publish-terminated-round",
        label="录入终本案件信息库",
        holder=Power.OFFICER,
        opens_on=(RoundTerminationServed,),
        limits=(Limit(within(days(7)), DATABASE, text="裁定送达申请执行人之日起七日"),),
        closes_on=(TerminationPublished,),
        falls_away_on=(ResumedInNewCase, EndingRevoked),
        when=_first_to_applicant,
    ),
    DutyRule(
        name="shield-terminated-round",
        label="屏蔽首次案件的终本信息",
        holder=Power.OFFICER,
        opens_on=(Fulfilled, EnforcementEnded),
        limits=(Limit(within(days(3)), SHIELDING, text="履行完毕或终结执行之日起三日"),),
        closes_on=(TerminationShielded,),
        falls_away_on=(EndingRevoked,),
        when=_was_terminated_before,
    ),
    DutyRule(
        name="supplement-property-report",
        label="补充报告财产变动",
        holder=Power.PARTY,
        opens_on=(PropertyChangeLearned,),
        limits=(Limit(within(days(10), start=_changed_on), SUPPLEMENT, text="财产变动之日起十日"),),
        closes_on=(SupplementReportReceived, DeclarationSupplemented),
        falls_away_on=(*REPORT_ENDS, ResumedInNewCase),
        matches=_of_same_debtor,
    ),
]
