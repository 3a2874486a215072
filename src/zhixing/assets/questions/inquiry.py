"""What was asked of institutions in a dossier, and how far each debtor has been looked into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.assets.acts.found import FoundBy, PropertyFound, PropertyRuledOut
from zhixing.assets.acts.inquiry import (
    AnswerStatus,
    ControlAnswered,
    ControlRequested,
    FindingDisputed,
    InquiryAnswered,
    InquiryRepeated,
    InquirySent,
)
from zhixing.assets.institutions import Institution
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry, remembered

ANSWERED = (AnswerStatus.COMPLETE, AnswerStatus.NOTHING)


@dataclass(frozen=True, slots=True)
class Cover:
    """How far one institution has been asked about one debtor: the newest inquiry, and the newest answer."""

    institution: Institution
    asked: Entry[InquirySent] | Entry[FindingDisputed] | None
    answer: Entry[InquiryAnswered] | None

    @property
    def answered_on(self) -> date | None:
        """The day of the newest whole answer."""
        whole = self.answer is not None and self.answer.act.status in ANSWERED
        return self.answer.on if self.answer is not None and whole else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far one debtor has been looked into, institution by institution."""

    debtor: int
    covers: tuple[Cover, ...]

    @property
    def answered(self) -> int:
        """How many institutions have answered wholly."""
        return sum(each.answered_on is not None for each in self.covers)

    def missing(self, since: date) -> tuple[Institution, ...]:
        """The institutions without a whole answer on or after that day."""
        return tuple(
            each.institution for each in self.covers if each.answered_on is None or each.answered_on < since
        )


@remembered
def coverage(dossier: Dossier, on: date) -> tuple[Coverage, ...]:
    """Debtor by debtor, how far the network has been asked by that day."""
    then = dossier.as_of(on)
    debtors = dict.fromkeys(each.party for each in parties_of(dossier, Role.DEBTOR, on))
    return tuple(
        Coverage(debtor, tuple(_cover(then, debtor, each) for each in Institution)) for debtor in debtors
    )


def _cover(then: Dossier, debtor: int, institution: Institution) -> Cover:
    asked = [
        each for each in then.of(InquirySent) if debtor in each.act.debtors and institution in each.act.asked
    ]
    answers = [
        each
        for each in then.of(InquiryAnswered)
        if each.act.debtor == debtor and each.act.institution is institution
    ]
    whole = [each for each in answers if each.act.status in ANSWERED]
    newest = whole[-1:] or answers[-1:]
    return Cover(institution, asked[-1] if asked else None, newest[0] if newest else None)


def answer_of(dossier: Dossier, found: Entry[PropertyFound]) -> Entry[InquiryAnswered] | None:
    """The answer from which a property was learned: the next one to the inquiry that the finding names as its source."""
    if found.act.found_by is not FoundBy.NETWORK:
        return None
    return next(
        (
            each
            for each in dossier.of(InquiryAnswered)
            if each.act.inquiry == found.act.source
            and each.act.debtor == found.act.owner
            and each.seq > found.seq
        ),
        None,
    )


def contradicted(dossier: Dossier, answer: Entry[InquiryAnswered]) -> bool:
    """Whether something learned from that answer was disputed, or ruled out, later."""
    things = [each for each in dossier.of(PropertyFound) if answer_of(dossier, each) is answer]
    doubted = {each.act.property for each in dossier.of(FindingDisputed)}
    doubted |= {each.act.property for each in dossier.of(PropertyRuledOut)}
    return any(each.seq in doubted for each in things)


def inquiry_at(dossier: Dossier, seq: int) -> Entry[InquirySent] | Entry[FindingDisputed] | None:
    """The inquiry, or the dispute that repeated one, with that number."""
    sent = next((each for each in dossier.of(InquirySent) if each.seq == seq), None)
    return sent or next((each for each in dossier.of(FindingDisputed) if each.seq == seq), None)


def asked_about(
    dossier: Dossier, inquiry: Entry[InquirySent] | Entry[FindingDisputed]
) -> tuple[tuple[int, Institution], ...]:
    """Each debtor and institution that an inquiry asks about."""
    act = inquiry.act
    if isinstance(act, InquirySent):
        return tuple((debtor, each) for debtor in act.debtors for each in act.asked)
    found = next((each for each in dossier.of(PropertyFound) if each.seq == act.property), None)
    answer = answer_of(dossier, found) if found else None
    return ((answer.act.debtor, answer.act.institution),) if answer else ()


def control_answer(dossier: Dossier, request: int) -> Entry[ControlAnswered] | None:
    """The newest answer to a control request."""
    found = [each for each in dossier.of(ControlAnswered) if each.act.request == request]
    return found[-1] if found else None


def control_requests(
    dossier: Dossier, on: date
) -> tuple[tuple[Entry[ControlRequested], Entry[ControlAnswered] | None], ...]:
    """Every control request with its newest answer."""
    then = dossier.as_of(on)
    return tuple((each, control_answer(then, each.seq)) for each in then.of(ControlRequested))


@dataclass(frozen=True, slots=True)
class AskedSince:
    """What was asked and found since a day on which property is to be asked about again."""

    sent: Entry[InquirySent] | None  # the newest
    answered: int  # whole answers to inquiries since, debtor by debtor and institution by institution
    found: tuple[Entry[PropertyFound], ...]  # what they told of that was not known


def asked_since(
    dossier: Dossier, opening: Entry[Act], on: date, ends: tuple[type[Act], ...] = (InquiryRepeated,)
) -> AskedSince:
    """What the network was asked after that entry, or with it, or after the last act that says it was done."""
    then = dossier.as_of(on)
    before = opening.seq - isinstance(opening.act, InquirySent)
    since = max([before, *(each.seq for each in then.among(ends))])
    sent = [each for each in then.of(InquirySent) if each.seq > since]
    numbers = {each.seq for each in sent}
    return AskedSince(
        sent[-1] if sent else None,
        sum(each.act.inquiry in numbers and each.act.status in ANSWERED for each in then.of(InquiryAnswered)),
        tuple(
            each
            for each in then.of(PropertyFound)
            if each.seq > since and each.act.found_by is FoundBy.NETWORK
        ),
    )
