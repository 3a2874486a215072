"""Taking a bank's file in: each statement in it becomes a dossier, whole or not at all, and once however often it is sent.

Two equal bookings are both kept. What a notification (camt.054) brought is recognised when the statement brings it again: as
many lines as came before are left out, line by line, by the keyed hash of all that the bank says of them.
"""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec
from django.db import transaction

from zhixing.funds.acts.statement import LineTaken, StatementTakenIn
from zhixing.funds.models import BankAccountRow, LineRow, LineText, StatementRow, VirtualAccountRow
from zhixing.funds.statement import Line, Statement, StatementRefused
from zhixing.law.masking import mask_identity
from zhixing.law.texts import say
from zhixing.record import door
from zhixing.record.dossier import Actor
from zhixing.record.encryption import decrypt_bytes, encrypt_bytes, key_for
from zhixing.record.files import keep
from zhixing.record.sealed import token


class Said(msgspec.Struct, frozen=True):
    """What the bank says of a line that is personal: kept encrypted, beside the record."""

    name: str = ""
    account: str = ""
    text: str = ""
    end_to_end: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of one statement: its dossier, or None where it was there already; how many lines were new."""

    number: str
    dossier: int | None
    lines: int
    known: int  # lines that a notification had brought before


def take_in(
    court: str, name: str, content: bytes, found: Sequence[Statement], by: Actor, on: date
) -> list[TakenIn]:
    """Enter the statements of a file that was read and proved. Raises StatementRefused, door.Refused; then nothing is kept."""
    with transaction.atomic():
        file = keep(court, name, content, by.id)
        return [_take(court, each, file.sha256, by, on) for each in found]


def _take(court: str, statement: Statement, file: str, by: Actor, on: date) -> TakenIn:
    account = _account(court, statement.account)
    if _seen(account, statement):
        return TakenIn(statement.number, None, 0, len(statement.lines))
    new, known = _new(account, statement)
    act = StatementTakenIn(
        account=account.dossier_id,
        number=statement.number,
        file=file,
        lines=_taken(account, new),
        opening=statement.opening,
        closing=statement.closing,
        begins=_begins(account, statement),
        known=sum(line.amount for line in known),
    )
    number, _ = door.open_dossier(court, [door.Step(act=act, by=by, on=on)])
    LineText.objects.bulk_create(
        LineText(dossier_id=number, court=court, place=line.place, cipher=encrypt_bytes(said(line)))
        for line in new
    )
    return TakenIn(statement.number, number, len(new), len(known))


def _account(court: str, number: str) -> BankAccountRow:
    row = BankAccountRow.objects.filter(court=court, number=number, closed_on=None).first()
    if row is None:
        raise StatementRefused(
            say(
                "对账单的账户（{number}）不是本院登记的银行账户，请先办理“开立银行账户”",
                number=mask_identity(number),
            )
        )
    return row


def _seen(account: BankAccountRow, statement: Statement) -> bool:
    """Whether this statement was taken in before; its lines may then have been fewer, those of notifications left out."""
    there = StatementRow.objects.filter(
        account=account.dossier_id,
        number=statement.number,
        opening=statement.opening,
        closing=statement.closing,
    )
    if statement.opening is not None:
        return there.exists()
    return bool(there.exists() and not _new(account, statement)[0])


def _begins(account: BankAccountRow, statement: Statement) -> int:
    first = not StatementRow.objects.filter(account=account.dossier_id).exists()
    return (statement.opening or 0) if first else 0


def _new(account: BankAccountRow, statement: Statement) -> tuple[list[Line], list[Line]]:
    """The lines to book, and those that came before: in notifications, when this is a statement, else in anything."""
    rows = LineRow.objects.filter(
        account=account.dossier_id, digest__in={digest(line) for line in statement.lines}
    )
    if statement.opening is not None:
        told = StatementRow.objects.filter(account=account.dossier_id, opening=None).values("dossier_id")
        rows = rows.filter(dossier_id__in=told)
    before = Counter(rows.values_list("digest", flat=True))
    new, known = [], []
    for line in statement.lines:
        own = digest(line)
        if before[own] > 0:
            before[own] -= 1
            known.append(line)
        else:
            new.append(line)
    return new, known


def _taken(account: BankAccountRow, found: Iterable[Line]) -> tuple[LineTaken, ...]:
    given = set(VirtualAccountRow.objects.filter(account=account.dossier_id).values_list("number", flat=True))
    return tuple(
        LineTaken(
            place=line.place,
            amount=line.amount,
            on=line.booked_on,
            digest=digest(line),
            payer=token(line.other_account) if line.other_account else None,
            virtual=line.own_account if line.own_account in given else "",
        )
        for line in found
    )


def digest(line: Line) -> str:
    """The keyed hash of what the bank says of a line, but its place in the file."""
    said_of_it = (str(line.amount), line.booked_on.isoformat(), line.bank_reference, line.end_to_end)
    whole = "\0".join((*said_of_it, line.other_name, line.other_account, line.text))
    return hmac.new(key_for("bank-line"), whole.encode(), hashlib.sha256).hexdigest()


def said(line: Line) -> bytes:
    """What is kept of a line beside the record."""
    return msgspec.json.encode(
        Said(line.other_name, line.other_account, line.text, line.end_to_end, line.bank_reference)
    )


def texts(dossier: int, places: Iterable[str]) -> dict[str, Said]:
    """What the bank said of these lines of a statement, by place. Raises Unreadable."""
    rows = LineText.objects.filter(dossier_id=dossier, place__in=list(places))
    return {each.place: msgspec.json.decode(decrypt_bytes(bytes(each.cipher)), type=Said) for each in rows}
