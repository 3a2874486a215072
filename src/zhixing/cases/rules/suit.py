"""Rules of the suit after an outsider's objection or a change of parties, and of the release of the thing.

Not covered: the trial itself, and 执行异议之诉解释 of 2025 on what it decides.
"""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.notice import ServiceAttempted
from zhixing.cases.acts.party_change import PartyChangeDecided
from zhixing.cases.acts.review import ObjectionDecided, ObjectionKind, ObjectionRaised
from zhixing.cases.acts.suit import (
    ObjectionSuitAccepted,
    ObjectionSuitDecided,
    ObjectionSuitFiled,
    ObjectReleased,
)
from zhixing.cases.questions.remedy import Way, remedy, remedy_ends
from zhixing.cases.questions.review import GOOD, ruling_on, upheld_for
from zhixing.cases.rules.guards import filed
from zhixing.cases.rules.remedies import may_be_sued_over, remedy_term
from zhixing.cases.rules.waiting import outsider_answered, ruling_to_sue_over, suit_waits
from zhixing.law.answers import Found
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

TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK, Power.FILING)
FIFTEEN_DAYS = cite("民诉法", 238, figure="十五日")
CHANGE_FIFTEEN = cite("变更追加规定", 32, figure="十五日")
FILING_FIFTEEN = cite("民诉法解释", 303, figure="十五日")
RELEASE_SEVEN = cite("民诉法解释", 314, figure="七日")


def _ruling(asked: Asked) -> Entry[Act] | None:
    """The ruling sued over: that on the objection named, or the ruling on a change of parties itself."""
    named = asked.dossier.at(asked.the(ObjectionSuitFiled).objection)
    if named is not None and isinstance(named.act, ObjectionRaised):
        found = ruling_on(asked.dossier, named.seq, asked.on)
        return asked.dossier.at(found.seq) if found is not None else None
    return named if named is not None and isinstance(named.act, PartyChangeDecided) else None


@guard("对该裁定可以提起执行异议之诉", FIFTEEN_DAYS, CHANGE_FIFTEEN, on_act=True)
def suit_open(asked: Asked) -> Objection | None:
    """A suit follows the ruling on an outsider's objection, or on a change of parties on grounds that go to trial."""
    act, ruling = asked.the(ObjectionSuitFiled), _ruling(asked)
    if ruling is None:
        return Objection(
            say("所选的异议尚未裁定，或者不是案外人异议、变更追加裁定"),
            say("请先裁定异议"),
            (ObjectionDecided,),
        )
    way = remedy(asked.dossier, ruling)
    if way is None or way.way is not Way.SUIT:
        return Objection(
            say("对该裁定不能起诉"),
            (way.instead if way else None) or say("请依法申请复议"),
        )
    return _may_sue(asked, act, ruling)


def _may_sue(asked: Asked, act: ObjectionSuitFiled, ruling: Entry[Act]) -> Objection | None:
    """After dismissal the outsider sues, after an objection upheld the applicant (民诉法解释 art. 303, 304)."""
    if not isinstance(ruling.act, ObjectionDecided):
        return None
    upheld = ruling.act.result in GOOD
    role = Role.APPLICANT if upheld else None
    if not upheld:
        raised = asked.dossier.at(ruling.act.objection)
        right = raised is not None and isinstance(raised.act, ObjectionRaised) and raised.act.by == act.by
        return None if right else Objection(say("异议被驳回，应由案外人起诉"), say("请选择案外人"))
    if act.by in {part.party for part in parties_of(asked.dossier, role, asked.on)}:
        return None
    return Objection(say("异议成立，应由申请执行人起诉"), say("请选择申请执行人"))


@guard("裁定送达之日起十五日内起诉", FIFTEEN_DAYS, CHANGE_FIFTEEN, on_act=True)
def suit_in_time(asked: Asked) -> Objection | None:
    """Fifteen days from service; before service they have not begun."""
    ruling = _ruling(asked)
    ends = (
        remedy_ends(asked.dossier, ruling, asked.the(ObjectionSuitFiled).by) if ruling is not None else None
    )
    if not isinstance(ends, Found) or asked.on <= ends.value.day:
        return None
    return Objection(say("起诉期限到 {last} 为止", last=ends.value.day), say("逾期起诉的不予受理"))


