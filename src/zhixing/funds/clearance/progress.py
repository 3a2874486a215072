"""How far campaigns have come, by court: what the desk, the joint check and a plan's indicators ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, Sum

from zhixing.funds.acts.booking import AccountKind
from zhixing.funds.clearance.models import ClearanceRow, OldLineRow
from zhixing.funds.clearance.questions import OldClass, Total
from zhixing.funds.ledger import holds
from zhixing.funds.models import LedgerAccount
from zhixing.law.money import Fen


@dataclass(frozen=True, slots=True)
class Progress:
    """A campaign: lines and sums by class, how much of what was found is paid out, what the ledger holds beside the register."""

    row: ClearanceRow
    by_class: Mapping[OldClass, Total]
    paid: Total
    suspense: Fen

    @property
    def all(self) -> Total:
        """Everything registered."""
        return Total(
            sum(each.lines for each in self.by_class.values()),
            sum(each.sum for each in self.by_class.values()),
        )

    @property
    def waiting(self) -> int:
        """Lines without a conclusion."""
        return self.by_class[OldClass.WAITING].lines

    @property
    def done(self) -> int:
        """Lines with a conclusion, per cent of all, rounded down; 0 where none is registered."""
        total = self.all.lines
        return (total - self.waiting) * 100 // total if total else 0

    @property
    def registered(self) -> Fen:
        """What the lines sum to whose money still lies among what is not known."""
        apart = (OldClass.ASSIGNED, OldClass.UNRETURNABLE)
        return sum(total.sum for kind, total in self.by_class.items() if kind not in apart)

    @property
    def difference(self) -> Fen:
        """What lies in the account for nobody known and stands in no register."""
        return self.suspense - self.registered


def progress(row: ClearanceRow) -> Progress:
    """How far one campaign has come."""
    lines = OldLineRow.objects.filter(dossier_id=row.dossier_id)
    told = {
        kind: (many, total)
        for kind, many, total in lines.values_list("kind").annotate(many=Count("pk"), total=Sum("amount"))
    }
    by_class = {kind: Total(*told.get(kind.value, (0, 0))) for kind in OldClass}
    cases = [each for each in lines.values_list("case", flat=True) if each is not None]
    paid = lines.filter(case__in=paid_out(row.court, cases))
    sums = paid.aggregate(many=Count("pk"), total=Sum("amount"))
    return Progress(
        row,
        by_class,
        Total(sums["many"], sums["total"] or 0),
        holds(row.court, AccountKind.SUSPENSE, row.account),
    )


def paid_out(court: str, cases: Sequence[int]) -> set[int]:
    """Those of the cases whose account holds nothing any more: neither their own nor reserved for the bank."""
    held = LedgerAccount.objects.filter(
        Q(kind=AccountKind.CASE.value) | Q(kind=AccountKind.RESERVED.value),
        court=court,
        owner__in=list(cases),
        balance__lt=0,
    )
    return set(cases) - set(held.values_list("owner", flat=True))


def by_court(courts: Sequence[str], on: date) -> Mapping[str, tuple[int, int]]:
    """Of the lines registered by that day, those concluded and all, by court."""
    rows = OldLineRow.objects.filter(court__in=courts, registered_on__lte=on)
    concluded = ~Q(kind=OldClass.WAITING.value) & Q(since__lte=on)
    found = rows.values_list("court").annotate(part=Count("pk", filter=concluded), whole=Count("pk"))
    return {court: (part, whole) for court, part, whole in found}
