"""Rules of the review of objections in the court that enforces.

Not covered: the review case's own dossier (执异), the hearing itself, supervision by the procuratorate.
"""

from __future__ import annotations

from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.cases.acts.reconsideration import (
    ReconsiderationAsked,
    ReconsiderationDecided,
    ReconsiderationResult,
)
from zhixing.cases.acts.review import (
    ObjectionAccepted,
    ObjectionDecided,
    ObjectionRaised,
    ObjectionResult,
    ObjectionSupplementAsked,
    ObjectionTakenHigher,
    ReviewDirected,
)
from zhixing.cases.questions.panel import deliberated_about, implementers, panel_at, seats
from zhixing.cases.questions.review import open_objections
from zhixing.cases.rules.guards import filed, no_recusal_pending, not_recused
from zhixing.cases.rules.review_duties import ACCEPTANCE, ACT_OBJECTION, DUTIES, LATE, THIRD_PARTY
from zhixing.cases.rules.review_limits import (
    before_the_end,
    in_time,
    not_again,
    not_the_disputed_thing,
    objection_definite,
    start_told,
)
from zhixing.cases.rules.waiting import objection_waits
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.periods import days, due
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duties import duties
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK, Power.FILING)
REVIEWERS = (Power.JUDGE, Power.PANEL)
PANEL = cite("异议复议规定", 11)
OnObjection = ObjectionAccepted | ObjectionDecided | ObjectionSupplementAsked | ObjectionTakenHigher


def _raised(asked: Asked) -> Entry[Act] | None:
    act = asked.act
    if not isinstance(act, OnObjection | ReviewDirected):
        return None
    found = asked.dossier.at(act.objection)
    return found if found is not None and isinstance(found.act, ObjectionRaised) else None


@guard("所选的是尚未办结的异议", ACT_OBJECTION, on_act=True)
def objection_open(asked: Asked) -> Objection | None:
    """An objection is decided once, unless the court above sends it back."""
    found = _raised(asked)
    if found is None:
        return Objection(say("所选的不是异议"), say("请选择一项异议"), (ObjectionRaised,))
    if found.seq in {entry.seq for entry in open_objections(asked.dossier, asked.on)}:
        return None
    return Objection(say("第 {seq} 条异议已经裁定", seq=found.seq), say("不服的可依法复议或起诉"))


@guard("补足材料一次性告知，期限三日", ACCEPTANCE, on_act=True)
def supplement_once(asked: Asked) -> Objection | None:
    """What is missing is told at once; three days to supply it."""
    act = asked.the(ObjectionSupplementAsked)
    if not act.missing:
        return Objection(say("没有列明缺少的材料"), say("请一次列明全部缺少的材料"))
    if any(entry.act.objection == act.objection for entry in asked.dossier.of(ObjectionSupplementAsked)):
        return Objection(say("已经告知过补足材料"), say("逾期未补足的，裁定不予受理；补足的请立案"))
    last = due(asked.on, days(3))
    if isinstance(last, Found) and act.until != last.value.day:
        return Objection(
            say("补足期限填为 {until}", until=act.until), say("应为 {last}", last=last.value.day)
        )
    return None


@guard("裁定载明救济的权利和期限", cite("异议复议规定", 16), on_act=True)
def remedy_stated(asked: Asked) -> Objection | None:
    """A ruling tells the way to the court above or to a suit, and by when."""
    if asked.the(ObjectionDecided).remedy_stated:
        return None
    return Objection(say("没有载明复议或起诉的权利和期限"), say("请在裁定书中载明后勾选"))


@guard("实施人员不审查异议", PANEL, on_act=True)
def not_ones_own_judge(asked: Asked) -> Objection | None:
    """Who carries out the enforcement does not review an objection to it."""
    found = _raised(asked)
    if found is None or not isinstance(found.act, ObjectionRaised):
        return None
    act = asked.dossier.at(found.act.against) if found.act.against is not None else None
    if act is not None and act.by.id == asked.by.id:
        return Objection(say("所异议的行为正是您作出的"), say("请由执行裁决部门的其他人员审查"))
    if asked.by.id in implementers(asked.dossier, asked.on):
        return Objection(say("您是本案的实施人员"), say("请由执行裁决部门的其他人员审查"))
    return None


@guard("合议庭已评议该异议；发回重审的另行组成合议庭", PANEL, on_act=True)
def reviewed_by_panel(asked: Asked) -> Objection | None:
    """A panel reviews every objection that is not turned away at the door; sent back, another panel."""
    act, found = asked.the(ObjectionDecided), _raised(asked)
    if found is None or act.result in (ObjectionResult.REJECTED, ObjectionResult.WITHDRAWN):
        return None
    back = _sent_back(asked.dossier, found.seq)
    since = back[-1].seq if back else found.seq
    talk = deliberated_about(asked.dossier, DeliberationTopic.OBJECTION, found.seq, since=since, on=asked.on)
    if talk is None:
        return Objection(
            say("合议庭还没有评议该异议"), say("请先由合议庭评议执行异议"), (PanelFormed, PanelDeliberated)
        )
    now = panel_at(asked.dossier, talk.seq)
    before = panel_at(asked.dossier, back[-1].seq) if back else None
    if now is not None and before is not None and seats(now.act) & seats(before.act):
        return Objection(say("发回重新审查，合议庭中仍有原成员"), say("请另行组成合议庭"), (PanelFormed,))
    return None


