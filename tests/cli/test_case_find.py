"""`zhixing case find`: a number in any writing, or a piece of one, lists its cases page by page; `show` takes what means one."""

from __future__ import annotations

import json

import pytest
from tests import cast

from zhixing.cli import main
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db


@pytest.fixture
def cases() -> list[int]:
    """Three cases, （2017）渝0235执1号 to 3号."""
    cast.begin()
    return [cast.filed() for _ in range(3)]


def run(*words: str) -> int:
    found = main(["case", *words])
    see(EVERY_COURT)
    return found


@pytest.mark.parametrize("text", ["（2017）渝0235执2号", "2017执2", "2017-2", "(2017)渝0235执2号之一", "2"])
def test_whatever_the_writing_the_case_is_found(
    cases: list[int], text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("find", text, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert cases[1] in [each["dossier"] for each in found]
    assert any(each["number"] == "（2017）渝0235执2号" for each in found)


def test_a_piece_lists_the_newest_first_and_says_how_to_go_on(
    cases: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("find", "渝0235执", "--limit", "2") == 0
    first = capsys.readouterr().out
    assert "执3号" in first and "执2号" in first and "执1号" not in first
    assert f"--before {cases[1]}" in first
    assert run("find", "渝0235执", "--limit", "2", "--before", str(cases[1])) == 0
    rest = capsys.readouterr().out
    assert "执1号" in rest and "--before" not in rest


def test_what_is_not_there_and_what_is_no_number_are_told_apart(
    cases: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("find", "2016执1") == 1
    assert "没有案号含" in capsys.readouterr().out
    assert run("find", "工资") == 2
    assert "没有数字" in capsys.readouterr().err


def test_show_takes_any_writing_that_means_one_case_and_no_other(
    cases: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("show", "2017执3", "--json") == 0
    assert json.loads(capsys.readouterr().out)["dossier"] == cases[2]
    assert run("show", "渝0235执") == 2
    assert "case find" in capsys.readouterr().err
    assert run("show", "（2017）渝0235执9号") == 2
    assert "没有案号为" in capsys.readouterr().err
