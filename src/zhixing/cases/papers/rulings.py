"""Rulings and decisions of the course of enforcement, in our own wording: what happened, why, what is ordered, which remedy."""

from __future__ import annotations

from zhixing.cases.acts.filing import FilingRefused
from zhixing.cases.acts.party_change import PartyChangeAsked, PartyChangeDecided
from zhixing.cases.acts.pause import (
    PropertySuspended,
    Stayed,
    StayExtended,
    StayGround,
    Suspended,
    SuspensionGround,
)
from zhixing.cases.acts.performance import DelayPenaltyFixed
from zhixing.cases.acts.review import ObjectionDecided, ObjectionRaised, ObjectionResult
from zhixing.cases.papers.phrases import (
    alone,
    because,
    case_clause,
    cause,
    clerk,
    head,
    members,
    received_on,
    signed,
    titles,
)
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.parties.acts import Role
from zhixing.record.paper import Body, Line, Paper, PaperKind, Signature, Telling

EFFECTIVE = "本裁定立即执行。"
ON_SERVICE = "本裁定送达后立即生效。"


def ruling(told: Telling, *text: str, by: tuple[Signature, ...] = (), named: bool = True) -> Body:
    """A ruling: the parties' heads, its text, who signs."""
    return Body(
        blocks=(*(head(told) if named else ()), *(Line(each) for each in text)),
        signed=by or signed(told),
        clerk=clerk(told),
        copy=True,
    )


def suspended(told: Telling) -> Body:
    """Enforcement rests."""
    act = told.the(Suspended)
    why = act.ground.label if act.ground is not SuspensionGround.OTHER else "出现其他应当中止执行的情形"
    note = f"（{act.note}）" if act.note else ""
    return ruling(
        told,
        f"本院在执行{case_clause(told)}中，因{why}{note}，案件应当中止执行。{told.under}，裁定如下：",
        f"中止{titles(told)}的执行。",
        "中止执行的情形消失后，恢复执行。",
        ON_SERVICE,
    )


def property_suspended(told: Telling) -> Body:
    """Enforcement against one thing rests."""
    act = told.the(PropertySuspended)
    return ruling(
        told,
        f"本院在执行{case_clause(told)}中，就执行标的{act.object}，出现下列情形：{act.ground.label}。"
        f"{told.under}，裁定如下：",
        f"中止对{act.object}的执行。",
        ON_SERVICE,
    )


def party_change(told: Telling) -> Body:
    """Someone takes a party's place, or stands beside; or the application is dismissed."""
    act = told.the(PartyChangeDecided)
    asked = told.dossier.at(act.application)
    ground = (
        f"以“{asked.act.ground.label}”为由，" if asked and isinstance(asked.act, PartyChangeAsked) else ""
    )
    by = told.name(asked.act.by) if asked and isinstance(asked.act, PartyChangeAsked) else "申请人"
    new, old = told.name(act.new), told.name(act.old) if act.old is not None else ""
    change = (
        f"变更{new}为本案{act.role.label}，{old}不再作为本案{act.role.label}"
        if old
        else f"追加{new}为本案{act.role.label}"
    )
    heard = f"本院于{plain_date(act.heard_on)}公开听证，" if act.heard_on else ""
    extent = f"，{act.extent}承担责任" if act.extent else ""
    reason = act.reason.rstrip("。") or ("申请符合法律规定" if act.granted else "申请不符合法律规定")
    order = (
        f"{change}{extent}。"
        if act.granted
        else f"驳回{by}{'变更' if old else '追加'}{new}为{act.role.label}的申请。"
    )
    trial = asked is not None and isinstance(asked.act, PartyChangeAsked) and asked.act.goes_to_trial
    remedy = (
        "如不服本裁定，可以自裁定书送达之日起十五日内，向本院提起执行异议之诉。"
        if trial
        else "如不服本裁定，可以自裁定书送达之日起十日内，向上一级人民法院申请复议。"
    )
    return ruling(
        told,
        f"本院在执行{case_clause(told)}中，{by}{ground}申请{'变更' if old else '追加'}{new}为{act.role.label}。"
        f"{heard}现已审查终结。",
        f"本院认为，{reason}。{told.under}，裁定如下：",
        order,
        remedy,
    )


def refused(told: Telling) -> Body:
    """The application is not accepted."""
    act = told.the(FilingRefused)
    applicant = told.names(members(told, Role.APPLICANT)) or "申请人"
    return ruling(
        told,
        f"{applicant}于{received_on(told)}向本院申请执行{cause(told)}一案。",
        f"本院经审查认为，{because(act.reason, act.ground.label)}，申请不符合受理条件。{told.under}，裁定如下：",
        f"对{applicant}的执行申请，本院不予受理。",
        "如不服本裁定，可以自裁定书送达之日起十日内，向上一级人民法院申请复议。",
        by=(alone(told),),
    )


