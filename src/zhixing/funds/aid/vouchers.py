"""What acts of aid move in the ledger: into the fund, out of it to be paid, back to it. Its account is its dossier's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from zhixing.funds.acts.booking import AccountKind, Voucher, voucher
from zhixing.funds.acts.payout import PayoutReturned
from zhixing.funds.aid.acts.application import KIND as APPLICATION
from zhixing.funds.aid.acts.application import AidPayoutApproved, AidPayoutCancelled
from zhixing.funds.aid.acts.case import AidDeducted, AidPaidOver
from zhixing.funds.aid.acts.fund import AidMoneyReceived, AidMoneyTakenBack
from zhixing.funds.aid.needs import AidMeans
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry

__all__ = ["APPLICATION", "BOOKED", "returned"]


def _received(act: Act, fund: Dossier, _entry: Entry[Act]) -> tuple[Voucher, ...]:
    money = cast(AidMoneyReceived, act)
    return (_into(fund.id, money.account, money.amount, "救助资金到账", money.line),)


def _taken_back(act: Act, fund: Dossier, _entry: Entry[Act]) -> tuple[Voucher, ...]:
    money = cast(AidMoneyTakenBack, act)
    return (_into(fund.id, money.account, -money.amount, "撤回救助资金到账", money.line),)


def _into(fund: int, account: int, amount: int, purpose: str, line: str) -> Voucher:
    """From what is not yet known to the fund; the other way where negative."""
    changes = (AccountKind.SUSPENSE, account, -amount), (AccountKind.AID, fund, amount)
    return voucher(purpose, *changes, line=line)


def _approved(act: Act, aid: Dossier, entry: Entry[Act]) -> tuple[Voucher, ...]:
    amount = cast(AidPayoutApproved, act).amount
    return (_reserved("发放救助金审批", fund_of(entry), aid.id, amount),)


def _cancelled(act: Act, aid: Dossier, _entry: Entry[Act]) -> tuple[Voucher, ...]:
    approval = _approval(aid, cast(AidPayoutCancelled, act).payout)
    return (_reserved("撤销救助金发放", fund_of(approval), aid.id, -approval.act.amount),)


def returned(aid: Dossier, back: PayoutReturned) -> tuple[Voucher, ...]:
    """What the payee's bank sent back is the fund's again."""
    fund = fund_of(_approval(aid, back.payout))
    changes = (AccountKind.SUSPENSE, back.account, -back.amount), (AccountKind.AID, fund, back.amount)
    return (voucher("救助金退回", *changes, line=back.line),)


def _reserved(purpose: str, fund: int, aid: int, amount: int) -> Voucher:
    """From the fund to what is to be paid; the other way where negative."""
    return voucher(purpose, (AccountKind.AID, fund, -amount), (AccountKind.RESERVED, aid, amount))


def fund_of(approval: Entry[Act]) -> int:
    """The fund that an approved payout takes from, as the door was told."""
    return approval.fact("aid-means", AidMeans).fund


def _approval(aid: Dossier, seq: int) -> Entry[AidPayoutApproved]:
    found = next((each for each in aid.of(AidPayoutApproved) if each.seq == seq), None)
    if found is None:
        raise ValueError("what is undone is no payout")  # its guard refuses that
    return found


def _deducted(act: Act, case: Dossier, _entry: Entry[Act]) -> tuple[Voucher, ...]:
    """From the case back to the fund that had paid."""
    back = cast(AidDeducted, act)
    paid = next((each for each in case.of(AidPaidOver) if each.seq == back.paid), None)
    if paid is None:
        raise ValueError("what is deducted was not paid")  # its guard refuses that
    changes = (
        (AccountKind.CASE, case.id, -back.amount),
        (AccountKind.AID, paid.act.fund, back.amount),
    )
    return (voucher("扣回救助金", *changes),)


# Every type of act of aid that moves money; its rule says `books`.
BOOKED: Mapping[type[Act], Callable[[Act, Dossier, Entry[Act]], tuple[Voucher, ...]]] = {
    AidMoneyReceived: _received,
    AidMoneyTakenBack: _taken_back,
    AidPayoutApproved: _approved,
    AidPayoutCancelled: _cancelled,
    AidDeducted: _deducted,
}
