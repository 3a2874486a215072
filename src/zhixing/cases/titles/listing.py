"""A reading as lines of Chinese, each proposal with the words of the paper it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zhixing.cases.titles.answer import number
from zhixing.cases.titles.reading import (
    Anchor,
    Cap,
    Cost,
    Interest,
    Kind,
    Perform,
    Rate,
    Span,
    Sum,
    TitleReading,
)
from zhixing.law.money import show

KINDS = {
    Kind.JUDGMENT: "判决书",
    Kind.MEDIATION: "调解书",
    Kind.AWARD: "裁决书",
    Kind.RULING: "裁定书",
    Kind.PAYMENT_ORDER: "支付令",
    Kind.NOTARISED_DEBT: "公证债权文书",
}
ANCHORS = {
    Anchor.EFFECTIVE: "生效",
    Anchor.SIGNED: "签收（签订）",
    Anchor.SERVED: "送达",
    Anchor.MADE: "作出",
}
TABLES = {"lpr-1y": "一年期LPR", "lpr-5y": "五年期以上LPR", "benchmark": "贷款基准利率"}
PERIODS = {"year": "年", "month": "月", "day": "日", "quarter": "季度"}
CLAIMS = {"thing": "交付物", "conduct": "行为", "right": "财产权", "priority": "优先受偿"}
LIABILITIES = {
    "joint": "连带责任",
    "supplementary": "补充责任",
    "guarantee": "担保责任",
    "several": "按份责任",
    "limited": "限额责任",
}
_UNSAID = "（未写明）"


def lines(reading: TitleReading, text: str) -> Iterator[str]:
    """The listing, line by line."""
    yield f"文书：{KINDS[reading.kind] if reading.kind else _UNSAID}　案号：{reading.number or _UNSAID}"
    yield f"机关：{reading.court or _UNSAID}　日期：{reading.dated or _UNSAID}"
    yield "当事人：" + ("；".join(f"{party.role or ''}{party.name}" for party in reading.parties) or _UNSAID)
    yield from _numbered("款项", ((_sum(amount), amount.place) for amount in reading.sums), text)
    yield from _numbered("利息", ((_interest(formula), formula.place) for formula in reading.interest), text)
    yield from _numbered("费用", ((_cost(cost), cost.place) for cost in reading.costs), text)
    others = (
        (
            f"{'、'.join(other.owed_by)}：{LIABILITIES[other.kind]}"
            + (f"，限于{other.limit}" if other.limit else ""),
            other.place,
        )
        for other in reading.liabilities
    )
    yield from _numbered("其他责任人", others, text)
    claims = (
        (f"{CLAIMS[claim.kind]}（{'、'.join(claim.owed_by)}）", claim.place) for claim in reading.claims
    )
    yield from _numbered("非金钱义务", claims, text)
    yield from _agreed(reading)
    yield from _numbered(
        "没有读懂，请人工核对", ((left.why, left.place) for left in reading.not_understood), text
    )
    for note in reading.notes:
        yield f"提示：{note}"


def _agreed(reading: TitleReading) -> Iterator[str]:
    if reading.order:
        yield "抵扣顺序：" + " → ".join(reading.order)
    if reading.acceleration:
        yield f"提前到期：{reading.acceleration.why}"
    yield f"加倍支付迟延履行期间债务利息：{'已写明' if reading.double_interest else '未写明'}"


def _numbered(title: str, found: Iterator[tuple[str, Span]], text: str) -> Iterator[str]:
    rows = list(found)
    if not rows:
        return
    yield f"{title}（{len(rows)}）"
    for index, (words, (start, end)) in enumerate(rows, 1):
        yield f"  {index}. {words}"
        yield f"     原文〔{start}–{end}〕：{' '.join(text[start:end].split())}"


def _people(names: tuple[str, ...]) -> str:
    return "、".join(names) or _UNSAID


def _sum(amount: Sum) -> str:
    joint = "（连带或共同）" if amount.jointly and len(amount.owed_by) > 1 else ""
    every = f"每{PERIODS[amount.every]}" if amount.every else ""
    words = f"{amount.label} {every}{show(amount.amount)}元　{_people(amount.owed_by)}{joint}付{_people(amount.owed_to)}"
    words += f"　履行：{perform_words(amount.perform)}"
    return words + (f"　条件：{amount.condition}" if amount.condition else "")


def perform_words(perform: Perform | None) -> str:
    """When a duty is to be performed, in Chinese."""
    if perform is None:
        return _UNSAID
    if perform.by is not None:
        return f"{perform.by}以前（含当日）"
    if perform.yearly is not None:
        return f"每年{perform.yearly}前"
    if perform.monthly_day is not None:
        return f"每月{perform.monthly_day}日前"
    event = (
        f"{perform.after}"
        if isinstance(perform.after, date)
        else ANCHORS[perform.after]
        if perform.after
        else ""
    )
    if perform.months is not None:
        return f"{event}之日起{perform.months}个月内"
    return (
        f"{event}之日起{perform.days}{'个工作日' if perform.working else '日'}内"
        if perform.days
        else f"{event}当日"
    )


def rate_words(rate: Rate | None) -> str:
    """A rate in Chinese."""
    if rate is None:
        return _UNSAID
    if rate.table is None:
        return f"{PERIODS[rate.per]}利率{number(rate.number * 100)}%" if rate.number is not None else _UNSAID
    times = f"×{number(rate.times)}" if rate.times != 1 else ""
    return f"{TABLES[rate.table]}{times}" + (f"＋{number(rate.plus * 100)}个百分点" if rate.plus else "")


def _cap(cap: Cap | None) -> str:
    if cap is None:
        return ""
    return f"　上限：{show(cap.amount)}元" if cap.amount is not None else f"　上限：{rate_words(cap.rate)}"


def _interest(formula: Interest) -> str:
    base = f"{show(formula.base)}元" if formula.base is not None else _UNSAID
    if formula.outstanding:
        base += "（以未付部分计）"
    since = formula.since or formula.since_text or _UNSAID
    until = formula.until or formula.until_text or _UNSAID
    words = f"{formula.label}　基数：{base}　利率：{rate_words(formula.rate)}　自{since}至{until}{_cap(formula.cap)}"
    return words + (f"　条件：{formula.condition}" if formula.condition else "")


def _cost(cost: Cost) -> str:
    payee = {"court": "向法院交纳", None: "向谁支付未写明"}.get(cost.payable_to, f"付给{cost.payable_to}")
    if cost.prepaid_by and cost.borne_by == (cost.prepaid_by,):
        payee = "已预交，自行负担"
    words = f"{cost.label} {show(cost.amount)}元　由{_people(cost.borne_by)}负担　{payee}"
    return words + (f"　履行：{perform_words(cost.perform)}" if cost.perform else "")
