"""The command line in English: by option, by variable, by the shell's own language; what machines read stays as it is."""

from __future__ import annotations

import json
import re

import pytest

from zhixing.cli import COMMANDS, main
from zhixing.cli.speaking import in_english_line
from zhixing.languages.speaking import HAN

EXAMPLE = re.compile(r"（\d{4}）\S+号|渝\w+")  # a case number, a court's code


def test_the_option_is_taken_wherever_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    due = ["due", "--from", "2017-06-15", "--days", "10"]
    said = []
    for line in (["--lang", "en", *due], [*due, "--lang=en"], [*due, "--lang", "zh"]):
        assert main(line) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1] and not HAN.search(said[0]) and "Basis: " in said[0]
    assert "依据：" in said[2]


@pytest.mark.parametrize(
    ("variables", "english"),
    [
        ({"ZHIXING_LANG": "en"}, True),
        ({"ZHIXING_LANG": "zh", "LANG": "en_US.UTF-8"}, False),
        ({"LANG": "en_US.UTF-8"}, True),
        ({"LANG": "zh_CN.UTF-8"}, False),
        ({"LANG": "C.UTF-8"}, False),
        ({"LANG": "C.UTF-8", "LC_ALL": "en_GB.UTF-8"}, True),
    ],
)
def test_the_shells_language_is_spoken(
    variables: dict[str, str],
    english: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("ZHIXING_LANG", "LC_ALL", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    main(["--help"])
    assert capsys.readouterr().out.startswith("Usage: " if english else "用法：")


def test_a_language_nobody_speaks_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "fr", "--help"]) == 2
    assert "--lang" in capsys.readouterr().err
    assert main(["--help", "--lang"]) == 2


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ("manage", "psql")])
def test_every_commands_help_is_in_english(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--lang", "en", command, "-h"])
    said = capsys.readouterr().out
    assert said.startswith("usage: ") and not HAN.search(EXAMPLE.sub("", said)), said


def test_what_is_wrong_is_said_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["token", "create", "x", "--lang", "en"])
    assert "arguments are required: --name" in (said := capsys.readouterr().err) and not HAN.search(said)
    assert main(["--lang", "en", "case-number", "nonsense"]) == 2
    assert not HAN.search(EXAMPLE.sub("", capsys.readouterr().err))


def test_json_is_the_same_in_every_language(capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for language in ("zh", "en"):
        assert main(["case-number", "（2017）渝0235执233号", "--lang", language]) == 0
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1]


def test_a_line_is_said_in_its_columns() -> None:
    assert in_english_line("[  1.2 秒] 启动数据库\n") == "[  1.2 s] Starting the database\n"
    assert in_english_line("  李大山  立案\n") == "  李大山  Filing\n"
