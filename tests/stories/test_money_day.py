"""A day with the bank's statement of 500 lines: taken in, recognised, confirmed by key, paid, sent back, reconciled to zero."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from playwright.sync_api import Page, expect

from tests.cast import COURT, TODAY, assigned, who
from tests.stories.conftest import SignIn
from tests.stories.seat import Seat, on_day
from zhixing.cases.acts.performance import SatisfactionKind, SatisfactionRecorded
from zhixing.cases.models import CaseRow
from zhixing.funds.acts.account import VirtualAccountGiven
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.ledger import breaks, holds
from zhixing.funds.models import BankAccountRow, StatementRow
from zhixing.funds.questions.case_money import receipts
from zhixing.funds.reconciling.open_items import open_items
from zhixing.parties.acts import Role
from zhixing.parties.models import Party
from zhixing.parties.questions import parties_of
from zhixing.parties.register import add_account
from zhixing.record import door
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.writing import read
from zhixing.simulate.bank_file import BankLine, written
from zhixing.simulate.money import card

NUMBER = "6200000000001234"
CASES, LINES, BY_NUMBER, UNKNOWN = 20, 500, 6, 2
EACH = 10_000  # fen


@dataclass(frozen=True)
class Money:
    """A case of the story: its dossier, its number, and the account number it was given."""

    dossier: int
    number: str
    own: str


def cases_with_numbers(account: int) -> list[Money]:
    """Cases in the officer's hands, each with an account number of its own; their applicant gave an account."""
    found = []
    for place in range(CASES):
        dossier, own = assigned(), f"{NUMBER}{place:04}"
        door.enter(dossier, VirtualAccountGiven(account=account, number=own), who("accountant"), on=TODAY)
        found.append(Money(dossier, CaseRow.objects.get(dossier_id=dossier).number, own))
    applicant = parties_of(read(found[0].dossier), Role.APPLICANT, TODAY)[0].party
    add_account(Party.objects.get(pk=applicant), card(0))
    return found


def morning(cases: Sequence[Money]) -> list[BankLine]:
    """The lines of the day: most to the cases' own numbers, some with a case number only, a few that say nothing."""
    plain = LINES - BY_NUMBER - UNKNOWN
    lines = [BankLine(EACH, "王付款", "执行款", cases[place % CASES].own) for place in range(plain)]
    lines += [BankLine(EACH, f"代付人{place}", f"{cases[place].number}还款") for place in range(BY_NUMBER)]
    return [*lines, *[BankLine(EACH, "过路人", "货款")] * UNKNOWN]


def upload(accountant: Seat, number: str, day: date, opening: int, lines: Sequence[BankLine]) -> int:
    """Take the bank's file in on the page; the statement's dossier."""
    accountant.go("/funds/")
    content = written(number, NUMBER, day, opening, lines)
    accountant.page.locator("#file").set_input_files(
        {"name": f"{number}.xml", "mimeType": "application/xml", "buffer": content}
    )
    accountant.page.get_by_role("button", name="登记", exact=True).click()
    expect(accountant.page.get_by_role("heading", name=re.compile("银行对账单"))).to_be_visible(
        timeout=60_000
    )
    see(EVERY_COURT)
    return StatementRow.objects.get(number=number).dossier_id


def waiting(page: Page) -> int:
    """How many lines the page says still wait."""
    found = re.search(r"等待认定 (\d+)", page.locator("nav.inline").inner_text())
    assert found
    return int(found[1])


def test_five_hundred_lines_are_somebodys_by_noon_paid_and_reconciled_to_zero(seated: SignIn) -> None:
    on_day(TODAY.isoformat())
    accountant, officer, director = seated("accountant"), seated("officer1"), seated("director")
    registers_the_account(accountant)
    see(EVERY_COURT)
    account = BankAccountRow.objects.get().dossier_id
    cases = cases_with_numbers(account)
    statement = upload(accountant, "D1", TODAY, 0, morning(cases))
    accountant.told(f"按规则认定 {LINES - BY_NUMBER - UNKNOWN} 笔")
    everything_finds_its_case(accountant, statement, cases)

    first = cases[0]
    amount = pays_the_applicant(officer, director, first)
    reference = makes_the_file(accountant, account, first)
    left = LINES * EACH
    out = upload(accountant, "D2", TODAY, left, [BankLine(-amount, "申请人", reference)])
    settles(accountant, out, "付出 1 笔，退回 0 笔")
    back = upload(accountant, "D3", TODAY, left - amount, [BankLine(amount, "申请人", f"退汇 {reference}")])
    settles(accountant, back, "付出 0 笔，退回 1 笔")
    officer.go(f"/cases/{first.dossier}/money/")
    officer.sees("退回", "退回的执行款三十日内再次发放")

    records_what_came(officer, first)
    for each in cases[1:]:
        _record(each.dossier)
    accountant.go("/funds/reconciliation/")
    accountant.page.get_by_role("button", name="现在核对").click()
    accountant.told("全部一致")
    accountant.sees("没有尚未了结的事项")
    see(EVERY_COURT)
    assert open_items() == [] and list(breaks([COURT])) == []
    assert holds(COURT, AccountKind.BANK, account) == left
    assert sum(holds(COURT, AccountKind.CASE, each.dossier) for each in cases) == left


