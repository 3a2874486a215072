"""From acts to requests: who is asked, about whom, under which number. Queued at least once; each number stands there once."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

import msgspec
from django.db import transaction
from procrastinate.exceptions import AlreadyEnqueued

from zhixing.assets.acts.control import (
    Controlled,
    ControlReleased,
    ControlRenewed,
    DepositTransferred,
    Manner,
)
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.inquiry import ControlRequested, FindingDisputed, InquiryAnswered
from zhixing.assets.institutions import Institution
from zhixing.assets.network.messages import Operation, Request, Subject, Thing
from zhixing.assets.network.models import NetworkRequest, RequestState
from zhixing.assets.questions.control import hold
from zhixing.assets.questions.found import asset
from zhixing.assets.questions.inquiry import answer_of, asked_about, inquiry_at
from zhixing.cases.questions import case_number
from zhixing.parties.identity import IDENTIFYING
from zhixing.parties.models import PartyIdentity
from zhixing.parties.protection import decrypt
from zhixing.record import clock, door
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier
from zhixing.record.encryption import encrypt_bytes, key_for
from zhixing.record.models import Outgoing
from zhixing.record.sealed import unsealed

NO_NUMBER = "没有登记证件号码，未发送"


@dataclass(frozen=True, slots=True)
class Asking:
    """What all requests of one act share."""

    dossier: Dossier
    seq: int
    now: datetime
    subjects: dict[int, Subject]


@dataclass(frozen=True, slots=True)
class Want:
    """What one request asks of one institution."""

    number: str
    institution: Institution
    operation: Operation
    disputes: str = ""
    ruling: str = ""
    amount: int | None = None
    until: date | None = None
    thing: Thing | None = None


def inquiry(row: Outgoing) -> None:
    """Queue what an inquiry, or a dispute that repeats one, asks; not what the record answers already: a loaded history."""
    dossier = door.read(row.dossier_id)
    entry = inquiry_at(dossier, row.seq)
    if entry is None:
        return
    answered = {
        (each.act.debtor, each.act.institution)
        for each in dossier.of(InquiryAnswered)
        if each.act.inquiry == row.seq
    }
    pairs = [each for each in asked_about(dossier, entry) if each not in answered]
    asking = Asking(dossier, row.seq, clock.real_now(), _subjects(debtor for debtor, _ in pairs))
    doubted = _doubted(dossier, entry.act)
    _put([_inquiry_row(asking, debtor, each, doubted) for debtor, each in pairs])


def control(row: Outgoing) -> None:
    """Queue what a control request asks."""
    dossier = door.read(row.dossier_id)
    entry = dossier.at(row.seq)
    if entry is None or not isinstance(entry.act, ControlRequested):
        return
    measure = dossier.at(entry.act.measure)
    found = _thing(dossier, measure.act) if measure else None
    if measure is None or found is None:
        return
    asking = Asking(dossier, row.seq, clock.real_now(), _subjects([found.owner]))
    _put([_control_row(asking, entry.act, measure.act, found)])


def _put(rows: list[NetworkRequest]) -> None:
    NetworkRequest.objects.bulk_create(rows, ignore_conflicts=True)
    transaction.on_commit(_wake)


def _wake() -> None:
    from zhixing.assets.tasks import work_network_now  # the queue imports Django's models

    with suppress(AlreadyEnqueued):
        work_network_now.defer()


def _subjects(parties: Iterable[int]) -> dict[int, Subject]:
    """Debtor → name and number, of those whose number is known; the newest document first."""
    rows = PartyIdentity.objects.filter(party_id__in=set(parties), paper__in=IDENTIFYING, retired_at=None)
    return {
        each.party_id: Subject(name=each.party.name, paper=each.paper, number=decrypt(bytes(each.cipher)))
        for each in rows.select_related("party").order_by("pk")
    }


def _doubted(dossier: Dossier, act: Act) -> str:
    if not isinstance(act, FindingDisputed):
        return ""
    found = asset(dossier, act.property, date.max)
    answer = answer_of(dossier, found.found) if found else None
    return answer.act.answer if answer else ""


def _inquiry_row(asking: Asking, debtor: int, institution: Institution, doubted: str) -> NetworkRequest:
    number = f"{asking.dossier.court}-{asking.dossier.id}-{asking.seq}-{debtor}-{institution.value}"
    return _row(asking, debtor, Want(number, institution, Operation.INQUIRE, disputes=doubted))


def _thing(dossier: Dossier, act: Act) -> PropertyFound | None:
    """The property that a measure is about."""
    if isinstance(act, Controlled | DepositTransferred):
        number: int | None = act.property
    elif isinstance(act, ControlRenewed | ControlReleased):
        held = hold(dossier, act.control, date.max)
        number = held.thing if held else None
    else:
        return None
    found = asset(dossier, number, date.max) if number else None
    return found.found.act if found else None


def _operation(act: Act) -> Operation:
    if isinstance(act, ControlRenewed):
        return Operation.RENEW
    if isinstance(act, ControlReleased):
        return Operation.RELEASE
    if isinstance(act, DepositTransferred):
        return Operation.TRANSFER
    kept = isinstance(act, Controlled) and act.manner in (Manner.FROZEN, Manner.WITHHELD)
    return Operation.FREEZE if kept else Operation.SEIZE


def _control_row(
    asking: Asking, asked: ControlRequested, measure: Act, found: PropertyFound
) -> NetworkRequest:
    token = found.identifier or ""
    plain = unsealed(asking.dossier.court, [token]).get(token, "") if token else ""
    want = Want(
        f"{asking.dossier.court}-{asking.dossier.id}-{asking.seq}-control",
        asked.institution,
        _operation(measure),
        ruling=asked.ruling,
        amount=getattr(measure, "amount", None),
        until=getattr(measure, "until", None),
        thing=Thing(kind=found.kind, name=found.name, identifier=plain),
    )
    return _row(asking, found.owner, want)


def _row(asking: Asking, debtor: int, want: Want) -> NetworkRequest:
    subject = asking.subjects.get(debtor)
    return NetworkRequest(
        dossier_id=asking.dossier.id,
        court=asking.dossier.court,
        seq=asking.seq,
        debtor=debtor,
        institution=want.institution.value,
        operation=want.operation.value,
        number=want.number,
        body=encrypt_bytes(_written(asking, want, subject)) if subject else b"",
        state=RequestState.QUEUED if subject else RequestState.REFUSED,
        queued_at=asking.now,
        next_at=asking.now,
        error="" if subject else NO_NUMBER,
    )


def _written(asking: Asking, want: Want, subject: Subject) -> bytes:
    request = Request(
        id=want.number,
        key=hmac.new(key_for("network"), want.number.encode(), hashlib.sha256).hexdigest()[:32],
        institution=want.institution,
        court=asking.dossier.court,
        case=case_number(asking.dossier, date.max),
        operation=want.operation,
        subject=subject,
        sent_at=asking.now,
        disputes=want.disputes,
        ruling=want.ruling,
        amount=want.amount,
        until=want.until,
        thing=want.thing,
    )
    return msgspec.json.encode(request)


DELIVERIES = {"network-inquiry": inquiry, "network-control": control}
