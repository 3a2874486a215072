"""What a form of this room comes filled in with when a page leads to it: all that follows from the record, at the law's bounds.

The door asks again whatever is sent; this only spares the officer from looking up and typing what the platform knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from zhixing.assets.acts.auction import (
    AuctionAnnounced,
    BidDepositReceived,
    BidDepositReturned,
    PriorityBuyerConfirmed,
    PurchasePricePaid,
    SaleNotified,
    SaleOfAllAgreed,
    SaleRuled,
    SaleWay,
    SaleWithdrawn,
    WithdrawalGround,
)
from zhixing.assets.acts.control import (
    Controlled,
    ControlReleased,
    ControlRenewed,
    DepositTransferred,
    EquityFreezePublished,
    Rank,
    ReleaseGround,
    SeizureRecorded,
)
from zhixing.assets.acts.delivery import PropertyHandedOver, TransferRuled, TransferRulingServed
from zhixing.assets.acts.sale import CreditorsAsked, DebtOccasion, PrivateSaleAnnounced, TakenForDebt
from zhixing.assets.kinds import Family, family
from zhixing.assets.pages.filled_price import PRICE_MAKERS, Maker, Said, sides, those
from zhixing.assets.questions.control import holds, in_force, meter
from zhixing.assets.questions.found import Asset, held_as
from zhixing.assets.questions.line import Place
from zhixing.assets.questions.lot import enough, lot_price
from zhixing.assets.questions.next_step import bounds
from zhixing.assets.questions.proceeds import to_return
from zhixing.assets.questions.sale import about, sale
from zhixing.assets.rules.control import FITS
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated
from zhixing.law.answers import Found
from zhixing.law.control_terms import last_day
from zhixing.law.disposal import ONLINE_SINCE, auction_terms, deposit_bounds
from zhixing.law.money import plain, show
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier


def form_link(dossier: Dossier, act: type[Act], said: Said, *, back: str) -> str:
    """The address of an act's form, filled in; from there one comes back to that page of the case."""
    link = reverse("act", args=[dossier.id, act.tag()])
    return f"{link}?{urlencode({**said, 'back': back}, doseq=True)}"


def filled(dossier: Dossier, found: Asset, act: type[Act], day: date, line: Sequence[Place] = ()) -> Said:
    """What the form of an act on a property is filled in with; `line` is who else holds it or waits for it."""
    if act is Controlled:
        return _controlled(dossier, found, day, line)
    maker = _MAKERS.get(act)
    return maker(dossier, found, day) if maker else {"property": str(found.seq)}


def _controlled(dossier: Dossier, found: Asset, day: date, line: Sequence[Place]) -> Said:
    """Held to the last day, in the first manner that fits; money as far as the debt goes. Behind another it waits."""
    said = {"property": str(found.seq), "manner": str(FITS[family(found.kind)][0].value)}
    if any(not each.waits and (each.until is None or each.until >= day) for each in line):
        said["rank"] = str(Rank.WAITING.value)
    else:
        last = last_day(held_as(found.kind), day, since=day)
        said |= {"until": last.value.isoformat()} if isinstance(last, Found) else {}
    value = found.found.act.value
    if value is None:
        return said
    free, scale = max(0, value - found.kept), meter(dossier, day)
    if isinstance(scale, Found) and (family(found.kind) is Family.MONEY or found.found.act.divisible):
        free = min(free, max(0, scale.value.wanted - scale.value.held))
    return said | {"amount": plain(free)}


def _renewed(dossier: Dossier, found: Asset, day: date) -> Said:
    held = next(
        (each for each in holds(dossier, day) if each.thing == found.seq and each.in_force(day)), None
    )
    if held is None:
        return {}
    said = {"control": str(held.seq)}
    last = last_day(held_as(found.kind), day, since=held.until, renewed=True) if held.until else None
    return said | ({"until": last.value.isoformat()} if isinstance(last, Found) else {})


def _released(dossier: Dossier, found: Asset, day: date) -> Said:
    held = next((each for each in holds(dossier, day) if each.thing == found.seq and not each.released), None)
    if held is None:
        return {}
    said, state = {"control": str(held.seq)}, sale(dossier, found.seq, day)
    if state.handed is not None:
        return said | {
            "ground": str(ReleaseGround.SOLD.value),
            "reason": str(say("财产已经变价并移交买受人、承受人")),
        }
    return said | ({"ground": str(ReleaseGround.UNSOLD.value)} if state.failed is not None else {})


def _of_control(dossier: Dossier, found: Asset, day: date) -> Said:
    """The control of the property that stands."""
    own = [each for each in holds(dossier, day) if each.thing == found.seq and each.stands(day)]
    return {"control": str(own[-1].seq)} if own else {}


def _transferred(dossier: Dossier, found: Asset, day: date) -> Said:
    """All that is frozen, from whoever froze it."""
    held = in_force(dossier, found.seq, day)
    said = {"property": str(found.seq), "assisted_by": _assistant(dossier, found, day)}
    return said | ({"amount": plain(held.amount)} if held and held.amount is not None else {})


def _ruled(_dossier: Dossier, found: Asset, day: date) -> Said:
    way = SaleWay.ONLINE if day >= ONLINE_SINCE else SaleWay.TRADITIONAL
    return {"property": str(found.seq), "way": str(way.value)}


