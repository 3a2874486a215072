"""Rules of renewing and lifting controls, and the duty to renew before the last day.

Not covered: the compensation of an applicant whose control lapsed because the court forgot it (涉执行司法赔偿解释).
"""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.control import (
    ControlFoundBehind,
    Controlled,
    ControlPassedOn,
    ControlReleased,
    ControlRenewed,
    ControlTakenOver,
    ReleaseGround,
    SubstitutingAct,
    WaitingTookEffect,
)
from zhixing.assets.acts.inquiry import ControlAnswered, ControlRequested
from zhixing.assets.questions.control import Hold, hold, holds, in_force_still
from zhixing.assets.questions.found import asset, held_as
from zhixing.cases.rules.guards import PROCEDURE_IN_HAND, procedure_open
from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.control_terms import LAPSES, TERMS, last_day
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, Trigger, before
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

GROUP = "财产控制"
HANDLERS = (Power.OFFICER, Power.JUDGE)
RELEASES = cite("查扣冻规定", 28)
TAKES_EFFECT = cite("查扣冻规定", 26)
REPLACES = cite("民诉法解释", 167)


def _named(asked: Asked) -> Hold | None:
    """The control that the act names, as it stands whatever day is written; None where there was none by then."""
    number = getattr(asked.act, "control", None)
    found = hold(asked.dossier, number, date.max) if isinstance(number, int) else None
    return found if found is not None and found.entry.on <= asked.on else None


def _over(entry: Entry[ControlReleased] | Entry[ControlPassedOn]) -> Objection:
    """Why nothing more can be done here with a control that was lifted or passed on."""
    if isinstance(entry.act, ControlPassedOn):
        return Objection(
            say("该控制已于 {on} 转入执行案件{case}", on=entry.on, case=entry.act.case),
            say("请在执行案件中办理"),
        )
    return Objection(say("该控制已于 {on} 解除", on=entry.on), say("需要时请重新裁定"))


@guard("原控制仍然有效", LAPSES, on_act=True)
def still_in_force(asked: Asked) -> Objection | None:
    """What has lapsed or was lifted cannot be renewed: its effect is gone, and the line has moved on."""
    held = _named(asked)
    if held is None:
        return Objection(say("没有这一条控制"), say("请选择本案的查封、扣押、冻结"))
    if held.in_force(asked.on):
        return None
    if held.waits():
        return Objection(say("该控制还在轮候，没有期限"), say("轮候生效后再续行"))
    if held.released is not None:
        return _over(held.released)
    if held.failed is not None:
        return Objection(
            say("协助单位没有办理：{reason}", reason=held.failed.act.reason or say("没有说明")),
            say("请重新发出请求，或者重新裁定控制"),
            (ControlRequested,),
        )
    return Objection(
        say("该控制已于 {day} 届满，效力消灭", day=held.until or asked.on),
        say("请重新裁定控制，并核对是否已有他人在先"),
        (Controlled,),
    )


@guard("续行不超过法定期限", TERMS, LAPSES, on_act=True)
def renewal_within_term(asked: Asked) -> Objection | None:
    """A renewal runs on from the old last day, by the law of the day on which it is ordered."""
    act, held = asked.the(ControlRenewed), _named(asked)
    if held is None or held.until is None:
        return None
    if act.until <= held.until:
        return Objection(say("原届满日是 {day}", day=held.until), say("续行届满日须在其后"))
    found = asset(asked.dossier, held.thing, asked.on)
    if found is None:
        return None
    answer = last_day(held_as(found.kind), asked.on, since=held.until, renewed=True)
    if isinstance(answer, Undetermined):
        return Objection(answer.missing[0], say("请核对日期"))
    if act.until <= answer.value:
        return None
    return Objection(answer.because[-1], say("请填写不晚于 {day} 的届满日", day=answer.value))


@guard("本案有尚未解除的控制", RELEASES)
def something_held(asked: Asked) -> Objection | None:
    """Something of this case is held or waits; also when the debt was paid and the case has ended, it is still to be lifted."""
    if any(each.released is None and each.failed is None for each in holds(asked.dossier, date.max)):
        return None
    return Objection(say("本案没有尚未解除的查封、扣押、冻结"), say("不必解除"))


