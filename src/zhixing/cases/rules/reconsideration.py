"""Rules of reconsideration by the court above, and of supervision after it.

Not covered: the higher court's own dossier (执复, 执监).
"""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.notice import ServiceAttempted
from zhixing.cases.acts.party_change import PartyChangeDecided
from zhixing.cases.acts.reconsideration import (
    FilesSentUp,
    ReconsiderationAsked,
    ReconsiderationDecided,
    ReconsiderationResult,
    SupervisionAsked,
)
from zhixing.cases.acts.review import ObjectionDecided
from zhixing.cases.questions.remedy import Way, remedy, remedy_ends
from zhixing.cases.questions.serving import served_on
from zhixing.cases.rules.extension import with_extension
from zhixing.cases.rules.guards import filed
from zhixing.cases.rules.remedies import may_be_reconsidered, remedy_term
from zhixing.cases.rules.waiting import decision_to_supervise, reconsideration_waits, ruling_to_reconsider
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.periods import days, due, months
from zhixing.law.texts import say
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK, Power.FILING)
TEN_DAYS = cite("民诉法", 236, figure="十日")
FILES_FIVE = cite("执行程序解释", 7, figure="五日")
THIRTY_DAYS = cite("执行程序解释", 8, figure="三十日")
SIXTY_DAYS = cite("变更追加规定", 31, figure="六十日")
SENT_BACK_ONCE = cite("异议复议规定", 23)
SUPERVISION = cite("执行监督意见", 2)  # from memory: the article was not seen, docs/law-to-confirm.md
SUPERVISION_SINCE = date(2023, 1, 31)
RULINGS = (ObjectionDecided, PartyChangeDecided)


def _ruling(asked: Asked) -> Entry[Act] | None:
    found = asked.dossier.at(asked.the(ReconsiderationAsked).ruling)
    return found if found is not None and isinstance(found.act, RULINGS) else None


@guard("对该裁定可以申请复议", TEN_DAYS, cite("异议复议规定", 2), cite("变更追加规定", 30), on_act=True)
def reconsideration_open(asked: Asked) -> Objection | None:
    """Some rulings go to the court above, some to trial, some stand; a party in the case asks, once."""
    act, found = asked.the(ReconsiderationAsked), _ruling(asked)
    way = remedy(asked.dossier, found) if found is not None else None
    if way is None:
        return Objection(say("所选的不是异议或变更追加裁定"), say("请选择不服的裁定"), RULINGS)
    if way.way is Way.SUIT:
        return Objection(say("对该裁定不服的，应提起执行异议之诉"), say("请办理“提起执行异议之诉”"))
    if way.way is Way.NONE:
        return Objection(say("对该裁定不得申请复议"), way.instead or say("请核对裁定"))
    if act.by not in {part.party for part in parties_of(asked.dossier, None, asked.on)}:
        return Objection(say("复议申请人没有录入本案"), say("请先录入"))
    if any(
        entry.act.ruling == act.ruling and entry.act.by == act.by
        for entry in asked.dossier.of(ReconsiderationAsked)
    ):
        return Objection(say("此人已对该裁定申请复议"), say("请在原复议中审查"))
    return None


@guard("复议在裁定送达之日起十日内提出", TEN_DAYS, cite("变更追加规定", 30, figure="十日"), on_act=True)
def reconsideration_in_time(asked: Asked) -> Objection | None:
    """Ten days from service; before service they have not begun."""
    act, found = asked.the(ReconsiderationAsked), _ruling(asked)
    ends = remedy_ends(asked.dossier, found, act.by) if found is not None else None
    if not isinstance(ends, Found) or asked.on <= ends.value.day:
        return None
    return Objection(say("复议期限到 {last} 为止", last=ends.value.day), say("逾期可申请执行监督"))


