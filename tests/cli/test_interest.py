"""`zhixing interest` as its user meets it: JSON in, JSON out, and slips named with their place."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from zhixing.cli import main

PLAIN: dict[str, object] = {
    "principal": "50000.00",
    "due": "2016-03-10",
    "general": [{"rate": "0.0003", "per": "day", "since": "2015-06-01"}],
    "to": "2016-08-20",
}


def answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: object, code: int = 0
) -> dict[str, object]:
    path = tmp_path / "debt.json"
    path.write_text(json.dumps(asked, ensure_ascii=False), encoding="utf-8")
    assert main(["interest", str(path)]) == code
    said = capsys.readouterr()
    assert not said.err
    found: dict[str, object] = json.loads(said.out)
    return found


def refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> str:
    path = tmp_path / "debt.json"
    path.write_text(text, encoding="utf-8")
    assert main(["interest", str(path)]) == 2
    said = capsys.readouterr()
    assert not said.out
    return said.err


def test_the_plain_case_is_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answered(tmp_path, capsys, PLAIN)
    assert (found["general"], found["doubled"], found["total"]) == ("6705.00", "1426.25", "58131.25")
    assert found["cites"] == ["法释〔2014〕8号 第1条", "民诉法 第253条", "法释〔2014〕8号 第2条"]
    steps = found["steps"]
    assert isinstance(steps, list)
    assert [(step["item"], step["days"], step["amount"]) for step in steps] == [
        ("general", 447, "6705.00"),
        ("doubled", 163, "1426.25"),
    ]


def test_citations_are_numbered_as_of_the_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cites = answered(tmp_path, capsys, PLAIN | {"to": "2024-08-20"})["cites"]
    assert isinstance(cites, list)
    assert "民诉法 第264条" in cites


def test_standard_input_is_read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(json.dumps(PLAIN).encode())))
    assert main(["interest", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["total"] == "58131.25"


def test_the_day_is_that_of_the_last_payment_unless_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paid = {"on": "2016-08-20", "amount": "8131.25", "kind": "transferred"}
    asked = {key: value for key, value in PLAIN.items() if key != "to"} | {"payments": [paid]}
    found = answered(tmp_path, capsys, asked)
    assert found["to"] == "2016-08-20"
    owed = found["outstanding"]
    assert isinstance(owed, dict)
    assert (owed["principal"], owed["general"], owed["doubled"]) == ("48573.75", "0.00", "1426.25")


def test_what_is_missing_is_named_with_exit_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answered(tmp_path, capsys, {"principal": "50000.00", "to": "2016-08-20"}, code=3)
    assert found == {
        "undetermined": ["“本金”的履行期间届满之日（未定履行期间的，填法律文书生效之日）"],
        "cites": ["民诉法 第253条", "法释〔2014〕8号 第2条"],
    }


@pytest.mark.parametrize(
    ("change", "where", "mend"),
    [
        ({"principal": "abc"}, "principal", "请填写"),
        ({"principal": "-1"}, "principal", "为负"),
        ({"principal": "1.234"}, "principal", "精确到分"),
        ({"principal": 50000.0}, "principal", "加引号"),
        ({"principal": None}, "文件", "principal"),
        ({"due": "2016-02-30"}, "due", "请核对"),
        ({"due": "2016/3/10"}, "due", "2016-03-10"),
        ({"due": "0016-03-10"}, "due", "年份"),
        ({"to": None}, "文件", "to"),
        ({"deu": "2016-03-10"}, "文件", "不认识“deu”"),
        ({"sums": [{"principal": "1", "due": "2016-01-01"}]}, "文件", "只能写一处"),
        ({"sums": [], "principal": None, "due": None}, "sums", "至少写一笔"),
        ({"sums": [{"due": "2016-01-01"}], "principal": None, "due": None}, "sums[0]", "principal"),
        ({"general": {}}, "general", "列表"),
        ({"general": ["x"]}, "general[0]", "对象"),
        ({"general": [{"rate": "0.1", "since": "2016-01-01"}]}, "general[0].rate", "per"),
        ({"general": [{"rate": "5%", "per": "year", "since": "2016-01-01"}]}, "general[0].rate", "0.045"),
        ({"general": [{"rate": 0.1, "per": "year", "since": "2016-01-01"}]}, "general[0].rate", "加引号"),
        ({"general": [{"rate": "0.1", "per": "week", "since": "2016-01-01"}]}, "general[0].per", "month"),
        (
            {"general": [{"rate": "0.1", "per": "year", "year_days": 366, "since": "2016-01-01"}]},
            "general[0].year_days",
            "360",
        ),
        (
            {"general": [{"rate": "0.1", "per": "year", "year_days": "360", "since": "2016-01-01"}]},
            "general[0].year_days",
            "整数",
        ),
        (
            {"general": [{"rate": "0.1", "per": "day", "year_days": 360, "since": "2016-01-01"}]},
            "general[0].year_days",
            "年利率",
        ),
        (
            {"general": [{"rate": {"table": "lpr"}, "since": "2016-01-01"}]},
            "general[0].rate.table",
            "lpr-1y",
        ),
        (
            {"general": [{"rate": {"table": "lpr-1y"}, "per": "day", "since": "2016-01-01"}]},
            "general[0].per",
            "年利率",
        ),
        (
            {"general": [{"rate": {"table": "lpr-1y", "bracket": "1y"}, "since": "2016-01-01"}]},
            "general[0].rate.bracket",
            "benchmark",
        ),
        (
            {"general": [{"rate": "0.1", "per": "day", "since": "2016-01-02", "until": "2016-01-01"}]},
            "general[0]",
            "早于",
        ),
        (
            {"general": [{"rate": "0.1", "per": "day", "since": "2016-01-02", "base": "货款"}]},
            "文件",
            "货款",
        ),
        ({"payments": [{"on": "2016-04-01"}]}, "payments[0]", "amount"),
        ({"payments": [{"on": "2016-04-01", "amount": "0"}]}, "payments[0].amount", "大于零"),
        (
            {"payments": [{"on": "2016-04-01", "amount": "1", "kind": "gift"}]},
            "payments[0].kind",
            "performed",
        ),
        (
            {"suspended": [{"since": "2016-04-01", "until": "2016-04-01"}]},
            "suspended[0].until",
            "第一日",
        ),
        (
            {"suspended": [{"since": "2016-04-01", "until": "2016-05-01", "at_debtors_request": "no"}]},
            "suspended[0].at_debtors_request",
            "true",
        ),
        ({"options": {"old_rate": "maybe"}}, "options.old_rate", "follows"),
        ({"order": ["货款"]}, "清偿顺序", "货款"),
    ],
)
def test_a_slip_is_named_with_its_place_and_its_mending(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: dict[str, object], where: str, mend: str
) -> None:
    said = refused(tmp_path, capsys, json.dumps(PLAIN | change))
    assert where in said
    assert mend in said


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{", "第1行"),
        ("[]", "应为对象"),
        ('{"to": "2016-01-01", "to": "2016-01-02"}', "写了两次"),
        ("[" * 100_000, "嵌套"),
    ],
)
def test_what_is_no_such_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, what: str
) -> None:
    assert what in refused(tmp_path, capsys, text)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["interest", str(tmp_path / "none.json")]) == 2
    assert "读不到文件" in capsys.readouterr().err
    path = tmp_path / "gbk.json"
    path.write_bytes("{“本金”}".encode("gbk"))
    assert main(["interest", str(path)]) == 2
    assert "UTF-8" in capsys.readouterr().err


def test_options_and_caps_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    general = {"rate": "0.001", "per": "day", "since": "2016-01-01", "until": "2016-01-11", "base": ["第1笔"]}
    capped = general | {"cap": {"rate": "0.0005", "per": "day"}}
    asked = {
        "sums": [{"principal": "10000.00", "due": "2016-06-30"}],
        "general": [capped],
        "options": {"year_days": 360, "court_fees_double": True},
        "order": ["principal"],
        "to": "2016-02-01",
    }
    assert answered(tmp_path, capsys, asked)["general"] == "50.00"


def test_the_command_starts_without_django_in_half_a_second(tmp_path: Path) -> None:
    path = tmp_path / "debt.json"
    path.write_text(json.dumps(PLAIN), encoding="utf-8")
    program = (
        "import sys; from zhixing.cli import main; code = main(['interest', sys.argv[1]]);"
        "sys.exit(code or 'django' in sys.modules)"
    )
    quickest = 9.0
    for _ in range(3):  # the quickest of three: other work on the machine must not fail the test
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", program, str(path)], check=True, capture_output=True)
        quickest = min(quickest, time.perf_counter() - began)
    assert quickest < 0.5
