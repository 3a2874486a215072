"""`zhixing rebuild --check` compares acts and rows as they stood at one moment, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from tests import cast

from zhixing.cli.rebuild import Batch, _work
from zhixing.record import door, read_model
from zhixing.record.dossier import Dossier


@pytest.mark.usefixtures("committed")
def test_a_check_reads_from_one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    cast.begin()
    number = cast.filed()
    court = door.read(number).court
    assert _work(Batch(court, [number], check=True)).wrong == []

    def how(_dossiers: list[Dossier]) -> Iterator[str]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only')"
            )
            yield from cursor.fetchone()

    monkeypatch.setattr(read_model, "differences", how)
    assert _work(Batch(court, [number], check=True)).wrong == ["repeatable read", "on"]
