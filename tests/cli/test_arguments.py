"""A wrong command line is answered in Chinese, says what is wrong, and ends with 2."""

from __future__ import annotations

import re

import pytest

from zhixing.cli import main

ENGLISH = re.compile(r"\b(the|argument|required|invalid|expected|unrecognized|usage|choose|options)\b")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (["token", "create", "0235.officer1"], "缺少：--name"),
        (["token", "revoke", "x"], "应为整数"),
        (["due", "--from"], "--from 后面要写一个值"),
        (["due", "--from", "2017-06-15", "--days", "3", "--weeks", "2"], "不认识的参数：--weeks"),
        (["verify", "--against"], "后面要写一个值"),
        (["case"], "缺少"),
        (["case", "shew"], "不能是"),
        (["case-number"], "缺少"),
        (["demo", "--cases", "many"], "应为整数"),
    ],
)
def test_what_is_wrong_is_said_in_chinese(
    line: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(line)
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert says in said and not ENGLISH.search(said), said


def test_help_is_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["case", "enter", "-h"])
    said = capsys.readouterr().out
    assert said.startswith("用法：zhixing case enter") and not ENGLISH.search(said), said
