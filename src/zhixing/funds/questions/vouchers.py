"""Which vouchers an act puts into the ledger: the one place where acts of money become bookings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from zhixing.funds.acts.booking import COURT, AccountKind, Voucher, voucher
from zhixing.funds.acts.money import MoneyReceived, MoneyTakenBack
from zhixing.funds.acts.statement import MoneyKind, StatementTakenIn
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
}
