"""What the columns of a bank's table mean: said once for each bank account, and again when the bank changes its export."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec

from zhixing.record.act import Act, Choice, title


class Meaning(Choice):
    """What a column of a statement holds."""

    ON = "on", "记账日期"
    INCOME = "in", "收入（贷方）"
    OUTLAY = "out", "支出（借方）"
    AMOUNT = "amount", "金额（支出为负，或另有借贷标志）"
    DIRECTION = "direction", "借贷标志"
    BALANCE = "balance", "余额"
    NAME = "name", "对方户名"
    ACCOUNT = "account", "对方账号"
    TEXT = "text", "摘要、附言"
    REFERENCE = "reference", "流水号"
    OWN = "own", "本方子账号"


class ColumnMeaning(msgspec.Struct, frozen=True, kw_only=True):
    """A heading as the bank writes it, and what its column holds."""

    heading: Annotated[str, title("表头")]
    meaning: Annotated[Meaning, title("含义")]


class StatementColumnsMapped(Act, frozen=True, kw_only=True, tag="funds.columns_mapped"):
    """登记对账单栏目: how this bank's tables are to be read."""

    dossier_kind: ClassVar[str] = "bank-account"
    dossier_label: ClassVar[str] = "银行账户"

    columns: Annotated[tuple[ColumnMeaning, ...], title("栏目")]
