"""The page of a distribution as the officer uses it: a plan worked out, approved, taken away, worked out again."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from tests.cast import TODAY, assigned, begin, who
from tests.funds.test_money_pages import signed_in
from tests.people.factor import make_strong
from zhixing.cli import main
from zhixing.funds.distribution.acts import ClaimAdmitted, ClaimRank, DistributionPlanDrawn
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record import door
from zhixing.record.questions import pending
from zhixing.record.scope import EVERY_COURT, see


@pytest.fixture
def case(db: None) -> int:
    """A case in hand with two claims to distribute among; its dossier."""
    begin()
    number = assigned()
    applicant = parties_of(door.read(number), Role.APPLICANT, TODAY)[0].party
    officer = who("officer1")
    fee = ClaimAdmitted(number="1", rank=ClaimRank.COSTS, principal=65_000, basis="诉讼费用交纳办法")
    own = ClaimAdmitted(number="2", creditor=applicant, rank=ClaimRank.ORDINARY, principal=5_000_000)
    for act in (fee, own):
        door.enter(number, act, officer, on=TODAY)
    return number


def strong(seat: str) -> Client:
    client = signed_in(seat)
    make_strong(client)
    see(EVERY_COURT)
    return client


def test_a_plan_is_worked_out_approved_taken_away_and_worked_out_again(
    case: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    client = strong("officer1")
    debtor = parties_of(door.read(case), Role.DEBTOR, TODAY)[0].party
    page = f"/cases/{case}/distribution/"
    form = {"debtor": str(debtor), "pot": ["存款", ""], "amount": ["20,000.00", ""]}
    assert client.post(page, {**form, "amount": ["0.00", ""]}).status_code == 422
    assert client.post(page, form).status_code == 302
    see(EVERY_COURT)
    waiting = pending(door.read(case))
    assert [type(each.act) for each in waiting] == [DistributionPlanDrawn]
    door.approve(case, waiting[0].entry.seq, who("director"), on=TODAY)
    text = client.get(page).content.decode()
    assert "20,000.00" in text and "扣除执行费用" in text and "19,350.00" in text and "尚未送达" in text
    file = tmp_path / "plan.json"
    file.write_bytes(client.get(f"/cases/{case}/distribution.json").content)
    assert main(["distribution", "recompute", str(file)]) == 0
    assert "受偿余款 19,350.00 元" in capsys.readouterr().out
    file.write_text(file.read_text().replace('"19350.00"', '"19350.01"'))
    assert main(["distribution", "recompute", str(file)]) == 1
    assert "债权2主债务：公布 19,350.01 元，重算 19,350.00 元" in capsys.readouterr().err
    file.write_text("{}")
    assert main(["distribution", "recompute", str(file)]) == 2
