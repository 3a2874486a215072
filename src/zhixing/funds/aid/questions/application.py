"""How an application for aid stands, and what an enforcement case knows of aid to its applicants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.funds.aid.acts.application import (
    AidApplied,
    AidDeliberated,
    AidFiled,
    AidGranted,
    AidGround,
    AidHandedOver,
    AidRefused,
    AidWithdrawn,
)
from zhixing.funds.aid.acts.case import AidDecided, AidDeducted, AidOutcome, AidPaidOver, AidSought
from zhixing.funds.aid.acts.fund import AidSource
from zhixing.funds.aid.needs import AidPerson
from zhixing.funds.questions.payout import payouts
from zhixing.law.money import Fen
from zhixing.record.act import Choice
from zhixing.record.dossier import Dossier, Entry

Ending = AidGranted | AidRefused | AidWithdrawn


class AidStage(Choice):
    """Where an application stands."""

    RECEIVED = "received", "待立案"
    UNDER_REVIEW = "under_review", "审查中"
    TO_PAY = "to_pay", "已决定，待发放"
    WITH_BANK = "with_bank", "待银行付款"
    PAID = "paid", "已付，待签收"
    DONE = "done", "已发放"
    REFUSED = "refused", "不予救助"
    WITHDRAWN = "withdrawn", "已撤回"


def application(dossier: Dossier) -> Entry[AidApplied]:
    """The application that began the dossier. Raises LookupError where it is no dossier of aid."""
    found = dossier.first(AidApplied)
    if found is None:
        raise LookupError(f"卷宗 {dossier.id} 不是司法救助案件")
    return found


def aid_number(dossier: Dossier, on: date) -> str:
    """The number of the aid case (司救执); empty before filing."""
    filed = dossier.as_of(on).first(AidFiled)
    return filed.fact("aid-number", str) if filed else ""


def enforcement_number(dossier: Dossier) -> str:
    """The number of the enforcement case, as it was when aid was asked for."""
    return application(dossier).fact("aid-person", AidPerson).number


def outcome(dossier: Dossier, on: date) -> Entry[Ending] | None:
    """What was decided by that day, or that the application was withdrawn; None while it is open."""
    known = dossier.as_of(on)
    found: list[Entry[Ending]] = [*known.of(AidGranted), *known.of(AidRefused), *known.of(AidWithdrawn)]
    return found[0] if found else None


def granted(dossier: Dossier, on: date) -> Entry[AidGranted] | None:
    """The decision that gives aid."""
    return dossier.as_of(on).first(AidGranted)


def agreed(dossier: Dossier, on: date) -> Fen | None:
    """How much the committee agreed to when it last sat; None where it did not sit or did not agree."""
    last = dossier.as_of(on).last(AidDeliberated)
    return last.act.amount if last is not None and last.act.agreed else None


def drawn(dossier: Dossier, on: date) -> Fen:
    """Fen that were taken out of the fund for this aid: waiting for the bank, or paid and kept."""
    found = payouts(dossier, on).values()
    return sum(each.approved.act.amount for each in found if each.reserved or each.gone)


def paid(dossier: Dossier, on: date) -> Fen:
    """Fen that the bank has paid and that did not come back."""
    return sum(each.approved.act.amount for each in payouts(dossier, on).values() if each.gone)


def stage(dossier: Dossier, on: date) -> AidStage:
    """Where the application stands."""
    ended = outcome(dossier, on)
    if ended is None:
        return AidStage.UNDER_REVIEW if aid_number(dossier, on) else AidStage.RECEIVED
    if isinstance(ended.act, AidRefused):
        return AidStage.REFUSED
    if isinstance(ended.act, AidWithdrawn):
        return AidStage.WITHDRAWN
    if dossier.as_of(on).first(AidHandedOver) is not None:
        return AidStage.DONE
    if paid(dossier, on) == ended.act.amount:
        return AidStage.PAID
    return AidStage.WITH_BANK if drawn(dossier, on) == ended.act.amount else AidStage.TO_PAY


@dataclass(frozen=True, slots=True)
class CaseAid:
    """Aid to one applicant as the enforcement case knows it; sums in fen. What has not happened yet is None or 0."""

    aid: int  # the dossier of the application
    person: int
    ground: AidGround
    asked: Fen
    sought_on: date
    outcome: AidOutcome | None = None
    decided_on: date | None = None
    amount: Fen = 0
    source: AidSource | None = None
    reason: str = ""
    paid: Fen = 0
    paid_on: date | None = None
    paid_seq: int | None = None  # the entry by which it was paid
    deducted: Fen = 0


def aids(dossier: Dossier, on: date) -> tuple[CaseAid, ...]:
    """The aid that applicants of this enforcement case asked for and got by that day, in the order they asked."""
    known = dossier.as_of(on)
    decided = {each.act.aid: each for each in known.of(AidDecided)}
    paid_over = {each.act.aid: each for each in known.of(AidPaidOver)}
    return tuple(
        _case_aid(known, each, decided.get(each.act.aid), paid_over.get(each.act.aid))
        for each in known.of(AidSought)
    )


def _case_aid(
    known: Dossier,
    sought: Entry[AidSought],
    decided: Entry[AidDecided] | None,
    paid_over: Entry[AidPaidOver] | None,
) -> CaseAid:
    back = known.of(AidDeducted)
    return CaseAid(
        aid=sought.act.aid,
        person=sought.act.person,
        ground=sought.act.ground,
        asked=sought.act.asked,
        sought_on=sought.on,
        outcome=decided.act.outcome if decided else None,
        decided_on=decided.on if decided else None,
        amount=decided.act.amount if decided else 0,
        source=decided.act.source if decided else None,
        reason=decided.act.reason if decided else "",
        paid=paid_over.act.amount if paid_over else 0,
        paid_on=paid_over.on if paid_over else None,
        paid_seq=paid_over.seq if paid_over else None,
        deducted=sum(each.act.amount for each in back if paid_over and each.act.paid == paid_over.seq),
    )
