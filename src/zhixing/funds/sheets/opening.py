"""A bank's file, whatever it is: camt as the standard says, a table as the court said of that bank's columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from zhixing.funds import camt
from zhixing.funds.sheets.acts import StatementColumnsMapped
from zhixing.funds.sheets.reading import Row, is_table, rows_of
from zhixing.funds.sheets.table import HEAD_WITHIN, Columns, statement
from zhixing.funds.statement import Statement, StatementRefused
from zhixing.law.texts import say
from zhixing.record import door

if TYPE_CHECKING:
    from zhixing.funds.models import BankAccountRow


def read_any(content: bytes, accounts: Sequence[BankAccountRow], chosen: str = "") -> tuple[Statement, ...]:
    """The statements of a file of one of these accounts; a table may be of the one `chosen`. Raises StatementRefused."""
    if not is_table(content):
        return camt.read(content)
    rows = rows_of(content)
    account = _account(rows, accounts, chosen)
    columns = columns_of(account.dossier_id)
    if not columns:
        raise StatementRefused(
            say("还不知道{bank}的表格各栏是什么，请先在该账户的“对账单栏目”登记", bank=account.bank)
        )
    return (statement(rows, columns, account.number),)


def columns_of(account: int) -> Columns:
    """What was said last of the columns of a bank account's tables; nothing where it was not."""
    said = list(door.read(account).of(StatementColumnsMapped))
    return said[-1].act.columns if said else ()


def _account(rows: Sequence[Row], accounts: Sequence[BankAccountRow], chosen: str) -> BankAccountRow:
    """The account chosen, the one named above the table, or the only one."""
    above = "".join("".join(row) for row in rows[:HEAD_WITHIN]).replace(" ", "")
    found = [each for each in accounts if each.number == chosen] or [
        each for each in accounts if each.number in above
    ]
    if not found and not chosen and len(accounts) == 1:
        found = list(accounts)
    if len(found) != 1:
        raise StatementRefused(say("看不出是哪个银行账户的对账单，请选择账户"))
    return found[0]
