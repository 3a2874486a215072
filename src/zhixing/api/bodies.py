"""What the API takes, as msgspec structs. Fields of the unknown are refused, so a slip is not lost."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec


class Enter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Acts to enter in one step, all or none, as of a day. `court` only when they begin a dossier."""

    on: date
    acts: list[msgspec.Raw]
    court: str = ""


class Propose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An act to lay before its approver."""

    on: date
    act: msgspec.Raw
    note: str = ""


class Decide(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Approve a proposal, send it back with a reason, or take back one's own."""

    decision: Literal["approve", "return", "withdraw"]
    reason: str = ""


class Correct(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A correction to propose: another act of the same type, another day, or neither to take the entry away."""

    entry: Annotated[int, msgspec.Meta(ge=1, le=999_999_999)]
    reason: Annotated[str, msgspec.Meta(min_length=1)]
    act: msgspec.Raw = msgspec.field(default_factory=msgspec.Raw)
    on: date | None = None
