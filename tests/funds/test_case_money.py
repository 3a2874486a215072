"""The page of a case's money: from what came, through forms that come filled in, to what the bank is to pay."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.test import Client

from tests.cast import TODAY
from tests.funds.test_money_pages import signed_in
from tests.funds.test_payout import NUMBER, Case
from tests.people.factor import make_strong
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.acts.payout import LargePayoutApproved, PayoutCancelled
from zhixing.funds.questions.case_money import receipts, unrecorded
from zhixing.parties.models import Party
from zhixing.record.questions import pending
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.writing import read


@pytest.fixture
def case(db: None) -> Case:
    """A case with 1,000,000 yuan in its account."""
    return Case()


def page(client: Client, case: Case) -> str:
    found = client.get(f"/cases/{case.dossier}/money/")
    see(EVERY_COURT)
    assert found.status_code == 200
    return html.unescape(found.content.decode())


def link(text: str, label: str) -> str:
    """The address behind the first link whose text begins so."""
    found = re.search(rf'href="([^"]+)">{label}', text)
    assert found, label
    return found[1]


def filled(address: str) -> dict[str, str]:
    """What a form opened at that address is filled in with."""
    return dict(parse_qsl(urlsplit(address).query))


def submit(client: Client, address: str, **changed: str) -> int:
    """Send the form at that address as it comes, but for what is changed."""
    told = {"on": TODAY.isoformat(), **filled(address), **changed}
    status = client.post(urlsplit(address).path, told).status_code
    see(EVERY_COURT)
    return status


def test_the_applicant_is_paid_from_the_page_without_typing_a_number(case: Case) -> None:
    officer = signed_in("officer1")
    make_strong(officer)
    text = page(officer, case)
    assert "1,000,000.00 元" in text and f"尾号{NUMBER[-4:]}" in text
    address = link(text, "发放大额执行款：")
    assert filled(address)["amount"] == "1000000.00"
    form = html.unescape(officer.get(address).content.decode())
    see(EVERY_COURT)
    assert f"尾号{NUMBER[-4:]}</option>" in form and "农业银行云阳支行 尾号1234</option>" in form
    assert submit(officer, address) == 302
    waiting = pending(read(case.dossier))
    assert waiting[0].act == case.order(100_000_000, LargePayoutApproved)
    vice = signed_in("vice")
    text = page(vice, case)
    assert "等待" in text and "发放大额执行款" in text


def test_a_receipt_is_recorded_as_satisfied_once_and_then_agrees(case: Case) -> None:
    officer = signed_in("officer1")
    (came,) = receipts(read(case.dossier), TODAY)
    assert (came.unrecorded, unrecorded(read(case.dossier), TODAY)) == (100_000_000, 100_000_000)
    address = link(page(officer, case), "录入到位")
    assert filled(address)["money"] == str(came.entry.seq)
    assert submit(officer, address, kind="transferred", amount="100.00") == 302
    assert receipts(read(case.dossier), TODAY)[0].unrecorded == 100_000_000 - 10_000
    text = page(officer, case)
    assert "999,900.00 元尚未录入到位" in text
    assert submit(officer, link(text, "录入到位"), kind="transferred", amount="1000000.00") == 422


def test_what_waits_for_the_bank_can_be_undone_from_the_page(case: Case) -> None:
    payout = case.do(case.order())
    text = page(signed_in("officer1"), case)
    assert f"ZX-{case.dossier}-{payout}" in text and "待银行付款" in text
    assert filled(link(text, "撤销发放"))["payout"] == str(payout)
    case.do(PayoutCancelled(payout=payout, reason="账号有误"))
    text = page(signed_in("officer1"), case)
    assert "撤销</span>" in text and case.holds(AccountKind.RESERVED) == 0


def test_an_applicant_without_an_account_is_to_give_one_first(case: Case) -> None:
    Party.objects.get(pk=case.applicant).identities.filter(pk=case.payee_account).delete()
    text = page(signed_in("officer1"), case)
    assert "没有登记收款账户" in text and f"/parties/{case.applicant}/" in text


def test_an_account_is_added_on_the_page_of_the_party_and_offered(case: Case) -> None:
    officer = signed_in("officer1")
    told = {"account": "6228000000000000027"}
    assert officer.post(f"/parties/{case.applicant}/", told).status_code == 302
    see(EVERY_COURT)
    assert "尾号0027" in page(officer, case)
    officer.post(f"/parties/{case.applicant}/", {"account": "12"})
    see(EVERY_COURT)
    assert Party.objects.get(pk=case.applicant).identities.filter(masked__contains="尾号").count() == 2
