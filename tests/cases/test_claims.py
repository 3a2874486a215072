"""What a title grants: claims, interest, costs and the order of payment are refused where they cannot be reckoned with."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.stories import APPLICANT, DEBTOR, FILED, OTHER, filed, intake
from tests.record.builder import Did, add, build, refused
from zhixing.cases import questions
from zhixing.cases.acts.filing import (
    ClaimKind,
    ClaimRecorded,
    CostRecorded,
    InterestRecorded,
    RateTable,
    SetOffOrderRecorded,
    SumNature,
)
from zhixing.cases.acts.performance import SatisfactionKind, SatisfactionRecorded
from zhixing.cases.questions.money import rate_text
from zhixing.law.answers import Found, Undetermined
from zhixing.record.act import Act

CLAIM = ClaimRecorded(
    title=4, kind=ClaimKind.MONEY, label="律师费", owed_by=(DEBTOR,), owed_to=(APPLICANT,), amount=100_000
)
COST = CostRecorded(title=4, label="案件受理费", amount=105_000, borne_by=(DEBTOR,))
INTEREST = InterestRecorded(claim=5, since=date(2017, 1, 1), rate="0.06")


def names(act: Act, story: list[Did]) -> list[str]:
    """The guards that stand against the act after the story."""
    return [each.guard for each in refused(build(story), Did(act, FILED))]


@pytest.mark.parametrize(
    ("act", "guards"),
    [
        (CLAIM, []),
        (replace(CLAIM, title=5), ["title-in-dossier"]),
        (replace(CLAIM, amount=None), ["claim-says-what"]),
        (replace(CLAIM, kind=ClaimKind.CONDUCT), ["claim-says-what"]),
        (replace(CLAIM, owed_by=()), ["between-parties"]),
        (replace(CLAIM, owed_to=(OTHER,)), ["between-parties"]),
        (replace(CLAIM, owed_by=(DEBTOR, OTHER)), []),
        (COST, []),
        (replace(COST, title=1), ["title-in-dossier"]),
        (replace(COST, borne_by=(OTHER,)), ["between-parties"]),
        (INTEREST, []),
        (replace(INTEREST, claim=4), ["rate-given"]),
        (replace(INTEREST, claim=None), ["rate-given"]),
        (replace(INTEREST, claim=None, base=1_000), []),
        (replace(INTEREST, rate="百分之六"), ["rate-given"]),
        (replace(INTEREST, rate="", table=RateTable.BENCHMARK, times="1.5", plus="-0.005"), []),
        (replace(INTEREST, table=RateTable.BENCHMARK, plus="50"), []),
        (replace(INTEREST, table=RateTable.BENCHMARK, plus="50点"), ["rate-given"]),
        (replace(INTEREST, cap_rate="24%"), ["rate-given"]),
        (replace(INTEREST, cap_table=RateTable.LPR_1Y, cap_times="四"), ["rate-given"]),
        (replace(INTEREST, cap_rate="0.24"), []),
        (replace(INTEREST, year_days=366), ["rate-given"]),
        (replace(INTEREST, until=date(2016, 12, 31)), ["rate-given"]),
        (SetOffOrderRecorded(order=("利息", "工资")), []),
        (SetOffOrderRecorded(order=("本金", "加倍利息")), []),
        (SetOffOrderRecorded(order=("工资", "违约金")), ["order-names-claims"]),
        (SetOffOrderRecorded(order=()), ["order-names-claims"]),
    ],
)
def test_what_cannot_be_reckoned_with_is_refused(act: Act, guards: list[str]) -> None:
    assert names(act, intake()) == guards


def test_costs_owed_to_the_court_are_shown_but_not_claimed() -> None:
    dossier = add(build(filed()), Did(COST, FILED))
    assert questions.amount_claimed(dossier, FILED) == 5_000_000
    assert any("案件受理费 1,050.00 元（向法院交纳" in str(line) for line in questions.claims(dossier, FILED))


def test_an_agreed_order_decides_what_a_payment_lowers() -> None:
    fee = Did(replace(CLAIM, label="公告费", nature=SumNature.COURT_FEE), FILED)
    order = Did(SetOffOrderRecorded(order=("工资", "公告费")), FILED)
    paid = Did(SatisfactionRecorded(kind=SatisfactionKind.TRANSFERRED, amount=100_000), date(2017, 3, 21))
    by_law = questions.owed(build([*filed(), fee, paid], guarded=False), date(2017, 4, 20))
    agreed = questions.owed(build([*filed(), fee, order, paid], guarded=False), date(2017, 4, 20))
    assert isinstance(by_law, Found)
    assert isinstance(agreed, Found)
    # By law the 1,000 yuan go to the costs; by agreement to the wages: 30 days less of their doubled interest, 5.25 yuan.
    assert by_law.value.doubled - agreed.value.doubled == 525


def test_an_order_that_names_nothing_known_leaves_the_sum_open() -> None:
    dossier = build([*filed(), Did(SetOffOrderRecorded(order=("违约金",)), FILED)], guarded=False)
    answer = questions.owed(dossier, FILED)
    assert isinstance(answer, Undetermined)
    assert "违约金" in str(answer.missing[0])


def test_interest_is_capped_by_the_rate_the_title_names() -> None:
    on = date(2017, 4, 11)
    open_ended = questions.owed(build([*filed(), Did(replace(INTEREST, rate="0.36"), FILED)]), on)
    capped = questions.owed(
        build([*filed(), Did(replace(INTEREST, rate="0.36", cap_rate="0.24"), FILED)]), on
    )
    plain = questions.owed(build([*filed(), Did(replace(INTEREST, rate="0.24"), FILED)]), on)
    assert isinstance(open_ended, Found)
    assert isinstance(capped, Found)
    assert isinstance(plain, Found)
    assert open_ended.value.general > capped.value.general
    assert capped.value.general == plain.value.general


def test_points_are_added_to_the_table() -> None:
    on = date(2017, 4, 11)
    table = replace(INTEREST, rate="", table=RateTable.BENCHMARK)
    bare = questions.owed(build([*filed(), Did(table, FILED)]), on)
    more = questions.owed(build([*filed(), Did(replace(table, plus="0.005"), FILED)]), on)
    assert isinstance(bare, Found)
    assert isinstance(more, Found)
    # Half a percent of 50,000 yuan over 101 days (1 January to 11 April, both counted): 69.18 yuan.
    assert more.value.general - bare.value.general == 6_918


@pytest.mark.parametrize(
    ("rate", "words"), [("0.12", "年利率 12%"), ("0.0435", "年利率 4.35%"), ("1.5", "年利率 150%")]
)
def test_a_rate_is_told_as_people_write_it(rate: str, words: str) -> None:
    assert rate_text(InterestRecorded(claim=1, since=date(2016, 5, 25), rate=rate)) == words
