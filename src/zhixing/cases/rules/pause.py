"""Rules of suspension, stay and going on.

Not covered: suspension against one of several debtors alone; the longer stays of 暂缓执行规定, whose text was not seen.
"""

from __future__ import annotations

from datetime import date

from zhixing.cases import questions
from zhixing.cases.acts.assignment import CaseTransferred
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.pause import (
    PropertyResumed,
    PropertySuspended,
    Resumed,
    Stayed,
    StayExtended,
    StayGround,
    Suspended,
    SuspensionGround,
)
from zhixing.cases.acts.settlement import GuaranteeGiven, GuaranteePurpose, SettlementRecorded
from zhixing.cases.questions.pause import suspended_objects
from zhixing.cases.questions.review import upheld_for
from zhixing.cases.questions.settlement import SettlementState, settlement
from zhixing.cases.rules.guards import IN_HAND, PROCEDURE_IN_HAND, not_paused
from zhixing.cases.rules.waiting import object_suspended, outsider_answered
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.periods import days, due, months, years
from zhixing.law.texts import say
from zhixing.record.duty import DutyRule, Limit, Trigger, before
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

BY = (Power.OFFICER, Power.JUDGE)
SUSPENSION = cite("民诉法", 267)
GUARANTEE = cite("民诉法", 242)
GUARANTEE_YEAR = cite("民诉法解释", 467, figure="一年")
HIGHER_MONTHS = cite("执行工作规定", 77, figure="三个月")
ON_GUARANTEE = (StayGround.GUARANTEE, StayGround.DEBTOR_REQUEST)


@guard("中止的事由有记录", SUSPENSION, cite("民诉法解释", 464), on_act=True)
def ground_recorded(asked: Asked) -> Objection | None:
    """A settlement that suspends stands in the record; another ground than the listed ones is told."""
    act = asked.the(Suspended)
    if act.ground is SuspensionGround.OUTSIDER_OBJECTS:
        return Objection(
            say("案外人异议只涉及特定的执行标的"),
            say("请办理“中止对标的的执行”，其余财产继续执行"),
            (PropertySuspended,),
        )
    if act.ground is SuspensionGround.OTHER and not act.note.strip():
        return Objection(say("没有写明是什么情形"), say("请在说明中写明应当中止的情形"))
    state, _ = settlement(asked.dossier, asked.on)
    if act.ground is SuspensionGround.SETTLEMENT and state is not SettlementState.STANDING:
        return Objection(say("{state}", state=state.value), say("请先录入执行和解"), (SettlementRecorded,))
    return None


@guard("暂缓的期限在法定上限之内", GUARANTEE_YEAR, HIGHER_MONTHS, on_act=True)
def stay_within_limit(asked: Asked) -> Objection | None:
    """A stay on guarantee lasts a year at most, any other three months."""
    act = asked.the(Stayed)
    longest = due(asked.on, years(1) if act.ground in ON_GUARANTEE else months(3))
    if act.until < asked.on:
        return Objection(say("暂缓的末日 {until} 早于决定日", until=act.until), say("请核对日期"))
    if isinstance(longest, Found) and act.until > longest.value.day:
        return Objection(
            say("暂缓至 {until}，超过最长的 {last}", until=act.until, last=longest.value.day),
            say("请缩短期限；确需延长的期满前另行决定"),
            (StayExtended,),
        )
    return None


@guard("凭担保暂缓有担保，且经申请执行人同意", GUARANTEE, cite("执行担保规定", 6), on_act=True)
def guaranteed(asked: Asked) -> Objection | None:
    """A stay on guarantee names the guarantor, whose guarantee for the stay is recorded; the applicant has agreed."""
    act = asked.the(Stayed)
    if act.ground not in ON_GUARANTEE:
        return None
    if act.guarantor is None:
        return Objection(say("没有选择担保人"), say("请先录入执行担保，再在此选择担保人"), (GuaranteeGiven,))
    given = [
        entry.act
        for entry in asked.dossier.of(GuaranteeGiven)
        if entry.act.guarantor == act.guarantor and entry.act.purpose is GuaranteePurpose.STAY
    ]
    if not given:
        return Objection(say("没有此人为暂缓执行提供的担保"), say("请先录入执行担保"), (GuaranteeGiven,))
    if act.ground is StayGround.GUARANTEE and not any(each.applicant_consents for each in given):
        return Objection(
            say("申请执行人没有同意该担保"), say("请取得书面同意或记入笔录后录入"), (GuaranteeGiven,)
        )
    return None


@guard("案件正在中止或暂缓", SUSPENSION)
def is_paused(asked: Asked) -> Objection | None:
    """Only what rests can go on."""
    if questions.paused(asked.dossier, asked.on):
        return None
    return Objection(say("案件没有中止或暂缓"), say("无须恢复"))


@guard("案件正在暂缓", HIGHER_MONTHS)
def is_stayed(asked: Asked) -> Objection | None:
    """A stay is prolonged while it runs."""
    resting = questions.paused(asked.dossier, asked.on)
    if resting is not None and isinstance(resting.act, Stayed):
        return None
    return Objection(say("案件没有处于暂缓期间"), say("需要暂缓的请另行决定"), (Stayed,))