def _suit(asked: Asked) -> Entry[Act] | None:
    act = asked.act
    if not isinstance(act, ObjectionSuitAccepted | ObjectionSuitDecided):
        return None
    found = asked.dossier.at(act.suit)
    return found if found is not None and isinstance(found.act, ObjectionSuitFiled) else None


@guard("所选的是尚未办结的异议之诉", FILING_FIFTEEN, on_act=True)
def suit_pending(asked: Asked) -> Objection | None:
    """Filing is decided, and judgment entered, once for each suit."""
    found = _suit(asked)
    if found is None:
        return Objection(say("所选的不是执行异议之诉"), say("请选择异议之诉"), (ObjectionSuitFiled,))
    again: list[int] = []
    if isinstance(asked.act, ObjectionSuitAccepted):
        again = [entry.act.suit for entry in asked.dossier.of(ObjectionSuitAccepted)]
    again += [entry.act.suit for entry in asked.dossier.of(ObjectionSuitDecided)]
    return Objection(say("该案已经办理"), say("请核对")) if found.seq in again else None


@guard("案外人异议成立，申请执行人没有在期限内起诉", RELEASE_SEVEN, on_act=True)
def release_due(asked: Asked) -> Objection | None:
    """The thing is released when the applicant let the time for suing pass, or lost the suit."""
    act = asked.the(ObjectReleased)
    if not upheld_for(asked.dossier, act.objection, asked.on):
        return _lost(asked, act.objection)
    if any(entry.act.objection == act.objection for entry in asked.dossier.of(ObjectionSuitFiled)):
        return _lost(asked, act.objection)
    ruling = ruling_on(asked.dossier, act.objection, asked.on)
    ends = [
        remedy_ends(asked.dossier, ruling, part.party)
        for part in parties_of(asked.dossier, Role.APPLICANT, asked.on)
        if ruling is not None
    ]
    last = max((each.value.day for each in ends if isinstance(each, Found)), default=None)
    if last is not None and len(ends) == sum(isinstance(each, Found) for each in ends) and asked.on > last:
        return None
    return Objection(
        say("申请执行人的起诉期限到 {last} 为止", last=last) if last else say("裁定尚未送达申请执行人"),
        say("期限届满而没有起诉的，七日内解除"),
    )


def _lost(asked: Asked, objection: int) -> Objection | None:
    suits = {entry.seq for entry in asked.dossier.of(ObjectionSuitFiled) if entry.act.objection == objection}
    for entry in asked.dossier.of(ObjectionSuitDecided):
        if entry.act.suit in suits and not entry.act.enforceable:
            return None
    return Objection(
        say("异议没有成立，或异议之诉没有判决不得执行"),
        say("请核对异议及诉讼的结果"),
        (ObjectionSuitDecided,),
    )


RULES = [
    ActRule(
        act=ObjectionSuitFiled,
        label="提起执行异议之诉",
        basis=(FIFTEEN_DAYS, cite("民诉法解释", 302), CHANGE_FIFTEEN),
        by=TEAM,
        purpose="记下案外人、申请执行人或被追加人提起的异议之诉",
        guards=(filed, ruling_to_sue_over, suit_open, suit_in_time),
        group="异议与复议",
        sends=("news",),
    ),
    ActRule(
        act=ObjectionSuitAccepted,
        label="异议之诉立案审查",
        basis=(FILING_FIFTEEN,),
        by=(Power.FILING, Power.JUDGE),
        purpose="决定异议之诉是否立案",
        guards=(filed, suit_waits, suit_pending),
        group="异议与复议",
        sends=("news",),
    ),
    ActRule(
        act=ObjectionSuitDecided,
        label="异议之诉裁判",
        basis=(cite("民诉法解释", 302),),
        by=TEAM,
        purpose="记下异议之诉生效裁判的结果",
        guards=(filed, suit_waits, suit_pending),
        discloses=Disclosure(sms="cases.objection_suit_decided"),
        group="异议与复议",
        sends=("news",),
    ),
    ActRule(
        act=ObjectReleased,
        label="解除对标的的执行措施",
        basis=(RELEASE_SEVEN,),
        by=(Power.OFFICER, Power.JUDGE),
        purpose="案外人异议成立而申请执行人未起诉，或判决不得执行，解除措施",
        guards=(filed, outsider_answered, release_due),
        discloses=Disclosure(sms="cases.object_released"),
        document="解除查封、扣押、冻结裁定书",
        group="异议与复议",
    ),
]


