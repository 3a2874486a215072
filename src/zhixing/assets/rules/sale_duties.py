"""What must be done by when on the way from the first auction to hand-over or return.

Not covered: the duty to announce that an auction was stopped at once (网拍规定 28): the act that stops it is its own notice.
"""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.auction import (
    AuctionAnnounced,
    BuyerDefaulted,
    PropertySold,
    PropertyUnsold,
    SaleContinued,
    SaleOfAllAgreed,
    SalePaused,
    SaleRevoked,
    SaleRuled,
    SaleWithdrawn,
)
from zhixing.assets.acts.control import ControlReleased
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.sale import (
    CreditorsAsked,
    DisposalFailed,
    PrivateSaleAnnounced,
    TakenForDebt,
)
from zhixing.assets.questions.lot import enough, lot_thing, must_go_on
from zhixing.assets.questions.naming import same_thing, thing_named
from zhixing.assets.questions.sale import Offer, sale
from zhixing.cases.acts.ending import ClosingAct
from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.disposal import (
    NET_SALE,
    AuctionTerms,
    Thing,
    auction_terms,
    private_sale_terms,
)
from zhixing.law.periods import days, due, lead, shifted
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger
from zhixing.record.power import Power
from zhixing.record.rule import ActRule

RELEASES = cite("查扣冻规定", 28)
STOPS = cite("拍卖变卖规定", 14)
NO_ENDED_SALE = Undetermined((say("没有可以起算的拍卖结果"),))


def ended(dossier: Dossier, entry: Entry[Act]) -> tuple[Offer, AuctionTerms] | None:
    """The auction that an entry ended, as its property then stood, and what binds it."""
    thing = thing_named(dossier, entry.act)
    if thing is None:
        return None
    state = sale(dossier, thing, date.max)
    named = (PropertySold, PropertyUnsold, SaleWithdrawn)
    offer = next(
        (
            each
            for each in state.offers
            if isinstance(entry.act, named)
            and entry.seq in {one.seq for one in (each.sold, each.unsold, each.withdrawn) if one}
        ),
        None,
    )
    if offer is None or state.way is None:
        return None
    terms = auction_terms(state.way, offer.entry.on)
    return (offer, terms.value) if isinstance(terms, Found) else None


def _rounds_left(dossier: Dossier, entry: Entry[Act]) -> int | None:
    """How many auctions the law still asks for after an unsold one; None where it was no auction."""
    end = ended(dossier, entry)
    if end is None or not isinstance(end[0].entry.act, AuctionAnnounced):
        return None
    return end[1].rounds[_thing(dossier, end[0], entry.on)] - end[0].entry.act.round


def _thing(dossier: Dossier, offer: Offer, on: date) -> Thing:
    return lot_thing(dossier, sale(dossier, offer.entry.act.property, on), on)


def _again(dossier: Dossier, entry: Entry[Act]) -> bool:
    left = _rounds_left(dossier, entry)
    return left is not None and left > 0


def _last_failed(dossier: Dossier, entry: Entry[Act]) -> bool:
    return _rounds_left(dossier, entry) == 0 and _sale_periods(dossier, entry) is not None


def _again_due(trigger: Trigger) -> DueAnswer:
    """Announced so early that the auction itself falls within the time."""
    end = ended(trigger.dossier, trigger.entry)
    if end is None:
        return NO_ENDED_SALE
    last = shifted(trigger.entry.on, end[1].again_within)
    period = end[1].again_notice[_thing(trigger.dossier, end[0], trigger.entry.on)]
    return lead(last, period, calendar=trigger.calendar)


def _sale_periods(dossier: Dossier, entry: Entry[Act]) -> tuple[int | None, int] | None:
    thing = thing_named(dossier, entry.act)
    way = sale(dossier, thing, date.max).way if thing is not None else None
    answer = private_sale_terms(way, entry.on) if way is not None else None
    if not isinstance(answer, Found):
        return None
    asked = answer.value.asked_within
    return (asked.count if asked else None), answer.value.announced_within.count


def _must_ask(dossier: Dossier, entry: Entry[Act]) -> bool:
    periods = _sale_periods(dossier, entry)
    return _last_failed(dossier, entry) and periods is not None and periods[0] is not None


def _ask_due(trigger: Trigger) -> DueAnswer:
    periods = _sale_periods(trigger.dossier, trigger.entry)
    if periods is None or periods[0] is None:
        return NO_ENDED_SALE
    return due(trigger.entry.on, days(periods[0]), calendar=trigger.calendar)


def _announce_due(trigger: Trigger) -> DueAnswer:
    periods = _sale_periods(trigger.dossier, trigger.entry)
    if periods is None:
        return NO_ENDED_SALE
    return due(trigger.entry.on, days(periods[1]), calendar=trigger.calendar)


