"""Two officers at the same moment: one new case takes up the first, never two."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from django.db import connections

from tests.cases.court import court
from tests.closing.court import RESUMED, asked_for
from zhixing.cases.models import CaseRow
from zhixing.closing import questions
from zhixing.closing.acts import ResumedInNewCase, ResumptionGround
from zhixing.record import door, scope


def test_of_several_attempts_at_once_one_opens_the_new_case(committed: None) -> None:
    here = court(officers=3)
    number = asked_for(here)
    first = door.read(number)
    opening = questions.opening(first, RESUMED, ResumptionGround.PROPERTY_FOUND)
    by = here.by()
    steps = [
        door.Step(act=act, by=by, on=RESUMED) for act in (opening, *questions.carried_over(first, RESUMED))
    ]

    def attempt(_place: int) -> bool:
        scope.see([here.code])
        try:
            door.open_dossier(here.code, steps)
        except door.Refused:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(attempt, range(4)))
    assert opened.count(True) == 1
    assert CaseRow.objects.filter(first_case=number).count() == 1
    assert len(door.read(number).of(ResumedInNewCase)) == 1
