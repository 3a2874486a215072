"""The messages of the property network, both ways. Their JSON Schema is made from these types: `docs/network/`.

A message is text (`body`) in an envelope that is signed by its sender: what was signed is what arrives, sign for sign, so that
an answer is evidence without any canonical form. Amounts are integer fen; a finding's `fields` bear the national columns.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from typing import Annotated

import msgspec

from zhixing.assets.institutions import Institution
from zhixing.assets.kinds import PropertyKind

MOST_FEN = 10**15  # ten trillion yuan: beyond it an amount is a mistake
Name = Annotated[str, msgspec.Meta(max_length=300)]
Fen = Annotated[int, msgspec.Meta(ge=0, le=MOST_FEN, description="fen, 0.01 yuan")]


class Operation(Enum):
    """What an institution is asked to do."""

    INQUIRE = "inquire"
    FREEZE = "freeze"
    SEIZE = "seize"
    RENEW = "renew"
    RELEASE = "release"
    TRANSFER = "transfer"


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """Whose property is meant: name, kind of identity paper (its Chinese name) and number."""

    name: Name
    paper: Name
    number: Name


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """Which property a control is about, with what identifies it in full."""

    kind: PropertyKind
    name: Name
    identifier: Name = ""


class Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a court asks. The same `id` is the same request, however often it comes; `key` is its idempotency key."""

    id: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    key: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
    institution: Institution
    court: Name
    case: Name
    operation: Operation
    subject: Subject
    sent_at: datetime
    ruling: Name = ""
    amount: Fen | None = None
    thing: Thing | None = None
    until: date | None = None
    disputes: Name = ""  # the answer that is in doubt, where an inquiry is repeated because of it


class AnswerState(Enum):
    """Whether all was answered. A partial answer is followed by others."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    REFUSED = "refused"


class Finding(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One property: its kind, what it is called, what identifies it, its owner's number, its worth, and the national columns."""

    kind: PropertyKind
    name: Name
    owner: Name
    identifier: Name = ""
    value: Fen | None = None
    share: Name = ""
    burdens: str = ""
    fields: dict[str, str] = {}


class Rank(Enum):
    """Whether a control holds at once or waits behind an earlier one."""

    FIRST = "first"
    WAITING = "waiting"


class Measure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What became of a control that was asked for."""

    done: bool
    rank: Rank = Rank.FIRST
    amount: Fen | None = None
    until: date | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an institution answers to one request. The same `id` is the same answer and never says anything else."""

    id: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    request: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    institution: Institution
    state: AnswerState
    subject: Name  # the number asked about, as a check
    answered_at: datetime
    findings: Annotated[tuple[Finding, ...], msgspec.Meta(max_length=500)] = ()
    control: Measure | None = None
    reason: str = ""


class Envelope(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A signed message: who signed (`key`), when, once (`nonce`), what (`body`, JSON), and the Ed25519 signature, hexadecimal."""

    key: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")]
    at: datetime
    nonce: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
    body: str
    signature: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{128}$")]


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """POST /requests: many signed requests at once."""

    requests: Annotated[tuple[Envelope, ...], msgspec.Meta(max_length=1000)]


class ReceiptState(Enum):
    """What became of a request on arrival."""

    RECEIVED = "received"
    AGAIN = "again"  # received before, the same
    CHANGED = "changed"  # received before, saying something else: not taken
    DOWN = "down"  # its institution cannot be reached: send it again later
    REFUSED = "refused"  # bad signature, too old, unreadable


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """The receipt of one request, in the order of the batch."""

    state: ReceiptState
    reason: str = ""


class Receipts(msgspec.Struct, frozen=True, kw_only=True):
    """Answer to POST /requests."""

    receipts: tuple[Receipt, ...]


class Collect(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Body of the envelope of POST /answers: how many answers are wanted, and the nonces of those that are kept safely."""

    most: Annotated[int, msgspec.Meta(ge=1, le=1000)]
    kept: tuple[str, ...] = ()


class Collected(msgspec.Struct, frozen=True, kw_only=True):
    """Answer to POST /answers: signed answers, each until it is named as kept; `more` when others wait."""

    answers: tuple[Envelope, ...]
    more: bool = False


MESSAGES: dict[str, type[msgspec.Struct]] = {
    "envelope": Envelope,
    "request": Request,
    "answer": Answer,
    "batch": Batch,
    "receipts": Receipts,
    "collect": Collect,
    "collected": Collected,
}
