"""Staffing and equipment: counts are approved, compared and measured; equipment is checked in time; who sees what."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import msgspec
import pytest
from django.test import Client

from tests.cast import COURT, OTHER_COURT, TODAY, begin, who
from tests.record.builder import Did, add, refused
from zhixing.law.answers import Found, Undetermined
from zhixing.people import questions
from zhixing.people.acts import (
    DepartmentCount,
    Equipment,
    EquipmentChecked,
    EquipmentReceived,
    EquipmentWithdrawn,
    OrganisationOpened,
    StaffCounted,
    Work,
)
from zhixing.people.indicators import enforcement_staff_share
from zhixing.people.models import Officer
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Standing, duties
from zhixing.record.indicator import installed_indicators

OPENED, ON = date(2016, 3, 1), date(2016, 3, 4)
BUREAU = DepartmentCount(
    department="执行局", work=Work.ENFORCEMENT, established=20, judges=4, officers=12, hired=9
)
TRIAL = DepartmentCount(department="立案庭", work=Work.TRIAL, established=80, judges=32, clerks=48)
COUNT = StaffCounted(departments=(BUREAU, TRIAL))
FACTS = {"court-departments": ["执行局", "立案庭"]}
LOT = EquipmentReceived(kind=Equipment.RECORDER, count=6, next_check=date(2016, 6, 30))


def told(*acts: Act) -> Dossier:
    """A court's organisation with these acts."""
    dossier = add(installed().dossier(1, "court-organisation", COURT, []), Did(OrganisationOpened(), OPENED))
    for act in acts:
        dossier = add(dossier, Did(act, ON, FACTS))
    return dossier


def guards(dossier: Dossier, act: Act) -> list[str]:
    """The guards that stand against an act."""
    return [each.guard for each in refused(dossier, Did(act, ON, FACTS))]


def test_nobody_counted_is_undetermined_not_zero() -> None:
    assert isinstance(questions.enforcement_share(told(), ON), Undetermined)
    assert isinstance(questions.quota(told(), ON), Undetermined)
    empty = StaffCounted(
        departments=(DepartmentCount(department="执行局", work=Work.ENFORCEMENT, established=3),)
    )
    assert isinstance(questions.enforcement_share(told(empty), ON), Undetermined)


def test_the_share_leaves_out_people_hired() -> None:
    share = questions.enforcement_share(told(COUNT), ON)
    assert isinstance(share, Found) and share.value == Fraction(16, 96)
    assert isinstance(questions.enforcement_share(told(COUNT), date(2016, 3, 3)), Undetermined)


def test_the_quota_of_enforcement_is_compared_with_trial() -> None:
    found = questions.quota(told(COUNT), ON)
    assert isinstance(found, Found)
    assert (found.value.enforcement, found.value.trial) == (Fraction(1, 4), Fraction(2, 5))
    assert not found.value.equal


def test_a_basic_court_should_reach_more_than_the_intermediate() -> None:
    assert (questions.least_share(COURT), questions.least_share("渝02")) == (
        Fraction(18, 100),
        Fraction(15, 100),
    )


@pytest.mark.parametrize(
    ("rows", "guard"),
    [
        ((msgspec.structs.replace(BUREAU, department="飞船处"),), "departments-known"),
        ((BUREAU, BUREAU), "departments-known"),
        ((TRIAL,), "count-is-whole"),
        ((msgspec.structs.replace(BUREAU, judges=-1),), "count-is-whole"),
    ],
)
def test_a_count_names_departments_once_and_adds_up(rows: tuple[DepartmentCount, ...], guard: str) -> None:
    assert guards(told(), StaffCounted(departments=rows)) == [guard]


