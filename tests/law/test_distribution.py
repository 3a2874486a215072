"""The order of satisfaction: worked examples, and what must hold whatever is claimed."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.law.distribution import Claim, Distribution, Order, Pot, Rank, Stage, cites_of, distribute
from zhixing.law.pro_rata import pro_rata

GENERAL = [rank for rank in Rank if rank not in (Rank.CONSTRUCTION, Rank.PRIORITY)]
SUMS = st.integers(0, 10**9)


@st.composite
def claim_lists(draw: st.DrawFn) -> list[Claim]:
    found = []
    for number in range(1, draw(st.integers(1, 12)) + 1):
        rank = draw(st.sampled_from(Rank))
        pot = draw(st.sampled_from("甲乙")) if rank not in GENERAL else ""
        found.append(
            Claim(
                number=str(number),
                rank=rank,
                principal=draw(SUMS),
                interest=draw(SUMS),
                costs=draw(SUMS),
                doubled=draw(SUMS) if rank in (Rank.ORDINARY, Rank.PRIORITY) else 0,
                pot=pot,
                place=draw(st.integers(1, 3)),
                turn=draw(st.integers(0, 3)),
            )
        )
    return found


POTS = st.tuples(SUMS, SUMS).map(lambda two: [Pot("甲", two[0]), Pot("乙", two[1])])
ORDERS = st.sampled_from(Order)


def got(found: Distribution) -> dict[str, int]:
    return {each.claim: each.total for each in found.shares}


@given(POTS, claim_lists(), ORDERS)
def test_shares_and_the_rest_sum_to_the_amount_and_nobody_gets_more_than_his_claim(
    pots: list[Pot], claims: list[Claim], order: Order
) -> None:
    found = distribute(pots, claims, order)
    assert sum(got(found).values()) + found.left == sum(pot.amount for pot in pots)
    of = {claim.number: claim for claim in claims}
    for share in found.shares:
        claim = of[share.claim]
        assert 0 <= share.costs <= claim.costs and 0 <= share.interest <= claim.interest
        assert 0 <= share.principal <= claim.principal and 0 <= share.doubled <= claim.doubled


@given(POTS, claim_lists(), ORDERS)
def test_no_lower_class_gets_while_a_higher_one_is_short(
    pots: list[Pot], claims: list[Claim], order: Order
) -> None:
    steps = distribute(pots, claims, order).steps
    merged = [step for step in steps if not step.pot]
    for number, step in enumerate(merged):
        if step.available < step.base:
            assert all(later.paid == 0 for later in merged[number + 1 :])
    for pot in "甲乙":
        of_it = [step for step in steps if step.pot == pot]
        for number, step in enumerate(of_it):
            if step.available < step.base:
                assert all(later.paid == 0 for later in of_it[number + 1 :])


@given(POTS, claim_lists(), ORDERS, st.integers(0, 99))
def test_the_order_of_the_list_decides_nothing(
    pots: list[Pot], claims: list[Claim], order: Order, seed: int
) -> None:
    mixed = random.Random(seed).sample(claims, len(claims))
    assert distribute(pots, mixed, order) == distribute(pots, claims, order)


@given(SUMS, st.dictionaries(st.integers(1, 40).map(str), SUMS, min_size=1), st.integers(1, 1000))
def test_a_share_is_its_exact_quota_to_less_than_a_fen_and_scales(
    amount: int, sizes: dict[str, int], by: int
) -> None:
    total = sum(sizes.values())
    if amount >= total:
        assert pro_rata(amount, sizes) == sizes
        return
    once = pro_rata(amount, sizes)
    larger = pro_rata(amount * by, {name: size * by for name, size in sizes.items()})
    assert sum(once.values()) == amount
    for name, size in sizes.items():
        assert abs(once[name] * total - amount * size) < total
        assert abs(larger[name] - once[name] * by) <= by


def test_left_over_fen_go_to_the_largest_fraction_then_the_larger_claim_then_the_lesser_number() -> None:
    assert pro_rata(100, {"3": 100, "2": 100, "1": 100}) == {"3": 33, "2": 33, "1": 34}
    assert pro_rata(1, {"1": 1, "2": 2}) == {"1": 0, "2": 1}
    assert pro_rata(5, {"1": 100, "2": 200, "3": 300}) == {"1": 1, "2": 2, "3": 2}
    assert pro_rata(2, {"10": 5, "2": 5, "9": 5}) == {"10": 0, "2": 1, "9": 1}


def debt(
    number: str, rank: Rank, principal: int, *, doubled: int = 0, place: int = 1, turn: int = 0
) -> Claim:
    pot = "房屋" if rank in (Rank.PRIORITY, Rank.CONSTRUCTION) else ""
    return Claim(
        number=number, rank=rank, principal=principal, doubled=doubled, pot=pot, place=place, turn=turn
    )


def test_a_mortgage_takes_its_house_alone_and_goes_on_as_ordinary() -> None:
    pots = [Pot("房屋", 600_000), Pot("存款", 300_000)]
    claims = [
        Claim(number="1", rank=Rank.COSTS, principal=100_000, pot="房屋"),
        debt("2", Rank.PRIORITY, 700_000),
        debt("3", Rank.ORDINARY, 400_000),
    ]
    found = distribute(pots, claims, Order.PRO_RATA)
    # House 600,000 - 100,000 = 500,000 to the bank, which is short of 200,000; 300,000 among 200,000 and 400,000.
    assert got(found) == {"1": 100_000, "2": 600_000, "3": 200_000}
    assert found.left == 0


def test_the_price_of_construction_goes_before_a_mortgage_and_mortgages_by_rank() -> None:
    claims = [
        debt("1", Rank.PRIORITY, 300, place=2),
        debt("2", Rank.PRIORITY, 300, place=1),
        debt("3", Rank.CONSTRUCTION, 500),
    ]
    assert got(distribute([Pot("房屋", 900)], claims, Order.PRO_RATA)) == {"1": 100, "2": 300, "3": 500}


def test_crime_and_debt_together_follow_their_own_order() -> None:
    claims = [
        debt("1", Rank.CONFISCATION, 100),
        debt("2", Rank.FINE, 100),
        debt("3", Rank.ORDINARY, 100, doubled=10),
        debt("4", Rank.VICTIM, 100),
        debt("5", Rank.PRIORITY, 100),
        debt("6", Rank.MEDICAL, 100),
    ]
    paid = [
        got(distribute([Pot("房屋", sum_)], claims, Order.PRO_RATA)) for sum_ in (100, 250, 350, 430, 505)
    ]
    assert paid[0] == {"1": 0, "2": 0, "3": 0, "4": 0, "5": 0, "6": 100}
    assert (paid[1]["6"], paid[1]["5"], paid[1]["4"]) == (100, 100, 50)
    assert (paid[2]["4"], paid[2]["3"]) == (100, 50)
    assert (paid[3]["3"], paid[3]["2"], paid[3]["1"]) == (110, 20, 0)
    assert (paid[4]["2"], paid[4]["1"]) == (95, 0)


def test_a_legal_persons_creditors_are_paid_by_first_control_and_one_turn_pro_rata() -> None:
    claims = [
        debt("1", Rank.ORDINARY, 300, turn=2),
        debt("2", Rank.ORDINARY, 300, turn=1),
        debt("3", Rank.ORDINARY, 100, turn=2),
        debt("4", Rank.ORDINARY, 100),
    ]
    pots = [Pot("存款", 500)]
    assert got(distribute(pots, claims, Order.FIRST_CONTROL)) == {"1": 150, "2": 300, "3": 50, "4": 0}
    assert got(distribute(pots, claims, Order.PRO_RATA)) == {"1": 188, "2": 188, "3": 62, "4": 62}
    by_control = [each.norm for each in cites_of(Stage.ORDINARY, Order.FIRST_CONTROL)]
    assert by_control == ["执行工作规定", "民诉法解释"]


def test_title_money_of_all_goes_before_the_doubled_part_of_any() -> None:
    claims = [debt("1", Rank.ORDINARY, 14_400, doubled=6_300), debt("2", Rank.ORDINARY, 5_600)]
    assert got(distribute([Pot("存款", 20_000)], claims, Order.PRO_RATA)) == {"1": 14_400, "2": 5_600}
    found = distribute([Pot("存款", 30_000)], claims, Order.PRO_RATA)
    assert (got(found)["1"], found.left) == (20_700, 3_700)


@pytest.mark.parametrize(("principal_first", "parts"), [(False, (50, 100, 50)), (True, (0, 0, 200))])
def test_within_a_claim_costs_then_interest_then_principal_unless_agreed(
    principal_first: bool, parts: tuple[int, int, int]
) -> None:
    claim = Claim(
        number="1",
        rank=Rank.ORDINARY,
        principal=500,
        interest=100,
        costs=50,
        principal_first=principal_first,
    )
    share = distribute([Pot("存款", 200)], [claim], Order.PRO_RATA).shares[0]
    assert (share.costs, share.interest, share.principal) == parts


@pytest.mark.parametrize(
    ("claims", "pots", "says"),
    [
        ([debt("1", Rank.ORDINARY, 1)] * 2, [Pot("存款", 1)], "编号重复"),
        ([debt("1", Rank.PRIORITY, 1)], [Pot("存款", 1)], "不在待分配款项之内"),
        ([Claim(number="1", rank=Rank.PRIORITY, principal=1)], [Pot("存款", 1)], "对哪一项财产"),
        ([], [Pot("存款", 1)] * 2, "名称为空或者重复"),
        ([debt("1", Rank.ORDINARY, -1)], [Pot("存款", 1)], "金额为负"),
    ],
    ids=["number-twice", "pot-missing", "no-pot", "pot-twice", "negative"],
)
def test_inputs_that_make_no_sense_are_refused(claims: list[Claim], pots: list[Pot], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        distribute(pots, claims, Order.PRO_RATA)
