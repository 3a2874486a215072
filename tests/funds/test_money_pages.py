"""Pages of money as the accountant uses them: an account registered, a file taken in, a line given to its case."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cast import COURT, begin, received
from tests.cast import filed as filed_case
from tests.funds.cast import NUMBER
from tests.funds.test_camt import NEW_DETAIL, entry
from tests.funds.test_camt import statement as bank_file
from zhixing.cases.models import CaseRow
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.ledger import holds
from zhixing.funds.models import BankAccountRow, LedgerAccount, LineRow, StatementRow
from zhixing.people.models import Officer
from zhixing.record.scope import EVERY_COURT, see


@pytest.fixture
def accountant(db: None) -> Client:
    """The court's accountant, signed in, with a bank account registered on the page."""
    begin()
    client = signed_in("accountant")
    account = {"name": "云阳县人民法院", "bank": "农业银行", "number": NUMBER, "use": "case_money"}
    assert client.post("/funds/", account).status_code == 302
    see(EVERY_COURT)
    return client


def signed_in(seat: str) -> Client:
    client = Client()
    client.force_login(Officer.objects.get(username=f"0235.{seat}"))
    return client


def send(client: Client, content: bytes) -> tuple[int, str]:
    """What the page answers to a bank's file of these days; afterwards the test sees every court again."""
    file = SimpleUploadedFile("s.xml", content.replace(b"2026-03-0", b"2017-06-0"))
    found = client.post("/funds/", {"file": file}, follow=True)
    see(EVERY_COURT)
    return found.status_code, found.content.decode()


def test_a_file_is_taken_in_and_its_lines_are_shown(accountant: Client) -> None:
    status, text = send(accountant, bank_file(0, 700, entry(500, NEW_DETAIL), entry(200)))
    assert status == 200 and "张三丰" in text and "（2026）渝0235执1号" in text and "5.00" in text
    _, again = send(accountant, bank_file(0, 700, entry(500, NEW_DETAIL), entry(200)))
    assert "没有重复记账" in again and StatementRow.objects.count() == 1


def test_a_file_that_does_not_balance_is_refused_with_the_place(accountant: Client) -> None:
    status, text = send(accountant, bank_file(0, 900, entry(500), entry(200)))
    assert status == 422 and "不平" in text and not StatementRow.objects.exists()


def test_a_line_goes_to_the_case_of_the_number_typed_and_can_be_followed_in_the_ledger(
    accountant: Client,
) -> None:
    see(EVERY_COURT)
    case = filed_case()
    number = CaseRow.objects.get(dossier_id=case).number
    send(accountant, bank_file(0, 500, entry(500)))
    address = f"/funds/statements/{StatementRow.objects.get().dossier_id}/"
    wrong = accountant.post(address, {"line": "1", "case": "（2017）渝0235执999号"})
    assert wrong.status_code == 422 and "请核对案号" in wrong.content.decode()
    typed = number.replace("（", "(").replace("）", ")")
    assert accountant.post(address, {"line": "1", "case": typed, "kind": "execution"}).status_code == 302
    see(EVERY_COURT)
    assert holds(COURT, AccountKind.CASE, case) == 500
    link = f"amount=5.00&amp;case={case}&amp;kind=execution"
    assert link in accountant.get(address).content.decode()
    see(EVERY_COURT)
    account = LedgerAccount.objects.get(kind="case")
    text = accountant.get(f"/funds/accounts/{account.pk}/").content.decode()
    assert number in text and "案款到账" in text and "5.00" in text


def test_a_balance_is_shown_as_of_a_day(accountant: Client) -> None:
    send(accountant, bank_file(0, 500, entry(500)))
    assert "5.00" in accountant.get("/funds/").content.decode()
    assert "5.00" not in accountant.get("/funds/?as_of=2017-06-14").content.decode()


def test_who_keeps_no_accounts_registers_nothing(accountant: Client) -> None:
    director, officer = signed_in("director"), signed_in("officer1")
    assert director.post("/funds/", {"name": "甲", "bank": "乙", "number": "1"}).status_code == 200
    assert officer.get("/funds/").status_code == 403
    see(EVERY_COURT)
    assert BankAccountRow.objects.count() == 1


def test_a_line_is_given_to_no_case_without_its_number(accountant: Client) -> None:
    """A case that is not filed yet has no number: an empty field must not find it."""
    received()
    send(accountant, bank_file(0, 500, entry(500)))
    number = StatementRow.objects.get().dossier_id
    answer = accountant.post(f"/funds/statements/{number}/", {"line": "1", "case": " ", "kind": "execution"})
    assert answer.status_code == 422 and "请填写案号" in answer.content.decode()
    see(EVERY_COURT)
    assert LineRow.objects.get(dossier_id=number).case is None


def test_an_account_is_registered_by_its_digits_and_once(accountant: Client) -> None:
    said = {"name": "某某法院", "bank": "某行", "use": "case_money"}
    for wrong, why in (
        ("abc", "位数字"),
        ("-5", "位数字"),
        ("6200 0000 0000 1234", "位数字"),
        (NUMBER, "已经登记"),
    ):
        answer = accountant.post("/funds/", {**said, "number": wrong})
        assert answer.status_code == 422 and why in answer.content.decode(), wrong
    assert accountant.post("/funds/", {**said, "number": "6200000000005678"}).status_code == 302
    see(EVERY_COURT)
