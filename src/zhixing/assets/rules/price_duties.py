"""What must be done by when from control to the reference price, and on to the sale."""

from __future__ import annotations

from datetime import timedelta

from zhixing.assets.acts.auction import (
    AuctionAnnounced,
    SaleRuled,
)
from zhixing.assets.acts.control import Controlled, ControlReleased, ControlTakenOver, WaitingTookEffect
from zhixing.assets.acts.sale import (
    ManagementOrdered,
    TakenForDebt,
)
from zhixing.assets.acts.valuation import (
    PriceMethod,
    PriceObjectionGround,
    PriceObjectionPassedOn,
    PriceObjectionResolved,
    PriceReportObjected,
    PriceReportReceived,
    PriceReportSent,
    PriceSettingStarted,
    PriceTimeExtended,
    PriceWayFailed,
    ReferencePriceFixed,
)
from zhixing.assets.kinds import Family, family
from zhixing.assets.questions.found import asset
from zhixing.assets.questions.naming import same_thing, thing_named
from zhixing.assets.questions.price import pricing
from zhixing.cases.acts.ending import ClosingAct
from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.periods import days, due
from zhixing.law.reference_price import (
    OLD_APPRAISAL,
    PASS_ON_WITHIN,
    PASSED_ON,
    SELL,
    SELL_WITHIN,
    SENT,
    SINCE,
    START,
    START_WITHIN,
    report_terms,
    send_within,
)
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule

NOT_THEN = Undetermined((say("当时还没有这一规定"),))


def _to_be_sold(dossier: Dossier, entry: Entry[Act]) -> bool:
    act = entry.act
    if entry.on < SINCE or (isinstance(act, Controlled) and act.rank.value == "waiting"):
        return False
    thing = thing_named(dossier, act)
    found = asset(dossier, thing, entry.on) if thing is not None else None
    return found is not None and family(found.kind) is not Family.MONEY


def _has_report_time(_dossier: Dossier, entry: Entry[Act]) -> bool:
    act = entry.act
    if isinstance(act, PriceTimeExtended):
        return True
    if not isinstance(act, PriceSettingStarted):
        return False
    return act.until is not None or isinstance(report_terms(act.method.way, entry.on), Found)


def _report_due(trigger: Trigger) -> DueAnswer:
    act = trigger.entry.act
    until = act.until if isinstance(act, PriceTimeExtended | PriceSettingStarted) else None
    if until is not None:
        return due(until - timedelta(days=1), days(1), calendar=trigger.calendar)
    if isinstance(act, PriceSettingStarted):
        terms = report_terms(act.method.way, trigger.entry.on)
        if isinstance(terms, Found):
            return due(trigger.entry.on, terms.value.first, calendar=trigger.calendar)
    return Undetermined((say("完成期限由人民法院指定，尚未填写"),))


def _to_be_sent(dossier: Dossier, entry: Entry[Act]) -> bool:
    """Every report since September 2018; before, only an appraisal."""
    if entry.on >= SINCE:
        return True
    thing = thing_named(dossier, entry.act)
    found = pricing(dossier, thing, entry.on) if thing is not None else None
    appraised = found is not None and found.method is PriceMethod.APPRAISED
    return appraised and isinstance(send_within(entry.on), Found)


def _sent_since(trigger: Trigger) -> DueAnswer:
    return _sending(trigger) if trigger.entry.on >= SINCE else NOT_THEN


def _sent_before(trigger: Trigger) -> DueAnswer:
    return _sending(trigger) if trigger.entry.on < SINCE else NOT_THEN


def _sending(trigger: Trigger) -> DueAnswer:
    terms = send_within(trigger.entry.on)
    if isinstance(terms, Undetermined):
        return terms
    return due(trigger.entry.on, terms.value, calendar=trigger.calendar)


def _of_substance(_dossier: Dossier, entry: Entry[Act]) -> bool:
    act = entry.act
    return (
        entry.on >= SINCE
        and isinstance(act, PriceReportObjected)
        and act.ground is PriceObjectionGround.SUBSTANCE
    )


DUTIES = [
    DutyRule(
        name="start-price-setting",
        label="启动确定参考价",
        holder=Power.OFFICER,
        opens_on=(Controlled, ControlTakenOver, WaitingTookEffect),
        limits=(Limit(within(START_WITHIN), START, text="控制后三十日"),),
        closes_on=(PriceSettingStarted, ControlReleased, SaleRuled, TakenForDebt),
        falls_away_on=(ClosingAct,),
        when=_to_be_sold,
        matches=same_thing,
    ),
    DutyRule(
        name="price-report",
        label="取得定价结果",
        holder=Power.OFFICER,
        opens_on=(PriceSettingStarted, PriceTimeExtended),
        limits=(Limit(_report_due, cite("参考价规定", 19), text="网络询价三日，评估三十日，其他由法院指定"),),
        closes_on=(PriceReportReceived, PriceWayFailed, PriceTimeExtended),
        falls_away_on=(ClosingAct,),
        when=_has_report_time,
        matches=same_thing,
    ),
    DutyRule(
        name="send-price-report",
        label="把定价报告发送当事人",
        holder=Power.OFFICER,
        opens_on=(PriceReportReceived,),
        limits=(
            Limit(_sent_since, SENT, text="收到报告后三日"),
            Limit(_sent_before, OLD_APPRAISAL, text="收到评估报告后五日（拍卖变卖规定2004年第6条）"),
        ),
        closes_on=(PriceReportSent,),
        falls_away_on=(ClosingAct,),
        when=_to_be_sent,
        matches=same_thing,
    ),
    DutyRule(
        name="pass-on-price-objection",
        label="把对结果的异议交评估机构说明",
        holder=Power.OFFICER,
        opens_on=(PriceReportObjected,),
        limits=(Limit(within(PASS_ON_WITHIN), PASSED_ON, text="收到异议后三日"),),
        closes_on=(PriceObjectionPassedOn, PriceObjectionResolved),
        falls_away_on=(ClosingAct,),
        when=_of_substance,
        matches=same_thing,
    ),
    DutyRule(
        name="start-sale",
        label="启动变价",
        holder=Power.OFFICER,
        opens_on=(ReferencePriceFixed,),
        limits=(Limit(within(SELL_WITHIN), SELL, text="参考价确定后十日"),),
        closes_on=(SaleRuled, AuctionAnnounced, TakenForDebt, ManagementOrdered, ControlReleased),
        falls_away_on=(ClosingAct,),
        when=lambda _dossier, entry: entry.on >= SINCE,
        matches=same_thing,
    ),
]
RULES: list[ActRule] = []