def test_equipment_is_never_more_than_there_is() -> None:
    dossier = told(LOT)
    assert guards(told(), msgspec.structs.replace(LOT, count=0)) == ["some-equipment"]
    assert guards(dossier, EquipmentChecked(equipment=2, working=7)) == ["equipment-there"]
    assert guards(dossier, EquipmentWithdrawn(equipment=1, count=1, reason="报废")) == ["equipment-there"]
    gone = told(LOT, EquipmentWithdrawn(equipment=2, count=5, reason="报废"))
    (stock,) = questions.equipment(gone, ON)
    assert (stock.left, stock.working) == (1, 1)
    assert guards(gone, EquipmentWithdrawn(equipment=2, count=2, reason="报废")) == ["equipment-there"]


def test_a_check_falls_due_and_opens_the_next() -> None:
    def check(dossier: Dossier) -> list[tuple[date | None, Standing]]:
        return [
            (each.due, each.standing(date(2016, 7, 1)))
            for each in duties(installed().duties, dossier)
            if each.rule.name == "check-equipment"
        ]

    assert check(told(LOT)) == [(date(2016, 6, 30), Standing.OVERDUE)]
    again = EquipmentChecked(equipment=2, working=6, next_check=date(2016, 12, 31))
    assert check(told(LOT, again)) == [
        (date(2016, 6, 30), Standing.MET),
        (date(2016, 12, 31), Standing.OPEN),
    ]


@pytest.fixture
def organised(db: None) -> int:
    """A court's organisation with an approved count, in the database."""
    begin()
    director, president = who("director"), who("president")
    steps = [
        door.Step(act=OrganisationOpened(), by=director, on=OPENED),
        door.Step(act=COUNT, by=director, approved_by=president, on=ON),
    ]
    return door.open_dossier(COURT, steps)[0]


def signed_in(username: str) -> Client:
    """A browser of that officer."""
    client = Client()
    client.force_login(Officer.objects.get(username=username))
    return client


def test_the_indicator_is_the_last_count_of_the_court(organised: int) -> None:
    assert installed_indicators()["enforcement-staff-share"].measure is enforcement_staff_share
    found = enforcement_staff_share([COURT, OTHER_COURT], TODAY)
    own = found[COURT]
    assert isinstance(own, Found) and own.value == Fraction(16, 96)
    assert isinstance(found[OTHER_COURT], Undetermined)


def test_a_count_waits_for_the_president(organised: int) -> None:
    with pytest.raises(door.Refused) as error:
        door.enter(organised, COUNT, who("director"), on=TODAY)
    assert [each.guard for each in error.value.refusals] == ["approved"]


def test_the_court_above_sees_the_district_and_a_basic_court_its_own(organised: int) -> None:
    above = signed_in("02.director").get("/organisation/").content.decode()
    assert "16.7" in above and "还没有建立机构卷宗" not in above and "奉节县法院" in above
    own = signed_in("0235.officer1").get("/organisation/").content.decode()
    assert "云阳县法院" in own and "奉节县法院" not in own
    assert signed_in("0236.director").get(f"/organisation/{organised}/").status_code == 404


def test_a_director_begins_the_dossier_of_their_own_court_once(organised: int) -> None:
    client = signed_in("0236.director")
    first = client.post("/organisation/open/", {"court": OTHER_COURT})
    again = client.post("/organisation/open/", {"court": OTHER_COURT})
    assert first.status_code == again.status_code == 302 and first["Location"] == again["Location"]
    assert client.post("/organisation/open/", {"court": COURT}).status_code == 403
    assert signed_in("0236.officer1").post("/organisation/open/", {"court": OTHER_COURT}).status_code == 403


def test_the_power_list_is_the_catalogue(organised: int) -> None:
    client = signed_in("0235.officer1")
    page = client.get("/powers/?power=accountant").content.decode()
    listed = client.get("/powers.csv").content.decode("utf-8-sig")
    public = [rule for rule in installed() if not rule.internal]
    assert len(listed.splitlines()) == len(public) + 1
    assert "印发方案" not in page and "印发方案" in listed
