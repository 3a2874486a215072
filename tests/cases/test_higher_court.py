"""The court above: after six months without enforcement the applicant may turn to it, and it orders."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.course import begun, duty, guards, standings, then
from tests.cases.stories import APPLICANT, DEBTOR
from tests.record.builder import Did, build
from zhixing.cases.acts.higher_court import (
    ElevatedOrDesignated,
    HigherCourtApplied,
    HigherMeasure,
    UrgingOrdered,
)
from zhixing.cases.acts.pause import Resumed, Stayed, StayGround, Suspended, SuspensionGround
from zhixing.cases.acts.periods import DeductionGround, PeriodDeducted
from zhixing.cases.questions.higher_court import six_month_right
from zhixing.closing.acts import RoundTerminated, TerminationGround
from zhixing.law.answers import Found, Undetermined
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Standing

APPLIED = HigherCourtApplied(by=APPLICANT, reason="六个月未执行")
ORDERED = UrgingOrdered(until=date(2017, 12, 1))
MOVED = ElevatedOrDesignated(
    measure=HigherMeasure.DESIGNATED, to="重庆市忠县人民法院", ruling="（2017）渝02执监1号"
)
MARCH = date(2017, 3, 10)


def applied() -> Dossier:
    """The applicant turned to the court above on 4 September."""
    return then(begun(), Did(APPLIED, date(2017, 9, 4)))


def right(dossier: Dossier, on: date) -> bool | None:
    """Whether the right stands that day; None when it cannot be told."""
    answer = six_month_right(dossier, on)
    return answer.value if isinstance(answer, Found) else None


def test_the_six_months_run_from_the_application() -> None:
    assert guards(begun(), APPLIED, date(2017, 9, 1)) == ["six-months-over"]  # received on 1 March
    assert guards(begun(), APPLIED, date(2017, 9, 2)) == []
    assert guards(begun(), replace(APPLIED, by=DEBTOR), date(2017, 9, 2)) == ["by-applicant"]


@pytest.mark.parametrize(
    ("act", "last"),
    [
        (Stayed(ground=StayGround.HIGHER_COURT, until=date(2017, 3, 31)), date(2017, 9, 25)),
        (
            PeriodDeducted(
                ground=DeductionGround.COORDINATION, since=date(2017, 3, 10), until=date(2017, 3, 19)
            ),
            date(2017, 9, 11),
        ),
        (
            PeriodDeducted(ground=DeductionGround.SALE, since=date(2017, 3, 10), until=date(2017, 3, 19)),
            date(2017, 9, 1),
        ),
    ],
)
def test_some_days_do_not_count(act: Act, last: date) -> None:
    dossier = then(begun(), Did(act, MARCH))
    assert right(dossier, last) is False
    assert right(dossier, last.replace(day=last.day + 1)) is True


def test_while_a_suspension_has_no_end_the_right_cannot_be_told() -> None:
    rest = then(begun(), Did(Suspended(ground=SuspensionGround.HEIR_AWAITED), MARCH))
    assert isinstance(six_month_right(rest, date(2018, 1, 1)), Undetermined)
    assert guards(rest, APPLIED, date(2018, 1, 1)) == ["six-months-over"]
    going = then(rest, Did(Resumed(reason="继承人承受"), date(2017, 3, 20)))
    assert right(going, date(2017, 9, 12)) is True


def test_before_the_application_and_after_the_end_there_is_no_right() -> None:
    assert isinstance(six_month_right(build([]), date(2017, 9, 2)), Undetermined)
    end = RoundTerminated(
        reason="无财产", ground=TerminationGround.NO_PROPERTY, ruling="（2017）渝0235执1号之一"
    )
    ended = build([*[Did(e.act, e.on) for e in begun().entries], Did(end, date(2017, 8, 1))], guarded=False)
    assert right(ended, date(2017, 9, 2)) is False


def test_the_court_above_orders_on_an_application_and_gives_time() -> None:
    on = date(2017, 9, 5)
    assert guards(begun(), ORDERED, on) == ["applied-before"]
    assert guards(begun(), MOVED, on) == ["applied-before"]
    assert guards(applied(), ORDERED, on) == []
    assert guards(applied(), replace(ORDERED, until=on), on) == ["urging-sane"]
    assert guards(applied(), MOVED, on) == []  # it may take the case at once
    assert guards(applied(), replace(MOVED, to=""), on) == ["court-named"]


def test_when_the_time_it_gave_runs_out_the_case_moves() -> None:
    urged = then(applied(), Did(ORDERED, date(2017, 9, 5)))
    assert guards(urged, ORDERED, date(2017, 9, 6)) == ["urging-sane"]
    assert guards(urged, MOVED, date(2017, 12, 1)) == ["urging-expired"]
    assert guards(urged, MOVED, date(2017, 12, 2)) == []
    assert duty("enforce-as-urged", urged).due == date(2017, 12, 1)
    assert standings("enforce-as-urged", urged, date(2017, 12, 1), date(2017, 12, 2)) == [
        Standing.OPEN,
        Standing.OVERDUE,
    ]
    moved = then(urged, Did(MOVED, date(2017, 12, 2)))
    assert standings("enforce-as-urged", moved, date(2017, 12, 2)) == [Standing.ENDED_LATE]
