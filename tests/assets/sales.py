"""Stories that tests of valuation and sale begin with: something held, priced, ruled to be sold, announced, sold."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from tests.cases.stories import APPLICANT, DEBTOR, KNOWN, OTHER, noticed
from tests.record.builder import ANYONE, Did, add, build, refused
from zhixing.assets.acts.auction import (
    AuctionAnnounced,
    BidDepositReceived,
    PropertySold,
    PropertyUnsold,
    PurchasePricePaid,
    SaleNotified,
    SaleRuled,
    SaleWay,
)
from zhixing.assets.acts.control import Controlled, Manner
from zhixing.assets.acts.delivery import TransferRuled, TransferRulingServed
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.sale import CreditorsAsked, PrivateSaleAnnounced
from zhixing.assets.acts.valuation import (
    PriceMethod,
    PriceReportReceived,
    PriceSettingStarted,
    ReferencePriceFixed,
)
from zhixing.assets.kinds import PropertyKind
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Duty, duties

FOUND, HELD = date(2017, 3, 20), date(2017, 3, 22)
PRICED, RULED, TOLD = date(2017, 4, 5), date(2017, 4, 10), date(2017, 4, 12)
ANNOUNCED = date(2017, 4, 17)
PRICE = 6_000_000
ONE, TWO = "d" * 64, "e" * 64
DAY = timedelta(days=1)


def names(dossier: Dossier, act: Act, on: date) -> set[str]:
    """The guards that stand against an act."""
    return {each.guard for each in refused(dossier, Did(act, on))}


def done(dossier: Dossier, act: Act, on: date) -> Dossier:
    """The dossier with the act entered, every guard asked."""
    return add(dossier, Did(act, on))


def duty(dossier: Dossier, name: str) -> Duty:
    """The newest duty of that name."""
    return [each for each in duties(installed().duties, dossier) if each.rule.name == name][-1]


def held(kind: PropertyKind = PropertyKind.VEHICLE) -> tuple[Dossier, int]:
    """A property found and held, and its number."""
    found = PropertyFound(owner=DEBTOR, kind=kind, name=kind.label, identifier="a" * 64, value=PRICE)
    dossier = build([*noticed(), Did(found, FOUND)])
    thing = dossier.head
    act = Controlled(
        property=thing,
        manner=Manner.SEALED,
        until=date(2019, 3, 22),
        amount=PRICE,
        whole="不可分割，没有其他足额财产",
    )
    return add(dossier, Did(act, HELD, {"control-line": ()})), thing


def priced(kind: PropertyKind = PropertyKind.VEHICLE) -> tuple[Dossier, int]:
    """The same with an appraisal of 60,000 yuan as reference price."""
    dossier, thing = held(kind)
    dossier = done(
        dossier, PriceSettingStarted(property=thing, method=PriceMethod.APPRAISED, asked=("甲评估",)), HELD
    )
    until = date(2018, 4, 4)
    dossier = done(dossier, PriceReportReceived(property=thing, amount=PRICE, valid_until=until), PRICED)
    return done(dossier, ReferencePriceFixed(property=thing, amount=PRICE, valid_until=until), PRICED), thing


def notice(dossier: Dossier, thing: int, **said: object) -> AuctionAnnounced:
    """An online auction at seventy percent, fifteen days from the notice of 17 April."""
    panel = dossier.last(PanelDeliberated)
    act = AuctionAnnounced(
        property=thing,
        round=1,
        starts=ANNOUNCED + 15 * DAY,
        platform="某拍卖平台",
        reserve=4_200_000,
        deposit=420_000,
        increment=10_000,
        pay_within=15,
        deliberation=panel.seq if panel else None,
        defects="以实物现状为准，无已知权利负担",
    )
    return msgspec.structs.replace(act, **said)


def ruled(kind: PropertyKind = PropertyKind.VEHICLE, way: SaleWay = SaleWay.ONLINE) -> tuple[Dossier, int]:
    """Ruled to be sold, the parties told, the panel's decision there."""
    dossier, thing = priced(kind)
    reason = "" if way is SaleWay.ONLINE else "不宜采用网络拍卖"
    dossier = done(
        dossier, SaleRuled(property=thing, way=way, ruling="（2017）渝0235执1号之一", reason=reason), RULED
    )
    dossier = done(dossier, PanelFormed(presiding=3, members=(ANYONE.id, 4)), RULED)
    agreed = PanelDeliberated(
        topic=DeliberationTopic.OTHER,
        handler_opinion="起拍价为评估价的百分之七十",
        other_opinions="同意",
        agreed=True,
    )
    dossier = done(dossier, agreed, RULED)
    return done(dossier, SaleNotified(property=thing, to=(APPLICANT, DEBTOR)), TOLD), thing


def announced(kind: PropertyKind = PropertyKind.VEHICLE) -> tuple[Dossier, int]:
    """The first auction announced, two bidders admitted, and the buyer entered as one concerned."""
    dossier, thing = ruled(kind)
    starts = ANNOUNCED + (15 if kind is PropertyKind.VEHICLE else 30) * DAY
    dossier = done(dossier, notice(dossier, thing, starts=starts), ANNOUNCED)
    for code, token in (("A1", ONE), ("B2", TWO)):
        bid = BidDepositReceived(property=thing, code=code, bidder=token, amount=420_000, eligible=True)
        dossier = done(dossier, bid, ANNOUNCED + DAY)
    joined = Did(PartyJoined(party=OTHER, role=Role.INTERESTED), ANNOUNCED + 2 * DAY, KNOWN)
    return add(dossier, joined), thing


SOLD = ANNOUNCED + 16 * DAY


def sold() -> tuple[Dossier, int]:
    """Sold for 50,000 yuan to the first bidder."""
    dossier, thing = announced()
    return done(dossier, PropertySold(property=thing, buyer=OTHER, price=5_000_000, code="A1"), SOLD), thing


def served() -> tuple[Dossier, int]:
    """Paid, ruled, and the ruling served on the buyer."""
    dossier, thing = sold()
    on = SOLD + 10 * DAY
    dossier = done(dossier, PurchasePricePaid(property=thing, amount=5_000_000), on)
    dossier = done(dossier, TransferRuled(property=thing, ruling="（2017）渝0235执1号之二"), on + 2 * DAY)
    return done(dossier, TransferRulingServed(property=thing, to=OTHER), on + 5 * DAY), thing


def unsold_twice() -> tuple[Dossier, int, date]:
    """Two online auctions without a bid, and the day of the second's end."""
    dossier, thing = ruled()
    dossier = done(dossier, notice(dossier, thing), ANNOUNCED)
    dossier = done(dossier, PropertyUnsold(property=thing), SOLD)
    dossier = done(dossier, SaleNotified(property=thing, to=(APPLICANT, DEBTOR)), SOLD)
    again = SOLD + 4 * DAY
    second = notice(dossier, thing, round=2, starts=again + 7 * DAY, reserve=3_360_000, deposit=336_000)
    dossier = done(dossier, second, again)
    end = again + 8 * DAY
    return done(dossier, PropertyUnsold(property=thing), end), thing, end


def on_private_sale() -> tuple[Dossier, int, date]:
    """Nobody takes it for the debt, and it is offered at the last reserve; the first day of the sale."""
    dossier, thing, end = unsold_twice()
    dossier = done(dossier, CreditorsAsked(property=thing, to=(APPLICANT,)), end + DAY)
    starts = end + 10 * DAY
    sale = PrivateSaleAnnounced(property=thing, price=3_360_000, starts=starts)
    return done(dossier, sale, end + 2 * DAY), thing, starts
