"""The papers of closing: fulfilment, termination of the round and of enforcement, and what goes before and after them."""

from __future__ import annotations

from collections.abc import Mapping

from zhixing.cases import questions as cases
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.papers.phrases import (
    because,
    case_clause,
    case_rows,
    clerk,
    contact,
    head,
    members,
    signed,
    titles,
    to,
)
from zhixing.closing.acts import (
    ApplicationDismissed,
    CaseCancelled,
    EnforcementEnded,
    Fulfilled,
    NonEnforced,
    PreservationClosed,
    ResumedCaseOpened,
    ResumptionApplied,
    ResumptionDeclined,
    RoundTerminated,
    RoundTerminatedByConsent,
    RoundTerminationServed,
    TerminationChecked,
    TerminationTalkHeld,
)
from zhixing.closing.questions import document_of
from zhixing.law.answers import Found
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.parties.acts import Role
from zhixing.record.act import Act
from zhixing.record.paper import Body, Line, Paper, PaperKind, Signature, Table, Telling


def has_paper(act: Act) -> bool:
    """Where both sides confirmed that all is done, no notice of closing is made."""
    return not isinstance(act, ClosingAct) or bool(document_of(act))


def both(told: Telling) -> tuple[int, ...]:
    """Both sides of the case."""
    return (*members(told, Role.APPLICANT), *members(told, Role.DEBTOR))


def reached(told: Telling) -> str:
    """What came in so far, in a clause."""
    return f"执行到位{paper_sum(cases.amount_reached(told.dossier, told.on))}"


def fulfilled(told: Telling) -> Body:
    """Both sides learn that all is done."""
    act = told.the(Fulfilled)
    return Body(
        blocks=(
            to(told, both(told)),
            Line(f"{case_clause(told)}，本院依据{titles(told)}立案执行。"),
            Line(f"经执行，{act.ground.label}：{act.reason.rstrip('。')}；{reached(told)}。"),
            Line(f"{told.under}，本案已经执行完毕，现予结案。"),
            Line("特此通知。"),
            contact(told),
        )
    )


def terminated(told: Telling) -> Body:
    """The round is terminated; the debt stands."""
    act = told.the(RoundTerminated)
    owed = cases.owed(told.dossier, told.on)
    rest = f"，截至本日尚欠{paper_sum(owed.value.outstanding.total)}" if isinstance(owed, Found) else ""
    return Body(
        blocks=(
            *head(told),
            Line(f"本院在执行{case_clause(told)}中，依据{titles(told)}采取了下列措施，查明下列情况："),
            Line(
                f"一、申请执行的金额为{paper_sum(cases.amount_claimed(told.dossier, told.on))}，{reached(told)}{rest}。"
            ),
            *_done(told),
            Line(
                f"本院认为，{because(act.reason, act.ground.label)}，符合终结本次执行程序的条件。{told.under}，裁定如下："
            ),
            Line("终结本次执行程序。"),
            Line(
                "终结本次执行程序后，被执行人负有继续向申请执行人履行债务的义务。申请执行人发现被执行人有可供执行财产的，可以向本院申请恢复执行，不受申请执行时效期间的限制。"
            ),
            Line("如认为本裁定违反法律规定，可以自裁定书送达之日起六十日内，向本院提出执行异议。"),
            Line("本裁定送达后立即生效。"),
        ),
        signed=signed(told),
        clerk=clerk(told),
        copy=True,
    )


def _done(told: Telling) -> tuple[Line, ...]:
    then = told.dossier.as_of(told.on)
    checked = dict.fromkeys(entry.act.condition.label for entry in then.of(TerminationChecked))
    talks = then.of(TerminationTalkHeld)
    lines = [f"已核查：{'；'.join(checked)}"] if checked else ["已穷尽财产调查措施"]
    if talks:
        last = talks[-1]
        lines.append(f"已于{plain_date(last.on)}约谈申请执行人，其意见为：{last.act.outcome.label}")
    return tuple(Line(f"{'二三四'[place]}、{text}。") for place, text in enumerate(lines))


