"""The aid fund of a court, a dossier of its own: its budget, what came in and from whom, and the wage its ceiling rests on."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

import msgspec

from zhixing.funds.acts.statement import KIND as STATEMENT
from zhixing.funds.acts.statement import LABEL as STATEMENT_LABEL
from zhixing.record.act import Act, Choice, DossierId, Fen, Prose, title

KIND, LABEL = "aid-fund", "司法救助资金"


class AidSource(Choice):
    """Where money of the fund comes from (司法救助意见 16)."""

    BUDGET = "budget", "财政拨款"
    DONATION = "donation", "社会捐助"
    GRANTED_ABOVE = "granted_above", "上级法院、党委政法委拨付"
    GIVEN_BACK = "given_back", "追回、退回的救助金"
    OTHER = "other", "其他来源"


class AidFundOpened(Act, frozen=True, kw_only=True, tag="funds.aid_fund_opened"):
    """设立司法救助资金: the court keeps money for aid, in that bank account."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    account: Annotated[DossierId, title("存放的银行账户", kind="bank-account")]


class AidBudgetSet(Act, frozen=True, kw_only=True, tag="funds.aid_budget_set"):
    """登记救助资金预算: what the treasury grants for a year in all; a later entry for the same year replaces it."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    year: Annotated[int, title("预算年度")]
    amount: Annotated[Fen, title("全年预算")]
    document: Annotated[str, title("批复文号或文件名称")]


class AidWageRecorded(Act, frozen=True, kw_only=True, tag="funds.aid_wage_recorded"):
    """登记职工月平均工资: of the province, as announced for a year."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    year: Annotated[int, title("统计年度")]
    monthly: Annotated[Fen, title("职工月平均工资")]
    source: Annotated[str, title("公布的机关和文件")]


class AidMoneyReceived(Act, frozen=True, kw_only=True, tag="funds.aid_money_received"):
    """救助资金到账: a line of the bank's statement is money of the fund."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    statement: Annotated[DossierId, title("对账单")]
    line: Annotated[str, title("对账单序号")]
    amount: Annotated[Fen, title("金额")]
    source: Annotated[AidSource, title("来源")]
    booked_on: Annotated[date, title("银行记账日")]
    giver: Annotated[str, title("拨付或捐助单位", "个人捐助的不写姓名")] = ""


class AidMoneyTakenBack(Act, frozen=True, kw_only=True, tag="funds.aid_money_taken_back"):
    """撤回救助资金到账: the money is not the fund's; it waits again to be known."""

    dossier_kind: ClassVar[str] = KIND
    dossier_label: ClassVar[str] = LABEL

    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    statement: Annotated[DossierId, title("对账单")]
    line: Annotated[str, title("对账单序号")]
    amount: Annotated[Fen, title("金额")]


class AidReceipt(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the statement that is money of the fund, and where it comes from."""

    line: Annotated[str, title("对账单序号")]
    amount: Annotated[Fen, title("金额")]
    booked_on: Annotated[date, title("银行记账日")]
    source: Annotated[AidSource, title("来源")]
    giver: Annotated[str, title("拨付或捐助单位", "个人捐助的不写姓名")] = ""


class AidMoneyAssigned(Act, frozen=True, kw_only=True, tag="funds.aid_money_assigned"):
    """认定救助资金: lines of the statement are money of the court's aid fund."""

    dossier_kind: ClassVar[str] = STATEMENT
    dossier_label: ClassVar[str] = STATEMENT_LABEL

    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    fund: Annotated[DossierId, title("司法救助资金")]
    receipts: Annotated[tuple[AidReceipt, ...], title("认定")]


class AidLineTakenBack(Act, frozen=True, kw_only=True, tag="funds.aid_line_taken_back"):
    """撤回救助资金认定: the line is not money of the fund."""

    dossier_kind: ClassVar[str] = STATEMENT
    dossier_label: ClassVar[str] = STATEMENT_LABEL

    account: Annotated[DossierId, title("银行账户", kind="bank-account")]
    fund: Annotated[DossierId, title("司法救助资金")]
    line: Annotated[str, title("对账单序号")]
    amount: Annotated[Fen, title("金额")]
    reason: Annotated[Prose, title("理由")]
