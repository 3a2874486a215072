"""An answer that may be taken becomes acts: what it found, where that is new, and that it answered. Entered by the system."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from zhixing.assets.acts.found import FoundBy, PropertyFound, Told
from zhixing.assets.acts.inquiry import AnswerStatus, ControlAnswered, InquiryAnswered
from zhixing.assets.kinds import kinds
from zhixing.assets.network.messages import Answer, AnswerState, Finding, Operation, Rank, Request
from zhixing.assets.network.models import NetworkAnswer, NetworkRequest
from zhixing.assets.network.sending import SYSTEM
from zhixing.assets.questions.found import assets
from zhixing.record import clock, door
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier
from zhixing.record.sealed import seal_many


@dataclass(frozen=True, slots=True)
class Take:
    """An answer fit to be taken, with the request it answers."""

    row: NetworkAnswer
    asked: NetworkRequest
    request: Request
    answer: Answer


Thing = tuple[int, str, str]  # owner; identifier, or kind where there is none; identifier again, or name


def taken(number: int, takes: Sequence[Take]) -> Iterator[tuple[Take, str]]:
    """Enter the answers of one dossier; with each, why the door refused it, or nothing."""
    dossier, today = door.read(number), clock.today()
    sealed = seal_many(dossier.court, _identifiers(takes))
    known = _known(dossier)
    steps = [_steps(take, sealed, known, today) for take in takes]
    try:
        door.enter_all(number, [each for those in steps for each in those])
    except door.Refused:
        yield from _one_by_one(number, takes, sealed)
        return
    yield from ((take, "") for take in takes)


def _one_by_one(number: int, takes: Sequence[Take], sealed: dict[str, str]) -> Iterator[tuple[Take, str]]:
    for take in takes:
        known = _known(door.read(number))
        try:
            door.enter_all(number, _steps(take, sealed, known, clock.today()))
        except door.Refused as refused:
            yield take, "；".join(f"{each.facts}" for each in refused.refusals)
        else:
            yield take, ""


def _identifiers(takes: Sequence[Take]) -> Iterator[str]:
    for take in takes:
        for each in take.answer.findings:
            if each.identifier:
                yield each.identifier
            yield from (value for code, value in each.fields.items() if value and _is_sealed(each, code))


def _is_sealed(finding: Finding, code: str) -> bool:
    detail = kinds()[finding.kind].detail(code)
    return detail is not None and detail.sealed


def _known(dossier: Dossier) -> set[Thing]:
    """What the dossier knows already, ruled out or not: that it is there is not learned twice."""
    return {_thing(each.found.act) for each in assets(dossier, date.max)}


def _thing(act: PropertyFound) -> Thing:
    if act.identifier:
        return act.owner, act.identifier, act.identifier
    return act.owner, act.kind.value, act.name


def _steps(take: Take, sealed: dict[str, str], known: set[Thing], on: date) -> list[door.Step]:
    if take.request.operation is not Operation.INQUIRE:
        return [_step(_control(take), on)]
    found = [_found(take, each, sealed) for each in take.answer.findings]
    new: list[PropertyFound] = []
    for each in found:
        if _thing(each) not in known:
            known.add(_thing(each))
            new.append(each)
    answered = InquiryAnswered(
        inquiry=take.asked.seq,
        debtor=take.asked.debtor or 0,
        institution=take.answer.institution,
        status=_status(take.answer),
        answer=take.answer.id,
        sha256=take.row.sha256,
        found=len(new),
        known=len(found) - len(new),
        reason=take.answer.reason,
    )
    return [*(_step(each, on) for each in new), _step(answered, on)]


def _step(act: Act, on: date) -> door.Step:
    return door.Step(act=act, by=SYSTEM, on=on)


def _status(answer: Answer) -> AnswerStatus:
    if answer.state is AnswerState.COMPLETE:
        return AnswerStatus.COMPLETE if answer.findings else AnswerStatus.NOTHING
    return AnswerStatus.PARTIAL if answer.state is AnswerState.PARTIAL else AnswerStatus.REFUSED


def _found(take: Take, finding: Finding, sealed: dict[str, str]) -> PropertyFound:
    details = tuple(
        Told(code=code, value=sealed[value] if _is_sealed(finding, code) else value)
        for code, value in finding.fields.items()
        if value
    )
    return PropertyFound(
        owner=take.asked.debtor or 0,
        kind=finding.kind,
        name=finding.name,
        identifier=sealed[finding.identifier] if finding.identifier else None,
        value=finding.value,
        found_by=FoundBy.NETWORK,
        source=take.asked.seq,
        share=finding.share,
        burdens=finding.burdens,
        details=details,
    )


def _control(take: Take) -> ControlAnswered:
    told = take.answer.control
    return ControlAnswered(
        request=take.asked.seq,
        done=told is not None and told.done and take.answer.state is not AnswerState.REFUSED,
        waiting=told is not None and told.rank is Rank.WAITING,
        amount=told.amount if told else None,
        until=told.until if told else None,
        answer=take.answer.id,
        sha256=take.row.sha256,
        reason=take.answer.reason,
    )
