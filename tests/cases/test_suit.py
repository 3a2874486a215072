"""The suit after an outsider's objection, and the release of the thing."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.course import duty, guards, has_duty, serves, standings, then
from tests.cases.stories import APPLICANT, DEBTOR, OTHER
from tests.cases.test_objections import claimed, decided, objected
from tests.record.builder import Did
from zhixing.cases.acts.pause import PropertySuspended
from zhixing.cases.acts.review import ObjectionResult
from zhixing.cases.acts.suit import (
    ObjectionSuitAccepted,
    ObjectionSuitDecided,
    ObjectionSuitFiled,
    ObjectReleased,
)
from zhixing.cases.questions.review import disposal_barred
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Standing

RULED, SERVED, LAST = date(2017, 5, 2), date(2017, 5, 3), date(2017, 5, 18)
SUIT = ObjectionSuitFiled(objection=14, by=OTHER)
RELEASED = ObjectReleased(objection=14, ruling="（2017）渝0235执1号之三")


def ruled(result: ObjectionResult, to: int) -> Dossier:
    """An outsider's objection decided on 2 May, the ruling in the seventeenth entry, served the next day."""
    return then(decided(claimed(), 14, result, RULED), serves(17, to, SERVED))


def sued(result: ObjectionResult, by: int) -> Dossier:
    """The same, sued over on 10 May: the nineteenth entry."""
    return then(ruled(result, by), Did(replace(SUIT, by=by), date(2017, 5, 10)))


@pytest.mark.parametrize(("on", "names"), [(LAST, []), (date(2017, 5, 19), ["suit-in-time"])])
def test_fifteen_days_from_service(on: date, names: list[str]) -> None:
    assert guards(ruled(ObjectionResult.DISMISSED, OTHER), SUIT, on) == names
    assert duty("sue-on-objection", ruled(ObjectionResult.DISMISSED, OTHER)).due == LAST


@pytest.mark.parametrize(
    ("result", "by", "names"),
    [
        (ObjectionResult.DISMISSED, OTHER, []),
        (ObjectionResult.DISMISSED, APPLICANT, ["suit-open"]),
        (ObjectionResult.UPHELD, APPLICANT, []),
        (ObjectionResult.UPHELD, DEBTOR, ["suit-open"]),
        (ObjectionResult.UPHELD, OTHER, ["suit-open"]),
    ],
)
def test_who_lost_the_objection_sues(result: ObjectionResult, by: int, names: list[str]) -> None:
    assert guards(ruled(result, by), replace(SUIT, by=by), date(2017, 5, 10)) == names


def test_no_suit_before_the_ruling_nor_over_an_act() -> None:
    assert guards(claimed(), SUIT) == ["suit-open"]
    act = decided(objected(), 13, ObjectionResult.DISMISSED, RULED)
    assert guards(act, ObjectionSuitFiled(objection=13, by=DEBTOR), RULED) == ["suit-open"]
    assert guards(act, ObjectionSuitFiled(objection=11, by=DEBTOR), RULED) == ["suit-open"]


def test_the_partys_fifteen_days_are_kept_by_suing() -> None:
    assert standings("sue-on-objection", sued(ObjectionResult.DISMISSED, OTHER), date(2017, 5, 10)) == [
        Standing.EXERCISED
    ]


def test_fifteen_days_to_decide_on_filing_the_suit() -> None:
    dossier = sued(ObjectionResult.DISMISSED, OTHER)
    assert duty("decide-suit-filing", dossier).due == date(2017, 5, 25)
    accepted = then(dossier, Did(ObjectionSuitAccepted(suit=19), date(2017, 5, 25)))
    assert standings("decide-suit-filing", accepted, date(2017, 5, 25)) == [Standing.MET]
    assert guards(accepted, ObjectionSuitAccepted(suit=19), date(2017, 5, 26)) == ["suit-pending"]
    assert guards(dossier, ObjectionSuitAccepted(suit=17), date(2017, 5, 26)) == ["suit-pending"]


@pytest.mark.parametrize("enforceable", [True, False])
def test_while_the_suit_is_heard_the_thing_is_not_disposed_of(enforceable: bool) -> None:
    dossier = sued(ObjectionResult.DISMISSED, OTHER)
    assert disposal_barred(dossier, date(2017, 12, 1)) is not None
    judged = then(dossier, Did(ObjectionSuitDecided(suit=19, enforceable=enforceable), date(2017, 12, 1)))
    assert (disposal_barred(judged, date(2017, 12, 1)) is None) is enforceable
    assert guards(judged, RELEASED, date(2017, 12, 2)) == (["release-due"] if enforceable else [])


def test_an_objection_upheld_suspends_enforcement_against_the_thing() -> None:
    upheld = ruled(ObjectionResult.UPHELD, APPLICANT)
    assert disposal_barred(upheld, date(2018, 1, 1)) is not None
    assert guards(upheld, PropertySuspended(object="轿车", objection=14), SERVED) == []


@pytest.mark.parametrize(("on", "names"), [(LAST, ["release-due"]), (date(2017, 5, 19), [])])
def test_the_thing_is_released_when_the_applicant_does_not_sue(on: date, names: list[str]) -> None:
    assert guards(ruled(ObjectionResult.UPHELD, APPLICANT), RELEASED, on) == names


def test_seven_days_to_release() -> None:
    upheld = ruled(ObjectionResult.UPHELD, APPLICANT)
    assert duty("release-after-objection", upheld).due == date(2017, 5, 25)
    released = then(upheld, Did(RELEASED, date(2017, 5, 25)))
    assert standings("release-after-objection", released, date(2017, 5, 25)) == [Standing.MET]
    assert disposal_barred(released, date(2017, 5, 25)) is None


def test_nothing_is_released_while_the_applicant_may_sue_or_sues() -> None:
    unserved = decided(claimed(), 14, ObjectionResult.UPHELD, RULED)
    assert standings("release-after-objection", unserved, LAST) == [Standing.UNDETERMINED]
    assert guards(unserved, RELEASED, date(2018, 1, 1)) == ["release-due"]
    assert not has_duty("release-after-objection", sued(ObjectionResult.UPHELD, APPLICANT))
    assert guards(sued(ObjectionResult.UPHELD, APPLICANT), RELEASED, date(2018, 1, 1)) == ["release-due"]
    assert guards(ruled(ObjectionResult.DISMISSED, OTHER), RELEASED, date(2018, 1, 1)) == ["release-due"]
