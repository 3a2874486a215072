"""Filing: each condition of acceptance refuses by itself, says why, and lets the same act pass once it is there."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.cases.stories import DEBTOR, FILING, filed, intake
from tests.record.builder import Did, build, refused
from zhixing.cases import questions
from zhixing.cases.acts.filing import (
    ApplicationReceived,
    ClaimRecorded,
    Filed,
    FilingRefused,
    Jurisdiction,
    Origin,
    PreservationHintGiven,
    RefusalGround,
    RiskNoticeGiven,
    SupplementAsked,
    SupplementReceived,
    TitleKind,
    TitleRecorded,
)
from zhixing.law.answers import Found, Undetermined
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.duties import Duty, Standing, duties


def names(did: Did, *story: Did) -> list[str]:
    return [each.guard for each in refused(build(story, guarded=False), did)]


def test_a_complete_application_is_filed() -> None:
    dossier = build(filed())
    assert questions.case_number(dossier, FILING.on) == "（2017）渝0235执1号"
    assert questions.stage(dossier, FILING.on) == "已立案待移送"


@pytest.mark.parametrize(
    ("missing", "guard"),
    [
        ("TitleRecorded", "title-effective"),
        ("ClaimRecorded", "content-definite"),
        ("RiskNoticeGiven", "told-of-risks"),
        ("PreservationHintGiven", "told-of-risks"),
    ],
)
def test_what_is_missing_is_named(missing: str, guard: str) -> None:
    story = [did for did in intake() if type(did.act).__name__ != missing]
    assert guard in names(FILING, *story)


@pytest.mark.parametrize(("index", "guard"), [(1, "applicant-entitled"), (2, "content-definite")])
def test_both_sides_must_be_there(index: int, guard: str) -> None:
    story = intake()
    del story[index]
    assert guard in names(FILING, *story)


def test_a_title_not_yet_effective_is_refused_until_it_is() -> None:
    early = Did(Filed(), date(2017, 1, 9), FILING.facts)
    assert "title-effective" in names(early, *intake())


def test_before_the_time_for_performance_has_run_out_there_is_nothing_to_enforce() -> None:
    on_last_day = Did(Filed(), date(2017, 1, 20), FILING.facts)
    day_after = Did(Filed(), date(2017, 1, 21), FILING.facts)
    assert "overdue" in names(on_last_day, *intake())
    assert "overdue" not in names(day_after, *intake())


def test_a_case_is_filed_once() -> None:
    assert names(FILING, *filed()) == ["not-filed"]


def test_what_was_asked_for_must_come_in_first() -> None:
    asked = Did(SupplementAsked(items=("身份证明",), until=date(2017, 3, 9)), date(2017, 3, 2))
    came = Did(SupplementReceived(), date(2017, 3, 3))
    assert names(FILING, *intake(), asked) == ["supplemented"]
    assert names(FILING, *intake(), asked, came) == []


@pytest.mark.parametrize(
    "number", ["（2017）渝0236执1号", "（2017）渝0235执恢1号", "2017 第一号", "（2017）渝0235执号"]
)
def test_a_supplied_number_must_be_of_this_court_and_kind(number: str) -> None:
    assert names(Did(Filed(number=number), FILING.on, FILING.facts), *intake()) == ["number-fits"]


def test_what_is_owed_to_the_day_comes_with_its_derivation() -> None:
    owed = questions.owed(build(filed()), date(2017, 3, 21))
    assert isinstance(owed, Found)
    # 50,000 yuan, sixty days after 20 January 2017, 0.0175 % a day: 525 yuan.
    assert (owed.value.doubled, owed.value.outstanding.total) == (52_500, 5_052_500)
    assert owed.value.steps


def test_without_claims_nothing_can_be_told() -> None:
    story = [did for did in intake() if not isinstance(did.act, ClaimRecorded)]
    assert isinstance(questions.owed(build(story), FILING.on), Undetermined)


ASKED = SupplementAsked(items=("身份证明",), until=date(2017, 3, 9))


@pytest.mark.parametrize(
    ("act", "guard"),
    [
        (replace(ASKED, items=()), "supplement-named"),
        (replace(ASKED, items=(" ",)), "supplement-named"),
        (replace(ASKED, until=None), "supplement-named"),
        (replace(ASKED, until=date(2017, 3, 1)), "supplement-named"),
        (SupplementReceived(), "supplement-wanted"),
        (RiskNoticeGiven(to=(DEBTOR,)), "to-applicant"),
        (PreservationHintGiven(to=()), "to-applicant"),
    ],
)
def test_what_is_told_says_what_by_when_and_to_whom(act: Act, guard: str) -> None:
    assert names(Did(act, date(2017, 3, 2)), *intake()) == [guard]


def test_what_is_missing_is_asked_for_once() -> None:
    again = Did(ASKED, date(2017, 3, 3))
    assert names(again, *intake(), Did(ASKED, date(2017, 3, 2))) == ["asked-once"]
    assert names(Did(ASKED, date(2017, 3, 2)), *intake()) == []


def deciding(*story: Did) -> Duty:
    """The duty to decide on filing after the story."""
    (duty,) = [
        each for each in duties(installed().duties, build(story)) if each.rule.name == "decide-on-filing"
    ]
    return duty


@pytest.mark.parametrize(
    ("on", "standing"),
    [(7, Standing.MET), (8, Standing.MET), (9, Standing.LATE)],
    ids=["before", "on", "after"],
)
def test_seven_days_to_decide_on_filing(on: int, standing: Standing) -> None:
    decided = Did(Filed(), date(2017, 3, on), FILING.facts)
    assert deciding(*intake(), decided).standing(date(2017, 3, 31)) is standing


def test_the_clock_for_filing_rests_while_something_is_missing() -> None:
    duty = deciding(*intake(), Did(ASKED, date(2017, 3, 2)))
    assert duty.standing(date(2017, 3, 20)) is Standing.SUSPENDED


def test_the_seven_days_begin_again_when_what_was_missing_has_come_in() -> None:
    came = Did(SupplementReceived(items=("身份证明",)), date(2017, 3, 9))
    duty = deciding(*intake(), Did(ASKED, date(2017, 3, 2)), came)
    assert duty.due == date(2017, 3, 16)
    assert duty.standing(date(2017, 3, 16)) is Standing.OPEN


def test_a_refusal_to_file_decides_too_and_ends_the_matter() -> None:
    refusal = FilingRefused(ground=RefusalGround.NOT_EFFECTIVE, reason="判决尚在上诉期内")
    story = [*intake(), Did(refusal, date(2017, 3, 8))]
    assert deciding(*story).standing(date(2017, 3, 31)) is Standing.MET
    assert questions.stage(build(story), date(2017, 3, 9)) == "不予受理"
    assert "open-case" in names(Did(Filed(), date(2017, 3, 9), FILING.facts), *story)


@pytest.mark.parametrize("kind", [TitleKind.AWARD, TitleKind.LABOUR_AWARD, TitleKind.NOTARISED_DEBT])
def test_what_no_court_decided_has_no_court_of_first_instance(kind: TitleKind) -> None:
    story = [
        Did(replace(did.act, kind=kind), did.on) if isinstance(did.act, TitleRecorded) else did
        for did in intake()
    ]
    assert names(FILING, *story) == ["jurisdiction-stated"]
    elsewhere = ApplicationReceived(cause="追索劳动报酬纠纷", jurisdiction=Jurisdiction.DOMICILE)
    assert names(FILING, Did(elsewhere, story[0].on), *story[1:]) == []


def test_what_the_trial_bench_transfers_needs_no_notice_of_risks() -> None:
    moved = Did(ApplicationReceived(cause="抚养费纠纷", origin=Origin.TRANSFERRED), intake()[0].on)
    story = [did for did in intake()[1:] if not isinstance(did.act, RiskNoticeGiven | PreservationHintGiven)]
    assert names(FILING, moved, *story) == []
