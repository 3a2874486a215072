"""Bank accounts of a court, each a dossier of its own; and the account within it that a case is given (一案一账户)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from zhixing.record.act import Act, Choice, DossierId, Fen, Prose, title


class AccountUse(Choice):
    """What a bank account is for (执行款物规定 art. 4)."""

    CASE_MONEY = "case_money", "执行款专户"
    AID = "aid", "司法救助资金专户"


class BankAccountOpened(Act, frozen=True, kw_only=True, tag="funds.account_opened"):
    """开立银行账户: an account at a bank through which the court's case money goes."""

    dossier_kind: ClassVar[str] = "bank-account"
    dossier_label: ClassVar[str] = "银行账户"

    name: Annotated[str, title("户名")]
    bank: Annotated[str, title("开户行")]
    number: Annotated[str, title("账号", "法院自己的账号")]
    use: Annotated[AccountUse, title("用途")]


class BankAccountClosed(Act, frozen=True, kw_only=True, tag="funds.account_closed"):
    """撤销银行账户: nothing is booked through it any more."""

    dossier_kind: ClassVar[str] = "bank-account"
    dossier_label: ClassVar[str] = "银行账户"

    reason: Annotated[Prose, title("理由")]


class MonthlyChecked(Act, frozen=True, kw_only=True, tag="funds.monthly_checked"):
    """按月核对案款: accounting and the bureau compare, and clear up what is not known: how much of it there is, since when."""

    dossier_kind: ClassVar[str] = "bank-account"
    dossier_label: ClassVar[str] = "银行账户"

    unknown: Annotated[int, title("待查收款笔数")]
    amount: Annotated[Fen, title("待查收款金额")]
    oldest: Annotated[date | None, title("其中最早一笔的记账日", "没有待查收款的不填")] = None
    note: Annotated[Prose, title("核对和清理情况", "不符的原因，待查款项查找到哪一步")]


class VirtualAccountGiven(Act, frozen=True, kw_only=True, tag="funds.virtual_account"):
    """设立一案一账户: the case has an account number of its own; what is paid to it is the case's."""

    account: Annotated[DossierId, title("所属银行账户", kind="bank-account")]
    number: Annotated[str, title("子账号", "银行为本案分配的账号")]
