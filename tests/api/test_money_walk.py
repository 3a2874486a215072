"""The clean-up of old money and judicial aid, walked from first to last by other systems over the API alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.api.test_api import problem, sent
from tests.cast import COURT, OTHER_COURT, TODAY, assigned, begin, who
from zhixing.api.client import Client
from zhixing.api.money_shapes import (
    AidFundOut,
    AidOut,
    ClearanceOut,
    OldLineOut,
    PaymentFileContent,
    PaymentFileOut,
    RegisteredOut,
    SettledOut,
    StatementOut,
)
from zhixing.api.shapes import Page
from zhixing.api.tokens import make
from zhixing.cases.models import CaseRow
from zhixing.funds.acts.account import AccountUse, BankAccountOpened
from zhixing.funds.aid.acts.application import (
    AidApplied,
    AidFiled,
    AidGranted,
    AidGround,
    AidHandedOver,
    AidNoticed,
    AidPayoutApproved,
)
from zhixing.funds.aid.acts.fund import (
    AidBudgetSet,
    AidFundOpened,
    AidMoneyAssigned,
    AidReceipt,
    AidSource,
    AidWageRecorded,
)
from zhixing.funds.clearance.acts import (
    ClearanceFinished,
    ClearanceInspected,
    ClearanceOpened,
    KeptGround,
    OldAssignment,
    OldLineKept,
    OldLineNotCaseMoney,
    OldLinesAssigned,
    OtherMoney,
)
from zhixing.funds.ledger import breaks
from zhixing.parties.acts import Role
from zhixing.parties.models import Party
from zhixing.parties.questions import parties_of
from zhixing.parties.register import add_account
from zhixing.people.models import Officer
from zhixing.people.powers import powers_by_court
from zhixing.record.act import Act
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.writing import read
from zhixing.simulate.bank_file import BankLine, written

pytestmark = pytest.mark.django_db
NUMBER = "6200000000001234"
OLD = date(2015, 6, 1)
REGISTER = """流水号,到账日期,金额,付款人,案号
A1,2015-06-01,1000.00,张三,{number}
A2,2015-06-02,500.00,李四,
A3,2015-06-03,20,王五,
"""


def system(seat: str, court: str = COURT) -> Client:
    """Another system with a token that may pay, of the officer in that seat."""
    see(EVERY_COURT)
    officer = Officer.objects.get(pk=who(seat, court).id)
    held = powers_by_court(officer, TODAY)[court]
    until = date(2017, 12, 31)
    return Client(
        "", make(officer, "对接", powers=held, courts=[court], expires_on=until, coerces=True)[1], sent
    )


def opens(act: Act, seat: str = "accountant") -> int:
    """The dossier that the act begins."""
    return system(seat).open_case(COURT, TODAY, [act]).dossier


def enters(number: int, act: Act, seat: str = "accountant") -> None:
    system(seat).enter(number, TODAY, [act])


def approved(number: int, act: Act, by: str, approver: str) -> int:
    """The act proposed by one system and approved by another; the number of its entry."""
    seq = system(by).propose(number, TODAY, act).entries[-1].seq
    return system(approver).decide(number, seq, "approve").entries[-1].seq


def statement(number: str, opening: int, *lines: BankLine) -> StatementOut:
    """A bank's file booked."""
    content = written(number, NUMBER, TODAY, opening, lines)
    body = {"court": COURT, "name": f"{number}.xml", "content": content}
    (found,) = system("accountant").post("/statements", body, Page[StatementOut]).items
    return found


@pytest.fixture
def bank() -> int:
    """The court's bank account."""
    begin()
    act = BankAccountOpened(name="云阳县人民法院", bank="农业银行", number=NUMBER, use=AccountUse.CASE_MONEY)
    return opens(act)


def campaign_with_lines(bank: int, number: str) -> int:
    """A campaign of the account with a register of three lines; a register twice adds nothing, a broken one is told."""
    assert statement("S1", 152_000).dossier is not None
    own, joint, done = [TODAY + timedelta(days=each) for each in (10, 20, 30)]
    opened = ClearanceOpened(
        name="集中清理",
        account=bank,
        base_on=date(2015, 12, 31),
        own_by=own,
        joint_by=joint,
        done_by=done,
    )
    campaign = opens(opened)
    address = f"/clearances/{campaign}/register"
    body = {"name": "登记册.csv", "content": REGISTER.format(number=number).encode()}
    assert system("accountant").post(address, body, RegisteredOut) == RegisteredOut(3, 0)
    assert system("accountant").post(address, body, RegisteredOut) == RegisteredOut(0, 3)
    broken = problem(system("accountant"), address, {"name": "a.csv", "content": b"x"})
    assert (broken.status, broken.at) == (422, "$.content")
    return campaign