def _reconsideration(asked: Asked) -> Entry[Act] | None:
    act = asked.act
    if not isinstance(act, FilesSentUp | ReconsiderationDecided):
        return None
    found = asked.dossier.at(act.reconsideration)
    return found if found is not None and isinstance(found.act, ReconsiderationAsked) else None


@guard("所选的是尚未裁定的复议申请", THIRTY_DAYS, on_act=True)
def is_reconsideration(asked: Asked) -> Objection | None:
    """Files go up, and a decision comes down, on an application for reconsideration that is not decided."""
    found = _reconsideration(asked)
    if found is None:
        return Objection(say("所选的不是复议申请"), say("请选择复议申请"), (ReconsiderationAsked,))
    if any(entry.act.reconsideration == found.seq for entry in asked.dossier.of(ReconsiderationDecided)):
        return Objection(say("该复议已经裁定"), say("不服的可申请执行监督"), (SupervisionAsked,))
    return None


@guard("发回重新审查后复议的，不再发回", SENT_BACK_ONCE, on_act=True)
def not_sent_back_twice(asked: Asked) -> Objection | None:
    """An objection goes back once."""
    act, found = asked.the(ReconsiderationDecided), _reconsideration(asked)
    if act.result is not ReconsiderationResult.SENT_BACK or found is None:
        return None
    objection = _objection_of(asked.dossier, found)
    for entry in asked.dossier.of(ReconsiderationDecided):
        earlier = asked.dossier.at(entry.act.reconsideration)
        back = entry.act.result is ReconsiderationResult.SENT_BACK
        if back and earlier is not None and _objection_of(asked.dossier, earlier) == objection:
            return Objection(
                say("该异议已于 {on} 发回过一次", on=entry.on), say("请直接裁定驳回、撤销或变更")
            )
    return None


def _objection_of(dossier: Dossier, reconsideration: Entry[Act]) -> int | None:
    act = reconsideration.act
    ruling = dossier.at(act.ruling) if isinstance(act, ReconsiderationAsked) else None
    return ruling.act.objection if ruling is not None and isinstance(ruling.act, ObjectionDecided) else None


@guard("复议裁定之后六个月内申请执行监督", SUPERVISION, on_act=True)
def supervision_in_time(asked: Asked) -> Objection | None:
    """Supervision is asked for within six months of the decision; before 2023 there was no limit."""
    act = asked.the(SupervisionAsked)
    found = asked.dossier.at(act.reconsideration)
    if found is None or not isinstance(found.act, ReconsiderationDecided):
        return Objection(say("所选的不是复议裁定"), say("请选择复议裁定"), (ReconsiderationDecided,))
    last = due(served_on(asked.dossier, found.seq, act.by) or found.on, months(6))
    if asked.on < SUPERVISION_SINCE or not isinstance(last, Found) or asked.on <= last.value.day:
        return None
    return Objection(say("申请执行监督的期限到 {last} 为止", last=last.value.day), say("逾期的不予受理"))


RULES = [
    ActRule(
        act=ReconsiderationAsked,
        label="申请复议",
        basis=(TEN_DAYS, cite("变更追加规定", 30, figure="十日")),
        by=TEAM,
        purpose="收下向上一级法院提出的复议申请",
        guards=(filed, ruling_to_reconsider, reconsideration_open, reconsideration_in_time),
        discloses=Disclosure(sms="cases.reconsideration_asked"),
        group="异议与复议",
        sends=("news",),
    ),
    ActRule(
        act=FilesSentUp,
        label="报送案卷",
        basis=(FILES_FIVE,),
        by=TEAM,
        purpose="把复议所需案卷报送上一级法院",
        guards=(filed, reconsideration_waits, is_reconsideration),
        group="异议与复议",
    ),
    ActRule(
        act=ReconsiderationDecided,
        label="复议裁定",
        basis=(THIRTY_DAYS, SENT_BACK_ONCE),
        by=(Power.HIGHER_COURT,),
        purpose="上一级法院的复议裁定",
        guards=(filed, reconsideration_waits, is_reconsideration, not_sent_back_twice),
        discloses=Disclosure(sms="cases.reconsideration_decided"),
        document="执行复议裁定书",
        group="异议与复议",
        sends=("news",),
    ),
    ActRule(
        act=SupervisionAsked,
        label="申请执行监督",
        basis=(SUPERVISION,),
        by=(*TEAM, Power.HIGHER_COURT),
        purpose="记下不服复议裁定的执行监督申请",
        guards=(filed, decision_to_supervise, supervision_in_time),
        group="异议与复议",
        sends=("news",),
    ),
]


