"""Several things to be sold: together where they cannot be parted, apart until the debt is met; and who buys before others."""

from __future__ import annotations

from datetime import date

import msgspec

from tests.assets.lots import AGREED, UNTIL, WORTH, bidding, notice, priced, ruled, ruling, two
from tests.assets.sales import ANNOUNCED, DAY, HELD, ONE, PRICED, RULED, SOLD, TOLD, done, duty, names
from tests.cases.stories import APPLICANT, DEBTOR, KNOWN, OTHER, noticed
from tests.documents.told import body, text
from tests.record.builder import Did, add, build
from zhixing.assets.acts.auction import (
    AuctionAnnounced,
    BidDepositReceived,
    PriorityBuyerConfirmed,
    PropertySold,
    PropertyUnsold,
    PurchasePricePaid,
    SaleNotified,
    SaleOfAllAgreed,
    SaleRuled,
    SaleWay,
    SaleWithdrawn,
    WithdrawalGround,
)
from zhixing.assets.acts.control import ControlReleased
from zhixing.assets.acts.delivery import PropertyHandedOver, TransferRuled, TransferRulingServed
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.valuation import ReferencePriceFixed
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.questions.found import asset
from zhixing.assets.questions.lot import Part, enough, parts
from zhixing.assets.questions.naming import same_thing
from zhixing.assets.questions.next_step import bounds, next_step
from zhixing.assets.questions.proceeds import proceeds_due
from zhixing.assets.questions.sale import sale
from zhixing.cases.acts.panel import PanelDeliberated
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import duties

REASON = "机器设备安装于厂房内，分别拍卖严重减损价值"


def together() -> tuple[Dossier, int, int]:
    """A machine and the factory it stands in, ruled to be auctioned together under the machine."""
    dossier, machine, factory = two(PropertyKind.MACHINERY, PropertyKind.FACTORY)
    return ruled(dossier, machine, together=(factory,), inseparable=REASON), machine, factory


def test_what_is_sold_together_is_sealed_found_once_and_has_a_reason() -> None:
    dossier, machine, factory = two(PropertyKind.MACHINERY, PropertyKind.FACTORY)
    act = ruling(machine, together=(factory,), inseparable=REASON)
    assert not names(dossier, act, RULED)
    wrong: list[dict[str, object]] = [
        {"inseparable": " "},
        {"together": (machine,)},
        {"together": (factory, factory)},
        {"together": (3,)},
        {"way": SaleWay.DIRECT, "ground": "consent", "reason": "双方同意"},
    ]
    for each in wrong:
        assert "lot-fits" in names(dossier, msgspec.structs.replace(act, **each), RULED), each
    on_sale = ruled(dossier, factory)
    on_sale = done(on_sale, notice(on_sale, factory, starts=ANNOUNCED + 30 * DAY), ANNOUNCED)
    assert names(on_sale, act, ANNOUNCED) == {"lot-fits"}


def test_nothing_joins_a_lot_that_this_case_does_not_hold() -> None:
    dossier, machine, _ = two(PropertyKind.MACHINERY, PropertyKind.FACTORY)
    found = PropertyFound(owner=DEBTOR, kind=PropertyKind.SHOP, name="门面", value=WORTH)
    dossier = done(dossier, found, RULED)
    act = ruling(machine, together=(dossier.head,), inseparable=REASON)
    assert names(dossier, act, RULED) == {"held-here"}


def test_a_lot_has_the_sum_of_the_prices_and_the_periods_of_a_house() -> None:
    dossier, machine, factory = together()
    found = asset(dossier, machine, ANNOUNCED)
    assert found is not None
    limits = bounds(dossier, found, ANNOUNCED)
    assert limits is not None
    assert (limits.reserve, limits.starts) == (3_500_000, ANNOUNCED + 30 * DAY)
    act = notice(dossier, machine, starts=ANNOUNCED + 30 * DAY, reserve=3_500_000, deposit=350_000)
    assert not names(dossier, act, ANNOUNCED)
    early = msgspec.structs.replace(act, starts=ANNOUNCED + 29 * DAY)
    assert names(dossier, early, ANNOUNCED) == {"notice-long-enough"}
    low = msgspec.structs.replace(act, reserve=3_499_999)
    assert names(dossier, low, ANNOUNCED) == {"floor-kept"}
    assert names(dossier, msgspec.structs.replace(act, deposit=174_999), ANNOUNCED) == {"deposit-in-bounds"}
    other = msgspec.structs.replace(act, property=factory)
    assert names(dossier, other, ANNOUNCED) >= {"under-its-lead"}


def test_a_lot_without_one_of_its_prices_is_not_announced() -> None:
    dossier, machine, _ = two(PropertyKind.MACHINERY, PropertyKind.FACTORY)
    found = PropertyFound(owner=DEBTOR, kind=PropertyKind.MACHINERY, name="模具", value=WORTH)
    dossier = done(dossier, found, HELD)
    mould = dossier.head
    unpriced = priced(dossier, mould, 1_000_000)
    unpriced = unpriced.with_entries(unpriced.recorded[:-1])
    unpriced = ruled(unpriced, machine, together=(mould,), inseparable=REASON)
    assert "price-valid" in names(unpriced, notice(unpriced, machine), ANNOUNCED)


