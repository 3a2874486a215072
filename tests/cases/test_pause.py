"""Suspension, stay and going on; what rests meanwhile."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.course import DAY, begun, duty, guards, standings, then
from tests.cases.stories import APPLICANT, DEBTOR
from tests.record.builder import Did
from zhixing.cases import questions
from zhixing.cases.acts.pause import (
    PropertyResumed,
    PropertySuspended,
    Resumed,
    Stayed,
    StayExtended,
    StayGround,
    Suspended,
    SuspensionGround,
)
from zhixing.cases.acts.settlement import SettlementRecorded
from zhixing.cases.questions.pause import suspended_objects
from zhixing.law.answers import Found
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Standing

REVIEW = Suspended(ground=SuspensionGround.TITLE_REVIEWED)
GOES_ON = Resumed(reason="审查终结")
STAY = Stayed(ground=StayGround.HIGHER_COURT, until=date(2017, 7, 10))


def doubled(act: Act) -> int:
    """The doubled interest by 20 April, in fen, after the act of 10 April."""
    answer = questions.owed(then(begun(), Did(act, DAY)), date(2017, 4, 20))
    assert isinstance(answer, Found)
    return answer.value.doubled


def test_what_does_not_rest_cannot_go_on_and_what_rests_is_not_suspended_again() -> None:
    assert guards(begun(), GOES_ON) == ["is-paused"]
    assert guards(then(begun(), Did(REVIEW, DAY)), REVIEW) == ["not-paused"]
    assert guards(then(begun(), Did(REVIEW, DAY)), GOES_ON) == []


def test_a_suspension_lasts_until_resumed_and_a_stay_ends_by_itself() -> None:
    resumed = then(begun(), Did(REVIEW, DAY), Did(GOES_ON, date(2017, 5, 10)))
    assert questions.paused(resumed, date(2017, 5, 9)) is not None
    assert questions.paused(resumed, date(2017, 5, 10)) is None
    stayed = then(begun(), Did(STAY, DAY))
    assert questions.paused(stayed, date(2017, 7, 10)) is not None
    assert questions.paused(stayed, date(2017, 7, 11)) is None


def test_what_rests_and_goes_on_within_a_day_rests_no_day() -> None:
    same_day = then(begun(), Did(REVIEW, DAY), Did(GOES_ON, DAY))
    assert questions.paused(same_day, DAY) is None
    assert questions.limit(same_day) == questions.limit(begun())


@pytest.mark.parametrize(
    ("act", "names"),
    [
        (Suspended(ground=SuspensionGround.OTHER), ["ground-recorded"]),
        (Suspended(ground=SuspensionGround.OTHER, note="被执行人下落不明"), []),
        (Suspended(ground=SuspensionGround.SETTLEMENT), ["ground-recorded"]),
        (Suspended(ground=SuspensionGround.OUTSIDER_OBJECTS), ["ground-recorded"]),
        (Suspended(ground=SuspensionGround.HEIR_AWAITED), []),
    ],
)
def test_a_suspension_has_a_ground_in_the_record(act: Suspended, names: list[str]) -> None:
    assert guards(begun(), act) == names


def test_a_settlement_that_stands_is_a_ground() -> None:
    agreed = SettlementRecorded(parties=(APPLICANT, DEBTOR), terms="一次付清", last_day=date(2017, 6, 1))
    assert guards(then(begun(), Did(agreed, DAY)), Suspended(ground=SuspensionGround.SETTLEMENT)) == []


@pytest.mark.parametrize(
    ("until", "names"),
    [
        (date(2017, 7, 10), []),
        (date(2017, 7, 11), ["stay-within-limit"]),
        (date(2017, 4, 9), ["stay-within-limit"]),
    ],
)
def test_a_stay_by_the_court_above_lasts_three_months_at_most(until: date, names: list[str]) -> None:
    assert guards(begun(), replace(STAY, until=until)) == names


@pytest.mark.parametrize(
    ("until", "names"),
    [
        (date(2018, 4, 10), ["guaranteed"]),
        (date(2018, 4, 11), ["stay-within-limit", "guaranteed"]),
    ],
)
def test_a_stay_on_guarantee_lasts_a_year_at_most(until: date, names: list[str]) -> None:
    assert guards(begun(), Stayed(ground=StayGround.GUARANTEE, until=until)) == names


@pytest.mark.parametrize(
    ("until", "names"),
    [
        (date(2017, 10, 10), []),
        (date(2017, 10, 11), ["prolonged-within-limit"]),
        (date(2017, 7, 10), ["prolonged-within-limit"]),
    ],
)
def test_a_running_stay_is_prolonged_by_three_months_at_most(until: date, names: list[str]) -> None:
    stayed = then(begun(), Did(STAY, DAY))
    assert guards(stayed, StayExtended(until=until), date(2017, 7, 3)) == names
    assert guards(stayed, StayExtended(until=until), date(2017, 7, 11)) == ["is-stayed"]
    assert guards(begun(), StayExtended(until=until)) == ["is-stayed"]


def test_a_prolonged_stay_rests_until_its_new_end() -> None:
    dossier = then(begun(), Did(STAY, DAY), Did(StayExtended(until=date(2017, 9, 1)), date(2017, 7, 3)))
    assert questions.paused(dossier, date(2017, 9, 1)) is not None
    assert questions.paused(dossier, date(2017, 9, 2)) is None


def test_before_a_stay_ends_it_is_decided_whether_to_go_on() -> None:
    stayed = then(begun(), Did(STAY, DAY))
    assert duty("decide-before-stay-ends", stayed).due == date(2017, 7, 7)  # 9 July 2017 is a Sunday
    assert standings("decide-before-stay-ends", stayed, date(2017, 7, 7), date(2017, 7, 8)) == [
        Standing.OPEN,
        Standing.OVERDUE,
    ]
    resumed = then(stayed, Did(GOES_ON, date(2017, 7, 7)))
    assert standings("decide-before-stay-ends", resumed, date(2017, 7, 7)) == [Standing.MET]


def test_only_a_review_of_the_title_stops_the_doubled_interest_and_not_at_the_debtors_request() -> None:
    runs = doubled(Suspended(ground=SuspensionGround.APPLICANT_DEFERS))
    eleven_days = 875 * 11  # 50,000 yuan at 1.75 per myriad a day, 10 to 20 April
    assert runs - doubled(REVIEW) == eleven_days
    assert doubled(replace(REVIEW, at_debtors_request=True)) == runs
    assert doubled(STAY) == runs
    assert runs - doubled(replace(STAY, reviews_title=True)) == eleven_days
    assert doubled(replace(STAY, reviews_title=True, at_debtors_request=True)) == runs


def one_thing(dossier: Dossier) -> Dossier:
    """Enforcement rests against one thing: the thirteenth entry."""
    act = PropertySuspended(object="渝FA0000 轿车", ground=SuspensionGround.RETRIAL)
    return then(dossier, Did(act, DAY))


def test_enforcement_against_one_thing_rests_while_the_case_goes_on() -> None:
    dossier = one_thing(begun())
    assert questions.paused(dossier, DAY) is None
    assert [entry.act.object for entry in suspended_objects(dossier, DAY)] == ["渝FA0000 轿车"]
    again = PropertyResumed(suspension=13, reason="再审维持原判")
    assert guards(dossier, again) == []
    assert suspended_objects(then(dossier, Did(again, DAY)), DAY) == []
    assert guards(begun(), again) == ["object-rests"]


def test_an_outsiders_objection_suspends_when_it_is_found_good() -> None:
    act = PropertySuspended(object="轿车")
    assert guards(begun(), act) == ["objection-upheld"]
    assert guards(begun(), replace(act, objection=11)) == ["objection-upheld"]
    assert guards(begun(), replace(act, object="", ground=SuspensionGround.RETRIAL)) == ["objection-upheld"]
