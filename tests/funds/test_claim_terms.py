"""Claims that say from what their interest is reckoned: one sum or several, capped and resting, published and reckoned again."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from tests.cases.stories import DEBTOR as OWES
from tests.cases.stories import noticed
from tests.funds.test_distribution_rules import APPLICANT, DAY, DEBTOR, begun, names
from tests.record.builder import Did, add, build, refused
from zhixing.cases import questions as cases
from zhixing.cases.acts.filing import InterestRecorded, RatePer, RateTable, SetOffOrderRecorded, SumNature
from zhixing.cases.acts.performance import VoluntarilyPerformed
from zhixing.funds.distribution import questions
from zhixing.funds.distribution.acts import (
    ClaimAdmitted,
    ClaimOrder,
    ClaimRank,
    DistributionPlanDrawn,
    DoublingRested,
    InterestClaimed,
    PaidBefore,
    PotHeld,
    SumClaimed,
)
from zhixing.funds.distribution.own_claim import own_claim
from zhixing.funds.distribution.published import differences, published, read, recomputed
from zhixing.funds.distribution.reckoning import reckoned, slip
from zhixing.law.answers import Found


def test_interest_is_what_its_terms_give_to_the_day() -> None:
    dossier = begun()
    claim = ClaimAdmitted(
        number="1",
        creditor=APPLICANT,
        rank=ClaimRank.ORDINARY,
        principal=1_000_000,
        interest=60_164,  # 10,000 yuan at 6 % for 366 days of 365
        doubled=5_250,  # 30 days at 1.75 in ten thousand
        reckoned_to=date(2017, 6, 15),
        due=date(2017, 5, 16),
        rate="6",
        interest_since=date(2016, 6, 15),
    )
    assert names(dossier, claim) == set()
    for wrong in (
        {"interest": 60_163},
        {"doubled": 5_251},
        {"due": date(2017, 5, 15)},
        {"rate": "6.0x"},
        {"interest_since": None},
        {"year_days": 366},
        {"due": None, "rate": "", "interest_since": None},
    ):
        assert names(dossier, msgspec.structs.replace(claim, **wrong)) == {"interest-follows"}, wrong
    for half in (
        {"times": "4"},
        {"original": 1_200_000},
        {"paid": (PaidBefore(on=date(2017, 1, 1), amount=1),)},
    ):
        assert names(dossier, msgspec.structs.replace(claim, **half)) == {"interest-follows"}, half
    # Of 12,000 yuan at 6 % 2,181.48 was paid on the 92nd day: 181.48 of interest, 2,000 of the sum.
    paid = {"original": 1_200_000, "paid": (PaidBefore(on=date(2016, 9, 14), amount=218_148),)}
    after = msgspec.structs.replace(claim, principal=1_000_000, interest=45_041, doubled=5_250, **paid)
    assert names(dossier, after) == set()
    assert names(dossier, msgspec.structs.replace(after, principal=1_000_001)) == {"interest-follows"}
    by_sum = msgspec.structs.replace(claim, reckoned_to=None, interest=1, doubled=2)
    assert names(dossier, by_sum) == set()


def test_a_multiple_of_the_lpr_follows_each_announcement() -> None:
    claim = ClaimAdmitted(
        number="1",
        rank=ClaimRank.ORDINARY,
        principal=1_000_000,
        reckoned_to=date(2020, 1, 19),
        due=date(2020, 12, 31),
        interest_since=date(2019, 8, 20),
        times="4",
    )
    assert slip(claim) is None
    answer = reckoned(claim)
    assert isinstance(answer, Found)
    # 4.25 % for 31 days, 4.20 % for 61, 4.15 % for 61, four times each, by 365 days a year.
    assert answer.value.interest == round(1_000_000 * 4 * (4.25 * 31 + 4.20 * 61 + 4.15 * 61) / 100 / 365)


LOAN = SumClaimed(label="借款", amount=1_000_000, due=date(2017, 1, 31))
GOODS = SumClaimed(label="货款", amount=500_000, due=date(2017, 3, 31))
COST = SumClaimed(label="受理费", amount=20_000, nature=SumNature.COURT_FEE)
YEARLY = InterestClaimed(on="借款", since=date(2016, 6, 16), rate="24", cap=150_000)
DAILY = InterestClaimed(
    on="货款", since=date(2017, 4, 1), last=date(2017, 4, 30), rate="0.1", per=RatePer.DAY, cap_rate="24"
)
PARTS = ClaimAdmitted(
    number="1",
    creditor=APPLICANT,
    rank=ClaimRank.ORDINARY,
    principal=1_500_000,
    # 24 % of 10,000 yuan stop at the 1,500 agreed; a thousandth a day of 5,000 for thirty days stops at 24 % a year.
    interest=150_000 + round(500_000 * 0.24 * 30 / 365),
    costs=20_000,
    # 1.75 in ten thousand a day: of 10,000 from February 1st, of 5,000 from April 1st, to June 15th; ten days of May rest.
    doubled=round(1_000_000 * 0.000175 * (135 - 10) + 500_000 * 0.000175 * (76 - 10)),
    reckoned_to=date(2017, 6, 15),
    sums=(LOAN, GOODS, COST),
    interests=(YEARLY, DAILY),
    rests=(DoublingRested(since=date(2017, 5, 1), last=date(2017, 5, 10)),),
)


def test_several_sums_caps_and_rests_are_reckoned_and_what_is_published_gives_the_same_to_the_fen() -> None:
    assert names(begun(), PARTS) == set()
    for wrong in (
        {"interest": PARTS.interest + 1},
        {"costs": 0},
        {"doubled": PARTS.doubled - 1},
        {"rests": ()},
    ):
        assert names(begun(), msgspec.structs.replace(PARTS, **wrong)) == {"interest-follows"}, wrong
    pots = (PotHeld(name="款", amount=1_000_000),)
    shares = questions.given(questions.worked_out(pots, (PARTS,), "PRO_RATA"))
    drawn = DistributionPlanDrawn(
        debtor=DEBTOR, order=ClaimOrder.PRO_RATA, pots=pots, claims=(1,), shares=shares
    )
    raw = msgspec.json.encode(published("（2017）渝0235执1号", "2017-06-15", drawn, (PARTS,)))
    found = read(raw)
    assert list(differences(found, recomputed(found))) == []
    for said, changed, part in (
        ("24", "23", "利息"),
        ('"last":"2017-05-10"', '"last":"2017-05-09"', "加倍部分"),
        ('"cap":"1500.00"', '"cap":"1500.01"', "利息"),
    ):
        other = read(raw.replace(said.encode(), changed.encode()))
        assert any(part in str(each) for each in differences(other, recomputed(other))), said


def test_what_was_paid_is_set_off_against_several_sums_and_the_agreed_order_counts() -> None:
    paid = msgspec.structs.replace(
        PARTS, interests=(), rests=(), paid=(PaidBefore(on=date(2017, 1, 1), amount=30_000),)
    )
    answer = reckoned(paid)
    assert isinstance(answer, Found)
    assert (answer.value.costs, answer.value.principal) == (0, 1_490_000)  # costs first (民法典 561)
    first = reckoned(msgspec.structs.replace(paid, principal_first=True))
    assert isinstance(first, Found)
    assert (first.value.costs, first.value.principal) == (20_000, 1_470_000)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"reckoned_to": None}, "没有填写“计息至”"),
        ({"due": date(2017, 1, 1)}, "单笔的履行期限届满日"),
        ({"sums": (LOAN, LOAN)}, "名称相同"),
        ({"sums": (LOAN, msgspec.structs.replace(GOODS, amount=0))}, "不大于零"),
        ({"sums": (LOAN, msgspec.structs.replace(GOODS, due=None))}, "没有履行期限届满日"),
        ({"interests": (msgspec.structs.replace(YEARLY, on="欠款"),)}, "不是上列债权的名称"),
        ({"interests": (msgspec.structs.replace(YEARLY, table=RateTable.LPR_1Y),)}, "须填且只填一项"),
        ({"interests": (msgspec.structs.replace(YEARLY, rate="百分之六"),)}, "读不出"),
        ({"interests": (msgspec.structs.replace(YEARLY, cap_rate="24"),)}, "上限只填一种"),
        ({"interests": (msgspec.structs.replace(DAILY, year_days=360),)}, "一年的天数"),
        ({"interests": (msgspec.structs.replace(DAILY, last=date(2017, 3, 1)),)}, "止日早于起算日"),
        ({"paid": (PaidBefore(on=date(2017, 1, 1), amount=0),)}, "不大于零"),
        ({"rests": (DoublingRested(since=date(2017, 5, 2), last=date(2017, 5, 1)),)}, "止日早于起日"),
    ],
)
def test_terms_that_make_no_sense_say_which(change: dict[str, object], told: str) -> None:
    found = refused(begun(), Did(msgspec.structs.replace(PARTS, **change), DAY))
    assert [each.guard for each in found] == ["interest-follows"] and told in str(found[0].facts)


def test_the_cases_own_claim_is_filled_in_with_its_sums_interest_and_payments() -> None:
    dossier = build(noticed())
    claim = cases.money_claims(dossier, DAY)[0]
    on = claim.act.due or DAY
    yearly = InterestRecorded(claim=claim.seq, since=on, rate="0.045", cap=9_000)
    dossier = add(dossier, Did(yearly, on), guarded=False)
    dossier = add(
        dossier, Did(VoluntarilyPerformed(by=OWES, amount=100_000), on + timedelta(days=9)), guarded=False
    )
    day = on + timedelta(days=200)
    act, owed = own_claim(dossier, APPLICANT, "1", day), cases.owed(dossier, day)
    assert act is not None and isinstance(owed, Found) and slip(act) is None
    assert act.principal + act.interest + act.costs + act.doubled == owed.value.outstanding.total
    assert [each.amount for each in act.sums] == [claim.act.amount] and act.paid[0].amount == 100_000
    assert (act.interests[0].rate, act.interests[0].cap) == ("4.5", 9_000)
    agreed = add(dossier, Did(SetOffOrderRecorded(order=("本金",)), day), guarded=False)
    stated = own_claim(agreed, APPLICANT, "1", day)
    assert (
        stated is not None and stated.reckoned_to is None and not stated.sums
    )  # an order no claim can state
