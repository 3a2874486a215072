"""The time for enforcement: days left out, months added, and its last day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from zhixing.cases.acts.filing import ApplicationReceived, Filed
from zhixing.cases.acts.notice import ServiceAttempted
from zhixing.cases.acts.pause import Suspended
from zhixing.cases.acts.periods import DeductionGround, PeriodDeducted, PeriodExtended
from zhixing.cases.acts.review import ObjectionDecided, ObjectionKind, ObjectionRaised
from zhixing.cases.questions.pause import MAKE_PAUSES, pause_spans, pauses
from zhixing.cases.questions.serving import public_notice_spans
from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.periods import Due, Period, Unit, due
from zhixing.law.spans import Span
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry, remembered

# 执行期限规定 (法发〔2006〕35号) art. 1: six months from filing; three for non-litigation administrative enforcement.
MONTHS = 6
MONTHS_NON_LITIGATION = 3
# What 执行程序解释 art. 13 leaves out of the six months after which the applicant may turn to the court above: fewer grounds.
LEFT_OUT_FOR_HIGHER_COURT = (
    DeductionGround.PUBLIC_NOTICE,
    DeductionGround.APPRAISAL,
    DeductionGround.JURISDICTION,
    DeductionGround.COORDINATION,
)

# Without any of these acts no day is left out.
NOT_COUNTED: tuple[type[Act], ...] = (
    PeriodDeducted,
    ServiceAttempted,
    ObjectionRaised,
    *MAKE_PAUSES,
)


def deducted(dossier: Dossier, _entry: Entry[Act] | None = None) -> Sequence[Span]:
    """Days that do not count towards the time for enforcement (审限规定 art. 9): approved deductions, public notices, the
    review of objections to jurisdiction, suspension and stay. What is still open runs to the day of the last act.
    """
    return _deducted(dossier)


@remembered
def _deducted(dossier: Dossier) -> Sequence[Span]:
    if not dossier.among(NOT_COUNTED):
        return ()
    return (*_approved(dossier, tuple(DeductionGround)), *_by_themselves(dossier))


def left_out_for_higher_court(dossier: Dossier) -> Sequence[Span]:
    """Days that do not count towards the six months of 民诉法 art. 237 (执行程序解释 art. 13)."""
    return [*_approved(dossier, LEFT_OUT_FOR_HIGHER_COURT), *_by_themselves(dossier)]


def _approved(dossier: Dossier, grounds: tuple[DeductionGround, ...]) -> list[Span]:
    return [
        Span(entry.act.since, entry.act.until + timedelta(days=1))
        for entry in dossier.of(PeriodDeducted)
        if entry.act.ground in grounds
    ]


def _by_themselves(dossier: Dossier) -> list[Span]:
    last = dossier.entries[-1].on if dossier.entries else date.min
    return [
        *public_notice_spans(dossier),
        *_jurisdiction_reviews(dossier, last),
        *pause_spans(dossier, last),
    ]


def _jurisdiction_reviews(dossier: Dossier, last: date) -> list[Span]:
    decided = {entry.act.objection: entry.on for entry in dossier.of(ObjectionDecided)}
    return [
        Span(entry.on, max(decided.get(entry.seq, last), entry.on) + timedelta(days=1))
        for entry in dossier.of(ObjectionRaised)
        if entry.act.kind is ObjectionKind.JURISDICTION
    ]


def extension(dossier: Dossier) -> int:
    """Months by which the time for enforcement was lengthened."""
    return sum(entry.act.months for entry in dossier.of(PeriodExtended))


def months_allowed(dossier: Dossier) -> int:
    """Months the case may take: six, or three, and what was added."""
    received = dossier.first(ApplicationReceived)
    own = MONTHS_NON_LITIGATION if received and received.act.non_litigation else MONTHS
    return own + extension(dossier)


@remembered
def limit(dossier: Dossier) -> Found[Due] | Undetermined:
    """The last day of the time for enforcement; undetermined before filing, and while a suspension has no end."""
    filed = dossier.first(Filed)
    if filed is None:
        return Undetermined((say("案件尚未立案，执行期限未起算"),))
    resting = next((each for each in pauses(dossier) if each.until is None), None)
    if resting is not None and isinstance(resting.act, Suspended):
        return Undetermined(
            (say("案件自 {since} 起中止，执行期限待恢复之后才能算定", since=resting.since),),
            (cite("审限规定", 9),),
        )
    return due(filed.on, Period(months_allowed(dossier), Unit.MONTH), excluded=deducted(dossier))