def _sued_by_served(dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    served, act = opening.act, closing.act
    if not isinstance(served, ServiceAttempted) or not isinstance(act, ObjectionSuitFiled):
        return False
    ruling = dossier.at(served.of) if served.of is not None else None
    about = served.of
    if ruling is not None and isinstance(ruling.act, ObjectionDecided):
        about = ruling.act.objection
    return (act.objection, act.by) == (about, served.to)


def _of_this_suit(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return isinstance(closing.act, ObjectionSuitAccepted) and closing.act.suit == opening.seq


def _upheld_outsider(dossier: Dossier, entry: Entry[Act]) -> bool:
    act = entry.act
    if not isinstance(act, ObjectionDecided) or act.result not in GOOD:
        return False
    raised = dossier.at(act.objection)
    return (
        raised is not None
        and isinstance(raised.act, ObjectionRaised)
        and raised.act.kind is ObjectionKind.THIRD_PARTY
    )


def _suing_ended(trigger: Trigger) -> date | None:
    """The day on which the last applicant's time for suing ran out; None while one has not been served."""
    ends = [
        remedy_ends(trigger.dossier, trigger.entry, part.party)
        for part in parties_of(trigger.dossier, Role.APPLICANT, trigger.entry.on)
    ]
    found = [each.value.day for each in ends if isinstance(each, Found)]
    return max(found) if found and len(found) == len(ends) else None


def _same_objection(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    act, begun = closing.act, opening.act
    return (
        isinstance(begun, ObjectionDecided)
        and isinstance(act, ObjectReleased)
        and act.objection == begun.objection
    )


def _not_sued(dossier: Dossier, entry: Entry[Act]) -> bool:
    act = entry.act
    return (
        _upheld_outsider(dossier, entry)
        and isinstance(act, ObjectionDecided)
        and not any(each.act.objection == act.objection for each in dossier.of(ObjectionSuitFiled))
    )


DUTIES = [
    DutyRule(
        name="sue-on-objection",
        right=True,
        label="裁定送达之日起十五日内提起异议之诉（当事人）",
        holder=Power.PARTY,
        opens_on=(ServiceAttempted,),
        limits=(Limit(remedy_term, FIFTEEN_DAYS, text="裁定送达之日起十五日"),),
        closes_on=(ObjectionSuitFiled,),
        when=may_be_sued_over,
        matches=_sued_by_served,
    ),
    DutyRule(
        name="decide-suit-filing",
        label="十五日内决定异议之诉是否立案",
        holder=Power.FILING,
        opens_on=(ObjectionSuitFiled,),
        limits=(Limit(within(days(15)), FILING_FIFTEEN, text="收到起诉状之日起十五日"),),
        closes_on=(ObjectionSuitAccepted,),
        matches=_of_this_suit,
    ),
    DutyRule(
        name="release-after-objection",
        label="起诉期满七日内解除对标的的措施",
        holder=Power.OFFICER,
        opens_on=(ObjectionDecided,),
        limits=(
            Limit(
                within(days(7), start=_suing_ended),
                RELEASE_SEVEN,
                text="申请执行人起诉期限届满之日起七日",
            ),
        ),
        closes_on=(ObjectReleased,),
        when=_not_sued,
        matches=_same_objection,
    ),
]