def lot_sold() -> tuple[Dossier, int, int, date]:
    dossier, machine, factory = together()
    starts = ANNOUNCED + 30 * DAY
    act = notice(dossier, machine, starts=starts, reserve=3_500_000, deposit=350_000)
    dossier = done(dossier, act, ANNOUNCED)
    bid = BidDepositReceived(property=machine, code="A1", bidder=ONE, amount=350_000, eligible=True)
    dossier = done(dossier, bid, ANNOUNCED + DAY)
    dossier = add(dossier, Did(PartyJoined(party=OTHER, role=Role.INTERESTED), ANNOUNCED + DAY, KNOWN))
    sold = PropertySold(property=machine, buyer=OTHER, price=4_000_000, code="A1")
    return done(dossier, sold, starts + DAY), machine, factory, starts + DAY


def test_the_price_of_a_lot_is_divided_by_reference_price_to_the_last_fen() -> None:
    dossier, machine, factory, on = lot_sold()
    state = sale(dossier, machine, on)
    assert [each.amount for each in parts(dossier, state, 4_000_001, on)] == [2_000_001, 2_000_000]
    less = ReferencePriceFixed(property=machine, amount=1_000_000, valid_until=UNTIL)
    unequal = add(dossier, Did(less, PRICED), guarded=False)
    assert parts(unequal, sale(unequal, machine, on), 4_000_001, on) == (
        Part(machine, 1_142_857),
        Part(factory, 2_857_144),
    )
    # Far above what the things were thought to be worth, nothing is lost either.
    for price in (1, 2, 3_500_000, 99_999_999_999):
        assert sum(each.amount for each in parts(unequal, state, price, on)) == price


def test_without_the_reference_price_of_each_thing_nothing_is_divided() -> None:
    dossier, machine, _, on = lot_sold()
    bare = sale(dossier, machine, on)
    assert parts(build(noticed()), bare, 4_000_000, on) == ()


def test_a_lot_is_sold_paid_and_handed_over_once_and_both_controls_are_lifted() -> None:
    dossier, machine, factory, on = lot_sold()
    (due,) = proceeds_due(dossier, on)
    assert (due.thing, due.price) == (machine, 4_000_000)
    assert sale(dossier, factory, on) == sale(dossier, machine, on)
    dossier = done(dossier, PurchasePricePaid(property=machine, amount=4_000_000), on)
    dossier = done(dossier, TransferRuled(property=machine, ruling="裁2号"), on)
    dossier = done(dossier, TransferRulingServed(property=machine, to=OTHER), on)
    dossier = done(dossier, PropertyHandedOver(property=machine, to=OTHER, state="已交接"), on)
    for thing in (machine, factory):
        found = asset(dossier, thing, on)
        assert found is not None
        assert next_step(dossier, found, on).acts == (ControlReleased,)


def test_the_rulings_duty_is_done_for_everything_in_the_lot() -> None:
    dossier, machine, factory = two(PropertyKind.MACHINERY, PropertyKind.FACTORY)
    fixed = next(each for each in dossier.recorded if getattr(each.act, "property", None) == factory)
    dossier = ruled(dossier, machine, together=(factory,), inseparable=REASON)
    ruled_on = next(each for each in dossier.recorded if each.act.tag() == "assets.sale_ruled")
    assert same_thing(dossier, fixed, ruled_on)


def apart(price: int = 6_000_000) -> tuple[Dossier, int, int]:
    """Two cars on sale; the first is sold for that."""
    dossier, first, second = two()
    dossier = ruled(ruled(dossier, first), second)
    dossier = bidding(dossier, first, second)
    return (
        done(dossier, PropertySold(property=first, buyer=OTHER, price=price, code="A1"), SOLD),
        first,
        second,
    )


def test_once_enough_was_brought_the_other_auction_is_to_stop() -> None:
    dossier, _, second = apart()
    answer = enough(dossier, SOLD)
    assert answer is not None
    assert answer.brought == 6_000_000 > answer.wanted > 5_000_000
    stop = duty(dossier, "stop-other-auctions")
    assert (stop.met_by, stop.due) == (None, None)
    found = asset(dossier, second, SOLD)
    assert found is not None
    assert next_step(dossier, found, SOLD).acts[0] is SaleWithdrawn
    withdrawn = SaleWithdrawn(property=second, ground=WithdrawalGround.ENOUGH, reason="已足以清偿")
    dossier = done(dossier, withdrawn, SOLD)
    assert duty(dossier, "stop-other-auctions").met_by is not None
    again = notice(dossier, second, starts=SOLD + 20 * DAY)
    assert "not-enough-yet" in names(dossier, again, SOLD)


