"""Sales of what is held: the rules of their day, floors that rounding never lowers, notices, and prices that grow old."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.answers import Found, Undetermined
from zhixing.law.disposal import (
    NET_SALE_SINCE,
    ONLINE_SINCE,
    AuctionTerms,
    Basis,
    Thing,
    Way,
    auction_terms,
    deposit_bounds,
    direct_floor,
    earliest_day,
    private_sale_terms,
    reserve_floor,
)
from zhixing.law.reference_price import (
    SINCE,
    PriceWay,
    before_in_order,
    mean_price,
    report_terms,
    still_valid,
    valid_at_most,
)

DAY = timedelta(days=1)
SUMS = st.integers(min_value=1, max_value=10**13)


def terms(way: Way, on: date = date(2017, 6, 15)) -> AuctionTerms:
    found = auction_terms(way, on)
    assert isinstance(found, Found)
    return found.value


def test_online_auctions_have_rules_from_the_day_they_entered_into_force() -> None:
    assert isinstance(auction_terms(Way.ONLINE, ONLINE_SINCE - DAY), Undetermined)
    assert isinstance(auction_terms(Way.ONLINE, ONLINE_SINCE), Found)
    assert isinstance(auction_terms(Way.TRADITIONAL, ONLINE_SINCE - DAY), Found)


@pytest.mark.parametrize(
    ("way", "thing", "first", "again"),
    [
        (Way.ONLINE, Thing.MOVABLE, 15, 7),
        (Way.ONLINE, Thing.OTHER, 30, 15),
        (Way.TRADITIONAL, Thing.MOVABLE, 7, 7),
        (Way.TRADITIONAL, Thing.OTHER, 15, 15),
    ],
)
def test_notice_periods_by_way_and_thing(way: Way, thing: Thing, first: int, again: int) -> None:
    published = date(2017, 5, 1)
    assert earliest_day(published, terms(way).first_notice[thing]) == published + first * DAY
    assert earliest_day(published, terms(way).again_notice[thing]) == published + again * DAY


@given(SUMS)
def test_a_reserve_at_the_floor_is_never_under_seventy_percent(reference: int) -> None:
    floor = reserve_floor(terms(Way.ONLINE), reference).value
    assert floor * 10 >= reference * 7 > (floor - 1) * 10


@given(SUMS)
def test_a_second_reserve_at_the_floor_is_at_most_a_fifth_lower(before: int) -> None:
    for way in Way:
        floor = reserve_floor(terms(way), 1, before).value
        assert floor * 5 >= before * 4 > (floor - 1) * 5


def test_an_auction_house_begins_at_the_appraisal() -> None:
    assert reserve_floor(terms(Way.TRADITIONAL), 1_234_567).value == 1_234_567


@given(SUMS)
def test_a_deposit_online_lies_between_a_twentieth_and_a_fifth(reserve: int) -> None:
    least, most = deposit_bounds(terms(Way.ONLINE), reserve, reserve * 2)
    assert most is not None
    assert least * 20 >= reserve
    assert most * 5 <= reserve


def test_the_private_sale_after_online_auctions_has_periods_since_july_2017() -> None:
    assert isinstance(private_sale_terms(Way.ONLINE, NET_SALE_SINCE - DAY), Undetermined)
    assert isinstance(private_sale_terms(Way.ONLINE, NET_SALE_SINCE), Found)


def test_only_an_appraisal_that_failed_may_be_halved() -> None:
    assert direct_floor(Basis.APPRAISED, 1001, failed_before=True).value == 501
    assert direct_floor(Basis.APPRAISED, 1001).value == 1001
    assert direct_floor(Basis.MARKET, 1001, failed_before=True).value == 1001


def test_the_four_ways_are_ordered_since_september_2018() -> None:
    then = before_in_order(PriceWay.APPRAISED, SINCE)
    assert isinstance(then, Found)
    assert then.value == (PriceWay.AGREED, PriceWay.ASKED, PriceWay.NETWORK)
    earlier = before_in_order(PriceWay.APPRAISED, SINCE - DAY)
    assert isinstance(earlier, Found)
    assert earlier.value == ()


def test_each_way_belongs_to_its_time() -> None:
    assert isinstance(before_in_order(PriceWay.NETWORK, SINCE - DAY), Undetermined)
    assert isinstance(before_in_order(PriceWay.MARKET, SINCE), Undetermined)
    assert isinstance(report_terms(PriceWay.APPRAISED, SINCE - DAY), Undetermined)
    assert isinstance(report_terms(PriceWay.AGREED, SINCE), Undetermined)
    assert isinstance(report_terms(PriceWay.APPRAISED, SINCE), Found)


def test_without_an_answer_there_is_no_mean() -> None:
    assert isinstance(mean_price([]), Undetermined)


@given(st.lists(SUMS, min_size=1, max_size=5))
def test_a_mean_lies_between_its_prices(prices: list[int]) -> None:
    found = mean_price(prices)
    assert isinstance(found, Found)
    assert min(prices) <= found.value <= max(prices)


def test_a_price_serves_half_a_year_longer_when_the_notice_came_in_time() -> None:
    until = date(2019, 8, 31)
    assert still_valid(until, until, date(2020, 2, 29)).value
    assert not still_valid(until, until, date(2020, 3, 1)).value
    assert not still_valid(until, until + DAY, until + 30 * DAY).value
    assert valid_at_most(date(2018, 8, 31)) == until
