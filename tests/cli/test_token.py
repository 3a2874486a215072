"""`zhixing token` and `zhixing openapi`: a key is shown once, carries no more than its officer holds, and can be revoked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.cast import COURT, assigned, begin

from zhixing.api.models import Token
from zhixing.api.tokens import holder
from zhixing.cli import main

USER = "0235.officer1"


@pytest.fixture
def staffed(db: None) -> None:
    """The district with its officers, and a case."""
    begin()
    assigned()


def made(capsys: pytest.CaptureFixture[str], *more: str) -> str:
    """The text of a new token."""
    assert main(["token", "create", USER, "--name", "对接", *more]) == 0
    said = capsys.readouterr()
    assert "以后不再显示" in said.err and said.out.count("\n") == 1
    return said.out.strip()


def test_a_token_carries_its_officers_powers_unless_told_otherwise(
    staffed: None, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, narrow = (
        made(capsys),
        made(capsys, "--power", "officer", "--court", COURT, "--expires", "2017-07-01"),
    )
    first, second = holder(whole), holder(narrow)
    assert first is not None and second is not None
    assert set(second.token.powers) == {"officer"} <= set(first.token.powers)
    assert second.courts == (COURT,) and second.token.expires_on.isoformat() == "2017-07-01"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nobody", "--name", "x"], "没有用户"),
        ([USER, "--name", "x", "--power", "president"], "没有这些职权"),
        ([USER, "--name", "x", "--power", "emperor"], "emperor"),
        ([USER, "--name", "x", "--court", "渝0236"], "看不到这些法院"),
        ([USER, "--name", "x", "--expires", "2019-01-01"], "到期日应在"),
        ([USER, "--name", "x", "--expires", "soon"], "soon"),
        ([USER, "--name", " "], "写明用途"),
    ],
)
def test_what_may_not_be_is_refused_in_words(
    staffed: None, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["token", "create", *arguments]) == 2
    said = capsys.readouterr()
    assert says in said.err and not said.out and not Token.objects.exists()


def test_the_list_never_shows_the_token_and_tells_its_use(
    staffed: None, capsys: pytest.CaptureFixture[str]
) -> None:
    text = made(capsys)
    assert main(["token", "list"]) == 0
    before = capsys.readouterr().out
    assert USER in before and "对接" in before and "未用过" in before and text not in before
    assert holder(text)
    main(["token", "list", USER])
    assert "未用过" not in capsys.readouterr().out
    main(["token", "list", "0235.judge"])
    assert capsys.readouterr().out == ""


def test_a_revoked_token_opens_nothing(staffed: None, capsys: pytest.CaptureFixture[str]) -> None:
    text = made(capsys)
    found = holder(text)
    assert found is not None
    assert main(["token", "revoke", str(found.token.pk)]) == 0
    assert holder(text) is None
    main(["token", "list"])
    assert "已撤销" in capsys.readouterr().out
    assert main(["token", "revoke", "999999"]) == 2
    assert "zhixing token list" in capsys.readouterr().err


def test_the_document_is_printed_as_it_is_kept(staffed: None) -> None:
    done = subprocess.run([sys.executable, "-m", "zhixing.cli", "openapi"], capture_output=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout == (Path(__file__).parents[2] / "docs" / "openapi.json").read_bytes()
