"""Guarantees for enforcement: who may give one, for what, and until when it is enforced."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.course import DAY, begun, duty, guards, has_duty, then
from tests.cases.stories import APPLICANT, DEBTOR, KNOWN, OTHER
from tests.record.builder import Did
from zhixing.cases.acts.party_change import ChangeGround, PartyChangeAsked
from zhixing.cases.acts.pause import Stayed, StayExtended, StayGround
from zhixing.cases.acts.settlement import (
    GuaranteeEnforced,
    GuaranteeGiven,
    GuaranteeKind,
    GuaranteePurpose,
    GuaranteeReason,
)
from zhixing.cases.questions.guarantee import guarantee_ends
from zhixing.law.answers import Found, Undetermined
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.dossier import Dossier

GIVEN = GuaranteeGiven(guarantor=OTHER, kind=GuaranteeKind.PERSON, amount=5_000_000, applicant_consents=True)
STAYED = Stayed(ground=StayGround.GUARANTEE, until=date(2017, 7, 10), guarantor=OTHER)
ENFORCED = GuaranteeEnforced(guarantee=14, reason=GuaranteeReason.UNPERFORMED, asked_by=APPLICANT)


def with_guarantor() -> Dossier:
    return then(begun(), Did(PartyJoined(party=OTHER, role=Role.GUARANTOR), date(2017, 4, 1), KNOWN))


def stayed(given: GuaranteeGiven = GIVEN) -> Dossier:
    """A case stayed until 10 July on a guarantee: entries 14 and 15."""
    return then(with_guarantor(), Did(given, DAY), Did(STAYED, DAY))


@pytest.mark.parametrize(
    ("act", "names"),
    [
        (GIVEN, []),
        (replace(GIVEN, guarantor=DEBTOR), ["guarantor-is-another"]),
        (replace(GIVEN, guarantor=DEBTOR, kind=GuaranteeKind.PROPERTY), ["guarantor-is-another"]),
        (replace(GIVEN, guarantor=DEBTOR, kind=GuaranteeKind.PROPERTY, object="房屋"), []),
        (replace(GIVEN, guarantor=99), ["guarantor-known"]),
        (replace(GIVEN, purpose=GuaranteePurpose.CONTINUE), ["guarantee-names-objection"]),
        (replace(GIVEN, purpose=GuaranteePurpose.STOP, objection=11), ["guarantee-names-objection"]),
    ],
)
def test_nobody_guarantees_for_themselves_or_for_nothing(act: GuaranteeGiven, names: list[str]) -> None:
    assert guards(with_guarantor(), act) == names


@pytest.mark.parametrize(
    ("given", "act", "names"),
    [
        (GIVEN, STAYED, []),
        (GIVEN, replace(STAYED, guarantor=None), ["guaranteed"]),
        (GIVEN, replace(STAYED, guarantor=DEBTOR), ["guaranteed"]),
        (replace(GIVEN, applicant_consents=False), STAYED, ["guaranteed"]),
        (replace(GIVEN, applicant_consents=False), replace(STAYED, ground=StayGround.DEBTOR_REQUEST), []),
    ],
)
def test_a_stay_on_guarantee_needs_one_and_the_applicants_consent(
    given: GuaranteeGiven, act: Stayed, names: list[str]
) -> None:
    assert guards(then(with_guarantor(), Did(given, DAY)), act) == names


@pytest.mark.parametrize(
    ("act", "on", "names"),
    [
        (ENFORCED, date(2017, 7, 10), ["guarantee-enforceable"]),
        (ENFORCED, date(2017, 7, 11), []),
        (ENFORCED, date(2018, 7, 10), []),
        (ENFORCED, date(2018, 7, 11), ["guarantee-not-expired"]),
        (replace(ENFORCED, reason=GuaranteeReason.MOVED), date(2017, 5, 2), ["guarantee-enforceable"]),
        (replace(ENFORCED, reason=GuaranteeReason.MOVED, evidence="过户记录"), date(2017, 5, 2), []),
        (replace(ENFORCED, reason=GuaranteeReason.SETTLEMENT), date(2017, 7, 11), ["guarantee-enforceable"]),
        (replace(ENFORCED, guarantee=11), date(2017, 7, 11), ["guarantee-enforceable"]),
        (replace(ENFORCED, asked_by=DEBTOR), date(2017, 7, 11), ["guarantee-enforceable"]),
    ],
)
def test_a_guarantee_is_enforced_after_the_stay_and_within_its_term(
    act: GuaranteeEnforced, on: date, names: list[str]
) -> None:
    assert guards(stayed(), act, on) == names


def test_a_guarantee_without_a_term_lasts_a_year_from_the_end_of_the_stay() -> None:
    ends = guarantee_ends(stayed(), GIVEN)
    assert isinstance(ends, Found)
    assert ends.value == date(2018, 7, 10)
    assert duty("enforce-guarantee-in-time", stayed()).due == date(2018, 7, 10)
    agreed = replace(GIVEN, until=date(2017, 12, 31))
    assert duty("enforce-guarantee-in-time", stayed(agreed)).due == date(2017, 12, 31)


def test_a_prolonged_stay_moves_the_guarantees_term() -> None:
    longer = then(stayed(), Did(StayExtended(until=date(2017, 10, 10)), date(2017, 7, 1)))
    assert duty("enforce-guarantee-in-time", longer).due == date(2018, 10, 10)


def test_before_a_stay_the_term_of_a_guarantee_cannot_be_told() -> None:
    dossier = then(with_guarantor(), Did(GIVEN, DAY))
    assert isinstance(guarantee_ends(dossier, GIVEN), Undetermined)
    assert not has_duty("enforce-guarantee-in-time", dossier)
    assert guards(dossier, ENFORCED, date(2018, 7, 11)) == ["guarantee-enforceable"]


def test_a_guarantor_is_not_made_a_debtor() -> None:
    wanted = PartyChangeAsked(ground=ChangeGround.PROMISED_PERFORMANCE, by=APPLICANT, new=OTHER)
    assert guards(with_guarantor(), wanted) == ["guarantor-not-added"]
    assert guards(begun(), wanted) == []
