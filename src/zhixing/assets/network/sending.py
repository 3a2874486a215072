"""Sending what is due: new requests, those whose institution was down, and those that were not answered in time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from zhixing.assets.acts.inquiry import AnswerStatus, ControlAnswered, InquiryAnswered
from zhixing.assets.institutions import Institution
from zhixing.assets.network.line import Line, Unreachable
from zhixing.assets.network.messages import Operation, Receipt, ReceiptState
from zhixing.assets.network.models import AnswerPlace, NetworkRequest, RequestState
from zhixing.assets.network.peers import MOST_SENDINGS, patience, rest
from zhixing.record import clock, door
from zhixing.record.act import Act
from zhixing.record.dossier import Actor
from zhixing.record.encryption import decrypt_bytes
from zhixing.record.power import Power

BATCH = 200
SYSTEM = Actor(kind="system", id=0, name="系统", post="系统", powers=(Power.SYSTEM.value,))
WORN = ("state", "attempts", "sendings", "next_at", "first_sent_at", "error")
WAITING = (RequestState.QUEUED, RequestState.SENT)


def send_due(line: Line, now: datetime) -> int:
    """Send everything that is due, batch by batch; how many were received. What cannot be sent rests, each time longer."""
    received = 0
    while rows := _due(now):
        silent = [each for each in rows if each.sendings >= MOST_SENDINGS]
        for each in silent:
            fall_silent(each)
        going = [each for each in rows if each.sendings < MOST_SENDINGS]
        if not going:
            continue
        try:
            receipts = line.send([decrypt_bytes(bytes(each.body)) for each in going])
        except Unreachable as error:
            NetworkRequest.objects.bulk_update(
                [_failed(each, f"网络查控平台连不上（{error}）", now) for each in going], WORN
            )
            raise
        received += _noted(going, receipts, now)
    return received


def in_words(receipt: Receipt) -> str:
    """Why a request was not received, as the desk says it, with what the other side said in brackets."""
    what = {
        ReceiptState.DOWN: "该单位暂停服务",
        ReceiptState.CHANGED: "平台称同一编号的请求先后内容不同",
    }.get(receipt.state, "平台拒收，称签名、时间或者格式不符")
    return f"{what}（{receipt.reason}）" if receipt.reason else what


def _due(now: datetime) -> list[NetworkRequest]:
    rows = NetworkRequest.objects.filter(state__in=WAITING, next_at__lte=now)
    return list(rows.order_by("next_at", "pk")[:BATCH])


def _failed(row: NetworkRequest, error: str, now: datetime) -> NetworkRequest:
    row.attempts += 1
    row.next_at = now + rest(row.attempts)
    row.error = error[:300]
    return row


def _noted(rows: Sequence[NetworkRequest], receipts: Sequence[Receipt], now: datetime) -> int:
    received = 0
    for row, receipt in zip(rows, receipts, strict=True):
        if receipt.state in (ReceiptState.RECEIVED, ReceiptState.AGAIN):
            row.state, row.error, row.attempts = RequestState.SENT, "", 0
            row.sendings += 1
            row.first_sent_at = row.first_sent_at or now
            row.next_at = now + patience()
            received += 1
        elif receipt.state is ReceiptState.CHANGED:
            row.state, row.error = RequestState.REFUSED, in_words(receipt)[:300]
        else:
            _failed(row, in_words(receipt), now)
    with transaction.atomic():
        # An answer may have been entered meanwhile by another worker: what was answered stays answered.
        keys = [each.pk for each in rows]
        open_still = NetworkRequest.objects.select_for_update().filter(pk__in=keys, state__in=WAITING)
        those = set(open_still.values_list("pk", flat=True))
        NetworkRequest.objects.bulk_update([each for each in rows if each.pk in those], WORN)
    return received


def fall_silent(row: NetworkRequest) -> None:
    """Enough was waited: the record says that the institution did not answer; an answer that comes all the same is taken."""
    with transaction.atomic():
        open_still = NetworkRequest.objects.select_for_update().filter(pk=row.pk, state__in=WAITING)
        if not open_still.exists():
            return
        parked = row.answers.filter(place=AnswerPlace.PARKED).count()
        why = f"发送 {row.sendings} 次" + (f"，另有 {parked} 份反馈搁置待处理" if parked else "")
        step = door.Step(act=silence(row, why), by=SYSTEM, on=clock.today())
        if not door.refusals_of(door.read(row.dossier_id), step):
            door.enter_all(row.dossier_id, [step])
        NetworkRequest.objects.filter(pk=row.pk).update(state=RequestState.SILENT, error=why)


def silence(row: NetworkRequest, why: str) -> Act:
    """The act that says that nothing came."""
    if row.operation != Operation.INQUIRE.value:
        return ControlAnswered(request=row.seq, done=False, reason=why)
    return InquiryAnswered(
        inquiry=row.seq,
        debtor=row.debtor or 0,
        institution=Institution(row.institution),
        status=AnswerStatus.SILENT,
        reason=why,
    )
