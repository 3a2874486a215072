"""Several things to be sold: what a lot of them is worth together, and whether what was sold already meets the debt.

Things are auctioned together where they cannot well be parted (拍卖变卖规定 15); otherwise each has its own auction, and once
some brought enough for debt and costs the others stop, unless the debtor wants all sold (art. 14). What bears prior claims of
others may bring less to this debt than its price: that is for the officer to say in the notice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.assets.acts.auction import AuctionAnnounced, SaleOfAllAgreed
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.questions.control import wanted
from zhixing.assets.questions.found import asset
from zhixing.assets.questions.price import reference_price
from zhixing.assets.questions.sale import Offer, Sale, sale, thing_of
from zhixing.cases.acts.performance import SatisfactionKind, SatisfactionRecorded
from zhixing.law.answers import Undetermined
from zhixing.law.disposal import Thing
from zhixing.law.money import Fen
from zhixing.law.pro_rata import pro_rata
from zhixing.record.dossier import Dossier, Entry, remembered


@dataclass(frozen=True, slots=True)
class LotPrice:
    """The reference price of everything in a sale, in fen, and how long all of it holds."""

    amount: Fen
    valid_until: date


def lot_price(dossier: Dossier, state: Sale, on: date) -> LotPrice | None:
    """The sum of the reference prices; None while that of one thing is not set."""
    prices = [reference_price(dossier, each, on) for each in state.things]
    known = [each.act for each in prices if each is not None]
    if len(known) < len(prices):
        return None
    return LotPrice(sum(each.amount for each in known), min(each.valid_until for each in known))


@dataclass(frozen=True, slots=True)
class Part:
    """What of the one price of a lot belongs to one thing in it, in fen."""

    thing: int
    amount: Fen


def parts(dossier: Dossier, state: Sale, price: Fen, on: date) -> tuple[Part, ...]:
    """A price divided among what was sold for it, by reference price, to the last fen; empty while one has no reference price."""
    prices = [reference_price(dossier, each, on) for each in state.things]
    known = {str(thing): each.act.amount for thing, each in zip(state.things, prices, strict=True) if each}
    if len(known) < len(state.things) or not sum(known.values()):
        return ()
    # Raised alike, so that a price above what the things were thought to be worth is divided too.
    shares = pro_rata(price, {thing: worth * (price + 1) for thing, worth in known.items()})
    return tuple(Part(each, shares[str(each)]) for each in state.things)


def lot_thing(dossier: Dossier, state: Sale, on: date) -> Thing:
    """As what a sale counts for periods and rounds: as a movable only if everything in it is one."""
    kinds = [found.kind for each in state.things if (found := asset(dossier, each, on)) is not None]
    return Thing.MOVABLE if all(thing_of(kind) is Thing.MOVABLE for kind in kinds) else Thing.OTHER


@dataclass(frozen=True, slots=True)
class Enough:
    """What sales brought by a day, beside what they are to pay: debt, fee of enforcement, and what of it they paid already."""

    brought: Fen
    wanted: Fen


@remembered
def enough(dossier: Dossier, on: date) -> Enough | None:
    """What was sold by that day meets debt and costs, so that nothing more is to be sold; None while it does not."""
    brought = 0
    for thing in dossier.as_of(on).of(PropertyFound):
        state = sale(dossier, thing.seq, on)
        bought = state.taken or state.sold
        if bought is None or state.lead != thing.seq:
            continue
        brought += bought.act.price
    if not brought:
        return None
    asked = wanted(dossier, on)
    if isinstance(asked, Undetermined):
        return None
    paid = sum(
        each.act.amount
        for each in dossier.as_of(on).of(SatisfactionRecorded)
        if each.act.kind is SatisfactionKind.SOLD
    )
    return Enough(brought, asked.value + paid) if brought >= asked.value + paid else None


def owner_of(dossier: Dossier, thing: int) -> int | None:
    """Whose a property is."""
    found = asset(dossier, thing, date.max)
    return found.found.act.owner if found else None


def all_may_be_sold(dossier: Dossier, state: Sale, on: date) -> Entry[SaleOfAllAgreed] | None:
    """The agreement of the owners to sell these things though others brought enough; None while one has not agreed."""
    agreed = {each.act.debtor: each for each in dossier.as_of(on).of(SaleOfAllAgreed)}
    owners = {owner_of(dossier, each) for each in state.things}
    return next(iter(agreed.values())) if owners and owners <= agreed.keys() else None


def must_go_on(dossier: Dossier, offer: Offer, on: date) -> bool:
    """Why it goes on though others brought enough stands in the notice, or its owners want everything sold."""
    act = offer.entry.act
    explained = isinstance(act, AuctionAnnounced) and bool(act.still_needed.strip())
    state = sale(dossier, act.property, on)
    return explained or all_may_be_sold(dossier, state, on) is not None
