"""The tutorial can be followed to its end, step by step, and its proof holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.cast import COURT
from tests.stories.conftest import SignIn
from tests.stories.tutorial import play
from zhixing.cli import main
from zhixing.record.scope import EVERY_COURT, see


def test_the_tutorial_can_be_followed(
    seated: SignIn, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: dict[str, str] = {}

    def keep(page: Page, name: str) -> None:
        seen[name] = page.locator("main").inner_text()

    case = play(seated("filing"), seated("director"), seated("officer1"), keep)
    assert "请先分案" in seen["3-refused"]
    assert "公司收法室 → 公司收发室" in seen["7-approval"] and "object at" not in seen["7-approval"]
    see(EVERY_COURT)
    capsys.readouterr()
    assert main(["head", "sign", COURT]) == 0
    capsys.readouterr()
    assert main(["proof", "act", str(case), "10"]) == 0
    proof = capsys.readouterr().out
    file = tmp_path / "proof.json"
    file.write_text(proof)
    assert main(["proof", "verify", str(file)]) == 0
    broken = {**json.loads(proof), "prev": "0" * 64}
    file.write_text(json.dumps(broken))
    assert main(["proof", "verify", str(file)]) == 1
