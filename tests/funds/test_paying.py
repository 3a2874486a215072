"""Paying: one file for all that was approved, and the bank's own words settle each payout, or bring it back."""

from __future__ import annotations

import csv
import hashlib
import io
from xml.etree import ElementTree

import pytest
from django.test import Client

from tests.cast import COURT, TODAY, who
from tests.funds.cast import NUMBER, taken
from tests.funds.test_money_pages import signed_in
from tests.funds.test_payout import NUMBER as PAYEE
from tests.funds.test_payout import Case
from tests.people.factor import make_strong
from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.acts.payout import PayoutCancelled, PayoutLine, PayoutsConfirmed
from zhixing.funds.ledger import breaks, holds
from zhixing.funds.models import BankAccountRow, StatementRow
from zhixing.funds.paying.acts import PaymentFileMade
from zhixing.funds.paying.file import NAMESPACE
from zhixing.funds.paying.models import PayoutRow
from zhixing.funds.paying.ordering import make, to_send, written
from zhixing.funds.paying.settling import settled
from zhixing.funds.questions.payout import reference
from zhixing.funds.statement import Line, Statement, prove
from zhixing.law.identities import IdentityError
from zhixing.parties.models import Disclosed, Party, PartyKind
from zhixing.parties.register import NewParty, add_account, enter_party
from zhixing.record import door
from zhixing.record.questions import pending
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.writing import read


@pytest.fixture
def case(db: None) -> Case:
    """A case with 1,000,000 yuan in its account."""
    return Case()


def accountant() -> Client:
    client = signed_in("accountant")
    make_strong(client)
    see(EVERY_COURT)
    return client


def made(case: Case) -> tuple[Client, PaymentFileMade, int]:
    """The accountant makes a file on the page; what was entered, and its number."""
    client = accountant()
    assert client.post(f"/funds/bank-accounts/{case.bank}/payments/").status_code == 302
    see(EVERY_COURT)
    entry = list(read(case.bank).of(PaymentFileMade))[-1]
    return client, entry.act, entry.seq


def of_the_bank(opening: int, number: str, *lines: tuple[int, str]) -> Statement:
    """A statement whose lines tell back these references."""
    found = tuple(
        Line(str(place), amount, TODAY, end_to_end=told, bank_reference=f"{number}-{place}")
        for place, (amount, told) in enumerate(lines, 1)
    )
    statement = Statement(number, NUMBER, found, opening, opening + sum(amount for amount, _ in lines))
    prove(statement)
    return statement


def book(statement: Statement) -> StatementRow:
    """The statement taken in."""
    return StatementRow.objects.get(dossier_id=taken(statement).dossier)


def test_all_that_was_approved_goes_to_the_bank_in_one_file_which_can_be_read_and_proved(case: Case) -> None:
    first, second = case.do(case.order(500)), case.do(case.order(12_345))
    client, act, seq = made(case)
    assert [(each.payout, each.amount) for each in act.payments] == [(first, 500), (second, 12_345)]
    assert to_send(case.bank) == [] and PayoutRow.objects.filter(file=act.number).count() == 2
    address = f"/funds/bank-accounts/{case.bank}/payments/{seq}"
    answer = client.get(f"{address}.xml")
    see(EVERY_COURT)
    assert hashlib.sha256(answer.content).hexdigest() == act.message
    root = ElementTree.fromstring(answer.content)
    name = {"p": NAMESPACE}
    assert [each.text for each in root.iterfind(".//p:InstdAmt", name)] == ["5.00", "123.45"]
    assert {each.text for each in root.iterfind(".//p:CtrlSum", name)} == {"128.45"}
    told = [each.text for each in root.iterfind(".//p:EndToEndId", name)]
    assert told == [reference(case.dossier, first), reference(case.dossier, second)]
    assert root.findtext(".//p:CdtrAcct/p:Id/p:Othr/p:Id", namespaces=name) == PAYEE
    answer = client.get(f"{address}.csv")
    see(EVERY_COURT)
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["金额（元）"] for row in rows] == ["5.00", "123.45"]
    assert Disclosed.objects.filter(identity_id=case.payee_account).count() >= 3
    assert client.post(f"/funds/bank-accounts/{case.bank}/payments/").status_code == 422


def test_what_is_with_the_bank_is_not_cancelled_till_the_file_is_withdrawn_and_then_goes_again(
    case: Case,
) -> None:
    payout = case.do(case.order())
    client, act, seq = made(case)
    with pytest.raises(door.Refused, match="送银行"):
        case.do(PayoutCancelled(payout=payout, reason="账号有误"))
    told = {"file": str(seq), "reason": "银行退回整个文件"}
    assert client.post(f"/funds/bank-accounts/{case.bank}/payments/", told).status_code == 302
    see(EVERY_COURT)
    (waiting,) = pending(read(case.bank))
    door.approve(case.bank, waiting.entry.seq, who("director"), on=TODAY)
    assert [row.seq for row in to_send(case.bank)] == [payout]
    _, again, _ = made(case)
    assert again.number != act.number and again.payments == act.payments


