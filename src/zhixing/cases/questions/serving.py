"""When a document reached someone, and the days a public notice took."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from zhixing.cases.acts.notice import ServedDocument, ServiceAttempted, ServiceMethod, ServiceOutcome
from zhixing.law.spans import Span
from zhixing.record.dossier import Dossier

# Public notice counts as service thirty days after publication since 2022, sixty before (the latter from memory).
NOTICE_DAYS = 30
NOTICE_DAYS_BEFORE_2022 = 60
SHORT_NOTICE_SINCE = date(2022, 1, 1)
NOTICES = (ServedDocument.NOTICE, ServedDocument.NOTICE_AND_ORDER)


def public_notice_days(published: date) -> int:
    """The days after which a public notice of that day counts as service."""
    return NOTICE_DAYS if published >= SHORT_NOTICE_SINCE else NOTICE_DAYS_BEFORE_2022


def served_on(dossier: Dossier, document: int, to: int) -> date | None:
    """The day on which what entry `document` issued reached a party, None while it has not."""
    return next((day for act, day in _served(dossier) if act.of == document and act.to == to), None)


def notice_served_on(dossier: Dossier, to: int) -> date | None:
    """The day on which the enforcement notice reached a party, None while it has not."""
    return next((day for act, day in _served(dossier) if act.document in NOTICES and act.to == to), None)


def _served(dossier: Dossier) -> list[tuple[ServiceAttempted, date]]:
    return [
        (entry.act, entry.act.served_on)
        for entry in dossier.of(ServiceAttempted)
        if entry.act.outcome is ServiceOutcome.SERVED and entry.act.served_on is not None
    ]


def public_notice_spans(dossier: Dossier) -> Sequence[Span]:
    """The days that public notices of this case took, from the day after publication."""
    return [
        Span(
            entry.act.sent_on + timedelta(days=1),
            entry.act.sent_on + timedelta(days=1 + public_notice_days(entry.act.sent_on)),
        )
        for entry in dossier.of(ServiceAttempted)
        if entry.act.method is ServiceMethod.PUBLIC_NOTICE and entry.act.sent_on is not None
    ]