def _notified(dossier: Dossier, found: Asset, day: date) -> Said:
    """Both sides, and whoever may buy first."""
    first = [str(each.act.party) for each in about(dossier.as_of(day), PriorityBuyerConfirmed, found.seq)]
    return {"property": str(found.seq), "to": list(dict.fromkeys([*sides(dossier, day), *first]))}


def _priority(dossier: Dossier, found: Asset, day: date) -> Said:
    return {"property": str(found.seq)} | _panel(dossier, day)


def _all_agreed(_dossier: Dossier, found: Asset, _day: date) -> Said:
    return {"debtor": str(found.found.act.owner)}


def _withdrawn(dossier: Dossier, found: Asset, day: date) -> Said:
    others = enough(dossier, day)
    said = {"property": str(found.seq)}
    if others is None:
        return said
    reason = say(
        "其他财产已卖得 {brought} 元，足以清偿债务和费用 {wanted} 元",
        brought=show(others.brought),
        wanted=show(others.wanted),
    )
    return said | {"ground": str(WithdrawalGround.ENOUGH.value), "reason": str(reason)}


def _announced(dossier: Dossier, found: Asset, day: date) -> Said:
    """The next auction at its bounds, with the panel's newest decision; platform and payment as in the one before."""
    said: dict[str, str | list[str]] = {"property": str(found.seq)}
    state = sale(dossier, found.seq, day)
    limits, price = bounds(dossier, found, day), lot_price(dossier, state, day)
    terms = auction_terms(state.way, day) if state.way else None
    if limits is not None and price is not None and isinstance(terms, Found):
        least, _ = deposit_bounds(terms.value, limits.reserve, price.amount)
        said |= {
            "round": str(limits.round),
            "reserve": plain(limits.reserve),
            "deposit": plain(least),
            "starts": limits.starts.isoformat(),
        }
    said |= _panel(dossier, day)
    last = state.offer.entry.act if state.offer else None
    if isinstance(last, AuctionAnnounced):
        said |= {"platform": last.platform, "pay_within": str(last.pay_within), "defects": last.defects}
        said |= {"increment": plain(last.increment), "taxes": last.taxes, "conditions": last.conditions}
    return said


def _panel(dossier: Dossier, day: date) -> dict[str, str]:
    agreed = [
        each
        for each in dossier.as_of(day).of(PanelDeliberated)
        if each.act.agreed and each.act.topic is DeliberationTopic.OTHER
    ]
    return {"deliberation": str(agreed[-1].seq)} if agreed else {}


def _bid(dossier: Dossier, found: Asset, day: date) -> Said:
    offer = sale(dossier, found.seq, day).offer
    return {"property": str(found.seq)} | ({"amount": plain(offer.deposit)} if offer else {})


def _deposit_back(dossier: Dossier, found: Asset, day: date) -> Said:
    waiting = to_return(dossier, found.seq, day)
    return {"deposit": str(waiting[0].seq)} if waiting else {}


def _paid(dossier: Dossier, found: Asset, day: date) -> Said:
    return {"property": str(found.seq), "amount": plain(sale(dossier, found.seq, day).owing)}


def _transfer(dossier: Dossier, found: Asset, day: date) -> Said:
    return {"property": str(found.seq), "registry": _assistant(dossier, found, day)}


def _assistant(dossier: Dossier, found: Asset, day: date) -> str:
    held = in_force(dossier, found.seq, day)
    act = held.entry.act if held else None
    return act.assisted_by if isinstance(act, Controlled) else ""


def _to_buyer(dossier: Dossier, found: Asset, day: date) -> Said:
    return {"property": str(found.seq), "to": str(sale(dossier, found.seq, day).buyer or "")}


def _asked(dossier: Dossier, found: Asset, day: date) -> Said:
    return {"property": str(found.seq), "to": those(dossier, day, Role.APPLICANT)}


def _offered(dossier: Dossier, found: Asset, day: date) -> Said:
    unsold = sale(dossier, found.seq, day).unsold
    return {"property": str(found.seq)} | ({"price": plain(unsold[-1].price)} if unsold else {})


def _taken(dossier: Dossier, found: Asset, day: date) -> Said:
    said = _offered(dossier, found, day)
    if "price" not in said:
        return said
    asked = [each for each in dossier.as_of(day).of(CreditorsAsked) if each.act.property == found.seq]
    willing = asked[-1].act.accepts if asked else None
    return {**said, "occasion": str(DebtOccasion.UNSOLD.value)} | ({"taker": str(willing)} if willing else {})


_MAKERS: Mapping[type[Act], Maker] = {
    ControlRenewed: _renewed,
    ControlReleased: _released,
    EquityFreezePublished: _of_control,
    SeizureRecorded: _of_control,
    DepositTransferred: _transferred,
    **PRICE_MAKERS,
    SaleRuled: _ruled,
    SaleNotified: _notified,
    PriorityBuyerConfirmed: _priority,
    SaleOfAllAgreed: _all_agreed,
    SaleWithdrawn: _withdrawn,
    AuctionAnnounced: _announced,
    BidDepositReceived: _bid,
    BidDepositReturned: _deposit_back,
    PurchasePricePaid: _paid,
    TransferRuled: _transfer,
    TransferRulingServed: _to_buyer,
    PropertyHandedOver: _to_buyer,
    CreditorsAsked: _asked,
    PrivateSaleAnnounced: _offered,
    TakenForDebt: _taken,
}
