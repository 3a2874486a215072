"""Papers of review and of other courts: objections, recusal, guarantees, transfer, what the court above orders."""

from __future__ import annotations

from zhixing.cases import questions
from zhixing.cases.acts.assignment import CaseTransferred
from zhixing.cases.acts.higher_court import ElevatedOrDesignated, HigherMeasure, UrgingOrdered
from zhixing.cases.acts.reconsideration import (
    ReconsiderationAsked,
    ReconsiderationDecided,
    ReconsiderationResult,
)
from zhixing.cases.acts.recusal import RecusalAsked, RecusalDecided, RecusalReviewDecided
from zhixing.cases.acts.review import ObjectionAccepted, ObjectionRaised, ObjectionSupplementAsked
from zhixing.cases.acts.settlement import GuaranteeEnforced, GuaranteeGiven, GuaranteeKind
from zhixing.cases.acts.suit import ObjectReleased
from zhixing.cases.papers.phrases import case_clause, cause, head, members, to
from zhixing.cases.papers.rulings import EFFECTIVE, ON_SERVICE, ruling
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.parties.acts import Role
from zhixing.record.paper import Body, Line, Paper, PaperKind, Signature, Telling


def _objector(told: Telling, seq: int) -> tuple[int, ...]:
    raised = told.dossier.at(seq)
    return (raised.act.by,) if raised and isinstance(raised.act, ObjectionRaised) else ()


def objection_supplement(told: Telling) -> Body:
    """What is missing from an objection, told once."""
    act = told.the(ObjectionSupplementAsked)
    missing = (Line(f"{number}．{each}；") for number, each in enumerate(act.missing, 1))
    objector = _objector(told, act.objection)
    return Body(
        blocks=(
            *((to(told, objector),) if objector else ()),
            Line(f"就{case_clause(told)}提出的异议材料收悉。经审查，尚缺下列材料："),
            *missing,
            Line(f"{told.under}，请于{plain_date(act.until)}前补足；逾期未补足的，本院不予受理。"),
            Line("特此告知。"),
        )
    )


def objection_accepted(told: Telling) -> Body:
    """The parties learn that an objection is reviewed."""
    act = told.the(ObjectionAccepted)
    objector = told.names(_objector(told, act.objection)) or "异议人"
    number = f"，案号为{act.number}" if act.number else ""
    return Body(
        blocks=(
            to(told, (*members(told, Role.APPLICANT), *members(told, Role.DEBTOR))),
            Line(
                f"{objector}就{case_clause(told)}提出异议。{told.under}，本院已于{plain_date(told.on)}立案审查{number}。"
            ),
            Line("对异议有意见的，可以在收到本通知书后向本院书面提出，并附证据。"),
            Line("特此通知。"),
        )
    )


REVIEWED = {
    ReconsiderationResult.UPHELD: "驳回{by}的复议申请，维持原裁定。",
    ReconsiderationResult.CHANGED: "撤销原裁定；{then}。",
    ReconsiderationResult.SENT_BACK: "撤销原裁定，发回执行法院重新审查。",
    ReconsiderationResult.WITHDRAWN: "准许{by}撤回复议申请。",
}


def reconsidered(told: Telling) -> Body:
    """The court above has the last word on an objection."""
    act = told.the(ReconsiderationDecided)
    asked = told.dossier.at(act.reconsideration)
    by = told.name(asked.act.by) if asked and isinstance(asked.act, ReconsiderationAsked) else "复议申请人"
    then = "异议成立" if act.upholds else "驳回异议请求"
    reason = act.reason.rstrip("。") or "复议申请的审查已经终结"
    return ruling(
        told,
        f"{by}不服执行法院就{case_clause(told)}作出的裁定，向本院申请复议。本院依法审查，现已审查终结。",
        f"本院认为，{reason}。{told.under}，裁定如下：",
        REVIEWED[act.result].format(by=by, then=then),
        "本裁定送达后立即生效。",
    )


def _recusal(told: Telling, officer: int, *, granted: bool, reason: str) -> tuple[str, ...]:
    name = told.officer(officer) or "被申请回避人"
    why = f"本院认为，{reason.rstrip('。')}。" if reason else "本院经审查，"
    order = f"{name}回避本案。" if granted else f"驳回对{name}的回避申请。"
    return f"{why}{told.under}，决定如下：", order


def recusal(told: Telling) -> Body:
    """Whether an officer keeps out of the case."""
    act = told.the(RecusalDecided)
    asked = [each for each in told.dossier.of(RecusalAsked) if each.act.officer == act.officer]
    by = told.name(asked[-1].act.by) if asked and asked[-1].act.by is not None else ""
    ground = f"，理由是{asked[-1].act.ground.label}" if asked else ""
    who = f"{by}申请" if by else "本院审查"
    return ruling(
        told,
        f"在{case_clause(told)}中，{who}{told.officer(act.officer) or '办案人员'}回避{ground}。",
        *_recusal(told, act.officer, granted=act.granted, reason=act.reason),
        "申请人如不服本决定，可以在接到决定时申请复议一次；复议期间，被申请回避的人员不停止参与本案的工作。",
        named=False,
    )


def recusal_reviewed(told: Telling) -> Body:
    """The decision on a recusal is reviewed, once."""
    act = told.the(RecusalReviewDecided)
    return ruling(
        told,
        f"在{case_clause(told)}中，申请人不服本院就{told.officer(act.officer) or '办案人员'}回避作出的决定，申请复议。",
        *_recusal(told, act.officer, granted=act.granted, reason=act.reason),
        named=False,
    )


