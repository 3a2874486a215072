"""A preservation is closed once it was carried out; what it holds goes on being dealt with in it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cases.stories import APPLICANT, DEBTOR
from tests.preservation.test_following import DAY, newest, offered
from tests.preservation.test_preservation import (
    APPLIED,
    FRIDAY,
    THURSDAY,
    due,
    enter,
    held,
    names,
    opened,
    ruled,
)
from zhixing.assets.acts.control import (
    Controlled,
    ControlReleased,
    ControlRenewed,
    Manner,
    OwnSaleAllowed,
    ReleaseGround,
)
from zhixing.assets.acts.priority import AskedBecause, DisposalRequestReceived
from zhixing.cases.acts.filing import CaseType
from zhixing.cases.questions import stage
from zhixing.closing.acts import PreservationClosed, PreservationOutcome
from zhixing.preservation.acts import (
    PreservationRefused,
    PreservationReviewAsked,
    ReleaseAsked,
    ResultTold,
    SecurityAsked,
    SubstitutionAsked,
    SubstitutionRuled,
    SuitFiled,
)
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Standing, duties

DONE = PreservationClosed(reason="保全事项已实施", outcome=PreservationOutcome.DONE)
NOTHING = PreservationClosed(reason="没有财产可供保全", outcome=PreservationOutcome.NOTHING)


def concluding(dossier: Dossier) -> set[str]:
    return {
        each.rule.name
        for each in duties(installed().duties, dossier)
        if each.rule.name.startswith("conclude")
    }


def test_it_is_closed_as_what_the_record_shows_of_it() -> None:
    assert names(enter(opened(), APPLIED), NOTHING) == {"carried-out"}
    assert names(ruled(), DONE) == {"carried-out"}
    assert names(ruled(), NOTHING) == set()
    assert names(held(ruled()), NOTHING) == {"carried-out"}
    assert names(held(ruled()), DONE) == set()
    assert names(enter(opened(), APPLIED, PreservationRefused(reason="没有担保")), NOTHING) == set()
    assert names(opened(), DONE) == set()  # the ruling of another court is carried out here


@pytest.mark.parametrize(
    ("kind", "name"), [(CaseType.PRESERVATION, "conclude-preservation"), (CaseType.FIRST, "conclude")]
)
def test_six_months_are_left_for_carrying_it_out(kind: CaseType, name: str) -> None:
    assert concluding(opened(kind)) == {name}


def test_the_six_months_end_with_the_carrying_out() -> None:
    case = held(ruled())
    (waits,) = [
        each for each in duties(installed().duties, case) if each.rule.name == "conclude-preservation"
    ]
    last = waits.due
    assert (
        last is not None
        and waits.standing(last) is Standing.OPEN
        and waits.standing(last + DAY) is Standing.OVERDUE
    )
    closed = enter(case, DONE, on=last)
    (met,) = [
        each for each in duties(installed().duties, closed) if each.rule.name == "conclude-preservation"
    ]
    assert met.standing(last + 400 * DAY) is Standing.MET


def test_suit_review_release_and_renewal_go_on_after_it_was_closed() -> None:
    control = held(ruled()).head
    case = enter(held(ruled()), DONE)
    for act in (
        SuitFiled(filed_on=FRIDAY, number="（2017）渝0235民初120号", forum="云阳县人民法院"),
        ResultTold(to=(APPLICANT,)),
        PreservationReviewAsked(by=DEBTOR, served_on=FRIDAY, reason="不服"),
        ReleaseAsked(by=DEBTOR, reason="提供担保"),
        ControlRenewed(control=control, until=date(2021, 6, 14), reason="诉讼尚未审结"),
        ControlReleased(control=control, ground=ReleaseGround.PRESERVATION, reason="没有起诉"),
        OwnSaleAllowed(
            control=control,
            until=FRIDAY + 30 * DAY,
            least=900_000,
            price_held="汇入案款账户",
            reason="价格合理",
        ),
        DisposalRequestReceived(
            property=control - 1, asker="某法院", claim="债权 10 万元", because=AskedBecause.PRESERVED
        ),
    ):
        assert names(case, act, FRIDAY) == set(), act
    assert due(case, "suit-to-follow") == date(2017, 7, 17)
    assert names(case, SecurityAsked(amount=1, until=FRIDAY), FRIDAY) >= {"open-case"}
    lifted = ControlReleased(control=control, ground=ReleaseGround.PRESERVATION, reason="没有起诉")
    assert newest(enter(case, lifted, on=date(2017, 7, 20)), "lift-without-suit").met_by is not None


def test_what_is_held_is_replaced_after_it_was_closed() -> None:
    case, control, machine = offered()
    ask = SubstitutionAsked(by=DEBTOR, control=control, property=machine, reason="车辆为经营所需")
    case = enter(enter(case, DONE), ask, on=FRIDAY)
    grant = SubstitutionRuled(request=case.head, control=control, property=machine, reason="价值相当")
    case = enter(case, grant, on=FRIDAY)
    hold = Controlled(property=machine, manner=Manner.SEALED, until=date(2019, 6, 14), amount=900_000)
    assert names(case, hold, FRIDAY) == set()


def test_no_network_is_asked_in_a_preservation_unless_somebody_applies() -> None:
    for kind, there in ((CaseType.PRESERVATION, False), (CaseType.FIRST, True)):
        found = {each.rule.name for each in duties(installed().duties, opened(kind))}
        assert ("assets.first-inquiry" in found) is there


def test_its_stage_is_that_of_a_preservation() -> None:
    assert (stage(opened(), THURSDAY), stage(ruled(), THURSDAY)) == ("保全审查", "保全实施")
    assert stage(opened(CaseType.FIRST), THURSDAY) == "已分案待通知"
