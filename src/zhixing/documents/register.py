"""A court's register of documents: each kind is counted through a year without gaps, 渝0235裁2017-000012."""

from __future__ import annotations

from zhixing.documents.models import RegisterCounter
from zhixing.record.paper import PaperKind

MARKS = {
    PaperKind.RULING: "裁",
    PaperKind.DECISION: "决",
    PaperKind.NOTICE: "通",
    PaperKind.ORDER: "令",
    PaperKind.LETTER: "函",
    PaperKind.MINUTES: "录",
    PaperKind.FORM: "表",
    PaperKind.SLIP: "证",
    PaperKind.STATEMENT: "状",
    PaperKind.RECEIPT: "据",
}


def next_serial(court: str, kind: PaperKind, year: int) -> int:
    """The next number; the counter stays locked until the transaction ends, and a failure gives the number back."""
    counter, _ = RegisterCounter.objects.select_for_update().get_or_create(
        court=court, kind=kind.value, year=year
    )
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last


def register_number(court: str, kind: PaperKind, year: int, serial: int) -> str:
    """A number of the register as it is printed at the foot.

    >>> register_number("渝0235", PaperKind.RULING, 2017, 12)
    '渝0235裁2017-000012'
    """
    return f"{court}{MARKS[kind]}{year}-{serial:06d}"
