"""Assignment: the draw is the same for everyone, spreads evenly, spares the recused; what cannot be checked is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.cases.stories import (
    APPLICANT,
    ASSIGNED,
    CANDIDATES,
    DEBTOR,
    FILED,
    KNOWN,
    OTHER,
    assigned,
    filed,
    intake,
)
from tests.record.builder import ANYONE, APPROVER, Did, build, refused
from zhixing.cases import questions
from zhixing.cases.acts.assignment import Assigned, AssignmentMethod, CaseTransferred, HandedOver, Reassigned
from zhixing.cases.acts.filing import ClaimKind, ClaimRecorded
from zhixing.cases.acts.recusal import RecusalAsked, RecusalDecided, RecusalGround
from zhixing.cases.allocation import CASE_WEIGHT, Candidate, case_weight, draw
from zhixing.parties.acts import PartyJoined, Role
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.duties import Duty, Standing, duties

LIGHT, HEAVY = Candidate(ANYONE.id, "甲", 20), Candidate(5, "戊", 400)
TWO = {"candidates": (LIGHT, HEAVY), "handler-name": "甲"}
RECUSED = [
    Did(
        RecusalAsked(officer=ANYONE.id, ground=RecusalGround.INTERESTED, by=APPLICANT, reason="利害关系"),
        ASSIGNED,
    ),
    Did(RecusalDecided(officer=ANYONE.id, granted=True), ASSIGNED, by=APPROVER),
]
candidates = st.lists(
    st.builds(Candidate, st.integers(1, 99), st.just("某"), st.integers(0, 300)),
    min_size=1,
    unique_by=lambda each: each.officer,
)


def names(act: Act, story: list[Did], on: date = ASSIGNED) -> list[str]:
    """The guards that stand against the act after the story."""
    return [each.guard for each in refused(build(story), Did(act, on, TWO))]


def duty(name: str, story: list[Did]) -> Duty:
    """The duty of that name after the story."""
    (found,) = [each for each in duties(installed().duties, build(story)) if each.rule.name == name]
    return found


@given(candidates, st.text(max_size=8), st.integers(1, 10**6))
def test_the_order_of_the_candidates_changes_nothing_and_nobody_is_passed_over(
    able: list[Candidate], seed: str, dossier: int
) -> None:
    drawn = draw(able, seed, dossier)
    assert drawn is not None
    assert drawn == draw(list(reversed(able)), seed, dossier)
    assert drawn.chosen.weight < min(each.weight for each in able) + CASE_WEIGHT


@given(candidates, st.text(max_size=8))
def test_the_recused_are_never_drawn(able: list[Candidate], seed: str) -> None:
    recused = frozenset(each.officer for each in able[::2])
    drawn = draw(able, seed, 1, recused=recused)
    assert drawn is None if len(able) == 1 else drawn is not None and drawn.chosen.officer not in recused


def test_equals_all_get_their_turn() -> None:
    able = [Candidate(number, str(number), 100) for number in range(4)]
    chosen = [drawn.chosen.officer for dossier in range(200) if (drawn := draw(able, "s", dossier))]
    assert min(chosen.count(number) for number in range(4)) > 30


def test_the_draw_explains_itself() -> None:
    drawn = draw([LIGHT, HEAVY], "2017-03-06", 1)
    assert drawn is not None
    assert "最低的为 20" in str(drawn.because[0])
    assert "甲" in str(drawn.because[2])


def test_a_balanced_assignment_names_nobody_or_whom_the_seed_draws() -> None:
    assert names(Assigned(), filed()) == []
    assert names(Assigned(officer=ANYONE.id), filed()) == []
    assert names(Assigned(officer=5, seed="2017-03-06"), filed()) == ["draw-repeats"]


def test_the_one_drawn_handles_the_case_and_the_draw_can_be_repeated_later() -> None:
    dossier = build([*filed(), Did(Assigned(), ASSIGNED, TWO), *RECUSED])
    (entry,) = dossier.of(Assigned)
    repeated = questions.draw_of(dossier, entry)
    assert repeated is not None
    assert repeated.chosen == LIGHT
    assert questions.handler(dossier, ASSIGNED) == ANYONE.id


def test_a_designated_assignment_has_no_draw() -> None:
    act = Assigned(officer=5, method=AssignmentMethod.DESIGNATED, reason="系列案件")
    dossier = build([*filed(), Did(act, ASSIGNED, TWO)])
    assert questions.draw_of(dossier, dossier.of(Assigned)[0]) is None
    assert questions.handler(dossier, ASSIGNED) == 5


@pytest.mark.parametrize(
    ("act", "guard"),
    [
        (Assigned(officer=99, seed="s"), "officer-may-handle"),
        (Assigned(officer=5, method=AssignmentMethod.DESIGNATED), "draw-repeats"),
        (Assigned(method=AssignmentMethod.DESIGNATED, reason="系列案件"), "draw-repeats"),
    ],
)
def test_an_assignment_that_cannot_be_checked_is_refused(act: Assigned, guard: str) -> None:
    assert guard in names(act, filed())


def test_without_officers_nobody_is_drawn() -> None:
    nobody = Did(Assigned(), ASSIGNED, {"candidates": (), "handler-name": ""})
    assert [each.guard for each in refused(build(filed()), nobody)] == ["draw-repeats"]


def test_the_recused_do_not_get_the_case() -> None:
    story = [*filed(), *RECUSED]
    assert names(
        Assigned(officer=ANYONE.id, method=AssignmentMethod.DESIGNATED, reason="熟悉案情"), story
    ) == ["officer-not-recused"]
    assert questions.handler(build([*story, Did(Assigned(), ASSIGNED, TWO)]), ASSIGNED) == 5


def test_a_case_is_assigned_once_then_reassigned_to_another() -> None:
    assert names(Assigned(officer=ANYONE.id), assigned()) == ["not-assigned"]
    assert names(Reassigned(officer=ANYONE.id, reason="调离"), assigned()) == ["another-officer"]
    moved = build([*assigned(), Did(Reassigned(officer=5, reason="调离"), date(2017, 3, 8), TWO)])
    assert questions.handler(moved, date(2017, 3, 7)) == ANYONE.id
    assert questions.handler(moved, date(2017, 3, 8)) == 5


@pytest.mark.parametrize(
    "act", [HandedOver(), Assigned(), CaseTransferred(to="重庆市开州区人民法院", reason="管辖")]
)
def test_nothing_is_handed_over_assigned_or_transferred_before_filing(act: Act) -> None:
    assert "filed" in names(act, intake(), FILED)


def test_a_transferred_case_is_over() -> None:
    transfer = Did(CaseTransferred(to="重庆市开州区人民法院", reason="管辖异议成立"), date(2017, 3, 8))
    story = [*assigned(), transfer]
    assert names(Reassigned(officer=5, reason="调离"), story, date(2017, 3, 9)) == ["procedure-open"]
    assert questions.stage(build(story), date(2017, 3, 9)) == "已移送"


@pytest.mark.parametrize(("day", "standing"), [(6, Standing.OPEN), (7, Standing.OVERDUE)])
def test_three_days_to_hand_the_file_over(day: int, standing: Standing) -> None:
    assert duty("hand-over-file", filed()).standing(date(2017, 3, day)) is standing


@pytest.mark.parametrize(
    ("day", "standing"), [(9, Standing.OPEN), (10, Standing.OPEN), (11, Standing.OVERDUE)]
)
def test_seven_days_to_assign(day: int, standing: Standing) -> None:
    assert duty("assign-handler", filed()).standing(date(2017, 3, day)) is standing
    assert duty("assign-handler", assigned()).standing(ASSIGNED) is Standing.MET


def test_a_case_weighs_by_its_debtors_and_by_what_is_owed() -> None:
    conduct = ClaimRecorded(
        title=4,
        kind=ClaimKind.CONDUCT,
        label="过户",
        owed_by=(DEBTOR,),
        owed_to=(APPLICANT,),
        text="协助过户",
    )
    second = Did(PartyJoined(party=OTHER, role=Role.DEBTOR), FILED, KNOWN)
    assert case_weight(build(intake()), FILED) == 10
    assert case_weight(build([*intake(), second]), FILED) == 12
    assert case_weight(build([*intake(), second, Did(replace(conduct), FILED)]), FILED) == 16


def test_the_given_candidates_are_kept_with_the_act() -> None:
    (entry,) = build(assigned()).of(Assigned)
    assert entry.fact("candidates", tuple[Candidate, ...]) == CANDIDATES["candidates"]
