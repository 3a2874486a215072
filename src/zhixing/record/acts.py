"""The record's own acts: proposing, sending back, withdrawing, correcting."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

import msgspec

from zhixing.record.act import Act, Prose, Seq, title

NOTHING = msgspec.Raw(b"null")


class Proposed(Act, frozen=True, kw_only=True, tag="record.proposed"):
    """提请审批: an act laid before the one who must approve it; the act itself is inside, undone until approved."""

    dossier_kind: ClassVar[str] = ""  # of any kind

    act: msgspec.Raw
    note: Annotated[Prose, title("说明")] = ""


class SentBack(Act, frozen=True, kw_only=True, tag="record.sent_back"):
    """退回: the approver does not approve, and says why."""

    dossier_kind: ClassVar[str] = ""  # of any kind

    proposal: Annotated[Seq, title("退回的提请")]
    reason: Annotated[Prose, title("退回理由")]


class ProposalWithdrawn(Act, frozen=True, kw_only=True, tag="record.proposal_withdrawn"):
    """撤回提请: the proposer takes the proposal back before it is decided."""

    dossier_kind: ClassVar[str] = ""  # of any kind

    proposal: Annotated[Seq, title("撤回的提请")]
    reason: Annotated[Prose, title("撤回理由")] = ""


class Corrected(Act, frozen=True, kw_only=True, tag="record.corrected"):
    """更正: an earlier entry was wrong. It stays in the record; from now on the replacement, or nothing, stands in its place."""

    dossier_kind: ClassVar[str] = ""  # of any kind

    entry: Annotated[Seq, title("更正的记录")]
    reason: Annotated[Prose, title("更正理由")]
    act: msgspec.Raw = NOTHING
    on: Annotated[date | None, title("更正后的日期")] = None

    @property
    def takes_away(self) -> bool:
        """Whether nothing shall stand in the place of the wrong entry."""
        return not self.replaces and self.on is None

    @property
    def replaces(self) -> bool:
        """Whether another act shall stand in its place."""
        return bytes(self.act) != b"null"