def registers_the_account(accountant: Seat) -> None:
    accountant.go("/funds/")
    for name, value in {"name": "云阳县人民法院", "bank": "农业银行云阳支行", "number": NUMBER}.items():
        accountant.page.locator(f"#{name}").fill(value)
    accountant.page.get_by_role("button", name="登记银行账户").click()
    accountant.told("已登记银行账户")


def everything_finds_its_case(accountant: Seat, statement: int, cases: Sequence[Money]) -> None:
    """What is likely is confirmed with one key each; of the rest the number is asked for and typed."""
    page = accountant.page
    accountant.go(f"/funds/statements/{statement}/?show=waiting")
    assert waiting(page) == BY_NUMBER + UNKNOWN
    accountant.sees("附言写有本案案号")
    at = page.locator("tr.at")
    here = at.get_attribute("id") or ""
    page.keyboard.press("j")
    expect(at).not_to_have_attribute("id", here)
    page.keyboard.press("k")
    expect(at).to_have_attribute("id", here)
    for left in reversed(range(BY_NUMBER)):
        page.keyboard.press("y")
        expect(page.locator("nav.inline")).to_contain_text(f"等待认定 {left + UNKNOWN}")
    for left in reversed(range(UNKNOWN)):
        page.locator('tbody input[name="case"]').first.fill(cases[left].number)
        page.get_by_role("button", name="认定", exact=True).first.click()
        expect(page.locator("nav.inline")).to_contain_text(f"等待认定 {left}")


def pays_the_applicant(officer: Seat, director: Seat, case: Money) -> int:
    """From the case's page, without typing a number; approved on the director's desk. What was paid, in fen."""
    amount = holds(COURT, AccountKind.CASE, case.dossier)
    officer.go(f"/cases/{case.dossier}/")
    officer.page.get_by_role("link", name="案款：到账、发放").click()
    officer.page.get_by_role("link", name=re.compile("^发放执行款：尾号")).click()
    officer.page.locator("#enter").click()
    officer.told("已提请")
    director.approves("发放执行款")
    see(EVERY_COURT)
    return amount


def makes_the_file(accountant: Seat, account: int, case: Money) -> str:
    """The file for the bank; what it is told with the payment."""
    accountant.go(f"/funds/bank-accounts/{account}/payments/")
    accountant.sees(case.number)
    accountant.page.get_by_role("button", name="制作付款文件").click()
    accountant.told("已制作")
    with accountant.page.expect_download() as waited:
        accountant.page.get_by_role("link", name="CSV").click()
    table = waited.value.path().read_text("utf-8-sig")
    found = re.search(r"ZX-\d+-\d+", table)
    assert found and card(0) in table
    return found[0]


def settles(accountant: Seat, statement: int, said: str) -> None:
    """What the statement says of payouts is entered with one button."""
    accountant.go(f"/funds/statements/{statement}/")
    accountant.sees(said)
    accountant.page.get_by_role("button", name="核对并记入各案").click()
    accountant.told("已记入各案")


def records_what_came(officer: Seat, case: Money) -> None:
    """The officer records one receipt as satisfied from the case's page; the rest follow as the same act."""
    officer.go(f"/cases/{case.dossier}/money/")
    officer.page.get_by_role("link", name="录入到位").first.click()
    officer.fill("kind", "transferred")
    officer.page.locator("#enter").click()
    officer.told("录入到位")
    _record(case.dossier)


def _record(case: int) -> None:
    """All that came and is not recorded yet."""
    see(EVERY_COURT)
    steps = [
        door.Step(
            act=SatisfactionRecorded(
                kind=SatisfactionKind.TRANSFERRED, amount=each.unrecorded, money=each.entry.seq
            ),
            by=who("officer1"),
            on=TODAY,
        )
        for each in receipts(read(case), TODAY)
        if each.unrecorded
    ]
    door.enter_all(case, steps)
