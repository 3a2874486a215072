"""Sales through the door: approvals, a public notice without a name, sealed bidders, and what the papers say."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from tests.assets.sales import notice as notice_of
from tests.assets.sales import served
from tests.cast import OTHER_COURT, TODAY, assigned, begin, who
from tests.documents.told import body, text
from tests.people.factor import make_strong
from zhixing.assets.acts.auction import AuctionAnnounced, BidDepositReceived, SaleNotified, SaleRuled, SaleWay
from zhixing.assets.acts.control import Controlled, Manner
from zhixing.assets.acts.delivery import TransferRuled
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.valuation import (
    PriceMethod,
    PriceReportReceived,
    PriceSettingStarted,
    ReferencePriceFixed,
)
from zhixing.assets.kinds import PropertyKind
from zhixing.cases.acts.notice import EnforcementNoticeIssued
from zhixing.cases.acts.panel import DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.people.models import Officer
from zhixing.record import door, sealed
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.models import Outgoing
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db
BIDDER = "509999199001010011"


def do(number: int, act: Act, on: date, seat: str = "officer1", approver: str = "judge") -> int:
    """Enter an act, with approval where its rule wants one; the entry's number."""
    if installed().rule(type(act)).approved_by is None:
        return door.enter(number, act, who(seat), on=on).seq
    proposal = door.propose(number, door.Step(act=act, by=who(seat), on=on))
    return door.approve(number, proposal.seq, who(approver), on=on).seq


def on_auction() -> tuple[int, int]:
    """A vehicle announced for auction in a case of the first court: the case and the vehicle's number."""
    begin()
    number, thing = to_be_announced()
    do(number, notice_of(door.read(number), thing), date(2017, 4, 17))
    return number, thing


def to_be_announced() -> tuple[int, int]:
    """A vehicle whose auction was ruled, the parties told, the panel's decision there."""
    number = assigned()
    (owes,) = parties_of(door.read(number), Role.DEBTOR, TODAY)
    (asks,) = parties_of(door.read(number), Role.APPLICANT, TODAY)
    do(number, EnforcementNoticeIssued(to=(owes.party,)), date(2017, 3, 20))
    thing = do(
        number,
        PropertyFound(owner=owes.party, kind=PropertyKind.VEHICLE, name="小型轿车", value=6_000_000),
        date(2017, 3, 20),
    )
    held = Controlled(
        property=thing,
        manner=Manner.SEALED,
        until=date(2019, 3, 22),
        amount=6_000_000,
        whole="不可分割",
    )
    do(number, held, date(2017, 3, 22))
    start = PriceSettingStarted(property=thing, method=PriceMethod.APPRAISED, asked=("甲评估公司",))
    do(number, start, date(2017, 3, 22))
    until = date(2018, 4, 4)
    report = PriceReportReceived(property=thing, amount=6_000_000, valid_until=until)
    do(number, report, date(2017, 4, 5))
    do(number, ReferencePriceFixed(property=thing, amount=6_000_000, valid_until=until), date(2017, 4, 5))
    ruling = SaleRuled(property=thing, way=SaleWay.ONLINE, ruling="（2017）渝0235执1号之一")
    do(number, ruling, date(2017, 4, 10))
    panel = PanelFormed(presiding=who("judge").id, members=(who("officer1").id, who("director").id))
    do(number, panel, date(2017, 4, 10), seat="director")
    agreed = PanelDeliberated(
        topic=DeliberationTopic.OTHER, handler_opinion="七折起拍", other_opinions="同意", agreed=True
    )
    do(number, agreed, date(2017, 4, 10), seat="judge")
    do(number, SaleNotified(property=thing, to=(asks.party, owes.party)), date(2017, 4, 12))
    return number, thing


def test_a_sale_is_ruled_with_approval_and_its_notice_is_public() -> None:
    number, _ = on_auction()
    dossier = door.read(number)
    (ruled,) = dossier.of(SaleRuled)
    assert ruled.approved_by is not None
    (notice,) = dossier.of(AuctionAnnounced)
    told = Outgoing.objects.filter(dossier_id=number, seq=notice.seq)
    assert [each.payload["public"] for each in told if "public" in each.payload] == ["True"]


def test_a_bidder_typed_on_the_page_is_sealed_and_shown_to_nobody_in_full() -> None:
    number, thing = on_auction()
    client = Client()
    client.force_login(Officer.objects.get(pk=who("officer1").id))
    make_strong(client)
    said = {
        "property": str(thing),
        "code": "A1",
        "bidder": BIDDER,
        "amount": "4200",
        "eligible": "on",
        "on": "2017-04-20",
    }
    answered = client.post(f"/cases/{number}/acts/assets.bid_deposit_received/", said)
    assert answered.status_code == 302, answered.content.decode()[:2000]
    see(EVERY_COURT)
    (bid,) = door.read(number).of(BidDepositReceived)
    assert (bid.act.bidder, bid.act.amount) == (sealed.token(BIDDER), 420_000)
    assert BIDDER not in client.get(f"/cases/{number}/").content.decode()


def test_the_other_court_does_not_sell_what_is_held_here() -> None:
    number, thing = on_auction()
    act = BidDepositReceived(property=thing, code="A1", bidder="d" * 64, amount=420_000, eligible=True)
    with pytest.raises(door.Refused):
        door.enter(number, act, who("officer1", OTHER_COURT), on=date(2017, 4, 20))


def paper(dossier: Dossier, kind: type[Act]) -> str:
    entry = dossier.last(kind)
    assert entry is not None
    return text(body(dossier, entry))


def test_the_ruling_names_the_buyer_and_the_public_notice_nobody() -> None:
    dossier, _ = served()
    ruling = paper(dossier, TransferRuled)
    assert "周远" in ruling
    assert "50,000.00元" in ruling
    public = paper(dossier, AuctionAnnounced)
    assert "42,000.00元" in public
    assert "2017年5月2日起24小时" in public
    assert not any(name in public for name in ("李大山", "赵小川", "周远", "aaaa"))


def test_the_page_of_sales_tells_the_bounds_and_fills_in_the_notice() -> None:
    number, thing = on_auction()
    client = Client()
    client.force_login(Officer.objects.get(pk=who("officer1").id))
    shown = client.get(f"/cases/{number}/sales/").content.decode()
    assert "60,000.00" in shown
    assert "42,000.00" in shown
    assert f"/acts/assets.property_sold/?property={thing}" in shown
    before = client.get(f"/cases/{number}/sales/?as_of=2017-04-12").content.decode()
    assert "2017-04-27" in before
    assert "/acts/" not in before
    client.force_login(Officer.objects.get(pk=who("officer1", OTHER_COURT).id))
    assert client.get(f"/cases/{number}/sales/").status_code == 404
