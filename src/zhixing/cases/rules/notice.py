"""Rules of notice: the enforcement notice with the order to report property, the request for clues, talks with the applicant.

Not covered: measures taken at once with the notice following within three days (民诉法解释 art. 480), which come with the
measures; the report itself and what follows when it fails, which are of the rooms that inquire and coerce.
"""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.assignment import Assigned, CaseTransferred
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.filing import ApplicationReceived, CaseType, Filed, FilingRefused
from zhixing.cases.acts.notice import (
    ApplicantContacted,
    CluesAsked,
    EnforcementNoticeIssued,
    PropertyReportOrdered,
)
from zhixing.cases.questions.case import case_type
from zhixing.cases.questions.money import money_claims
from zhixing.cases.rules.guards import FREE_TO_ACT, IN_HAND
from zhixing.law.citations import cite
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, Trigger, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

NOTICE = cite("民诉法", 251)
TEN_DAYS = cite("民诉法解释", 480, figure="十日")
THREE_DAYS = cite("执行期限规定", 4)
HANDLERS = (Power.OFFICER, Power.JUDGE)
TEAM = (*HANDLERS, Power.CLERK)
SENT_TO_DEBTORS = (EnforcementNoticeIssued, PropertyReportOrdered)


def debtors(asked: Asked) -> set[int]:
    """The debtors of the case that day."""
    return {each.party for each in parties_of(asked.dossier, Role.DEBTOR, asked.on)}


@guard("执行的是生效法律文书，不是保全裁定", NOTICE)
def a_title_is_enforced(asked: Asked) -> Objection | None:
    """A preservation orders nobody to perform."""
    if case_type(asked.dossier) is not CaseType.PRESERVATION:
        return None
    return Objection(
        say("本案执行的是保全裁定，没有责令履行的义务"), say("进入执行后，在执行案件中发出执行通知书")
    )


@guard("发给本案的被执行人", NOTICE, on_act=True)
def to_debtors(asked: Asked) -> Objection | None:
    """Notice and order go to debtors of the case."""
    act = asked.act
    if not isinstance(act, EnforcementNoticeIssued | PropertyReportOrdered):
        return None
    if not act.to:
        return Objection(say("没有选择被执行人"), say("请至少选择一名被执行人"))
    if set(act.to) <= debtors(asked):
        return None
    return Objection(say("所选的人中有的不是本案被执行人"), say("请只选被执行人；遗漏的先录入当事人"))


@guard("执行通知载明法定事项", cite("执行工作规定", 22), on_act=True)
def states_what_the_law_wants(asked: Asked) -> Objection | None:
    """A notice says that delay costs interest, and warns of the list."""
    act = asked.the(EnforcementNoticeIssued)
    if not act.delay_interest_stated:
        return Objection(say("没有载明迟延履行利息或迟延履行金"), say("请在通知书中载明后勾选"))
    if not act.listing_risk_stated:
        return Objection(say("没有载明纳入失信名单的风险"), say("请在通知书中载明后勾选"))
    return None


@guard("没有向同一人重复发出执行通知", NOTICE, on_act=True)
def one_notice_each(asked: Asked) -> Objection | None:
    """Each debtor gets one enforcement notice."""
    again = set(asked.the(EnforcementNoticeIssued).to) & {
        party for entry in asked.dossier.of(EnforcementNoticeIssued) for party in entry.act.to
    }
    if not again:
        return None
    return Objection(
        say("已向其中 {count} 人发出过执行通知", count=len(again)), say("未送达的请再次送达，不必重发")
    )


@guard("报告财产令随执行通知发出", cite("财产调查规定", 3))
def notice_first(asked: Asked) -> Objection | None:
    """The order goes with the notice, or after it when reporting is ordered again."""
    if asked.dossier.first(EnforcementNoticeIssued):
        return None
    return Objection(
        say("还没有发出执行通知书"), say("请发出执行通知书，报告财产令一并发出"), (EnforcementNoticeIssued,)
    )


@guard("对象是申请执行人", cite("执行公开规定", 5), on_act=True)
def talks_to_applicant(asked: Asked) -> Objection | None:
    """The talk, or the request for clues, is with applicants of the case."""
    act = asked.act
    named = (
        {act.party}
        if isinstance(act, ApplicantContacted)
        else set(act.to)
        if isinstance(act, CluesAsked)
        else set()
    )
    applicants = {each.party for each in parties_of(asked.dossier, Role.APPLICANT, asked.on)}
    if named and named <= applicants:
        return None
    return Objection(say("所选的人不是申请执行人"), say("请选择申请执行人"))


