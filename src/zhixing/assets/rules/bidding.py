"""Rules of bidders and buyers: who may bid, when something is sold or not, who pays, who does not, and when a sale is undone.

Not covered: which of two equal bids of prior buyers wins (网拍规定 21), which the platform applies.
"""

from __future__ import annotations

from datetime import timedelta

from zhixing.assets.acts.auction import (
    AuctionAnnounced,
    BidDepositReceived,
    BidDepositReturned,
    BuyerDefaulted,
    PropertySold,
    PropertyUnsold,
    PurchasePricePaid,
    SaleRevoked,
    UnsoldReason,
)
from zhixing.assets.questions.proceeds import bids, pay_by
from zhixing.assets.questions.sale import Sale
from zhixing.assets.rules.deposit_guards import (
    DEFAULT,
    DEPOSIT,
    MAY_NOT_BID,
    RETURNED,
    deposit_paid,
    deposit_returnable,
    may_bid,
)
from zhixing.assets.rules.lot_guards import had_priority, was_not_to_stop
from zhixing.assets.rules.sale_guards import (
    GROUP,
    HANDLERS,
    HELPED_BY,
    HELPED_HAND,
    SOLD_BY,
    TEAM,
    current_offer,
    offer_open,
    some_sale,
    state,
)
from zhixing.cases.acts.review import ObjectionDecided, ObjectionRaised
from zhixing.cases.questions.review import upheld_for
from zhixing.law.citations import cite
from zhixing.law.money import show
from zhixing.law.texts import say
from zhixing.parties.acts import PartyJoined
from zhixing.parties.questions import parties_of
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

SOLD = cite("网拍规定", 11)
BIDDING = cite("网拍规定", 20)
UNSOLD = cite("网拍规定", 26)
OLD_DEFAULT = cite("拍卖变卖规定", 22)
PAYS = cite("网拍规定", 25)
REVOKED = cite("网拍规定", 31)


