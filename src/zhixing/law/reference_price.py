"""The reference price of what is to be sold: in which four ways it is set, in which order, and how long it holds.

In force since 2018-09-01. Before, an appraisal or the market price served (拍卖变卖规定 4), and nothing ordered the ways; an
appraisal was sent within five days and objected to within ten (拍卖变卖规定 of 2004, art. 6, struck out in 2020; from memory).

Not covered: rosters of platforms and appraisers (arts. 8, 9, 15), what they are paid (31–33), visits
on the spot (18), the technical review by an association beyond the day it was asked for (23).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import Citation, cite
from zhixing.law.dated import Dated, Row
from zhixing.law.money import Fen, round_fen, show
from zhixing.law.periods import Period, days, months, shifted, years
from zhixing.law.texts import say

__all__ = [
    "SINCE",
    "PriceWay",
    "ReportTerms",
    "before_in_order",
    "mean_price",
    "object_within",
    "report_terms",
    "send_within",
    "still_valid",
    "valid_at_most",
]

SINCE = date(2018, 9, 1)
START = cite("参考价规定", 1, figure="三十日")
START_WITHIN = days(30)
SELL = cite("参考价规定", 30, figure="十日")
SELL_WITHIN = days(10)
VALID = cite("参考价规定", 27, figure="一年")
LONGEST = years(1)
AFTER_ITS_END = months(6)
SENT = cite("参考价规定", 21, figure="三日")
OBJECTION = cite("参考价规定", 22, figure="五日")
PASSED_ON = cite("参考价规定", 23, figure="三日")
PASS_ON_WITHIN = days(3)
NOT_HEARD = cite("参考价规定", 24)
MEAN = cite("参考价规定", 13)
OLD_APPRAISAL = cite("拍卖变卖规定", 4)
OLD_REPORT = "最高人民法院关于人民法院民事执行中拍卖、变卖财产的规定（2004）第6条"
_OLD_SINCE = date(2005, 1, 1)
_SENDING = Dated(
    "发送定价报告的期限",
    [Row(_OLD_SINCE, SINCE, days(5), OLD_REPORT), Row(SINCE, None, days(3), SENT)],
)
_OBJECTING = Dated(
    "对定价报告提出异议的期限",
    [Row(_OLD_SINCE, SINCE, days(10), OLD_REPORT), Row(SINCE, None, days(5), OBJECTION)],
)


class PriceWay(Enum):
    """How a reference price is set; the value is its name, the order is that of the law."""

    AGREED = "当事人议价"
    ASKED = "定向询价"
    NETWORK = "网络询价"
    APPRAISED = "委托评估"
    MARKET = "参照市价"  # before September 2018


ORDER = (PriceWay.AGREED, PriceWay.ASKED, PriceWay.NETWORK, PriceWay.APPRAISED)
ORDERED_BY = {
    PriceWay.AGREED: cite("参考价规定", 4),
    PriceWay.ASKED: cite("参考价规定", 5),
    PriceWay.NETWORK: cite("参考价规定", 7),
    PriceWay.APPRAISED: cite("参考价规定", 14),
    PriceWay.MARKET: OLD_APPRAISAL,
}


def before_in_order(way: PriceWay, on: date) -> Found[tuple[PriceWay, ...]] | Undetermined:
    """The ways that must be impossible or have failed before this one, where nobody asks to skip them.

    >>> [each.name for each in before_in_order(PriceWay.NETWORK, date(2019, 1, 1)).value]
    ['AGREED', 'ASKED']
    """
    cites = (ORDERED_BY[way],)
    if on < SINCE:
        if way in (PriceWay.AGREED, PriceWay.APPRAISED, PriceWay.MARKET):
            return Found((), (), cites)
        return Undetermined((say("{way}自 {since} 起才有规定", way=way.value, since=SINCE),), cites)
    if way is PriceWay.MARKET:
        return Undetermined((say("自 {since} 起须以四种方式之一确定参考价", since=SINCE),), cites)
    return Found(ORDER[: ORDER.index(way)], (), cites)


@dataclass(frozen=True, slots=True)
class ReportTerms:
    """How long whoever is asked has for the report, and how often and by how much it may be prolonged."""

    first: Period
    extension: Period
    extensions: int
    cites: tuple[Citation, ...]


_REPORTS = {
    PriceWay.NETWORK: ReportTerms(days(3), days(3), 1, (cite("参考价规定", 11, figure="三日"),)),
    PriceWay.APPRAISED: ReportTerms(days(30), days(15), 2, (cite("参考价规定", 19, figure="三十日"),)),
}


def report_terms(way: PriceWay, on: date) -> Found[ReportTerms] | Undetermined:
    """The time for a report; undetermined where the court sets it, and before September 2018."""
    terms = _REPORTS.get(way)
    if terms is None or on < SINCE:
        return Undetermined((say("{way}的期限由人民法院指定", way=way.value),), (ORDERED_BY[way],))
    return Found(terms, (), terms.cites)


def send_within(received: date) -> Found[Period] | Undetermined:
    """How soon a report that came that day is sent to the parties.

    >>> [send_within(date(2018, month, 1)).value.count for month in (8, 9)]
    [5, 3]
    """
    return _SENDING.on(received)


def object_within(received: date) -> Found[Period] | Undetermined:
    """How long whoever received a report that day may object.

    >>> [object_within(date(2018, month, 1)).value.count for month in (8, 9)]
    [10, 5]
    """
    return _OBJECTING.on(received)


def mean_price(prices: Sequence[Fen]) -> Found[Fen] | Undetermined:
    """The mean of what the platforms answered in time, in fen; half a fen is rounded up.

    >>> mean_price([100, 101, 105]).value
    102
    """
    if not prices:
        return Undetermined((say("没有平台出具询价结果"),), (MEAN,))
    mean = round_fen(Fraction(sum(prices), len(prices)))
    line = say("{count} 家平台结果的平均值为 {mean} 元", count=len(prices), mean=show(mean))
    return Found(mean, (line,), (MEAN,))


def valid_at_most(since: date) -> date:
    """The last day to which a price of that day may be said to hold."""
    return shifted(since, LONGEST)


def still_valid(valid_until: date, published: date, sold_on: date) -> Found[bool]:
    """Whether a price serves for a sale: the first notice came while it held, and the sale within six months of its end.

    >>> still_valid(date(2019, 6, 30), date(2019, 6, 30), date(2019, 12, 30)).value
    True
    """
    if published > valid_until:
        line = say("有效期至 {until}，一拍公告在其后", until=valid_until)
        return Found(False, (line,), (VALID,))
    last = shifted(valid_until, AFTER_ITS_END)
    if sold_on > last:
        return Found(
            False,
            (say("有效期至 {until}，届满已超过六个月（{last}）", until=valid_until, last=last),),
            (VALID,),
        )
    return Found(True, (say("有效期至 {until}", until=valid_until),), (VALID,))
