"""Money in the national tables: each field of a row is one that the table has, and says what the acts say."""

from __future__ import annotations

from datetime import datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

from tests.assets.reports import declared
from tests.cast import COURT, TODAY, who
from tests.funds.cast import statement, taken
from tests.funds.test_goods import relief, ring
from tests.funds.test_keeping import escrow, satisfied
from tests.funds.test_payout import Case
from tests.record.builder import Did, build
from tests.registers.register import lines_of
from zhixing.funds.acts.payout import (
    DeferralEnded,
    DeferralGround,
    PayoutDeferred,
    PayoutLine,
    PayoutsConfirmed,
)
from zhixing.funds.aid.acts.application import AidGround
from zhixing.funds.aid.acts.case import AidDecided, AidOutcome, AidSought
from zhixing.funds.aid.acts.fund import AidSource
from zhixing.funds.distribution.acts import (
    ClaimAdmitted,
    ClaimOrder,
    ClaimRank,
    DistributionPlanDrawn,
    ParticipationApplied,
    PotHeld,
    ShareGiven,
)
from zhixing.funds.goods.acts import GoodsEscrowed, GoodsHandedOver
from zhixing.funds.keeping.acts import EscrowGround, FeeTaken
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier
from zhixing.record.writing import read
from zhixing.registers.exporting import Export, export_cases
from zhixing.registers.fields import tables
from zhixing.registers.rows import Values
from zhixing.registers.told_money import money_rows
from zhixing.registers.told_rows import Person

DAY = datetime.combine(TODAY, time.min)


@pytest.fixture
def case(db: None) -> Case:
    """A case with 1,000,000 yuan in its account."""
    return Case()


def rows(dossier: Dossier, persons: dict[int, Person] | None = None) -> dict[str, Values]:
    """The last row of each table; every field is one of its table."""
    found = dict(money_rows(dossier, persons or {}))
    for table, values in found.items():
        assert tables()[table].room == "funds"
        assert set(values) <= set(tables()[table].by_code()), table
    return found


def test_what_came_and_what_went_is_told_with_its_day_and_sum(case: Case) -> None:
    seq = case.do(case.order(40_000))
    found = rows(read(case.dossier))
    assert (found["T_SCZXZXKJN"]["N_JNJE"], found["T_SCZXZXKJN"]["D_JNRQ"]) == (Decimal(1_000_000), DAY)
    assert found["T_SCZXZXKJN"]["C_SJHM"] == "渝0235收据2017-000001"
    detail = found["T_SCZXZXKFFMX"]
    assert detail["C_ID_SCZXZXKFF"] == found["T_SCZXZXKFF"]["C_ID"] and "D_ZFRQ" not in detail
    assert (found["T_SCZXZXKFF"]["N_BCFFZE"], detail["N_JSDSR"]) == (Decimal(400), case.applicant)
    out = taken(statement(100_000_000, -40_000, number="S2"))
    assert out.dossier is not None
    line = PayoutLine(line="1", amount=40_000, case=case.dossier, payout=seq)
    case.check(out.dossier, PayoutsConfirmed(account=case.bank, payouts=(line,)))
    kept = {case.payee_account: "6228"}
    told = rows(
        read(case.dossier),
        {case.applicant: Person({"C_MC": "李某"}, (), kept, {case.payee_account: "工行云阳支行"})},
    )
    detail = told["T_SCZXZXKFFMX"]
    assert (detail["D_ZFRQ"], detail["C_JSR"], detail["C_JSRKHZH"]) == (DAY, "李某", "6228")
    assert detail["C_JSRKHYH"] == "工行云阳支行"


def test_deferral_escrow_fee_and_relief_are_told(case: Case) -> None:
    satisfied(case, 5_000_000)
    case.do(relief(case), "vice")
    case.do(FeeTaken(amount=45_500))
    deferral = case.do(PayoutDeferred(ground=DeferralGround.NOT_FETCHED, reason="经通知未来"))
    door.enter(case.dossier, DeferralEnded(deferral=deferral), who("officer1"), on=TODAY)
    case.do(escrow(case, 1_000_000))
    found = rows(read(case.dossier))
    assert found["T_SCZXYHFF"]["N_YHTS"] == 0 and "未来领取" in str(found["T_SCZXYHFF"]["C_YHYY"])
    assert (found["T_SCZXZXKTC"]["N_YE"], found["T_SCZXZXKTC"]["N_TCJE"]) == (
        Decimal(10_000),
        Decimal(10_000),
    )
    assert found["T_SCZXZXFJNJL"]["N_JNZJE"] == Decimal(455) == found["T_SCZXZXFCDQK"]["N_SQF"]
    assert (found["T_SCZXZXFSFJZQK"]["C_SQJZLX"], found["T_SCZXZXFSFJZQK"]["N_SQJJJE"]) == (
        "减交",
        Decimal(195),
    )


