"""Ways of selling are offered once a property of the case has got so far; `tests.record.builder` sees that none is withheld."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assets.sales import RULED, SOLD, held, priced, sold
from tests.cases.stories import DEBTOR, noticed
from tests.record.builder import ANYONE, Did, add, build
from zhixing.assets.acts.control import Controlled, Manner
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.kinds import PropertyKind
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.permission import naming_refusals
from zhixing.record.rule import Asked, Refusal, refusals

ON = date(2017, 4, 3)
# What can be done to a property only after others have been.
LATER = {
    "assets.creditors_asked",
    "assets.private_sale_announced",
    "assets.direct_sale_offered",
    "assets.disposal_failed",
    "assets.transfer_ruled",
    "assets.transfer_ruling_served",
    "assets.registry_served",
    "assets.property_handed_over",
    "assets.eviction_noticed",
    "assets.evicted",
    "assets.price_time_extended",
    "assets.price_way_failed",
    "assets.price_report_received",
    "assets.reference_price_fixed",
    "assets.auction_announced",
    "assets.disposal_right_requested",
    "assets.disposal_right_obtained",
    "assets.deposit_transferred",
    "assets.debt_notified",
    "assets.finding_disputed",
}
ONCE_HELD = {
    "assets.price_setting_started",
    "assets.sale_ruled",
    "assets.taken_for_debt",
    "assets.management_ordered",
    "assets.disposal_request_received",
}


def found(kind: PropertyKind) -> Dossier:
    act = PropertyFound(owner=DEBTOR, kind=kind, name=kind.label, value=3_000_000)
    return build([*noticed(), Did(act, date(2017, 3, 22))])


def against(dossier: Dossier, tag: str, on: date) -> list[Refusal]:
    rule = installed().rule(tag)
    return [*naming_refusals(dossier, rule), *refusals(rule, Asked(dossier, on, ANYONE))]


def offered(dossier: Dossier, on: date, tags: set[str]) -> set[str]:
    return {tag for tag in tags if not against(dossier, tag, on)}


def test_of_what_is_only_found_nothing_is_sold_or_handed_over() -> None:
    assert not offered(found(PropertyKind.VEHICLE), ON, LATER | ONCE_HELD)
    (told,) = against(found(PropertyKind.VEHICLE), "assets.property_handed_over", ON)
    assert str(told.facts).startswith("车辆：") and told.way_out
    (told,) = against(found(PropertyKind.VEHICLE), "assets.sale_ruled", ON)
    assert [each.tag() for each in told.opens] == ["assets.controlled"]


def test_without_property_the_page_says_that_one_must_be_found() -> None:
    (told,) = against(build(noticed()), "assets.property_handed_over", ON)
    assert told.guard == "something-to-name"


def test_what_is_held_may_be_priced_and_ruled_on_and_no_more() -> None:
    dossier, _ = held()
    assert offered(dossier, ON, LATER | ONCE_HELD) == ONCE_HELD


@pytest.mark.parametrize("kind", [PropertyKind.BANK_DEPOSIT, PropertyKind.CASH])
def test_money_is_transferred_and_not_sold(kind: PropertyKind) -> None:
    assert not offered(found(kind), ON, LATER | ONCE_HELD)
    dossier, _ = held_money(kind)
    assert offered(dossier, ON, LATER | ONCE_HELD) == {
        "assets.deposit_transferred",
        "assets.disposal_request_received",
    }


def held_money(kind: PropertyKind) -> tuple[Dossier, int]:
    dossier = found(kind)
    act = Controlled(property=dossier.head, manner=Manner.FROZEN, until=date(2018, 3, 22), amount=1_000)
    return add(dossier, Did(act, date(2017, 3, 22)), guarded=False), dossier.head


def test_the_nearest_property_says_why_not() -> None:
    dossier, _ = priced()
    (told,) = against(dossier, "assets.private_sale_announced", RULED)
    assert "还应再次拍卖" in str(told.facts)


def test_after_the_sale_its_price_is_due_and_nothing_is_passed_on_before_it_is_paid() -> None:
    dossier, _ = sold()
    later = {"assets.transfer_ruled", "assets.transfer_ruling_served", "assets.property_handed_over"}
    assert not offered(dossier, SOLD, later | {"assets.auction_announced", "assets.taken_for_debt"})
