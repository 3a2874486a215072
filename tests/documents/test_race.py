"""Two who open a document at once, while it was not made yet, get the same one."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest
from django.db import connection

from tests.cast import COURT, assigned, begin
from zhixing.documents.making import make
from zhixing.documents.models import Document, RegisterCounter
from zhixing.record import door
from zhixing.record.scope import EVERY_COURT, see

MAKERS = 3


@pytest.mark.usefixtures("committed")
def test_made_by_several_at_once_it_is_one_and_the_register_has_no_gap() -> None:
    begin()
    case = assigned()
    at_once, found = Barrier(MAKERS), []

    def open_it() -> None:
        see(EVERY_COURT)
        dossier = door.read(case)
        at_once.wait()
        found.append(make(dossier, 8).pk)
        connection.close()

    threads = [Thread(target=open_it) for _ in range(MAKERS)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(found) == MAKERS and len(set(found)) == 1
    assert Document.objects.get(dossier_id=case).serial == 1
    assert RegisterCounter.objects.get(court=COURT, kind="notice", year=2017).last == 1
