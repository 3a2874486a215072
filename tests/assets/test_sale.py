"""Auctions: each guard of the ruling, the notice, the bidders and the buyer both ways; duties; what the funds room reads."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from tests.assets.sales import (
    ANNOUNCED,
    DAY,
    FOUND,
    ONE,
    PRICE,
    RULED,
    SOLD,
    TOLD,
    announced,
    done,
    duty,
    held,
    names,
    notice,
    priced,
    ruled,
    served,
    sold,
)
from tests.cases.stories import APPLICANT, DEBTOR, OTHER, assigned
from tests.record.builder import Did, build
from zhixing.assets.acts.auction import (
    BidDepositReceived,
    BidDepositReturned,
    BuyerDefaulted,
    DirectGround,
    PropertySold,
    PropertyUnsold,
    PurchasePricePaid,
    RevocationGround,
    SaleContinued,
    SaleNotified,
    SalePaused,
    SaleRevoked,
    SaleRuled,
    SaleWay,
    SaleWithdrawn,
    UnsoldReason,
    WithdrawalGround,
)
from zhixing.assets.acts.control import ControlReleased, ReleaseGround
from zhixing.assets.acts.delivery import (
    PropertyHandedOver,
)
from zhixing.assets.acts.found import Exemption, PropertyExempted, PropertyFound
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.questions.proceeds import forfeited, proceeds_due, to_return
from zhixing.assets.questions.sale import sale
from zhixing.cases.acts.notice import EnforcementNoticeIssued
from zhixing.cases.acts.performance import SatisfactionKind, SatisfactionRecorded
from zhixing.record.duties import Standing


def test_a_vehicle_goes_from_control_to_its_buyer() -> None:
    dossier, thing = served()
    end = dossier.entries[-1].on
    dossier = done(dossier, PropertyHandedOver(property=thing, to=OTHER, state="在本院停车场移交"), end + DAY)
    found = sale(dossier, thing, end + DAY)
    assert found.handed is not None
    assert duty(dossier, "hand-over").standing(end + DAY) is Standing.MET
    assert duty(dossier, "serve-transfer-ruling").met_by is not None
    assert duty(dossier, "pay-purchase-price").met_by is not None


@pytest.mark.parametrize("act", ["ruling", "notice"])
def test_the_necessary_home_may_be_held_but_not_sold(act: str) -> None:
    dossier, thing = ruled(PropertyKind.HOME) if act == "notice" else priced(PropertyKind.HOME)
    exempted = PropertyExempted(property=thing, ground=Exemption.NECESSARY_HOME, reason="唯一住房，三口之家")
    asked = (
        notice(dossier, thing, starts=ANNOUNCED + 30 * DAY)
        if act == "notice"
        else SaleRuled(property=thing, way=SaleWay.ONLINE, ruling="裁1号")
    )
    assert not names(dossier, asked, ANNOUNCED)
    assert names(done(dossier, exempted, TOLD), asked, ANNOUNCED) == {"saleable"}


def test_what_is_no_longer_held_is_neither_ruled_on_nor_announced() -> None:
    dossier, thing = ruled()
    control = next(each.seq for each in dossier.entries if each.act.tag() == "assets.controlled")
    release = ControlReleased(control=control, ground=ReleaseGround.SETTLED, reason="已清偿")
    free = done(dossier, release, TOLD)
    assert "held-here" in names(free, notice(free, thing), ANNOUNCED)


def test_auctions_are_online_since_2017_unless_the_reason_stands() -> None:
    dossier, thing = priced()
    house = SaleRuled(property=thing, way=SaleWay.TRADITIONAL, ruling="裁1号")
    assert names(dossier, house, RULED) == {"way-fits"}
    assert not names(dossier, msgspec.structs.replace(house, reason="涉密财产，不宜网拍"), RULED)
    assert "way-fits" in names(dossier, SaleRuled(property=thing, way=SaleWay.ONLINE, ruling=" "), RULED)


def test_what_is_held_is_sold_once_its_owner_was_told_to_perform_and_the_time_is_over() -> None:
    found = PropertyFound(owner=DEBTOR, kind=PropertyKind.VEHICLE, name="小型轿车")
    dossier = build([*assigned(), Did(found, FOUND)])
    ruling = SaleRuled(property=dossier.head, way=SaleWay.ONLINE, ruling="（2017）渝0235执1号之一")
    assert "time-to-perform-over" in names(dossier, ruling, RULED)
    told = done(dossier, EnforcementNoticeIssued(to=(DEBTOR,), perform_within=7), RULED)
    last = RULED + 7 * DAY
    assert "time-to-perform-over" in names(told, ruling, last)
    assert "time-to-perform-over" not in names(told, ruling, last + DAY)
    direct = {"way": SaleWay.DIRECT, "ground": DirectGround.PERISHABLE, "reason": "易腐"}
    assert "time-to-perform-over" not in names(told, msgspec.structs.replace(ruling, **direct), last)


def test_a_direct_sale_needs_a_ground_that_fits() -> None:
    dossier, thing = priced(PropertyKind.SHOP)
    act = SaleRuled(
        property=thing,
        way=SaleWay.DIRECT,
        ruling="裁1号",
        reason="保管费用过高",
        ground=DirectGround.COSTLY_TO_KEEP,
    )
    assert names(dossier, act, RULED) == {"way-fits"}
    assert not names(dossier, msgspec.structs.replace(act, ground=DirectGround.CONSENT), RULED)


def test_no_notice_without_a_ruling_and_a_price() -> None:
    dossier, thing = held()
    assert {"auction-ruled", "price-valid"} <= names(dossier, notice(dossier, thing), ANNOUNCED)


@pytest.mark.parametrize(
    ("kind", "days", "stands"),
    [
        (PropertyKind.VEHICLE, 15, True),
        (PropertyKind.VEHICLE, 14, False),
        (PropertyKind.SHOP, 30, True),
        (PropertyKind.SHOP, 29, False),
    ],
)
def test_a_first_notice_lies_long_enough_before_the_auction(
    kind: PropertyKind, days: int, *, stands: bool
) -> None:
    dossier, thing = ruled(kind)
    found = names(dossier, notice(dossier, thing, starts=ANNOUNCED + days * DAY), ANNOUNCED)
    assert found == (set() if stands else {"notice-long-enough"})


@pytest.mark.parametrize(
    ("said", "guard"),
    [
        ({"reserve": 4_199_999}, "floor-kept"),
        ({"deposit": 209_999}, "deposit-in-bounds"),
        ({"deposit": 840_001}, "deposit-in-bounds"),
        ({"hours": 23}, "bidding-long-enough"),
        ({"round": 2}, "round-right"),
        ({"deliberation": None}, "panel-decided"),
        ({"defects": " "}, "described"),
    ],
)
def test_each_figure_of_the_notice_keeps_its_bound(said: dict[str, object], guard: str) -> None:
    dossier, thing = ruled()
    assert not names(dossier, notice(dossier, thing), ANNOUNCED)
    assert guard in names(dossier, notice(dossier, thing, **said), ANNOUNCED)


def test_an_auction_house_starts_at_the_appraisal_and_needs_less_notice() -> None:
    dossier, thing = ruled(way=SaleWay.TRADITIONAL)
    at = notice(dossier, thing, reserve=PRICE, deposit=300_000, starts=ANNOUNCED + 7 * DAY, hours=0)
    assert not names(dossier, at, ANNOUNCED)
    assert names(dossier, msgspec.structs.replace(at, reserve=PRICE - 1), ANNOUNCED) == {"floor-kept"}


def test_the_parties_are_told_three_days_before_the_notice() -> None:
    dossier, thing = ruled()
    assert "told-in-time" in names(dossier, notice(dossier, thing, starts=date(2017, 6, 1)), TOLD + 2 * DAY)
    assert not names(dossier, notice(dossier, thing, starts=date(2017, 6, 1)), TOLD + 3 * DAY)
    nobody = SaleNotified(property=thing, to=())
    assert names(dossier, nobody, TOLD) == {"unreachable-explained"}
    assert not names(
        dossier, SaleNotified(property=thing, to=(), unreachable="下落不明", published_on=TOLD), TOLD
    )


def test_a_bidder_pays_the_deposit_unless_an_applicant() -> None:
    dossier, thing = announced()
    bid = BidDepositReceived(property=thing, code="C3", bidder="f" * 64, amount=419_999, eligible=True)
    on = ANNOUNCED + 3 * DAY
    assert names(dossier, bid, on) == {"deposit-paid"}
    assert not names(dossier, msgspec.structs.replace(bid, amount=420_000), on)
    creditor = msgspec.structs.replace(bid, amount=0, creditor=APPLICANT)
    assert not names(dossier, creditor, on)
    paid = SatisfactionRecorded(kind=SatisfactionKind.REALISED, amount=4_800_000)
    little = done(dossier, paid, on)  # a little over 2,000 yuan is left, less than the deposit of 4,200
    assert names(little, creditor, on) == {"deposit-paid"}
    assert not names(little, msgspec.structs.replace(creditor, amount=220_000), on)
    assert names(dossier, msgspec.structs.replace(bid, amount=0, creditor=DEBTOR), on) == {"deposit-paid"}
    assert names(dossier, msgspec.structs.replace(bid, amount=420_000, eligible=False), on) == {"may-bid"}
    assert names(dossier, msgspec.structs.replace(bid, amount=420_000, code="A1"), on) == {"deposit-paid"}


def test_a_sale_keeps_the_reserve_the_hours_and_an_admitted_buyer() -> None:
    dossier, thing = announced()
    act = PropertySold(property=thing, buyer=OTHER, price=4_200_000, code="A1")
    assert not names(dossier, act, SOLD)
    assert names(dossier, act, SOLD - DAY) == {"bidding-over"}
    assert names(dossier, msgspec.structs.replace(act, price=4_199_999), SOLD) == {"price-reached"}
    assert names(dossier, msgspec.structs.replace(act, code="Z9"), SOLD) == {"buyer-admitted"}
    assert names(dossier, msgspec.structs.replace(act, buyer=99), SOLD) == {"buyer-admitted"}
    below = PropertyUnsold(property=thing, reason=UnsoldReason.BELOW)
    assert names(dossier, below, SOLD) == {"no-bidder"}


def test_losing_bidders_get_their_deposit_back_within_a_day() -> None:
    dossier, thing = sold()
    (waiting,) = to_return(dossier, thing, SOLD)
    winner = next(each.seq for each in dossier.of(BidDepositReceived) if each.act.bidder == ONE)
    assert duty(dossier, "return-deposits").due == SOLD + DAY
    assert names(dossier, BidDepositReturned(deposit=winner), SOLD) == {"deposit-returnable"}
    dossier = done(dossier, BidDepositReturned(deposit=waiting.seq), SOLD)
    assert duty(dossier, "return-deposits").met_by is not None
    assert not to_return(dossier, thing, SOLD)
    assert names(dossier, BidDepositReturned(deposit=waiting.seq), SOLD) == {"deposit-returnable"}


def test_deposits_wait_while_bidding_goes_on() -> None:
    dossier, thing = announced()
    assert not to_return(dossier, thing, SOLD)


def test_the_funds_room_reads_price_deposit_and_balance() -> None:
    dossier, thing = sold()
    (due,) = proceeds_due(dossier, SOLD)
    assert (due.thing, due.buyer, due.price, due.deposit) == (thing, OTHER, 5_000_000, 420_000)
    assert (due.balance, due.due, due.paid_on) == (4_580_000, SOLD + 15 * DAY, None)
    part = PurchasePricePaid(property=thing, amount=4_580_000)
    assert names(dossier, part, SOLD + DAY) == {"price-due"}
    dossier = done(dossier, PurchasePricePaid(property=thing, amount=5_000_000), SOLD + DAY)
    (paid,) = proceeds_due(dossier, SOLD + DAY)
    assert (paid.balance, paid.paid_on) == (0, SOLD + DAY)


def test_a_buyer_who_does_not_pay_loses_the_deposit_and_may_not_bid_again() -> None:
    dossier, thing = sold()
    act = BuyerDefaulted(property=thing, reason="催告后仍未付款")
    last = SOLD + 15 * DAY
    assert names(dossier, act, last) == {"default-stands"}
    assert not names(dossier, msgspec.structs.replace(act, refused=True), last)
    dossier = done(dossier, act, last + DAY)
    (kept,) = forfeited(dossier, last + DAY)
    assert (kept.amount, kept.price) == (420_000, 5_000_000)
    assert not proceeds_due(dossier, last + DAY)
    dossier = done(dossier, SaleNotified(property=thing, to=(APPLICANT, DEBTOR)), last + DAY)
    on = last + 5 * DAY
    dossier = done(dossier, notice(dossier, thing, starts=on + 15 * DAY), on)
    again = BidDepositReceived(property=thing, code="D4", bidder=ONE, amount=420_000, eligible=True)
    assert names(dossier, again, on) == {"may-bid"}
    assert not names(dossier, msgspec.structs.replace(again, bidder="f" * 64), on)


def test_after_the_first_failure_comes_a_second_auction_within_thirty_days() -> None:
    dossier, thing = ruled()
    dossier = done(dossier, notice(dossier, thing), ANNOUNCED)
    assert names(dossier, notice(dossier, thing), ANNOUNCED + DAY) >= {"no-offer-open"}
    dossier = done(dossier, PropertyUnsold(property=thing), SOLD)
    # The auction lies within thirty days (2 June), so its notice at the latest seven days before.
    assert duty(dossier, "auction-again").due == date(2017, 5, 26)
    dossier = done(dossier, SaleNotified(property=thing, to=(APPLICANT, DEBTOR)), SOLD)
    on = SOLD + 4 * DAY
    second = notice(dossier, thing, round=2, starts=on + 7 * DAY, reserve=3_360_000, deposit=336_000)
    assert not names(dossier, second, on)
    assert names(dossier, msgspec.structs.replace(second, reserve=3_359_999), on) == {"floor-kept"}
    assert names(dossier, msgspec.structs.replace(second, starts=on + 6 * DAY), on) == {"notice-long-enough"}
    assert duty(done(dossier, second, on), "auction-again").met_by is not None


def test_a_paused_auction_has_no_result_until_it_goes_on() -> None:
    dossier, thing = announced()
    on = ANNOUNCED + 5 * DAY
    again = SaleContinued(property=thing, starts=SOLD + 20 * DAY)
    assert names(dossier, again, on) == {"offer-open"}
    pause = SalePaused(property=thing, reason="案外人异议", until=date(2017, 5, 15))
    dossier = done(dossier, pause, on)
    assert duty(dossier, "continue-sale").due == date(2017, 5, 22)
    assert names(dossier, pause, on) == {"offer-open"}
    assert names(dossier, PropertyUnsold(property=thing), SOLD + 5 * DAY) == {"bidding-over"}
    dossier = done(dossier, again, SOLD + 5 * DAY)
    assert names(dossier, PropertyUnsold(property=thing), SOLD + 20 * DAY) == {"bidding-over"}
    assert not names(dossier, PropertyUnsold(property=thing), SOLD + 21 * DAY)


def test_an_auction_called_off_has_no_result_and_may_be_announced_anew() -> None:
    dossier, thing = announced()
    on = ANNOUNCED + 3 * DAY
    off = SaleWithdrawn(property=thing, ground=WithdrawalGround.MISTAKE, reason="保证金账户有误")
    dossier = done(dossier, off, on)
    assert names(dossier, off, on) == {"offer-open"}
    assert len(to_return(dossier, thing, on)) == 2
    told = done(dossier, SaleNotified(property=thing, to=(APPLICANT, DEBTOR)), on)
    assert not names(told, notice(told, thing, starts=on + 20 * DAY), on + 4 * DAY)


def test_a_sale_is_undone_only_on_an_objection_that_was_upheld() -> None:
    dossier, thing = sold()
    act = SaleRevoked(property=thing, ground=RevocationGround.SYSTEM, objection=1)
    assert names(dossier, act, SOLD + DAY) == {"revocation-upheld"}


def test_what_is_on_sale_is_not_ruled_on_again() -> None:
    dossier, thing = announced()
    act = SaleRuled(property=thing, way=SaleWay.ONLINE, ruling="裁9号")
    assert names(dossier, act, ANNOUNCED + 3 * DAY) == {"not-being-sold"}


def test_before_september_2018_no_time_runs_for_setting_the_price() -> None:
    dossier, _ = held()
    with pytest.raises(IndexError):
        duty(dossier, "start-price-setting")