ORDERS: Mapping[type[ClosingAct], str] = {
    EnforcementEnded: "终结{titles}的执行。",
    NonEnforced: "不予执行{titles}。",
    ApplicationDismissed: "驳回申请执行人{applicant}的执行申请。",
}
REMEDIES: Mapping[type[ClosingAct], str] = {
    EnforcementEnded: "本裁定送达后立即生效。如认为终结执行违反法律规定，可以自裁定书送达之日起六十日内，向本院提出执行异议。",
    NonEnforced: "本裁定送达后立即生效。当事人可以依法另行起诉或者另行申请仲裁。",
    ApplicationDismissed: "如不服本裁定，可以自裁定书送达之日起十日内，向上一级人民法院申请复议。",
}


def ended(told: Telling) -> Body:
    """Enforcement ends for good, a title is not enforced, or the application is dismissed."""
    act = told.entry.act
    if not isinstance(act, EnforcementEnded | NonEnforced | ApplicationDismissed):
        raise TypeError(type(act).__name__)
    proof = f"，有{act.evidence.rstrip('。')}为证" if isinstance(act, EnforcementEnded) else ""
    applicant = told.names(members(told, Role.APPLICANT)) or "申请执行人"
    order = ORDERS[type(act)].format(titles=titles(told), applicant=applicant)
    return Body(
        blocks=(
            *head(told),
            Line(f"本院在执行{case_clause(told)}中查明：{act.reason.rstrip('。')}{proof}。"),
            Line(f"本院认为，本案属于“{act.ground.label}”的情形。{told.under}，裁定如下："),
            Line(order),
            Line(REMEDIES[type(act)]),
        ),
        signed=signed(told),
        clerk=clerk(told),
        copy=True,
    )


def cancelled(told: Telling) -> Body:
    """The case is taken off the register."""
    act = told.the(CaseCancelled)
    return Body(
        blocks=(
            to(told, both(told)),
            Line(f"{case_clause(told)}，{act.reason.rstrip('。')}，有{act.evidence.rstrip('。')}为证。"),
            Line(f"本案属于“{act.ground.label}”的情形，由{act.other_court}执行。{told.under}，决定如下："),
            Line("撤销本执行案件。"),
        ),
        signed=signed(told),
        clerk=clerk(told),
    )


def preserved(told: Telling) -> Body:
    """Both sides learn what became of a ruling on preservation."""
    act = told.the(PreservationClosed)
    return Body(
        blocks=(
            to(told, both(told)),
            Line(
                f"{case_clause(told)}，本院执行财产保全裁定的结果是：{act.outcome.label}。{act.reason.rstrip('。')}。"
            ),
            Line("申请续行保全的，请在保全期限届满前向本院提出。"),
            Line(f"依据：{told.basis}。特此告知。"),
            contact(told),
        )
    )


def talk(told: Telling) -> Body:
    """The applicant is told and heard before the round is terminated."""
    act = told.the(TerminationTalkHeld)
    told_of = tuple(Line(f"{number}．{each.label}；") for number, each in enumerate(act.told, 1))
    reasons = (Line(f"理由与经过：{act.reasons}"),) if act.reasons else ()
    until = (
        (Line(f"申请执行人提供财产线索的期限至{plain_date(act.clues_until)}。"),) if act.clues_until else ()
    )
    rows = (("时间", plain_date(told.on)), ("方式", act.channel.label), ("谈话人", told.entry.by.name))
    return Body(
        blocks=(
            Table((*case_rows(told), *rows, ("被谈话人", told.name(act.party)))),
            Line(
                f"依照{told.basis}，谈话人告知申请执行人："
                if told_of
                else f"依照{told.basis}，谈话人约谈申请执行人。"
            ),
            *told_of,
            Line(f"申请执行人的意见：{act.outcome.label}。", strong=True),
            *reasons,
            *until,
            Line("以上内容经核对无误。"),
        ),
        signed=(Signature("被谈话人", told.name(act.party)), Signature("谈话人", told.entry.by.name)),
        clerk=clerk(told),
        sealed=False,
    )


