"""The two years in which enforcement must be applied for (民诉法 art. 250).

For a debt in instalments the two years ran from each instalment until the end of 2021 and run from the last one since 2022
(the wording before 2022 is from memory: docs/law-to-confirm.md).

Not covered: suspension in the last six months, interruption other than by settlement, and duties not to act.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.cases.acts.filing import ApplicationReceived, ClaimRecorded, TitleRecorded
from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.periods import due, years
from zhixing.law.texts import say
from zhixing.record.dossier import Dossier

TWO_YEARS = cite("民诉法", 250, figure="二年")
LAST_INSTALMENT_SINCE = date(2022, 1, 1)


@dataclass(frozen=True, slots=True)
class Limitation:
    """The last day to apply, and whether the application came by then."""

    last_day: date
    applied_on: date

    @property
    def in_time(self) -> bool:
        """Whether the application came in time. A late one is still accepted; the debtor may object."""
        return self.applied_on <= self.last_day


def limitation(dossier: Dossier, on: date) -> Found[Limitation] | Undetermined:
    """Whether enforcement was applied for within two years."""
    then = dossier.as_of(on)
    received = then.first(ApplicationReceived)
    start = _start(then, on)
    if received is None or start is None:
        return Undetermined((say("执行依据的生效日期或履行期限"),), (TWO_YEARS,))
    end = due(start, years(2))
    if isinstance(end, Undetermined):
        return end
    return Found(Limitation(end.value.day, received.on), end.because, (TWO_YEARS, *end.cites))


def _start(dossier: Dossier, on: date) -> date | None:
    lasts = [entry.act.due for entry in dossier.of(ClaimRecorded) if entry.act.due is not None]
    if lasts:
        return max(lasts) if on >= LAST_INSTALMENT_SINCE else min(lasts)
    titles = dossier.of(TitleRecorded)
    if titles and titles[0].act.perform_by is not None:
        return titles[0].act.perform_by
    return titles[0].act.effective_on if titles else None
