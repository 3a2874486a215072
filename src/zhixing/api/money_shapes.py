"""What the API takes and gives of bank statements, payments, the clean-up of old money and judicial aid. Money in fen."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec

from zhixing.api.saying import Said


class SendStatement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A bank's file (camt.053, camt.054, CSV, XLSX) for a court; `content` is base64. A table names its bank account."""

    court: str
    name: Annotated[str, msgspec.Meta(max_length=255)]
    content: bytes
    account: int | None = None


class SendRegister(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A register of old money (CSV, XLSX); `content` is base64."""

    name: Annotated[str, msgspec.Meta(max_length=255)]
    content: bytes


class StatementOut(msgspec.Struct, frozen=True):
    """What became of a statement: its dossier (None: it was there), lines booked, known before, given to cases by rule."""

    number: str
    dossier: int | None
    lines: int
    known: int
    assigned: int


class DoubtfulOut(msgspec.Struct, frozen=True):
    """A line that names a payout and does not fit it."""

    line: str
    why: Said


class SettledOut(msgspec.Struct, frozen=True):
    """Payouts that a statement showed paid, those it brought back, and what is left to look at."""

    paid: int
    back: int
    doubtful: list[DoubtfulOut]


class PaymentFileOut(msgspec.Struct, frozen=True):
    """A file for the bank: the entry that made it, its number, how many payments, their sum."""

    seq: int
    number: str
    payments: int
    total: int


class PaymentFileContent(msgspec.Struct, frozen=True):
    """A payment file as it goes to the bank, as base64."""

    name: str
    content: bytes


class ClassTotal(msgspec.Struct, frozen=True):
    """Lines of a class, and what they sum to."""

    kind: str
    label: Said
    lines: int
    sum: int


class ClearanceOut(msgspec.Struct, frozen=True):
    """A campaign: its dates, its figures by class, what of it was paid out, what the ledger holds beside the register."""

    id: int
    court: str
    name: str
    account: int
    base_on: date
    own_by: date
    joint_by: date
    done_by: date
    inspected_on: date | None
    finished_on: date | None
    classes: list[ClassTotal]
    lines: int
    sum: int
    done_percent: int
    paid_lines: int
    paid_sum: int
    suspense: int
    not_registered: int


class Proposal(msgspec.Struct, frozen=True):
    """A case for which something speaks: how sure, per ten thousand, and why."""

    case: int
    number: str
    score: int
    why: Said


class OldLineOut(msgspec.Struct, frozen=True):
    """A line of a register; `entry` concluded it. No payer is named."""

    flow: str
    amount: int
    on: date
    kind: str
    label: Said
    case: int | None
    case_number: str
    paid_out: bool
    until: date | None
    owner: int | None
    since: date | None
    entry: int | None
    proposals: list[Proposal]


class RegisteredOut(msgspec.Struct, frozen=True):
    """How many lines of a register are new, and how many were there."""

    new: int
    known: int


class AidFundOut(msgspec.Struct, frozen=True):
    """A court's aid fund: what it holds, this year's budget, what is promised, what is left to give, at most for one."""

    id: int
    court: str
    account: int
    holds: int
    budget: int
    committed: int
    left: int
    ceiling: int | None


class AidOut(msgspec.Struct, frozen=True):
    """An application for aid: in which case, how it stands, what was given, by when what is next."""

    id: int
    court: str
    number: str
    case: int
    case_number: str
    stage: str
    label: Said
    urgent: bool
    asked: int
    amount: int
    paid: int
    applied_on: date
    filed_on: date | None
    decided_on: date | None
    next_due: date | None
