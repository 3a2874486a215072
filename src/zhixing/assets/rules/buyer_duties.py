"""What must be done by when once bidding ended: deposits back, the price, the ruling, handing over."""

from __future__ import annotations

from datetime import date, timedelta

from zhixing.assets.acts.auction import (
    BidDepositReturned,
    BuyerDefaulted,
    PropertySold,
    PropertyUnsold,
    PurchasePricePaid,
    SaleRevoked,
    SaleWithdrawn,
)
from zhixing.assets.acts.delivery import PropertyHandedOver, TransferRulingServed
from zhixing.assets.acts.sale import (
    TakenForDebt,
)
from zhixing.assets.questions.naming import same_thing, thing_named
from zhixing.assets.questions.proceeds import pay_by, to_return
from zhixing.assets.questions.sale import sale
from zhixing.assets.rules.sale_duties import NO_ENDED_SALE, ended, until
from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.disposal import (
    HANDED_OVER_WITHIN,
    RULED_WITHIN,
)
from zhixing.law.periods import days, due
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule

PAYS = cite("网拍规定", 25)


def _deposits_wait(dossier: Dossier, entry: Entry[Act]) -> bool:
    thing = thing_named(dossier, entry.act)
    return (
        thing is not None
        and ended(dossier, entry) is not None
        and bool(to_return(until(dossier, entry), thing, date.max))
    )


def _all_returned(dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    thing = thing_named(dossier, opening.act)
    return (
        thing is not None
        and same_thing(dossier, opening, closing)
        and not to_return(until(dossier, closing), thing, date.max)
    )


def _return_due(trigger: Trigger) -> DueAnswer:
    end = ended(trigger.dossier, trigger.entry)
    if end is None:
        return NO_ENDED_SALE
    return due(trigger.entry.on, end[1].deposit_back, calendar=trigger.calendar)


def _price_due(trigger: Trigger) -> DueAnswer:
    act = trigger.entry.act
    last = act.pay_by if isinstance(act, TakenForDebt) else None
    if isinstance(act, PropertySold):
        offers = sale(trigger.dossier, act.property, date.max).offers
        ours = next((each for each in offers if each.sold and each.sold.seq == trigger.entry.seq), None)
        last = pay_by(ours) if ours else None
    if last is None:
        return Undetermined((say("付款期限尚未记录"),))
    return due(last - timedelta(days=1), days(1), calendar=trigger.calendar)


def _owes(_dossier: Dossier, entry: Entry[Act]) -> bool:
    act = entry.act
    return isinstance(act, PropertySold) or (isinstance(act, TakenForDebt) and act.price > act.debt)


def _owes_nothing(_dossier: Dossier, entry: Entry[Act]) -> bool:
    act = entry.act
    return isinstance(act, PurchasePricePaid) or (isinstance(act, TakenForDebt) and act.price <= act.debt)


DUTIES = [
    DutyRule(
        name="return-deposits",
        label="退还未竞得的人的保证金",
        holder=Power.OFFICER,
        opens_on=(PropertySold, PropertyUnsold, SaleWithdrawn),
        limits=(
            Limit(
                _return_due,
                cite("网拍规定", 23, figure="二十四小时"),
                text="网络拍卖二十四小时，传统拍卖三日",
            ),
        ),
        closes_on=(BidDepositReturned,),
        when=_deposits_wait,
        matches=_all_returned,
    ),
    DutyRule(
        name="pay-purchase-price",
        label="付清价款、差额",
        holder=Power.PARTY,
        opens_on=(PropertySold, TakenForDebt),
        limits=(Limit(_price_due, PAYS, text="公告或者裁定的期限"),),
        closes_on=(PurchasePricePaid, BuyerDefaulted, SaleRevoked),
        when=_owes,
        matches=same_thing,
    ),
    DutyRule(
        name="serve-transfer-ruling",
        label="送达成交、抵债裁定",
        holder=Power.OFFICER,
        opens_on=(PurchasePricePaid, TakenForDebt),
        limits=(Limit(within(days(10)), RULED_WITHIN, text="价款、差额全额交付后十日"),),
        closes_on=(TransferRulingServed, SaleRevoked),
        when=_owes_nothing,
        matches=same_thing,
    ),
    DutyRule(
        name="hand-over",
        label="移交财产",
        holder=Power.OFFICER,
        opens_on=(TransferRulingServed,),
        limits=(Limit(within(days(15)), HANDED_OVER_WITHIN, text="裁定送达后十五日"),),
        closes_on=(PropertyHandedOver, SaleRevoked),
        matches=same_thing,
    ),
]
RULES: list[ActRule] = []
