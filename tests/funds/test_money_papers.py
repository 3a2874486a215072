"""The papers of money: each act that has one makes it, on one page, with what accounting needs to pay and book by."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from tests.cast import TODAY, who
from tests.funds.cast import statement, taken
from tests.funds.test_keeping import escrow
from tests.funds.test_refund import Bid
from zhixing.cases.acts.performance import SatisfactionKind, SatisfactionRecorded
from zhixing.documents.printing import pdf
from zhixing.documents.written import write
from zhixing.funds.acts.account import MonthlyChecked
from zhixing.funds.acts.payout import DeferralGround, PayoutCancelled, PayoutDeferred
from zhixing.funds.acts.statement import LineSetAside, UnknownMoneyAnnounced
from zhixing.funds.keeping.acts import (
    DepositCounted,
    DepositGround,
    EscrowReleased,
    FeeTaken,
    PaymentNoticed,
)
from zhixing.funds.questions.case_money import receipts
from zhixing.record import door
from zhixing.record.act import Act
from zhixing.record.writing import read


@pytest.fixture
def bid(db: None) -> Bid:
    """A case with money and a deposit."""
    return Bid()


def printed(dossier: int, seq: int) -> tuple[str, str, int]:
    """The name, the words and the pages of the paper that an entry makes."""
    paper = write(read(dossier), seq)
    return paper.name, str(paper.body), pdf(paper).pages


def test_every_act_of_a_cases_money_has_its_paper_on_one_page(bid: Bid) -> None:
    first = receipts(read(bid.dossier), TODAY)[0].entry.seq
    took = SatisfactionRecorded(kind=SatisfactionKind.TRANSFERRED, amount=5_000_000, money=first)
    door.enter(bid.dossier, took, who("officer1"), on=TODAY)
    payout = bid.do(bid.order())
    made: list[tuple[int, str, str]] = [
        (bid.receipt, "案款收据", "渝0235收据2017-000002"),
        (payout, "执行款发放审批表", "尾号0001"),
        (bid.do(PayoutCancelled(payout=payout, reason="账号有误")), "撤销发放审批表", "账号有误"),
        (bid.do(bid.refund(1_000)), "退还竞买保证金审批表", "竞买人丁"),
        (
            bid.do(DepositCounted(amount=7_000, ground=DepositGround.PRICE, reason="成交")),
            "保证金转为案款审批表",
            "70.00元",
        ),
    ]
    placed = bid.do(escrow(bid, 1_000))
    back = EscrowReleased(escrow=placed, amount=400, reason="到庭")
    notice = PaymentNoticed(to=(bid.applicant,), amount=500)
    made += [
        (placed, "提存执行款审批表", "10.00元"),
        (bid.do(back), "提存款转回审批表", "4.00元"),
        (bid.do(FeeTaken(amount=45_500)), "结算执行费审批表", "455.00元"),
        (door.enter(bid.dossier, notice, who("officer1"), on=TODAY).seq, "领取执行款通知书", "5.00元"),
        (
            bid.do(PayoutDeferred(ground=DeferralGround.FROZEN, reason="另案冻结")),
            "延缓发放执行款审批表",
            "另案冻结",
        ),
    ]
    for seq, name, says in made:
        found, words, pages = printed(bid.dossier, seq)
        assert (found, pages) == (name, 1) and says in words, name


def test_what_is_not_known_has_its_papers_too(bid: Bid) -> None:
    unknown = taken(statement(100_008_000, 700, number="S9")).dossier
    assert unknown is not None
    told = UnknownMoneyAnnounced(lines=("1",), where="法院公告栏", until=TODAY + timedelta(days=60))
    seq = door.enter(unknown, told, who("accountant"), on=TODAY).seq
    found, words, pages = printed(unknown, seq)
    assert (found, pages) == ("不明款项认领公告", 1) and "7.00元" in words
    aside = LineSetAside(line="1", owner=who("director").id)
    door.enter(unknown, aside, who("accountant"), on=TODAY)
    act: Act = MonthlyChecked(unknown=1, amount=700, oldest=TODAY, note="已请开户行查询")
    step = door.Step(act=act, by=who("accountant"), approved_by=who("director"), on=TODAY)
    door.enter_all(bid.bank, [step])
    found, words, pages = printed(bid.bank, read(bid.bank).head)
    assert (found, pages) == ("案款月度核对表", 1) and "1笔，7.00元" in words


@pytest.mark.parametrize(("days", "late"), [(0, False), (30, False), (31, True)])
def test_a_receipt_given_long_after_the_money_came_says_so(bid: Bid, days: int, late: bool) -> None:
    act = receipts(read(bid.dossier), TODAY)[0].entry.act
    entry = replace(
        receipts(read(bid.dossier), TODAY)[0].entry,
        act=replace(act, booked_on=TODAY - timedelta(days=days)),
    )
    then = read(bid.dossier).with_entries(
        [*(each for each in read(bid.dossier).recorded if each.seq < entry.seq), entry]
    )
    body = str(write(then, entry.seq).body)
    assert ("系补开" in body) is late and "开具日期" in body
