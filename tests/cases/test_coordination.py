"""Coordination with trial: a definite question about a title of the case, one answer, fifteen days since 2018."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.stories import filed, intake
from tests.record.builder import Did, build, refused
from zhixing.cases.acts.coordination import TrialAnswerKind, TrialBenchAnswered, TrialBenchAsked
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.duties import Duty, Standing, duties

ON = date(2018, 5, 28)
QUESTION = TrialBenchAsked(title=4, bench="民事审判第一庭", unclear="第一项“相应利息”的起算日")
ANSWER = TrialBenchAnswered(question=9, kind=TrialAnswerKind.REPLY, answer="自起诉之日起算")
ASKED = [*filed(), Did(QUESTION, ON)]


def names(act: Act, story: list[Did], on: date = ON) -> list[str]:
    """The guards that stand against the act after the story."""
    return [each.guard for each in refused(build(story), Did(act, on))]


@pytest.mark.parametrize(
    ("act", "story", "guards"),
    [
        (QUESTION, intake(), []),
        (replace(QUESTION, title=5), filed(), ["question-is-definite"]),
        (replace(QUESTION, unclear=" "), filed(), ["question-is-definite"]),
        (ANSWER, ASKED, []),
        (replace(ANSWER, question=8), ASKED, ["answers-a-question"]),
        (ANSWER, [*ASKED, Did(ANSWER, ON)], ["answers-a-question"]),
        (replace(ANSWER, kind=TrialAnswerKind.CORRECTION), ASKED, ["answers-a-question"]),
        (replace(ANSWER, kind=TrialAnswerKind.CORRECTION, ruling="（2018）渝0235民初1号之一"), ASKED, []),
    ],
)
def test_questions_are_definite_and_answered_once(act: Act, story: list[Did], guards: list[str]) -> None:
    assert names(act, story) == guards


def waiting(*story: Did) -> list[Duty]:
    """The duties to answer after the story."""
    return [
        each for each in duties(installed().duties, build(story)) if each.rule.name == "answer-trial-question"
    ]


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        (date(2018, 6, 11), Standing.MET),
        (date(2018, 6, 12), Standing.MET),
        (date(2018, 6, 13), Standing.LATE),
    ],
    ids=["before", "on", "after"],
)
def test_the_bench_has_fifteen_days(on: date, standing: Standing) -> None:
    (duty,) = waiting(*ASKED, Did(ANSWER, on))
    assert duty.standing(date(2018, 7, 1)) is standing


def test_before_the_opinion_of_2018_there_is_no_limit() -> None:
    assert waiting(*filed(), Did(QUESTION, date(2018, 5, 27))) == []
