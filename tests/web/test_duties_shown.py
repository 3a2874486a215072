"""How the case page and the desk word a duty: which time it is, through what it fell away, and that a right is no duty."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings
from django.test import Client

from tests.cases.court import Court, court
from tests.cases.stories import FILED
from zhixing.cases.acts.assignment import Assigned, AssignmentMethod, CaseTransferred, HandedOver
from zhixing.cases.acts.filing import Filed
from zhixing.cases.models import CaseRow
from zhixing.people.models import Officer
from zhixing.record import door
from zhixing.record.models import DutyRow

LATE = date(2017, 10, 9)
pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Court:
    settings.ZHIXING_TODAY = LATE.isoformat()
    return court()


def assigned(here: Court) -> int:
    dossier = here.application()
    assignment = Assigned(officer=here.officers[0], method=AssignmentMethod.DESIGNATED, reason="系列案件")
    acts = ((Filed(), FILED), (HandedOver(), FILED), (assignment, date(2017, 3, 6)))
    door.enter_all(dossier, [door.Step(act=act, by=here.by(), on=on) for act, on in acts])
    return dossier


def page(here: Court, path: str) -> str:
    client = Client()
    client.force_login(Officer.objects.get(pk=here.officers[0]))
    return client.get(path).content.decode()


def test_a_limit_that_a_transfer_ended_is_not_shown_as_met(here: Court) -> None:
    dossier = assigned(here)
    moved = CaseTransferred(to="重庆市开州区人民法院", reason="管辖异议成立")
    door.enter_all(dossier, [door.Step(act=moved, by=here.by(), on=LATE, approved_by=here.by(1))])
    row = DutyRow.objects.get(dossier_id=dossier, rule="conclude")
    assert (row.met_on, row.ended_on) == (None, LATE)
    assert "逾期后免除：移送管辖" in page(here, f"/cases/{dossier}/")


def test_a_right_that_ran_out_is_not_overdue_on_the_desk(here: Court) -> None:
    dossier = assigned(here)
    asking = DutyRow.objects.get(dossier_id=dossier, rule="ask-for-extension")
    assert asking.right
    assert asking.due is not None
    assert asking.due < LATE
    assert CaseRow.objects.get(dossier_id=dossier).handler == here.officers[0]
    text = page(here, "/?show=overdue")
    assert "执行期限内结案" in text
    assert asking.label not in text
    assert "权利期间已过" in page(here, f"/cases/{dossier}/")


@pytest.mark.parametrize("rests", [False, True])
def test_a_duty_without_a_day_stands_on_the_desk_by_itself_unless_it_rests(here: Court, rests: bool) -> None:
    dossier = assigned(here)
    row = DutyRow.objects.get(dossier_id=dossier, rule="conclude")
    DutyRow.objects.filter(pk=row.pk).update(due=None, suspended=rests)
    assert row.label not in page(here, "/?show=overdue")
    undated = page(here, "/?show=undated")
    assert (row.label in undated) is not rests
