"""docs/rules-covered.tsv against the rule table: every row is coded somewhere that exists, or says why not.

`coded` names places as `path::name` under src/zhixing, parted by blanks; a name is a definition or a string
(a duty's name) in that file. `pending` may stand in the table while a room is being written, and fails this
test.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "zhixing"
COVERED = ROOT / "docs" / "rules-covered.tsv"
RULES = ROOT.parent / "shared" / "law" / "rules-procedure.md"
ROW = re.compile(r"^\| ([a-z0-9]+(?:-[a-z0-9]+)+) \|", re.MULTILINE)


def names(path: Path) -> set[str]:
    """Answer the names a source file defines and the short strings it holds."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
    return found


def stands(place: str, source: Path) -> bool:
    """Answer whether `path::name` exists in a source tree."""
    file, _, name = place.partition("::")
    path = source / file
    return bool(name) and path.is_file() and name in names(path)


def complaints(table: str, ids: Iterable[str] | None, source: Path) -> list[str]:
    """Answer what is wrong with a table of covered rules; without `ids` its completeness is not judged."""
    found: list[str] = []
    rows: dict[str, tuple[str, str]] = {}
    for line in table.splitlines()[1:]:
        row, kind, words = line.split("\t")
        if row in rows:
            found.append(f"{row}: stands twice")
        rows[row] = (kind, words.strip())
    for row, (kind, words) in rows.items():
        if kind == "coded":
            missing = [place for place in words.split() or ["nothing"] if not stands(place, source)]
            found.extend(f"{row}: {place} does not exist" for place in missing)
        elif kind != "not-covered":
            found.append(f"{row}: {kind}")
        elif len(words) < 10:
            found.append(f"{row}: not covered, and no reason")
    if ids is not None:
        found.extend(f"{row}: missing" for row in ids if row not in rows)
        found.extend(f"{row}: no such rule" for row in rows if row not in set(ids))
    return found


def test_every_rule_is_coded_or_says_why_not() -> None:
    if RULES.is_file():
        ids: list[str] | None = ROW.findall(RULES.read_text("utf-8"))
    else:
        assert not os.environ.get("ZHIXING_REQUIRE_SHARED"), f"{RULES} is required and absent"
        ids = None
    assert complaints(COVERED.read_text("utf-8"), ids, SOURCE) == []


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("a-b\tpending\tduty x", "a-b: pending"),
        ("a-b\tcoded\tlaw/answers.py::Foundling", "does not exist"),
        ("a-b\tcoded\tlaw/nowhere.py::Found", "does not exist"),
        ("a-b\tcoded\tlaw/answers.py", "does not exist"),
        ("a-b\tcoded\t", "does not exist"),
        ("a-b\tnot-covered\tlater", "no reason"),
        ("a-b\tcoded\tlaw/answers.py::Found\na-b\tcoded\tlaw/answers.py::Found", "twice"),
        ("c-d\tcoded\tlaw/answers.py::Found", "a-b: missing"),
        ("c-d\tcoded\tlaw/answers.py::Found", "c-d: no such rule"),
    ],
)
def test_it_bites(line: str, complaint: str) -> None:
    assert any(complaint in found for found in complaints(f"id\tkind\twhere\n{line}", ["a-b"], SOURCE))


def test_a_row_that_is_coded_or_explained_passes() -> None:
    coded = "a-b\tcoded\tlaw/answers.py::Found law/texts.py::say"
    table = f"id\tkind\twhere\n{coded}\nc-d\tnot-covered\tbelongs to issue 5"
    assert complaints(table, ["a-b", "c-d"], SOURCE) == []