def test_the_banks_own_words_settle_what_was_paid_and_bring_back_what_was_not(case: Case) -> None:
    kept, back = case.do(case.order(500)), case.do(case.order(700))
    made(case)
    out = book(
        of_the_bank(
            100_000_000,
            "S2",
            (-500, reference(case.dossier, kept)),
            (-700, reference(case.dossier, back)),
            (-900, "ZX-999999999-1"),
        )
    )
    found = settled(out)
    assert [each.payout for each in found.paid] == [kept, back]
    assert [place for place, _ in found.doubtful] == ["3"]
    client = accountant()
    page = f"/funds/statements/{out.dossier_id}/"
    assert "付出 2 笔，退回 0 笔" in client.get(page).content.decode()
    see(EVERY_COURT)
    assert client.post(f"{page}settle/").status_code == 302
    see(EVERY_COURT)
    assert case.holds(AccountKind.RESERVED) == 0 and settled(out).acts == ()
    sent_back = book(of_the_bank(99_997_900, "S3", (700, reference(case.dossier, back))))
    assert client.post(f"/funds/statements/{sent_back.dossier_id}/settle/").status_code == 302
    see(EVERY_COURT)
    assert (case.holds(), holds(COURT, AccountKind.SUSPENSE, case.bank)) == (100_000_000 - 500, 0)
    assert PayoutRow.objects.get(seq=back).returned_on == TODAY
    assert list(breaks([COURT])) == []


def test_a_line_of_another_sum_or_twice_is_told_and_settles_nothing(case: Case) -> None:
    payout = case.do(case.order(500))
    told = reference(case.dossier, payout)
    row = book(of_the_bank(100_000_000, "S2", (-400, told), (-500, told), (-500, told), (500, told)))
    found = settled(row)
    assert [each.line for each in found.paid] == ["2"]
    assert [place for place, _ in found.doubtful] == ["1", "3", "4"]


def test_a_file_is_not_written_again_once_a_payees_name_was_changed(case: Case) -> None:
    case.do(case.order())
    client, _, seq = made(case)
    Party.objects.filter(pk=case.applicant).update(name="另一个名字")
    answer = client.get(f"/funds/bank-accounts/{case.bank}/payments/{seq}.csv", follow=True)
    assert "与当时的校验值不符" in answer.content.decode()


def test_who_has_not_shown_a_second_factor_neither_makes_nor_opens_a_file(case: Case) -> None:
    case.do(case.order())
    weak = signed_in("accountant")
    assert weak.post(f"/funds/bank-accounts/{case.bank}/payments/").status_code == 422
    see(EVERY_COURT)
    _, _, seq = made(case)
    answer = weak.get(f"/funds/bank-accounts/{case.bank}/payments/{seq}.xml")
    assert answer.status_code == 302 and "next=" in answer["Location"]


def test_what_names_a_case_that_is_not_there_is_refused_whole(case: Case) -> None:
    out = book(of_the_bank(100_000_000, "S2", (-500, "")))
    line = PayoutLine(line="1", amount=500, case=999_999, payout=1)
    with pytest.raises(door.Refused, match="不是本院的发放"):
        case.check(out.dossier_id, PayoutsConfirmed(account=case.bank, payouts=(line,)))
    assert settled(out).acts == ()


def test_an_organisation_is_paid_to_its_own_kind_of_account_and_its_bank_is_told(case: Case) -> None:
    firm = enter_party(COURT, NewParty(name="某某建材有限公司", kind=PartyKind.LEGAL))
    with pytest.raises(IdentityError, match="对公账号"):
        add_account(firm, "12-34")
    with pytest.raises(IdentityError, match="校验不符"):
        add_account(Party.objects.get(pk=case.applicant), "6228000000000000002")
    add_account(firm, "31-0501 0400 0012 3457")  # no card: nothing checks its last digit
    add_account(Party.objects.get(pk=case.applicant), PAYEE, "工商银行云阳支行")
    case.do(case.order(700))
    row = BankAccountRow.objects.get()
    make(row, who("accountant"), TODAY)
    newest = list(door.read(row.dossier_id).of(PaymentFileMade))[-1]
    assert "工商银行云阳支行" in written(row, newest, "xml", who("accountant")).decode()
    assert "收款银行" in written(row, newest, "csv", who("accountant")).decode()


def test_what_waits_for_the_bank_shows_to_whom_it_goes(case: Case) -> None:
    case.do(case.order())
    page = accountant().get(f"/funds/bank-accounts/{case.bank}/payments/").content.decode()
    assert "李大山" in page and "尾号0001" in page and PAYEE not in page
    see(EVERY_COURT)
