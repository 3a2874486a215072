"""Auctions by an auction house: movables twice and then back, all else three times and then on sale for sixty days."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assets.sales import DAY, PRICE, RULED, done, duty, names, notice, priced, ruled
from tests.cases.stories import APPLICANT, DEBTOR
from zhixing.assets.acts.auction import (
    PropertyUnsold,
    SaleNotified,
    SaleRuled,
    SaleWay,
    UnsoldReason,
)
from zhixing.assets.acts.sale import CreditorsAsked, DisposalFailed, PrivateSaleAnnounced
from zhixing.assets.acts.valuation import PriceMethod, PriceReportReceived, PriceSettingStarted
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.questions.found import asset
from zhixing.assets.questions.next_step import bounds, next_step
from zhixing.record.dossier import Dossier

START = date(2017, 4, 20)


def failed(kind: PropertyKind, times: int) -> tuple[Dossier, int, date, int]:
    """Auctions each a fifth cheaper, none sold; the last day and the last reserve."""
    dossier, thing = ruled(kind, SaleWay.TRADITIONAL)
    on, reserve = START, PRICE
    for number in range(1, times + 1):
        dossier = done(dossier, SaleNotified(property=thing, to=(APPLICANT, DEBTOR)), on)
        said = notice(
            dossier, thing, round=number, starts=on + 20 * DAY, reserve=reserve, deposit=300_000, hours=0
        )
        dossier = done(dossier, said, on)
        on = on + 20 * DAY
        dossier = done(dossier, PropertyUnsold(property=thing, reason=UnsoldReason.BELOW), on)
        reserve = reserve * 4 // 5
    return dossier, thing, on, reserve * 5 // 4


def test_movables_go_back_after_two_auctions() -> None:
    dossier, thing, on, _ = failed(PropertyKind.VEHICLE, 2)
    act = DisposalFailed(property=thing, reason="两次流拍，申请执行人不接受抵债")
    assert names(dossier, act, on) == {"all-failed"}
    dossier = done(dossier, CreditorsAsked(property=thing, to=(APPLICANT,)), on)
    assert not names(dossier, act, on)
    assert duty(done(dossier, act, on), "release-unsold").met_by is None


@pytest.mark.parametrize(("times", "over"), [(2, False), (3, True)])
def test_a_house_is_offered_three_times(times: int, *, over: bool) -> None:
    dossier, thing, on, reserve = failed(PropertyKind.SHOP, times)
    found = asset(dossier, thing, on)
    assert found is not None
    assert (bounds(dossier, found, on) is None) is over
    dossier = done(dossier, CreditorsAsked(property=thing, to=(APPLICANT,)), on) if over else dossier
    offer = PrivateSaleAnnounced(property=thing, price=reserve, starts=on + DAY)
    assert ("auctions-exhausted" in names(dossier, offer, on)) is not over
    if over:
        assert not names(dossier, offer, on)
        assert duty(dossier, "announce-private-sale").due == on + 7 * DAY
    else:
        assert duty(dossier, "auction-again").met_by is None


def test_what_comes_next_is_told_step_by_step() -> None:
    dossier, thing = priced()
    found = asset(dossier, thing, RULED)
    assert found is not None
    assert next_step(dossier, found, RULED).acts[0] is SaleRuled
    failing, other, on, _ = failed(PropertyKind.VEHICLE, 2)
    own = asset(failing, other, on)
    assert own is not None
    assert next_step(failing, own, on).acts[0] is CreditorsAsked
    again = PriceSettingStarted(property=thing, method=PriceMethod.APPRAISED)
    dossier = done(dossier, again, RULED)
    report = PriceReportReceived(property=thing, amount=PRICE, valid_until=date(2018, 4, 1))
    assert not names(dossier, report, RULED)
