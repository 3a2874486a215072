"""What the end of the round asks of reports, clues and investigations: answered from the record where there is one."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tests.assets.reports import CAR, REPORT, SERVED_ON, declared, served
from tests.assets.test_investigation import CLUE, LOOKED, VERIFIED
from tests.cases.stories import APPLICANT, DEBTOR, noticed
from tests.record.builder import Did, build
from zhixing.assets.acts.clues import ClueVerified
from zhixing.assets.acts.declaration import DeclarationResult, DeclarationSupplemented, DeclarationVerified
from zhixing.cases.acts.notice import CluesAsked
from zhixing.closing.acts import PropertyChangeLearned
from zhixing.closing.questions import Condition, State, proof
from zhixing.record.catalogue import installed
from zhixing.record.duties import Standing, duties

DAY, LATE = date(2017, 4, 10), date(2017, 3, 21)
REVIEWED = DeclarationVerified(declaration=14, result=DeclarationResult.TRUE, facts="与网络查询结果一致")


def condition(name: str, story: list[Did]) -> Condition:
    """How the condition stands after the story."""
    (found,) = [each for each in proof(build(story), DAY) if each.name == name]
    return found


def test_reports_are_missing_until_reviewed_and_met_when_in_time_and_true() -> None:
    assert condition("report-verified", noticed()).state is State.UNRECORDED
    assert condition("report-verified", served()).state is State.UNRECORDED
    waiting = condition("report-verified", declared())
    assert (waiting.state, [each.seq for each in waiting.evidence]) == (State.MISSING, [14])
    met = condition("report-verified", [*declared(), Did(REVIEWED, DAY)])
    assert (met.state, [each.seq for each in met.evidence]) == (State.MET, [15])


def test_what_was_late_or_false_is_certified_as_dealt_with() -> None:
    false = replace(REVIEWED, result=DeclarationResult.FALSE)
    assert condition("report-verified", [*declared(), Did(false, DAY)]).state is State.UNRECORDED
    late = [*declared(REPORT, LATE), Did(REVIEWED, DAY)]
    assert condition("report-verified", late).state is State.UNRECORDED


def test_clues_are_missing_until_verified() -> None:
    asked = [*noticed(), Did(CluesAsked(to=(APPLICANT,)), SERVED_ON)]
    assert condition("clues-verified", noticed()).state is State.UNRECORDED
    assert condition("clues-verified", asked).state is State.MET
    provided = [*noticed(), Did(CLUE, SERVED_ON)]
    assert condition("clues-verified", provided).state is State.MISSING
    found = [*provided, Did(CAR, DAY), Did(VERIFIED, DAY)]
    met = condition("clues-verified", found)
    assert met.state is State.MET and isinstance(met.evidence[0].act, ClueVerified)


def test_an_investigation_on_the_spot_is_enough() -> None:
    assert condition("on-site", noticed()).state is State.UNRECORDED
    assert condition("on-site", [*noticed(), Did(LOOKED, DAY)]).state is State.MET


def test_a_supplementary_report_meets_the_duty_to_tell_a_change() -> None:
    learned = PropertyChangeLearned(debtor=DEBTOR, changed_on=DAY, content="卖出门面")
    told = DeclarationSupplemented(debtor=DEBTOR, property=REPORT.funds)
    dossier = build([*declared(), Did(learned, DAY), Did(told, DAY)])
    (found,) = [
        each for each in duties(installed().duties, dossier) if each.rule.name == "supplement-property-report"
    ]
    assert found.standing(DAY) is Standing.MET
