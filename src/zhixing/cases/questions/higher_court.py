"""The applicant's right to turn to the court above after six months without enforcement (民诉法 art. 237)."""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.filing import ApplicationReceived
from zhixing.cases.acts.higher_court import UrgingOrdered
from zhixing.cases.questions.case import closed
from zhixing.cases.questions.pause import pauses
from zhixing.cases.questions.periods import left_out_for_higher_court
from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.periods import Due, due, months
from zhixing.law.texts import say
from zhixing.record.dossier import Dossier, Entry

SIX_MONTHS = cite("民诉法", 237, figure="六个月")
NOT_COUNTED = cite("执行程序解释", 13, figure="六个月")


def six_months_end(dossier: Dossier, on: date) -> Found[Due] | Undetermined:
    """The last day of the six months from receipt of the application, days of 执行程序解释 art. 13 not counted; undetermined
    before the application and while a suspension has no end.
    """
    then = dossier.as_of(on)
    received = then.first(ApplicationReceived)
    if received is None:
        return Undetermined((say("尚未收到执行申请"),), (SIX_MONTHS,))
    resting = next((each for each in pauses(then) if each.until is None), None)
    if resting is not None:
        return Undetermined(
            (say("案件自 {since} 起中止，六个月待恢复之后才能算定", since=resting.since),), (NOT_COUNTED,)
        )
    return due(received.on, months(6), excluded=left_out_for_higher_court(then))


def six_month_right(dossier: Dossier, on: date) -> Found[bool] | Undetermined:
    """Whether the applicant may turn to the court above that day, with the reckoning; undetermined as `six_months_end`."""
    if closed(dossier, on) is not None:
        return Found(False, (say("案件已经结案"),), (SIX_MONTHS,))
    end = six_months_end(dossier, on)
    if isinstance(end, Undetermined):
        return end
    cites = (SIX_MONTHS, NOT_COUNTED, *end.cites)
    return Found(on > end.value.day, (*end.because, say("六个月到 {last} 届满", last=end.value.day)), cites)


def urging(dossier: Dossier, on: date) -> Entry[UrgingOrdered] | None:
    """The newest order of the court above to enforce within a time, None when there is none."""
    return dossier.as_of(on).last(UrgingOrdered)
