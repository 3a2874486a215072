"""`zhixing case enter --file`: the file goes with the act; tried, it is only looked at; a wrong one is named."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import pytest
from tests.api.test_files import PDF, returned
from tests.cast import COURT, assigned, begin

from zhixing.cases.acts.notice import ServiceAttempted
from zhixing.cli import main
from zhixing.record import door
from zhixing.record.models import StoredFile
from zhixing.record.scope import EVERY_COURT, see

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> int:
    """A case in hand of officer1."""
    begin()
    return assigned()


def enter(case: int, folder: Path, act: ServiceAttempted, *more: str) -> int:
    """Enter the act as officer1; the exit code."""
    (folder / "act.json").write_bytes(msgspec.json.encode(act))
    arguments = ["case", "enter", str(case), str(folder / "act.json"), "--as", "0235.officer1"]
    return main([*arguments, "--on", "2017-06-15", *more])


def test_a_file_goes_with_the_act_and_is_only_looked_at_when_tried(case: int, tmp_path: Path) -> None:
    envelope = tmp_path / "信封.pdf"
    envelope.write_bytes(PDF)
    act = msgspec.structs.replace(returned(case, ""), proof=None)
    assert enter(case, tmp_path, act, "--file", f"proof={envelope}", "--dry-run") == 0
    see(EVERY_COURT)
    assert not StoredFile.objects.exists()
    assert enter(case, tmp_path, act, "--file", f"proof={envelope}") == 0
    see(EVERY_COURT)
    entry = door.read(case).last(ServiceAttempted)
    kept = StoredFile.objects.get()
    assert entry is not None and entry.act.proof == kept.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (kept.court, kept.name) == (COURT, "信封.pdf")


def test_what_is_wrong_with_a_file_is_said(
    case: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    act, program = msgspec.structs.replace(returned(case, ""), proof=None), tmp_path / "x.pdf"
    program.write_bytes(b"MZ\x00")
    for more, says in (
        (["--file", f"paper={program}"], "可用的有：proof"),
        (["--file", f"proof={tmp_path / 'nowhere'}"], "读不到"),
        (["--file", f"proof={program}"], "不能保存这种文件"),
    ):
        assert enter(case, tmp_path, act, *more) == 2
        assert says in capsys.readouterr().err
    assert enter(case, tmp_path, returned(case, "a" * 64)) == 2
    assert "请先上传文件" in capsys.readouterr().err
