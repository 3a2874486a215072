"""`zhixing title read`: JSON or a Chinese listing with the paper's words beside it; 2 for what is no title."""

from __future__ import annotations

import argparse
import io
import json
import sys
from pathlib import Path

import pytest

from zhixing.cli import title

TEXT = """民事调解书
（2025）渝0101民初9号
一、被告甲应于2026年6月20日前向原告乙偿还借款 12 000.5 元及利息（以12000.5元为基数，自2025年1月1日起按年利率4.5%计至付清之日止）；
二、案件受理费50元，由被告甲负担；
三、被告甲以字画一幅相抵。
"""


def called(*words: str) -> int:
    parser = argparse.ArgumentParser()
    title.add_arguments(parser)
    return title.run(parser.parse_args(["read", *words]))


def piped(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


@pytest.fixture
def paper(tmp_path: Path) -> str:
    path = tmp_path / "paper.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_json_has_amounts_rates_and_dates_in_their_forms(
    paper: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(paper, "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["kind"], answer["number"], answer["double_interest"]) == (
        "mediation",
        "（2025）渝0101民初9号",
        False,
    )
    [amount] = answer["sums"]
    assert (amount["label"], amount["amount"], amount["perform"]) == (
        "借款",
        "12000.50",
        {"by": "2026-06-20"},
    )
    assert (amount["owed_by"], amount["owed_to"]) == (["甲"], ["乙"])
    [interest] = answer["interest"]
    assert (interest["base"], interest["since"], interest["rate"], interest["per"], interest["until"]) == (
        "12000.50",
        "2025-01-01",
        "0.045",
        "year",
        None,
    )
    [cost] = answer["costs"]
    assert (cost["label"], cost["amount"], cost["borne_by"], cost["payable_to"]) == (
        "案件受理费",
        "50.00",
        "甲",
        "court",
    )


def test_what_is_not_understood_is_listed_with_its_place(
    paper: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(paper, "--json") == 0
    [left] = json.loads(capsys.readouterr().out)["not_understood"]
    assert TEXT[slice(*left["where"])] == left["text"] == "被告甲以字画一幅相抵"


def test_listing_shows_the_papers_words(paper: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(paper) == 0
    printed = capsys.readouterr().out
    assert "借款 12,000.50元　甲付乙　履行：2026-06-20以前（含当日）" in printed
    assert "借款 12 000.5 元" in printed
    assert "没有读懂" in printed


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    piped(monkeypatch, TEXT.encode("gb18030"))
    assert called("-", "--json") == 0
    assert json.loads(capsys.readouterr().out)["number"] == "（2025）渝0101民初9号"


def test_no_such_file_is_said_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("没有.txt") == 2
    assert "没有这个文件（没有.txt）" in capsys.readouterr().err


def test_a_text_that_is_no_title_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped(monkeypatch, "今天天气很好。".encode())
    assert called("-") == 2
    assert "读不出执行依据" in capsys.readouterr().err
