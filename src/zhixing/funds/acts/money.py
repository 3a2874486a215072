"""Money in a case: that it came, and that it was taken back. Both follow from acts of the bank's statement."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from zhixing.funds.acts.statement import MoneyKind
from zhixing.record.act import Act, DossierId, Fen, title


class MoneyReceived(Act, frozen=True, kw_only=True, tag="funds.received"):
    """案款到账: a line of the bank's statement is this case's money; paid on `booked_on`, known on the day of the act."""

    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    statement: Annotated[DossierId, title("对账单")]
    line: Annotated[str, title("对账单序号")]
    amount: Annotated[Fen, title("金额")]
    kind: Annotated[MoneyKind, title("款项")]
    booked_on: Annotated[date | None, title("银行记账日")] = None
    old: Annotated[bool, title("历史暂存款", "来自案款清理的登记册，序号是其流水号")] = False


class MoneyTakenBack(Act, frozen=True, kw_only=True, tag="funds.taken_back"):
    """撤回到账: the money was another's; it is no longer this case's."""

    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    statement: Annotated[DossierId, title("对账单")]
    line: Annotated[str, title("对账单序号")]
    amount: Annotated[Fen, title("金额")]
    kind: Annotated[MoneyKind, title("款项")]
