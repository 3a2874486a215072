"""What a campaign moves in the ledger: what cannot be returned goes to its special account, and back where that was wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from zhixing.funds.acts.booking import COURT, AccountKind, Voucher, voucher
from zhixing.funds.clearance.acts import OldLineReopened, OldLineUnreturnable
from zhixing.funds.clearance.questions import OldClass, old_lines, opening
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry


def _unreturnable(act: Act, dossier: Dossier, _entry: Entry[Act]) -> tuple[Voucher, ...]:
    concluded = cast(OldLineUnreturnable, act)
    return (_aside(dossier, concluded.line, concluded.amount, "列入不能退还款专账"),)


def _reopened(act: Act, dossier: Dossier, entry: Entry[Act]) -> tuple[Voucher, ...]:
    back = cast(OldLineReopened, act)
    before = dossier.with_entries(each for each in dossier.recorded if each.seq < entry.seq)
    found = old_lines(before, entry.on).get(back.line)
    if found is None or found.kind is not OldClass.UNRETURNABLE:
        return ()
    return (_aside(dossier, back.line, -back.amount, "转回待查收款"),)


def _aside(dossier: Dossier, line: str, amount: int, purpose: str) -> Voucher:
    """From what is not known to the special account; the other way where negative."""
    account = opening(dossier).account
    changes = (AccountKind.SUSPENSE, account, -amount), (AccountKind.UNRETURNABLE, COURT, amount)
    return voucher(purpose, *changes, line=line)


BOOKED: Mapping[type[Act], Callable[[Act, Dossier, Entry[Act]], tuple[Voucher, ...]]] = {
    OldLineUnreturnable: _unreturnable,
    OldLineReopened: _reopened,
}
