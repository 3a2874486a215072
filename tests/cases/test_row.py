"""The list row of a case: it says what the acts say, is rebuilt to the same, and is seen in its own court alone."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cases.court import COURT, ELSEWHERE, Court, court
from tests.cases.stories import FILED
from zhixing.cases.acts.assignment import Assigned, AssignmentMethod, HandedOver
from zhixing.cases.acts.filing import ApplicantAccountGiven, Filed, LivelihoodCategory, LivelihoodFlagged
from zhixing.cases.acts.pause import Stayed, StayGround
from zhixing.cases.models import CaseRow
from zhixing.parties.models import Party
from zhixing.parties.register import add_account
from zhixing.record import door, read_model, scope

ASSIGNED = date(2017, 3, 6)


def assign(here: Court, dossier: int, officer: int | None = None) -> None:
    """File and assign: to the one drawn, or to this officer."""
    designated = AssignmentMethod.DESIGNATED if officer else AssignmentMethod.BALANCED
    assigned = Assigned(officer=officer, method=designated, reason="系列案件" if officer else "")
    acts = ((Filed(), FILED), (HandedOver(), FILED), (assigned, ASSIGNED))
    door.enter_all(dossier, [door.Step(act=act, by=here.by(), on=on) for act, on in acts])


@pytest.mark.django_db
def test_the_row_says_what_the_acts_say() -> None:
    here = court()
    dossier = here.application()
    door.enter(dossier, LivelihoodFlagged(category=LivelihoodCategory.WAGES), here.by(), on=FILED)
    assign(here, dossier, here.officers[1])
    row = CaseRow.objects.get(dossier_id=dossier)
    assert (row.number, row.year, row.serial, row.type_code) == ("（2017）渝0235执1号", 2017, 1, "执")
    assert (row.handler, row.handler_name, row.assigned_on) == (here.officers[1], f"{COURT}的承办1", ASSIGNED)
    assert (row.amount_claimed, row.amount_reached, row.livelihood) == (5_000_000, 0, "wages")
    assert (row.received_on, row.filed_on, row.limit_on) == (date(2017, 3, 1), FILED, date(2017, 9, 4))
    assert (row.stage, row.paused, row.closed_on, row.weight) == ("已分案待通知", "", None, 10)


@pytest.mark.django_db
def test_rows_are_rebuilt_to_the_same() -> None:
    here = court()
    dossier = here.application()
    assign(here, dossier)
    read = door.read_many([dossier])
    read_model.refill(read)
    assert list(read_model.differences(read)) == []
    CaseRow.objects.update(cause="别的案由")
    assert [line for line in read_model.differences(read) if "cases_case" in line]


@pytest.mark.django_db
def test_a_stay_stands_in_the_row_with_its_last_day() -> None:
    here = court()
    dossier = here.application()
    assign(here, dossier, here.officers[0])
    stay = Stayed(ground=StayGround.HIGHER_COURT, until=date(2017, 5, 1))
    step = door.Step(act=stay, by=here.by(0), on=date(2017, 4, 1), approved_by=here.by(1))
    door.enter_all(dossier, [step])
    row = CaseRow.objects.get(dossier_id=dossier)
    assert (row.paused, row.paused_until) == ("暂缓", date(2017, 5, 1))


@pytest.mark.django_db
def test_cases_are_drawn_to_those_who_carry_least_and_spread_evenly() -> None:
    here = court(officers=3)
    for _ in range(9):
        assign(here, here.application())
    handled = [row.handler or 0 for row in CaseRow.objects.all()]
    assert sorted(handled) == sorted(here.officers * 3)


@pytest.mark.django_db
def test_another_court_sees_no_row_and_no_dossier() -> None:
    here = court()
    dossier = here.application()
    scope.see([ELSEWHERE])
    assert not CaseRow.objects.exists()
    with pytest.raises(door.NoDossier):
        door.read(dossier)


@pytest.mark.django_db
def test_an_account_of_someone_else_is_refused() -> None:
    here = court()
    dossier = here.application()
    rows = [
        add_account(Party.objects.get(pk=party), number).pk
        for party, number in zip(
            here.parties[:2], ("6222020200112233446", "6222020200112233552"), strict=True
        )
    ]
    given = ApplicantAccountGiven(party=here.parties[0], account=rows[1])
    with pytest.raises(door.Refused) as refused:
        door.enter(dossier, given, here.by(), on=FILED)
    assert [each.guard for each in refused.value.refusals] == ["account-is-theirs"]
    own = ApplicantAccountGiven(party=here.parties[0], account=rows[0])
    assert door.enter(dossier, own, here.by(), on=FILED).act == own
