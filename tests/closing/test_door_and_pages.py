"""Closing through the one door and the pages: proof, termination, and the new case that takes up the first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db.models import QuerySet
from django.test import Client
from django.test.utils import override_settings

from tests.cases.court import ELSEWHERE, Court, court
from tests.closing.court import ASKED, RESUMED, asked_for, handled, proven, terminated
from tests.closing.stories import TERMINATED, TERMINATION
from tests.people.factor import make_strong
from zhixing.cases import questions as cases
from zhixing.cases.acts.filing import Filed
from zhixing.cases.models import CaseRow
from zhixing.closing import questions
from zhixing.closing.acts import ResumedInNewCase, ResumptionGround
from zhixing.closing.questions import State
from zhixing.law.answers import Found
from zhixing.people.models import Officer
from zhixing.record import door, scope
from zhixing.record.models import DossierHead, Look

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Iterator[Court]:
    """A court whose clock stands at the day of resumption."""
    with override_settings(ZHIXING_TODAY=RESUMED.isoformat()):
        yield court(officers=3)


def signed_in(here: Court, place: int = 0) -> Client:
    client = Client()
    client.force_login(Officer.objects.get(pk=here.officers[place]))
    make_strong(client)
    return client


def rows(here: Court) -> QuerySet[CaseRow]:
    """The rows of the court's cases; a request takes the court out of sight when it ends."""
    scope.see([here.code])
    return CaseRow.objects.all()


def reopen(here: Court, number: int) -> int:
    """Open the resumed case as the page does."""
    first = door.read(number)
    opening = questions.opening(first, RESUMED, ResumptionGround.PROPERTY_FOUND, basis="查实")
    acts = (opening, *questions.carried_over(first, RESUMED))
    return door.open_dossier(here.code, [door.Step(act=act, by=here.by(), on=RESUMED) for act in acts])[0]


def test_termination_waits_for_the_approval_of_another(here: Court) -> None:
    number = proven(here)
    step = here.steps([TERMINATION])[0]
    with pytest.raises(door.Refused):
        door.enter(number, step.act, here.by(), on=TERMINATED)
    proposal = door.propose(number, step)
    with pytest.raises(door.Refused):
        door.approve(number, proposal.seq, here.by(), on=TERMINATED)
    door.approve(number, proposal.seq, here.by(1), on=TERMINATED)
    row = CaseRow.objects.get(dossier_id=number)
    assert (row.closed_on, row.closing_way) == (TERMINATED, "终结本次执行程序")


def test_the_resumed_case_is_filed_under_its_own_number_and_knows_the_first(here: Court) -> None:
    first = asked_for(here)
    new = reopen(here, first)
    door.enter(new, Filed(), here.by(), on=RESUMED)
    row = CaseRow.objects.get(dossier_id=new)
    assert (row.number, row.first_case) == ("（2017）渝0235执恢1号", first)
    assert door.read(first).last(ResumedInNewCase) is not None
    assert CaseRow.objects.get(dossier_id=first).stage == "已结案"
    one, other = (cases.owed(door.read(each), RESUMED) for each in (first, new))
    assert isinstance(one, Found)
    assert isinstance(other, Found)
    assert one.value.outstanding == other.value.outstanding


def test_a_case_is_resumed_once_and_nothing_is_left_of_a_refused_attempt(here: Court) -> None:
    first = asked_for(here)
    reopen(here, first)
    before = DossierHead.objects.count()
    with pytest.raises(door.Refused) as refused:
        reopen(here, first)
    assert "first-case-resumable" in [each.guard for each in refused.value.refusals]
    assert DossierHead.objects.count() == before


def test_without_application_or_finding_no_new_case_is_opened(here: Court) -> None:
    with pytest.raises(door.Refused) as refused:
        reopen(here, terminated(here))
    assert [each.guard for each in refused.value.refusals] == ["asked-for-or-found"]


def test_the_proof_page_shows_what_is_not_recorded_and_never_as_met(here: Court) -> None:
    answer = signed_in(here).get(f"/cases/{handled(here)}/termination/")
    text = answer.content.decode()
    assert answer.status_code == 200
    assert text.count(f">{State.UNRECORDED.value}</span>") == 10
    assert "尚不具备" in text


def test_the_proof_page_says_that_paper_is_not_the_system(here: Court) -> None:
    number = proven(here)
    text = signed_in(here).get(f"/cases/{number}/termination/?as_of=2017-06-05").content.decode()
    assert text.count(f">{State.CERTIFIED.value}</span>") == 10
    assert "逐项具备或已确认" in text
    earlier = signed_in(here).get(f"/cases/{number}/termination/?as_of=2017-05-01").content.decode()
    assert "尚不具备" in earlier
    scope.see([here.code])
    assert Look.objects.filter(dossier_id=number, page__endswith="/termination/").count() == 2


def test_the_page_opens_the_new_case_and_links_both(here: Court) -> None:
    first, client = asked_for(here), signed_in(here)
    page = client.get(f"/cases/{first}/resumption/").content.decode()
    assert "工商银行有存款三万元" in page
    assert "录入请求事项：1 项" in page
    answer = client.post(f"/cases/{first}/resumption/", {"ground": "property_found", "basis": "已冻结三万元"})
    new = rows(here).get(first_case=first).dossier_id
    assert answer.headers["Location"] == f"/cases/{new}/"
    assert "恢复执行案件" in client.get(f"/cases/{first}/resumption/").content.decode()
    assert "首次执行案件" in client.get(f"/cases/{new}/resumption/").content.decode()
    again = client.post(f"/cases/{first}/resumption/", {"ground": "property_found"})
    assert again.status_code == 422
    assert "另立了案件" in again.content.decode()


def test_the_page_refuses_what_nobody_asked_for_and_an_unknown_ground(here: Court) -> None:
    number, client = terminated(here), signed_in(here)
    unasked = client.post(f"/cases/{number}/resumption/", {"ground": "property_found"})
    assert unasked.status_code == 422
    assert "没有待处理的恢复申请" in unasked.content.decode()
    unknown = client.post(f"/cases/{number}/resumption/", {"ground": "because"})
    assert unknown.status_code == 422
    assert not rows(here).filter(first_case=number).exists()


def test_an_open_case_is_resumed_in_itself(here: Court) -> None:
    page = signed_in(here).get(f"/cases/{handled(here)}/resumption/").content.decode()
    assert "本案没有结案" in page
    assert "另立恢复执行案件</button>" not in page


@pytest.mark.parametrize("page", ["termination", "resumption"])
def test_another_court_does_not_see_that_the_case_exists(here: Court, page: str) -> None:
    number = asked_for(here)
    stranger = court(ELSEWHERE)
    client = signed_in(stranger)
    assert client.get(f"/cases/{number}/{page}/").status_code == 404
    assert client.post(f"/cases/{number}/resumption/", {"ground": "property_found"}).status_code == 404


def test_a_case_of_another_court_is_not_taken_up(here: Court) -> None:
    number = asked_for(here)
    stranger = court(ELSEWHERE)
    first = door.read(number)
    opening = questions.opening(first, ASKED, ResumptionGround.PROPERTY_FOUND)
    scope.see([here.code, ELSEWHERE])
    with pytest.raises(door.Refused) as refused:
        door.open_dossier(ELSEWHERE, [door.Step(act=opening, by=stranger.by(), on=ASKED)])
    assert [each.guard for each in refused.value.refusals] == ["first-case-resumable"]
