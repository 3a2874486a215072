"""Comparing bank, ledger and dossiers of a court, whole, and keeping what was found: each night, and whenever asked."""

from __future__ import annotations

from collections.abc import Iterable

from zhixing.funds.ledger import breaks, counts
from zhixing.funds.models import BankAccountRow
from zhixing.funds.reconciling.models import Reconciliation
from zhixing.record import clock


def compare(court: str) -> Reconciliation:
    """What the court's vouchers, balances, statements and acts disagree in, kept with the moment it was asked."""
    found = [str(each) for each in breaks([court])]
    vouchers, accounts = counts([court])
    return Reconciliation.objects.create(
        court=court, at=clock.now(), vouchers=vouchers, accounts=accounts, found=found
    )


def courts_with_money() -> list[str]:
    """The courts that have a bank account."""
    return sorted(set(BankAccountRow.objects.values_list("court", flat=True)))


def newest(courts: Iterable[str]) -> list[Reconciliation]:
    """The last comparison of each court; none where none was made."""
    rows = Reconciliation.objects.filter(court__in=list(courts)).order_by("court", "-at", "-pk")
    return list(rows.distinct("court"))