def _of_this(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    act = closing.act
    return isinstance(act, FilesSentUp | ReconsiderationDecided) and act.reconsideration == opening.seq


def _of_change(dossier: Dossier, entry: Entry[Act]) -> bool:
    act = entry.act
    ruling = dossier.at(act.ruling) if isinstance(act, ReconsiderationAsked) else None
    return ruling is not None and isinstance(ruling.act, PartyChangeDecided)


def _of_objection(dossier: Dossier, entry: Entry[Act]) -> bool:
    return not _of_change(dossier, entry)


def _asked_by_served(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    served, act = opening.act, closing.act
    return (
        isinstance(served, ServiceAttempted)
        and isinstance(act, ReconsiderationAsked)
        and (act.ruling, act.by) == (served.of, served.to)
    )


def _supervised(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return isinstance(closing.act, SupervisionAsked) and closing.act.reconsideration == opening.seq


def _since_supervision(_dossier: Dossier, entry: Entry[Act]) -> bool:
    return entry.on >= SUPERVISION_SINCE


DUTIES = [
    DutyRule(
        name="ask-reconsideration",
        right=True,
        label="裁定送达之日起十日内申请复议（当事人）",
        holder=Power.PARTY,
        opens_on=(ServiceAttempted,),
        limits=(Limit(remedy_term, TEN_DAYS, text="裁定送达之日起十日"),),
        closes_on=(ReconsiderationAsked,),
        when=may_be_reconsidered,
        matches=_asked_by_served,
    ),
    DutyRule(
        name="send-files-up",
        label="五日内报送复议案卷",
        holder=Power.CLERK,
        opens_on=(ReconsiderationAsked,),
        limits=(Limit(within(days(5)), FILES_FIVE, text="收到复议申请之日起五日"),),
        closes_on=(FilesSentUp,),
        falls_away_on=(ReconsiderationDecided,),
        matches=_of_this,
    ),
    DutyRule(
        name="decide-reconsideration",
        label="三十日内审结复议",
        holder=Power.HIGHER_COURT,
        opens_on=(ReconsiderationAsked,),
        limits=(
            Limit(
                with_extension(days(30)),
                THIRTY_DAYS,
                text="收到复议申请之日起三十日，院长批准可延长三十日",
            ),
        ),
        closes_on=(ReconsiderationDecided,),
        when=_of_objection,
        matches=_of_this,
    ),
    DutyRule(
        name="decide-change-reconsideration",
        label="六十日内审结变更、追加的复议",
        holder=Power.HIGHER_COURT,
        opens_on=(ReconsiderationAsked,),
        limits=(
            Limit(
                with_extension(days(60)),
                SIXTY_DAYS,
                text="收到复议申请之日起六十日，院长批准延长的从其延长",
            ),
        ),
        closes_on=(ReconsiderationDecided,),
        when=_of_change,
        matches=_of_this,
    ),
    DutyRule(
        name="ask-supervision",
        right=True,
        label="复议裁定后六个月内申请执行监督（当事人）",
        holder=Power.PARTY,
        opens_on=(ReconsiderationDecided,),
        limits=(Limit(within(months(6)), SUPERVISION, text="复议裁定之日起六个月"),),
        closes_on=(SupervisionAsked,),
        when=_since_supervision,
        matches=_supervised,
    ),
]
