"""The time for enforcement: days left out, months added, and its last day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from zhixing.cases.acts.filing import ApplicationReceived, Filed
from zhixing.cases.acts.periods import PeriodDeducted, PeriodExtended
from zhixing.cases.questions.pause import pause_spans
from zhixing.law.answers import Found, Undetermined
from zhixing.law.periods import Due, Period, Unit, due
from zhixing.law.spans import Span
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry

# 执行期限规定 (法发〔2006〕35号) art. 1: six months from filing; three for non-litigation administrative enforcement.
MONTHS = 6
MONTHS_NON_LITIGATION = 3


def deducted(dossier: Dossier, _entry: Entry[Act] | None = None) -> Sequence[Span]:
    """Days that do not count towards the time for enforcement; an open pause runs to the last act's day."""
    last = dossier.entries[-1].on if dossier.entries else date.min
    spans = [
        Span(entry.act.since, entry.act.until + timedelta(days=1)) for entry in dossier.of(PeriodDeducted)
    ]
    return [*spans, *pause_spans(dossier, last)]


def extension(dossier: Dossier) -> int:
    """Months by which the time for enforcement was lengthened."""
    return sum(entry.act.months for entry in dossier.of(PeriodExtended))


def months_allowed(dossier: Dossier) -> int:
    """Months the case may take: six, or three, and what was added."""
    received = dossier.first(ApplicationReceived)
    own = MONTHS_NON_LITIGATION if received and received.act.non_litigation else MONTHS
    return own + extension(dossier)


def limit(dossier: Dossier) -> Found[Due] | Undetermined:
    """The last day of the time for enforcement; undetermined before filing."""
    filed = dossier.first(Filed)
    if filed is None:
        return Undetermined((say("案件尚未立案，执行期限未起算"),))
    return due(filed.on, Period(months_allowed(dossier), Unit.MONTH), excluded=deducted(dossier))
