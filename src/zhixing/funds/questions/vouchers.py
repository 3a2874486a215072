"""Which vouchers an act puts into the ledger: the one place where acts of money become bookings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from zhixing.funds.acts.booking import COURT, AccountKind, Voucher, voucher
from zhixing.funds.acts.money import MoneyReceived, MoneyTakenBack
from zhixing.funds.acts.payout import (
    DepositRefundApproved,
    LargePayoutApproved,
    PayoutApproved,
    PayoutCancelled,
    PayoutPaid,
    PayoutReturned,
)
from zhixing.funds.acts.statement import MoneyKind, StatementTakenIn
from zhixing.funds.aid import vouchers as aid
from zhixing.funds.clearance import vouchers as clearance
from zhixing.funds.keeping.acts import DepositCounted, EscrowPlaced, EscrowReleased, FeeTaken
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry

Vouchers = Callable[[Act, Dossier, Entry[Act]], tuple[Voucher, ...]]


def vouchers(dossier: Dossier, entry: Entry[Act]) -> tuple[Voucher, ...]:
    """What the entry moves; nothing for most acts."""
    books = BOOKED.get(type(entry.act))
    return books(entry.act, dossier, entry) if books else ()


def _taken_in(act: Act, _dossier: Dossier, _entry: Entry[Act]) -> tuple[Voucher, ...]:
    """Every line by itself, against what is not yet known; before an account's first statement, what it held."""
    statement = cast(StatementTakenIn, act)
    account, lines = statement.account, statement.lines
    found = [_in("期初余额", account, statement.begins)] if statement.begins else []
    for line in lines:
        if line.amount > 0:
            found.append(_in("银行收款", account, line.amount, line.place))
        else:
            changes = (AccountKind.BANK, account, line.amount), (AccountKind.OUTGOING, account, -line.amount)
            found.append(voucher("银行付款", *changes, line=line.place))
    return tuple(found)


def _in(purpose: str, account: int, amount: int, line: str = "") -> Voucher:
    changes = (AccountKind.BANK, account, amount), (AccountKind.SUSPENSE, account, amount)
    return voucher(purpose, *changes, line=line)


def _received(act: Act, dossier: Dossier, _entry: Entry[Act]) -> tuple[Voucher, ...]:
    money = cast(MoneyReceived, act)
    return (_between(money, dossier, "案款到账", money.amount),)


def _taken_back(act: Act, dossier: Dossier, _entry: Entry[Act]) -> tuple[Voucher, ...]:
    money = cast(MoneyTakenBack, act)
    return (_between(money, dossier, "撤回到账", -money.amount),)


def _between(money: MoneyReceived | MoneyTakenBack, dossier: Dossier, purpose: str, amount: int) -> Voucher:
    """From what is not yet known to the case; the other way where negative."""
    target = (money_kind_account(money.kind), COURT if money.kind is MoneyKind.FEE else dossier.id, amount)
    return voucher(purpose, (AccountKind.SUSPENSE, money.account, -amount), target, line=money.line)


def _approved(act: Act, dossier: Dossier, _entry: Entry[Act]) -> tuple[Voucher, ...]:
    payout = cast(PayoutApproved, act)
    return (_reserved("发放审批", dossier, payout.amount, _lay_in(payout)),)


def _cancelled(act: Act, dossier: Dossier, _entry: Entry[Act]) -> tuple[Voucher, ...]:
    approval = dossier.at(cast(PayoutCancelled, act).payout)
    if approval is None or not isinstance(approval.act, PayoutApproved):
        raise ValueError("what is cancelled is no payout")  # its guard refuses that
    return (_reserved("撤销发放", dossier, -approval.act.amount, _lay_in(approval.act)),)


def _lay_in(payout: PayoutApproved) -> AccountKind:
    """Where the money of a payout of a case lay before: a bidder's deposit never was the case's."""
    return AccountKind.DEPOSIT if isinstance(payout, DepositRefundApproved) else AccountKind.CASE


def _reserved(purpose: str, dossier: Dossier, amount: int, source: AccountKind) -> Voucher:
    """From where it lay to what is to be paid; the other way where negative."""
    return voucher(purpose, (source, dossier.id, -amount), (AccountKind.RESERVED, dossier.id, amount))


def _paid(act: Act, dossier: Dossier, _entry: Entry[Act]) -> tuple[Voucher, ...]:
    """The bank's payment is no longer unexplained, nor is the money owed."""
    paid = cast(PayoutPaid, act)
    changes = (
        (AccountKind.RESERVED, dossier.id, -paid.amount),
        (AccountKind.OUTGOING, paid.account, -paid.amount),
    )
    return (voucher("执行款已付", *changes, line=paid.line),)


def _returned(act: Act, dossier: Dossier, _entry: Entry[Act]) -> tuple[Voucher, ...]:
    back = cast(PayoutReturned, act)
    if dossier.kind == aid.APPLICATION:
        return aid.returned(dossier, back)
    approval = dossier.at(back.payout)
    if approval is None or not isinstance(approval.act, PayoutApproved):
        raise ValueError("what came back is no payout")  # its guard refuses that
    changes = (
        (AccountKind.SUSPENSE, back.account, -back.amount),
        (_lay_in(approval.act), dossier.id, back.amount),
    )
    return (voucher("执行款退回", *changes, line=back.line),)


def _escrowed(act: Act, dossier: Dossier, _entry: Entry[Act]) -> tuple[Voucher, ...]:
    """From the case to what is kept aside, or back."""
    amount = act.amount if isinstance(act, EscrowPlaced) else -cast(EscrowReleased, act).amount
    changes = (AccountKind.CASE, dossier.id, -amount), (AccountKind.ESCROW, dossier.id, amount)
    return (voucher("提存" if amount > 0 else "提存转回", *changes),)


def _fee(act: Act, dossier: Dossier, _entry: Entry[Act]) -> tuple[Voucher, ...]:
    amount = cast(FeeTaken, act).amount
    changes = (AccountKind.CASE, dossier.id, -amount), (AccountKind.FEES, COURT, amount)
    return (voucher("结算执行费", *changes),)


def _deposit_counted(act: Act, dossier: Dossier, _entry: Entry[Act]) -> tuple[Voucher, ...]:
    amount = cast(DepositCounted, act).amount
    changes = (AccountKind.DEPOSIT, dossier.id, -amount), (AccountKind.CASE, dossier.id, amount)
    return (voucher("保证金转为案款", *changes),)


def money_kind_account(kind: MoneyKind) -> AccountKind:
    """The kind of account in which money of that kind lies."""
    return {
        MoneyKind.EXECUTION: AccountKind.CASE,
        MoneyKind.FEE: AccountKind.FEES,
        MoneyKind.DEPOSIT: AccountKind.DEPOSIT,
    }[kind]


# Every type of act that moves money; its rule says `books`.
BOOKED: Mapping[type[Act], Vouchers] = {
    StatementTakenIn: _taken_in,
    MoneyReceived: _received,
    MoneyTakenBack: _taken_back,
    PayoutApproved: _approved,
    LargePayoutApproved: _approved,
    DepositRefundApproved: _approved,
    PayoutCancelled: _cancelled,
    PayoutPaid: _paid,
    PayoutReturned: _returned,
    EscrowPlaced: _escrowed,
    EscrowReleased: _escrowed,
    FeeTaken: _fee,
    DepositCounted: _deposit_counted,
    **aid.BOOKED,
    **clearance.BOOKED,
}
