"""Whether an ended case may go on in a new one, and the act that opens it.

A terminated round goes on when property is found, at any time (民诉法解释 art. 515 and 517). Other endings go on where
立案结案意见 art. 6 or 民诉法解释 art. 518 says so. A case that ended because all was done, or its title fell, does not.

Where the ending itself was revoked on objection the case goes on under its own number (rules `revocation`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from zhixing.cases import questions as cases
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.filing import ApplicationReceived, Origin
from zhixing.cases.acts.party_change import PartyChangeDecided
from zhixing.closing.acts import (
    CancellationGround,
    CaseCancelled,
    EndingGround,
    EnforcementEnded,
    RecheckResult,
    ResumedCaseOpened,
    ResumptionApplied,
    ResumptionDeclined,
    ResumptionGround,
    RoundRechecked,
    RoundTerminated,
)
from zhixing.closing.questions.ending import closing, resumed_in
from zhixing.law.texts import Text, say
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.rule import Objection


def _withdrawn(act: ClosingAct) -> bool:
    return isinstance(act, EnforcementEnded) and act.ground is EndingGround.WITHDRAWN


def _entrusted(act: ClosingAct) -> bool:
    ended = isinstance(act, EnforcementEnded) and act.ground is EndingGround.ENTRUSTED
    cancelled = isinstance(act, CaseCancelled) and act.ground is CancellationGround.ENTRUSTED
    return ended or cancelled


def _allows(ground: ResumptionGround, act: ClosingAct) -> bool:
    terminated = isinstance(act, RoundTerminated)
    if ground in (ResumptionGround.PROPERTY_FOUND, ResumptionGround.PARTY_CHANGED):
        return terminated
    if ground is ResumptionGround.ENTRUSTMENT_RETURNED:
        return _entrusted(act)
    if ground is ResumptionGround.APPLIED_AGAIN:
        return _withdrawn(act)
    return terminated or _withdrawn(act)


WANTED: Mapping[ResumptionGround, Text] = MappingProxyType(
    {
        ResumptionGround.PROPERTY_FOUND: say("须以终结本次执行程序结案"),
        ResumptionGround.PARTY_CHANGED: say("须以终结本次执行程序结案"),
        ResumptionGround.ENTRUSTMENT_RETURNED: say("须因委托执行结案"),
        ResumptionGround.APPLIED_AGAIN: say("须因撤销申请终结执行"),
        ResumptionGround.SETTLEMENT_BROKEN: say("须以终本或因和解撤回申请结案"),
        ResumptionGround.SETTLEMENT_VITIATED: say("须以终本或因和解撤回申请结案"),
    }
)


def application(first: Dossier, on: date) -> Entry[ResumptionApplied] | None:
    """The application for resumption that waits for an answer that day."""
    then = first.as_of(on)
    asked, declined = then.last(ResumptionApplied), then.last(ResumptionDeclined)
    if asked is None or (declined is not None and declined.seq > asked.seq):
        return None
    return asked


def against_resumption(first: Dossier, on: date, ground: ResumptionGround) -> Objection | None:
    """What stands against resuming this ended case on this ground; None when nothing does."""
    ended = closing(first, on)
    if ended is None:
        return Objection(say("该案没有结案"), say("未结案的案件在本案中恢复执行，不另立案"))
    again = resumed_in(first, on)
    if again is not None:
        return Objection(
            say("该案已于 {on} 恢复执行，另立了案件", on=again.on), say("请在恢复执行的案件中办理")
        )
    if not _allows(ground, ended.entry.act):
        return Objection(
            say(
                "该案以“{way}”结案，“{ground}”{wanted}",
                way=ended.way,
                ground=ground.label,
                wanted=WANTED[ground],
            ),
            say("请核对恢复事由；义务已履行完毕或执行依据已被撤销的不再恢复"),
        )
    changes = [each for each in first.as_of(on).of(PartyChangeDecided) if each.act.granted]
    if ground is ResumptionGround.PARTY_CHANGED and not any(each.seq > ended.entry.seq for each in changes):
        return Objection(
            say("该案结案之后没有裁定变更、追加当事人"),
            say("请先在该案中申请并裁定变更、追加当事人"),
            (PartyChangeDecided,),
        )
    return None


def reason_to_resume(first: Dossier, on: date, ground: ResumptionGround) -> bool:
    """Whether someone applied, or the court itself found property in a later inquiry."""
    if application(first, on) is not None:
        return True
    found = [entry for entry in first.as_of(on).of(RoundRechecked) if entry.act.result is RecheckResult.FOUND]
    return ground is ResumptionGround.PROPERTY_FOUND and bool(found)


def opening(first: Dossier, on: date, ground: ResumptionGround, *, basis: str = "") -> ResumedCaseOpened:
    """The act that opens the new case, with what the first one says of itself. ValueError when the first is not a case."""
    received = first.first(ApplicationReceived)
    if received is None:
        raise ValueError(f"卷宗 {first.id} 不是执行案件")
    old = received.act
    applied = application(first, on) is not None
    return ResumedCaseOpened(
        cause=old.cause,
        origin=Origin.APPLIED if applied else Origin.EX_OFFICIO,
        jurisdiction=old.jurisdiction,
        claims_delay_interest=old.claims_delay_interest,
        claims_delay_penalty=old.claims_delay_penalty,
        trial_case=old.trial_case,
        preservation_case=old.preservation_case,
        non_litigation=old.non_litigation,
        first_case=first.id,
        first_number=cases.case_number(first, on),
        ground=ground,
        basis=basis,
    )