def test_while_it_is_not_enough_the_others_go_on() -> None:
    dossier, _, second = apart(4_000_000)
    assert enough(dossier, SOLD) is None
    assert not [
        each for each in duties(installed().duties, dossier) if each.rule.name == "stop-other-auctions"
    ]
    sold = PropertySold(property=second, buyer=OTHER, price=1_800_000, code="A1")
    assert not names(dossier, sold, SOLD)


def test_the_debtor_may_want_all_sold() -> None:
    dossier, _, second = apart()
    act = SaleOfAllAgreed(debtor=DEBTOR, note="其余车辆一并拍卖，余款退还本人")
    assert names(dossier, msgspec.structs.replace(act, note=""), SOLD) == {"agreement-proved"}
    assert names(dossier, msgspec.structs.replace(act, debtor=APPLICANT), SOLD) == {"parties-fit"}
    dossier = done(dossier, act, SOLD)
    assert duty(dossier, "stop-other-auctions").met_by is not None
    found = asset(dossier, second, SOLD)
    assert found is not None
    assert next_step(dossier, found, SOLD).acts[0] is not SaleWithdrawn


def test_what_began_after_enough_was_there_brings_no_sale_unless_the_notice_says_why() -> None:
    dossier, first, second = two()
    dossier = ruled(ruled(dossier, first), second)
    dossier = bidding(dossier, first)
    later = notice(dossier, second, starts=SOLD + 20 * DAY)
    explained = msgspec.structs.replace(later, still_needed="抵押权人优先受偿后不足")
    bid = BidDepositReceived(property=second, code="A1", bidder=ONE, amount=175_000, eligible=True)
    sold = PropertySold(property=first, buyer=OTHER, price=6_000_000, code="A1")
    end = PropertySold(property=second, buyer=OTHER, price=1_800_000, code="A1")
    for act, guards in ((later, {"was-not-to-stop"}), (explained, set())):
        told = done(done(dossier, act, ANNOUNCED), bid, ANNOUNCED + DAY)
        told = done(told, sold, SOLD)
        assert names(told, end, SOLD + 21 * DAY) == guards
        assert not names(told, PropertyUnsold(property=second), SOLD + 21 * DAY)


def test_a_prior_buyer_is_confirmed_by_the_panel_told_and_only_then_buys_as_such() -> None:
    dossier, first, _ = two()
    dossier = done(dossier, ruling(first), RULED)
    panel = dossier.last(PanelDeliberated)
    assert panel is not None
    assert panel.act == AGREED
    act = PriorityBuyerConfirmed(property=first, party=OTHER, ground="按份共有人", deliberation=panel.seq)
    assert names(dossier, act, RULED) == {"priority-confirmed"}  # not yet known in the case
    dossier = add(dossier, Did(PartyJoined(party=OTHER, role=Role.INTERESTED), RULED, KNOWN))
    for wrong in ({"ground": ""}, {"order": 0}, {"deliberation": 1}):
        assert names(dossier, msgspec.structs.replace(act, **wrong), RULED) == {"priority-confirmed"}
    unconfirmed = dossier
    dossier = done(dossier, act, RULED)
    assert names(dossier, act, RULED) == {"priority-confirmed"}
    both = SaleNotified(property=first, to=(APPLICANT, DEBTOR))
    announced = notice(dossier, first)
    assert names(done(dossier, both, TOLD), announced, ANNOUNCED) == {"told-in-time"}
    all_three = msgspec.structs.replace(both, to=(APPLICANT, DEBTOR, OTHER))
    for told, guards in (
        (done(dossier, all_three, TOLD), set()),
        (done(unconfirmed, both, TOLD), {"had-priority"}),
    ):
        told = done(told, announced, ANNOUNCED)
        bid = BidDepositReceived(property=first, code="A1", bidder=ONE, amount=175_000, eligible=True)
        told = done(told, bid, ANNOUNCED + DAY)
        sold = PropertySold(property=first, buyer=OTHER, price=2_000_000, code="A1", by_priority=True)
        assert names(told, sold, SOLD) == guards


def test_the_papers_of_a_lot_name_everything_in_it() -> None:
    dossier, machine, _, _ = lot_sold()
    (ruled_on,) = dossier.of(SaleRuled)
    told = text(body(dossier, ruled_on))
    assert "机器设备1" in told and "工业用房2" in told and REASON in told
    (announced_on,) = dossier.of(AuctionAnnounced)
    public = text(body(dossier, announced_on))
    assert "机器设备1" in public and "工业用房2" in public and "合并拍卖" in public
    assert "赵小川" not in public and "50,000" in public  # the two prices together
    on = announced_on.act.starts + 2 * DAY
    dossier = done(dossier, PurchasePricePaid(property=machine, amount=4_000_000), on)
    dossier = done(dossier, TransferRuled(property=machine, ruling="裁2号"), on)
    (passed,) = dossier.of(TransferRuled)
    assert "工业用房2" in text(body(dossier, passed))
