"""The floor of the write bench: a WSGI view on bare psycopg that makes the same inserts as our API, and asks no law.

Token, courts, the lock of the head, the act into the chain, the row of the case: the same tables, triggers and policies, under
the same server. What it leaves out is what we are for: powers, guards, duties, facts, and reading the dossier at all.
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import IO, cast

import psycopg

_OF_THREAD = threading.local()
Start = Callable[[str, list[tuple[str, str]]], object]


def application(environ: Mapping[str, object], start: Start) -> Iterable[bytes]:
    """POST /api/v1/cases/NUMBER/entries."""
    body = cast("IO[bytes]", environ["wsgi.input"]).read(int(str(environ["CONTENT_LENGTH"])))
    number = int(str(environ["PATH_INFO"]).split("/")[4])
    told = entered(connected(), number, json.loads(body), str(environ["HTTP_AUTHORIZATION"])[7:])
    start("201 Created", [("Content-Type", "application/json")])
    return [json.dumps(told, ensure_ascii=False).encode()]


def connected() -> psycopg.Connection:
    """This thread's connection."""
    if not hasattr(_OF_THREAD, "connection"):
        _OF_THREAD.connection = psycopg.connect(os.environ["DATABASE_URL"])
    return cast(psycopg.Connection, _OF_THREAD.connection)


def entered(base: psycopg.Connection, number: int, given: dict[str, object], token: str) -> dict[str, object]:
    """Enter the act; what it answers is the entry."""
    with base.transaction():
        held = base.execute(
            "SELECT courts, officer_id FROM api_token WHERE hash = %s AND revoked_at IS NULL",
            [hashlib.sha256(token.encode()).digest()],
        ).fetchone()
        if held is None:
            raise PermissionError
        base.execute("SELECT set_config('app.courts', %s, true)", [",".join(held[0])])
        head = base.execute(
            "SELECT head_seq, head_hash, court FROM record_dossier WHERE id = %s FOR UPDATE", [number]
        ).fetchone()
        if head is None:
            raise LookupError
        (act,) = cast(list[dict[str, str]], given["acts"])
        now = datetime.now(UTC)
        entry = {
            "dossier": number,
            "seq": head[0] + 1,
            "on": given["on"],
            "recorded_at": now.isoformat(),
            "by": {"kind": "officer", "id": held[1], "name": ""},
            "act": act,
        }
        body = json.dumps(entry, ensure_ascii=False).encode()
        base.execute(
            "INSERT INTO record_act (dossier_id, court, seq, type, on_day, recorded_at, by_kind, by_id, body, prev_hash, hash)"
            " VALUES (%s, %s, %s, %s, %s, %s, 'officer', %s, %s, %s, %s)",
            [number, head[2], head[0] + 1, act["type"], given["on"], now, held[1], body, head[1],
             hashlib.sha256(head[1] + body).digest()],
        )  # fmt: skip
        row = base.execute("DELETE FROM cases_case WHERE dossier_id = %s RETURNING *", [number]).fetchone()
        if row is not None:
            base.execute(f"INSERT INTO cases_case VALUES ({', '.join(['%s'] * len(row))})".encode(), row)
    return {"dossier": number, "head": head[0] + 1, "entries": [entry]}
