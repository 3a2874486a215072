"""How the sale of a property stands: the ruling, each attempt and its end, who bought, whether it was paid and handed over.

Several things that are ruled to be auctioned together (拍卖变卖规定 15) have one sale: it runs under the thing that the ruling
names first, its lead, and every question about another thing of the lot answers with that sale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from zhixing.assets.acts.auction import (
    AuctionAnnounced,
    BuyerDefaulted,
    PropertySold,
    PropertyUnsold,
    PurchasePricePaid,
    SaleContinued,
    SalePaused,
    SaleRevoked,
    SaleRuled,
    SaleWay,
    SaleWithdrawn,
)
from zhixing.assets.acts.delivery import PropertyHandedOver, TransferRuled, TransferRulingServed
from zhixing.assets.acts.sale import DirectSaleOffered, DisposalFailed, PrivateSaleAnnounced, TakenForDebt
from zhixing.assets.kinds import Family, PropertyKind, family
from zhixing.law.disposal import Thing, Way
from zhixing.law.money import Fen
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry, remembered

A = TypeVar("A", bound=Act)
Offered = Entry[AuctionAnnounced] | Entry[PrivateSaleAnnounced] | Entry[DirectSaleOffered]
WAYS = {SaleWay.ONLINE: Way.ONLINE, SaleWay.TRADITIONAL: Way.TRADITIONAL}


def thing_of(kind: PropertyKind) -> Thing:
    """What a kind of property is for notice periods."""
    return Thing.MOVABLE if family(kind) is Family.MOVABLE else Thing.OTHER


@dataclass(frozen=True, slots=True)
class Offer:
    """One attempt to sell: an auction, a private sale or a direct sale, and how it ended."""

    entry: Offered
    starts: date
    sold: Entry[PropertySold] | None
    unsold: Entry[PropertyUnsold] | None
    withdrawn: Entry[SaleWithdrawn] | None
    defaulted: Entry[BuyerDefaulted] | None
    revoked: Entry[SaleRevoked] | None
    paused: Entry[SalePaused] | None  # None once it goes on

    @property
    def auction(self) -> bool:
        """Whether it is an auction."""
        return isinstance(self.entry.act, AuctionAnnounced)

    @property
    def price(self) -> Fen:
        """Below this nothing is sold, in fen."""
        act = self.entry.act
        return act.reserve if isinstance(act, AuctionAnnounced) else act.price

    @property
    def deposit(self) -> Fen:
        """What each bidder deposits, in fen."""
        act = self.entry.act
        return 0 if isinstance(act, DirectSaleOffered) else act.deposit

    @property
    def open(self) -> bool:
        """Whether it may still find a buyer."""
        return self.sold is None and self.unsold is None and self.withdrawn is None

    @property
    def stands(self) -> bool:
        """Whether a buyer was found who is still bound and entitled."""
        return self.sold is not None and self.defaulted is None and self.revoked is None


@dataclass(frozen=True, slots=True)
class Sale:
    """Everything done to sell one property, or several together, under one ruling."""

    lead: int  # the property by which later acts name it
    ruled: Entry[SaleRuled] | None
    offers: tuple[Offer, ...]
    taken: Entry[TakenForDebt] | None
    paid: Entry[PurchasePricePaid] | None
    ruling: Entry[TransferRuled] | None
    served: Entry[TransferRulingServed] | None
    handed: Entry[PropertyHandedOver] | None
    failed: Entry[DisposalFailed] | None

    @property
    def things(self) -> tuple[int, ...]:
        """Every property sold in it, the lead first."""
        return (self.lead, *(self.ruled.act.together if self.ruled else ()))

    @property
    def way(self) -> Way | None:
        """How its auctions are held; None for a direct sale, and before the ruling."""
        return WAYS.get(self.ruled.act.way) if self.ruled else None

    @property
    def offer(self) -> Offer | None:
        """The newest attempt."""
        return self.offers[-1] if self.offers else None

    @property
    def unsold(self) -> list[Offer]:
        """The auctions in which nobody bought."""
        return [each for each in self.offers if each.auction and each.unsold is not None]

    @property
    def first_notice(self) -> date | None:
        """When the first notice was published."""
        return self.offers[0].entry.on if self.offers else None

    @property
    def sold(self) -> Entry[PropertySold] | None:
        """The sale whose buyer is bound."""
        return next((each.sold for each in reversed(self.offers) if each.stands), None)

    @property
    def done(self) -> bool:
        """Whether it has a buyer, or somebody takes it for the debt."""
        return self.taken is not None or self.sold is not None

    @property
    def buyer(self) -> int | None:
        """Who bought it, or takes it for the debt."""
        if self.taken is not None:
            return self.taken.act.taker
        return self.sold.act.buyer if self.sold else None

    @property
    def owing(self) -> Fen:
        """What the buyer owes in all: the price, or what goes beyond the debt, in fen."""
        if self.taken is not None:
            return max(0, self.taken.act.price - self.taken.act.debt)
        return self.sold.act.price if self.sold else 0

    @property
    def settled(self) -> bool:
        """Whether there is a buyer who owes nothing more."""
        return self.done and (self.paid is not None or self.owing == 0)


def about(dossier: Dossier, kind: type[A], thing: int) -> list[Entry[A]]:
    """The entries of a type that name the property, oldest first."""
    return [each for each in dossier.of(kind) if getattr(each.act, "property", None) == thing]


def _last(found: Sequence[Entry[A]], since: int, end: int) -> Entry[A] | None:
    return next((each for each in reversed(found) if since < each.seq < end), None)


@remembered
def sale(dossier: Dossier, thing: int, on: date) -> Sale:
    """How the sale of a property stands that day, under its newest ruling."""
    return sales(dossier, thing, on)[-1]


@remembered
def sales(dossier: Dossier, thing: int, on: date) -> tuple[Sale, ...]:
    """The sale of a property under each ruling by that day, oldest first; before any ruling one sale without."""
    then = dossier.as_of(on)
    rulings = [each for each in then.of(SaleRuled) if thing in (each.act.property, *each.act.together)]
    if not rulings:
        return (_sale(then, thing, None, then.head + 1),)
    ends = [*(each.seq for each in rulings), then.head + 1][1:]
    return tuple(_sale(then, each.act.property, each, end) for each, end in zip(rulings, ends, strict=True))


def _sale(then: Dossier, thing: int, ruled: Entry[SaleRuled] | None, end: int) -> Sale:
    since = ruled.seq if ruled else 0
    undone = about(then, SaleRevoked, thing)
    # What a revoked sale brought with it fell with it.
    bound = max([since, *(each.seq for each in undone if each.seq < end)])
    return Sale(
        thing,
        ruled,
        _offers(then, thing, since, end),
        _last(about(then, TakenForDebt, thing), bound, end),
        _last(about(then, PurchasePricePaid, thing), bound, end),
        _last(about(then, TransferRuled, thing), bound, end),
        _last(about(then, TransferRulingServed, thing), bound, end),
        _last(about(then, PropertyHandedOver, thing), bound, end),
        _last(about(then, DisposalFailed, thing), bound, end),
    )


def _offers(then: Dossier, thing: int, since: int, end: int) -> tuple[Offer, ...]:
    found: list[Offered] = [
        *about(then, AuctionAnnounced, thing),
        *about(then, PrivateSaleAnnounced, thing),
        *about(then, DirectSaleOffered, thing),
    ]
    found = sorted((each for each in found if since < each.seq < end), key=lambda each: each.seq)
    ends = [*(each.seq for each in found), end][1:]
    return tuple(_offer(then, entry, last) for entry, last in zip(found, ends, strict=True))


def _offer(then: Dossier, entry: Offered, end: int) -> Offer:
    act, since = entry.act, entry.seq
    thing = act.property
    paused = _last(about(then, SalePaused, thing), since, end)
    again = _last(about(then, SaleContinued, thing), since, end)
    starts = entry.on if isinstance(act, DirectSaleOffered) else act.starts
    if again is not None:
        starts = again.act.starts
        paused = paused if paused is not None and paused.seq > again.seq else None
    return Offer(
        entry,
        starts,
        _last(about(then, PropertySold, thing), since, end),
        _last(about(then, PropertyUnsold, thing), since, end),
        _last(about(then, SaleWithdrawn, thing), since, end),
        _last(about(then, BuyerDefaulted, thing), since, end),
        _last(about(then, SaleRevoked, thing), since, end),
        paused,
    )
