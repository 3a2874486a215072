"""Which courts' rows this connection may see. PostgreSQL decides (row-level security), so a forgotten filter leaks nothing.

Nothing set means nothing seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.special import RunSQL

from zhixing.law.courts import COURTS

# For commands and jobs that work for the whole district.
EVERY_COURT = tuple(court.code for court in COURTS)


def see(courts: Iterable[str]) -> None:
    """From now on this connection sees these courts' rows and no others."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.courts', %s, false)", [",".join(sorted(courts))])


def seen() -> tuple[str, ...]:
    """The courts this connection sees now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('app.courts', true), '')")
        (text,) = cursor.fetchone()
    return tuple(code for code in text.split(",") if code)


@contextmanager
def seeing(courts: Iterable[str]) -> Iterator[None]:
    """See these courts' rows within the block; afterwards what was seen before."""
    before = seen()
    see(courts)
    try:
        yield
    finally:
        see(before)


COURT_SEEN = "= ANY (string_to_array(current_setting('app.courts', true), ','))"
# As a sub-query the list is read once a statement, not once a row; the planner then no longer knows how long it is, which is
# nothing to a check but much to a search.
WRITTEN = "= ANY ((SELECT string_to_array(current_setting('app.courts', true), ','))::text[])"


def protect_by_court(table: str, column: str = "court") -> Operation:
    """Migration operation: rows of `table` are visible and writable only within the courts that the connection may see."""
    return RunSQL(
        f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY by_court ON {table} USING ({column} {COURT_SEEN}) WITH CHECK ({column} {WRITTEN});
        """,
        f"DROP POLICY by_court ON {table}; ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;",
    )
