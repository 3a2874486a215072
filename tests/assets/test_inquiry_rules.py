"""Guards and the duty of inquiries: who may be asked about, what may be disputed and sent, by when the first one goes out."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.assets.reports import CAR
from tests.cases.stories import APPLICANT, ASSIGNED, DEBTOR, noticed
from tests.record.builder import Did, build, refused
from zhixing.assets.acts.control import Controlled, Manner
from zhixing.assets.acts.found import FoundBy
from zhixing.assets.acts.inquiry import (
    AnswerStatus,
    ControlAnswered,
    ControlRequested,
    FindingDisputed,
    InquiryAnswered,
    InquirySent,
)
from zhixing.assets.institutions import Institution
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.duties import Standing, duties

DAY = date(2017, 5, 8)
TOLD = {"identified-parties": (DEBTOR,), "control-line": ()}
SENT = InquirySent(debtors=(DEBTOR,), institutions=(Institution.VEHICLES,))
FOUND = replace(CAR, found_by=FoundBy.NETWORK, source=13)
ANSWER = InquiryAnswered(
    inquiry=13, debtor=DEBTOR, institution=Institution.VEHICLES, status=AnswerStatus.COMPLETE, answer="A1"
)
DOUBT = FindingDisputed(property=14, reason="车辆已报废")
HELD = Controlled(property=13, manner=Manner.SEALED, until=date(2019, 5, 7), amount=100)
ORDER = ControlRequested(measure=14, institution=Institution.VEHICLES)
DONE = ControlAnswered(request=15, done=True)


def guards(act: Act, *before: Act, told: dict[str, object] | None = None) -> set[str]:
    """The guards that stand against the act after these of the same day."""
    story = [*noticed(), *(Did(each, DAY, TOLD) for each in before)]
    found = refused(build(story, guarded=False), Did(act, DAY, TOLD if told is None else told))
    return {each.guard for each in found}


@pytest.mark.parametrize(
    ("act", "before", "against"),
    [
        (SENT, (), set()),
        (replace(SENT, debtors=()), (), {"only-who-owes"}),
        (replace(SENT, debtors=(DEBTOR, APPLICANT)), (), {"only-who-owes", "identity-known"}),
        (ANSWER, (SENT,), set()),
        (replace(ANSWER, institution=Institution.BANKS), (SENT,), {"answers-an-inquiry"}),
        (replace(ANSWER, debtor=APPLICANT), (SENT,), {"answers-an-inquiry"}),
        (replace(ANSWER, inquiry=12), (SENT,), {"answers-an-inquiry"}),
        (DOUBT, (SENT, FOUND, ANSWER), set()),
        (replace(DOUBT, reason=" "), (SENT, FOUND, ANSWER), {"learned-by-network"}),
        (DOUBT, (SENT, FOUND), {"learned-by-network"}),
        (DOUBT, (SENT, replace(FOUND, found_by=FoundBy.CLUE), ANSWER), {"learned-by-network"}),
        (replace(ANSWER, inquiry=16), (SENT, FOUND, ANSWER, DOUBT), set()),
        (ORDER, (FOUND, HELD), set()),
        (replace(ORDER, measure=13), (FOUND, HELD), {"measure-ruled"}),
        (ORDER, (FOUND, HELD, ORDER), {"not-requested-before"}),
        (ORDER, (FOUND, HELD, ORDER, DONE), {"not-requested-before"}),
        (ORDER, (FOUND, HELD, ORDER, replace(DONE, done=False)), set()),
        (DONE, (FOUND, HELD, ORDER), set()),
        (replace(DONE, request=14), (FOUND, HELD, ORDER), {"answers-a-request"}),
    ],
)
def test_what_goes_out_and_what_comes_back_belongs_to_the_case(
    act: Act, before: tuple[Act, ...], against: set[str]
) -> None:
    assert guards(act, *before) == against


def test_nobody_is_asked_about_whose_number_is_not_registered() -> None:
    assert guards(SENT, told={"identified-parties": ()}) == {"identity-known"}


@pytest.mark.parametrize(
    ("on", "standing"),
    [(date(2017, 3, 16), Standing.MET), (date(2017, 3, 17), Standing.LATE)],
)
def test_the_first_inquiry_goes_out_within_ten_days_of_assignment(on: date, standing: Standing) -> None:
    dossier = build([*noticed(), Did(SENT, on, TOLD)], guarded=False)
    rule = [each for each in installed().duties if each.name == "assets.first-inquiry"]
    (duty,) = duties(rule, dossier)
    assert duty.opening.on == ASSIGNED and duty.standing(date(2017, 6, 1)) is standing
