"""Making the file for the bank, and writing it again. Payees' names and accounts are read each time, and that is logged."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from zhixing.cases.models import CaseRow
from zhixing.funds.acts.payout import DepositRefundApproved, PayoutApproved
from zhixing.funds.aid.called import called
from zhixing.funds.models import BankAccountRow
from zhixing.funds.paying.acts import FilePayment, PaymentFileMade, PaymentFileWithdrawn
from zhixing.funds.paying.file import Order, Payment, message, table
from zhixing.funds.paying.models import PayoutRow
from zhixing.funds.questions.payout import reference
from zhixing.law.texts import Text, say
from zhixing.parties.models import Party, PartyIdentity
from zhixing.parties.register import disclose
from zhixing.record import clock, door
from zhixing.record.dossier import Actor, Dossier, Entry
from zhixing.record.writing import read_many

AT_ONCE = 1_000  # payments of one file


class NoFile(ValueError):
    """A file that cannot be written; the message says why and how to go on."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


def to_send(account: int) -> list[PayoutRow]:
    """The payouts of a bank account that are approved and not yet with the bank, the oldest first."""
    rows = PayoutRow.objects.filter(account=account, sent_on=None, paid_on=None, cancelled_on=None)
    return list(rows.order_by("approved_on", "dossier_id", "seq"))


def payees(rows: Sequence[PayoutRow]) -> dict[int, tuple[str, str]]:
    """The payee of each payout, by its row: the name, and the account by its end. Whole accounts go to the bank alone."""
    approved = _approved({row.dossier_id for row in rows})
    acts = {row.pk: approved[row.dossier_id, row.seq] for row in rows}
    names = dict(Party.objects.filter(pk__in={act.payee for act in acts.values()}).values_list("pk", "name"))
    ends = PartyIdentity.objects.filter(pk__in={act.payee_account for act in acts.values()})
    masked = dict(ends.values_list("pk", "masked"))
    return {pk: (names.get(act.payee, ""), masked.get(act.payee_account, "")) for pk, act in acts.items()}


def _approved(dossiers: Iterable[int]) -> dict[tuple[int, int], PayoutApproved]:
    """Every payout of these dossiers, by dossier and entry."""
    return {
        (dossier.id, entry.seq): entry.act
        for dossier in read_many(sorted(dossiers))
        for entry in dossier.of(PayoutApproved)
    }


def make(account: BankAccountRow, by: Actor, on: date) -> PaymentFileMade:
    """Put all that waits into one file (the first thousand). Raises NoFile, door.Refused; then nothing is entered."""
    waiting = to_send(account.dossier_id)[:AT_ONCE]
    if not waiting:
        raise NoFile(say("没有待付的发放，不必制作付款文件"))
    payments = tuple(FilePayment(case=row.dossier_id, payout=row.seq, amount=row.amount) for row in waiting)
    with transaction.atomic():
        dossier = door.read(account.dossier_id)
        number = f"ZX{account.dossier_id}-{on:%Y%m%d}-{len(list(dossier.of(PaymentFileMade))) + 1}"
        made_at = timezone.localtime(clock.now()).replace(microsecond=0, tzinfo=None).isoformat()
        order = _order(account, number, made_at, on, payments, by)
        act = PaymentFileMade(
            number=number,
            payments=payments,
            total=order.total,
            made_at=order.made_at,
            message=_digest(message(order)),
            table=_digest(table(order)),
        )
        door.enter(account.dossier_id, act, by, on=on)
    return act


def written(account: BankAccountRow, entry: Entry[PaymentFileMade], form: str, by: Actor) -> bytes:
    """The file as it was made, `form` xml or csv. Raises NoFile where a payee's data are no longer those of that day."""
    act = entry.act
    order = _order(account, act.number, act.made_at, entry.on, act.payments, by)
    content, digest = (message(order), act.message) if form == "xml" else (table(order), act.table)
    if _digest(content) != digest:
        raise NoFile(
            say(
                "收款人的姓名或账户在制作之后有更改，写出的文件与当时的校验值不符。未付的各笔请作废后重新制作"
            )
        )
    return content


def open_in(account: Dossier, entry: Entry[PaymentFileMade]) -> tuple[FilePayment, ...]:
    """The payments of a file that the bank has not paid and that were not withdrawn."""
    withdrawn = {
        each
        for gone in account.of(PaymentFileWithdrawn)
        if gone.act.file == entry.seq
        for each in gone.act.payments
    }
    rows = PayoutRow.objects.filter(account=account.id, file=entry.act.number, paid_on=None)
    still = set(rows.values_list("dossier_id", "seq"))
    return tuple(
        each for each in entry.act.payments if each not in withdrawn and (each.case, each.payout) in still
    )


def _order(
    account: BankAccountRow,
    number: str,
    made_at: str,
    on: date,
    payments: Sequence[FilePayment],
    by: Actor,
) -> Order:
    numbers = sorted({each.case for each in payments})
    approved = _approved(numbers)
    acts = [approved[each.case, each.payout] for each in payments]
    names = dict(Party.objects.filter(pk__in={act.payee for act in acts}).values_list("pk", "name"))
    rows = PartyIdentity.objects.in_bulk({act.payee_account for act in acts})
    cases = dict(CaseRow.objects.filter(dossier_id__in=numbers).values_list("dossier_id", "number"))
    aided = called(numbers)
    reason = str(say("付款文件 {number}", number=number))
    found = [
        Payment(
            reference(each.case, each.payout),
            names[act.payee],
            disclose(rows[act.payee_account], by, reason),
            each.amount,
            _purpose(each.case, cases, aided, refund=isinstance(act, DepositRefundApproved)),
            rows[act.payee_account].bank,
        )
        for each, act in zip(payments, acts, strict=True)
    ]
    return Order(number, made_at, on, account.name, account.number, account.bank, found)


def _purpose(
    dossier: int, cases: Mapping[int, str], aided: Mapping[int, str], *, refund: bool = False
) -> str:
    """What the payee reads: the case's number and what the money is."""
    if dossier in aided:
        return f"{aided[dossier]} {say('司法救助金')}"
    what = say("退还竞买保证金") if refund else say("执行款")
    return f"{cases.get(dossier, '')} {what}".strip()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
