"""Rules of choosing appraisers: three and their order, agreed by both sides, or drawn by a lot that can be drawn again.

Not covered: the national roster itself (参考价规定 15): which appraisers it holds is written in by whoever fixes the list.
"""

from __future__ import annotations

from datetime import timedelta

from zhixing.assets.acts.control import ControlReleased
from zhixing.assets.acts.valuation import (
    AppraiserListFixed,
    AppraisersAgreed,
    AppraisersDrawn,
    PriceMethod,
    PriceSettingStarted,
    ReferencePriceFixed,
)
from zhixing.assets.questions.appraisers import COUNT, appraisers, list_at, open_list
from zhixing.assets.questions.naming import same_thing
from zhixing.assets.rules.guards import held_here, meant, property_stands, saleable
from zhixing.assets.rules.offering import NO_MONEY, offered
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.rules.guards import IN_HAND, not_paused
from zhixing.law.citations import cite
from zhixing.law.periods import days, due
from zhixing.law.reference_price import SINCE
from zhixing.law.texts import say
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

GROUP = "确定参考价"
TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK)
CHOSEN = cite("参考价规定", 16)
NEXT = cite("参考价规定", 19, paragraph=3)


@guard("评估机构由协商或者摇号确定的规定已经施行", CHOSEN)
def choice_ordered(asked: Asked) -> Objection | None:
    """Before September 2018 nothing ordered how appraisers are chosen."""
    if asked.on >= SINCE:
        return None
    return Objection(
        say("协商、摇号确定评估机构的规定自 {since} 起施行", since=SINCE), say("请直接启动委托评估")
    )


@guard("没有还可以委托的评估机构", CHOSEN, NEXT, on_act=True)
def none_left(asked: Asked) -> Objection | None:
    """Appraisers are chosen once; anew only when all three have failed. A list that was fixed is drawn from first."""
    found = meant(asked)
    if found is None:
        return None
    chosen = appraisers(asked.dossier, found.seq, asked.on)
    if chosen is not None and chosen.left:
        return Objection(
            say("已于 {on} 确定：{names}", on=chosen.entry.on, names="、".join(chosen.left)),
            say("请依次委托；三家都不成的，再重新确定"),
            (PriceSettingStarted,),
        )
    waiting = open_list(asked.dossier, found.seq, asked.on)
    if waiting is None or isinstance(asked.act, AppraisersAgreed):
        return None
    return Objection(
        say("{on} 的名单还没有摇号", on=waiting.on),
        say("请依该名单摇号，或录入双方协商的结果"),
        (AppraisersDrawn, AppraisersAgreed),
    )


@guard("三家不同的评估机构", CHOSEN, on_act=True)
def three_named(asked: Asked) -> Objection | None:
    """Three are agreed on; a list names at least three, each once, and from where the number will come."""
    act = asked.act
    names = act.appraisers if isinstance(act, AppraisersAgreed) else ()
    if isinstance(act, AppraiserListFixed):
        names = act.candidates
        if act.draws_on < asked.on or not act.number_from.strip():
            return Objection(
                say("摇号日期已过，或者没有写明号码的来源"), say("名单确定后再摇号，号码的来源事先写明")
            )
    tidy = {each.strip() for each in names if each.strip()}
    enough = len(tidy) == COUNT if isinstance(act, AppraisersAgreed) else len(tidy) >= COUNT
    if enough and len(tidy) == len(names):
        return None
    return Objection(
        say("填写了 {count} 家不同的机构", count=len(tidy)), say("协商的填三家，名单不少于三家，一家只填一次")
    )


