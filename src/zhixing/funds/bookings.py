"""The ledger's book: every act that moves money posts its vouchers in its own transaction."""

from __future__ import annotations

from collections.abc import Sequence

from zhixing.funds.ledger import post
from zhixing.funds.questions.vouchers import vouchers
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry


def enter(dossier: Dossier, entries: Sequence[Entry[Act]]) -> None:
    """Post what the new entries move."""
    for entry in entries:
        found = vouchers(dossier, entry)
        if found:
            post(dossier, entry, found)


BOOK = enter
