"""The papers of case money."""

from __future__ import annotations

from zhixing.cases.papers.phrases import approval_form
from zhixing.funds.acts.payout import LargePayoutApproved, PayoutApproved, PayoutDeferred
from zhixing.funds.aid import papers as aid
from zhixing.funds.clearance import papers as clearance
from zhixing.funds.distribution import papers as distribution
from zhixing.funds.fees import papers as fees
from zhixing.funds.goods import papers as goods
from zhixing.funds.keeping import papers as keeping
from zhixing.law.money import show
from zhixing.record.paper import Body, Paper, PaperKind, Telling


def payout_form(told: Telling) -> Body:
    """The approval form that accounting pays by (执行款物规定 11): to whom, how much, asked and approved by whom."""
    act = told.the(PayoutApproved)
    rows = [
        ("收款人", told.name(act.payee)),
        ("收款账户", told.account(act.payee_account)),
        ("金额", f"{show(act.amount)}元"),
    ]
    if act.reason:
        rows.append(("发给他人的理由", act.reason))
    return Body(blocks=approval_form(told, *rows), sealed=False)


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
    Paper(acts=(PayoutApproved, LargePayoutApproved), kind=PaperKind.FORM, write=payout_form),
    Paper(acts=(PayoutDeferred,), kind=PaperKind.FORM, write=deferral_form),
]
