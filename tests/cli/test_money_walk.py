"""The clean-up of old money and judicial aid, walked at the command line: entered, approved, paid, shown."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from tests.cast import COURT, TODAY
from tests.funds.aid_cast import CAME, Aided
from tests.funds.cast import NUMBER
from tests.funds.test_clearance import REGISTER, Campaign

from zhixing.cli import main
from zhixing.funds.aid.acts.application import AidFiled
from zhixing.funds.clearance.acts import ClearanceInspected, KeptGround, OldLineKept
from zhixing.funds.clearance.questions import OldClass, old_lines
from zhixing.record.act import Act
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.writing import read
from zhixing.simulate.bank_file import BankLine, written

pytestmark = pytest.mark.django_db


def told(folder: Path, act: Act) -> str:
    """A file that holds the act."""
    path = folder / f"{act.tag()}.json"
    path.write_bytes(msgspec.json.encode(act))
    return str(path)


def run(*words: str) -> int:
    """The command's exit code; afterwards the test sees every court again."""
    found = main(list(words))
    see(EVERY_COURT)
    return found


@pytest.fixture(autouse=True)
def demonstration(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Officers of a demonstration, who need no second factor."""
    monkeypatch.setattr("zhixing.people.strength.exempt", lambda _officer: True)


def proposed(folder: Path, number: str, act: Act, seat: str, capsys: pytest.CaptureFixture[str]) -> str:
    """The number of the proposal."""
    assert run("case", "enter", number, told(folder, act), "--as", f"0235.{seat}") == 0
    return capsys.readouterr().out.split("第 ")[-1].split(" ")[0]


def test_a_campaign_is_walked_and_shown_to_the_joint_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    campaign = Campaign()
    number, register = str(campaign.dossier), tmp_path / "登记册.csv"
    register.write_text(REGISTER.format(number=campaign.number), encoding="utf-8")
    words = ("clearance", "import", str(register), "--campaign", number, "--as", "0235.accountant")
    assert run(*words) == 0 and "登记 3 笔，已有 0 笔" in capsys.readouterr().out
    kept = OldLineKept(
        line="A2", ground=KeptGround.MISSING, reason="联系不上", until=TODAY + timedelta(days=30)
    )
    seq = proposed(tmp_path, number, kept, "officer1", capsys)
    assert run("case", "show", number) == 0
    shown = capsys.readouterr().out
    assert "案款清理    卷宗" in shown and "待批准" in shown and "应执行" not in shown
    decide = ("case", "decide", number, seq)
    assert run(*decide, "approve", "--as", "0235.officer1") == 1  # his own
    assert run(*decide, "return", "--as", "0235.vice") == 2  # no reason
    assert "退回须写明理由" in capsys.readouterr().err
    assert run(*decide, "return", "--reason", "写明查找经过", "--as", "0235.vice") == 0
    seq = proposed(tmp_path, number, kept, "officer1", capsys)
    assert run("case", "decide", number, seq, "withdraw", "--as", "0235.officer1") == 0
    seq = proposed(tmp_path, number, kept, "officer1", capsys)
    assert run("case", "decide", number, seq, "approve", "--as", "0235.vice") == 0
    assert old_lines(read(campaign.dossier), TODAY)["A2"].kind is OldClass.KEPT
    inspected = ClearanceInspected(lines=3, wrong=0, findings="抽查无误")
    assert run("case", "enter", number, told(tmp_path, inspected), "--as", "0235.inspector") == 0
    capsys.readouterr()
    assert run("clearance", "show", number, "--kind", "待核对") == 0
    shown = capsys.readouterr().out
    assert "登记 3 笔，1,520.50 元" in shown and "联合抽查 2017-06-15" in shown
    assert "A1  2015-06-01  1,000.00  待核对" in shown and "A2  " not in shown
    assert run("clearance", "show", number, "--kind", "kept", "--csv") == 0
    assert "A2,2015-06-02,500.50,批准延期" in capsys.readouterr().out
    assert run("clearance", "show", number, "--kind", "无") == 2 and run("clearance", "show", "1") == 2


def test_aid_is_granted_paid_by_a_file_and_settled_at_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    aided = Aided()
    assert run("case", "open", COURT, told(tmp_path, aided.application()), "--as", "0235.filing") == 0
    aid = capsys.readouterr().out.split()[-1]
    assert run("case", "enter", aid, told(tmp_path, AidFiled()), "--as", "0235.filing") == 0
    capsys.readouterr()
    assert run("aid", COURT) == 0
    shown = capsys.readouterr().out
    assert "还可决定 300,000.00 元；一人最高 180,000.00 元" in shown and "申请 1 件" in shown
    assert "司救执" in shown and run("aid", "渝9999") == 2
    seq = proposed(tmp_path, aid, aided.grant(), "judge", capsys)
    assert run("case", "decide", aid, seq, "approve", "--as", "0235.president") == 0
    seq = proposed(tmp_path, aid, aided.order(), "judge", capsys)
    assert run("case", "decide", aid, seq, "approve", "--as", "0235.director") == 0
    payout = capsys.readouterr().out.split("录入第 ")[1].split(" ")[0]
    pay = ("bank", "pay", NUMBER, "--as", "0235.accountant", "--output", str(tmp_path))
    assert run(*pay) == 0 and "1 笔" in capsys.readouterr().out
    (message,) = tmp_path.glob("ZX*.xml")
    assert f"ZX-{aid}-{payout}" in message.read_text() and message.stat().st_mode & 0o077 == 0
    assert run(*pay) == 1 and "没有待付的发放" in capsys.readouterr().err
    assert run("bank", "pay", "1", "--as", "0235.accountant", "--output", str(tmp_path)) == 2
    paid = BankLine(-2_000_000, "李大山", f"ZX-{aid}-{payout}")
    (tmp_path / "S2.xml").write_bytes(written("S2", NUMBER, TODAY, CAME, [paid]))
    assert run("bank", "import", str(tmp_path / "S2.xml"), "--as", "0235.accountant") == 0
    assert run("bank", "settle", "S2", "--as", "0235.accountant") == 0
    assert "付出 1 笔" in capsys.readouterr().out
    assert run("case", "enter", aid, told(tmp_path, aided.handing()), "--as", "0235.judge") == 0
    capsys.readouterr()
    assert run("aid", COURT) == 0 and "申请 0 件" in capsys.readouterr().out
    assert run("aid", COURT, "--all") == 0 and "决定 20,000.00 元" in capsys.readouterr().out


def test_without_a_code_no_file_with_accounts_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Aided()
    monkeypatch.setattr("zhixing.people.strength.exempt", lambda _officer: False)
    assert run("bank", "pay", NUMBER, "--as", "0235.accountant", "--output", str(tmp_path)) == 1
    assert "--code" in capsys.readouterr().err and not list(tmp_path.glob("ZX*"))
