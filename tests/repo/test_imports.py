"""The import contracts (pyproject.toml, import-linter) hold, and they bite: an offence put into a copy of the source is found."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def verdict(project: Path) -> tuple[bool, str]:
    """Whether the contracts hold for the source in that folder, and what the linter said."""
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [program, "--no-cache", "--config", "pyproject.toml"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project / "src")},
        capture_output=True,
        text=True,
    )
    return done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the source with its contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(
        ROOT / "src" / "zhixing", tmp_path / "src" / "zhixing", ignore=shutil.ignore_patterns("__pycache__")
    )
    return tmp_path


def test_every_import_keeps_to_the_contracts() -> None:
    kept, said = verdict(ROOT)
    assert kept, said


@pytest.mark.parametrize(
    ("module", "offence", "named"),
    [
        ("law/offence.py", "import django", "zhixing.law.offence -> django"),
        (
            "law/offence.py",
            "import zhixing.record.act",
            "zhixing.law is not allowed to import zhixing.record",
        ),
        (
            "record/offence.py",
            "import zhixing.cases",
            "zhixing.record is not allowed to import zhixing.cases",
        ),
        (
            "people/offence.py",
            "import zhixing.parties",
            "zhixing.people is not allowed to import zhixing.parties",
        ),
        ("parties/acts.py", "import zhixing.record.models", "zhixing.parties.acts -> zhixing.record.models"),
        ("unplaced/__init__.py", "", "zhixing.unplaced"),
    ],
)
def test_the_contracts_bite(copy: Path, module: str, offence: str, named: str) -> None:
    target = copy / "src" / "zhixing" / module
    target.parent.mkdir(exist_ok=True)
    before = target.read_text() if target.exists() else '"""An offence."""\n'
    target.write_text(f"{before}\n{offence}\n")
    kept, said = verdict(copy)
    assert not kept
    assert named in said
