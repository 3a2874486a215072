"""Reconciliation: what is open is on the list with its age and owner till it is settled; what is wrong is found."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from django.db import transaction

from tests.cast import COURT, TODAY, who
from tests.funds.cast import assigned, statement, taken
from tests.funds.test_money_pages import signed_in
from tests.funds.test_paying import book, of_the_bank
from tests.funds.test_payout import Case
from zhixing.cases.acts.performance import SatisfactionKind, SatisfactionRecorded
from zhixing.funds.acts.payout import DeferralGround, PayoutDeferred
from zhixing.funds.acts.statement import LineSetAside, LineTakenBack, MoneyKind
from zhixing.funds.ledger import own_approvals
from zhixing.funds.models import BankAccountRow
from zhixing.funds.paying.ordering import make
from zhixing.funds.paying.settling import settled
from zhixing.funds.questions.case_money import receipts
from zhixing.funds.questions.payout import reference
from zhixing.funds.reconciling.comparing import newest
from zhixing.funds.reconciling.models import Reconciliation, UnrecordedRow
from zhixing.funds.reconciling.open_items import Kind, open_items
from zhixing.funds.tasks import reconcile
from zhixing.record import door
from zhixing.record.scope import EVERY_COURT, see
from zhixing.record.writing import append, read, store, those_there


@pytest.fixture
def case(db: None) -> Case:
    """A case with 1,000,000 yuan in its account."""
    return Case()


def kinds() -> list[Kind]:
    return [each.kind for each in open_items()]


def satisfy(case: Case, amount: int) -> None:
    """So much of what came counts as satisfied."""
    (came,) = (each for each in receipts(read(case.dossier), TODAY) if not each.back)
    act = SatisfactionRecorded(kind=SatisfactionKind.TRANSFERRED, amount=amount, money=came.entry.seq)
    door.enter(case.dossier, act, who("officer1"), on=TODAY)


def test_a_day_is_reconciled_to_nothing_open(case: Case) -> None:
    assert kinds() == [Kind.UNRECORDED]
    satisfy(case, 1_000_000)
    assert UnrecordedRow.objects.get().amount == 99_000_000
    payout = case.do(case.order(500))
    make(BankAccountRow.objects.get(), who("accountant"), TODAY)
    assert Kind.NOT_PAID in kinds()
    out = book(of_the_bank(100_000_000, "S2", (-500, reference(case.dossier, payout)), (300, "")))
    assert {Kind.UNKNOWN_OUT, Kind.UNKNOWN_IN, Kind.NOT_PAID} < set(kinds())
    for act in settled(out).acts:
        case.check(out.dossier_id, act)
    aside = LineSetAside(line="2", owner=who("clerk").id, note="请银行查付款人")
    case.check(out.dossier_id, aside)
    (unknown,) = (each for each in open_items() if each.kind is Kind.UNKNOWN_IN)
    assert unknown.owner == who("clerk").name and unknown.age(TODAY + timedelta(days=40)) == 40
    case.check(out.dossier_id, assigned(out.dossier_id, case.dossier, ("2", 300)))
    assert kinds() == [Kind.UNRECORDED]


def test_money_taken_back_leaves_nothing_to_record(case: Case) -> None:
    back = LineTakenBack(
        account=case.bank,
        line="1",
        amount=100_000_000,
        case=case.dossier,
        kind=MoneyKind.EXECUTION,
        reason="认定有误",
    )
    step = door.Step(act=back, by=who("accountant"), approved_by=who("director"), on=TODAY)
    door.enter_all(case.first, [step])
    assert kinds() == [Kind.UNKNOWN_IN] and not UnrecordedRow.objects.exists()


def test_the_page_compares_when_asked_and_the_job_each_night(case: Case) -> None:
    client = signed_in("accountant")
    assert "还没有核对过" in client.get("/funds/reconciliation/").content.decode()
    assert client.post("/funds/reconciliation/").status_code == 302
    see(EVERY_COURT)
    assert [row.found for row in newest([COURT])] == [[]]
    reconcile(0)
    assert Reconciliation.objects.filter(court=COURT).count() == 2
    text = client.get("/funds/reconciliation/?kind=unrecorded").content.decode()
    assert "一致" in text and "1,000,000.00" in text
    see(EVERY_COURT)
    assert signed_in("director").post("/funds/reconciliation/").status_code == 404
    see(EVERY_COURT)


def test_what_its_proposer_approved_is_found_by_the_nightly_query(case: Case) -> None:
    case.do(case.order())
    assert list(own_approvals(COURT)) == []
    alone = who("officer1")
    deferral = PayoutDeferred(ground=DeferralGround.FROZEN, reason="另案冻结")
    for act, approver in ((deferral, alone), (msgspec.structs.replace(deferral, reason="无人批准"), None)):
        with transaction.atomic():  # past the door, which refuses it
            target = those_there([case.dossier], lock=True)[case.dossier]
            append(target, door.Step(act=act, by=alone, approved_by=approver, on=TODAY), {})
            store(target)
    assert len(list(own_approvals(COURT))) == 2
    reconcile(0)
    see(EVERY_COURT)
    assert sum("没有由他人批准" in each for each in newest([COURT])[0].found) == 2
    assert list(own_approvals("渝0236")) == []


def test_what_came_for_nobody_is_told_apart_by_court(case: Case) -> None:
    taken(statement(100_000_000, 700, number="S2"))
    see(["渝0236"])
    assert open_items() == []
    see(EVERY_COURT)
    assert Kind.UNKNOWN_IN in kinds()
