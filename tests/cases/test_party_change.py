"""Change and addition of parties: on which ground, by whom, how it is decided and fought over."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.course import DAY, JUDGE, begun, duty, guards, has_duty, reviewed, serves, standings, then
from tests.cases.stories import APPLICANT, DEBTOR, KNOWN, OTHER
from tests.record.builder import Did
from zhixing.cases.acts.panel import DeliberationTopic
from zhixing.cases.acts.party_change import ChangeGround, PartyChangeAsked, PartyChangeDecided
from zhixing.cases.acts.reconsideration import (
    ReconsiderationAsked,
    ReconsiderationDecided,
    ReconsiderationResult,
)
from zhixing.cases.acts.review import ReviewExtended
from zhixing.cases.acts.suit import ObjectionSuitDecided, ObjectionSuitFiled
from zhixing.cases.questions.party_change import disposal_barred_against
from zhixing.parties.acts import PartyJoined, PartyLeft, Role
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Standing

ASKED = PartyChangeAsked(ground=ChangeGround.DEBTOR_DIED, by=APPLICANT, new=OTHER, old=DEBTOR)
SHARES = PartyChangeAsked(ground=ChangeGround.UNPAID_SHARES, by=APPLICANT, new=OTHER)
RULING = PartyChangeDecided(application=13, new=OTHER, old=DEBTOR, granted=True, heard_on=date(2017, 5, 2))
RULED = date(2017, 5, 4)


def asked(act: PartyChangeAsked = ASKED) -> Dossier:
    """A change asked for on 10 April: the thirteenth entry."""
    return then(begun(), Did(act, DAY))


def ruled(act: PartyChangeAsked) -> Dossier:
    """Granted on 4 May, served on who was added the next day: entries 14 and 15 the panel, 16 the ruling, 17 the new party."""
    ruling = replace(RULING, old=act.old)
    panel = reviewed(13, RULED, DeliberationTopic.PARTY_CHANGE)
    joined = Did(PartyJoined(party=OTHER, role=Role.DEBTOR), RULED, KNOWN)
    return then(asked(act), *panel, Did(ruling, RULED, by=JUDGE), joined, serves(16, OTHER, date(2017, 5, 5)))


@pytest.mark.parametrize(
    ("act", "names"),
    [
        (ASKED, []),
        (SHARES, []),
        (replace(ASKED, old=APPLICANT), ["parties-fit"]),
        (replace(ASKED, new=DEBTOR, old=None), ["parties-fit"]),
        (replace(ASKED, by=DEBTOR), ["ground-fits-role"]),
        (replace(ASKED, role=Role.APPLICANT, old=None), ["ground-fits-role"]),
        (replace(ASKED, ground=ChangeGround.CLAIM_ASSIGNED, old=None), ["ground-fits-role"]),
        (
            PartyChangeAsked(
                ground=ChangeGround.APPLICANT_HEIR, by=OTHER, new=OTHER, old=APPLICANT, role=Role.APPLICANT
            ),
            [],
        ),
    ],
)
def test_a_change_has_a_ground_that_fits_and_someone_entitled_to_ask(
    act: PartyChangeAsked, names: list[str]
) -> None:
    assert guards(begun(), act) == names


def test_a_panel_decides_after_a_hearing_unless_all_is_clear() -> None:
    assert guards(asked(), RULING, RULED, JUDGE) == ["change-deliberated"]
    assert guards(asked(), replace(RULING, simple=True, heard_on=None), RULED, JUDGE) == []
    heard = then(asked(), *reviewed(13, RULED, DeliberationTopic.PARTY_CHANGE))
    assert guards(heard, RULING, RULED, JUDGE) == []
    assert guards(heard, replace(RULING, heard_on=None), RULED, JUDGE) == ["change-deliberated"]
    assert guards(heard, replace(RULING, heard_on=date(2017, 5, 5)), RULED, JUDGE) == ["change-deliberated"]


def test_a_ruling_answers_its_application_once() -> None:
    heard = then(asked(), *reviewed(13, RULED, DeliberationTopic.PARTY_CHANGE))
    assert guards(heard, replace(RULING, new=99), RULED, JUDGE) == ["answers-application"]
    assert guards(heard, replace(RULING, application=11), RULED, JUDGE)[0] == "answers-application"
    done = then(heard, Did(RULING, RULED, by=JUDGE))
    assert guards(done, RULING, RULED, JUDGE) == ["answers-application"]


def test_a_change_granted_reaches_the_parties() -> None:
    reaches = installed().rule(PartyChangeDecided).reaches
    assert [each.act for each in reaches(RULING, 1)] == [
        PartyJoined(party=OTHER, role=Role.DEBTOR),
        PartyLeft(party=DEBTOR, reason="裁定变更"),
    ]
    assert len(reaches(replace(RULING, old=None), 1)) == 1
    assert list(reaches(replace(RULING, granted=False), 1)) == []


def test_sixty_days_to_decide_and_longer_with_approval() -> None:
    assert standings("decide-party-change", asked(), date(2017, 6, 9), date(2017, 6, 10)) == [
        Standing.OPEN,
        Standing.OVERDUE,
    ]
    more = ReviewExtended(review=13, days=45, reason="须审计")
    assert guards(asked(), more, date(2017, 6, 10)) == ["extended-before-the-end"]
    longer = then(asked(), Did(more, date(2017, 6, 9)))
    assert duty("decide-party-change", longer).due == date(2017, 7, 24)
    assert standings("decide-party-change", ruled(ASKED), RULED) == [Standing.MET]


def test_most_rulings_go_to_the_court_above_within_ten_days() -> None:
    dossier, up = ruled(ASKED), ReconsiderationAsked(ruling=16, by=OTHER)
    assert guards(dossier, up, date(2017, 5, 15)) == []
    assert guards(dossier, up, date(2017, 5, 16)) == ["reconsideration-in-time"]
    assert duty("ask-reconsideration", dossier).due == date(2017, 5, 15)
    assert guards(dossier, ObjectionSuitFiled(objection=16, by=OTHER), date(2017, 5, 15)) == ["suit-open"]


def test_the_court_above_has_sixty_days_and_meanwhile_nothing_is_disposed_of() -> None:
    up = then(ruled(ASKED), Did(ReconsiderationAsked(ruling=16, by=OTHER), date(2017, 5, 10)))
    assert duty("decide-change-reconsideration", up).due == date(2017, 7, 10)  # 9 July 2017 is a Sunday
    assert not has_duty("decide-reconsideration", up)
    assert disposal_barred_against(up, OTHER, date(2017, 6, 1)) is not None
    assert disposal_barred_against(up, OTHER, date(2017, 5, 9)) is None
    assert disposal_barred_against(up, DEBTOR, date(2017, 6, 1)) is None
    kept = ReconsiderationDecided(reconsideration=up.head, result=ReconsiderationResult.UPHELD)
    assert disposal_barred_against(then(up, Did(kept, date(2017, 6, 1))), OTHER, date(2017, 6, 1)) is None


def test_rulings_on_shareholders_go_to_trial_within_fifteen_days() -> None:
    dossier, suit = ruled(SHARES), ObjectionSuitFiled(objection=16, by=OTHER)
    assert guards(dossier, suit, date(2017, 5, 22)) == []  # 20 May 2017 is a Saturday
    assert guards(dossier, suit, date(2017, 5, 23)) == ["suit-in-time"]
    assert duty("sue-on-objection", dossier).due == date(2017, 5, 22)
    up = ReconsiderationAsked(ruling=16, by=OTHER)
    assert guards(dossier, up, date(2017, 5, 15)) == ["reconsideration-open"]
    sued = then(dossier, Did(suit, date(2017, 5, 22)))
    assert standings("sue-on-objection", sued, date(2017, 5, 22)) == [Standing.EXERCISED]
    assert disposal_barred_against(sued, OTHER, date(2017, 9, 1)) is not None
    ended = then(sued, Did(ObjectionSuitDecided(suit=sued.head, enforceable=True), date(2017, 9, 1)))
    assert disposal_barred_against(ended, OTHER, date(2017, 9, 1)) is None
