"""Two courts order the same thing at the same moment: one holds it, the other is told to wait in line."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections

from tests.assets.test_line_and_sealing import sealing, two_cases
from tests.cast import COURT, OTHER_COURT, TODAY, who
from zhixing.assets.models import ControlRow
from zhixing.record import door
from zhixing.record.dossier import Actor
from zhixing.record.scope import EVERY_COURT, see


def test_of_two_first_controls_at_once_one_stands(committed: None) -> None:
    (here, car), (there, same) = two_cases()
    attempts = []
    for number, court, thing in ((here, COURT, car), (there, OTHER_COURT, same)):
        step = door.Step(act=sealing(thing), by=who("officer1", court), on=TODAY)
        attempts.append((number, door.propose(number, step).seq, who("judge", court)))
    together = Barrier(2)

    def approve(attempt: tuple[int, int, Actor]) -> str:
        number, proposal, judge = attempt
        see(EVERY_COURT)
        together.wait()
        try:
            door.approve(number, proposal, judge, on=TODAY)
        except door.Refused as error:
            return error.refusals[0].guard
        finally:
            connections.close_all()
        return "held"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(approve, attempts)) == ["held", "rank-fits"]
    assert ControlRow.objects.filter(in_force_since=TODAY).count() == 1
