"""`zhixing case-number`: JSON of the parts, or the error on stderr and exit code 2."""

from __future__ import annotations

import argparse
import json

import pytest

from zhixing.cli import case_number


def called(*words: str) -> int:
    parser = argparse.ArgumentParser()
    case_number.add_arguments(parser)
    return case_number.run(parser.parse_args(words))


def test_parts_are_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("(2017)渝0101执233号之一") == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert json.loads(printed.out) == {
        "form": "2016",
        "year": 2017,
        "court": "渝0101",
        "court_name": "重庆市万州区人民法院",
        "court_code_now": "渝0101",
        "in_district": True,
        "type": "执",
        "type_meaning": "首次执行案件",
        "enforcement": True,
        "number": 233,
        "sub": 1,
        "normal": "（2017）渝0101执233号之一",
    }


def test_the_older_form_and_a_renamed_court_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("（2015）开法民执字第00012号") == 0
    old = json.loads(capsys.readouterr().out)
    assert (old["form"], old["court"], old["court_name"]) == ("old", "开法", "重庆市开州区人民法院")
    assert called("（2016）渝0234执5号") == 0
    renamed = json.loads(capsys.readouterr().out)
    assert (renamed["court"], renamed["court_code_now"]) == ("渝0234", "渝0154")


def test_a_court_of_another_district_is_printed_without_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("（2017）川0107执5号") == 0
    parts = json.loads(capsys.readouterr().out)
    assert parts["court_name"] is None and parts["in_district"] is False


def test_words_that_the_shell_parted_are_one_number(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("(2017)", "渝0101执", "233", "号") == 0
    assert json.loads(capsys.readouterr().out)["normal"] == "（2017）渝0101执233号"


def test_an_error_goes_to_stderr_with_the_way_to_mend_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("（2017）渝0101执233") == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "缺少“号”字" in printed.err and "补上" in printed.err and "233" in printed.err
