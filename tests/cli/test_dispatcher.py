"""`zhixing`: commands are found, unknown ones explained, and the quick ones load no more than they need."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from zhixing.cli import COMMANDS, main, module_of

PROGRAM = Path(sys.executable).parent / "zhixing"
QUICK = (
    ["due", "--from", "2017-06-15", "--days", "10"],
    ["case-number", "（2017）渝0235执233号"],
    ["interest", "-"],
    ["plan", "import", "tests/plan/reading/plans/lake.txt", "--dry-run"],
)
LOAN = '{"principal":"50000.00","due":"2016-03-10","to":"2016-08-20"}'


def test_every_command_has_its_module() -> None:
    assert [name for name in COMMANDS if not importlib.util.find_spec(f"zhixing.cli.{module_of(name)}")] == []


def test_an_unknown_command_is_answered_with_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["intrest"]) == 2
    said = capsys.readouterr().err
    assert "没有“intrest”这个命令" in said
    assert all(name in said for name in COMMANDS)


def test_help_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "计算迟延履行利息" in capsys.readouterr().out


@pytest.mark.parametrize("command", QUICK, ids=lambda command: command[0])
def test_commands_without_a_database_import_no_django(command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "zhixing.cli", *command],
        input=LOAN,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    imported = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert not imported & {"django", "psycopg", "procrastinate"}


def test_a_reader_that_stops_early_is_no_error() -> None:
    done = subprocess.run(f"{PROGRAM} --help | head -c 1", shell=True, capture_output=True)
    assert done.stderr == b""
