"""What an account holds, asked while something is written: the row stays locked, so that two cannot spend one balance."""

from __future__ import annotations

from django.db import connection

from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.models import LedgerAccount
from zhixing.law.money import Fen


def held(court: str, kind: AccountKind, owner: int) -> Fen:
    """What an account holds now, in fen; within a write its row stays locked to the end."""
    rows = LedgerAccount.objects.filter(court=court, kind=kind.value, owner=owner)
    account = (rows.select_for_update() if connection.in_atomic_block else rows).first()
    return account.holds if account else 0
