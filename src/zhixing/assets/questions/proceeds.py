"""What sales bring in: who owes how much by when, which deposits are there, which were kept. The funds room reads these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from zhixing.assets.acts.auction import (
    BidDepositReceived,
    BidDepositReturned,
    BuyerDefaulted,
    PropertySold,
)
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.questions.sale import Offer, about, sale
from zhixing.law.money import Fen
from zhixing.record.dossier import Dossier, Entry, remembered


@dataclass(frozen=True, slots=True)
class Proceeds:
    """What one sale owes the case: price, the deposit that turned into price, the balance and its last day (None: at once).

    `entry` is the number of the act that sold it, `paid_on` the day on which all of it was there.
    """

    thing: int
    entry: int
    buyer: int
    price: Fen
    deposit: Fen
    due: date | None
    paid_on: date | None

    @property
    def balance(self) -> Fen:
        """What is still to come beside the deposit, in fen; nothing once it was paid."""
        return 0 if self.paid_on else max(0, self.price - self.deposit)


@remembered
def proceeds_due(dossier: Dossier, on: date) -> tuple[Proceeds, ...]:
    """What the sales of a case have brought or will bring by that day, one for each lot sold or taken for the debt."""
    found = []
    for thing in dossier.as_of(on).of(PropertyFound):
        state = sale(dossier, thing.seq, on)
        if state.lead != thing.seq:
            continue  # sold together with another, under which it is told
        paid_on = state.paid.on if state.paid else None
        if state.taken is not None:
            taken = state.taken
            found.append(
                Proceeds(thing.seq, taken.seq, taken.act.taker, state.owing, 0, taken.act.pay_by, paid_on)
            )
            continue
        for offer in state.offers:
            if offer.sold is not None and offer.stands:
                bid = winning_deposit(dossier, offer, on)
                found.append(
                    Proceeds(
                        thing.seq,
                        offer.sold.seq,
                        offer.sold.act.buyer,
                        offer.sold.act.price,
                        bid.act.amount if bid else 0,
                        pay_by(offer),
                        paid_on,
                    )
                )
    return tuple(found)


def pay_by(offer: Offer) -> date | None:
    """The last day for the price of a sale; None while nothing is sold."""
    if offer.sold is None:
        return None
    return offer.sold.on + timedelta(days=offer.entry.act.pay_within)


def bids(dossier: Dossier, offer: Offer, on: date) -> list[Entry[BidDepositReceived]]:
    """The bidders admitted to an attempt, oldest first."""
    thing = offer.entry.act.property
    then = dossier.as_of(on)
    later = [each.entry.seq for each in sale(dossier, thing, on).offers if each.entry.seq > offer.entry.seq]
    end = min(later, default=dossier.head + 1)
    return [each for each in about(then, BidDepositReceived, thing) if offer.entry.seq < each.seq < end]


def winning_deposit(dossier: Dossier, offer: Offer, on: date) -> Entry[BidDepositReceived] | None:
    """The deposit of whoever won, by the bidding code; None where none was asked."""
    if offer.sold is None or not offer.sold.act.code:
        return None
    code = offer.sold.act.code
    return next((each for each in bids(dossier, offer, on) if each.act.code == code), None)


@remembered
def to_return(dossier: Dossier, thing: int, on: date) -> tuple[Entry[BidDepositReceived], ...]:
    """The deposits of a property's ended attempts that are still here though their bidders did not buy."""
    then = dossier.as_of(on)
    returned = {each.act.deposit for each in then.of(BidDepositReturned)}
    waiting: list[Entry[BidDepositReceived]] = []
    for offer in sale(dossier, thing, on).offers:
        if offer.open:
            continue
        won = winning_deposit(dossier, offer, on)
        kept = won.seq if won is not None and offer.revoked is None else 0
        waiting += [
            each
            for each in bids(dossier, offer, on)
            if each.act.amount and each.seq not in returned and each.seq != kept
        ]
    return tuple(waiting)


@dataclass(frozen=True, slots=True)
class Forfeit:
    """A deposit that is kept because its bidder did not pay: for costs, the difference of price, the debt, in this order."""

    thing: int
    deposit: int
    amount: Fen
    price: Fen


@remembered
def forfeited(dossier: Dossier, on: date) -> tuple[Forfeit, ...]:
    """The deposits kept in a case by that day."""
    found = []
    for thing in {each.act.property for each in dossier.as_of(on).of(BuyerDefaulted)}:
        for offer in sale(dossier, thing, on).offers:
            won = winning_deposit(dossier, offer, on)
            if offer.defaulted is not None and won is not None and offer.sold is not None:
                found.append(Forfeit(thing, won.seq, won.act.amount, offer.sold.act.price))
    return tuple(sorted(found, key=lambda each: each.deposit))


def excluded(dossier: Dossier, thing: int, on: date) -> frozenset[str]:
    """Who may not bid for a property again, by the keyed hash of the identity: those who bought it and did not pay."""
    then = dossier.as_of(on)
    sold = about(then, PropertySold, thing)
    deposits = about(then, BidDepositReceived, thing)
    found = set()
    for each in about(then, BuyerDefaulted, thing):
        last = next((one for one in reversed(sold) if one.seq < each.seq), None)
        found |= {
            one.act.bidder
            for one in deposits
            if last is not None and last.act.code and one.act.code == last.act.code and one.seq < last.seq
        }
    return frozenset(found)
