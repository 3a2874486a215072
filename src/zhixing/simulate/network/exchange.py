"""The sandbox's exchange: takes signed requests, has each answered in its temper, hands answers out until they are kept.

It remembers nothing beyond its process: who sends a request again gets the same answers again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from zhixing.assets.network.messages import (
    Answer,
    AnswerState,
    Batch,
    Collect,
    Collected,
    Envelope,
    Measure,
    Operation,
    Receipt,
    Receipts,
    ReceiptState,
    Request,
)
from zhixing.assets.network.signing import Keys, Signer, is_signed, is_timely
from zhixing.simulate.network.belongings import belongings
from zhixing.simulate.network.temper import Temper, down, temper, wait

BEYOND = 10**17  # fen that nobody has
SOMEBODY = "509999197001019999"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An answer that waits to be collected, from a moment on."""

    envelope: Envelope
    since: datetime


class Exchange:
    """All institutions of one seed. `hour` is how long an hour of the sandbox lasts; `good` leaves out wrong answers."""

    def __init__(
        self,
        seed: int,
        signer: Signer,
        courts: Keys,
        *,
        hour: timedelta = timedelta(hours=1),
        good: bool = False,
    ) -> None:
        self.seed, self.good, self.hour = seed, good, hour
        self._signer, self._courts = signer, courts
        self._bodies: dict[str, str] = {}
        self._waiting: dict[str, Waiting] = {}
        self._nonces: dict[str, datetime] = {}
        self._one_at_a_time = threading.Lock()

    def receive(self, batch: Batch, now: datetime) -> Receipts:
        """Take requests; a receipt for each, in order."""
        with self._one_at_a_time:
            return Receipts(receipts=tuple(self._received(each, now) for each in batch.requests))

    def collect(self, envelope: Envelope, now: datetime) -> Collected | None:
        """The answers that are due, but those kept before; None for a caller who is not known, or comes too late or twice."""
        with self._one_at_a_time:
            if self._stranger(envelope, now):
                return None
            asked = msgspec.json.decode(envelope.body, type=Collect)
            for nonce in asked.kept:
                self._waiting.pop(nonce, None)
            due = [each for each in self._waiting.values() if each.since <= now]
            found = due[: asked.most]
            return Collected(answers=tuple(each.envelope for each in found), more=len(due) > len(found))

    def _stranger(self, envelope: Envelope, now: datetime) -> bool:
        if (
            not is_signed(envelope, self._courts)
            or not is_timely(envelope, now)
            or envelope.nonce in self._nonces
        ):
            return True
        self._nonces[envelope.nonce] = now
        return False

    def _received(self, envelope: Envelope, now: datetime) -> Receipt:
        if self._stranger(envelope, now):
            return Receipt(state=ReceiptState.REFUSED, reason="signature, time or nonce")
        try:
            request = msgspec.json.decode(envelope.body, type=Request)
        except msgspec.ValidationError as error:
            return Receipt(state=ReceiptState.REFUSED, reason=str(error))
        if down(self.seed, request.institution, now.date()) and not self.good:
            return Receipt(state=ReceiptState.DOWN, reason="maintenance")
        before = self._bodies.get(request.id)
        if before is not None and before != envelope.body:
            return Receipt(state=ReceiptState.CHANGED, reason="another body under this id")
        self._bodies[request.id] = envelope.body
        for body, after, forged in self._answers(request):
            sealed = self._signer.sealed(body, now + after)
            if forged:
                sealed = msgspec.structs.replace(sealed, signature="0" * 128)
            self._waiting[sealed.nonce] = Waiting(sealed, now + after)
        return Receipt(state=ReceiptState.RECEIVED if before is None else ReceiptState.AGAIN)

    def _answers(self, request: Request) -> Iterator[tuple[bytes, timedelta, bool]]:
        """Each answer as its body, after how long it comes, and whether its signature is wrong."""
        how = temper(self.seed, request.id, good=self.good)
        after = self.hour * wait(self.seed, request.id, how)
        right = self._right(request, after)
        if how is not Temper.NEVER and how is not Temper.PARTLY:
            for body in _TOLD[how](right) if how in _TOLD else [right]:
                yield _written(body, how), after, how is Temper.BAD_SIGNATURE
        if how is Temper.PARTLY:
            half = len(right.findings) // 2
            first = msgspec.structs.replace(
                right, id=f"{right.id}-1", state=AnswerState.PARTIAL, findings=right.findings[:half]
            )
            yield _written(first, how), after, False
            yield _written(msgspec.structs.replace(right, findings=right.findings[half:]), how), after, False

    def _right(self, request: Request, after: timedelta) -> Answer:
        asked = request.operation is Operation.INQUIRE
        found = belongings(self.seed, request.institution, request.subject.number) if asked else ()
        done = Measure(done=True, amount=request.amount, until=request.until)
        return Answer(
            id=f"A{request.key}",
            request=request.id,
            institution=request.institution,
            state=AnswerState.COMPLETE,
            subject=request.subject.number,
            answered_at=request.sent_at + after,
            findings=found,
            control=None if asked else done,
        )


def _foreign(right: Answer) -> list[Answer]:
    strange = tuple(msgspec.structs.replace(each, owner=SOMEBODY) for each in right.findings)
    return [msgspec.structs.replace(right, findings=strange)]


def _changed(right: Answer) -> list[Answer]:
    return [right, msgspec.structs.replace(right, findings=(), reason="corrected")]


def _unknown(right: Answer) -> list[Answer]:
    other = msgspec.structs.replace(right, id=f"X{right.id[1:]}", request=f"?{right.request}", findings=())
    return [right, other]


_TOLD: dict[Temper, Callable[[Answer], list[Answer]]] = {
    Temper.TWICE: lambda right: [right, right],
    Temper.FOREIGN_OWNER: _foreign,
    Temper.OTHER_SUBJECT: lambda right: [msgspec.structs.replace(right, subject=SOMEBODY)],
    Temper.CHANGED: _changed,
    Temper.UNKNOWN: _unknown,
}


def _written(answer: Answer, how: Temper) -> bytes:
    if how is Temper.OUT_OF_RANGE:
        answer = msgspec.structs.replace(
            answer, findings=tuple(msgspec.structs.replace(each, value=BEYOND) for each in answer.findings)
        )
    return msgspec.json.encode(answer)