def released(told: Telling) -> Body:
    """The measures on a thing end."""
    act = told.the(ObjectReleased)
    raised = told.dossier.at(act.objection)
    found = raised.act if raised and isinstance(raised.act, ObjectionRaised) else None
    thing = found.object if found and found.object else "案外人异议所涉标的"
    note = f"（{act.note.rstrip('。')}）" if act.note else ""
    return ruling(
        told,
        f"本院在执行{case_clause(told)}中，对{thing}采取的执行措施，因案外人异议成立，应当解除。",
        f"{told.under}，裁定如下：",
        f"解除对{thing}的查封、扣押、冻结等执行措施{note}。",
        EFFECTIVE,
    )


def _guarantee(told: Telling, seq: int) -> GuaranteeGiven | None:
    found = told.dossier.at(seq)
    return found.act if found and isinstance(found.act, GuaranteeGiven) else None


def guarantee_enforced(told: Telling) -> Body:
    """The guarantor's property is enforced against."""
    act = told.the(GuaranteeEnforced)
    given = _guarantee(told, act.guarantee)
    who = told.name(given.guarantor) if given else "担保人"
    what = f"担保财产{given.object}" if given and given.object else "担保财产"
    within = f"，以{paper_sum(given.amount)}为限" if given and given.amount is not None else ""
    proof = f"，有{act.evidence.rstrip('。')}为证" if act.evidence else ""
    return ruling(
        told,
        f"本院在执行{case_clause(told)}中，{who}向本院提供执行担保。现查明，{act.reason.label}{proof}。"
        f"申请执行人{told.name(act.asked_by)}申请执行担保财产。",
        f"{told.under}，裁定如下：",
        f"执行{who}的{what}{within}。",
        ON_SERVICE,
    )


def guaranteed(told: Telling) -> Body:
    """What a guarantor promises the court."""
    act = told.the(GuaranteeGiven)
    how = "以保证方式" if act.kind is GuaranteeKind.PERSON else f"以{act.object or '财产'}"
    amount = f"，担保金额{paper_sum(act.amount)}" if act.amount is not None else ""
    until = f"，担保期间至{plain_date(act.until)}" if act.until else ""
    consent = (Line("申请执行人已表示同意。"),) if act.applicant_consents else ()
    return Body(
        blocks=(
            *head(told),
            Line(
                f"担保人{told.name(act.guarantor)}就{case_clause(told)}，为{act.purpose.label}，自愿{how}向贵院提供担保{amount}{until}。"
            ),
            Line("担保事由所指的义务到期没有履行的，担保人自愿接受人民法院依法直接强制执行。"),
            *consent,
            Line("此致"),
            Line(told.court, indented=False),
        ),
        signed=(Signature("担保人", told.name(act.guarantor)),),
        sealed=False,
    )


def transferred(told: Telling) -> Body:
    """The case goes to the court that has jurisdiction."""
    act = told.the(CaseTransferred)
    return Body(
        blocks=(
            Line(f"{act.to}：", indented=False),
            Line(
                f"本院立案执行的{case_clause(told)}，因{act.reason.rstrip('。')}，{told.under}，现移送你院执行。"
            ),
            Line("随函移送案卷材料，请查收，并将立案情况函告本院。"),
        )
    )


def urged(told: Telling) -> Body:
    """The court above orders this court to enforce within a time."""
    act = told.the(UrgingOrdered)
    number = questions.case_number(told.dossier, told.on)
    content = f"{act.content.rstrip('。')}。" if act.content else ""
    return Body(
        blocks=(
            Line("执行法院：", indented=False),
            Line(f"你院执行的{number}{cause(told)}一案，自收到申请执行书之日起超过六个月未执行。"),
            Line(f"{told.under}，责令你院于{plain_date(act.until)}前执行。{content}"),
            Line("执行情况请书面报告本院。本令同时书面告知申请执行人。"),
        )
    )


def elevated(told: Telling) -> Body:
    """The court above takes the case, or gives it to another court."""
    act = told.the(ElevatedOrDesignated)
    taken = act.measure is HigherMeasure.ELEVATED
    order = f"本案由{act.to}提级执行。" if taken else f"指令{act.to}执行本案。"
    return ruling(
        told,
        f"{case_clause(told)}，执行法院在法定期间内未执行。经审查，{told.under}，裁定如下：",
        order,
        "原执行法院应当及时移交案卷材料，并做好财产查封、扣押、冻结的衔接。",
    )


PAPERS = [
    Paper(acts=(ObjectionSupplementAsked,), kind=PaperKind.NOTICE, write=objection_supplement),
    Paper(acts=(ObjectionAccepted,), kind=PaperKind.NOTICE, write=objection_accepted),
    Paper(acts=(ReconsiderationDecided,), kind=PaperKind.RULING, write=reconsidered),
    Paper(acts=(RecusalDecided,), kind=PaperKind.DECISION, write=recusal),
    Paper(acts=(RecusalReviewDecided,), kind=PaperKind.DECISION, write=recusal_reviewed),
    Paper(acts=(ObjectReleased,), kind=PaperKind.RULING, write=released),
    Paper(acts=(GuaranteeEnforced,), kind=PaperKind.RULING, write=guarantee_enforced),
    Paper(acts=(GuaranteeGiven,), kind=PaperKind.STATEMENT, write=guaranteed),
    Paper(acts=(CaseTransferred,), kind=PaperKind.LETTER, write=transferred),
    Paper(acts=(UrgingOrdered,), kind=PaperKind.ORDER, write=urged),
    Paper(acts=(ElevatedOrDesignated,), kind=PaperKind.RULING, write=elevated),
]
