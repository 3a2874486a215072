"""The two years in which enforcement must be applied for (民诉法 art. 250).

For a debt in instalments the two years ran from each instalment until the end of 2021 and run from the last one since 2022
(the wording before 2022 is from memory: docs/law-to-confirm.md); for notarised debts they run from each instalment
still (公证债权文书执行规定 art. 9). Whichever claim runs out first decides the answer.

Not covered: suspension in the last six months, interruption (a demand, a promise to pay, a settlement), and duties not to act;
a late application is accepted all the same, and whether it is late is found when the debtor objects (民诉法解释 art. 481).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.cases.acts.filing import ApplicationReceived, ClaimRecorded, TitleKind, TitleRecorded
from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.periods import due, years
from zhixing.law.texts import say
from zhixing.record.dossier import Dossier, Entry

TWO_YEARS = cite("民诉法", 250, figure="二年")
ACCEPTED_WHEN_LATE = cite("民诉法解释", 481)
LAST_INSTALMENT_SINCE = date(2022, 1, 1)


@dataclass(frozen=True, slots=True)
class Limitation:
    """From which day the two years ran, their last day, and whether the application came by then."""

    since: date
    last_day: date
    applied_on: date

    @property
    def in_time(self) -> bool:
        """Whether the application came in time. A late one is still accepted; the debtor may object."""
        return self.applied_on <= self.last_day


def limitation(dossier: Dossier, on: date) -> Found[Limitation] | Undetermined:
    """Whether enforcement was applied for within two years; undetermined without a title's effective day or last day."""
    then = dossier.as_of(on)
    received = then.first(ApplicationReceived)
    titles = then.of(TitleRecorded)
    if received is None or not titles:
        return Undetermined((say("执行依据尚未录入"),), (TWO_YEARS,))
    starts = [_start(then, title, received.on) for title in titles]
    known = [day for day in starts if day is not None]
    if len(known) < len(starts):
        return Undetermined((say("执行依据的生效日期或履行期限"),), (TWO_YEARS,))
    since = min(known)
    end = due(since, years(2))
    if isinstance(end, Undetermined):
        return end
    answer = Limitation(since, end.value.day, received.on)
    if answer.in_time:
        return Found(answer, end.because, (TWO_YEARS, *end.cites))
    late = say("申请日 {day} 已过申请执行期间；仍应受理，被执行人可提出时效异议", day=received.on)
    return Found(answer, (*end.because, late), (TWO_YEARS, ACCEPTED_WHEN_LATE, *end.cites))


def _start(dossier: Dossier, title: Entry[TitleRecorded], applied_on: date) -> date | None:
    """From which day the two years of a title run: its last day for performance, or the day it took effect."""
    lasts = [
        entry.act.due
        for entry in dossier.of(ClaimRecorded)
        if entry.act.title == title.seq and entry.act.due is not None
    ]
    if not lasts:
        return title.act.perform_by or title.act.effective_on
    notarised = title.act.kind is TitleKind.NOTARISED_DEBT
    if title.act.instalments and applied_on >= LAST_INSTALMENT_SINCE and not notarised:
        return max(lasts)
    return min(lasts)
