"""Rows of a register a second: `zhixing import cases` beside django-import-export on the same file, server and machine.

`python -m bench.register_import [ROWS]` with ZHIXING_VAR naming an empty state folder. The peer checks types and writes one
table: no law, no chain, no read models, no duties. Rows are counted in the tables, not taken from what the importers say. The
peer lives in a venv of its own under that folder, made here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import venv
from pathlib import Path

import psycopg
from bench.figure import Figure
from bench.invented_register import write
from psycopg.conninfo import conninfo_to_dict

from zhixing.cli.postgres import ensure_running

ROOT = Path(__file__).resolve().parent.parent
PEER_DATABASE = "register_peer"
Found = dict[str, float]
GOAL = (
    5  # times django-import-export, row by row: the configuration that checks and reports each row, as we do
)


def peer_python(folder: Path) -> Path:
    """The interpreter of the peer's venv, made when it is not there."""
    python = folder / "peer" / "bin" / "python"
    if not python.exists():
        venv.create(folder / "peer", with_pip=True)
        pins = ROOT / "bench" / "import-export-requirements.txt"
        subprocess.run([python, "-m", "pip", "install", "-qq", "-r", pins], check=True)
    return python


def peer(python: Path, address: str, path: Path, mode: str) -> Found:
    """What the peer needs; its table lies in a database of its own on the same server."""
    given = conninfo_to_dict(address)
    database = {
        "NAME": PEER_DATABASE,
        **{key.upper(): str(given[key]) for key in ("user", "password", "host", "port") if given.get(key)},
    }
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {PEER_DATABASE}".encode())
        connection.execute(f"CREATE DATABASE {PEER_DATABASE}".encode())
    script = ROOT / "bench" / "import_export_peer.py"
    told = subprocess.run(
        [python, script, path, mode],
        env={**os.environ, "PEER_DATABASE": json.dumps(database)},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    found: Found = json.loads(told.stdout.splitlines()[-1])
    return found


def ours(address: str, path: Path) -> Found:
    """What `zhixing import cases` needs, start of the program and all; its rows counted in the tables."""
    before = _counts(address)
    began = time.monotonic()
    told = subprocess.run([sys.executable, "-m", "zhixing.cli", "import", "cases", path], capture_output=True)
    spent = time.monotonic() - began
    if told.returncode not in (0, 1):
        raise SystemExit(told.stderr.decode())
    found = {name: count - before[name] for name, count in _counts(address).items()}
    rejects = path.with_name(f"{path.stem}-退回.csv")
    refused = len(rejects.read_text("utf-8-sig").splitlines()) - 1 if rejects.exists() else 0
    return {"seconds": spent, "rows": found["cases_case"], "refused": refused, "acts": found["record_act"]}


def _counts(address: str) -> dict[str, int]:
    from zhixing.record.scope import EVERY_COURT

    with psycopg.connect(address) as connection:
        connection.execute("SELECT set_config('app.courts', %s, false)", [",".join(EVERY_COURT)])
        found = {}
        for table in ("cases_case", "record_act", "record_duty"):
            row = connection.execute(f"SELECT count(*) FROM {table}".encode()).fetchone()
            found[table] = int(row[0]) if row else 0
        return found


def measured(rows: int) -> tuple[int, dict[str, Found]]:
    """How many rows were bad, and what each importer needed; in an empty database."""
    folder = Path(os.environ["ZHIXING_VAR"]) / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"register-{rows}.csv"
    bad = write(path, rows, codes=True)
    address = ensure_running()
    subprocess.run(
        [sys.executable, "-m", "zhixing.cli", "manage", "migrate"], check=True, capture_output=True
    )
    python = peer_python(folder)
    found = {
        "zhixing": ours(address, path),
        "django-import-export": peer(python, address, path, "rows"),
        "django-import-export use_bulk": peer(python, address, path, "bulk"),
    }
    for each in found.values():
        each["rows_per_second"] = round(each["rows"] / each["seconds"], 1)
    return bad, found


def figures(rows: int = 20_000) -> list[Figure]:
    """Rows a second beside both configurations of the peer."""
    _, found = measured(rows)
    own = found["zhixing"]
    return [
        Figure(
            "Import of a register",
            rows,
            own["seconds"],
            name,
            each["seconds"],
            own["rows_per_second"] / each["rows_per_second"],
            GOAL,
        )
        for name, each in found.items()
        if name != "zhixing"
    ]


def main() -> None:
    """Measure and print, one JSON object."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    bad, found = measured(rows)
    own = found["zhixing"]["rows_per_second"]
    ratios = {
        name: round(own / each["rows_per_second"], 2) for name, each in found.items() if name != "zhixing"
    }
    print(
        json.dumps(
            {"rows": rows, "bad": bad, "figures": found, "times": ratios}, ensure_ascii=False, indent=1
        )
    )


if __name__ == "__main__":
    main()
