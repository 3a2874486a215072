"""Enforcement ended against one of several debtors: that one leaves, the case goes on against the others."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests import cast
from tests.cases.stories import APPLICANT, DEBTOR, KNOWN, OTHER, noticed
from tests.closing.endings import ENDING
from tests.record.builder import Did, add, build, refused
from zhixing.cases.acts.filing import ApplicationReceived, ClaimKind, ClaimRecorded, Sharing
from zhixing.cases.acts.notice import (
    EnforcementNoticeIssued,
    ServedDocument,
    ServiceAttempted,
    ServiceMethod,
    ServiceOutcome,
)
from zhixing.cases.acts.performance import ClaimWaived
from zhixing.cases.models import CaseRow
from zhixing.closing import questions
from zhixing.closing.acts import DebtorEnding, EndingGround, EnforcementEndedAgainst
from zhixing.parties.acts import PartyJoined, Role
from zhixing.parties.models import CaseParty
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.scope import see

ON = date(2017, 5, 10)
AGAINST = EnforcementEndedAgainst(
    debtors=(OTHER,),
    ground=DebtorEnding.BANKRUPT,
    evidence="（2017）渝02民破3号裁定",
    ruling="（2017）渝0235执1号之三",
)


def two_debtors() -> list[Did]:
    """Two debtors who owe one claim jointly."""
    story = [
        Did(replace(did.act, owed_by=(DEBTOR, OTHER), sharing=Sharing.JOINT), did.on, did.facts)
        if isinstance(did.act, ClaimRecorded)
        else did
        for did in noticed()
    ]
    story.append(Did(PartyJoined(party=OTHER, role=Role.DEBTOR), date(2017, 3, 8), KNOWN))
    return story


def names(dossier: Dossier, act: Act) -> list[str]:
    return [each.guard for each in refused(dossier, Did(act, ON))]


def ended(dossier: Dossier) -> Dossier:
    """The ruling entered, with what it reaches."""
    dossier = add(dossier, Did(AGAINST, ON))
    for reach in installed().rule(EnforcementEndedAgainst).reaches(AGAINST, dossier.id):
        assert reach.dossier == dossier.id
        dossier = add(dossier, Did(reach.act, ON))
    return dossier


def test_that_debtor_leaves_and_the_case_goes_on_against_the_other() -> None:
    dossier = ended(build(two_debtors()))
    assert questions.members(dossier, Role.DEBTOR, ON) == (DEBTOR,)
    assert questions.closing(dossier, ON) is None
    notice = EnforcementNoticeIssued(to=(OTHER,))
    assert "to-debtors" in names(dossier, notice)


def test_the_ruling_is_still_served_on_the_one_who_left() -> None:
    service = ServiceAttempted(
        document=ServedDocument.OTHER,
        to=OTHER,
        method=ServiceMethod.DIRECT,
        outcome=ServiceOutcome.SERVED,
        served_on=ON,
    )
    assert "served-on-party" not in names(ended(build(two_debtors())), service)


@pytest.mark.parametrize(
    ("act", "guard"),
    [
        (replace(AGAINST, debtors=()), "some-debtors-remain"),
        (replace(AGAINST, debtors=(APPLICANT,)), "some-debtors-remain"),
        (replace(AGAINST, debtors=(DEBTOR, OTHER)), "some-debtors-remain"),
        (replace(AGAINST, evidence=" "), "debtor-ground-proven"),
        (replace(AGAINST, ground=DebtorEnding.DESTITUTE), "debtor-ground-proven"),
        (replace(AGAINST, ruling=""), "ruling-numbered"),
    ],
)
def test_each_condition_refuses_by_itself(act: EnforcementEndedAgainst, guard: str) -> None:
    found = names(build(two_debtors()), act)
    assert guard in found
    assert set(found) <= {guard, "others-owe-the-rest"}


def test_want_of_all_means_ends_a_loan() -> None:
    story = [
        Did(ApplicationReceived(cause="民间借贷纠纷"), did.on)
        if isinstance(did.act, ApplicationReceived)
        else did
        for did in two_debtors()
    ]
    assert names(build(story), replace(AGAINST, ground=DebtorEnding.DESTITUTE)) == []


def test_a_claim_that_nobody_else_owes_is_given_up_first() -> None:
    own = ClaimRecorded(
        title=4, kind=ClaimKind.MONEY, label="违约金", owed_by=(OTHER,), owed_to=(APPLICANT,), amount=90_000
    )
    dossier = add(build(two_debtors()), Did(own, ON))
    assert names(dossier, AGAINST) == ["others-owe-the-rest"]
    given_up = ClaimWaived(by=APPLICANT, amount=90_000, claim=dossier.head, reason="已申报破产债权")
    assert names(add(dossier, Did(given_up, ON)), AGAINST) == []


def test_the_ending_as_a_whole_shows_the_way_here() -> None:
    act = replace(ENDING, ground=EndingGround.BANKRUPT, parties=(OTHER,))
    (refusal,) = [
        each for each in refused(build(two_debtors()), Did(act, ON)) if each.guard == "ending-ground-proven"
    ]
    assert refusal.opens == (EnforcementEndedAgainst,)


@pytest.mark.django_db
def test_through_the_door_the_approved_ruling_lets_the_debtor_leave_in_the_same_write() -> None:
    cast.begin()
    number = cast.assigned()
    _, second = cast.parties(debtor=3)
    officer, director = cast.who("officer1"), cast.who("director")
    door.enter(number, PartyJoined(party=second, role=Role.DEBTOR), officer, on=ON)
    waiting = door.propose(number, door.Step(act=replace(AGAINST, debtors=(second,)), by=officer, on=ON))
    entry = door.approve(number, waiting.seq, director, on=ON)
    assert CaseParty.objects.get(dossier_id=number, party_id=second).current is False
    assert door.read(number).head == entry.seq + 1
    assert CaseRow.objects.get(dossier_id=number).closed_on is None
    see(())
