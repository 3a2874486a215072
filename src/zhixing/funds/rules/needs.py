"""What the rules of money must know beyond the dossier. `funds.facts` loads it."""

from __future__ import annotations

from datetime import date

import msgspec

from zhixing.law.money import Fen
from zhixing.record.rule import Need

# Money is asked as it stands now, whatever day is written on the act: an earlier day would show money that is gone since.
AS_IT_STANDS = date.max


class AccountState(msgspec.Struct, frozen=True, kw_only=True):
    """How a bank account stands in the ledger: what it holds, whether it has a statement yet, and what was seen before."""

    closed: bool
    holds: Fen
    begun: bool  # a statement was taken in
    seen: bool = False  # this statement, by its number or its file
    numbers_given: tuple[str, ...] = ()  # of the numbers an act names, those that lead to a case


class Payable(msgspec.Struct, frozen=True, kw_only=True):
    """What a case could pay out, in fen, and whether the account a payout names is kept with its payee."""

    holds: Fen
    account_theirs: bool
    account_of_origin: bool = False  # of a deposit given back: whether it came from that account


class Unknown(msgspec.Struct, frozen=True, kw_only=True):
    """What came through a bank account and is nobody's yet: how many lines, fen, since when, how many nobody looks into."""

    lines: int
    amount: Fen
    oldest: date | None
    unattended: int


# The bank account that an act names, or whose dossier it is; nothing where the court has none such.
ACCOUNT = Need("bank-account", tuple[AccountState, ...])
# Of the cases an act names, those of the dossier's own court.
OWN_CASES = Need("own-cases", tuple[int, ...])
# Whether the officer an act asks to look into something is in office in its court.
OWN_OFFICER = Need("own-officer", bool)
# Fen of bidders' deposits that lie with the case; the row is locked within a write.
DEPOSIT_HOLDS = Need("deposit-holds", int)
# What is not known in the bank account whose dossier it is.
UNKNOWN = Need("unknown-money", Unknown)
# Fen that lie in the account of the case that an act would take money from.
CASE_HOLDS = Need("case-holds", int)
# The number of the receipt for money that came; the court's counter of the year stays locked within a write.
RECEIPT = Need("receipt-number", str)
# What lies in the case, locked within a write, and whose the payee's account is.
PAYABLE = Need("payable", Payable)
