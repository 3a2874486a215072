"""Whether a case rests on a day, since when, and whether the doubled interest rests with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from zhixing.cases.acts.pause import (
    PropertyResumed,
    PropertySuspended,
    Resumed,
    Stayed,
    StayExtended,
    Suspended,
    SuspensionGround,
)
from zhixing.cases.acts.performance import BroughtForward
from zhixing.law.interest import Suspension
from zhixing.law.spans import Span
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry

# A review of the title or a retrial stops the doubled interest unless the debtor asked for it (迟延履行利息解释 art. 3 para. 3);
# other grounds of suspension and stay do not.
REVIEWS_THE_TITLE = (SuspensionGround.TITLE_REVIEWED, SuspensionGround.RETRIAL)


MAKE_PAUSES = (Suspended, Stayed, StayExtended, Resumed)


@dataclass(frozen=True, slots=True)
class Pause:
    """A span in which the case rested: what began it, the days (half-open; `until` None: still resting)."""

    act: Suspended | Stayed
    seq: int
    since: date
    until: date | None

    @property
    def label(self) -> str:
        """中止 or 暂缓."""
        return "中止" if isinstance(self.act, Suspended) else "暂缓"


def pauses(dossier: Dossier) -> list[Pause]:
    """Every pause of the whole case, oldest first. A stay ends by itself after its last day."""
    found: list[Pause] = []
    for entry in dossier.among(MAKE_PAUSES):
        act: Act = entry.act
        if isinstance(act, Resumed):
            found = [_ended(pause, entry.on) for pause in found]
        elif isinstance(act, StayExtended):
            found = [_prolonged(pause, entry.on, act.until) for pause in found]
        elif isinstance(act, Stayed):
            found.append(Pause(act, entry.seq, entry.on, act.until + timedelta(days=1)))
        elif isinstance(act, Suspended):
            found.append(Pause(act, entry.seq, entry.on, None))
    return found


def _ended(pause: Pause, on: date) -> Pause:
    if pause.until is not None and pause.until <= on:
        return pause
    return Pause(pause.act, pause.seq, pause.since, on)


def _prolonged(pause: Pause, on: date, last: date) -> Pause:
    running = isinstance(pause.act, Stayed) and pause.until is not None and on < pause.until
    return Pause(pause.act, pause.seq, pause.since, last + timedelta(days=1)) if running else pause


def paused(dossier: Dossier, on: date) -> Pause | None:
    """The pause in which the case rests on that day, or None."""
    for pause in pauses(dossier.as_of(on)):
        if pause.since <= on and (pause.until is None or on < pause.until):
            return pause
    return None


def pause_spans(dossier: Dossier, until: date) -> list[Span]:
    """The days of rest, open ones counted up to `until` (left out of the time for enforcement).

    What rested and went on again on one day rested no day.
    """
    return [
        Span(pause.since, pause.until or max(until, pause.since + timedelta(days=1)))
        for pause in pauses(dossier)
        if pause.until is None or pause.until > pause.since
    ]


def suspended_objects(dossier: Dossier, on: date) -> list[Entry[PropertySuspended]]:
    """The things against which enforcement rests that day."""
    then = dossier.as_of(on)
    resumed = {entry.act.suspension for entry in then.of(PropertyResumed)}
    return [entry for entry in then.of(PropertySuspended) if entry.seq not in resumed]


def interest_rests(dossier: Dossier, on: date) -> tuple[Suspension, ...]:
    """Spans in which the doubled interest does not run, as `law.interest` takes them."""
    found = [
        Suspension(each.since, each.until, each.at_debtors_request)
        for entry in dossier.as_of(on).of(BroughtForward)
        for each in entry.act.rests
    ]
    for pause in pauses(dossier.as_of(on)):
        act = pause.act
        reviews = isinstance(act, Suspended) and act.ground in REVIEWS_THE_TITLE
        stayed = isinstance(act, Stayed) and act.reviews_title
        if reviews or stayed:
            end = pause.until or on + timedelta(days=1)
            found.append(Suspension(pause.since, max(end, pause.since), act.at_debtors_request))
    return tuple(found)