@guard("依事先确定的名单摇号", CHOSEN, on_act=True)
def list_waits(asked: Asked) -> Objection | None:
    """One draw from one list, on its day or after; who was there is written down."""
    act = asked.the(AppraisersDrawn)
    fixed = list_at(asked.dossier, act.list, asked.on)
    if fixed is None:
        return Objection(say("本案没有这一份摇号名单"), say("请先确定摇号名单"), (AppraiserListFixed,))
    waiting = open_list(asked.dossier, fixed.act.property, asked.on)
    if waiting is None or waiting.seq != fixed.seq:
        return Objection(say("该名单已经摇号，或者其后双方已协商、另定名单"), say("一份名单只摇一次号"))
    if asked.on < fixed.act.draws_on:
        return Objection(say("摇号日期为 {on}", on=fixed.act.draws_on), say("请在该日或者之后摇号"))
    if act.number.strip() and act.present.strip():
        return None
    return Objection(say("没有填写号码，或者到场和见证的人"), say("请按名单写明的来源填写号码"))


@guard("按选定的顺序委托评估机构", CHOSEN, NEXT, on_act=True)
def in_their_order(asked: Asked) -> Objection | None:
    """An appraisal goes to the first of the chosen appraisers that has not failed."""
    act = asked.the(PriceSettingStarted)
    if act.method is not PriceMethod.APPRAISED or asked.on < SINCE:
        return None
    chosen = appraisers(asked.dossier, act.property, asked.on)
    if chosen is None or not chosen.left:
        return Objection(
            say("还没有确定评估机构") if chosen is None else say("选定的三家评估机构都没有完成评估"),
            say("请先由双方协商确定三家；协商不成或者一方下落不明的，摇号确定"),
            (AppraisersAgreed, AppraiserListFixed),
        )
    if act.asked and act.asked == chosen.left[: len(act.asked)]:
        return None
    names = "、".join(chosen.left)
    return Objection(
        say("选定的顺序为：{names}", names=names),
        say("受托机构请从“{first}”起依次填写", first=chosen.left[0]),
    )


CHOOSES = (*IN_HAND, not_paused, property_stands, held_here, saleable, choice_ordered)
RULES = [
    ActRule(
        act=AppraisersAgreed,
        label="协商确定评估机构",
        basis=(CHOSEN,),
        by=TEAM,
        purpose="记下双方当事人协商确定的三家评估机构和顺序",
        guards=(*CHOOSES, none_left, three_named, offered(NO_MONEY, held_here, saleable)),
        discloses=Disclosure(sms="assets.appraisers_agreed"),
        group=GROUP,
    ),
    ActRule(
        act=AppraiserListFixed,
        label="确定摇号名单",
        basis=(CHOSEN, cite("参考价规定", 34, paragraph=2)),
        by=TEAM,
        purpose="协商不成或者一方下落不明，先固定名单、日期和号码的来源，再摇号",
        guards=(*CHOOSES, none_left, three_named, offered(NO_MONEY, held_here, saleable)),
        discloses=Disclosure(sms="assets.appraiser_list_fixed"),
        document="摇号确定评估机构通知书",
        group=GROUP,
    ),
    ActRule(
        act=AppraisersDrawn,
        label="摇号确定评估机构",
        basis=(CHOSEN, cite("参考价规定", 34, paragraph=2)),
        by=TEAM,
        purpose="三家机构和顺序只由名单和号码算出，任何人可以复核",
        guards=(*IN_HAND, list_waits),
        discloses=Disclosure(sms="assets.appraisers_drawn"),
        document="摇号结果通知书",
        group=GROUP,
    ),
]


def _draw_due(trigger: Trigger) -> DueAnswer:
    act = trigger.entry.act
    day = act.draws_on if isinstance(act, AppraiserListFixed) else trigger.entry.on
    return due(day - timedelta(days=1), days(1), calendar=trigger.calendar)


DUTIES = [
    DutyRule(
        name="draw-appraisers",
        label="摇号确定评估机构",
        holder=Power.OFFICER,
        opens_on=(AppraiserListFixed,),
        limits=(Limit(_draw_due, CHOSEN, text="名单写明的摇号日期"),),
        closes_on=(AppraisersDrawn, AppraisersAgreed, ReferencePriceFixed, ControlReleased),
        falls_away_on=(ClosingAct,),
        matches=same_thing,
    )
]