@guard("延长后的暂缓在法定上限之内", GUARANTEE_YEAR, HIGHER_MONTHS, on_act=True)
def prolonged_within_limit(asked: Asked) -> Objection | None:
    """On guarantee a year in all; otherwise three months more."""
    act, resting = asked.the(StayExtended), questions.paused(asked.dossier, asked.on)
    if resting is None or not isinstance(resting.act, Stayed) or resting.until is None:
        return None
    on_guarantee = resting.act.ground in ON_GUARANTEE
    longest = due(resting.since, years(1)) if on_guarantee else due(resting.act.until, months(3))
    if act.until < resting.until:
        return Objection(say("延长至 {until}，不晚于原来的末日", until=act.until), say("请核对日期"))
    if isinstance(longest, Found) and act.until > longest.value.day:
        return Objection(
            say("延长至 {until}，超过最长的 {last}", until=act.until, last=longest.value.day),
            say("请缩短期限"),
        )
    return None


@guard("因案外人异议中止的，异议已裁定成立", cite("民诉法", 238), on_act=True)
def objection_upheld(asked: Asked) -> Objection | None:
    """Enforcement rests against a thing when the outsider's objection was found good, and the ruling says which thing."""
    act = asked.the(PropertySuspended)
    if not act.object.strip():
        return Objection(say("没有写明执行标的"), say("请写明对哪一财产中止执行"))
    if act.ground is not SuspensionGround.OUTSIDER_OBJECTS:
        return None
    if act.objection is not None and upheld_for(asked.dossier, act.objection, asked.on):
        return None
    return Objection(
        say("没有选择已裁定成立的案外人异议"), say("异议成立的裁定作出后再办；审查期间本就不得处分")
    )


@guard("所选的是尚未恢复的对标的的中止", SUSPENSION, on_act=True)
def object_rests(asked: Asked) -> Objection | None:
    """What goes on again had rested."""
    wanted = asked.the(PropertyResumed).suspension
    if any(entry.seq == wanted for entry in suspended_objects(asked.dossier, asked.on)):
        return None
    return Objection(say("第 {seq} 条不是尚在中止的标的", seq=wanted), say("请选择对标的的中止"))


RULES = [
    ActRule(
        act=Suspended,
        label="中止执行",
        basis=(SUSPENSION,),
        by=BY,
        approved_by=Power.DIRECTOR,
        purpose="出现法定事由，裁定中止执行",
        guards=(*IN_HAND, not_paused, ground_recorded),
        discloses=Disclosure(sms="cases.suspended"),
        document="中止执行裁定书",
        group="中止、暂缓与期限",
    ),
    ActRule(
        act=PropertySuspended,
        label="中止对标的的执行",
        basis=(cite("民诉法", 238), SUSPENSION),
        by=BY,
        approved_by=Power.DIRECTOR,
        purpose="案外人异议成立等，裁定中止对特定财产的执行",
        guards=(*PROCEDURE_IN_HAND, outsider_answered, objection_upheld),
        discloses=Disclosure(sms="cases.property_suspended"),
        document="中止执行裁定书",
        group="中止、暂缓与期限",
    ),
    ActRule(
        act=PropertyResumed,
        label="恢复对标的的执行",
        basis=(SUSPENSION,),
        by=BY,
        purpose="中止的事由消失，继续对该财产的执行",
        guards=(*PROCEDURE_IN_HAND, object_suspended, object_rests),
        discloses=Disclosure(sms="cases.property_resumed"),
        document="恢复执行通知书",
        group="中止、暂缓与期限",
    ),
    ActRule(
        act=Stayed,
        label="暂缓执行",
        basis=(GUARANTEE, HIGHER_MONTHS),
        by=BY,
        approved_by=Power.PRESIDENT,
        purpose="依法决定暂缓执行到某一日",
        guards=(*IN_HAND, not_paused, stay_within_limit, guaranteed),
        discloses=Disclosure(sms="cases.stayed"),
        document="暂缓执行决定书",
        group="中止、暂缓与期限",
    ),
    ActRule(
        act=StayExtended,
        label="延长暂缓",
        basis=(HIGHER_MONTHS, GUARANTEE_YEAR),
        by=BY,
        approved_by=Power.PRESIDENT,
        purpose="暂缓期满之前决定延长",
        guards=(*IN_HAND, is_stayed, prolonged_within_limit),
        discloses=Disclosure(sms="cases.stay_extended"),
        document="暂缓执行决定书",
        group="中止、暂缓与期限",
    ),
    ActRule(
        act=Resumed,
        label="恢复执行",
        basis=(SUSPENSION,),
        by=BY,
        purpose="中止、暂缓的事由消失，继续本案的执行",
        guards=(*IN_HAND, is_paused),
        discloses=Disclosure(sms="cases.resumed"),
        document="恢复执行通知书",
        group="中止、暂缓与期限",
    ),
]


def _stay_ends(trigger: Trigger) -> date | None:
    act = trigger.entry.act
    return act.until if isinstance(act, Stayed | StayExtended) else None


DUTIES = [
    DutyRule(
        name="decide-before-stay-ends",
        label="暂缓期满前决定是否恢复执行",
        holder=Power.OFFICER,
        opens_on=(Stayed, StayExtended),
        limits=(Limit(before(_stay_ends, days(1)), HIGHER_MONTHS, text="暂缓期满之前"),),
        closes_on=(Resumed, Suspended, StayExtended),
        falls_away_on=(ClosingAct, CaseTransferred),
    ),
]
