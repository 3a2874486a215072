"""The life around the measures: the leading group, meetings, notices and their answers, publicity, practices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.plan.acts.leading_group import (
    LeadingGroupFormed,
    MeetingHeld,
    NoticeAnswered,
    NoticeIssued,
    NoticeReceived,
    PracticeFound,
    PracticeReceived,
    PracticeSpread,
    Publicised,
)
from zhixing.record.dossier import Dossier, Entry


@dataclass(frozen=True, slots=True)
class Received:
    """A notice that a court received, and its answer if there is one."""

    entry: Entry[NoticeReceived]
    answer: Entry[NoticeAnswered] | None

    def late(self, on: date) -> bool:
        """Whether an answer was wanted and its last day went by without one."""
        by = self.entry.act.notice.answer_by
        return by is not None and by < (self.answer.on if self.answer else on)


@dataclass(frozen=True, slots=True)
class Life:
    """What one court's dossier holds of this as of a day."""

    group: Entry[LeadingGroupFormed] | None
    meetings: tuple[Entry[MeetingHeld], ...]
    issued: tuple[Entry[NoticeIssued], ...]
    received: tuple[Received, ...]
    publicised: tuple[Entry[Publicised], ...]
    practices: tuple[Entry[PracticeFound], ...]
    spread: tuple[Entry[PracticeSpread], ...]
    learnt: tuple[Entry[PracticeReceived], ...]


def life(dossier: Dossier, on: date) -> Life:
    """The leading group and what goes on around the measures, as of a day."""
    then = dossier.as_of(on)
    answers = {entry.act.notice: entry for entry in then.of(NoticeAnswered)}
    return Life(
        group=then.last(LeadingGroupFormed),
        meetings=tuple(then.of(MeetingHeld)),
        issued=tuple(then.of(NoticeIssued)),
        received=tuple(Received(entry, answers.get(entry.seq)) for entry in then.of(NoticeReceived)),
        publicised=tuple(then.of(Publicised)),
        practices=tuple(then.of(PracticeFound)),
        spread=tuple(then.of(PracticeSpread)),
        learnt=tuple(then.of(PracticeReceived)),
    )
