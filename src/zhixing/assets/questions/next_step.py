"""What comes next in turning a property into money: the state in a word, and the acts that lead on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.assets.acts.auction import (
    AuctionAnnounced,
    BidDepositReceived,
    BidDepositReturned,
    BuyerDefaulted,
    PriorityBuyerConfirmed,
    PropertySold,
    PropertyUnsold,
    PurchasePricePaid,
    SaleContinued,
    SaleNotified,
    SaleOfAllAgreed,
    SalePaused,
    SaleRuled,
    SaleWithdrawn,
)
from zhixing.assets.acts.control import Controlled, ControlReleased
from zhixing.assets.acts.delivery import PropertyHandedOver, TransferRuled, TransferRulingServed
from zhixing.assets.acts.sale import (
    CreditorsAsked,
    DirectSaleOffered,
    DisposalFailed,
    PrivateSaleAnnounced,
    TakenForDebt,
)
from zhixing.assets.acts.valuation import (
    AppraiserListFixed,
    AppraisersAgreed,
    AppraisersDrawn,
    PriceReportReceived,
    PriceReportSent,
    PriceSettingStarted,
    PriceWayFailed,
    ReferencePriceFixed,
)
from zhixing.assets.questions.appraisers import appraisers, open_list
from zhixing.assets.questions.control import in_force
from zhixing.assets.questions.found import Asset, asset
from zhixing.assets.questions.lot import all_may_be_sold, enough, lot_price, lot_thing, must_go_on
from zhixing.assets.questions.price import pricing, reference_price
from zhixing.assets.questions.proceeds import to_return
from zhixing.assets.questions.sale import Sale, about, sale
from zhixing.law.answers import Found
from zhixing.law.disposal import auction_terms, earliest_day, reserve_floor
from zhixing.law.money import Fen, show
from zhixing.law.reference_price import SINCE
from zhixing.law.texts import Text, say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Next:
    """Where a property stands on its way to money, and which acts lead on, the likeliest first."""

    state: Text
    acts: tuple[type[Act], ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """The next auction at its bounds: which round, the lowest reserve in fen, the first day if the notice comes out that day."""

    round: int
    reserve: Fen
    starts: date


def bounds(dossier: Dossier, found: Asset, on: date) -> Bounds | None:
    """The bounds of the next auction; None without a ruling, a price, or once no auction is left."""
    state = sale(dossier, found.seq, on)
    price = lot_price(dossier, state, on)
    answer = auction_terms(state.way, on) if state.way else None
    if price is None or not isinstance(answer, Found):
        return None
    terms, thing, failed = answer.value, lot_thing(dossier, state, on), state.unsold
    if len(failed) >= terms.rounds[thing]:
        return None
    notices = terms.again_notice if failed else terms.first_notice
    floor = reserve_floor(terms, price.amount, failed[-1].price if failed else None)
    return Bounds(len(failed) + 1, floor.value, earliest_day(on, notices[thing]))


def next_step(dossier: Dossier, found: Asset, on: date) -> Next:
    """Where the property stands that day and what leads on."""
    state = sale(dossier, found.seq, on)
    if state.lead != found.seq:
        return _with_another(dossier, found, state, on)
    if state.done:
        if state.handed is not None and in_force(dossier, found.seq, on) is not None:
            over = Next(say("已移交，应解除控制"), (ControlReleased,))
            return _with_deposits(dossier, found.seq, on, over)
        return _with_deposits(dossier, found.seq, on, _to_the_buyer(state))
    if state.failed is not None:
        return Next(say("变价不成，应解除控制"), (ControlReleased,))
    if state.offer is not None and state.offer.open:
        return _on_offer(dossier, state, on)
    if state.ruled is not None:
        return _with_deposits(dossier, found.seq, on, _to_be_offered(dossier, found, state, on))
    return _to_be_priced(dossier, found.seq, on)


def _with_another(dossier: Dossier, found: Asset, state: Sale, on: date) -> Next:
    """What is sold together with another runs under that; only what holds it is lifted under its own number."""
    first = asset(dossier, state.lead, on)
    text = say("与“{name}”合并拍卖", name=first.found.act.name if first else "")
    if (state.handed is not None or state.failed is not None) and in_force(
        dossier, found.seq, on
    ) is not None:
        return Next(text, (ControlReleased,))
    if reference_price(dossier, found.seq, on) is None:
        return Next(text, _to_be_priced(dossier, found.seq, on).acts)
    return Next(text, ())


def _to_be_priced(dossier: Dossier, thing: int, on: date) -> Next:
    if in_force(dossier, thing, on) is None:
        return Next(say("未控制，不能变价"), (Controlled,))
    if reference_price(dossier, thing, on) is not None:
        return Next(say("已有参考价，应裁定变价"), (SaleRuled, TakenForDebt))
    found = pricing(dossier, thing, on)
    if found is None or found.failed is not None or found.redone:
        return _to_be_started(dossier, thing, on)
    if found.waits:
        return Next(say("{way}进行中", way=found.method.label), (PriceReportReceived, PriceWayFailed))
    return Next(say("结果已到，待确定参考价"), (PriceReportSent, ReferencePriceFixed))


def _to_be_started(dossier: Dossier, thing: int, on: date) -> Next:
    """The next way; where appraisers are to be chosen before an appraisal, how."""
    waiting = open_list(dossier, thing, on)
    if waiting is not None:
        text = say("评估机构候选名单已定，{on} 摇号", on=waiting.act.draws_on)
        return Next(text, (AppraisersDrawn, AppraisersAgreed))
    chosen = appraisers(dossier, thing, on)
    if chosen is not None and chosen.left:
        return Next(say("评估机构已定，应委托评估"), (PriceSettingStarted,))
    if on < SINCE:
        return Next(say("应启动确定参考价"), (PriceSettingStarted,))
    return Next(say("应启动确定参考价"), (PriceSettingStarted, AppraisersAgreed, AppraiserListFixed))


def _to_be_offered(dossier: Dossier, found: Asset, state: Sale, on: date) -> Next:
    if state.way is None:
        return Next(say("已裁定直接变卖"), (DirectSaleOffered, TakenForDebt, DisposalFailed))
    if state.way is not None and not all_may_be_sold(dossier, state, on) and enough(dossier, on) is not None:
        return Next(say("其他财产已足以清偿，不再拍卖"), (SaleOfAllAgreed, AuctionAnnounced))
    if bounds(dossier, found, on) is not None:
        count = len(state.unsold)
        text = say("已流拍 {count} 次，应再次拍卖", count=count) if count else say("已裁定拍卖，应发布公告")
        return Next(text, (SaleNotified, AuctionAnnounced, PriorityBuyerConfirmed, TakenForDebt))
    sold_privately = state.offer is not None and not state.offer.auction
    if sold_privately:
        return Next(say("变卖不成"), (TakenForDebt, DisposalFailed))
    asked = about(dossier.as_of(on), CreditorsAsked, found.seq)
    if not asked or (state.offer is not None and asked[-1].seq < state.offer.entry.seq):
        return Next(say("拍卖均已流拍，应询问抵债意愿"), (CreditorsAsked,))
    if asked[-1].act.accepts is not None:
        return Next(say("有人愿意接受抵债"), (TakenForDebt,))
    return Next(say("无人接受抵债，应发布变卖公告"), (PrivateSaleAnnounced, TakenForDebt))


def _on_offer(dossier: Dossier, state: Sale, on: date) -> Next:
    offer = state.offer
    if offer is not None and offer.auction and not must_go_on(dossier, offer, on):
        found = enough(dossier, on)
        if found is not None:
            return Next(
                say("其他财产已卖得 {brought} 元，足以清偿，应停止拍卖", brought=show(found.brought)),
                (SaleWithdrawn, SalePaused, SaleOfAllAgreed, PropertySold),
            )
    if offer is not None and offer.paused is not None:
        return Next(say("拍卖已停止"), (SaleContinued, SaleWithdrawn))
    starts = offer.starts if offer is not None else date.max
    return Next(
        say("{starts} 开始", starts=starts),
        (BidDepositReceived, PropertySold, PropertyUnsold, SalePaused, SaleWithdrawn),
    )


def _to_the_buyer(state: Sale) -> Next:
    if state.handed is not None:
        return Next(say("已移交"), ())
    if state.served is not None:
        return Next(say("裁定已送达，应移交"), (PropertyHandedOver,))
    if not state.settled:
        return Next(say("已成交，待付清价款"), (PurchasePricePaid, BuyerDefaulted))
    if state.ruling is None and state.taken is None:
        return Next(say("价款已付清，应裁定过户"), (TransferRuled,))
    return Next(say("已裁定，应送达"), (TransferRulingServed,))


def _with_deposits(dossier: Dossier, thing: int, on: date, found: Next) -> Next:
    """Deposits that wait to go back come first."""
    if not to_return(dossier, thing, on):
        return found
    return Next(found.state, (BidDepositReturned, *found.acts))
