"""Rules of service: what may be served on whom, and from which day it counts as served.

Not covered: service abroad, and on soldiers and prisoners beyond forwarding; consent to electronic service, which is kept with
the party.
"""

from __future__ import annotations

from zhixing.cases.acts.assignment import CaseTransferred
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.filing import Filed
from zhixing.cases.acts.notice import (
    EnforcementNoticeIssued,
    PropertyReportOrdered,
    ServedDocument,
    ServiceAttempted,
    ServiceMethod,
    ServiceOutcome,
)
from zhixing.cases.questions.serving import public_notice_days
from zhixing.cases.rules.guards import filed, no_recusal_pending, not_recused
from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.parties.questions import parts_ever
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Objection, guard

SERVICE = cite("民诉法", 87)
TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK)
ISSUED_BY: dict[ServedDocument, type[Act]] = {
    ServedDocument.ACCEPTANCE: Filed,
    ServedDocument.NOTICE: EnforcementNoticeIssued,
    ServedDocument.NOTICE_AND_ORDER: EnforcementNoticeIssued,
    ServedDocument.REPORT_ORDER: PropertyReportOrdered,
}


@guard("送达的文书已经作出", SERVICE, on_act=True)
def document_exists(asked: Asked) -> Objection | None:
    """What was not issued cannot be served, nor served before its day."""
    act = asked.the(ServiceAttempted)
    wanted = ISSUED_BY.get(act.document)
    if wanted is None:
        return None
    issued = [entry.on for entry in asked.dossier.of(wanted)]
    day = act.served_on or asked.on
    if any(on <= day for on in issued):
        return None
    return Objection(
        say("{document}在 {on} 还没有发出", document=act.document.label, on=day),
        say("请先发出该文书；已发出的请核对送达日期"),
        (wanted,),
    )


@guard("受送达人是本案当事人", cite("民诉法", 88), on_act=True)
def served_on_party(asked: Asked) -> Objection | None:
    """Service is on someone who takes part in the case, or did: by ruling one leaves, and is served with it."""
    act = asked.the(ServiceAttempted)
    if act.to in {part.party for part, _ in parts_ever(asked.dossier.as_of(asked.on))}:
        return None
    return Objection(say("受送达人不是本案当事人"), say("请选择本案当事人"))


@guard("送达的结果有日期或原因", SERVICE, on_act=True)
def service_proved(asked: Asked) -> Objection | None:
    """A document counts as served on a day; what was not served says why, and so does service without the person's hand."""
    act = asked.the(ServiceAttempted)
    if act.outcome is not ServiceOutcome.SERVED:
        if act.served_on is not None:
            return Objection(say("没有送达却填了送达日期"), say("请改正结果，或删去送达日期"))
        if act.outcome is not ServiceOutcome.PENDING and not act.why_not.strip():
            return Objection(say("没有写明未送达的原因"), say("请写明退回或拒收的原因"))
        return None
    if act.served_on is None:
        return Objection(say("已送达而没有送达日期"), say("请填写送达回证上的日期"))
    if act.served_on > asked.on:
        return Objection(say("送达日期 {day} 晚于行为日期", day=act.served_on), say("请核对日期"))
    if act.method in (ServiceMethod.LEFT, ServiceMethod.PUBLIC_NOTICE) and not act.why_not.strip():
        return Objection(
            say("{method}没有写明原因", method=act.method.label),
            say("请写明拒收事由，或无法以其他方式送达的经过"),
        )
    return None


@guard("公告期已满", cite("民诉法", 95, figure="三十日"), on_act=True)
def notice_run_out(asked: Asked) -> Objection | None:
    """Public notice serves when its days have passed."""
    act = asked.the(ServiceAttempted)
    if act.method is not ServiceMethod.PUBLIC_NOTICE or act.served_on is None:
        return None
    if act.sent_on is None:
        return Objection(say("公告送达没有公告日期"), say("请填写公告刊登的日期"))
    wanted = public_notice_days(act.sent_on)
    if (act.served_on - act.sent_on).days >= wanted:
        return None
    return Objection(
        say(
            "公告自 {since} 起至 {until} 未满 {count} 日",
            since=act.sent_on,
            until=act.served_on,
            count=wanted,
        ),
        say("公告期满之日才视为送达；2022 年以前发出的公告期为六十日"),
    )


RULES = [
    ActRule(
        act=ServiceAttempted,
        label="送达",
        basis=(SERVICE, cite("民诉法", 88)),
        by=TEAM,
        purpose="记下一次送达及其证明",
        guards=(
            filed,
            not_recused,
            no_recusal_pending,
            document_exists,
            served_on_party,
            service_proved,
            notice_run_out,
        ),
        document="送达回证",
        group="通知与送达",
    ),
]


def _all_served(dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    """Whether with this act the notice has reached everyone to whom it went."""
    act = closing.act
    if not isinstance(opening.act, EnforcementNoticeIssued) or not _reaches(act):
        return False
    reached = {
        entry.act.to
        for entry in dossier.as_of(closing.on).of(ServiceAttempted)
        if entry.seq <= closing.seq and _reaches(entry.act)
    }
    return set(opening.act.to) <= reached


def _reaches(act: Act) -> bool:
    return (
        isinstance(act, ServiceAttempted)
        and act.document in (ServedDocument.NOTICE, ServedDocument.NOTICE_AND_ORDER)
        and act.outcome is ServiceOutcome.SERVED
    )


def _no_fixed_time(_trigger: Trigger) -> DueAnswer:
    return Undetermined((say("法律没有规定送达执行通知书的期限，未送达前一直待办"),), (SERVICE,))


DUTIES = [
    DutyRule(
        name="serve-notice",
        label="把执行通知书送达每一被执行人",
        holder=Power.OFFICER,
        opens_on=(EnforcementNoticeIssued,),
        limits=(Limit(_no_fixed_time, SERVICE, text="送达以送达回证、回执或公告期满为证"),),
        closes_on=(ServiceAttempted,),
        matches=_all_served,
        falls_away_on=(ClosingAct, CaseTransferred),
    ),
]
