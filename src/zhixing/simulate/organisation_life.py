"""The people and equipment of the courts: counted twice, some courts still short of what they should have."""

from __future__ import annotations

from datetime import date, datetime, time
from random import Random

from zhixing.law.courts import Level
from zhixing.people.acts import (
    Category,
    DepartmentCount,
    Equipment,
    EquipmentChecked,
    EquipmentReceived,
    OfficerClassified,
    OrganisationOpened,
    StaffCounted,
    Work,
)
from zhixing.people.models import OrganisationRow
from zhixing.people.seed import BUREAU, FILING, FINANCE, INSPECTION, OFFICE
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.door import Step
from zhixing.record.dossier import Actor
from zhixing.simulate.district import Place, places
from zhixing.simulate.telling import ZONE

OPENED, COUNTED, AGAIN = date(2016, 3, 1), date(2016, 3, 4), date(2017, 3, 2)


def load_organisation(seed: int) -> int:
    """Enter the organisation of every court that has none; how many acts went in. Raises Refused."""
    there = set(OrganisationRow.objects.values_list("court", flat=True))
    return sum(
        _load(place, Random(f"{seed}:{place.court.code}:people"))
        for place in places()
        if place.court.code not in there
    )


def _load(place: Place, rng: Random) -> int:
    director, clerk = place.staff["director"], place.staff["clerk"]
    steps = [
        _step(OrganisationOpened(remark="清理登记"), director, OPENED),
        _counted(place, rng, COUNTED, 0),
        _step(
            OfficerClassified(officer=place.staff["judge"].id, category=Category.JUDGE),
            director,
            COUNTED,
            place,
        ),
        _step(
            OfficerClassified(officer=place.staff["officer1"].id, category=Category.ASSISTANT),
            director,
            COUNTED,
            place,
        ),
    ]
    number, entries = door.open_dossier(place.court.code, steps)
    received = [
        EquipmentReceived(
            kind=Equipment.VEHICLE, count=rng.randint(2, 5), name="渝A示", next_check=date(2016, 12, 31)
        ),
        EquipmentReceived(
            kind=Equipment.RECORDER, count=rng.randint(6, 14), next_check=date(2017, rng.choice((5, 9)), 30)
        ),
        EquipmentReceived(kind=Equipment.RADIO, count=rng.randint(4, 10)),
    ]
    head = entries[-1].seq
    more = [_step(each, clerk, date(2016, 6, 20)) for each in received]
    working = received[0].count - rng.randint(0, 1)
    check = EquipmentChecked(
        equipment=head + 1, working=working, words="逐台检查", next_check=date(2017, 12, 31)
    )
    more.append(_step(check, clerk, date(2016, 12, 20)))
    more.append(_counted(place, rng, AGAIN, rng.randint(0, 3)))
    door.enter_all(number, more)
    return door.read(number).head


def _counted(place: Place, rng: Random, day: date, added: int) -> Step:
    """A count of the court: `added` more people in the bureau than in its first years."""
    large = place.court.level is Level.INTERMEDIATE
    own = (14 if large else 9) + rng.randint(0, 4) + added
    judges = own * rng.randint(20, 33) // 100
    act = StaffCounted(
        departments=(
            DepartmentCount(
                department=BUREAU,
                work=Work.ENFORCEMENT,
                established=own + 2,
                judges=judges,
                assistants=own // 5,
                officers=own - judges - own // 5 - 4,
                clerks=3,
                bailiffs=1,
                hired=rng.randint(2, 6),
            ),
            DepartmentCount(
                department=FILING,
                work=Work.TRIAL,
                established=58 if large else 44,
                judges=15 if large else 11,
                assistants=14 if large else 11,
                clerks=24 if large else 20,
            ),
            DepartmentCount(department=FINANCE, work=Work.SUPPORT, established=12, administrators=10),
            DepartmentCount(department=INSPECTION, work=Work.SUPPORT, established=4, administrators=3),
            DepartmentCount(department=OFFICE, work=Work.SUPPORT, established=9, judges=4, administrators=4),
        )
    )
    return _step(act, place.staff["director"], day, place)


def _step(act: Act, by: Actor, day: date, approved_in: Place | None = None) -> Step:
    approver = approved_in.staff["president"] if approved_in else None
    return Step(act=act, by=by, approved_by=approver, on=day, at=datetime.combine(day, time(9), ZONE))
