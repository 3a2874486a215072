"""`zhixing case open`: dossiers of every kind are begun and gone on with from the command line, aid by its own number."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from tests.cast import COURT, TODAY
from tests.funds.aid_cast import Aided

from zhixing.cli import main
from zhixing.funds.aid.acts.application import AidFiled
from zhixing.funds.aid.questions.application import aid_number
from zhixing.funds.clearance.acts import ClearanceOpened
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db


@pytest.fixture
def aided() -> Aided:
    """A court with a fund, and an applicant in need."""
    return Aided()


def told(folder: Path, act: Act) -> str:
    """A file that holds the act."""
    path = folder / f"{act.tag()}.json"
    path.write_bytes(msgspec.json.encode(act))
    return str(path)


def run(*words: str) -> int:
    found = main(["case", *words, "--on", TODAY.isoformat()])
    see(EVERY_COURT)
    return found


def opened(capsys: pytest.CaptureFixture[str]) -> int:
    """The dossier that was opened."""
    return int(capsys.readouterr().out.split()[-1])


def test_an_application_for_aid_is_received_filed_and_gone_on_with_by_its_number(
    aided: Aided, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    act = aided.application()
    assert run("open", COURT, told(tmp_path, act), "--as", "0235.officer1") == 0
    aid = opened(capsys)
    assert run("enter", str(aid), told(tmp_path, AidFiled()), "--as", "0235.filing") == 0
    number = aid_number(door.read(aid), TODAY)
    assert "司救执" in number
    assert run("enter", number, told(tmp_path, AidFiled()), "--as", "0235.filing", "--dry-run") == 1


def test_a_campaign_is_opened_and_checked_and_what_stands_against_it_is_told(
    aided: Aided, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = {
        "base_on": "2015-12-31",
        "own_by": "2017-08-31",
        "joint_by": "2017-10-31",
        "done_by": "2017-12-31",
    }
    act = msgspec.convert({"name": "历史案款清理", "account": aided.bank, **days}, ClearanceOpened)
    assert run("open", COURT, told(tmp_path, act), "--as", "0235.officer1") == 1
    assert "怎样才行" in capsys.readouterr().err
    assert run("open", COURT, told(tmp_path, act), "--as", "0235.accountant") == 0
    campaign = opened(capsys)
    assert door.read(campaign).kind == "clearance"
    assert run("open", "渝9999", told(tmp_path, act), "--as", "0235.accountant") == 2
    assert "没有代字为" in capsys.readouterr().err
    assert run("enter", str(campaign), told(tmp_path, AidFiled()), "--as", "0235.filing") == 1