def _goes_on_from(trigger: Trigger) -> DueAnswer:
    act = trigger.entry.act
    if not isinstance(act, SalePaused) or act.until is None:
        return Undetermined((say("暂缓届满或者中止的事由消失之日尚未记录"),))
    way = sale(trigger.dossier, act.property, date.max).way
    terms = auction_terms(way, trigger.entry.on) if way else None
    if not isinstance(terms, Found):
        return NO_ENDED_SALE
    return due(act.until, terms.value.resumed_within, calendar=trigger.calendar)


def _goes_back(_dossier: Dossier, entry: Entry[Act]) -> bool:
    act = entry.act
    return isinstance(act, DisposalFailed) and not act.other_measures.strip()


def _without_delay(_trigger: Trigger) -> DueAnswer:
    return Undetermined((say("应当及时解除，规定没有写明天数"),), (RELEASES,))


def _open_offers(dossier: Dossier, on: date) -> list[Offer]:
    """The auctions of this case under way, each lot once."""
    things = dossier.as_of(on).of(PropertyFound)
    newest = [
        state.offer
        for each in things
        if (state := sale(dossier, each.seq, on)).lead == each.seq and state.offer
    ]
    return [each for each in newest if each.auction and each.open and each.paused is None]


def _others_go_on(dossier: Dossier, entry: Entry[Act]) -> bool:
    """With this sale enough was brought, and others are still on offer for which nobody said that they must go on."""
    then = until(dossier, entry)
    if enough(then, entry.on) is None:
        return False
    return any(not must_go_on(then, each, entry.on) for each in _open_offers(then, entry.on))


def _nothing_goes_on(dossier: Dossier, _opening: Entry[Act], closing: Entry[Act]) -> bool:
    then = until(dossier, closing)
    return all(must_go_on(then, each, closing.on) for each in _open_offers(then, closing.on))


def until(dossier: Dossier, entry: Entry[Act]) -> Dossier:
    """The dossier as it was when that entry was made."""
    return dossier.with_entries(each for each in dossier.recorded if each.seq <= entry.seq)


def _at_once(_trigger: Trigger) -> DueAnswer:
    return Undetermined((say("应当停止，规定没有写明天数；请立即办理"),), (STOPS,))


DUTIES = [
    DutyRule(
        name="auction-again",
        label="发布再次拍卖的公告",
        holder=Power.OFFICER,
        opens_on=(PropertyUnsold,),
        limits=(
            Limit(
                _again_due,
                cite("网拍规定", 26, figure="三十日"),
                text="网络拍卖流拍后三十日内再拍，传统拍卖六十日",
            ),
        ),
        closes_on=(AuctionAnnounced, TakenForDebt, SaleRuled, ControlReleased),
        falls_away_on=(ClosingAct,),
        when=_again,
        matches=same_thing,
    ),
    DutyRule(
        name="ask-creditors",
        label="询问抵债意愿",
        holder=Power.OFFICER,
        opens_on=(PropertyUnsold,),
        limits=(Limit(_ask_due, NET_SALE, text="网络二拍流拍后十日"),),
        closes_on=(CreditorsAsked, TakenForDebt),
        falls_away_on=(ClosingAct,),
        when=_must_ask,
        matches=same_thing,
    ),
    DutyRule(
        name="announce-private-sale",
        label="发布变卖公告",
        holder=Power.OFFICER,
        opens_on=(PropertyUnsold,),
        limits=(Limit(_announce_due, NET_SALE, text="网络二拍流拍后十五日；传统末次拍卖后七日"),),
        closes_on=(PrivateSaleAnnounced, TakenForDebt, DisposalFailed, ControlReleased),
        falls_away_on=(ClosingAct,),
        when=_last_failed,
        matches=same_thing,
    ),
    DutyRule(
        name="continue-sale",
        label="恢复拍卖",
        holder=Power.OFFICER,
        opens_on=(SalePaused,),
        limits=(
            Limit(_goes_on_from, cite("网拍规定", 28, figure="五日"), text="网络拍卖五日，传统拍卖十五日"),
        ),
        closes_on=(SaleContinued, SaleWithdrawn),
        falls_away_on=(ClosingAct,),
        matches=same_thing,
    ),
    DutyRule(
        name="stop-other-auctions",
        label="停止其余财产的拍卖",
        holder=Power.OFFICER,
        opens_on=(PropertySold,),
        limits=(Limit(_at_once, STOPS, text="卖得的价款已足以清偿债务和费用"),),
        closes_on=(SaleWithdrawn, SalePaused, SaleOfAllAgreed, PropertyUnsold, PropertySold),
        falls_away_on=(ClosingAct, BuyerDefaulted, SaleRevoked),
        when=_others_go_on,
        matches=_nothing_goes_on,
    ),
    DutyRule(
        name="release-unsold",
        label="解除控制，退还财产",
        holder=Power.OFFICER,
        opens_on=(DisposalFailed,),
        limits=(Limit(_without_delay, RELEASES, text="变价不成又无人抵债"),),
        closes_on=(ControlReleased,),
        when=_goes_back,
        matches=same_thing,
    ),
]
RULES: list[ActRule] = []
