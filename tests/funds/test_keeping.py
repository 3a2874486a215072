"""Telling, keeping aside, taking the fee: within what lies there, on the law's grounds, and the ledger follows."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.cast import COURT, TODAY, who
from tests.funds.cast import statement, taken
from tests.funds.test_payout import Case
from zhixing.cases.acts.performance import SatisfactionKind, SatisfactionRecorded
from zhixing.documents.written import write
from zhixing.funds.acts.booking import COURT as OF_COURT
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.acts.statement import Assignment, LinesAssigned, MoneyKind
from zhixing.funds.keeping.acts import (
    DepositCounted,
    DepositGround,
    EscrowGround,
    EscrowPlaced,
    EscrowReleased,
    FeeTaken,
    PaymentNoticed,
)
from zhixing.funds.ledger import breaks, holds
from zhixing.funds.questions.case_money import receipts, unrecorded
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record import door
from zhixing.record.duties import Standing
from zhixing.record.writing import read


@pytest.fixture
def case(db: None) -> Case:
    """A case with 1,000,000 yuan in its account."""
    return Case()


def satisfied(case: Case, amount: int) -> None:
    (came,) = receipts(read(case.dossier), TODAY)
    act = SatisfactionRecorded(kind=SatisfactionKind.TRANSFERRED, amount=amount, money=came.entry.seq)
    door.enter(case.dossier, act, who("officer1"), on=TODAY)


def escrow(case: Case, amount: int) -> EscrowPlaced:
    return EscrowPlaced(of=case.applicant, amount=amount, ground=EscrowGround.MISSING, reason="邮件退回")


def test_what_cannot_be_handed_over_is_kept_aside_and_comes_back_to_be_paid_in_ten_days(case: Case) -> None:
    with pytest.raises(door.Refused, match=r"账上有 1,000,000\.00 元"):
        case.do(escrow(case, 100_000_001))
    placed = case.do(escrow(case, 100_000_000))
    assert (case.holds(), case.holds(AccountKind.ESCROW)) == (0, 100_000_000)
    assert case.duty("funds.pay-in-thirty-days") is Standing.MET
    with pytest.raises(door.Refused, match="尚提存"):
        case.do(EscrowReleased(escrow=placed, amount=100_000_001, reason="到庭"))
    case.do(EscrowReleased(escrow=placed, amount=40_000_000, reason="到庭领取"))
    assert (case.holds(), case.holds(AccountKind.ESCROW)) == (40_000_000, 60_000_000)
    assert case.duty("funds.pay-after-escrow") is Standing.OPEN
    with pytest.raises(door.Refused, match=r"尚提存 600,000\.00 元"):
        case.do(EscrowReleased(escrow=placed, amount=60_000_001, reason="到庭"))
    assert list(breaks([COURT])) == []


def test_escrow_is_for_an_applicant(case: Case) -> None:
    debtor = parties_of(read(case.dossier), Role.DEBTOR, TODAY)[0].party
    act = EscrowPlaced(of=debtor, amount=5, ground=EscrowGround.REFUSED, reason="拒领")
    with pytest.raises(door.Refused):
        case.do(act)


def test_the_fee_follows_what_was_reached_and_is_taken_once(case: Case) -> None:
    with pytest.raises(door.Refused, match="已到位"):
        case.do(FeeTaken(amount=100_000))
    satisfied(case, 5_000_000)  # 50,000 yuan: 50 + 1.5 % of 40,000 = 650 yuan
    with pytest.raises(door.Refused, match=r"执行费共 650\.00 元，已结算 0\.00 元"):
        case.do(FeeTaken(amount=65_001))
    case.do(FeeTaken(amount=65_000))
    with pytest.raises(door.Refused, match=r"已结算 650\.00 元"):
        case.do(FeeTaken(amount=1))
    assert holds(COURT, AccountKind.FEES, OF_COURT) == 65_000
    assert unrecorded(read(case.dossier), TODAY) == 100_000_000 - 5_000_000 - 65_000
    assert list(breaks([COURT])) == []


def test_the_applicant_is_told_by_a_notice_of_no_more_than_lies_there(case: Case) -> None:
    with pytest.raises(door.Refused, match="没有超过到账的金额"):
        act = PaymentNoticed(to=(case.applicant,), amount=100_000_001)
        door.enter(case.dossier, act, who("officer1"), on=TODAY)
    act = PaymentNoticed(to=(case.applicant,), amount=100_000_000)
    seq = door.enter(case.dossier, act, who("officer1"), on=TODAY).seq
    paper = write(read(case.dossier), seq)
    assert paper.name == "领取执行款通知书" and "可以领取" in str(paper.body)


def test_a_buyers_deposit_is_counted_as_money_of_the_case_and_then_to_be_paid(case: Case) -> None:
    act = DepositCounted(amount=5_000, ground=DepositGround.PRICE, reason="第一次拍卖成交")
    with pytest.raises(door.Refused, match="还没有竞买保证金到账"):
        case.do(act)
    found = taken(statement(100_000_000, 8_000, number="S2"))
    assert found.dossier is not None
    given = Assignment(line="1", amount=8_000, case=case.dossier, kind=MoneyKind.DEPOSIT)
    case.check(found.dossier, LinesAssigned(account=case.bank, assignments=(given,)))
    assert case.holds(AccountKind.DEPOSIT) == 8_000
    with pytest.raises(door.Refused, match=r"竞买保证金为 80\.00 元"):
        case.do(replace(act, amount=8_001))
    case.do(act)
    assert (case.holds(), case.holds(AccountKind.DEPOSIT)) == (100_005_000, 3_000)
    assert case.duty("funds.pay-after-deposit") is Standing.OPEN
    case.do(case.order(5_000))
    assert case.duty("funds.pay-after-deposit") is Standing.MET and list(breaks([COURT])) == []
