"""The network's conditions of termination: answered from the record where the network was asked, certified where it was not."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cases.stories import DEBTOR, noticed
from tests.closing.stories import check
from tests.record.builder import Did, add, build
from zhixing.assets.acts.inquiry import AnswerStatus, InquiryAnswered, InquirySent
from zhixing.assets.institutions import Institution
from zhixing.closing.acts import CheckedCondition
from zhixing.closing.questions.conditions import State
from zhixing.closing.questions.networked import network_asked, other_property_asked
from zhixing.record.dossier import Dossier

SENT, ANSWERED, ASKED_ABOUT = date(2017, 3, 20), date(2017, 3, 22), date(2017, 6, 20)
IDENTIFIED = {"identified-parties": (DEBTOR,)}


def answered(*but: Institution, status: AnswerStatus = AnswerStatus.NOTHING, on: date = ANSWERED) -> Dossier:
    """A case in which all institutions were asked, and answered but these."""
    dossier = add(build(noticed()), Did(InquirySent(debtors=(DEBTOR,)), SENT, IDENTIFIED))
    inquiry = dossier.head
    for each in Institution:
        if each in but:
            continue
        act = InquiryAnswered(inquiry=inquiry, debtor=DEBTOR, institution=each, status=status)
        dossier = add(dossier, Did(act, on))
    return dossier


def test_all_answered_is_met_with_each_answer_as_evidence() -> None:
    found = network_asked(answered(), ASKED_ABOUT)
    assert found.state is State.MET and len(found.evidence) == len(Institution)
    assert other_property_asked(answered(), ASKED_ABOUT).state is State.MET


def test_what_is_missing_is_named() -> None:
    dossier = answered(Institution.VEHICLES)
    found = network_asked(dossier, ASKED_ABOUT)
    assert found.state is State.MISSING and "车辆管理机关" in str(found.facts)
    assert other_property_asked(dossier, ASKED_ABOUT).state is State.MET
    assert other_property_asked(answered(Institution.INSURANCE), ASKED_ABOUT).state is State.MISSING


@pytest.mark.parametrize("status", [AnswerStatus.PARTIAL, AnswerStatus.REFUSED, AnswerStatus.SILENT])
def test_only_whole_answers_count(status: AnswerStatus) -> None:
    assert network_asked(answered(status=status), ASKED_ABOUT).state is State.MISSING


@pytest.mark.parametrize(
    ("on", "state"),
    [(date(2017, 6, 22), State.MET), (date(2017, 6, 23), State.MET), (date(2017, 6, 24), State.MISSING)],
)
def test_answers_hold_three_months_and_a_day(on: date, state: State) -> None:
    assert network_asked(answered(), on).state is state


def test_without_an_inquiry_it_is_certified_as_before() -> None:
    assert network_asked(build(noticed()), ASKED_ABOUT).state is State.UNRECORDED


def test_a_gap_is_not_closed_by_a_check_that_no_panel_confirmed() -> None:
    dossier = add(answered(Institution.VEHICLES), check(CheckedCondition.NETWORK_INQUIRY, ASKED_ABOUT))
    assert network_asked(dossier, ASKED_ABOUT).state is State.MISSING
