"""Inspection, findings, rectification, acceptance: who is refused what, and by when it must be done."""

from __future__ import annotations

from datetime import date

import msgspec

from tests.plan.life import ADOPTED, PLAN, assigned, tell
from tests.record.builder import ANYONE, Did, refused
from zhixing.plan import questions
from zhixing.plan.acts import (
    EvidenceFiled,
    FindingMade,
    Inspected,
    Inspector,
    MeasureAccepted,
    ProgressReported,
    Received,
    RectificationReviewed,
    Rectified,
    Result,
    State,
)
from zhixing.plan.questions import MeasureState
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Standing, duties
from zhixing.record.power import Power

ON = date(2017, 6, 12)
BY = date(2017, 7, 31)
SEEN = Inspected(kind=Inspector.ABOVE, by_whom="检查组", subject="中期检查", words="抽查")
FOUND = FindingMade(inspection=7, measure=1, what="佐证不足", put_right_by=BY)
MENDED = Rectified(finding=8, words="已补充")
OTHER = msgspec.structs.replace(ANYONE, id=3, name="复核人")


def guards(dossier: Dossier, act: Act, on: date = ON) -> set[str]:
    """The guards that stand against an act."""
    return {each.guard for each in refused(dossier, Did(act, on, by=OTHER))}


def found() -> Dossier:
    """Inspected, and a finding made: entries 7 and 8."""
    return tell(assigned(), Did(SEEN, ON), Did(FOUND, ON))


def test_a_finding_belongs_to_an_inspection_and_leaves_time() -> None:
    seen = tell(assigned(), Did(SEEN, ON))
    assert guards(seen, msgspec.structs.replace(FOUND, inspection=5)) == {"of-an-inspection"}
    assert guards(seen, msgspec.structs.replace(FOUND, put_right_by=ON)) == {"of-an-inspection"}
    assert guards(seen, FOUND) == set()


def test_a_finding_must_be_put_right_by_its_day() -> None:
    (duty,) = [each for each in duties(installed().duties, found()) if each.rule.name == "put-finding-right"]
    assert (duty.due, duty.standing(BY), duty.standing(date(2017, 8, 1))) == (
        BY,
        Standing.OPEN,
        Standing.OVERDUE,
    )


def test_what_is_not_good_enough_gets_a_new_day_and_whoever_mended_does_not_review() -> None:
    mended = tell(found(), Did(MENDED, ON))
    bad = RectificationReviewed(rectification=9, good=False, words="仍不足", again_by=date(2017, 8, 31))
    own = {each.guard for each in refused(mended, Did(bad, ON, by=ANYONE))}
    assert own == {"reviewed-by-another"}
    assert guards(mended, msgspec.structs.replace(bad, again_by=None)) == {"rectification-open"}
    again = tell(mended, Did(bad, ON, by=OTHER))
    assert questions.findings(again, ON)[0].put_right_by == date(2017, 8, 31)
    open_duties = [
        (each.rule.name, each.due)
        for each in duties(installed().duties, again)
        if each.rule.name == "put-finding-right" and each.met_by is None
    ]
    assert open_duties == [("put-finding-right", date(2017, 8, 31))]


def test_a_finding_is_closed_by_a_review_that_finds_it_good() -> None:
    good = RectificationReviewed(rectification=9, good=True, words="到位")
    closed = tell(found(), Did(MENDED, ON), Did(good, ON, by=OTHER))
    assert questions.findings(closed, ON)[0].closed is not None
    assert guards(closed, MENDED) == {"finding-open"}
    assert guards(closed, good) == {"rectification-open"}


def test_a_measure_passes_only_when_its_tasks_are_done_and_its_findings_closed() -> None:
    passed = MeasureAccepted(measure=1, result=Result.PASSED, words="同意")
    assert guards(found(), passed) == {"ready-for-acceptance"}
    assert guards(found(), msgspec.structs.replace(passed, result=Result.PARTLY)) == set()
    done = tell(
        assigned(),
        Did(EvidenceFiled(measure=1, task=5, what="规则", place="柜"), ON),
        Did(ProgressReported(measure=1, task=5, state=State.DONE, words="完成"), ON),
    )
    assert guards(done, passed) == set()
    accepted = tell(done, Did(passed, ON))
    assert guards(accepted, passed) == {"not-yet-passed"}
    assert questions.standings(accepted, (1,), ON)[1].state is MeasureState.ACCEPTED


def test_a_court_that_received_the_plan_is_accepted_from_above() -> None:
    follower = tell(
        installed().dossier(2, "plan", "渝0235", []), Did(Received(plan=PLAN, issuing=1), ADOPTED)
    )
    partly = MeasureAccepted(measure=1, result=Result.PARTLY, words="基本完成")
    own = msgspec.structs.replace(OTHER, powers=(Power.PRESIDENT.value,))
    assert {each.guard for each in refused(follower, Did(partly, ON, by=own))} == {"accepted-from-above"}
    assert guards(follower, partly) == set()