def checked(told: Telling) -> Body:
    """An officer certifies one condition on paper evidence."""
    act = told.the(TerminationChecked)
    rows = (
        ("核查的条件", act.condition.label),
        ("材料名称与文号、卷页", act.document),
        ("材料形成日期", plain_date(act.evidence_on)),
        ("书面材料与核查结果", act.evidence),
        ("依据", told.basis),
        ("核查人", told.entry.by.name),
    )
    return Body(
        blocks=(Table((*case_rows(told), *rows)),),
        signed=(Signature("核查人", told.entry.by.name),),
        sealed=False,
    )


def slip(told: Telling) -> Body:
    """Service of the ruling that terminated the round."""
    act = told.the(RoundTerminationServed)
    rows = [
        *case_rows(told),
        ("送达文书", "终结本次执行程序裁定书"),
        ("受送达人", told.name(act.to)),
        (
            "送达地址",
            told.person(act.to).service_address or told.person(act.to).address or "见送达地址确认书",
        ),
        ("送达方式", act.method.label),
        ("送达日期", plain_date(told.on)),
    ]
    if act.sent_on is not None:
        rows.append(("交邮、刊登日期", plain_date(act.sent_on)))
    if act.signed_by:
        rows.append(("签收人", act.signed_by))
    rows += [("送达人", told.entry.by.name), ("依据", told.basis)]
    return Body(
        blocks=(Table(tuple(rows)),),
        signed=(Signature("受送达人签名或盖章"), Signature("送达人", told.entry.by.name)),
    )


def applied(told: Telling) -> Body:
    """The applicant asks that enforcement go on."""
    act = told.the(ResumptionApplied)
    return Body(
        blocks=(
            *head(told),
            Line(f"申请人{told.name(act.party)}就{case_clause(told)}，申请恢复执行{titles(told)}。"),
            Line(f"事由：{act.ground.label}。"),
            Line(f"财产线索或事实：{act.clues}"),
            Line("此致"),
            Line(told.court, indented=False),
        ),
        signed=(Signature("申请人", told.name(act.party)),),
        sealed=False,
    )


def declined(told: Telling) -> Body:
    """The applicant is told why enforcement does not go on."""
    act = told.the(ResumptionDeclined)
    return Body(
        blocks=(
            to(told, members(told, Role.APPLICANT)),
            Line(
                f"{case_clause(told)}，你（单位）申请恢复执行。经核查，{act.reason.rstrip('。')}，不符合恢复执行的条件。"
            ),
            Line(f"{told.under}，本案不予恢复执行。以后发现被执行人有可供执行财产的，可以再次申请。"),
            Line("特此通知。"),
            contact(told),
        )
    )


def gone_on(told: Telling) -> Body:
    """Both sides learn that enforcement goes on in a new case."""
    act = told.the(ResumedCaseOpened)
    return Body(
        blocks=(
            to(told, both(told)),
            Line(f"{case_clause(told)}，首次执行案号为{act.first_number}。"),
            Line(f"因{act.ground.label}，本院{told.under}，另行立案恢复执行{titles(told)}。"),
            Line("特此通知。"),
            contact(told),
        )
    )


RULING, NOTICE = PaperKind.RULING, PaperKind.NOTICE
PAPERS = [
    Paper(acts=(Fulfilled,), kind=NOTICE, write=fulfilled, wanted=has_paper),
    Paper(acts=(RoundTerminated, RoundTerminatedByConsent), kind=RULING, write=terminated),
    Paper(acts=(EnforcementEnded, NonEnforced, ApplicationDismissed), kind=RULING, write=ended),
    Paper(acts=(CaseCancelled,), kind=PaperKind.DECISION, write=cancelled),
    Paper(acts=(PreservationClosed,), kind=NOTICE, write=preserved),
    Paper(acts=(TerminationTalkHeld,), kind=PaperKind.MINUTES, write=talk),
    Paper(acts=(TerminationChecked,), kind=PaperKind.FORM, write=checked, inner=True),
    Paper(acts=(RoundTerminationServed,), kind=PaperKind.SLIP, write=slip),
    Paper(acts=(ResumptionApplied,), kind=PaperKind.STATEMENT, write=applied),
    Paper(acts=(ResumptionDeclined,), kind=NOTICE, write=declined),
    Paper(acts=(ResumedCaseOpened,), kind=NOTICE, write=gone_on),
]
