"""Filing: each condition of acceptance refuses by itself, says why, and lets the same act pass once it is there."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.stories import APPLICANT, DEBTOR, FILING, filed, intake
from tests.record.builder import ANYONE, Did, add, build, refused
from zhixing.cases import questions
from zhixing.cases.acts.filing import (
    ClaimKind,
    ClaimRecorded,
    Filed,
    InterestRecorded,
    SupplementAsked,
    SupplementReceived,
)
from zhixing.cases.questions.limitation import limitation
from zhixing.law.answers import Found, Undetermined
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.duty import Standing, duties


def names(did: Did, *story: Did) -> list[str]:
    return [each.guard for each in refused(build(story, guarded=False), did)]


def test_a_complete_application_is_filed() -> None:
    dossier = build(filed())
    assert questions.case_number(dossier, FILING.on) == "（2017）渝0235执1号"
    assert questions.stage(dossier, FILING.on) == "已立案待移送"


@pytest.mark.parametrize(
    ("missing", "guard"),
    [
        ("TitleRecorded", "title-effective"),
        ("ClaimRecorded", "content-definite"),
        ("RiskNoticeGiven", "told-of-risks"),
        ("PreservationHintGiven", "told-of-risks"),
    ],
)
def test_what_is_missing_is_named(missing: str, guard: str) -> None:
    story = [did for did in intake() if type(did.act).__name__ != missing]
    assert guard in names(FILING, *story)


@pytest.mark.parametrize(("index", "guard"), [(1, "applicant-entitled"), (2, "content-definite")])
def test_both_sides_must_be_there(index: int, guard: str) -> None:
    story = intake()
    del story[index]
    assert guard in names(FILING, *story)


def test_a_title_not_yet_effective_is_refused_until_it_is() -> None:
    early = Did(Filed(), date(2017, 1, 9), FILING.facts)
    assert "title-effective" in names(early, *intake())


def test_before_the_time_for_performance_has_run_out_there_is_nothing_to_enforce() -> None:
    on_last_day = Did(Filed(), date(2017, 1, 20), FILING.facts)
    day_after = Did(Filed(), date(2017, 1, 21), FILING.facts)
    assert "overdue" in names(on_last_day, *intake())
    assert "overdue" not in names(day_after, *intake())


def test_a_case_is_filed_once() -> None:
    assert names(FILING, *filed()) == ["not-filed"]


def test_what_was_asked_for_must_come_in_first() -> None:
    asked = Did(SupplementAsked(items=("身份证明",), until=date(2017, 3, 9)), date(2017, 3, 2))
    came = Did(SupplementReceived(), date(2017, 3, 3))
    assert names(FILING, *intake(), asked) == ["supplemented"]
    assert names(FILING, *intake(), asked, came) == []


@pytest.mark.parametrize(
    "number", ["（2017）渝0236执1号", "（2017）渝0235执恢1号", "2017 第一号", "（2017）渝0235执号"]
)
def test_a_supplied_number_must_be_of_this_court_and_kind(number: str) -> None:
    assert names(Did(Filed(number=number), FILING.on, FILING.facts), *intake()) == ["number-fits"]


def test_the_clock_for_filing_rests_while_something_is_missing() -> None:
    asked = Did(SupplementAsked(items=("身份证明",), until=date(2017, 3, 9)), date(2017, 3, 2))
    (duty,) = [
        each
        for each in duties(installed().duties, build([*intake(), asked]))
        if each.rule.name == "decide-on-filing"
    ]
    assert duty.due == date(2017, 3, 8)
    assert duty.standing(date(2017, 3, 20)) is Standing.SUSPENDED


CLAIM = ClaimRecorded(
    title=4, kind=ClaimKind.MONEY, label="经济补偿", owed_by=(DEBTOR,), owed_to=(APPLICANT,), amount=100
)


@pytest.mark.parametrize(
    ("act", "guard"),
    [
        (replace(CLAIM, title=1), "title-in-dossier"),
        (replace(CLAIM, amount=None), "claim-says-what"),
        (replace(CLAIM, kind=ClaimKind.THING, amount=None), "claim-says-what"),
        (InterestRecorded(claim=5, since=date(2017, 1, 1), rate="六厘"), "rate-given"),
        (InterestRecorded(since=date(2017, 1, 1), rate="0.06"), "rate-given"),
        (
            InterestRecorded(claim=5, since=date(2017, 1, 2), until=date(2017, 1, 1), rate="0.06"),
            "rate-given",
        ),
    ],
)
def test_a_claim_or_interest_that_says_too_little_is_refused(act: Act, guard: str) -> None:
    assert names(Did(act, FILING.on), *intake()) == [guard]


def test_what_is_owed_to_the_day_comes_with_its_derivation() -> None:
    owed = questions.owed(build(filed()), date(2017, 3, 21))
    assert isinstance(owed, Found)
    # 50,000 yuan, sixty days after 20 January 2017, 0.0175 % a day: 525 yuan.
    assert (owed.value.doubled, owed.value.outstanding.total) == (52_500, 5_052_500)
    assert owed.value.steps


def test_without_claims_nothing_can_be_told() -> None:
    story = [did for did in intake() if not isinstance(did.act, ClaimRecorded)]
    assert isinstance(questions.owed(build(story), FILING.on), Undetermined)


def test_nothing_is_filed_by_one_without_that_power() -> None:
    assert "filing" in {power.value for power in installed().rule(Filed).by}
    assert ANYONE.powers


def test_two_years_run_from_the_earliest_instalment_before_2022() -> None:
    late = Did(replace(CLAIM, due=date(2016, 1, 1)), date(2017, 3, 2))
    answer = limitation(add(build(intake()), late), FILING.on)
    assert isinstance(answer, Found)
    assert answer.value.last_day == date(2018, 1, 2)  # 1 January 2018 is a holiday
    assert answer.value.in_time
