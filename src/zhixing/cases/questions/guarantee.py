"""Guarantees for enforcement: until when one may be enforced."""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.pause import Stayed, StayExtended
from zhixing.cases.acts.settlement import GuaranteeGiven
from zhixing.cases.questions.pause import pauses
from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.periods import due, years
from zhixing.law.texts import say
from zhixing.record.dossier import Dossier

ONE_YEAR = cite("执行担保规定", 12, figure="一年")


def stay_ends(dossier: Dossier, guarantor: int) -> date | None:
    """The last day of the newest stay that this guarantor stands for, as prolonged; None when there is none."""
    stays = [entry for entry in dossier.of(Stayed) if entry.act.guarantor == guarantor]
    if not stays:
        return None
    prolonged = [
        entry.act.until
        for entry in dossier.of(StayExtended)
        if entry.seq > stays[-1].seq and _runs(dossier, stays[-1].seq, entry.act.until)
    ]
    return max([stays[-1].act.until, *prolonged])


def _runs(dossier: Dossier, stay: int, until: date) -> bool:
    return any(
        pause.seq == stay and pause.until is not None and until < pause.until for pause in pauses(dossier)
    )


def guarantee_ends(dossier: Dossier, guarantee: GuaranteeGiven) -> Found[date] | Undetermined:
    """The last day on which a guarantee may be enforced: as agreed, else a year from the end of the stay."""
    if guarantee.until is not None:
        return Found(guarantee.until, (say("担保书约定的担保期间"),), (ONE_YEAR,))
    ends = stay_ends(dossier, guarantee.guarantor)
    if ends is None:
        return Undetermined((say("没有凭该担保作出的暂缓，担保期间尚未起算"),), (ONE_YEAR,))
    last = due(ends, years(1))
    if isinstance(last, Undetermined):
        return last
    return Found(last.value.day, (say("担保书没有约定，暂缓届满之日起一年"), *last.because), (ONE_YEAR,))