def test_old_money_is_registered_concluded_line_by_line_inspected_and_finished(bank: int) -> None:
    case = assigned()
    number = CaseRow.objects.get(dossier_id=case).number
    campaign = campaign_with_lines(bank, number)
    address, inspector = f"/clearances/{campaign}", system("inspector")
    waiting = inspector.get(f"{address}/lines", Page[OldLineOut], {"kind": "waiting"}).items
    assert [each.flow for each in waiting] == ["A1", "A2", "A3"]
    assert (waiting[0].proposals[0].case, waiting[0].proposals[0].number) == (case, number)

    given = OldAssignment(line="A1", amount=100_000, case=case, booked_on=OLD)
    enters(campaign, OldLinesAssigned(account=bank, assignments=(given,)))
    kept = OldLineKept(
        line="A2", ground=KeptGround.MISSING, reason="联系不上", until=TODAY + timedelta(days=90)
    )
    approved(campaign, kept, "officer1", "vice")
    none = OldLineNotCaseMoney(line="A3", kind=OtherMoney.SUIT_FEE, reason="诉讼费票据")
    entry = approved(campaign, none, "officer1", "director")
    enters(campaign, ClearanceInspected(lines=3, wrong=0, findings="抽查无误"), "inspector")
    approved(campaign, ClearanceFinished(note="全部完成"), "director", "president")

    (found,) = inspector.get("/clearances", Page[ClearanceOut]).items
    assert (found.lines, found.sum, found.done_percent, found.not_registered) == (3, 152_000, 100, 0)
    assert (found.inspected_on, found.finished_on) == (TODAY, TODAY)
    by_class = {each.kind: each.lines for each in found.classes if each.lines}
    assert by_class == {"assigned": 1, "kept": 1, "other": 1}
    (last,) = inspector.get(f"{address}/lines", Page[OldLineOut], {"flow": "A3"}).items
    assert (last.kind, last.entry, last.proposals) == ("other", entry, [])
    assert problem(system("officer1"), address).status == 403
    assert problem(system("director", OTHER_COURT), address).status == 404
    see(EVERY_COURT)
    assert list(breaks([COURT])) == []


def fund_with_money(bank: int) -> int:
    """The court's aid fund with 100,000 yuan of the treasury and a budget of thrice that."""
    fund = opens(AidFundOpened(account=bank))
    enters(fund, AidBudgetSet(year=2017, amount=30_000_000, document="渝财行〔2017〕12号"))
    enters(fund, AidWageRecorded(year=2016, monthly=500_000, source="市统计局公报"))
    came = statement("S1", 0, BankLine(10_000_000, "云阳县财政局", "司法救助拨款"))
    assert came.dossier is not None
    one = AidReceipt(
        line="1", amount=10_000_000, booked_on=TODAY, source=AidSource.BUDGET, giver="云阳县财政局"
    )
    enters(came.dossier, AidMoneyAssigned(account=bank, fund=fund, receipts=(one,)))
    (held,) = system("judge").get("/aid-funds", Page[AidFundOut]).items
    assert (held.holds, held.left, held.ceiling) == (10_000_000, 30_000_000, 18_000_000)
    return fund


def paid_by_the_bank(bank: int, aid: int, payout: int) -> None:
    """The payment file is made and fetched by accounting alone, and the bank's next statement settles it."""
    files = f"/bank-accounts/{bank}/payment-files"
    made = system("accountant").post(files, {}, PaymentFileOut)
    assert (made.payments, made.total) == (1, 2_000_000)
    content = system("accountant").get(f"{files}/{made.seq}", PaymentFileContent).content.decode()
    assert f"ZX-{aid}-{payout}" in content and "20000.00" in content
    table = system("accountant").get(f"{files}/{made.seq}", PaymentFileContent, {"form": "csv"})
    assert table.name.endswith(".csv")
    assert problem(system("judge"), f"{files}/{made.seq}").status == 403
    assert problem(system("accountant"), files, {}).status == 409
    out = statement("S2", 10_000_000, BankLine(-2_000_000, "李大山", f"ZX-{aid}-{payout}"))
    settled = system("accountant").post(f"/statements/{out.dossier}/settlement", {}, SettledOut)
    assert settled == SettledOut(1, 0, [])


def test_aid_is_applied_for_granted_paid_by_the_banks_file_and_handed_over(bank: int) -> None:
    case = assigned()
    applicant = parties_of(read(case), Role.APPLICANT, TODAY)[0].party
    card = add_account(Party.objects.get(pk=applicant), "6228000000000000001").pk
    fund = fund_with_money(bank)
    asked = AidApplied(
        case=case,
        applicant=applicant,
        ground=AidGround.MAINTENANCE,
        asked=2_000_000,
        hardship="没有固定收入",
        proof="村民委员会的证明",
    )
    aid = opens(asked, "filing")
    enters(aid, AidFiled(), "filing")
    grant = AidGranted(
        case=case, applicant=applicant, amount=2_000_000, source=AidSource.BUDGET, reason="没有履行能力"
    )
    approved(aid, grant, "judge", "president")
    enters(aid, AidNoticed(), "judge")
    order = AidPayoutApproved(account=bank, payee=applicant, payee_account=card, amount=2_000_000)
    paid_by_the_bank(bank, aid, approved(aid, order, "judge", "director"))
    handed = AidHandedOver(
        case=case, applicant=applicant, fund=fund, amount=2_000_000, explained="已释明，签字"
    )
    enters(aid, handed, "judge")
    (found,) = system("judge").get("/aids", Page[AidOut], {"stage": "done"}).items
    assert (found.id, found.paid, found.next_due) == (aid, 2_000_000, None)
    assert system("judge").get("/aids", Page[AidOut], {"stage": "received"}).items == []
    see(EVERY_COURT)
    assert list(breaks([COURT])) == []


def test_a_file_that_does_not_balance_or_is_anothers_is_refused_whole(bank: int) -> None:
    right = written("S1", NUMBER, TODAY, 0, [BankLine(500, "甲", "执行款")])
    body = {"court": COURT, "name": "S1.xml", "content": right.replace(b"5.00", b"5.01", 1)}
    told = problem(system("accountant"), "/statements", body)
    assert (told.status, told.at) == (422, "$.content")
    assert problem(system("officer1"), "/statements", body | {"content": right}).status == 403
    assert problem(system("accountant", OTHER_COURT), "/statements", body | {"content": right}).status == 403
    again = {"court": COURT, "name": "S1.xml", "content": right}
    first = system("accountant").post("/statements", again, Page[StatementOut]).items[0]
    assert (first.lines, first.dossier is None) == (1, False)
    assert system("accountant").post("/statements", again, Page[StatementOut]).items[0].dossier is None