def penalty(told: Telling) -> Body:
    """What a debtor pays for delaying a duty that is not money."""
    act = told.the(DelayPenaltyFixed)
    loss = f"迟延履行造成的损失为{paper_sum(act.loss)}。" if act.loss is not None else ""
    reason = f"{act.reason.rstrip('。')}。" if act.reason else ""
    return ruling(
        told,
        f"本院在执行{case_clause(told)}中查明，被执行人未按{titles(told)}指定的期间履行金钱给付以外的义务。{loss}{reason}",
        f"{told.under}，裁定如下：",
        f"被执行人{told.names(members(told, Role.DEBTOR))}支付迟延履行金{paper_sum(act.amount)}。",
        EFFECTIVE,
    )


RESULTS = {
    ObjectionResult.UPHELD: "异议成立，撤销或者改正所异议的执行行为；异议为排除对标的执行的，中止对该标的的执行。",
    ObjectionResult.PARTLY: "异议部分成立，对成立的部分予以撤销或者改正；驳回其他异议请求。",
    ObjectionResult.DISMISSED: "驳回{by}的异议请求。",
    ObjectionResult.WITHDRAWN: "准许{by}撤回异议申请。",
    ObjectionResult.REJECTED: "对{by}的异议申请不予受理。",
}


def objection(told: Telling) -> Body:
    """An objection is decided."""
    act = told.the(ObjectionDecided)
    raised = told.dossier.at(act.objection)
    found = raised.act if raised and isinstance(raised.act, ObjectionRaised) else None
    by = told.name(found.by) if found else "异议人"
    content = f"，异议内容：{found.content.rstrip('。')}" if found and found.content else ""
    kind = found.kind.label if found else "执行异议"
    return ruling(
        told,
        f"本院在执行{case_clause(told)}中，{by}提出{kind}{content}。本院受理后依法审查，现已审查终结。",
        f"本院认为，{act.reason.rstrip('。')}。{told.under}，裁定如下：",
        RESULTS[act.result].format(by=by),
        _remedy(act),
    )


def _remedy(act: ObjectionDecided) -> str:
    if act.result is ObjectionResult.WITHDRAWN or not act.remedy_stated:
        return ON_SERVICE
    if act.title_wrong:
        return "认为原判决、裁定错误的，依照审判监督程序办理。"
    return (
        "如不服本裁定，对执行行为的异议，可以自裁定书送达之日起十日内向上一级人民法院申请复议；"
        "对执行标的的异议，可以自裁定书送达之日起十五日内向本院提起诉讼。"
    )


def stayed(told: Telling) -> Body:
    """Enforcement is put off until a day."""
    act = told.the(Stayed)
    guaranteed = f"，{told.name(act.guarantor)}提供执行担保" if act.guarantor is not None else ""
    why = {StayGround.HIGHER_COURT: "上级人民法院通知暂缓执行"}.get(act.ground, act.ground.label)
    return ruling(
        told,
        f"本院在执行{case_clause(told)}中，因{why}{guaranteed}。{told.under}，决定如下：",
        f"暂缓执行{titles(told)}，期限至{plain_date(act.until)}止。",
        "暂缓执行的期限届满或者暂缓的情形消失后，恢复执行。",
    )


def stay_extended(told: Telling) -> Body:
    """A stay is prolonged."""
    act = told.the(StayExtended)
    reason = f"，{act.reason.rstrip('。')}" if act.reason else ""
    return ruling(
        told,
        f"{case_clause(told)}暂缓执行期间{reason}，须延长暂缓执行的期限。{told.under}，决定如下：",
        f"暂缓执行的期限延长至{plain_date(act.until)}止。",
    )


PAPERS = [
    Paper(acts=(Suspended,), kind=PaperKind.RULING, write=suspended),
    Paper(acts=(PropertySuspended,), kind=PaperKind.RULING, write=property_suspended),
    Paper(acts=(PartyChangeDecided,), kind=PaperKind.RULING, write=party_change),
    Paper(acts=(FilingRefused,), kind=PaperKind.RULING, write=refused),
    Paper(acts=(DelayPenaltyFixed,), kind=PaperKind.RULING, write=penalty),
    Paper(acts=(ObjectionDecided,), kind=PaperKind.RULING, write=objection),
    Paper(acts=(Stayed,), kind=PaperKind.DECISION, write=stayed),
    Paper(acts=(StayExtended,), kind=PaperKind.DECISION, write=stay_extended),
]