def test_things_are_told_from_the_receipt_to_the_end(case: Case) -> None:
    one = door.enter(case.dossier, ring(case), who("officer1"), on=TODAY).seq
    two = door.enter(case.dossier, ring(case), who("officer1"), on=TODAY).seq
    case.do(GoodsHandedOver(goods=one, to=case.applicant))
    case.do(GoodsEscrowed(goods=two, of=case.applicant, ground=EscrowGround.MISSING, reason="退信"))
    persons = {case.applicant: Person({"C_MC": "李某"}, (("身份证", "509999"),))}
    found = rows(read(case.dossier), persons)
    assert (found["T_SCZXZXWDJ"]["C_BGDD"], found["T_SCZXZXWDJ"]["C_SQPZ"]) == ("保险柜二层", "收字第12号")
    handed = found["T_SCZXZXWFF"]
    assert (handed["C_LQR"], handed["C_LQRZJH"], handed["C_SFFFWB"]) == ("李某", "509999", "是")
    assert found["T_SCZXZXWTC"]["C_TCYY"] == EscrowGround.MISSING.label


def test_a_distribution_is_told_claim_by_claim() -> None:
    acts: list[Act] = [
        ParticipationApplied(by=9, amount=30_000, title="（2016）渝0235民初1号", reason="不能清偿"),
        ClaimAdmitted(number="1", rank=ClaimRank.ORDINARY, creditor=1, principal=10_000),
        ClaimAdmitted(number="2", rank=ClaimRank.ORDINARY, creditor=9, application=15, principal=30_000),
        DistributionPlanDrawn(
            debtor=2,
            order=ClaimOrder.PRO_RATA,
            pots=(PotHeld(name="住房变价款", amount=20_000),),
            claims=(16, 17),
            shares=(
                ShareGiven(claim="1", costs=0, interest=0, principal=5_000, doubled=0),
                ShareGiven(claim="2", costs=0, interest=0, principal=15_000, doubled=0),
            ),
        ),
    ]
    dossier = build([*declared(), *(Did(each, TODAY) for each in acts)], guarded=False)
    found = [(table, values) for table, values in money_rows(dossier, {9: Person({"C_MC": "钱某"})})]
    assert [table for table, _ in found] == ["T_SCZXCYFPXX", "T_SCZXCYFPMX", "T_SCZXCYFPMX"]
    plan, first, second = (values for _, values in found)
    assert (plan["N_DFPZJE"], plan["C_CYFPJG"]) == (Decimal(200), "无异议")
    assert (first["N_FPJE"], first["N_SQZXR"], first["C_JYYXQ"]) == (Decimal(50), 1, "否")
    assert (second["C_SQCYFPAWR"], second["N_SQFPJE"], second["N_FPJE"]) == (
        "钱某",
        Decimal(300),
        Decimal(150),
    )
    assert first["C_ID_SCZXCYFPXX"] == plan["C_ID"] and "N_SQZXR" not in second


def test_a_case_begun_here_is_exported_with_its_money_and_names_only_for_a_reason(
    case: Case, tmp_path: Path
) -> None:
    case.do(case.order(40_000))
    for reason in ("", "核对"):
        export_cases(Export(tmp_path / "out.csv", (COURT,), reason))
        (line,) = lines_of(tmp_path / "out.T_SCZXZXKFFMX.csv")
        assert line["发放金额(N_FFJE)"] == "400"
        assert bool(line["接受人(C_JSR)"]) is bool(line["接受人开户账号(C_JSRKHZH)"]) is bool(reason)


def test_aid_is_told_once_it_is_granted() -> None:
    sought = AidSought(person=1, aid=9, ground=AidGround.INJURY, asked=2_000_000)
    decided = AidDecided(
        person=1, aid=9, outcome=AidOutcome.GRANTED, amount=1_500_000, source=AidSource.BUDGET, reason="重伤"
    )
    told = {1: Person({"C_MC": "李某"})}

    def aid_rows(*acts: Act) -> list[Values]:
        dossier = build([*declared(), *(Did(each, TODAY) for each in acts)], guarded=False)
        return [values for table, values in money_rows(dossier, told) if table == "T_SCZXZXJZXX"]

    assert aid_rows(sought) == []
    (row,) = aid_rows(sought, decided)
    assert set(row) <= set(tables()["T_SCZXZXJZXX"].by_code())
    assert (row["N_XH"], row["N_JZJE"], row["C_SJZR"]) == (1, Decimal(15_000), "李某")
