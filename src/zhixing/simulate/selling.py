"""How a thing that is held becomes money in a story: its price, the ruling, auctions, the buyer or what is done without one."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from datetime import date, timedelta

from zhixing.assets.acts.auction import (
    AuctionAnnounced,
    BidDepositReceived,
    BidDepositReturned,
    PropertySold,
    PropertyUnsold,
    PurchasePricePaid,
    SaleNotified,
    SaleRuled,
    SaleWay,
)
from zhixing.assets.acts.control import ControlReleased, ReleaseGround
from zhixing.assets.acts.delivery import (
    PropertyHandedOver,
    RegistryServed,
    TransferRuled,
    TransferRulingServed,
)
from zhixing.assets.acts.sale import CreditorsAsked, DebtOccasion, PrivateSaleAnnounced, TakenForDebt
from zhixing.assets.acts.valuation import (
    PriceMethod,
    PriceReportReceived,
    PriceReportSent,
    PriceSettingStarted,
    ReferencePriceFixed,
)
from zhixing.assets.kinds import Family, family
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.cases.acts.performance import SatisfactionKind, SatisfactionRecorded
from zhixing.law.disposal import ONLINE_SINCE
from zhixing.law.reference_price import valid_at_most
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.door import Step
from zhixing.simulate.telling import Told, working_day

PLATFORM = "某网络司法拍卖平台"
PRICING = timedelta(days=90)  # at the longest, until the price is fixed
FOUND_BUYER = 0.55  # of the auctions
TAKES = 0.5  # of the creditors who are asked take it for the debt
NOTICE = {Family.MOVABLE: (16, 8)}  # days to the first and the second auction, and one more
NOTICE_ELSE = (31, 16)


def sold(told: Told) -> Iterator[Step]:
    """From the price to whatever came of it; the present day cuts it off at any stage."""
    if not told.to_sell:
        return
    thing, kind, value, until, control = told.to_sell
    if told.sells and told.day < ONLINE_SINCE:  # the old way of auction is not told: it waits for the new one
        told.day = working_day(ONLINE_SINCE)
        told.later(0, 60)
    if told.day + PRICING > until:
        return  # the control runs out before there is a price
    yield from _priced(told, thing, value)
    if told.day < ONLINE_SINCE or told.day + timedelta(days=30) > until:
        return
    told.later(1, 8)
    yield told.step(SaleRuled(property=thing, way=SaleWay.ONLINE, ruling=f"{told.number}拍卖裁定"))
    deliberated = yield from _deliberated(told)
    reserve = value * 7 // 10
    for turn, days in enumerate(NOTICE.get(family(kind), NOTICE_ELSE), start=1):
        if told.day + timedelta(days=days + 15) > until:
            return
        yield from _announced(told, thing, (turn, days, reserve, deliberated))
        if told.chance(FOUND_BUYER):
            yield from _bought(told, thing, reserve)
            told.later(0, 3)
            if told.chance(0.8):
                reason = "财产已经变价并移交买受人"
                yield told.step(ControlReleased(control=control, ground=ReleaseGround.SOLD, reason=reason))
                told.controls.remove(control)
            return
        yield told.step(PropertyUnsold(property=thing))
        if turn == 1:
            reserve = reserve * 8 // 10
    yield from _unsold(told, thing, reserve)


def _priced(told: Told, thing: int, value: int) -> Iterator[Step]:
    told.later(3, 15)
    asked = ("某资产评估有限公司",)
    yield told.step(PriceSettingStarted(property=thing, method=PriceMethod.APPRAISED, asked=asked))
    told.later(10, 35)
    until = valid_at_most(told.day)
    yield told.step(
        PriceReportReceived(property=thing, amount=value, valid_until=until, reference=f"评报字{thing}号")
    )
    told.later(1, 3)
    yield told.step(PriceReportSent(report=told.head, to=(told.applicant, *told.debtors)))
    told.later(7, 14)
    yield told.step(ReferencePriceFixed(property=thing, amount=value, valid_until=until))


def _deliberated(told: Told) -> Generator[Step, None, int]:
    """A panel decides price, deposit and steps; the number of its minutes."""
    judge, *others = told.reviewers()
    members = tuple(each.id for each in others)
    yield told.step(PanelFormed(presiding=judge.id, members=members), told.staff["director"])
    told.later(1, 3)
    yield told.step(
        PanelDeliberated(
            topic=DeliberationTopic.OTHER,
            handler_opinion="以评估价的百分之七十为起拍价，保证金为起拍价的百分之十",
            other_opinions="同意",
            agreed=True,
            result="同意承办人意见",
        ),
        judge,
    )
    return told.head


def _announced(told: Told, thing: int, at: tuple[int, int, int, int]) -> Iterator[Step]:
    """Both sides are told, the notice published, two bidders admitted where somebody is interested; then the day after."""
    turn, days, reserve, deliberated = at
    told.later(0, 4)
    yield told.step(SaleNotified(property=thing, to=(told.applicant, *told.debtors)))
    told.later(4, 9)
    starts = told.day + timedelta(days=days)
    yield told.step(
        AuctionAnnounced(
            property=thing,
            round=turn,
            starts=starts,
            platform=PLATFORM,
            reserve=reserve,
            deposit=reserve // 10,
            increment=max(10_000, reserve // 200),
            pay_within=15,
            deliberation=deliberated,
            defects="以实物现状为准；经查没有租赁，占有人为被执行人",
            taxes="依法由买卖双方各自承担",
        )
    )
    told.day = working_day(starts + timedelta(days=1))


def _bought(told: Told, thing: int, reserve: int) -> Iterator[Step]:
    """Two bidders; the first wins, pays, gets the ruling and the thing."""
    closing, told.day = told.day, _before(told.day)
    waits = 0
    for code in ("A1", "B2"):
        bidder = told.sealed(f"5099{told.rng.randrange(10**14):014d}")
        yield told.by(
            "accountant",
            BidDepositReceived(property=thing, code=code, bidder=bidder, amount=reserve // 10, eligible=True),
        )
        waits = told.head
    told.day = closing
    buyer = told.invite()
    yield told.step(PartyJoined(party=buyer, role=Role.INTERESTED))
    price = reserve * told.rng.randint(100, 135) // 100
    yield told.step(
        PropertySold(property=thing, buyer=buyer, price=price, code="A1", bids=told.rng.randint(1, 40))
    )
    if told.chance(0.8):
        yield told.by("accountant", BidDepositReturned(deposit=waits))
    told.later(4, 14)
    yield told.by("accountant", PurchasePricePaid(property=thing, amount=price))
    paid = min(price, told.outstanding())
    if paid:
        kind = SatisfactionKind.SOLD
        told.pay(paid)
        yield told.step(SatisfactionRecorded(kind=kind, amount=paid, source="网络司法拍卖价款"))
    told.later(2, 7)
    yield told.step(TransferRuled(property=thing, ruling=f"{told.number}成交裁定", registry="登记机关"))
    told.later(1, 4)
    yield told.step(RegistryServed(property=thing, received_by="登记机关窗口"))
    yield told.step(TransferRulingServed(property=thing, to=buyer))
    told.later(3, 12)
    yield told.step(PropertyHandedOver(property=thing, to=buyer, state="现场清点，钥匙证照已交接"))


def _before(day: date) -> date:
    """Two days before the bidding, moved back off closed days as the story never goes back before its notice."""
    return day - timedelta(days=2)


def _unsold(told: Told, thing: int, reserve: int) -> Iterator[Step]:
    """Twice nobody bought: the creditor takes it for the debt, or it is offered for sixty days."""
    told.later(2, 8)
    takes = told.applicant if told.chance(TAKES) else None
    yield told.step(CreditorsAsked(property=thing, to=(told.applicant,), accepts=takes))
    told.later(2, 8)
    if takes is None:
        starts = told.day + timedelta(days=16)
        yield told.step(PrivateSaleAnnounced(property=thing, price=reserve, starts=starts, platform=PLATFORM))
        return
    debt = min(reserve, told.outstanding())
    yield told.step(
        TakenForDebt(
            property=thing,
            occasion=DebtOccasion.UNSOLD,
            taker=takes,
            price=reserve,
            debt=debt,
            ruling=f"{told.number}抵债裁定",
            pay_by=told.day + timedelta(days=15) if reserve > debt else None,
            others="没有其他执行债权人和优先权人",
        )
    )