RULES = [
    ActRule(
        act=EnforcementNoticeIssued,
        label="发出执行通知书",
        basis=(NOTICE, TEN_DAYS),
        by=HANDLERS,
        purpose="责令被执行人履行，并告知不履行的后果；报告财产令一并发出",
        guards=(*IN_HAND, a_title_is_enforced, to_debtors, states_what_the_law_wants, one_notice_each),
        discloses=Disclosure(sms="cases.enforcement_notice_issued"),
        document="执行通知书",
        group="通知与送达",
        steps=(PropertyReportOrdered,),
    ),
    ActRule(
        act=PropertyReportOrdered,
        label="发出报告财产令",
        basis=(cite("民诉法", 252), cite("财产调查规定", 3)),
        by=HANDLERS,
        purpose="责令被执行人报告现有财产和前一年的变动",
        guards=(*IN_HAND, notice_first, to_debtors),
        discloses=Disclosure(sms="cases.property_report_ordered"),
        document="报告财产令",
        group="通知与送达",
        sends=("report-access",),  # each debtor gets a code to answer on line
    ),
    ActRule(
        act=CluesAsked,
        label="通知提供线索",
        basis=(cite("执行期限规定", 5),),
        by=TEAM,
        purpose="通知申请执行人提供被执行人的财产状况或线索",
        guards=(*IN_HAND, talks_to_applicant),
        discloses=Disclosure(sms="cases.clues_asked"),
        document="提供财产线索通知书",
        group="通知与送达",
    ),
    ActRule(
        act=ApplicantContacted,
        label="联系申请执行人",
        basis=(cite("执行公开规定", 5),),
        by=TEAM,
        purpose="告知进展，听取意见，入卷",
        guards=(*FREE_TO_ACT, talks_to_applicant),
        document="谈话笔录",
        group="通知与送达",
    ),
]


def _to_every_debtor(dossier: Dossier, _opening: Entry[Act], closing: Entry[Act]) -> bool:
    """Whether with this act every debtor of that day has been sent what the act sends."""
    sent: set[int] = set()
    for entry in dossier.among((type(closing.act),)):
        if entry.on <= closing.on and entry.seq <= closing.seq and isinstance(entry.act, SENT_TO_DEBTORS):
            sent.update(entry.act.to)
    return all(each.party in sent for each in parties_of(dossier, Role.DEBTOR, closing.on))


def _is_enforced(dossier: Dossier, _opening: Entry[Act]) -> bool:
    """A title is enforced, so its debtor is told to perform; a preservation rests on its ruling and asks no performance."""
    return case_type(dossier) is not CaseType.PRESERVATION


def _is_for_money(dossier: Dossier, opening: Entry[Act]) -> bool:
    """Property is reported, and clues to it asked for, where money is owed (财产调查规定 art. 3)."""
    return bool(money_claims(dossier, opening.on))


def _received(trigger: Trigger) -> date:
    received = trigger.dossier.first(ApplicationReceived)
    return received.on if received else trigger.entry.on


def _assigned(trigger: Trigger) -> date | None:
    """The day the handling officer got the file; the first one, for reassignment gives no new time."""
    assigned = trigger.dossier.first(Assigned)
    return assigned.on if assigned else None


ENDS = (ClosingAct, FilingRefused, CaseTransferred)
DUTIES = [
    DutyRule(
        name="issue-notice",
        label="向每一被执行人发出执行通知书",
        holder=Power.OFFICER,
        opens_on=(Filed,),
        limits=(
            Limit(within(days(3), start=_assigned), THREE_DAYS, text="承办人收到案件材料之日起三日"),
            Limit(within(days(10), start=_received), TEN_DAYS, text="收到申请执行书之日起十日"),
        ),
        closes_on=(EnforcementNoticeIssued,),
        when=_is_enforced,
        matches=_to_every_debtor,
        falls_away_on=ENDS,
    ),
    DutyRule(
        name="order-property-report",
        label="责令每一被执行人报告财产",
        holder=Power.OFFICER,
        opens_on=(Assigned,),
        limits=(
            Limit(within(days(3)), THREE_DAYS, text="承办人收到案件材料之日起三日，与执行通知书同时发出"),
        ),
        closes_on=(PropertyReportOrdered,),
        when=_is_for_money,
        matches=_to_every_debtor,
        falls_away_on=ENDS,
    ),
    DutyRule(
        name="ask-for-clues",
        label="通知申请执行人提供财产线索",
        holder=Power.OFFICER,
        opens_on=(Assigned,),
        limits=(Limit(within(days(3)), cite("执行期限规定", 5), text="承办人收到案件材料之日起三日"),),
        closes_on=(CluesAsked,),
        when=_is_for_money,
        falls_away_on=ENDS,
    ),
]
