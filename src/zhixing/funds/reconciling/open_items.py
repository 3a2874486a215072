"""What is open between bank, ledger and dossiers: nothing wrong yet, but each has an age and somebody who is to settle it.

It is asked live: as soon as the money is known, the payment seen or the satisfaction recorded, it is gone from the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from zhixing.cases.models import CaseRow
from zhixing.funds.models import LineRow, StatementRow
from zhixing.funds.paying.models import PayoutRow
from zhixing.funds.reconciling.models import UnrecordedRow
from zhixing.law.money import Fen
from zhixing.people.models import Officer
from zhixing.record.act import Choice

MOST = 500  # of each kind; what is older stands first


class Kind(Choice):
    """Between which two it is open."""

    UNKNOWN_IN = "unknown_in", "收款不知归属"
    UNKNOWN_OUT = "unknown_out", "付出不知用途"
    NOT_PAID = "not_paid", "已送银行、未见付款"
    UNRECORDED = "unrecorded", "到账与卷内到位不一致"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing open: what, how many fen, since when, who is to settle it, and where."""

    kind: Kind
    court: str
    amount: Fen
    since: date
    owner: str
    place: str
    link: str

    def age(self, day: date) -> int:
        """For how many days it has been open."""
        return (day - self.since).days


def open_items() -> list[Item]:
    """All that is open in the courts that can be seen, the oldest first."""
    found = [*_lines(), *_payouts(), *_cases()]
    return sorted(found, key=lambda each: (each.since, each.court, each.link))


def count(kind: Kind) -> int:
    """How many of a kind are open, those beyond the list too."""
    return _rows(kind).count()


def _rows(kind: Kind) -> QuerySet[LineRow] | QuerySet[PayoutRow] | QuerySet[UnrecordedRow]:
    if kind is Kind.UNKNOWN_IN:
        return LineRow.objects.filter(case=None, amount__gt=0).order_by("on", "pk")
    if kind is Kind.UNKNOWN_OUT:
        return LineRow.objects.filter(case=None, amount__lt=0).order_by("on", "pk")
    if kind is Kind.NOT_PAID:
        waiting = PayoutRow.objects.filter(paid_on=None, cancelled_on=None).exclude(sent_on=None)
        return waiting.order_by("sent_on", "pk")
    return UnrecordedRow.objects.order_by("since", "pk")


def _lines() -> Iterator[Item]:
    for kind in (Kind.UNKNOWN_IN, Kind.UNKNOWN_OUT):
        rows = [row for row in _rows(kind)[:MOST] if isinstance(row, LineRow)]
        owners = Officer.objects.filter(pk__in={row.owner for row in rows if row.owner})
        names = dict(owners.values_list("pk", "name"))
        numbers = dict(
            StatementRow.objects.filter(dossier_id__in={row.dossier_id for row in rows}).values_list(
                "dossier_id", "number"
            )
        )
        for row in rows:
            place = f"{numbers.get(row.dossier_id, '')} #{row.place}"
            link = f"{reverse('statement', args=[row.dossier_id])}#line-{row.place}"
            yield Item(kind, row.court, row.amount, row.on, names.get(row.owner or 0, ""), place, link)


def _payouts() -> Iterator[Item]:
    rows = [row for row in _rows(Kind.NOT_PAID)[:MOST] if isinstance(row, PayoutRow)]
    for row in rows:
        link = f"{reverse('payments', args=[row.account])}#files"
        since = row.sent_on or row.approved_on
        yield Item(Kind.NOT_PAID, row.court, row.amount, since, "", row.file, link)


def _cases() -> Iterator[Item]:
    rows = [row for row in _rows(Kind.UNRECORDED)[:MOST] if isinstance(row, UnrecordedRow)]
    found = CaseRow.objects.filter(dossier_id__in=[row.dossier_id for row in rows])
    cases = {each.dossier_id: each for each in found}
    for row in rows:
        case = cases.get(row.dossier_id)
        link = f"{reverse('case-money', args=[row.dossier_id])}#came"
        named = (case.handler_name, case.number) if case else ("", "")
        yield Item(Kind.UNRECORDED, row.court, row.amount, row.since, *named, link)
