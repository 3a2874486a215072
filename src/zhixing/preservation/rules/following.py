"""What follows a ruling: the arbitral institution is told, the network searched, enforcement applied for or all lifted.

The norms give no days for telling the institution and for telling that nothing was found; these duties stay open until done.
"""

from __future__ import annotations

from zhixing.assets.acts.control import Controlled, ControlPassedOn, ControlReleased
from zhixing.assets.rules.guards import parties_fit
from zhixing.cases.rules.guards import procedure_open
from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.periods import days, due
from zhixing.law.texts import say
from zhixing.preservation.acts import (
    EnforcementApplied,
    InstitutionTold,
    NetworkSearchAsked,
    PreservationApplied,
    PreservationRefused,
    PreservationRuled,
    ResultTold,
    When,
)
from zhixing.preservation.questions import application, decision, enforcement_by, first_held
from zhixing.preservation.rules.guards import (
    BEFORE_ENFORCEMENT,
    BY_INSTITUTION,
    DESK,
    GROUP,
    preservation_case,
    ruled,
)
from zhixing.preservation.rules.limits import nothing_held
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

STILL = (preservation_case, procedure_open)
SEARCH = cite("财产保全规定", 11)


def _stage(dossier: Dossier) -> When | None:
    applied = dossier.last(PreservationApplied)
    return applied.act.when if applied else None


@guard("仲裁中的保全，已经裁定", BY_INSTITUTION)
def arbitral_and_decided(asked: Asked) -> Objection | None:
    """There is an institution to tell, and something to tell it."""
    applied = application(asked.dossier, asked.on)
    if applied is None or applied.act.when is not When.ARBITRATION:
        return Objection(say("本案不是仲裁中的保全"), say("不必通知仲裁机构"))
    if decision(asked.dossier, asked.on) is not None:
        return None
    return Objection(say("还没有裁定"), say("裁定保全或者驳回之后再通知"), (PreservationRuled,))


@guard("写明仲裁机构", BY_INSTITUTION, on_act=True)
def institution_named(asked: Asked) -> Objection | None:
    """Whom was told."""
    if asked.the(InstitutionTold).institution.strip():
        return None
    return Objection(say("没有写明仲裁机构"), say("请填写提交申请的仲裁机构"))


@guard("申请的阶段可以凭线索查询", SEARCH)
def search_fits_stage(asked: Asked) -> Objection | None:
    """Before suit the property is named; only later may the network be searched on a clue."""
    if _stage(asked.dossier) is not When.BEFORE_SUIT:
        return None
    return Objection(say("诉前保全须写明具体财产"), say("起诉后再申请通过网络查控系统查询"))


@guard("执行前的保全", BEFORE_ENFORCEMENT)
def before_enforcement(asked: Asked) -> Objection | None:
    """Only after a preservation before enforcement an application for it keeps what is held."""
    if _stage(asked.dossier) is When.BEFORE_ENFORCEMENT:
        return None
    return Objection(say("本案不是执行前的保全"), say("起诉、申请仲裁的证明请录入“起诉、申请仲裁”"))


RULES = [
    ActRule(
        act=InstitutionTold,
        label="通知仲裁机构",
        basis=(BY_INSTITUTION,),
        by=DESK,
        purpose="把裁定的结果通知提交申请的仲裁机构",
        guards=(*STILL, arbitral_and_decided, institution_named),
        discloses=Disclosure(),
        document="保全裁定结果通知书",
        group=GROUP,
    ),
    ActRule(
        act=NetworkSearchAsked,
        label="申请网络查控",
        basis=(SEARCH,),
        by=DESK,
        purpose="凭线索裁定保全的，申请保全人书面申请通过网络查控系统查询，查询限于保全的数额",
        guards=(*STILL, parties_fit, ruled, search_fits_stage),
        discloses=Disclosure(),
        group=GROUP,
    ),
    ActRule(
        act=EnforcementApplied,
        label="已申请执行",
        basis=(BEFORE_ENFORCEMENT,),
        by=DESK,
        purpose="执行前保全的申请人在履行期满后五日内申请执行的证明",
        guards=(*STILL, ruled, before_enforcement),
        discloses=Disclosure(),
        group=GROUP,
    ),
]


def _no_fixed_time(_trigger: Trigger) -> DueAnswer:
    return Undetermined((say("法律没有规定天数，未办理前一直待办"),))


def _arbitral(dossier: Dossier, _entry: Entry[Act]) -> bool:
    return _stage(dossier) is When.ARBITRATION


def _waits_for_enforcement(dossier: Dossier, entry: Entry[Act]) -> bool:
    held = first_held(dossier, entry.on)
    return _stage(dossier) is When.BEFORE_ENFORCEMENT and held is not None and held.entry.seq == entry.seq


def _apply_by(trigger: Trigger) -> DueAnswer:
    applied = trigger.dossier.last(PreservationApplied)
    return enforcement_by(applied.act) if applied else Undetermined((say("履行期最后一天"),))


def _lift_by(trigger: Trigger) -> DueAnswer:
    """Five days more to lift, by analogy with 财产保全规定 art. 23."""
    ends = _apply_by(trigger)
    return ends if isinstance(ends, Undetermined) else due(ends.value.day, days(5), calendar=trigger.calendar)


def _applied_or_lifted(dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    if isinstance(closing.act, EnforcementApplied):
        applied = dossier.last(PreservationApplied)
        ends = enforcement_by(applied.act) if applied else None
        return ends is None or isinstance(ends, Undetermined) or closing.act.applied_on <= ends.value.day
    return nothing_held(dossier, opening, closing)


def _told(dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return isinstance(closing.act, Controlled) or (
        isinstance(closing.act, ResultTold) and closing.act.nothing_found
    )


DUTIES = [
    DutyRule(
        name="preservation.tell-institution",
        label="把裁定结果通知仲裁机构",
        holder=Power.OFFICER,
        opens_on=(PreservationRuled, PreservationRefused),
        when=_arbitral,
        limits=(Limit(_no_fixed_time, BY_INSTITUTION),),
        closes_on=(InstitutionTold,),
    ),
    DutyRule(
        name="preservation.search-and-tell",
        label="查询并控制财产，查无财产的书面告知申请人",
        holder=Power.OFFICER,
        opens_on=(NetworkSearchAsked,),
        limits=(Limit(_no_fixed_time, SEARCH),),
        closes_on=(Controlled, ResultTold),
        matches=_told,
    ),
    DutyRule(
        name="preservation.enforcement-to-follow",
        label="履行期满后五日内申请执行",
        holder=Power.PARTY,
        opens_on=(Controlled,),
        when=_waits_for_enforcement,
        limits=(Limit(_apply_by, BEFORE_ENFORCEMENT),),
        closes_on=(EnforcementApplied, ControlPassedOn),
        right=True,
    ),
    DutyRule(
        name="preservation.lift-without-enforcement",
        label="未申请执行的，解除执行前保全",
        holder=Power.JUDGE,
        opens_on=(Controlled,),
        when=_waits_for_enforcement,
        limits=(Limit(_lift_by, BEFORE_ENFORCEMENT),),
        closes_on=(ControlReleased, ControlPassedOn, EnforcementApplied),
        matches=_applied_or_lifted,
    ),
]