@guard("所解除的控制尚未解除", RELEASES, on_act=True)
def not_released_yet(asked: Asked) -> Objection | None:
    """What is lifted stands, in force or waiting; a part is less than the whole and of what can be divided."""
    act, held = asked.the(ControlReleased), _named(asked)
    if held is None:
        return Objection(say("没有这一条控制"), say("请选择本案的查封、扣押、冻结"))
    if held.released is not None:
        return _over(held.released)
    if act.part is None:
        return None
    if held.amount is None or act.part >= held.amount:
        return Objection(
            say("部分解除的价值须小于控制的价值"), say("全部解除的不填部分价值；不知价值的先更正控制的价值")
        )
    if not act.left.strip():
        return Objection(say("没有写明剩余的财产"), say("部分解除须写明解除后仍在控制的财产"))
    return None


@guard("替换的财产已经控制", REPLACES, on_act=True)
def substitute_held(asked: Asked) -> Objection | None:
    """What is replaced by other property is lifted after that property is held, not before."""
    act = asked.the(ControlReleased)
    rulings = [each.act for each in asked.dossier.of(SubstitutingAct) if each.act.control == act.control]
    if act.ground is not ReleaseGround.REPLACED or not rulings:
        return None
    if in_force_still(asked.dossier, rulings[-1].property, asked.on) is not None:
        return None
    return Objection(say("替换的财产还没有控制"), say("请先裁定查封、扣押、冻结替换的财产"), (Controlled,))


@guard("写明解除的事实和理由", RELEASES, on_act=True)
def release_reasoned(asked: Asked) -> Objection | None:
    """A control protects a creditor: why it is lifted is written."""
    if asked.the(ControlReleased).reason.strip():
        return None
    return Objection(say("没有写明事实和理由"), say("请写明，并附材料的卷页"))


def _until(trigger: Trigger) -> date | None:
    return getattr(trigger.entry.act, "until", None)


def _has_term(_dossier: Dossier, entry: Entry[Act]) -> bool:
    return getattr(entry.act, "until", None) is not None


def _same_control(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    act = closing.act
    if isinstance(act, ControlReleased) and act.part is not None:
        return False
    number = getattr(opening.act, "control", None) or opening.seq
    return getattr(act, "control", None) == number and closing.seq != opening.seq


def _nothing_to_renew(dossier: Dossier, opening: Entry[Act], ending: Entry[Act]) -> bool:
    if isinstance(ending.act, ControlFoundBehind):
        return ending.act.control == (getattr(opening.act, "control", None) or opening.seq)
    return _never_carried_out(dossier, opening, ending)


def _never_carried_out(dossier: Dossier, opening: Entry[Act], answer: Entry[Act]) -> bool:
    """Whether the institution said it could not, and has not done it since: then there is nothing to renew."""
    number = getattr(opening.act, "control", None) or opening.seq
    asked = {each.seq for each in dossier.of(ControlRequested) if each.act.measure == number}
    last = [each.act for each in dossier.of(ControlAnswered) if each.act.request in asked]
    return getattr(answer.act, "request", None) in asked and bool(last) and not last[-1].done


# What is held is lifted by the same hands when everything else has ended.
IN_HAND_EVEN_ENDED = tuple(each for each in PROCEDURE_IN_HAND if each is not procedure_open)
RULES = [
    ActRule(
        act=ControlRenewed,
        label="续行查封、扣押、冻结",
        basis=(TERMS, LAPSES),
        by=HANDLERS,
        approved_by=Power.JUDGE,
        coerces=True,
        purpose="届满前延长控制的期限，效力不中断",
        guards=(*PROCEDURE_IN_HAND, still_in_force, renewal_within_term),
        discloses=Disclosure(sms="assets.control_renewed"),
        document="续行查封、扣押、冻结裁定书",
        group=GROUP,
    ),
    ActRule(
        act=ControlReleased,
        label="解除查封、扣押、冻结",
        basis=(RELEASES,),
        by=HANDLERS,
        approved_by=Power.DIRECTOR,
        purpose="依法解除控制；登记在先的轮候自动生效",
        guards=(*IN_HAND_EVEN_ENDED, something_held, not_released_yet, substitute_held, release_reasoned),
        discloses=Disclosure(sms="assets.control_released"),
        document="解除查封、扣押、冻结裁定书",
        group=GROUP,
        sends=("control-ended",),
    ),
]

DUTIES = [
    DutyRule(
        name="assets.renew-control",
        label="届满前续行查封、扣押、冻结",
        holder=Power.OFFICER,
        opens_on=(Controlled, ControlTakenOver, ControlRenewed, WaitingTookEffect),
        when=_has_term,
        limits=(Limit(before(_until, days(1)), LAPSES),),
        closes_on=(ControlRenewed, ControlReleased, ControlPassedOn),
        falls_away_on=(ControlAnswered, ControlFoundBehind),
        falls_away_when=_nothing_to_renew,
        matches=_same_control,
    ),
]
