"""Guards that all ways of selling share: the ruling and its way, and that one attempt runs at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from zhixing.assets.acts.auction import (
    AuctionAnnounced,
    DirectGround,
    SaleContinued,
    SalePaused,
    SaleRuled,
    SaleWay,
    SaleWithdrawn,
)
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.kinds import Family, family
from zhixing.assets.questions.found import asset
from zhixing.assets.questions.sale import Offer, Sale, sale
from zhixing.assets.rules.guards import meant, property_stands
from zhixing.cases.acts.notice import EnforcementNoticeIssued
from zhixing.cases.questions.serving import notice_served_on
from zhixing.cases.rules.guards import IN_HAND, handled_by_actor
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.disposal import (
    DIRECT_SALE,
    ONLINE_FIRST,
    ONLINE_SINCE,
    AuctionTerms,
    auction_terms,
)
from zhixing.law.texts import say
from zhixing.record.power import Power
from zhixing.record.rule import Asked, Objection, guard

GROUP = "拍卖变卖"
HANDLERS = (Power.OFFICER, Power.JUDGE)
TEAM = (*HANDLERS, Power.CLERK)
SELLS = cite("民诉法", 255)
AUCTIONS_FIRST = cite("民诉法", 258)
TOGETHER = cite("拍卖变卖规定", 15)
MOVABLE_ONLY = (
    DirectGround.QUOTED,
    DirectGround.BULLION,
    DirectGround.PERISHABLE,
    DirectGround.SEASONAL,
    DirectGround.COSTLY_TO_KEEP,
)


FOUND_HERE = (*IN_HAND, property_stands)


@guard("由承办人办理，或者由本院会计、法警协助", cite("执行期限规定", 2))
def handled_or_helped(asked: Asked) -> Objection | None:
    """Accountants and bailiffs of the court, who handle no case, take money in and hand things over; else the handler acts."""
    helps = {Power.ACCOUNTANT.value, Power.BAILIFF.value} & set(asked.by.powers)
    if helps and asked.by.court == asked.dossier.court:
        return None
    return handled_by_actor.check(asked)


HELPED_HAND = tuple(handled_or_helped if each is handled_by_actor else each for each in IN_HAND)


def state(asked: Asked) -> Sale | None:
    """How the sale of the property stands that the act names."""
    found = meant(asked)
    return sale(asked.dossier, found.seq, asked.on) if found else None


def current_offer(asked: Asked) -> Offer | None:
    """The newest attempt to sell it."""
    found = state(asked)
    return found.offer if found else None


@guard("以合并拍卖的主财产办理", TOGETHER, on_act=True)
def under_its_lead(asked: Asked) -> Objection | None:
    """What is sold together runs under one thing, which the ruling names first."""
    thing, found = meant(asked), state(asked)
    if thing is None or found is None or found.lead == thing.seq:
        return None
    first = asset(asked.dossier, found.lead, asked.on)
    name = first.found.act.name if first else ""
    return Objection(say("该财产与“{name}”合并拍卖", name=name), say("请选择“{name}”办理", name=name))


SOLD_BY = (*FOUND_HERE, under_its_lead)
HELPED_BY = (*HELPED_HAND, property_stands, under_its_lead)


def some_sale(asked: Asked, such: Callable[[Sale], bool]) -> bool:
    """Whether any property of the dossier is sold so: asked before the act says which it is about."""
    return any(such(sale(asked.dossier, each.seq, asked.on)) for each in asked.dossier.of(PropertyFound))


def terms_of(asked: Asked) -> AuctionTerms | None:
    """What binds the auctions of the property under its ruling; None where there is no ruling on an auction."""
    found = state(asked)
    if found is None or found.way is None:
        return None
    answer = auction_terms(found.way, asked.on)
    return answer.value if isinstance(answer, Found) else None


@guard("已责令履行，且期间已过", AUCTIONS_FIRST, on_act=True)
def time_to_perform_over(asked: Asked) -> Objection | None:
    """What is held is sold once its owner was ordered to perform and did not in time; what would spoil is sold at once."""
    act, found = asked.the(SaleRuled), meant(asked)
    if found is None or act.ground in (DirectGround.PERISHABLE, DirectGround.SEASONAL):
        return None
    owner = found.found.act.owner
    notice = next(
        (
            each
            for each in reversed(asked.dossier.as_of(asked.on).of(EnforcementNoticeIssued))
            if owner in each.act.to
        ),
        None,
    )
    if notice is None:
        return Objection(
            say("没有责令财产所有人在指定期间履行"), say("请先发出执行通知书"), (EnforcementNoticeIssued,)
        )
    since = notice_served_on(asked.dossier, owner) or notice.on
    over = since + timedelta(days=notice.act.perform_within + 1)
    if asked.on >= over:
        return None
    return Objection(
        say("责令履行的期间至 {last} 届满", last=over - timedelta(days=1)),
        say("期间届满仍未履行的，{over} 起可以裁定", over=over),
    )


@guard("拍卖采取网络方式，或写明不采取的依据", ONLINE_FIRST, AUCTIONS_FIRST, DIRECT_SALE, on_act=True)
def way_fits(asked: Asked) -> Objection | None:
    """Since 2017 auctions are online unless the law or the thing forbids it; without an auction only on the law's grounds."""
    act, found = asked.the(SaleRuled), meant(asked)
    if not act.ruling.strip():
        return Objection(say("没有填写裁定书文号"), say("请先作出裁定书，填写文号后再办"))
    if act.way is SaleWay.ONLINE and asked.on < ONLINE_SINCE:
        return Objection(
            say("网络司法拍卖的规定自 {since} 起施行", since=ONLINE_SINCE), say("请选择委托拍卖机构拍卖")
        )
    if act.way is SaleWay.TRADITIONAL and asked.on >= ONLINE_SINCE and not act.reason.strip():
        return Objection(
            say("没有写明不采取网络拍卖的依据"), say("请写明必须通过其他途径处置或者不宜网拍的依据")
        )
    if act.way is not SaleWay.DIRECT:
        return None
    if act.ground is None or not act.reason.strip():
        return Objection(say("没有写明直接变卖的情形"), say("请选择情形并写明事实；都不符合的，先行拍卖"))
    if found is not None and act.ground in MOVABLE_ONLY and family(found.kind) is not Family.MOVABLE:
        return Objection(
            say("“{ground}”只适用于动产", ground=act.ground.label), say("请选择拍卖，或者双方同意变卖")
        )
    return None


