"""Answers come in: kept first, raw and encrypted, then judged and entered. Either may be cut off anywhere and taken up again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

import msgspec
from django.db import transaction
from django.db.models import F, Q

from zhixing.assets.network.entering import Take, taken
from zhixing.assets.network.judging import CHANGED, MORE, Parked, check, read_answer, said_before
from zhixing.assets.network.messages import AnswerState, Envelope, Request
from zhixing.assets.network.models import AnswerPlace, NetworkAnswer, NetworkRequest, RequestState
from zhixing.assets.network.peers import believed
from zhixing.assets.network.signing import is_signed
from zhixing.law.texts import say
from zhixing.record import clock
from zhixing.record.encryption import decrypt_bytes, encrypt_bytes

NOBODYS = "渝02"  # what belongs to no request we know is the intermediate court's to look into
AT_ONCE = 2000
WHY = 300


def keep(envelopes: Sequence[Envelope], now: datetime) -> int:
    """Keep answers as they came, each once; how many were new. A copy of one that is there is only counted."""
    keys = believed()
    rows: dict[tuple[str, bool], NetworkAnswer] = {}
    again: list[tuple[str, bool]] = []
    numbers = [(each, _told(each)) for each in envelopes]
    requests = NetworkRequest.objects.in_bulk({told.request for _, told in numbers}, field_name="number")
    for envelope, told in numbers:
        key = (hashlib.sha256(envelope.body.encode()).hexdigest(), is_signed(envelope, keys))
        if key in rows:
            again.append(key)
            continue
        request = requests.get(told.request)
        rows[key] = NetworkAnswer(
            court=request.court if request else NOBODYS,
            request=request,
            number=told.id[:80],
            institution=told.institution[:20],
            sha256=key[0],
            signed=key[1],
            envelope=encrypt_bytes(msgspec.json.encode(envelope)),
            received_at=now,
        )
    with transaction.atomic():
        there = set(
            NetworkAnswer.objects.filter(sha256__in={sha for sha, _ in rows}).values_list("sha256", "signed")
        )
        new = [row for key, row in rows.items() if key not in there]
        NetworkAnswer.objects.bulk_create(new, ignore_conflicts=True)
        for sha256, signed in [*again, *(key for key in rows if key in there)]:
            NetworkAnswer.objects.filter(sha256=sha256, signed=signed).update(repeats=F("repeats") + 1)
    return len(new)


class Head(msgspec.Struct):
    """What is read of any answer, whole or not, so that it lies with its request."""

    id: str = ""
    request: str = ""
    institution: str = ""


def _told(envelope: Envelope) -> Head:
    try:
        return msgspec.json.decode(envelope.body, type=Head)
    except msgspec.DecodeError:
        return Head()


def digest(*, only: int | None = None) -> int:
    """Judge and enter what was kept, dossier by dossier; how many answers were settled, taken or parked."""
    settled = 0
    while rows := _kept(only):
        for dossier, group in groupby(rows, lambda row: row.request.dossier_id if row.request else None):
            settled += _settle(dossier, [each.pk for each in group])
        if only is not None:
            break
    return settled


def _kept(only: int | None) -> list[NetworkAnswer]:
    waiting = NetworkAnswer.objects.filter(place=AnswerPlace.KEPT) & NetworkAnswer.objects.filter(
        Q() if only is None else Q(pk=only)
    )
    return list(
        waiting.select_related("request")
        .only("pk", "request__dossier_id")
        .order_by("request__dossier_id", "pk")[:AT_ONCE]
    )


@transaction.atomic
def _settle(dossier: int | None, keys: Sequence[int]) -> int:
    """Settle the answers of one dossier in one transaction: acts, requests and answers stand or fall together."""
    rows = list(
        NetworkAnswer.objects.select_for_update(of=("self",), skip_locked=True)
        .filter(pk__in=keys, place=AnswerPlace.KEPT)
        .select_related("request")
        .order_by("pk")
    )
    now, takes, whole = clock.real_now(), list[Take](), set[int]()
    used = said_before(rows)
    for row in rows:
        try:
            if row.signed and row.pk in used:
                raise Parked(CHANGED)
            take = _judged(row, now)
            if take.asked.pk in whole:
                raise Parked(MORE)
        except Parked as why:
            row.place, row.reason = AnswerPlace.PARKED, str(why)[:WHY]
            continue
        takes.append(take)
        whole |= set() if take.answer.state is AnswerState.PARTIAL else {take.asked.pk}
    if dossier is not None and takes:
        for take, refused in taken(dossier, takes):
            take.row.place = AnswerPlace.PARKED if refused else AnswerPlace.TAKEN
            take.row.reason = refused[:WHY]
    NetworkAnswer.objects.bulk_update(
        [each for each in rows if each.place == AnswerPlace.PARKED], ["place", "reason"]
    )
    _close([each for each in takes if each.row.place == AnswerPlace.TAKEN], now)
    return len(rows)


def _judged(row: NetworkAnswer, now: datetime) -> Take:
    envelope = msgspec.json.decode(decrypt_bytes(bytes(row.envelope)), type=Envelope)
    if not row.signed:
        raise Parked(say("签名无效，或者签名的密钥不认识"))
    if row.request is None:
        raise Parked(say("没有编号为 {number} 的请求", number=read_answer(envelope).request))
    request = msgspec.json.decode(decrypt_bytes(bytes(row.request.body)), type=Request)
    return Take(row, row.request, request, check(row, envelope, request, now))


def _close(takes: Sequence[Take], now: datetime) -> None:
    entered = [each.row.pk for each in takes]
    NetworkAnswer.objects.filter(pk__in=entered).update(place=AnswerPlace.TAKEN, reason="")
    whole = [each.asked.pk for each in takes if each.answer.state is not AnswerState.PARTIAL]
    NetworkRequest.objects.filter(pk__in=whole).update(state=RequestState.ANSWERED, answered_at=now, error="")
