"""The papers of telling, keeping aside and taking the fee."""

from __future__ import annotations

from zhixing.cases.papers.phrases import approval_form, to
from zhixing.funds.keeping.acts import DepositCounted, EscrowPlaced, EscrowReleased, FeeTaken, PaymentNoticed
from zhixing.law.money import show
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.record.paper import Body, Line, Paper, PaperKind, Telling


def notice(told: Telling) -> Body:
    """The applicant learns that money came, how much, and what to bring."""
    act = told.the(PaymentNoticed)
    return Body(
        blocks=(
            to(told, act.to),
            Line(f"你（单位）申请执行一案，执行款{paper_sum(act.amount)}已到本院执行款专户，可以领取。"),
            Line("请提供本人（本单位）名下的收款账户；委托他人代为领取的，须有特别授权的委托手续。"),
            Line("没有正当理由不领取的，本院可以依法提存。"),
            Line(f"依据：{told.basis}。"),
            Line("特此通知。"),
        )
    )


def escrow_form(told: Telling) -> Body:
    """For whom, how much, why."""
    act = told.the(EscrowPlaced)
    rows = (
        ("为谁提存", told.name(act.of)),
        ("金额", f"{show(act.amount)}元"),
        ("提存事由", act.ground.label),
        ("证明情况", act.reason),
    )
    return Body(blocks=approval_form(told, *rows), sealed=False)


def fee_form(told: Telling) -> Body:
    """How much of the fee is taken."""
    rows = (("结算金额", f"{show(told.the(FeeTaken).amount)}元"),)
    return Body(blocks=approval_form(told, *rows), sealed=False)


def released_form(told: Telling) -> Body:
    """Which escrow comes back to the case, how much of it, why."""
    act = told.the(EscrowReleased)
    placed = told.dossier.at(act.escrow)
    rows = (
        ("原提存", plain_date(placed.on) if placed else ""),
        ("转回金额", f"{show(act.amount)}元"),
        ("理由", act.reason),
    )
    return Body(blocks=approval_form(told, *(row for row in rows if row[1])), sealed=False)


def deposit_form(told: Telling) -> Body:
    """How much of a buyer's deposit becomes money of the case, on what ground."""
    act = told.the(DepositCounted)
    rows = (("金额", f"{show(act.amount)}元"), ("依据", act.ground.label), ("说明", act.reason))
    return Body(blocks=approval_form(told, *rows), sealed=False)


PAPERS = [
    Paper(acts=(EscrowReleased,), kind=PaperKind.FORM, write=released_form),
    Paper(acts=(DepositCounted,), kind=PaperKind.FORM, write=deposit_form),
    Paper(acts=(PaymentNoticed,), kind=PaperKind.NOTICE, write=notice),
    Paper(acts=(EscrowPlaced,), kind=PaperKind.FORM, write=escrow_form),
    Paper(acts=(FeeTaken,), kind=PaperKind.FORM, write=fee_form),
]
