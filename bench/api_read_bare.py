"""The floor of the read bench: a WSGI view on bare psycopg that reads the case's row, parties and duties, and notes the look.

Token, courts and tables are ours; what it reads are the read models as they stand. What it leaves out is what we are for: the
record itself, as of a day and as known at a moment, with duties asked of the law instead of looked up.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

import psycopg
from bench.api_write_bare import Start, connected
from psycopg.rows import dict_row


def application(environ: Mapping[str, object], start: Start) -> Iterable[bytes]:
    """GET /api/v1/cases/NUMBER."""
    number = int(str(environ["PATH_INFO"]).split("/")[4])
    told = read(connected(), number, str(environ["HTTP_AUTHORIZATION"])[7:])
    start("200 OK", [("Content-Type", "application/json")])
    return [json.dumps(told, ensure_ascii=False, default=str).encode()]


def read(base: psycopg.Connection, number: int, token: str) -> dict[str, object]:
    """The case, its parties and its duties."""
    with base.transaction(), base.cursor(row_factory=dict_row) as cursor:
        held = cursor.execute(
            "SELECT courts, officer_id FROM api_token WHERE hash = %s AND revoked_at IS NULL",
            [hashlib.sha256(token.encode()).digest()],
        ).fetchone()
        if held is None:
            raise PermissionError
        cursor.execute("SELECT set_config('app.courts', %s, true)", [",".join(held["courts"])])
        head = cursor.execute("SELECT head_seq, court FROM record_dossier WHERE id = %s", [number]).fetchone()
        case = cursor.execute("SELECT * FROM cases_case WHERE dossier_id = %s", [number]).fetchone()
        if head is None or case is None:
            raise LookupError
        parties = cursor.execute(
            "SELECT c.party_id, p.name, c.role FROM parties_case_party c JOIN parties_party p ON p.id = c.party_id"
            " WHERE c.dossier_id = %s ORDER BY c.id",
            [number],
        ).fetchall()
        duties = cursor.execute(
            "SELECT * FROM record_duty WHERE dossier_id = %s ORDER BY id", [number]
        ).fetchall()
        cursor.execute(
            "INSERT INTO record_look (dossier_id, court, officer, name, at, page) VALUES (%s, %s, %s, '', %s, 'bench')",
            [number, head["court"], held["officer_id"], datetime.now(UTC)],
        )
    return {"head": head["head_seq"], "case": case, "parties": parties, "duties": duties}
