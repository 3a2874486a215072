"""Rules of clues and of investigation on the spot: by when a clue is verified, by when the court begins to look.

Not covered: summons and questioning of the debtor (财产调查规定 art. 15), which comes with coercion; asking the police to find a
vehicle that was sealed and is gone (art. 16).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from zhixing.assets.acts.clues import (
    ClueProvided,
    ClueResult,
    ClueSource,
    ClueVerified,
    InvestigationRequested,
    OnSiteInvestigated,
)
from zhixing.assets.acts.control import Controlled
from zhixing.assets.acts.found import PropertyExempted, PropertyFound, PropertyRuledOut
from zhixing.assets.questions.control import holds
from zhixing.assets.questions.investigation import clue
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.rules.guards import PROCEDURE_FREE, PROCEDURE_IN_HAND
from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.periods import days, months
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK)
GROUP = "财产调查"
VERIFY = cite("财产调查规定", 2, figure="七日")
URGENT = cite("财产调查规定", 2, figure="三日")
EARLIER = cite("执行期限规定", 6)
BEGIN = cite("执行期限规定", 6)
ASKED = cite("财产调查规定", 2, paragraph=2)
ON_SITE = cite("财产调查规定", 12)
SAME_FORCE = cite("财产调查规定", 13)
# Since then the interpretation's seven and three days; before, the five days of the rules on periods.
SEVEN_DAYS_SINCE = date(2017, 5, 1)
TWO = 2


@guard("线索针对本案被执行人，写明来源", VERIFY, on_act=True)
def clue_complete(asked: Asked) -> Objection | None:
    """A clue is about a debtor, says something, and says from whom it comes."""
    act = asked.the(ClueProvided)
    parts = parties_of(asked.dossier, None, asked.on)
    if not any(each.party == act.debtor and each.role is Role.DEBTOR for each in parts):
        return Objection(say("所选的人不是本案被执行人"), say("请选择被执行人"))
    if not act.content.strip():
        return Objection(say("没有写明线索内容"), say("请写明财产的种类和所在"))
    applicants = {each.party for each in parts if each.role is Role.APPLICANT}
    if act.source is ClueSource.APPLICANT and act.party not in applicants:
        return Objection(say("申请执行人提供的线索，没有选择是哪一位"), say("请选择申请执行人"))
    if act.source is ClueSource.REWARD and act.informant is None:
        return Objection(say("悬赏举报没有登记举报人的身份"), say("请登记；身份加密保存，依法保密"))
    return None


@guard("线索尚未核实，核实经过写明", VERIFY, on_act=True)
def verification_complete(asked: Asked) -> Objection | None:
    """A clue is verified once, with how; one that proved true names what was found."""
    act = asked.the(ClueVerified)
    found = clue(asked.dossier, act.clue, date.max)  # as it stands, whatever day is written
    if found is None or found.provided.on > asked.on:
        return Objection(say("没有这条线索"), say("请选择本案的线索"), (ClueProvided,))
    if found.verified is not None:
        return Objection(
            say(
                "该线索已于 {on} 核实：{result}", on=found.verified.on, result=found.verified.act.result.label
            ),
            say("结果有变化的，请更正该条记录"),
        )
    if not act.how.strip():
        return Objection(say("没有写明核实经过"), say("请写明查了什么、结果如何"))
    if act.result in (ClueResult.TRUE, ClueResult.PARTLY) and not act.found:
        return Objection(
            say("线索属实而没有选择查明的财产"), say("请先录入查明财产，再选择它"), (PropertyFound,)
        )
    return None


@guard("申请人是申请执行人，被调查人是被执行人", ASKED, on_act=True)
def request_between_parties(asked: Asked) -> Objection | None:
    """An applicant asks about a debtor."""
    act = asked.the(InvestigationRequested)
    parts = {(each.party, each.role) for each in parties_of(asked.dossier, None, asked.on)}
    if (act.party, Role.APPLICANT) in parts and (act.debtor, Role.DEBTOR) in parts:
        return None
    return Objection(say("申请人或被调查人不是本案的申请执行人、被执行人"), say("请从当事人中选择"))


@guard("由二人以上调查，写明结果", ON_SITE, on_act=True)
def investigation_complete(asked: Asked) -> Objection | None:
    """Two go; what they asked and what they found is written."""
    act = asked.the(OnSiteInvestigated)
    if act.debtor not in {each.party for each in parties_of(asked.dossier, Role.DEBTOR, asked.on)}:
        return Objection(say("所选的人不是本案被执行人"), say("请选择被执行人"))
    if len(set(act.investigators)) < TWO:
        return Objection(say("调查人员不足二人"), say("请由二人以上调查，并逐一选择"))
    if not act.result.strip():
        return Objection(say("没有写明调查结果"), say("没有查到财产的，也写明"))
    return None


RULES = [
    ActRule(
        act=ClueProvided,
        label="收到财产线索",
        basis=(VERIFY,),
        by=(*TEAM, Power.FILING),
        purpose="登记财产线索；明确具体的应在七日内、紧急的在三日内核实",
        guards=(*PROCEDURE_FREE, clue_complete),
        group=GROUP,
        sends=("news",),
    ),
    ActRule(
        act=ClueVerified,
        label="核实财产线索",
        basis=(VERIFY, cite("执行公开规定", 6)),
        by=TEAM,
        purpose="写明核实的经过和结果；属实的应及时采取措施",
        guards=(*PROCEDURE_IN_HAND, verification_complete),
        discloses=Disclosure(sms="assets.clue_verified"),
        document="财产线索核实结果告知书",
        group=GROUP,
    ),
    ActRule(
        act=InvestigationRequested,
        label="申请法院调查财产",
        basis=(ASKED, BEGIN),
        by=(*TEAM, Power.FILING),
        purpose="申请执行人因客观原因不能自行查明财产，申请法院调查",
        guards=(*PROCEDURE_FREE, request_between_parties),
        group=GROUP,
        sends=("news",),
    ),
    ActRule(
        act=OnSiteInvestigated,
        label="现场调查",
        basis=(ON_SITE, SAME_FORCE),
        by=TEAM,
        purpose="到住所地、单位或有关部门调查财产，制作笔录",
        guards=(*PROCEDURE_IN_HAND, investigation_complete),
        document="财产调查笔录",
        group=GROUP,
    ),
]


def _clear(dossier: Dossier, entry: Entry[Act]) -> bool:
    act = entry.act
    return isinstance(act, ClueProvided) and act.clear and not act.urgent and entry.on >= SEVEN_DAYS_SINCE


def _urgent(dossier: Dossier, entry: Entry[Act]) -> bool:
    act = entry.act
    return isinstance(act, ClueProvided) and act.clear and act.urgent and entry.on >= SEVEN_DAYS_SINCE


def _clear_before(dossier: Dossier, entry: Entry[Act]) -> bool:
    act = entry.act
    return isinstance(act, ClueProvided) and act.clear and entry.on < SEVEN_DAYS_SINCE


def _that_clue(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return isinstance(closing.act, ClueVerified) and closing.act.clue == opening.seq


def _that_debtor(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    asked, done = opening.act, closing.act
    return (
        isinstance(asked, InvestigationRequested)
        and isinstance(done, OnSiteInvestigated)
        and asked.debtor == done.debtor
    )


def _finished(dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    done = closing.act
    return (
        _that_debtor(dossier, opening, closing) and isinstance(done, OnSiteInvestigated) and not done.goes_on
    )


def _shows_something_free(dossier: Dossier, entry: Entry[Act]) -> bool:
    """A clue that proved true names property that was not held by then."""
    held = {each.thing for each in holds(dossier, entry.on) if each.entry.seq < entry.seq}
    return isinstance(entry.act, ClueVerified) and bool(set(entry.act.found) - held)


def _one_of_them(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    found = opening.act.found if isinstance(opening.act, ClueVerified) else ()
    return getattr(closing.act, "property", None) in found


def _at_once(_trigger: Trigger) -> DueAnswer:
    return Undetermined((say("法律只说“及时”，没有规定天数"),))


def _verify(name: str, when: Callable[[Dossier, Entry[Act]], bool], limit: Limit) -> DutyRule:
    return DutyRule(
        name=name,
        label="核实财产线索",
        holder=Power.OFFICER,
        opens_on=(ClueProvided,),
        when=when,
        limits=(limit,),
        closes_on=(ClueVerified,),
        matches=_that_clue,
        falls_away_on=(ClosingAct,),
    )


DUTIES = [
    _verify("assets.verify-clue", _clear, Limit(within(days(7)), VERIFY)),
    _verify("assets.verify-urgent-clue", _urgent, Limit(within(days(3)), URGENT)),
    _verify("assets.verify-clue-before-2017", _clear_before, Limit(within(days(5)), EARLIER)),
    DutyRule(
        name="assets.investigate-on-request",
        label="依申请调查财产",
        holder=Power.OFFICER,
        opens_on=(InvestigationRequested,),
        limits=(Limit(within(days(10)), BEGIN, text="自申请之日起十日内启动调查"),),
        closes_on=(OnSiteInvestigated,),
        matches=_that_debtor,
        falls_away_on=(ClosingAct,),
    ),
    DutyRule(
        name="assets.finish-investigation",
        label="完成各类财产的调查",
        holder=Power.OFFICER,
        opens_on=(InvestigationRequested,),
        limits=(Limit(within(months(1)), BEGIN, text="自申请之日起一个月内完成"),),
        closes_on=(OnSiteInvestigated,),
        matches=_finished,
        falls_away_on=(ClosingAct,),
    ),
    DutyRule(
        name="assets.hold-what-a-clue-showed",
        label="线索属实的，及时控制查明的财产",
        holder=Power.OFFICER,
        opens_on=(ClueVerified,),
        when=_shows_something_free,
        limits=(Limit(_at_once, VERIFY),),
        closes_on=(Controlled,),
        matches=_one_of_them,
        falls_away_on=(PropertyRuledOut, PropertyExempted, ClosingAct),
        falls_away_when=lambda dossier, opening, ending: (
            isinstance(ending.act, ClosingAct) or _one_of_them(dossier, opening, ending)
        ),
    ),
]
