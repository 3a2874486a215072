"""Papers of choosing appraisers: the list before the draw, and the result with what anybody needs to draw it again."""

from __future__ import annotations

from zhixing.assets.acts.valuation import AppraiserListFixed, AppraisersDrawn
from zhixing.assets.papers.sales import thing
from zhixing.assets.questions.appraisers import COUNT, list_at, result
from zhixing.cases.papers.phrases import case_clause, contact
from zhixing.law.lots import lot
from zhixing.law.paper_words import plain_date
from zhixing.record.paper import Block, Body, Line, Paper, PaperKind, Table, Telling


def list_fixed(told: Telling) -> Body:
    """From which list, on which day, and where the number will come from."""
    act = told.the(AppraiserListFixed)
    return Body(
        blocks=(
            Line(
                f"本院在执行{case_clause(told)}中，需要对{thing(told, act.property)}委托评估。{act.ground.label}。"
            ),
            Line(
                f"{told.under}，本院定于{plain_date(act.draws_on)}以摇号方式从{act.roster}中确定{COUNT}家评估机构及其顺序。"
                f"号码的来源：{act.number_from.rstrip('。')}。"
            ),
            Line("候选评估机构："),
            *(Line(f"{place}. {name}") for place, name in enumerate(act.candidates, start=1)),
            Line("当事人可以到场监督；不到场的，不影响摇号的进行。"),
            contact(told),
        )
    )


def drawn_out(told: Telling) -> Body:
    """The three, the number, and each candidate's lot, so that the draw can be repeated."""
    act = told.the(AppraisersDrawn)
    fixed = list_at(told.dossier, act.list, told.on)
    return Body(
        blocks=(
            Line(
                f"本院在执行{case_clause(told)}中，于{plain_date(told.on)}以号码“{act.number}”摇号确定评估机构。"
                f"{told.under}，现将结果通知如下。"
            ),
            *(_result(told, act, fixed.act) if fixed else ()),
            Line(f"到场和见证的人：{act.present.rstrip('。')}。"),
            contact(told),
        )
    )


def _result(told: Telling, act: AppraisersDrawn, fixed: AppraiserListFixed) -> tuple[Block, ...]:
    names = result(fixed, act)
    rows = sorted(fixed.candidates, key=lambda name: lot(act.number, name))
    return (
        Line(f"{thing(told, fixed.property)}的评估机构依次为："),
        Line("；".join(f"{place}. {name}" for place, name in enumerate(names, start=1)), strong=True),
        Line(
            "复核方法：对“号码、换行、机构名称”（UTF-8）计算 SHA-256，按所得数值由小到大排列，取前三家。"
            "各候选机构的数值（前十二位）："
        ),
        Table(tuple((name, lot(act.number, name)[:12]) for name in rows)),
    )


PAPERS = [
    Paper(acts=(AppraiserListFixed,), kind=PaperKind.NOTICE, write=list_fixed),
    Paper(acts=(AppraisersDrawn,), kind=PaperKind.NOTICE, write=drawn_out),
]
