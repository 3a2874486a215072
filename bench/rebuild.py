"""Acts a second that `zhixing rebuild` goes through, and `rebuild --check`: cases of an invented register, taken over first.

`python -m bench.rebuild [ROWS]`, or `make bench-long`. Nothing comparable is at hand, so the goal itself stands beside:
10,000 acts a second a core. The tables are emptied before the rebuild, so that every row of them is written. Start of the program
and all.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import psycopg
from bench.figure import Figure
from bench.invented_register import write

from zhixing.cli.postgres import cluster, ensure_running

GOAL = 10_000  # acts a second a core
TABLES = ("record_duty", "record_proposal", "cases_case", "parties_case_party")
TOLD = re.compile(r"(\d+) 条记录，用时 ([\d.]+) 秒")


def figures(rows: int = 8000) -> list[Figure]:
    """Take the register over, empty the read models, rebuild them, check them."""
    folder = Path(os.environ["ZHIXING_VAR"])
    ensure_running()
    _zhixing("manage", "migrate", "--verbosity", "0")
    path = folder / "rebuild.csv"
    write(path, rows, codes=True, bad=False)
    _zhixing("import", "cases", str(path))
    with psycopg.connect(cluster().superuser("zhixing"), autocommit=True) as base:
        for table in TABLES:
            base.execute(f"TRUNCATE {table}".encode())
    return [_figure("Rebuild of the read models"), _figure("Check of the read models", "--check")]


def _figure(job: str, *options: str) -> Figure:
    told = TOLD.search(_zhixing("rebuild", *options))
    if told is None:
        raise SystemExit("rebuild told nothing")
    acts, seconds = int(told[1]), float(told[2])
    wanted = acts / GOAL / min(os.cpu_count() or 1, 4)
    return Figure(job, acts, seconds, "10,000 acts/s a core", wanted, wanted / seconds, 1)


def _zhixing(*arguments: str) -> str:
    command = [sys.executable, "-m", "zhixing.cli", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stderr


if __name__ == "__main__":
    for each in figures(int(sys.argv[1]) if len(sys.argv) > 1 else 8000):
        print(f"{each.job}: {each.rows} acts in {each.ours} s, {each.ratio:.2f} of the goal")
