"""The applicant's right to turn to the court above after six months without enforcement (民诉法 art. 237)."""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.filing import ApplicationReceived
from zhixing.cases.questions.periods import deducted
from zhixing.law.answers import Found, Undetermined
from zhixing.law.periods import Due, due, months
from zhixing.law.texts import say
from zhixing.record.dossier import Dossier


def six_months_end(dossier: Dossier, on: date) -> Found[Due] | Undetermined:
    """The last day of the six months from receipt of the application, days left out by 执行程序解释 art. 13 not counted."""
    received = dossier.as_of(on).first(ApplicationReceived)
    if received is None:
        return Undetermined((say("尚未收到执行申请"),))
    return due(received.on, months(6), excluded=deducted(dossier.as_of(on)))
