"""After termination: inquiries for five years, the public database, the debtor's reports; each duty on its days."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.stories import APPLICANT, DEBTOR, noticed
from tests.closing.stories import SERVED, TERMINATED, served, terminated
from tests.record.builder import Did, add, build, refused
from zhixing.closing.acts import (
    EndingGround,
    EnforcementEnded,
    PropertyChangeLearned,
    RecheckResult,
    ResumedInNewCase,
    ResumptionGround,
    RoundRechecked,
    SupplementReportReceived,
    TerminationPublished,
    TerminationShielded,
)
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Duty, Standing, duties

RECHECKED = RoundRechecked(result=RecheckResult.NONE, told_applicant=True, receipt="总对总 201712050001")
LEARNED, CHANGED = date(2017, 7, 3), date(2017, 7, 1)
CHANGE = PropertyChangeLearned(debtor=DEBTOR, changed_on=CHANGED, content="受赠轿车一辆")


def names(dossier: Dossier, act: Act, on: date) -> list[str]:
    return [each.guard for each in refused(dossier, Did(act, on))]


def named(dossier: Dossier, name: str) -> list[Duty]:
    return [duty for duty in duties(installed().duties, dossier) if duty.rule.name == name]


def test_ten_inquiries_fall_due_over_five_years_each_on_a_working_day() -> None:
    found = named(build(terminated()), "recheck-terminated-round")
    assert len(found) == 10
    assert [duty.due for duty in found[:2]] == [date(2017, 12, 5), date(2018, 6, 5)]
    # 2022-06-05 is a Sunday inside the Dragon Boat holiday.
    assert found[-1].due == date(2022, 6, 6)


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        (date(2017, 12, 4), Standing.MET),
        (date(2017, 12, 5), Standing.MET),
        (date(2017, 12, 6), Standing.LATE),
    ],
)
def test_an_inquiry_proves_the_first_duty_and_no_other(on: date, standing: Standing) -> None:
    found = named(build([*terminated(), Did(RECHECKED, on)]), "recheck-terminated-round")
    assert found[0].standing(date(2017, 12, 31)) is standing
    assert found[1].standing(date(2017, 12, 31)) is Standing.OPEN


def test_an_inquiry_left_out_is_overdue() -> None:
    found = named(build(terminated()), "recheck-terminated-round")
    assert found[0].standing(date(2017, 12, 5)) is Standing.OPEN
    assert found[0].standing(date(2017, 12, 6)) is Standing.OVERDUE


def test_each_inquiry_says_which_of_the_ten_it_is() -> None:
    found = named(build(terminated()), "recheck-terminated-round")
    assert [str(duty.label) for duty in found] == [
        f"终本后每六个月查询财产（第 {nth} 次，共 10 次）" for nth in range(1, 11)
    ]


def test_inquiries_fall_away_once_the_case_goes_on_in_a_new_one() -> None:
    resumed = Did(ResumedInNewCase(case=2, ground=ResumptionGround.PROPERTY_FOUND), date(2017, 9, 1))
    found = named(build([*terminated(), resumed]), "recheck-terminated-round")
    assert {duty.standing(date(2018, 1, 1)) for duty in found} == {Standing.FALLEN_AWAY}


def test_an_inquiry_says_what_was_found_and_that_the_applicant_was_told() -> None:
    dossier, on = build(terminated()), date(2017, 12, 4)
    assert names(dossier, RECHECKED, on) == []
    assert names(dossier, replace(RECHECKED, told_applicant=False), on) == ["recheck-complete"]
    found = replace(RECHECKED, result=RecheckResult.FOUND)
    assert names(dossier, found, on) == ["recheck-complete"]
    assert names(dossier, replace(found, found="工商银行存款 30,000 元"), on) == []
    assert names(build(noticed()), RECHECKED, on) == ["round-terminated"]


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        (date(2017, 6, 14), Standing.MET),
        (date(2017, 6, 15), Standing.MET),
        (date(2017, 6, 16), Standing.LATE),
    ],
)
def test_the_database_is_filled_seven_days_after_the_applicant_was_served(
    on: date, standing: Standing
) -> None:
    story = [
        *terminated()[:-1],
        served(DEBTOR, date(2017, 6, 6)),
        served(APPLICANT),
        served(APPLICANT, date(2017, 6, 9)),
    ]
    found = named(build(story), "publish-terminated-round")
    assert [duty.due for duty in found] == [date(2017, 6, 15)]
    published = named(build([*story, Did(TerminationPublished(receipt="1"), on)]), "publish-terminated-round")
    assert published[0].standing(date(2017, 6, 30)) is standing


def test_serving_the_debtor_alone_starts_nothing() -> None:
    story = [*terminated()[:-1], served(DEBTOR)]
    assert named(build(story), "publish-terminated-round") == []


@pytest.mark.parametrize(
    ("on", "standing"),
    [
        (date(2017, 7, 10), Standing.MET),
        (date(2017, 7, 11), Standing.MET),
        (date(2017, 7, 12), Standing.LATE),
    ],
)
def test_the_debtor_reports_a_change_within_ten_days_after_termination_too(
    on: date, standing: Standing
) -> None:
    story = [*terminated(), Did(CHANGE, LEARNED)]
    report = Did(SupplementReportReceived(debtor=DEBTOR, content="受赠轿车"), on)
    duty = named(build([*story, report]), "supplement-property-report")[0]
    # Counted from the change, not from the day the court learned of it.
    assert duty.due == date(2017, 7, 11)
    assert duty.standing(date(2017, 8, 1)) is standing


def test_a_report_answers_the_change_it_names() -> None:
    other = Did(replace(CHANGE, changed_on=date(2017, 7, 2)), LEARNED)
    story = [*terminated(), Did(CHANGE, LEARNED), other]
    report = Did(SupplementReportReceived(debtor=DEBTOR, change=build(story).head), date(2017, 7, 5))
    first, second = named(build([*story, report]), "supplement-property-report")
    assert (first.met_by, second.met_by is None) == (None, False)


def test_the_duty_to_report_ends_with_the_debt_but_not_with_the_round() -> None:
    ended = EnforcementEnded(
        reason="撤销申请",
        ground=EndingGround.WITHDRAWN,
        evidence="申请书",
        ruling="（2017）渝0235执1号之一",
        parties=(APPLICANT,),
    )
    assert names(build(terminated()), CHANGE, LEARNED) == []
    over = build([*noticed(), Did(ended, TERMINATED)])
    assert names(over, CHANGE, LEARNED) == ["still-to-report"]
    before = build([*noticed(), Did(replace(CHANGE, changed_on=date(2017, 5, 1)), date(2017, 5, 2))])
    gone = named(add(before, Did(ended, date(2017, 5, 8))), "supplement-property-report")
    assert gone[0].standing(SERVED) is Standing.FALLEN_AWAY


def test_changes_are_those_of_a_debtor_and_lie_in_the_past() -> None:
    dossier = build(terminated())
    assert names(dossier, replace(CHANGE, debtor=APPLICANT), LEARNED) == ["of-a-debtor"]
    assert names(dossier, replace(CHANGE, changed_on=date(2017, 7, 4)), LEARNED) == ["of-a-debtor"]
    assert names(dossier, SupplementReportReceived(debtor=APPLICANT), LEARNED) == ["of-a-debtor"]


def test_a_first_case_has_nothing_to_shield_and_no_database_before_termination() -> None:
    assert names(build(terminated()), TerminationShielded(reason="履行完毕"), LEARNED) == ["resumes-a-case"]
    assert names(build(noticed()), TerminationPublished(), LEARNED) == ["round-terminated"]


def test_the_archive_has_no_national_limit_and_says_so() -> None:
    duty = named(build(terminated()), "archive-files")[0]
    assert duty.standing(date(2030, 1, 1)) is Standing.UNDETERMINED
