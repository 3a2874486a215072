"""A district of a million cases: the demonstration district, copied in SQL until it is that large. For measuring, never for use.

The copies get their own dossiers, parties and numbers; their chains are not recomputed: `zhixing verify` would rightly object.
Everything is done as the database's superuser with triggers off, in an own state folder that may be thrown away.
"""

from __future__ import annotations

import sys
import time

import psycopg

SPAN = 10_000_000  # the ids of one copy
AT_ONCE = 25  # copies made by one statement: about half a million acts


def _shifted(base: psycopg.Connection, table: str, shifted: dict[str, str]) -> str:
    """INSERT … SELECT of a table with some columns replaced; `k` is the number of the copy."""
    found = base.execute(
        "select column_name from information_schema.columns where table_name = %s"
        " and table_schema = current_schema() order by ordinal_position",
        [table],
    )
    columns = [str(row[0]) for row in found]
    values = [shifted.get(column, f"t.{column}") for column in columns]
    names = ", ".join(f'"{column}"' for column in columns)
    return (
        f"insert into {table} ({names}) overriding system value select {', '.join(values)}"
        f" from {table} t, generate_series(%s::bigint, %s::bigint) k where t.id < {SPAN}"
    )


ID = f"t.id + k * {SPAN}"
DOSSIER = f"t.dossier_id + k * {SPAN}"
PARTY = f"t.party_id + k * {SPAN}"
SERIAL = "(coalesce(t.serial, t.dossier_id::int) + k * 100000)::text"  # numbers of before 2016 have none
NUMBER = (
    f"case t.number when '' then '' else regexp_replace(t.number, '(\\d+)(号.*)$', {SERIAL} || '\\2') end"
)
KEY = (
    f"case t.number when '' then '' else regexp_replace(t.number_key, '(\\d+)(\\D*)$', {SERIAL} || '\\2') end"
)

# An invented sign after each name: the copies are other people.
TABLES: dict[str, dict[str, str]] = {
    "record_dossier": {"id": ID},
    "parties_party": {"id": ID, "name": "t.name || chr((19968 + k)::int)"},
    "parties_identity": {"id": ID, "party_id": PARTY, "hash": "sha256(t.hash || int8send(k::bigint))"},
    "parties_case_party": {"id": ID, "dossier_id": DOSSIER, "party_id": PARTY},
    "cases_case": {
        "id": ID,
        "dossier_id": DOSSIER,
        "number": NUMBER,
        "number_key": KEY,
        "handler": "t.handler + k * 1000",  # and other people's work
    },
    "record_duty": {"id": ID, "dossier_id": DOSSIER},
    "record_act": {"id": ID, "dossier_id": DOSSIER},
}


def grow(base: psycopg.Connection, cases: int) -> None:
    """Copy until there are that many cases; what is already there is counted. Shows progress. `base` commits by itself."""
    base.execute("set session_replication_role = replica")
    first = _one(base, f"select count(*) from cases_case where id < {SPAN}")
    done = _one(base, f"select coalesce(max(id / {SPAN}), 0) from cases_case")
    statements = [_shifted(base, table, shifted) for table, shifted in TABLES.items()]
    wanted, started = -(-cases // first) - 1, time.monotonic()
    while done < wanted:
        upto = min(done + AT_ONCE, wanted)
        with base.transaction():
            for statement in statements:
                base.execute(statement.encode(), [done + 1, upto])
        done = upto
        print(
            f"\r  {first * (done + 1):,} cases, {time.monotonic() - started:.0f} s", end="", file=sys.stderr
        )
    base.execute("vacuum analyze")
    print(file=sys.stderr)


def counted(base: psycopg.Connection) -> dict[str, int]:
    """How many rows the tables that pages read hold."""
    tables = ("cases_case", "record_act", "parties_party", "record_duty")
    return {table: _one(base, f"select count(*) from {table}") for table in tables}


def _one(base: psycopg.Connection, question: str) -> int:
    row = base.execute(question.encode()).fetchone()
    return int(row[0]) if row else 0
