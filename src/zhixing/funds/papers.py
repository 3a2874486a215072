"""The papers of case money."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

from zhixing.cases.papers.phrases import approval_form
from zhixing.cases.questions import case_number
from zhixing.funds.acts.account import BankAccountOpened, MonthlyChecked
from zhixing.funds.acts.money import MoneyReceived
from zhixing.funds.acts.payout import (
    DepositRefundApproved,
    LargePayoutApproved,
    PayoutApproved,
    PayoutCancelled,
    PayoutDeferred,
)
from zhixing.funds.acts.statement import UnknownMoneyAnnounced
from zhixing.funds.aid import papers as aid
from zhixing.funds.clearance import papers as clearance
from zhixing.funds.distribution import papers as distribution
from zhixing.funds.fees import papers as fees
from zhixing.funds.goods import papers as goods
from zhixing.funds.keeping import papers as keeping
from zhixing.funds.questions.case_money import receipt_number
from zhixing.funds.questions.lines import lines
from zhixing.law.money import show
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.record.dossier import Entry
from zhixing.record.paper import Body, Line, Paper, PaperKind, Signature, Table, Telling

ON_TIME = timedelta(days=30)  # a receipt given within a month of the money is not called late


def payout_form(told: Telling) -> Body:
    """The approval form that accounting pays by (执行款物规定 11): to whom, how much, asked and approved by whom."""
    act = told.the(PayoutApproved)
    rows = [
        ("收款人", told.name(act.payee)),
        ("收款账户", told.account(act.payee_account)),
        ("金额", f"{show(act.amount)}元"),
    ]
    if isinstance(act, DepositRefundApproved):
        came = told.dossier.at(act.receipt)
        if came is not None:
            rows.append(("保证金到账", plain_date(came.on)))
    if act.reason:
        rows.append(
            ("退到其他账户的理由" if isinstance(act, DepositRefundApproved) else "发给他人的理由", act.reason)
        )
    return Body(blocks=approval_form(told, *rows), sealed=False)


def cancelled_form(told: Telling) -> Body:
    """Which payout is undone before the bank paid, and why."""
    act = told.the(PayoutCancelled)
    approved = told.dossier.at(act.payout)
    rows: list[tuple[str, str]] = []
    if approved is not None and isinstance(approved.act, PayoutApproved):
        rows += [
            ("原审批", plain_date(approved.on)),
            ("收款人", told.name(approved.act.payee)),
            ("金额", f"{show(approved.act.amount)}元"),
        ]
    return Body(blocks=approval_form(told, *rows, ("理由", act.reason)), sealed=False)


def receipt(told: Telling) -> Body:
    """That the court received so much, from whom, for which case, when; where it was long unknown whose, issued late."""
    act = told.the(MoneyReceived)
    number = receipt_number(cast(Entry[MoneyReceived], told.entry))
    came = act.booked_on or told.on
    source = "历史暂存款登记册，流水号" + act.line if act.old else f"对账单第{act.line}笔"
    rows = (
        ("收据号码", number),
        ("案号", str(case_number(told.dossier, told.on) or "")),
        ("交款人", told.payer),
        ("款项", act.kind.label),
        ("金额", paper_sum(act.amount)),
        ("到账日期", plain_date(came)),
        ("开具日期", plain_date(told.on)),
        ("收款方式", f"银行转账，{source}"),
        ("依据", told.basis),
    )
    lines = [Line("上列款项已收讫。认定有误而撤回的，本收据作废。")]
    if act.old or told.on - came > ON_TIME or told.on.year != came.year:
        lines.append(
            Line(
                f"本收据系补开：款项于{plain_date(came)}到账，于{plain_date(told.on)}认定属于本案，号码按开具的年度编列。"
                "到账时已经开具收据的，以原收据为交款凭证，本收据不重复证明交款。"
            )
        )
    return Body(
        blocks=(Table(tuple(row for row in rows if row[1])), *lines),
        signed=(Signature("收款人（财务）", told.entry.by.name),),
    )


def announcement(told: Telling) -> Body:
    """What came for nobody known: day and sum, not who paid, so that whoever claims it must know."""
    act = told.the(UnknownMoneyAnnounced)
    there = lines(told.dossier, told.on)
    rows = tuple(
        (f"{plain_date(there[place].line.on)}", f"{show(there[place].line.amount)}元")
        for place in act.lines
        if place in there
    )
    return Body(
        blocks=(
            Line("下列款项汇入本院案款账户，经查找不能确定所属案件和权利人："),
            Table(rows),
            Line(
                f"请交款人、权利人于{plain_date(act.until)}前持汇款凭证和身份证明到本院财务部门认领，"
                "并说明所属案件。"
            ),
            Line(f"公告方式：{act.where}。依据：{told.basis}。"),
        )
    )


def month_form(told: Telling) -> Body:
    """How the month's comparison went: what is not known, since when, who approved."""
    act = told.the(MonthlyChecked)
    opened = told.dossier.first(BankAccountOpened)
    rows = [
        ("银行账户", f"{opened.act.bank}　{opened.act.number}" if opened else ""),
        ("核对到", plain_date(told.on)),
        ("待查收款", f"{act.unknown}笔，{show(act.amount)}元"),
        ("其中最早", plain_date(act.oldest) if act.oldest else "无"),
        ("核对和清理情况", act.note),
        ("核对人（财务）", told.entry.by.name),
        ("批准人（执行机构）", told.entry.approved_by.name if told.entry.approved_by else ""),
        ("依据", told.basis),
    ]
    return Body(blocks=(Table(tuple(row for row in rows if row[1])),), sealed=False)


def deferral_form(told: Telling) -> Body:
    """The ground for keeping the money longer, and who approved that."""
    act = told.the(PayoutDeferred)
    rows = (("延缓事由", act.ground.label), ("情况说明", act.reason))
    return Body(blocks=approval_form(told, *rows), sealed=False)


PAPERS = [
    *aid.PAPERS,
    *distribution.PAPERS,
    *keeping.PAPERS,
    *fees.PAPERS,
    *goods.PAPERS,
    *clearance.PAPERS,
    Paper(
        acts=(PayoutApproved, LargePayoutApproved, DepositRefundApproved),
        kind=PaperKind.FORM,
        write=payout_form,
    ),
    Paper(acts=(PayoutCancelled,), kind=PaperKind.FORM, write=cancelled_form),
    Paper(acts=(MoneyReceived,), kind=PaperKind.RECEIPT, write=receipt),
    Paper(acts=(UnknownMoneyAnnounced,), kind=PaperKind.NOTICE, write=announcement),
    Paper(acts=(MonthlyChecked,), kind=PaperKind.FORM, write=month_form),
    Paper(acts=(PayoutDeferred,), kind=PaperKind.FORM, write=deferral_form),
]
