"""Papers of a reference price: the list before the draw, the result with what anybody needs to draw it again, the report."""

from __future__ import annotations

from zhixing.assets.acts.valuation import (
    AppraiserListFixed,
    AppraisersDrawn,
    PriceMethod,
    PriceReportReceived,
    PriceReportSent,
)
from zhixing.assets.papers.sales import thing
from zhixing.assets.questions.appraisers import COUNT, list_at, result
from zhixing.assets.questions.price import pricing
from zhixing.cases.papers.phrases import case_clause, contact
from zhixing.law.answers import Found
from zhixing.law.lots import lot
from zhixing.law.norms.reading import chinese
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.law.reference_price import object_within
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


def report_sent(told: Telling) -> Body:
    """What the report says, until when it holds, and how long one may object in writing."""
    act = told.the(PriceReportSent)
    report = next((each for each in told.dossier.of(PriceReportReceived) if each.seq == act.report), None)
    found = pricing(told.dossier, report.act.property, told.on) if report else None
    terms = object_within(told.on)
    came = f"，于{plain_date(report.on)}收到{thing(told, report.act.property)}的定价结果" if report else ""
    what = (
        f"：{paper_sum(report.act.amount)}，有效期至{plain_date(report.act.valid_until)}"
        if report
        else "，拟处置财产已经定价"
    )
    said = [Line(f"本院在执行{case_clause(told)}中{came}{what}。{told.under}，现将报告送达你（单位）。")]
    objectable = found is not None and found.method in (PriceMethod.NETWORK, PriceMethod.APPRAISED)
    if objectable and isinstance(terms, Found):
        days = chinese(terms.value.count)
        said.append(
            Line(f"对报告有异议的，自收到之日起{days}日内以书面形式向本院提出，逾期不予受理。", strong=True)
        )
    return Body(blocks=(*said, Line("附：定价报告一份"), contact(told)))


PAPERS = [
    Paper(acts=(PriceReportSent,), kind=PaperKind.NOTICE, write=report_sent),
    Paper(acts=(AppraiserListFixed,), kind=PaperKind.NOTICE, write=list_fixed),
    Paper(acts=(AppraisersDrawn,), kind=PaperKind.NOTICE, write=drawn_out),
]
