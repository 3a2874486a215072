"""Arrays written here are read by PostgreSQL as the cells they were made of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import msgspec
import psycopg
import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg.types.json import set_json_loads

from zhixing.record.binary import Cell, array_of

CENTURY = timedelta(days=36525)
CELLS = {
    "bigint": st.integers(-(2**63), 2**63 - 1),
    "integer": st.integers(-(2**31), 2**31 - 1),
    "smallint": st.integers(-(2**15), 2**15 - 1),
    "text": st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])),
    "date": st.dates(),
    "timestamp with time zone": st.timedeltas(-CENTURY, CENTURY).map(
        lambda since: datetime(2000, 1, 1, tzinfo=UTC) + since
    ),
    "boolean": st.booleans(),
    "bytea": st.binary(),
    "jsonb": st.dictionaries(st.sampled_from("ab"), st.text('"\\“案', max_size=4)),
}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", list(CELLS))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=st.data())
def test_what_goes_in_comes_out(kind: str, given: st.DataObject) -> None:
    column = given.draw(st.lists(st.none() | CELLS[kind], min_size=1, max_size=8))
    assert back(column, kind) == column


def back(column: Sequence[Cell], kind: str) -> list[Cell]:
    """The array as PostgreSQL answers it."""
    connection.ensure_connection()
    with psycopg.Cursor(connection.connection) as cursor:
        set_json_loads(msgspec.json.decode, cursor)  # Django leaves that to its fields
        cursor.execute(f"SELECT %s::{kind}[]".encode(), [array_of(column, kind)])
        (found,) = cursor.fetchone() or ((),)
    return list(found)


@pytest.mark.parametrize(
    ("cell", "kind"), [(1, "text"), ("1", "bytea"), ("2020-01-01", "date"), (date(2020, 1, 1), "timestamptz")]
)
def test_a_cell_of_another_type_is_refused(cell: Cell, kind: str) -> None:
    with pytest.raises(TypeError, match="wanted"):
        array_of([cell], kind)
