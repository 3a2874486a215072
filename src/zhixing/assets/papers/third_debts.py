"""Papers about what others owe the debtor: the order to perform, the ruling, the certificate, the order taken back."""

from __future__ import annotations

from zhixing.assets.acts.third_debts import (
    DebtCertified,
    DebtEnforcementRuled,
    DebtNoticeRevoked,
    DebtNotified,
    EnforcedFor,
)
from zhixing.assets.questions.third_debts import ThirdDebt, third_debt
from zhixing.cases.papers.phrases import (
    because,
    case_clause,
    clerk,
    contact,
    head,
    members,
    signed,
    titles,
    to,
)
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.parties.acts import Role
from zhixing.record.paper import Body, Line, Paper, PaperKind, Telling


def _debt(told: Telling, notice: int) -> ThirdDebt | None:
    return third_debt(told.dossier, notice, told.on)


def notified(told: Telling) -> Body:
    """To whom to pay, until when, how to object, and what follows from neither."""
    act = told.the(DebtNotified)
    debtors, applicants = told.names(members(told, Role.DEBTOR)), told.names(members(told, Role.APPLICANT))
    asked, sum_of = told.name(act.applied_by), paper_sum(act.amount)
    shown = act.established_by.strip() or act.evidence.strip().rstrip("。")
    proof = f"（{shown}）" if shown else ""
    return Body(
        blocks=(
            to(told, (act.third,)),
            Line(
                f"本院在执行{case_clause(told)}中，{asked}申请执行被执行人{debtors}对你方的到期债权，依据{titles(told)}。"
                f"该债权于{plain_date(act.due_on)}到期{proof}。{told.under}，现通知如下："
            ),
            Line(
                f"一、你方自收到本通知之日起十五日内，直接向申请执行人{applicants}履行{sum_of}，"
                f"不得向被执行人{debtors}清偿。款项也可以交至本院案款账户；",
                strong=True,
            ),
            Line(
                "二、对该债务有异议的，在收到本通知之日起十五日内向本院提出。异议一般以书面形式提出；"
                "无履行能力、与申请执行人没有直接法律关系，不属于异议。部分承认、部分有异议的，承认的部分应当履行；"
            ),
            Line("三、逾期没有提出异议又不履行的，本院将裁定对你方强制执行；"),
            Line(
                "四、收到本通知后擅自向被执行人履行，不能追回的，你方在已履行的财产范围内与被执行人承担连带清偿责任，"
                "并可能承担妨害执行的责任。"
            ),
            contact(told),
        )
    )


def enforcement_ruled(told: Telling) -> Body:
    """Up to which sum the third party is enforced on, and why."""
    act = told.the(DebtEnforcementRuled)
    debt = _debt(told, act.notice)
    third = told.name(debt.notice.act.third) if debt else "第三人"
    served = plain_date(debt.served.on) if debt and debt.served else "此前"
    if act.ground is EnforcedFor.PAID_AROUND:
        why = f"{third}于{served}收到履行到期债务通知后，擅自向被执行人履行，其中{paper_sum(act.amount)}不能追回"
        what = f"{third}在{paper_sum(act.amount)}的范围内与被执行人承担连带清偿责任，对其财产强制执行。"
    else:
        why = f"{third}于{served}收到履行到期债务通知，在十五日内对{paper_sum(act.amount)}没有提出有效的异议，又不履行"
        what = f"对{third}强制执行{paper_sum(act.amount)}。"
    return Body(
        blocks=(
            *head(told),
            Line(f"本院在执行{case_clause(told)}中查明：{why}。"),
            Line(f"{told.under}，裁定如下："),
            Line(what, strong=True),
            Line("本裁定送达第三人和被执行人后立即生效。"),
        ),
        signed=signed(told),
        clerk=clerk(told),
        copy=True,
    )


def certified(told: Telling) -> Body:
    """What the third party has paid of its debt to the debtor."""
    act = told.the(DebtCertified)
    debt = _debt(told, act.notice)
    debtors = told.names(members(told, Role.DEBTOR))
    return Body(
        blocks=(
            to(told, (debt.notice.act.third,) if debt else ()),
            Line(
                f"在{case_clause(told)}中，你方按照本院的履行到期债务通知，"
                f"已就对被执行人{debtors}的债务履行{paper_sum(act.amount)}。{told.under}，特此证明。"
            ),
            contact(told),
        )
    )


def revoked(told: Telling) -> Body:
    """The third party need not pay here any more."""
    act = told.the(DebtNoticeRevoked)
    debt = _debt(told, act.notice)
    sum_of = paper_sum(debt.notice.act.amount) if debt else "该笔债务"
    issued = plain_date(debt.notice.on) if debt else "此前"
    return Body(
        blocks=(
            to(told, (debt.notice.act.third,) if debt else ()),
            Line(f"关于{case_clause(told)}，本院于{issued}通知你方履行{sum_of}。"),
            Line(f"现因{because(act.reason, act.ground.label)}，{told.under}，本院撤销该通知。"),
            Line("本院另行裁定冻结该债权的，在解除以前仍不得向被执行人清偿。"),
            contact(told),
        )
    )


PAPERS = [
    Paper(acts=(DebtNotified,), kind=PaperKind.NOTICE, write=notified),
    Paper(acts=(DebtEnforcementRuled,), kind=PaperKind.RULING, write=enforcement_ruled),
    Paper(acts=(DebtCertified,), kind=PaperKind.NOTICE, write=certified),
    Paper(acts=(DebtNoticeRevoked,), kind=PaperKind.NOTICE, write=revoked),
]
