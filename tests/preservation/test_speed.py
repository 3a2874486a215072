"""What the desks ask of the database does not grow with what stands on them; seconds are measured in bench/."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.assets.test_property_pages import signed_in
from tests.cast import TODAY, begin, who
from tests.preservation.cast import applied, held, ruled
from zhixing.assets.models import ControlRow
from zhixing.assets.renewal_plan import plan
from zhixing.preservation.acts import ReleaseAsked
from zhixing.record import door
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db


def statements(path: str) -> int:
    client = signed_in("judge")
    client.get(path)  # what is asked once only is asked now
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(path).status_code == 200
    see(EVERY_COURT)
    return len(asked)


def asked_for() -> int:
    """A preservation whose release is asked for; its dossier."""
    case = ruled()
    ask = ReleaseAsked(by=applied(case).against[0], reason="已经付清", urgent=True, received_at="09:00")
    door.enter(case, ask, who("clerk"), on=TODAY)
    return case


@pytest.mark.parametrize(
    "path",
    ["/preservation/", "/preservation/?show=release", "/preservation/figures/preservation-ruled-in-time/"],
)
def test_the_desk_asks_no_more_for_more_cases(path: str) -> None:
    begin()
    asked_for()
    few = statements(path)
    for _ in range(4):
        asked_for()
    assert statements(path) == few


def test_the_renewal_plan_is_one_statement_for_the_counts_and_one_for_the_rows() -> None:
    begin()
    held()
    (row,) = ControlRow.objects.all()
    counts = []
    for more in (0, 50):
        copies = [ControlRow(**{**values(row), "seq": 1000 + place}) for place in range(more)]
        ControlRow.objects.bulk_create(copies)
        with CaptureQueriesContext(connection) as asked:
            found = plan(TODAY)
            rows = list(found.rows[:50])
        counts.append((len(asked), sum(found.counts.values()) >= len(rows)))
    assert counts == [(2, True), (2, True)]


def values(row: ControlRow) -> dict[str, object]:
    return {
        each.attname: getattr(row, each.attname)
        for each in ControlRow._meta.concrete_fields
        if not each.primary_key
    }