@guard("拍卖日已到，竞价时间已满", BIDDING, on_act=True)
def bidding_over(asked: Asked) -> Objection | None:
    """An auction ends after its day has come and its hours have run."""
    offer = current_offer(asked)
    if offer is None or not offer.open:
        return None
    act = offer.entry.act
    hours = act.hours if isinstance(act, AuctionAnnounced) else 0
    first = offer.starts + timedelta(days=hours // 24)
    if offer.paused is not None:
        return Objection(say("该拍卖已于 {on} 停止", on=offer.paused.on), say("恢复后再录入结果"))
    if asked.on >= first:
        return None
    return Objection(
        say("竞价于 {starts} 开始，{first} 方能结束", starts=offer.starts, first=first), say("请核对日期")
    )


@guard("成交价不低于起拍价、变卖价", SOLD, on_act=True)
def price_reached(asked: Asked) -> Objection | None:
    """Nothing is sold under its reserve."""
    act, offer = asked.the(PropertySold), current_offer(asked)
    if offer is None or act.price >= offer.price:
        return None
    return Objection(
        say("起拍价、变卖价为 {price} 元", price=show(offer.price)),
        say("低于该价的出价无效，请核对或录入流拍"),
    )


@guard("买受人有竞买资格", DEPOSIT, MAY_NOT_BID, on_act=True)
def buyer_admitted(asked: Asked) -> Objection | None:
    """The buyer is known in the case; where a deposit was asked, the winning code is that of an admitted bidder."""
    act, offer = asked.the(PropertySold), current_offer(asked)
    if all(part.party != act.buyer for part in parties_of(asked.dossier, None, asked.on)):
        return Objection(say("买受人还没有录入本案"), say("请先以利害关系人录入买受人的身份"), (PartyJoined,))
    if offer is None or not offer.deposit:
        return None
    if any(each.act.code == act.code for each in bids(asked.dossier, offer, asked.on)):
        return None
    return Objection(
        say("竞买代码“{code}”没有交纳保证金的记录", code=act.code),
        say("请先录入其保证金，或核对竞买代码"),
        (BidDepositReceived,),
    )


@guard("没有有效的出价", UNSOLD, on_act=True)
def no_bidder(asked: Asked) -> Objection | None:
    """One bidder who reaches the reserve is enough: an online auction fails only when nobody bids."""
    found = state(asked)
    if found is None or found.way is None or found.offer is None:
        return None
    online = found.ruled is not None and found.ruled.act.way.value == "online"
    if online and asked.the(PropertyUnsold).reason is UnsoldReason.BELOW:
        return Objection(
            say("网络拍卖中低于起拍价的出价无效，不存在最高应价低于保留价的情形"),
            say("请选择无人出价，或录入成交"),
        )
    return None


NO_PRICE_DUE = Objection(say("本案没有待付的价款"), say("请先录入成交"), (PropertySold,))


def _unpaid(found: Sale) -> bool:
    return found.done and found.paid is None


@guard("已经成交或者抵债，还有价款未付", PAYS)
def price_due(asked: Asked) -> Objection | None:
    """Who bought or took it for the debt pays once, and all of it."""
    if asked.act is None:
        return None if some_sale(asked, _unpaid) else NO_PRICE_DUE
    act, found = asked.the(PurchasePricePaid), state(asked)
    if found is None or not found.done:
        return Objection(say("该财产没有成交，也没有抵债"), say("请先录入成交"), (PropertySold,))
    if found.paid is not None:
        return Objection(say("价款已于 {on} 付清", on=found.paid.on), say("不必再次录入"))
    if act.amount == found.owing:
        return None
    return Objection(
        say("应付 {owing} 元（含充抵的保证金）", owing=show(found.owing)), say("全额交付后再录入付清")
    )


@guard("买受人逾期未付，或者明确不买", DEFAULT, OLD_DEFAULT)
def default_stands(asked: Asked) -> Objection | None:
    """A default: the last day for the price has passed, or the buyer said no before."""
    if asked.act is None:
        return None if some_sale(asked, _unpaid) else NO_PRICE_DUE
    act, offer, found = asked.the(BuyerDefaulted), current_offer(asked), state(asked)
    if offer is None or found is None or not offer.stands:
        return Objection(say("该财产没有受约束的买受人"), say("请核对财产"))
    if found.paid is not None:
        return Objection(say("价款已于 {on} 付清", on=found.paid.on), say("付清后没有悔拍"))
    last = pay_by(offer)
    if act.refused or (last is not None and asked.on > last):
        return None
    return Objection(
        say("付款期限至 {last}", last=last or asked.on), say("期满未付，或者买受人明确表示不买的，再录入悔拍")
    )


@guard("撤销拍卖的异议成立", REVOKED, on_act=True)
def revocation_upheld(asked: Asked) -> Objection | None:
    """A sale is undone on an objection that was upheld."""
    act, found = asked.the(SaleRevoked), state(asked)
    if found is None or found.sold is None:
        return Objection(say("该财产没有成交"), say("没有成交的，可以撤回拍卖"))
    if upheld_for(asked.dossier, act.objection, asked.on):
        return None
    return Objection(
        say("第 {seq} 条不是成立的异议", seq=act.objection),
        say("请先收下撤销拍卖的异议并审查裁定"),
        (ObjectionRaised, ObjectionDecided),
    )


RULES = [
    ActRule(
        act=BidDepositReceived,
        label="竞买人交纳保证金",
        basis=(DEPOSIT, cite("网拍规定", 18)),
        by=(*TEAM, Power.ACCOUNTANT),
        purpose="确认竞买人交纳保证金并取得竞买资格；竞价结束前身份保密",
        guards=(*HELPED_BY, offer_open, may_bid, deposit_paid),
        group=GROUP,
    ),
    ActRule(
        act=BidDepositReturned,
        label="退还保证金",
        basis=(RETURNED, cite("拍卖变卖规定", 10, figure="三日")),
        by=(*TEAM, Power.ACCOUNTANT),
        coerces=True,
        purpose="竞价结束后二十四小时内退还未竞得的人的保证金（拍卖机构拍卖的三日）",
        guards=(*HELPED_HAND, deposit_returnable),
        group=GROUP,
    ),
    ActRule(
        act=PropertySold,
        label="成交",
        basis=(SOLD, BIDDING, cite("网拍规定", 22)),
        by=HANDLERS,
        coerces=True,
        purpose="记下成交价和买受人，保证金充抵价款，其余在公告的期限内付清",
        guards=(
            *SOLD_BY,
            offer_open,
            bidding_over,
            buyer_admitted,
            had_priority,
            price_reached,
            was_not_to_stop,
        ),
        discloses=Disclosure(sms="assets.property_sold"),
        document="成交通知书",
        group=GROUP,
    ),
    ActRule(
        act=PropertyUnsold,
        label="流拍、变卖不成",
        basis=(UNSOLD, cite("拍卖变卖规定", 23)),
        by=HANDLERS,
        purpose="记下无人出价，起算再次拍卖、变卖的期限",
        guards=(*SOLD_BY, offer_open, bidding_over, no_bidder),
        discloses=Disclosure(sms="assets.property_unsold"),
        group=GROUP,
    ),
    ActRule(
        act=PurchasePricePaid,
        label="价款付清",
        basis=(PAYS, cite("拍卖变卖规定", 21)),
        by=(*TEAM, Power.ACCOUNTANT),
        purpose="价款或者差额全额到账，起算送达裁定的期限",
        guards=(*HELPED_BY, price_due),
        discloses=Disclosure(sms="assets.purchase_price_paid"),
        group=GROUP,
    ),
    ActRule(
        act=BuyerDefaulted,
        label="买受人悔拍",
        basis=(DEFAULT, OLD_DEFAULT),
        by=HANDLERS,
        approved_by=Power.JUDGE,
        coerces=True,
        purpose="保证金不予退还，可以重新拍卖，原买受人不得再参加",
        guards=(*SOLD_BY, default_stands),
        discloses=Disclosure(sms="assets.buyer_defaulted"),
        document="悔拍处理决定书",
        group=GROUP,
    ),
    ActRule(
        act=SaleRevoked,
        label="撤销拍卖",
        basis=(REVOKED, cite("异议复议规定", 21)),
        by=(Power.JUDGE, Power.PANEL),
        coerces=True,
        purpose="异议成立，撤销拍卖，价款和保证金退还",
        guards=(*SOLD_BY, revocation_upheld),
        discloses=Disclosure(public=True, sms="assets.sale_revoked"),
        group=GROUP,
        sends=("news",),
    ),
]
