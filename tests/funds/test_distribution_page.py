"""The page of a distribution as the officer uses it: a plan worked out, approved, taken away, worked out again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from tests.cast import TODAY, assigned, begin, who
from tests.funds.cast import assigned as given
from tests.funds.cast import bank_account, statement, taken
from tests.funds.test_money_pages import signed_in
from tests.people.factor import make_strong
from zhixing.cli import main
from zhixing.funds.distribution.acts import ClaimAdmitted, ClaimRank, DistributionPlanDrawn, PaidBefore
from zhixing.funds.questions.case_money import receipts
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
    bank_account()
    there = taken(statement(0, 2_000_000)).dossier
    door.enter(there or 0, given(there or 0, number, ("1", 2_000_000)), who("accountant"), on=TODAY)
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
    (came,) = receipts(door.read(case), TODAY)
    form = {"debtor": str(debtor), "receipt": [str(came.entry.seq)], f"pot-{came.entry.seq}": "存款"}
    none = client.post(page, {"debtor": str(debtor)})
    assert none.status_code == 422 and "没有选择待分配的款项" in none.content.decode()
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


def test_a_plan_of_debts_and_a_crime_is_recomputed_by_a_party_with_its_interest(
    case: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    applicant = parties_of(door.read(case), Role.APPLICANT, TODAY)[0].party
    own = ClaimAdmitted(
        number="2",
        creditor=applicant,
        rank=ClaimRank.ORDINARY,
        principal=1_000_000,
        interest=45_041,
        doubled=5_250,
        reckoned_to=TODAY,
        due=date(2017, 5, 16),
        rate="6",
        interest_since=date(2016, 6, 15),
        original=1_000_000 + 200_000,
        paid=(PaidBefore(on=date(2016, 9, 14), amount=218_148),),
    )
    mixed = (
        own,
        ClaimAdmitted(
            number="3", creditor=applicant, rank=ClaimRank.MEDICAL, principal=300_000, basis="医疗费"
        ),
        ClaimAdmitted(number="4", creditor=applicant, rank=ClaimRank.VICTIM, principal=400_000, basis="退赔"),
        ClaimAdmitted(number="5", rank=ClaimRank.FINE, principal=9_000_000, basis="判处罚金"),
    )
    for act in mixed:
        door.enter(case, act, who("officer1"), on=TODAY)
    client, page = strong("officer1"), f"/cases/{case}/distribution/"
    debtor = parties_of(door.read(case), Role.DEBTOR, TODAY)[0].party
    (came,) = receipts(door.read(case), TODAY)
    assert client.post(page, {"debtor": str(debtor), "receipt": [str(came.entry.seq)]}).status_code == 302
    see(EVERY_COURT)
    door.approve(case, pending(door.read(case))[0].entry.seq, who("director"), on=TODAY)
    file = tmp_path / "plan.json"
    file.write_bytes(client.get(f"/cases/{case}/distribution.json").content)
    assert main(["distribution", "recompute", str(file)]) == 0
    told = capsys.readouterr().out
    # 20,000.00 less 650 of costs: medical costs, victims, then 10,000 with its interest, its doubled part, the rest to the fine.
    for each in (
        "债权3共受偿 3,000.00 元",
        "债权4共受偿 4,000.00 元",
        "债权2共受偿 10,502.91 元",
        "债权5共受偿 1,847.09 元",
    ):
        assert each in told
    file.write_text(file.read_text().replace('"2181.48"', '"2181.47"'))
    assert main(["distribution", "recompute", str(file)]) == 1
    assert "债权2的主债务：公布 10,000.00 元，按计息方法重算 10,000.01 元" in capsys.readouterr().err
