"""Comparing bank, ledger and dossiers of a court, whole, and keeping what was found: each night, and whenever asked."""

from __future__ import annotations

from collections.abc import Iterable

from zhixing.funds.ledger import breaks, counts
from zhixing.funds.models import BankAccountRow
from zhixing.funds.reconciling.models import OpenBreak, Reconciliation
from zhixing.record import clock


def compare(court: str) -> Reconciliation:
    """What the court's vouchers, balances, statements and acts disagree in, kept with the moment it was asked."""
    found = [str(each) for each in breaks([court])]
    vouchers, accounts = counts([court])
    _keep_open(court, found)
    return Reconciliation.objects.create(
        court=court, at=clock.now(), vouchers=vouchers, accounts=accounts, found=found
    )


def _keep_open(court: str, found: list[str]) -> None:
    """What was found before keeps its age and owner; what is not found any more is gone."""
    there = OpenBreak.objects.filter(court=court, gone_at=None)
    there.exclude(text__in=found).update(gone_at=clock.now())
    known = set(there.values_list("text", flat=True))
    new = [OpenBreak(court=court, text=text, since=clock.now()) for text in dict.fromkeys(found)]
    OpenBreak.objects.bulk_create(each for each in new if each.text not in known)


def hand_over(broken: OpenBreak, owner: int) -> None:
    """From now on that officer is to settle it."""
    broken.owner = owner
    broken.save(update_fields=["owner"])


def courts_with_money() -> list[str]:
    """The courts that have a bank account."""
    return sorted(set(BankAccountRow.objects.values_list("court", flat=True)))


def newest(courts: Iterable[str]) -> list[Reconciliation]:
    """The last comparison of each court; none where none was made."""
    rows = Reconciliation.objects.filter(court__in=list(courts)).order_by("court", "-at", "-pk")
    return list(rows.distinct("court"))