def _sent_back(dossier: Dossier, objection: int) -> list[Entry[ReconsiderationDecided]]:
    """The decisions by which the court above sent an objection back."""
    rulings = {entry.seq for entry in dossier.of(ObjectionDecided) if entry.act.objection == objection}
    asked = {entry.seq for entry in dossier.of(ReconsiderationAsked) if entry.act.ruling in rulings}
    return [
        entry
        for entry in dossier.of(ReconsiderationDecided)
        if entry.act.reconsideration in asked and entry.act.result is ReconsiderationResult.SENT_BACK
    ]


@guard("执行法院逾期没有立案或裁定", LATE, on_act=True)
def court_is_late(asked: Asked) -> Objection | None:
    """The way to the court above opens when the court neither filed nor ruled in time."""
    act, found = asked.the(ObjectionTakenHigher), _raised(asked)
    if found is None or not isinstance(found.act, ObjectionRaised) or found.act.by != act.by:
        return Objection(say("所选的不是此人提出的异议"), say("请选择此人的异议"))
    then = asked.dossier.as_of(asked.on)
    open_since = [
        duty.due
        for duty in duties(DUTIES, then)
        if duty.opening.seq == found.seq and duty.met_by is None and duty.due is not None
    ]
    if any(day < asked.on for day in open_since):
        return None
    nearest = min(open_since, default=None)
    return Objection(
        say("期限到 {day} 才届满", day=nearest) if nearest else say("没有逾期的立案或审查期限"),
        say("届满仍不立案、不裁定的，方可向上一级法院提出"),
    )


RULES = [
    ActRule(
        act=ObjectionRaised,
        label="提出异议",
        basis=(ACT_OBJECTION, THIRD_PARTY),
        by=TEAM,
        purpose="收下当事人、利害关系人或案外人的书面异议",
        guards=(
            filed,
            objection_definite,
            not_the_disputed_thing,
            before_the_end,
            start_told,
            in_time,
            not_again,
        ),
        discloses=Disclosure(sms="cases.objection_raised"),
        group="异议与复议",
        sends=("news",),
    ),
    ActRule(
        act=ObjectionSupplementAsked,
        label="告知补足异议材料",
        basis=(ACCEPTANCE,),
        by=(Power.FILING, Power.JUDGE),
        purpose="材料不齐备，一次性告知异议人在三日内补足",
        guards=(filed, objection_waits, objection_open, supplement_once),
        discloses=Disclosure(sms="cases.objection_supplement_asked"),
        document="补足材料告知书",
        group="异议与复议",
    ),
    ActRule(
        act=ObjectionAccepted,
        label="异议立案",
        basis=(ACCEPTANCE,),
        by=(Power.FILING, Power.JUDGE),
        purpose="异议符合条件，立案并通知异议人和相关当事人",
        guards=(filed, objection_waits, objection_open),
        discloses=Disclosure(sms="cases.objection_accepted"),
        document="异议案件受理通知书",
        group="异议与复议",
        sends=("news",),
    ),
    ActRule(
        act=ObjectionDecided,
        label="裁定异议",
        basis=(ACT_OBJECTION, THIRD_PARTY, cite("异议复议规定", 17)),
        by=REVIEWERS,
        purpose="合议庭审查后对异议作出裁定",
        guards=(
            filed,
            objection_waits,
            not_recused,
            no_recusal_pending,
            objection_open,
            not_ones_own_judge,
            reviewed_by_panel,
            remedy_stated,
        ),
        discloses=Disclosure(sms="cases.objection_decided"),
        document="执行异议裁定书",
        group="异议与复议",
        sends=("news",),
    ),
    ActRule(
        act=ObjectionTakenHigher,
        label="就不立案、不裁定向上一级法院提出",
        basis=(LATE,),
        by=(*TEAM, Power.HIGHER_COURT),
        purpose="执行法院逾期不立案或不裁定，异议人向上一级法院提出",
        guards=(filed, objection_waits, objection_open, court_is_late),
        group="异议与复议",
    ),
    ActRule(
        act=ReviewDirected,
        label="指令立案或裁定",
        basis=(cite("异议复议规定", 3, figure="十五日"),),
        by=(Power.HIGHER_COURT,),
        purpose="上一级法院指令执行法院三日内立案或十五日内裁定",
        guards=(filed, objection_waits, objection_open),
        discloses=Disclosure(sms="cases.review_directed"),
        group="异议与复议",
        sends=("news",),
    ),
]
