"""The event feed with real commits: what commits late is not lost, and whoever resumes misses nothing and sees nothing twice."""

from __future__ import annotations

import threading
from datetime import date

from django.db import connection, transaction

from tests.api.test_api import FLAG, ON, machine
from tests.cast import assigned, begin, who
from zhixing.api.client import Client
from zhixing.api.shapes import CloudEvent
from zhixing.record import door
from zhixing.record.scope import EVERY_COURT, see


def all_of(client: Client, step: int) -> list[CloudEvent]:
    """Everything there is, some at a time."""
    found: list[CloudEvent] = []
    while new := client.events(found[-1].id if found else "", limit=step):
        found += new
    return found


def test_whoever_resumes_gets_each_act_once_in_its_order(committed: None) -> None:
    begin()
    case = assigned()
    client = machine("officer1")
    found = all_of(client, 3)
    assert [event.data.seq for event in found if event.data.dossier == case] == list(
        range(1, door.read(case).head + 1)
    )
    assert len({event.id for event in found}) == len(found)
    client.enter(case, ON, [FLAG])
    (new,) = client.events(found[-1].id)
    assert (new.type, new.subject) == ("zhixing.cases.livelihood_flagged", f"/api/v1/cases/{case}")


def test_an_act_that_commits_after_a_later_one_is_still_told(committed: None) -> None:
    begin()
    slow, quick = assigned(), assigned()
    client = machine("officer1")
    seen = all_of(client, 50)
    entered, go = threading.Event(), threading.Event()

    def enter_slowly() -> None:
        see(EVERY_COURT)
        with transaction.atomic():
            door.enter(slow, FLAG, who("officer1"), on=date(2017, 6, 14))
            entered.set()
            go.wait(30)
        connection.close()

    running = threading.Thread(target=enter_slowly)
    running.start()
    assert entered.wait(30)
    client.enter(quick, ON, [FLAG])
    before = client.events(seen[-1].id)
    go.set()
    running.join()
    after = client.events(before[-1].id)
    assert [event.data.dossier for event in before] == [quick]
    assert [event.data.dossier for event in after] == [slow]
