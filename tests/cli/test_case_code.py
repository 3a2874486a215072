"""`zhixing case enter --code`: a coercing act from the command line wants a code, as the page does; each is good once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from tests.cast import TODAY, assigned, begin
from tests.people.factor import code, enrol

from zhixing.cases.acts.filing import LivelihoodCategory, LivelihoodFlagged
from zhixing.cli import main
from zhixing.people.models import Officer, SignIn
from zhixing.people.strength import new_recovery_codes
from zhixing.record import door
from zhixing.record.catalogue import Catalogue, installed
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(monkeypatch: pytest.MonkeyPatch) -> int:
    """A case in hand of officer1, who has an authenticator; what is entered is taken for an act that coerces."""
    begin()
    enrol(Officer.objects.get(username="0235.officer1"))
    original = Catalogue.rule
    as_if = replace(installed().rule(LivelihoodFlagged), coerces=True)
    monkeypatch.setattr(
        Catalogue, "rule", lambda self, kind: as_if if kind is LivelihoodFlagged else original(self, kind)
    )
    return assigned()


def enter(case: int, folder: Path, *more: str) -> int:
    """Enter the act as officer1; the exit code."""
    act = LivelihoodFlagged(category=LivelihoodCategory.WAGES)
    (folder / "act.json").write_bytes(msgspec.json.encode(act))
    arguments = ["case", "enter", str(case), str(folder / "act.json"), "--as", "0235.officer1"]
    return main([*arguments, "--on", TODAY.isoformat(), *more])


def head(case: int) -> int:
    see(EVERY_COURT)
    return door.read(case).head


def test_without_a_code_the_door_refuses_with_it_the_act_is_entered_strongly(
    case: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = head(case)
    assert enter(case, tmp_path) == 1
    assert "没有以双因素验证身份" in capsys.readouterr().err
    assert head(case) == before
    assert enter(case, tmp_path, "--code", code()) == 0
    see(EVERY_COURT)
    entry = door.read(case).recorded[-1]
    assert entry.seq == before + 1 and entry.by.strong


def test_a_code_is_good_once_here_too_and_a_recovery_code_does(
    case: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (recovery, *_) = new_recovery_codes(Officer.objects.get(username="0235.officer1"))
    assert enter(case, tmp_path, "--dry-run", "--code", recovery) == 0
    assert enter(case, tmp_path, "--dry-run", "--code", recovery) == 2
    assert "已经用过" in capsys.readouterr().err


def test_wrong_codes_are_logged_and_lock_the_account(case: int, tmp_path: Path) -> None:
    for _ in range(5):
        assert enter(case, tmp_path, "--code", "000000") == 2
    assert SignIn.objects.filter(username="0235.officer1", good=False, address="命令行").count() == 5
    assert enter(case, tmp_path, "--code", code()) == 2
