"""The decision on relief from the fee."""

from __future__ import annotations

from zhixing.cases.papers.phrases import to
from zhixing.funds.fees.acts import FeeReliefDecided, Relief
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.record.paper import Body, Line, Paper, PaperKind, Telling


def decision(told: Telling) -> Body:
    """What was asked for on what ground, and what is granted; a refusal with its reasons (art. 48)."""
    act = told.the(FeeReliefDecided)
    if not act.granted:
        what = f"不准许{act.relief.label}执行费。理由：{act.reason}"
    elif act.relief is Relief.REDUCED:
        what = f"准许减交执行费{paper_sum(act.less)}"
    elif act.relief is Relief.DEFERRED and act.until is not None:
        what = f"准许缓交执行费，至{plain_date(act.until)}止"
    else:
        what = "准许免交执行费"
    return Body(
        blocks=(
            to(told, (act.party,)),
            Line(
                f"你（单位）于{plain_date(act.applied_on)}申请{act.relief.label}执行费，理由是：{act.ground.label}。"
            ),
            Line(f"经审查，依照{told.basis}，决定如下："),
            Line(f"{what}。"),
        )
    )


PAPERS = [Paper(acts=(FeeReliefDecided,), kind=PaperKind.DECISION, write=decision)]
