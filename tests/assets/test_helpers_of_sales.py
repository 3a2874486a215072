"""An accountant takes the money of a sale in and a bailiff hands the thing over: neither handles the case."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assets.test_sale_door import on_auction
from tests.cast import who
from zhixing.assets.acts.auction import BidDepositReceived
from zhixing.assets.acts.delivery import Evicted, PropertyHandedOver
from zhixing.record import door
from zhixing.record.catalogue import installed
from zhixing.record.power import Power


@pytest.mark.django_db
def test_the_accountant_takes_a_deposit_in() -> None:
    number, thing = on_auction()
    bid = BidDepositReceived(property=thing, code="A1", bidder="d" * 64, amount=420_000, eligible=True)
    assert door.enter(number, bid, who("accountant"), on=date(2017, 4, 20)).act == bid


@pytest.mark.parametrize("kind", [PropertyHandedOver, Evicted], ids=["handed-over", "evicted"])
def test_a_bailiffs_acts_do_not_ask_for_the_handler(kind: type[PropertyHandedOver | Evicted]) -> None:
    rule = installed().rule(kind)
    assert Power.BAILIFF in rule.by
    assert "handled-by-actor" not in {each.name for each in rule.guards}
