"""An ending revoked: the case is open again, what followed falls away, and to end it again everything is done anew."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.stories import APPLICANT, KNOWN, OTHER
from tests.closing.endings import ENDING
from tests.closing.stories import RULING, deliberated, terminated
from tests.record.builder import Did, add, build, refused
from zhixing.cases import questions as cases
from zhixing.cases.acts.party_change import ChangeGround, PartyChangeAsked, PartyChangeDecided
from zhixing.cases.acts.performance import SatisfactionKind, SatisfactionRecorded
from zhixing.cases.acts.reconsideration import (
    ReconsiderationAsked,
    ReconsiderationDecided,
    ReconsiderationResult,
)
from zhixing.cases.acts.review import ObjectionDecided, ObjectionKind, ObjectionRaised, ObjectionResult
from zhixing.closing import questions
from zhixing.closing.acts import (
    EndingRevoked,
    RecheckResult,
    ResumedInNewCase,
    ResumptionApplied,
    ResumptionGround,
    RoundRechecked,
)
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Standing, duties

RAISED, DECIDED, REVOKED = date(2017, 6, 20), date(2017, 7, 3), date(2017, 7, 4)


def names(dossier: Dossier, act: Act, on: date = REVOKED) -> list[str]:
    return [each.guard for each in refused(dossier, Did(act, on))]


def objected(result: ObjectionResult = ObjectionResult.UPHELD, story: list[Did] | None = None) -> Dossier:
    """The termination objected to, and the objection decided."""
    dossier = build(story or terminated())
    ending = questions.closing(dossier, RAISED)
    assert ending is not None
    raised = ObjectionRaised(
        kind=ObjectionKind.CLOSING,
        by=APPLICANT,
        against=ending.entry.seq,
        counted_from=RAISED,
        counted_why="当日收到",
    )
    dossier = add(dossier, Did(raised, RAISED))
    ruling = ObjectionDecided(objection=dossier.head, result=result, reason="没有约谈", ruling="执异7号")
    return add(dossier, Did(ruling, DECIDED), guarded=False)


def revocation(dossier: Dossier) -> EndingRevoked:
    objection = dossier.of(ObjectionRaised)[-1].seq
    return EndingRevoked(objection=objection, ruling="（2017）渝0235执异7号")


def reopened() -> Dossier:
    dossier = objected()
    return add(dossier, Did(revocation(dossier), REVOKED))


def standings(dossier: Dossier, name: str, on: date) -> set[Standing]:
    return {each.standing(on) for each in duties(installed().duties, dossier) if each.rule.name == name}


def test_an_upheld_objection_opens_the_case_again() -> None:
    dossier = reopened()
    assert questions.closing(dossier, DECIDED) is not None
    assert questions.closing(dossier, REVOKED) is None
    assert cases.stage(dossier, REVOKED) == "财产查控"
    paid = SatisfactionRecorded(kind=SatisfactionKind.TRANSFERRED, amount=100_000, source="存款")
    assert names(objected(), paid) == ["open-case"]
    assert names(dossier, paid) == []


@pytest.mark.parametrize(
    "result",
    [each for each in ObjectionResult if each not in (ObjectionResult.UPHELD, ObjectionResult.PARTLY)],
)
def test_nothing_is_revoked_without_an_objection_upheld(result: ObjectionResult) -> None:
    dossier = objected(result)
    assert names(dossier, revocation(dossier)) == ["ending-found-wrong"]


def test_the_court_above_has_the_last_word() -> None:
    dossier = objected(ObjectionResult.DISMISSED)
    asked = ReconsiderationAsked(ruling=dossier.head, by=APPLICANT)
    dossier = add(dossier, Did(asked, DECIDED), guarded=False)
    changed = ReconsiderationDecided(
        reconsideration=dossier.head, result=ReconsiderationResult.CHANGED, reason="成立", upholds=True
    )
    assert names(dossier, revocation(dossier)) == ["ending-found-wrong"]
    assert names(add(dossier, Did(changed, DECIDED), guarded=False), revocation(dossier)) == []


def test_it_names_the_objection_and_the_ruling_and_is_done_once() -> None:
    dossier = objected()
    assert names(dossier, replace(revocation(dossier), objection=4)) == ["ending-found-wrong"]
    assert names(dossier, replace(revocation(dossier), ruling=" ")) == ["ruling-numbered"]
    assert names(reopened(), revocation(dossier)) == ["ended", "ending-found-wrong"]


def test_an_ending_of_enforcement_is_revoked_alike() -> None:
    story = [*deliberated(), Did(ENDING, date(2017, 6, 12))]
    dossier = objected(story=story)
    assert names(dossier, revocation(dossier)) == []
    assert questions.closing(add(dossier, Did(revocation(dossier), REVOKED)), REVOKED) is None


def test_what_goes_on_in_a_new_case_is_not_reopened_here() -> None:
    moved = ResumedInNewCase(case=2, ground=ResumptionGround.PROPERTY_FOUND)
    dossier = add(objected(), Did(moved, DECIDED))
    assert "not-resumed" in names(dossier, revocation(dossier))


def test_the_duties_of_the_five_years_fall_away_and_the_time_for_enforcement_runs_on() -> None:
    later = date(2018, 1, 2)
    assert standings(objected(), "conclude", later) == {Standing.MET}
    dossier = reopened()
    assert standings(dossier, "conclude", later) == {Standing.OVERDUE}
    assert standings(dossier, "recheck-terminated-round", later) == {Standing.FALLEN_AWAY}
    assert standings(dossier, "archive-files", later) == {Standing.FALLEN_AWAY}
    assert "round-terminated" in names(
        dossier, RoundRechecked(result=RecheckResult.NONE, told_applicant=True), later
    )


def test_to_terminate_again_everything_is_done_anew() -> None:
    found = names(reopened(), RULING, date(2017, 7, 10))
    assert {"talk-held", "panel-reviewed", "network-inquiry"} <= set(found)


def test_after_a_change_of_parties_the_round_is_taken_up_again() -> None:
    wanted = ResumptionApplied(party=APPLICANT, ground=ResumptionGround.PARTY_CHANGED, clues="追加股东")
    assert names(build(terminated()), wanted) == ["applicant-may-ask"]
    dossier = build(terminated())
    asked = PartyChangeAsked(ground=ChangeGround.UNPAID_SHARES, by=APPLICANT, new=OTHER)
    dossier = add(dossier, Did(asked, RAISED))
    ruling = PartyChangeDecided(application=dossier.head, new=OTHER, granted=True, simple=True)
    dossier = add(dossier, Did(ruling, DECIDED, KNOWN))
    assert names(dossier, wanted) == []