def being_sold(found: Sale) -> bool:
    """Whether it is on sale or has a buyer, so that it is not ruled on again."""
    if found.ruled is None or found.failed is not None:
        return False
    return found.done or (found.offer is not None and found.offer.open)


@guard("没有正在进行的变价", SELLS, on_act=True)
def not_being_sold(asked: Asked) -> Objection | None:
    """What is on sale or has a buyer is not ruled on again."""
    found = state(asked)
    if found is None or not being_sold(found):
        return None
    return Objection(
        say("该财产的变价正在进行，或者已经有买受人"), say("需要改变方式的，先撤回拍卖"), (SaleWithdrawn,)
    )


@guard("已裁定拍卖", SELLS)
def auction_ruled(asked: Asked) -> Objection | None:
    """A notice follows a ruling on an auction."""
    if asked.act is None:
        ruled = some_sale(asked, lambda each: each.way is not None)
        return None if ruled else Objection(say("本案没有裁定拍卖的财产"), say("请先裁定拍卖"), (SaleRuled,))
    found = state(asked)
    if found is not None and found.way is not None:
        return None
    return Objection(say("该财产还没有裁定拍卖"), say("请先裁定拍卖"), (SaleRuled,))


@guard("本案有裁定变价的财产", cite("拍卖变卖规定", 14))
def something_for_sale(asked: Asked) -> Objection | None:
    """Whether all is to be sold is a question once something is; who agreed before may be taken down all the same."""
    if asked.act is not None or some_sale(asked, lambda each: each.ruled is not None):
        return None
    return Objection(say("本案没有裁定变价的财产"), say("请先裁定拍卖、变卖"), (SaleRuled,))


@guard("没有正在进行的拍卖，也没有买受人", SELLS, on_act=True)
def no_offer_open(asked: Asked) -> Objection | None:
    """One attempt at a time, and none once somebody bought or takes it for the debt."""
    found = state(asked)
    if found is None:
        return None
    if found.done:
        return Objection(
            say("该财产已经成交或者抵债"), say("买受人悔拍的，先录入悔拍；依法撤销的，先录入撤销")
        )
    if found.offer is not None and found.offer.open:
        return Objection(
            say("{on} 发布的公告还没有结果", on=found.offer.entry.on), say("请先录入成交、流拍或者撤回")
        )
    return None


@guard("有正在进行的变价", cite("网拍规定", 28))
def offer_open(asked: Asked) -> Objection | None:
    """What is paused, goes on or is called off has been announced and has not ended."""
    if asked.act is None:
        running = some_sale(asked, lambda each: each.offer is not None and each.offer.open)
        none, way_out = say("本案没有正在进行的拍卖、变卖"), say("请先发布拍卖公告或者变卖公告")
        return None if running else Objection(none, way_out, (AuctionAnnounced,))
    found = state(asked)
    offer = found.offer if found else None
    if offer is None or not offer.open:
        return Objection(say("该财产没有正在进行的拍卖、变卖"), say("请核对财产和日期"))
    if isinstance(asked.act, SaleContinued) and offer.paused is None:
        return Objection(say("该拍卖没有暂缓、中止"), say("不必恢复"))
    if isinstance(asked.act, SalePaused) and offer.paused is not None:
        return Objection(say("该拍卖已于 {on} 停止", on=offer.paused.on), say("不必再次暂缓、中止"))
    return None
