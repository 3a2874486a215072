"""Duties open, are met, late, overdue, rest, and fall away; the strictest layer speaks; each recomputation is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import msgspec

from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.layers import Layer
from zhixing.law.periods import days, months
from zhixing.record.act import Act
from zhixing.record.catalogue import Catalogue
from zhixing.record.dossier import Actor, Dossier, Entry
from zhixing.record.duties import Standing, duties
from zhixing.record.duty import DutyRule, Limit, every, within
from zhixing.record.duty_history import history
from zhixing.record.power import Power
from zhixing.record.rule import ActRule

WHO = Actor(kind="officer", id=1, name="甲")


class Asked(Act, frozen=True, kw_only=True, tag="trial.asked"):
    """请求: opens."""


class Answered(Act, frozen=True, kw_only=True, tag="trial.answered"):
    """答复: closes."""


class Rested(Act, frozen=True, kw_only=True, tag="trial.rested"):
    """中止: suspends."""


class Resumed(Act, frozen=True, kw_only=True, tag="trial.resumed"):
    """恢复: resumes."""


class Dropped(Act, frozen=True, kw_only=True, tag="trial.dropped"):
    """撤回: ends."""


TYPES = (Asked, Answered, Rested, Resumed, Dropped)
BASIS = cite("民诉法解释", 480)
ANSWER = DutyRule(
    name="answer",
    label="答复",
    holder=Power.OFFICER,
    opens_on=(Asked,),
    limits=(Limit(within(days(10)), BASIS), Limit(within(days(7)), BASIS, Layer.COURT, court="渝0235")),
    closes_on=(Answered,),
    falls_away_on=(Dropped,),
    suspended_on=(Rested,),
    resumed_on=(Resumed,),
)
LOOK = DutyRule(
    name="look-again",
    label="再查",
    holder=Power.OFFICER,
    opens_on=(Asked,),
    limits=(Limit(every(months(6)), BASIS),),
    closes_on=(Answered,),
    times=3,
)
CATALOGUE = Catalogue(
    [ActRule(act=each, label="试", basis=(), by=(Power.OFFICER,), purpose="试") for each in TYPES],
    [ANSWER, LOOK],
)


def story(*told: tuple[type[Act], date], court: str = "渝0235") -> Dossier:
    bodies = [
        msgspec.json.encode(
            Entry(
                dossier=1,
                seq=seq,
                on=on,
                recorded_at=datetime(on.year, on.month, on.day, tzinfo=UTC) + timedelta(seconds=seq),
                who=WHO.kept(),
                act=kind(),
            )
        )
        for seq, (kind, on) in enumerate(told, start=1)
    ]
    return CATALOGUE.dossier(1, "case", court, bodies)


def test_the_strictest_layer_speaks_and_says_which_it_is() -> None:
    (own,) = duties([ANSWER], story((Asked, date(2017, 6, 1))))
    (other,) = duties([ANSWER], story((Asked, date(2017, 6, 1)), court="渝0101"))
    assert (own.due, own.limit.layer) == (date(2017, 6, 8), Layer.COURT)
    assert (other.due, other.limit.layer) == (date(2017, 6, 12), Layer.NATION)  # 11 June 2017 is a Sunday


def test_the_day_before_on_and_after_the_due_day() -> None:
    (duty,) = duties([ANSWER], story((Asked, date(2017, 6, 1))))
    assert [duty.standing(date(2017, 6, day)) for day in (7, 8, 9)] == [
        Standing.OPEN,
        Standing.OPEN,
        Standing.OVERDUE,
    ]


def test_done_in_time_is_met_and_done_after_is_late() -> None:
    (met,) = duties([ANSWER], story((Asked, date(2017, 6, 1)), (Answered, date(2017, 6, 8))))
    (late,) = duties([ANSWER], story((Asked, date(2017, 6, 1)), (Answered, date(2017, 6, 9))))
    assert met.standing(date(2017, 6, 9)) is Standing.MET
    assert late.standing(date(2017, 6, 9)) is Standing.LATE
    assert late.standing(date(2017, 6, 8)) is Standing.OPEN  # on that day it was not yet done


def test_a_duty_rests_between_suspension_and_resumption() -> None:
    told = [(Asked, date(2017, 6, 1)), (Rested, date(2017, 6, 2))]
    (resting,) = duties([ANSWER], story(*told))
    (again,) = duties([ANSWER], story(*told, (Resumed, date(2017, 6, 20))))
    assert resting.standing(date(2017, 6, 30)) is Standing.SUSPENDED
    assert again.standing(date(2017, 6, 30)) is Standing.OVERDUE


def test_a_duty_falls_away_with_what_ended_it_unless_it_was_done_before() -> None:
    (fallen,) = duties([ANSWER], story((Asked, date(2017, 6, 1)), (Dropped, date(2017, 6, 3))))
    (done,) = duties(
        [ANSWER],
        story((Asked, date(2017, 6, 1)), (Answered, date(2017, 6, 2)), (Dropped, date(2017, 6, 3))),
    )
    assert fallen.standing(date(2017, 7, 1)) is Standing.FALLEN_AWAY
    assert done.standing(date(2017, 7, 1)) is Standing.MET


def test_what_fell_away_only_after_its_last_day_was_late() -> None:
    told = ((Asked, date(2017, 6, 1)), (Dropped, date(2017, 6, 9)))  # the last day is 8 June
    (fallen,) = duties([ANSWER], story(*told))
    assert fallen.standing(date(2017, 7, 1)) is Standing.ENDED_LATE
    assert fallen.standing(date(2017, 6, 8)) is Standing.OPEN


def test_of_a_right_nobody_is_ever_late() -> None:
    right = replace(ANSWER, right=True)
    (unused,) = duties([right], story((Asked, date(2017, 6, 1))))
    (used,) = duties([right], story((Asked, date(2017, 6, 1)), (Answered, date(2017, 6, 9))))
    (fallen,) = duties([right], story((Asked, date(2017, 6, 1)), (Dropped, date(2017, 6, 9))))
    assert [unused.standing(date(2017, 6, day)) for day in (8, 9)] == [Standing.RUNNING, Standing.LAPSED]
    assert used.standing(date(2017, 6, 9)) is Standing.EXERCISED
    assert fallen.standing(date(2017, 6, 9)) is Standing.LAPSED


def test_what_recurs_says_which_time_it_is() -> None:
    found = duties([ANSWER, LOOK], story((Asked, date(2017, 1, 10))))
    assert [str(duty.label) for duty in found] == [
        "答复",
        "再查（第 1 次，共 3 次）",
        "再查（第 2 次，共 3 次）",
        "再查（第 3 次，共 3 次）",
    ]


def test_a_recurring_duty_is_met_one_occurrence_at_a_time() -> None:
    found = duties([LOOK], story((Asked, date(2017, 1, 10)), (Answered, date(2017, 7, 3))))
    assert [duty.due for duty in found] == [date(2017, 7, 10), date(2018, 1, 10), date(2018, 7, 10)]
    assert [duty.met_by is not None for duty in found] == [True, False, False]


def test_the_history_keeps_each_recomputation_and_what_caused_it() -> None:
    told = story((Asked, date(2017, 6, 1)), (Rested, date(2017, 6, 2)), (Answered, date(2017, 6, 5)))
    stages = history(ANSWER, told, opening=1)
    assert [(stage.by.seq, stage.duty.met_by is not None) for stage in stages] == [
        (1, False),
        (2, False),
        (3, True),
    ]


def test_an_answer_derives_the_day() -> None:
    (duty,) = duties([ANSWER], story((Asked, date(2017, 6, 1))))
    assert isinstance(duty.answer, Found)
    assert duty.answer.because
