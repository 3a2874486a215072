"""The time for enforcement: six months, what is left out of it, how it is lengthened."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.course import DAY, begun, duty, guards, standings, then
from tests.cases.stories import DEBTOR, intake, noticed
from tests.record.builder import Did, build
from zhixing.cases import questions
from zhixing.cases.acts.assignment import CaseTransferred
from zhixing.cases.acts.notice import ServedDocument, ServiceAttempted, ServiceMethod, ServiceOutcome
from zhixing.cases.acts.pause import Resumed, Suspended, SuspensionGround
from zhixing.cases.acts.periods import DeductionGround, PeriodDeducted, PeriodExtended
from zhixing.cases.acts.review import ObjectionKind, ObjectionRaised
from zhixing.cases.questions.periods import left_out_for_higher_court
from zhixing.law.answers import Found, Undetermined
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Standing

CUT = PeriodDeducted(ground=DeductionGround.APPRAISAL, since=date(2017, 3, 10), until=date(2017, 3, 20))
MORE = PeriodExtended(months=3, reason="财产在外地")
NOTICE = ServiceAttempted(
    document=ServedDocument.NOTICE_AND_ORDER,
    to=DEBTOR,
    method=ServiceMethod.PUBLIC_NOTICE,
    outcome=ServiceOutcome.PENDING,
    sent_on=DAY,
)


def limit(*acts: Act, dossier: Dossier | None = None) -> date:
    """The last day of the time for enforcement after these acts of 10 April."""
    answer = questions.limit(then(dossier or begun(), *(Did(act, DAY) for act in acts)))
    assert isinstance(answer, Found)
    return answer.value.day


def test_a_transfer_ends_the_limit_without_concluding_the_case() -> None:
    moved = CaseTransferred(to="重庆市开州区人民法院", reason="管辖异议成立")
    soon, late = (then(begun(), Did(moved, on)) for on in (date(2017, 5, 2), date(2017, 10, 9)))
    assert standings("conclude", soon, date(2017, 10, 9)) == [Standing.FALLEN_AWAY]
    assert standings("conclude", late, date(2017, 10, 9)) == [Standing.ENDED_LATE]


def test_who_did_not_ask_for_more_time_is_not_late_for_that() -> None:
    assert standings("ask-for-extension", begun(), date(2017, 8, 1), date(2017, 10, 9)) == [
        Standing.RUNNING,
        Standing.LAPSED,
    ]


def test_six_months_run_from_filing() -> None:
    assert limit() == date(2017, 9, 4)  # 3 September 2017 is a Sunday
    assert standings("conclude", begun(), date(2017, 9, 4), date(2017, 9, 5)) == [
        Standing.OPEN,
        Standing.OVERDUE,
    ]


def test_administrative_enforcement_has_three_months() -> None:
    story = noticed()
    story[0] = Did(replace(story[0].act, non_litigation=True), story[0].on)
    assert limit(dossier=build(story)) == date(2017, 6, 5)  # 3 June 2017 is a Saturday


def test_before_filing_no_time_runs() -> None:
    assert isinstance(questions.limit(build(intake())), Undetermined)


@pytest.mark.parametrize(
    ("act", "day"),
    [
        (CUT, date(2017, 9, 14)),  # eleven days
        (NOTICE, date(2017, 11, 2)),  # sixty days of public notice
        (replace(NOTICE, sent_on=date(2017, 4, 9), method=ServiceMethod.MAIL), date(2017, 9, 4)),
    ],
)
def test_days_left_out_move_the_end(act: Act, day: date) -> None:
    assert limit(act) == day


def test_the_review_of_an_objection_to_jurisdiction_does_not_count() -> None:
    raised = ObjectionRaised(kind=ObjectionKind.JURISDICTION, by=DEBTOR, content="应由万州法院管辖")
    dossier = then(begun(), Did(raised, date(2017, 3, 20)), Did(CUT, date(2017, 3, 29)))
    assert limit(dossier=dossier) == date(
        2017, 9, 25
    )  # ten days of review to the newest act, eleven of appraisal


def test_days_of_suspension_do_not_count_and_an_open_suspension_leaves_the_end_open() -> None:
    rest = Did(Suspended(ground=SuspensionGround.TITLE_REVIEWED), DAY)
    resting = then(begun(), rest)
    assert isinstance(questions.limit(resting), Undetermined)
    assert standings("conclude", resting, date(2018, 1, 1)) == [Standing.SUSPENDED]
    assert guards(resting, MORE) == ["asked-in-time"]
    going = then(resting, Did(Resumed(reason="审查终结"), date(2017, 5, 10)))
    assert limit(dossier=going) == date(2017, 10, 9)  # thirty days later lies in the National Day rest
    assert standings("conclude", going, date(2017, 10, 9)) == [Standing.OPEN]


@pytest.mark.parametrize(
    ("act", "on", "names"),
    [
        (MORE, date(2017, 8, 30), []),
        (MORE, date(2017, 8, 31), ["asked-in-time"]),
        (replace(MORE, months=4), DAY, ["extension-within-limit"]),
        (replace(MORE, months=0), DAY, ["extension-within-limit"]),
    ],
)
def test_an_extension_is_asked_for_five_days_before_the_end(
    act: PeriodExtended, on: date, names: list[str]
) -> None:
    assert guards(begun(), act, on) == names


def test_an_extension_lengthens_the_time_and_may_be_asked_for_again() -> None:
    assert limit(MORE) == date(2017, 12, 4)
    assert duty("ask-for-extension", begun()).due == date(2017, 8, 30)
    longer = then(begun(), Did(MORE, DAY))
    assert guards(longer, MORE, date(2017, 11, 29)) == []
    assert guards(longer, MORE, date(2017, 11, 30)) == ["asked-in-time"]


@pytest.mark.parametrize(
    "act",
    [replace(CUT, since=date(2017, 3, 1)), replace(CUT, until=date(2017, 3, 9))],
)
def test_a_deduction_lies_in_the_case(act: PeriodDeducted) -> None:
    assert guards(begun(), CUT) == []
    assert guards(begun(), act) == ["deduction-sane"]


def test_no_day_is_deducted_twice() -> None:
    dossier = then(begun(), Did(CUT, DAY))
    assert guards(dossier, CUT) == ["deduction-sane"]
    assert guards(dossier, replace(CUT, since=date(2017, 3, 21), until=date(2017, 3, 25))) == []


@pytest.mark.parametrize(
    ("ground", "days"),
    [
        (DeductionGround.APPRAISAL, 11),
        (DeductionGround.COORDINATION, 11),
        (DeductionGround.SALE, 0),
        (DeductionGround.AUDIT, 0),
        (DeductionGround.GUIDANCE, 0),
    ],
)
def test_fewer_grounds_hold_back_the_way_to_the_court_above(ground: DeductionGround, days: int) -> None:
    dossier = then(begun(), Did(replace(CUT, ground=ground), DAY))
    assert sum(span.days for span in left_out_for_higher_court(dossier)) == days
    assert sum(span.days for span in questions.deducted(dossier)) == 11
