"""The money of aid: it comes from named sources, is paid through the bank's file, comes back, and the ledger follows."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from tests.cast import COURT, TODAY, who
from tests.funds.aid_cast import BUDGET, CAME, Aided, hold_clock
from tests.funds.cast import NUMBER, assigned, statement, taken
from zhixing.documents.written import write
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.acts.statement import LinesAssigned
from zhixing.funds.aid.acts.application import (
    AidAppropriationAsked,
    AidMoneyReady,
    AidNoticed,
    AidPayoutCancelled,
)
from zhixing.funds.aid.acts.case import AidDeducted
from zhixing.funds.aid.acts.fund import AidBudgetSet, AidLineTakenBack, AidSource
from zhixing.funds.aid.models import AidRow
from zhixing.funds.aid.questions.application import AidStage, aids, stage
from zhixing.funds.aid.questions.fund import year_of
from zhixing.funds.ledger import breaks, holds
from zhixing.funds.models import BankAccountRow, LineRow, StatementRow
from zhixing.funds.paying.acts import PaymentFileMade
from zhixing.funds.paying.ordering import make, to_send, written
from zhixing.funds.paying.settling import settled
from zhixing.funds.statement import Line, Statement, prove
from zhixing.record import door, read_model
from zhixing.record.duties import Standing
from zhixing.record.writing import read


@pytest.fixture
def aided(db: None) -> Aided:
    """A court with a fund, and a case."""
    return Aided()


def line_of(opening: int, amount: int, text: str, number: str) -> int:
    """A statement with one line of this text, taken in; its dossier."""
    line = Line("1", amount, TODAY, text=text, other_name="李大山", bank_reference=f"{number}-1")
    found = Statement(number, NUMBER, (line,), opening, opening + amount)
    prove(found)
    dossier = taken(found).dossier
    assert dossier is not None
    return dossier


def settle(dossier: int) -> None:
    """What the statement says of payouts is entered."""
    for act in settled(StatementRow.objects.get(dossier_id=dossier)).acts:
        door.enter(dossier, act, who("accountant"), on=TODAY)


def paid(aided: Aided, aid: int) -> int:
    """The aid paid from first to last; its payout."""
    payout = aided.do(aid, aided.order(), "director")
    make(BankAccountRow.objects.get(), who("accountant"), TODAY)
    settle(line_of(CAME, -2_000_000, f"ZX-{aid}-{payout} 司法救助金", "S2"))
    return payout


def test_money_comes_from_a_named_source_and_counts_against_the_budget(aided: Aided) -> None:
    assert (aided.holds(), holds(COURT, AccountKind.SUSPENSE, aided.bank)) == (CAME, 0)
    line = LineRow.objects.get(dossier_id=aided.statement)
    assert (line.case, line.kind) == (aided.fund, "aid")
    year = year_of(read(aided.fund), 2017, TODAY)
    assert (year.budget, year.received, year.expected) == (
        BUDGET,
        {AidSource.BUDGET: CAME},
        BUDGET - CAME,
    )
    aided.in_fund(AidBudgetSet(year=2017, amount=BUDGET * 2, document="追加"))
    assert year_of(read(aided.fund), 2017, TODAY).budget == BUDGET * 2
    assert list(breaks([COURT])) == []


def test_a_line_is_the_funds_once_and_may_be_taken_back_while_the_money_is_there(aided: Aided) -> None:
    accountant = who("accountant")
    with pytest.raises(door.Refused, match="等待认定的收款"):
        door.enter(aided.statement, aided.receipt(), accountant, on=TODAY)
    as_case = assigned(aided.statement, aided.case, ("1", CAME))
    assert isinstance(as_case, LinesAssigned)
    with pytest.raises(door.Refused, match="已经认定"):
        door.enter(aided.statement, as_case, accountant, on=TODAY)
    back = AidLineTakenBack(account=aided.bank, fund=aided.fund, line="1", amount=CAME, reason="实为执行款")
    wrong = AidLineTakenBack(account=aided.bank, fund=aided.fund, line="1", amount=1, reason="实为执行款")
    with pytest.raises(door.Refused, match="没有这样的认定"):
        aided.do(aided.statement, wrong, "director", seat="accountant")
    aided.do(aided.statement, back, "director", seat="accountant")
    assert (aided.holds(), holds(COURT, AccountKind.SUSPENSE, aided.bank)) == (0, CAME)
    assert year_of(read(aided.fund), 2017, TODAY).total == 0
    door.enter(aided.statement, as_case, accountant, on=TODAY)
    assert list(breaks([COURT])) == []


def test_what_is_reserved_cannot_be_taken_back(aided: Aided) -> None:
    aid = aided.granted()
    aided.do(aid, aided.order(), "director")
    back = AidLineTakenBack(account=aided.bank, fund=aided.fund, line="1", amount=CAME, reason="实为执行款")
    with pytest.raises(door.Refused, match=r"账上只有 80,000\.00 元"):
        aided.do(aided.statement, back, "director", seat="accountant")


def test_aid_is_reserved_sent_paid_and_handed_over(aided: Aided) -> None:
    aid = aided.granted()
    payout = aided.do(aid, aided.order(), "director")
    assert (aided.holds(), holds(COURT, AccountKind.RESERVED, aid)) == (CAME - 2_000_000, 2_000_000)
    assert stage(read(aid), TODAY) is AidStage.WITH_BANK
    assert [(row.dossier_id, row.seq) for row in to_send(aided.bank)] == [(aid, payout)]
    account = BankAccountRow.objects.get()
    make(account, who("accountant"), TODAY)
    entry = read(aided.bank).last(PaymentFileMade)
    assert entry is not None
    message = written(account, entry, "xml", who("accountant")).decode()
    assert "（2017）渝0235司救执1号 司法救助金" in message and f"ZX-{aid}-{payout}" in message
    with pytest.raises(door.Refused, match="还没有付清"):
        aided.do(aid, aided.handing())
    settle(line_of(CAME, -2_000_000, f"ZX-{aid}-{payout}", "S2"))
    assert stage(read(aid), TODAY) is AidStage.PAID
    assert holds(COURT, AccountKind.RESERVED, aid) == holds(COURT, AccountKind.OUTGOING, aided.bank) == 0
    with pytest.raises(door.Refused, match="与银行付款不一致"):
        aided.do(aid, aided.handing(1))
    seq = aided.do(aid, aided.handing())
    assert "骗取救助金" in str(write(read(aid), seq).body)
    with pytest.raises(door.Refused, match="发放完毕"):
        aided.do(aid, aided.handing())
    (found,) = aids(read(aided.case), TODAY)
    assert (found.amount, found.paid, found.paid_on) == (2_000_000, 2_000_000, TODAY)
    row = AidRow.objects.get(dossier_id=aid)
    assert (row.stage, row.paid, row.ended_on) == ("done", 2_000_000, TODAY)
    assert list(breaks([COURT])) == []
    dossiers = [read(each) for each in (aid, aided.case, aided.fund, aided.statement)]
    assert list(read_model.differences(dossiers)) == []


def test_it_is_paid_to_who_is_aided_from_the_funds_account_no_more_than_decided(aided: Aided) -> None:
    aid = aided.filed()
    with pytest.raises(door.Refused, match="还没有给予救助的决定"):
        aided.do(aid, aided.order(), "director")
    aided.do(aid, aided.grant(), "president")
    with pytest.raises(door.Refused, match=r"尚可发放 20,000\.00 元"):
        aided.do(aid, aided.order(2_000_001), "director")
    for changed, said in (
        ({"payee": aided.applicant + 1}, "收款人不是救助申请人"),
        ({"payee_account": aided.card + 1}, "没有这个收款账户"),
        ({"account": aided.bank + 1}, "不是存放救助资金的账户"),
    ):
        with pytest.raises(door.Refused, match=said):
            aided.do(aid, msgspec.structs.replace(aided.order(), **changed), "director")
    aided.do(aid, aided.order(500_000), "director")
    aided.do(aid, aided.order(1_500_000), "director")
    with pytest.raises(door.Refused, match="已经全部发放或者正在付款"):
        aided.do(aid, aided.order(1), "director")


def test_a_payout_cancelled_or_sent_back_is_the_funds_again(aided: Aided) -> None:
    aid = aided.granted()
    payout = aided.do(aid, aided.order(), "director")
    aided.do(aid, AidPayoutCancelled(payout=payout, reason="账户有误"), "director")
    assert (aided.holds(), stage(read(aid), TODAY)) == (CAME, AidStage.TO_PAY)
    payout = paid(aided, aid)
    settle(line_of(CAME - 2_000_000, 2_000_000, f"退汇 ZX-{aid}-{payout}", "S3"))
    assert aided.holds() == CAME
    assert stage(read(aid), TODAY) is AidStage.TO_PAY
    assert aided.duty(aid, "funds.aid-pay").standing(TODAY) is Standing.OPEN
    assert list(breaks([COURT])) == []


def test_where_the_money_is_there_it_is_notified_in_two_working_days(aided: Aided) -> None:
    aid = aided.granted()  # on Thursday 15 June 2017
    duty = aided.duty(aid, "funds.aid-pay")
    assert duty.due == date(2017, 6, 19)
    assert duty.standing(date(2017, 6, 19)) is Standing.OPEN
    assert duty.standing(date(2017, 6, 20)) is Standing.OVERDUE
    seq = aided.do(aid, AidNoticed())
    assert aided.duty(aid, "funds.aid-pay").standing(TODAY) is Standing.MET
    assert "20,000.00元" in str(write(read(aid), seq).body)


def test_where_it_is_not_the_treasury_is_asked_in_seven_working_days(aided: Aided) -> None:
    aid = aided.granted(CAME + 1)
    assert aided.duty(aid, "funds.aid-appropriation").due == date(2017, 6, 26)
    with pytest.raises(IndexError):
        aided.duty(aid, "funds.aid-pay")
    for act in (AidMoneyReady(), AidNoticed()):
        with pytest.raises(door.Refused, match=r"账上有 100,000\.00 元，需要 100,000\.01 元"):
            aided.do(aid, act, seat="accountant")
    with pytest.raises(door.Refused, match=r"账上有 100,000\.00 元，需要 100,000\.01 元"):
        aided.do(aid, aided.order(CAME + 1), "director")
    seq = aided.do(aid, AidAppropriationAsked(to="云阳县财政局"), seat="accountant")
    assert "请在司法救助资金中拨付" in str(write(read(aid), seq).body)
    assert aided.duty(aid, "funds.aid-appropriation").standing(TODAY) is Standing.MET
    more = taken(statement(CAME, 500, number="S2")).dossier
    assert more is not None
    door.enter(more, aided.receipt(amount=500), who("accountant"), on=TODAY)
    aided.do(aid, AidMoneyReady(), seat="accountant")
    assert aided.duty(aid, "funds.aid-pay").due == date(2017, 6, 19)


def test_what_the_debtor_pays_later_may_go_back_to_the_fund(aided: Aided) -> None:
    aid = aided.granted()
    with pytest.raises(door.Refused, match="没有尚未扣回的救助金"):
        aided.do(aided.case, AidDeducted(paid=1, amount=1), "director", seat="officer1")
    paid(aided, aid)
    aided.do(aid, aided.handing())
    (found,) = aids(read(aided.case), TODAY)
    assert found.paid_seq is not None
    came = taken(statement(CAME - 2_000_000, 1_500_000, number="S4")).dossier
    assert came is not None
    door.enter(came, assigned(came, aided.case, ("1", 1_500_000)), who("accountant"), on=TODAY)

    def deduct(amount: int, consent: str = "受助人书面同意", on: date = TODAY) -> None:
        act = AidDeducted(paid=found.paid_seq or 0, amount=amount, consent=consent)
        aided.do(aided.case, act, "director", on=on, seat="officer1")

    with pytest.raises(door.Refused, match="还没有从执行款中扣除救助金的规定"):
        deduct(1_000_000, consent="")
    with pytest.raises(door.Refused, match=r"尚未扣回 20,000\.00 元"):
        deduct(2_000_001)
    with pytest.raises(door.Refused, match=r"账上有 15,000\.00 元"):
        deduct(1_500_001)
    deduct(1_000_000)
    assert aided.holds() == CAME - 1_000_000
    assert aids(read(aided.case), TODAY)[0].deducted == 1_000_000
    hold_clock(date(2019, 6, 3))
    deduct(500_000, consent="", on=date(2019, 6, 3))
    assert aided.duty(aided.case, "funds.pay-in-thirty-days").met_by is not None
    assert list(breaks([COURT])) == []
