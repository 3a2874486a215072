"""`python -m bench [--long] [--million] [JOB …]`: measure, and write docs/figures.md (all jobs) or say what was found (some).

The long jobs need a server; each has its own, in a state folder that is thrown away. Without --long they are left out.
With --million the pages of a million cases are measured too: an hour and 25 GB, kept in the folder that ZHIXING_VAR names
where it names one.
"""

from __future__ import annotations

import importlib
import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figure import Figure

JOBS = ("deadlines", "interest", "chain", "merkle_tree", "plan_reading", "case_questions", "distribution")
LONG = (
    "match_lines",
    "register_import",
    "rebuild",
    "renewal_plan",
    "network",
    "ledger",
    "api_write",
    "api_read",
)
MILLION = "case_pages"
PEERS = ("numpy", "polars", "pymerkle", "splink")
PAGE = Path(__file__).resolve().parent.parent / "docs" / "figures.md"


def line(each: Figure) -> str:
    """One row of the table."""
    goal = f"{'≤' if each.most else '≥'} {each.goal:g}"
    cells = (
        each.job,
        f"{each.rows:,}",
        f"{each.ours:.3f} s",
        each.peer,
        f"{each.theirs:.3f} s",
        f"{each.ratio:.2f}",
        goal,
        "yes" if each.met else "**no**",
    )
    return f"| {' | '.join(cells)} |"


def page(found: list[Figure]) -> str:
    """The whole page, with machine and versions."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    peers = ", ".join(f"{name} {version(name)}" for name in PEERS)
    head = "| job | rows | ours | beside | theirs | ratio | goal | met |\n| --- | --- | --- | --- | --- | --- | --- | --- |"
    return "\n".join(
        (
            "# Figures",
            "",
            f"Made by `make bench` on {datetime.now(UTC):%Y-%m-%d %H:%M} UTC; {machine}; {peers}. Ratios count, seconds are this",
            "machine's: each pair ran in turns in one process on the same rows. What each job compares: `bench/`.",
            "",
            head,
            *map(line, found),
            "",
        )
    )


def measured(job: str) -> list[Figure]:
    """What a job found, in a process of its own where it needs a server."""
    if job not in (*LONG, MILLION):
        return list(importlib.import_module(f"bench.{job}").figures())
    script = f"import json, dataclasses, bench.{job} as job; print(json.dumps([dataclasses.asdict(f) for f in job.figures()]))"
    kept = os.environ.get("ZHIXING_VAR") if job == MILLION else None
    with TemporaryDirectory(prefix="zx-") as folder:
        told = subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "ZHIXING_VAR": kept or folder},
            stdout=subprocess.PIPE,
            check=True,
        )
    return [Figure(**each) for each in json.loads(told.stdout.splitlines()[-1])]


if __name__ == "__main__":
    chosen = [each for each in sys.argv[1:] if not each.startswith("--")]
    million = (MILLION,) if "--million" in sys.argv else ()
    jobs = chosen or (*JOBS, *(LONG if "--long" in sys.argv else ()), *million)
    found = [each for job in jobs for each in measured(job)]
    print(page(found))
    if not chosen:
        PAGE.write_text(page(found), "utf-8")
