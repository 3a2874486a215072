"""A bank's statement, which is a dossier: its lines, and to whom each line's money went.

The acts hold places, days and amounts. Who paid and what he wrote is personal: it lies encrypted beside them (`LineText`).
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

import msgspec

from zhixing.record.act import Act, Choice, DossierId, Fen, FileHash, OfficerId, Prose, Sealed, title

KIND, LABEL = "statement", "银行对账单"


class LineTaken(msgspec.Struct, frozen=True, kw_only=True):
    """One booked line of the statement. `digest` is the keyed hash of all that the bank said of it but its place."""

    place: Annotated[str, title("序号")]
    amount: Annotated[int, title("金额（分，付出为负）")]
    on: Annotated[date, title("记账日")]
    digest: Annotated[str, title("校验值")]
    payer: Annotated[Sealed | None, title("对方账号")] = None
    virtual: Annotated[str, title("子账号", "付到一案一账户的")] = ""


class StatementTakenIn(Act, frozen=True, kw_only=True, tag="funds.statement_taken_in"):
    """登记银行对账单: its lines are booked, each against what is not yet known; opening and lines give closing.

    A notification (camt.054) states no balances; its lines are left out where a statement brings them again, `known` fen in all.
    """

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    number: Annotated[str, title("对账单编号")]
    file: Annotated[FileHash, title("银行的文件")]
    lines: Annotated[tuple[LineTaken, ...], title("明细")]
    opening: Annotated[int | None, title("期初余额（分）")] = None
    closing: Annotated[int | None, title("期末余额（分）")] = None
    begins: Annotated[Fen, title("账户启用时的余额", "只在第一份对账单填写，等于期初余额")] = 0
    known: Annotated[int, title("此前已按到账通知登记的（分）")] = 0


class MoneyKind(Choice):
    """What money is for."""

    EXECUTION = "execution", "执行款"
    FEE = "fee", "执行费"
    DEPOSIT = "deposit", "竞买保证金"


class Matched(Choice):
    """How it was found whose money it is."""

    RULE = "rule", "规则确定"
    CONFIRMED = "confirmed", "人员确认建议"
    BY_HAND = "by_hand", "人员查找"


class Assignment(msgspec.Struct, frozen=True, kw_only=True):
    """A line, the case whose money it is, and why."""

    line: Annotated[str, title("对账单序号")]
    amount: Annotated[Fen, title("金额")]
    case: Annotated[DossierId, title("案件")]
    booked_on: Annotated[date | None, title("银行记账日")] = None
    kind: Annotated[MoneyKind, title("款项")] = MoneyKind.EXECUTION
    matched: Annotated[Matched, title("认定方式")] = Matched.BY_HAND
    score: Annotated[int, title("把握（万分之）")] = 0
    why: Annotated[str, title("理由", "不写姓名、账号")] = ""


class LinesAssigned(Act, frozen=True, kw_only=True, tag="funds.lines_assigned"):
    """认定案款: each line's money is that of the case named."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    assignments: Annotated[tuple[Assignment, ...], title("认定")]


class LineTakenBack(Act, frozen=True, kw_only=True, tag="funds.line_taken_back"):
    """撤回认定: a line's money was given to the wrong case; it waits again to be found out."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    line: Annotated[str, title("对账单序号")]
    amount: Annotated[Fen, title("金额")]
    case: Annotated[DossierId, title("原认定的案件")]
    kind: Annotated[MoneyKind, title("款项")]
    reason: Annotated[Prose, title("理由")]


class LineSetAside(Act, frozen=True, kw_only=True, tag="funds.line_set_aside"):
    """交人查明款项: whose money came, or for what money went, is not known; an officer is to find out."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    line: Annotated[str, title("对账单序号")]
    owner: Annotated[OfficerId, title("承办人员")]
    note: Annotated[Prose, title("已做的查找", "不写姓名、账号")] = ""


class UnknownMoneyAnnounced(Act, frozen=True, kw_only=True, tag="funds.unknown_announced"):
    """公告认领不明款项: who paid what nobody could find the owner of is asked in public to come forward."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    lines: Annotated[tuple[str, ...], title("对账单序号")]
    where: Annotated[str, title("公告方式", "如：法院公告栏、法院网站")]
    until: Annotated[date, title("认领截止日")]
