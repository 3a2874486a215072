"""What an act puts into the ledger: vouchers, each of postings that sum to zero. Not acts; acts answer with them (`bookings`).

Money sits in an account of a kind and of a dossier: the bank's by the dossier of the bank account, a case's by its own, the
court's by none (0). A bank account is a claim: what it holds is positive. All others are what the court owes somebody:
negative in the ledger, shown without the sign.
"""

from __future__ import annotations

import msgspec

from zhixing.record.act import Choice

COURT = 0  # the owner of accounts that a court has once


class AccountKind(Choice):
    """Whose money an account holds. A claim of the court: BANK, OUTGOING. All others: what it owes."""

    BANK = "bank", "银行账户"
    OUTGOING = "outgoing", "待查付出"
    SUSPENSE = "suspense", "待查收款"
    CASE = "case", "一案一账户"
    RESERVED = "reserved", "待付款项"
    ESCROW = "escrow", "提存、争议款"
    DEPOSIT = "deposit", "竞买保证金"
    FEES = "fees", "执行费"
    AID = "aid", "司法救助金"
    UNRETURNABLE = "unreturnable", "不能退还款专户"

    @property
    def side(self) -> int:
        """1 where what it holds is the court's claim on somebody, -1 where the court owes it."""
        return 1 if self in (AccountKind.BANK, AccountKind.OUTGOING) else -1


class Posting(msgspec.Struct, frozen=True):
    """So many fen into (positive, debit) or out of (negative, credit) the account of that kind and owner."""

    kind: AccountKind
    owner: int
    amount: int


class Voucher(msgspec.Struct, frozen=True):
    """One booking, whole: its postings sum to zero and name each account once. `line` is the bank's line it stands for."""

    purpose: str
    postings: tuple[Posting, ...]
    line: str = ""


Change = tuple[AccountKind, int, int]  # kind and owner of an account, and how many fen more it holds


def voucher(purpose: str, *changes: Change, line: str = "") -> Voucher:
    """The booking after which these accounts hold so much more, or less where negative.

    >>> paid_in = voucher("银行收款", (AccountKind.BANK, 1, 500), (AccountKind.SUSPENSE, 1, 500))
    >>> [each.amount for each in paid_in.postings]
    [500, -500]
    """
    return Voucher(purpose, tuple(Posting(kind, owner, by * kind.side) for kind, owner, by in changes), line)
