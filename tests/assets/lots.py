"""Stories of several things to be sold: two cars, or a factory with its machine, held and priced, apart or together."""

from __future__ import annotations

from datetime import date

import msgspec

from tests.assets.sales import ANNOUNCED, DAY, HELD, ONE, PRICED, RULED, TOLD, done
from tests.cases.stories import APPLICANT, DEBTOR, KNOWN, OTHER, noticed
from tests.record.builder import ANYONE, Did, add, build
from zhixing.assets.acts.auction import (
    AuctionAnnounced,
    BidDepositReceived,
    SaleNotified,
    SaleRuled,
    SaleWay,
)
from zhixing.assets.acts.control import Controlled, Manner
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.valuation import (
    PriceMethod,
    PriceReportReceived,
    PriceSettingStarted,
    ReferencePriceFixed,
)
from zhixing.assets.kinds import PropertyKind
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.dossier import Dossier

WORTH, UNTIL = 2_500_000, date(2018, 4, 4)
AGREED = PanelDeliberated(
    topic=DeliberationTopic.OTHER, handler_opinion="七折起拍", other_opinions="同意", agreed=True
)


def two(*kinds: PropertyKind) -> tuple[Dossier, int, int]:
    """Two things of a debtor, each held and with a reference price of 25,000 yuan; the debt is 50,000 and interest."""
    dossier = build(noticed())
    numbers = []
    for place, kind in enumerate(kinds or (PropertyKind.VEHICLE, PropertyKind.VEHICLE)):
        found = PropertyFound(
            owner=DEBTOR, kind=kind, name=f"{kind.label}{place + 1}", identifier=str(place) * 64, value=WORTH
        )
        dossier = done(dossier, found, HELD)
        numbers.append(dossier.head)
    for thing in numbers:
        dossier = priced(dossier, thing)
    dossier = done(dossier, PanelFormed(presiding=3, members=(ANYONE.id, 4)), RULED)
    dossier = done(dossier, AGREED, RULED)
    return dossier, numbers[0], numbers[1]


def priced(dossier: Dossier, thing: int, worth: int = WORTH) -> Dossier:
    """That thing held for so much, and appraised."""
    control = Controlled(property=thing, manner=Manner.SEALED, until=date(2019, 3, 22), amount=worth)
    dossier = add(dossier, Did(control, HELD, {"control-line": ()}))
    start = PriceSettingStarted(property=thing, method=PriceMethod.APPRAISED, asked=("甲评估",))
    dossier = done(dossier, start, HELD)
    report = PriceReportReceived(property=thing, amount=WORTH, valid_until=UNTIL)
    dossier = done(dossier, report, PRICED)
    return done(dossier, ReferencePriceFixed(property=thing, amount=WORTH, valid_until=UNTIL), PRICED)


def ruling(thing: int, **said: object) -> SaleRuled:
    """An online auction of it is ruled."""
    act = SaleRuled(property=thing, way=SaleWay.ONLINE, ruling="（2017）渝0235执1号之一")
    return msgspec.structs.replace(act, **said)


def ruled(dossier: Dossier, thing: int, **said: object) -> Dossier:
    """Ruled to be sold, both sides told."""
    dossier = done(dossier, ruling(thing, **said), RULED)
    return done(dossier, SaleNotified(property=thing, to=(APPLICANT, DEBTOR)), TOLD)


def notice(dossier: Dossier, thing: int, **said: object) -> AuctionAnnounced:
    """An online auction of a car at seventy percent."""
    panel = dossier.last(PanelDeliberated)
    act = AuctionAnnounced(
        property=thing,
        round=1,
        starts=ANNOUNCED + 15 * DAY,
        platform="某拍卖平台",
        reserve=1_750_000,
        deposit=175_000,
        increment=10_000,
        pay_within=15,
        deliberation=panel.seq if panel else None,
        defects="以实物现状为准",
    )
    return msgspec.structs.replace(act, **said)


def bidding(dossier: Dossier, *things: int) -> Dossier:
    """Each announced, with a bidder, who is entered as one concerned."""
    for thing in things:
        dossier = done(dossier, notice(dossier, thing), ANNOUNCED)
        bid = BidDepositReceived(property=thing, code="A1", bidder=ONE, amount=175_000, eligible=True)
        dossier = done(dossier, bid, ANNOUNCED + DAY)
    return add(dossier, Did(PartyJoined(party=OTHER, role=Role.INTERESTED), ANNOUNCED + 2 * DAY, KNOWN))
