"""How a case ended, by which document, and with which other dossiers it is linked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import cast

from zhixing.cases import questions as cases
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.filing import ClaimKind, ClaimRecorded
from zhixing.cases.acts.notice import ServiceMethod
from zhixing.cases.acts.performance import BroughtForward, ClaimWaived, ConductPerformed, ThingDelivered
from zhixing.closing.acts import (
    ApplicationDismissed,
    CaseCancelled,
    EndingRevoked,
    EnforcementEnded,
    Fulfilled,
    NonEnforced,
    NoticeConfirmation,
    PreservationClosed,
    ResumedCaseOpened,
    ResumedInNewCase,
    RoundTerminated,
    RoundTerminatedByConsent,
    RoundTerminationServed,
)
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import DossierId
from zhixing.record.dossier import Dossier, Entry


@dataclass(frozen=True, slots=True)
class Way:
    """One way of closing: its name, and the document that goes with it."""

    label: str
    document: str


WAYS: Mapping[type[ClosingAct], Way] = MappingProxyType(
    {
        Fulfilled: Way("执行完毕", "结案通知书"),
        RoundTerminated: Way("终结本次执行程序", "终结本次执行程序裁定书"),
        RoundTerminatedByConsent: Way("终结本次执行程序（申请执行人签字确认）", "终结本次执行程序裁定书"),
        EnforcementEnded: Way("终结执行", "终结执行裁定书"),
        CaseCancelled: Way("销案", "撤销执行案件决定书"),
        NonEnforced: Way("不予执行", "不予执行裁定书"),
        ApplicationDismissed: Way("驳回申请", "驳回执行申请裁定书"),
        PreservationClosed: Way("保全执行结案", "保全结果告知书"),
    }
)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a case ended: the entry, the name of the way, the document ("" where the law wants none)."""

    entry: Entry[ClosingAct]
    way: str
    document: str


def closing(dossier: Dossier, on: date) -> Ending | None:
    """How the case had ended by that day, by one of this room's ways; None while it goes on."""
    ended = cases.closed(dossier, on)
    if ended is None or not isinstance(ended.act, ClosingAct):
        return None
    return Ending(cast(Entry[ClosingAct], ended), WAYS[type(ended.act)].label, document_of(ended.act))


def document_of(act: ClosingAct) -> str:
    """The document with which a case is closed; none where both sides confirmed that all is done."""
    if isinstance(act, Fulfilled) and act.confirmed is not NoticeConfirmation.NONE:
        return ""
    return WAYS[type(act)].document


def terminated(dossier: Dossier, on: date) -> Entry[RoundTerminated] | None:
    """The termination of the round by which the case stood closed that day."""
    ended = cases.closed(dossier, on)
    if ended is None or not isinstance(ended.act, RoundTerminated):
        return None
    return cast(Entry[RoundTerminated], ended)


def resumed_in(dossier: Dossier, on: date) -> Entry[ResumedInNewCase] | None:
    """That enforcement goes on in another case, and in which."""
    return dossier.as_of(on).last(ResumedInNewCase)


def first_case(dossier: Dossier) -> Entry[ResumedCaseOpened] | None:
    """The opening act of a case that resumes another, which names that other."""
    return dossier.first(ResumedCaseOpened)


def linked_cases(dossier: Dossier, on: date) -> tuple[DossierId, ...]:
    """The dossiers before and after this one: the case it resumes, and those that resume it."""
    before = [entry.act.first_case for entry in dossier.as_of(on).of(ResumedCaseOpened)]
    after = [entry.act.case for entry in dossier.as_of(on).of(ResumedInNewCase)]
    return (*before, *after)


def members(dossier: Dossier, role: Role, on: date) -> tuple[int, ...]:
    """The parties in a role that day."""
    return tuple(part.party for part in parties_of(dossier, role, on))


# By mail a case counts as closed on the day of posting, by public notice on that of publication (审限规定 art. 10).
COUNTED_FROM_SENDING = (ServiceMethod.MAIL, ServiceMethod.PUBLIC_NOTICE)


def reopened_at(dossier: Dossier, on: date) -> int:
    """The number of the entry by which an ending was last revoked by that day; 0 for none. What led to it counts no more."""
    revoked = dossier.as_of(on).last(EndingRevoked)
    return revoked.seq if revoked is not None else 0


def termination_served_on(dossier: Dossier, on: date) -> date | None:
    """The day of service on the last applicant, from which the case counts as closed (终本规定 art. 6); None before."""
    since = reopened_at(dossier, on)
    served = {
        entry.act.to: _counted_on(entry)
        for entry in reversed(dossier.as_of(on).of(RoundTerminationServed))
        if entry.seq > since
    }
    waiting = members(dossier, Role.APPLICANT, on)
    if not waiting or not set(waiting) <= set(served):
        return None
    return max(served[party] for party in waiting)


def _counted_on(entry: Entry[RoundTerminationServed]) -> date:
    sent = entry.act.sent_on
    return sent if sent is not None and entry.act.method in COUNTED_FROM_SENDING else entry.on


def performed_claims(dossier: Dossier, on: date) -> frozenset[int]:
    """The claims that were delivered, done or given up, by their number in this dossier."""
    then = dossier.as_of(on)
    done = {entry.act.claim for entry in then.of(ThingDelivered)}
    done |= {entry.act.claim for entry in then.of(ConductPerformed)}
    done |= {entry.act.claim for entry in then.of(ClaimWaived) if entry.act.claim is not None}
    for entry in then.of(BroughtForward):
        done |= set(entry.act.done)
    return frozenset(done)


def unperformed(dossier: Dossier, on: date) -> list[Entry[ClaimRecorded]]:
    """The claims for things, conduct and rights that are still open."""
    done = performed_claims(dossier, on)
    return [
        entry
        for entry in dossier.as_of(on).of(ClaimRecorded)
        if entry.act.kind is not ClaimKind.MONEY and entry.seq not in done
    ]
