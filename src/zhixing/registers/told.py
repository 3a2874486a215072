"""What the acts of a case say in the fields of the register: of a case begun here everything, of one taken over what is new.

For a field that acts know, the register's own word stands as long as the acts added here since say the same as those it stated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal

from zhixing.cases import questions
from zhixing.cases.acts.assignment import Assigned, HandedOver, Reassigned
from zhixing.cases.acts.filing import ApplicationReceived, ClaimKind, ClaimRecorded, TitleRecorded
from zhixing.cases.acts.notice import EnforcementNoticeIssued
from zhixing.cases.acts.panel import PanelFormed
from zhixing.closing.acts.resumption import ResumedCaseOpened
from zhixing.closing.acts.termination import RoundTerminated, RoundTerminatedByConsent
from zhixing.closing.acts.ways import (
    ApplicationDismissed,
    Archived,
    CaseCancelled,
    EnforcementEnded,
    Fulfilled,
    NonEnforced,
    PreservationClosed,
    PreservationOutcome,
)
from zhixing.law.answers import Found
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier
from zhixing.registers.acts import CaseTakenOver
from zhixing.registers.cells import Value
from zhixing.registers.rows import Values
from zhixing.registers.stating import OWED

Telling = Iterator[tuple[str, Value | date | bool | None]]
# The way of closing, the field of its ground, and of an act the ground's words.
_PRESERVED = {
    PreservationOutcome.DONE: "保全完毕",
    PreservationOutcome.IN_PART: "部分保全",
    PreservationOutcome.NOTHING: "无标的物可实施保全",
}


def told(dossier: Dossier, given: Mapping[str, Value]) -> Values:
    """The main row of a case: what the register said, if it was taken over, and what its acts say instead since."""
    now = _main(dossier)
    taken = dossier.first(CaseTakenOver)
    if taken is None:
        return now
    stated = taken.seq + taken.act.stated
    if dossier.head == stated:
        return dict(given)
    then = _main(dossier.with_entries(entry for entry in dossier.recorded if entry.seq <= stated))
    found = dict(given)
    for code in now.keys() | then.keys():
        if now.get(code) == then.get(code):
            continue
        found.pop(code, None)
        if code in now:
            found[code] = now[code]
    return found


def _main(dossier: Dossier) -> Values:
    last = dossier.entries[-1].on
    told = (*_filing(dossier, last), *_title(dossier), *_handling(dossier, last), *_ending(dossier, last))
    return {code: _value(value) for code, value in told if value is not None and value != ""}


def _value(value: Value | date | bool | None) -> Value:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time.min)
    return "" if value is None else value


def yuan(fen: int) -> Decimal:
    """Fen as yuan, in the one way the register's amounts are kept."""
    amount = Decimal(fen) / 100
    return amount.quantize(Decimal(1)) if fen % 100 == 0 else amount.normalize()


def _filing(dossier: Dossier, on: date) -> Telling:
    received = dossier.first(ApplicationReceived)
    yield "C_AH", questions.case_number(dossier, on)
    yield "N_AJBS", dossier.id
    yield "C_AJJZJD", questions.stage(dossier, on)
    yield "D_LARQ", questions.filed_on(dossier, on)
    if received is not None:
        yield "D_SARQ", received.on
        yield "C_LAAYMS", received.act.cause
        yield "C_AJLXDZ", received.act.case_type.value
        yield "C_AJLY", received.act.origin.label
        yield "C_BQAH", received.act.preservation_case
        if isinstance(received.act, ResumedCaseOpened):
            yield "C_SCZXAH", received.act.first_number
            yield "C_HFZXSY", received.act.ground.label
        yield "C_SQZBHZXCYLXLXQQ", received.act.claims_delay_interest
        yield "C_SQZBHZXCYLXJQQ", received.act.claims_delay_penalty


def _title(dossier: Dossier) -> Telling:
    title = dossier.first(TitleRecorded)
    if title is not None:
        yield "C_ZXYJLX", title.act.kind.label
        yield "C_ZCZXYJDW", title.act.issuer
        yield "C_ZXYJWSWH", title.act.number
        yield "C_ZXYJZW", title.act.operative_text
        yield "D_ZXYJWSSXRQ", title.act.effective_on
        yield "D_ZXYJWSLXZHQX", title.act.perform_by
        yield "C_FQZX", title.act.instalments
    claims = [entry.act for entry in dossier.of(ClaimRecorded)]
    if any(claim.kind is ClaimKind.MONEY for claim in claims):
        yield "N_YZXBDJE", yuan(questions.amount_claimed(dossier, dossier.entries[-1].on))
    for code, (kind, _) in OWED.items():
        yield code, "；".join(claim.text for claim in claims if claim.kind is kind)[:300]


def _handling(dossier: Dossier, on: date) -> Telling:
    handed, assigned = dossier.first(HandedOver), dossier.of(Assigned, Reassigned)
    noticed, limit = dossier.first(EnforcementNoticeIssued), questions.limit(dossier)
    resting, panel = questions.paused(dossier, on), dossier.last(PanelFormed)
    yield "D_YSAJRQ", handed.on if handed else None
    yield "D_FARQ", assigned[-1].on if assigned else None
    yield "N_CBR", questions.handler(dossier, on)
    yield "N_SJY", questions.clerk(dossier, on)
    if panel is not None:
        yield "N_SPZ", panel.act.presiding
        yield "C_HYTCY", ",".join(map(str, panel.act.members))
    yield "D_FCZXTZSRQ", noticed.on if noticed else None
    yield "D_ZXQXJMRQ", limit.value.day if isinstance(limit, Found) else None
    yield "C_DQAJZTHBZ", resting.label if resting else None
    reached, waived = questions.amount_reached(dossier, on), questions.amount_waived(dossier, on)
    yield "N_SJDWJE", yuan(reached) if reached else None
    yield "N_SQRFQBDJE", yuan(waived) if waived else None


def _ending(dossier: Dossier, on: date) -> Telling:
    ended = questions.closed(dossier, on)
    if ended is not None:
        way = list(_way(ended.act))
        yield from way
        yield "D_JARQ", ended.on if way else None
    archived = dossier.last(Archived)
    if archived is not None:
        yield "D_JSRQ", archived.on
        yield "C_GDH", archived.act.number
        yield "N_ZJCS", archived.act.volumes


def _way(act: Act) -> Telling:
    match act:
        case Fulfilled():
            yield "C_JAFS", "执行完毕"
            yield "C_ZXWBSY", act.ground.label
        case RoundTerminated():
            yield "C_JAFS", "终结本次执行程序"
            yield "C_ZJBCZXSY", act.ground.label
            yield "C_SQRSQZJBCZXCX", isinstance(act, RoundTerminatedByConsent)
        case EnforcementEnded():
            yield "C_JAFS", "终结执行"
            yield "C_ZJZXSY", act.ground.label
        case CaseCancelled():
            yield "C_JAFS", "销案"
            yield "C_XASY", act.ground.label
        case NonEnforced():
            yield "C_JAFS", "不予执行"
            yield "C_BYZXLY", act.ground.label
        case ApplicationDismissed():
            yield "C_JAFS", "驳回申请"
            yield "C_BYSLYY", act.ground.label
        case PreservationClosed():
            yield "C_JAFS", _PRESERVED[act.outcome]
