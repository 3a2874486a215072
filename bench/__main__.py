"""`python -m bench [JOB …]`: measure, and write docs/figures.md (all jobs) or say what was found (some)."""

from __future__ import annotations

import importlib
import os
import platform
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.figure import Figure

JOBS = ("deadlines", "merkle_tree", "plan_reading")
PEERS = ("numpy", "polars", "pymerkle")
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


if __name__ == "__main__":
    chosen = sys.argv[1:]
    found: list[Figure] = []
    for job in chosen or JOBS:
        found += importlib.import_module(f"bench.{job}").figures()
    print(page(found))
    if not chosen:
        PAGE.write_text(page(found), "utf-8")
