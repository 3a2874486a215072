"""Auctions and private sales: notice periods, floors, deposits, how often, and what is left when nobody buys.

Two ways stand side by side. Since 2017 an auction is held online unless that does not fit (网拍规定 2); before, and where it does
not fit, an auction house is entrusted (拍卖变卖规定 3). What the rules on online auctions leave open follows the older ones.

`earliest_day` counts a notice period in plain days from the notice, the day of the notice not counted and no day moved: a notice
may well run out on a Sunday.

The private sale that follows two failed online auctions rests on a notice of 2017 whose number and day are from memory
(docs/law-to-confirm.md): ten days to ask, fifteen to announce, sixty on sale.

Not covered: 拍卖变卖规定 6 (nothing left after prior claims), 13 (which of several prior buyers wins), 29 (commission), 30 (state
shares of listed companies); 网拍规定 4, 5, 8, 9, 29, 35 (providers).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from types import MappingProxyType

from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import Citation, cite
from zhixing.law.dated import Dated, Row
from zhixing.law.money import Fen, show
from zhixing.law.periods import Period, days, months, shifted
from zhixing.law.texts import say

__all__ = [
    "DIRECT_SALE",
    "NET_SALE",
    "AuctionTerms",
    "PrivateSaleTerms",
    "Thing",
    "Way",
    "auction_terms",
    "deposit_bounds",
    "direct_floor",
    "earliest_day",
    "private_sale_terms",
    "reserve_floor",
]

ONLINE_SINCE = date(2017, 1, 1)
_TRADITIONAL_SINCE = date(2005, 1, 1)
ONLINE_FIRST = cite("网拍规定", 2)
RULED_WITHIN = cite("拍卖变卖规定", 20, figure="十日")
HANDED_OVER_WITHIN = cite("拍卖变卖规定", 27, figure="十五日")
DIRECT_SALE = cite("拍卖变卖规定", 31)
DIRECT_PRICE = cite("拍卖变卖规定", 32, figure="二分之一")
NET_SALE = cite("网拍规定", 26, paragraph=2)
NET_SALE_SINCE = date(2017, 7, 18)  # from memory
# From memory: 关于认真做好网络司法拍卖与网络司法变卖衔接工作的通知.
NET_SALE_NOTICE = "网络司法拍卖与网络司法变卖衔接工作的通知（明传〔2017〕455号）"


class Way(Enum):
    """How an auction is held; the value is its name."""

    ONLINE = "网络司法拍卖"
    TRADITIONAL = "委托拍卖机构拍卖"


class Thing(Enum):
    """What is sold, as the periods divide it."""

    MOVABLE = "动产"
    OTHER = "不动产、其他财产权"


Notices = Mapping[Thing, Period]


@dataclass(frozen=True, slots=True)
class AuctionTerms:
    """What binds an auction. `floor` is the first reserve's share of the reference price, `drop` how much lower the next may be.

    A deposit is between `deposit_least` and `deposit_most` of the reserve (`deposit_of_reserve`) or of the reference price.
    `notified` is how long before the notice (online) or the auction (an auction house) the parties must know of it.
    """

    first_notice: Notices
    again_notice: Notices
    floor: Fraction
    drop: Fraction
    again_within: Period
    rounds: Mapping[Thing, int]
    deposit_least: Fraction
    deposit_most: Fraction | None
    deposit_of_reserve: bool
    deposit_back: Period
    notified: Period
    bidding_hours: int
    resumed_within: Period
    cites: tuple[Citation, ...]


def _notices(movable: int, other: int) -> Notices:
    return MappingProxyType({Thing.MOVABLE: days(movable), Thing.OTHER: days(other)})


_ONLINE = AuctionTerms(
    first_notice=_notices(15, 30),
    again_notice=_notices(7, 15),
    floor=Fraction(70, 100),
    drop=Fraction(20, 100),
    again_within=days(30),
    rounds=MappingProxyType({Thing.MOVABLE: 2, Thing.OTHER: 2}),
    deposit_least=Fraction(5, 100),
    deposit_most=Fraction(20, 100),
    deposit_of_reserve=True,
    deposit_back=days(1),
    notified=days(3),
    bidding_hours=24,
    resumed_within=days(5),
    cites=(
        cite("网拍规定", 10, figure="百分之七十"),
        cite("网拍规定", 12, figure="三十日"),
        cite("网拍规定", 16, figure="三日"),
        cite("网拍规定", 17, figure="百分之二十"),
        cite("网拍规定", 20, figure="二十四小时"),
        cite("网拍规定", 26, figure="三十日"),
        cite("网拍规定", 28, figure="五日"),
    ),
)
_TRADITIONAL = AuctionTerms(
    first_notice=_notices(7, 15),
    again_notice=_notices(7, 15),
    floor=Fraction(1),
    drop=Fraction(20, 100),
    again_within=days(60),
    rounds=MappingProxyType({Thing.MOVABLE: 2, Thing.OTHER: 3}),
    deposit_least=Fraction(5, 100),
    deposit_most=None,
    deposit_of_reserve=False,
    deposit_back=days(3),
    notified=days(5),
    bidding_hours=0,
    resumed_within=days(15),
    cites=(
        cite("拍卖变卖规定", 5, figure="百分之二十"),
        cite("拍卖变卖规定", 8, figure="十五日"),
        cite("拍卖变卖规定", 10, figure="百分之五"),
        cite("拍卖变卖规定", 11, figure="五日"),
        cite("拍卖变卖规定", 18, figure="十五日"),
        cite("拍卖变卖规定", 23, figure="六十日"),
        cite("拍卖变卖规定", 25, figure="六十日"),
    ),
)
_AUCTIONS: Mapping[Way, Dated[AuctionTerms]] = MappingProxyType(
    {
        Way.ONLINE: Dated("网络司法拍卖的规则", [Row(ONLINE_SINCE, None, _ONLINE, _ONLINE.cites[0])]),
        Way.TRADITIONAL: Dated(
            "委托拍卖的规则", [Row(_TRADITIONAL_SINCE, None, _TRADITIONAL, _TRADITIONAL.cites[0])]
        ),
    }
)


def auction_terms(way: Way, on: date) -> Found[AuctionTerms] | Undetermined:
    """What binds an auction announced on a day; undetermined before the rules of that way were made.

    >>> auction_terms(Way.ONLINE, date(2017, 1, 1)).value.first_notice[Thing.OTHER].count
    30
    >>> isinstance(auction_terms(Way.ONLINE, date(2016, 12, 31)), Undetermined)
    True
    """
    row = _AUCTIONS[way].row_on(on)
    if row is None:
        missing = say("{way}的规则自 {since} 起施行", way=way.value, since=_AUCTIONS[way].rows[0].since)
        return Undetermined((missing,), (ONLINE_FIRST,))
    return Found(row.value, (), row.value.cites)


def earliest_day(published: date, notice: Period) -> date:
    """The first day for an auction or a sale whose notice was published that day.

    >>> earliest_day(date(2017, 6, 1), days(15))
    datetime.date(2017, 6, 16)
    """
    return shifted(published, notice)


def reserve_floor(terms: AuctionTerms, reference: Fen, before: Fen | None = None) -> Found[Fen]:
    """The lowest reserve in fen, rounded up: a share of the reference price, later of the reserve `before`.

    >>> reserve_floor(_ONLINE, 1_000_001).value, reserve_floor(_ONLINE, 1_000_001, 700_001).value
    (700001, 560001)
    """
    share, base = (terms.floor, reference) if before is None else (1 - terms.drop, before)
    least = _ceiling(share * base)
    line = say(
        "{base} 元的 {percent}%，为 {least} 元", base=show(base), percent=int(share * 100), least=show(least)
    )
    return Found(least, (line,), terms.cites[:1])


def deposit_bounds(terms: AuctionTerms, reserve: Fen, reference: Fen) -> tuple[Fen, Fen | None]:
    """The least and the most that may be asked of a bidder, in fen; None: no upper bound.

    >>> deposit_bounds(_ONLINE, 1_000_000, 1_200_000), deposit_bounds(_TRADITIONAL, 1_000_000, 1_200_000)
    ((50000, 200000), (60000, None))
    """
    base = reserve if terms.deposit_of_reserve else reference
    most = None if terms.deposit_most is None else int(terms.deposit_most * base)
    return _ceiling(terms.deposit_least * base), most


@dataclass(frozen=True, slots=True)
class PrivateSaleTerms:
    """The private sale after the last auction: until when to announce it, how long before it begins, how long it lasts.

    `asked_within` is the time to ask the creditors whether they take the thing for the debt; None where no norm says.
    """

    asked_within: Period | None
    announced_within: Period
    notice: Notices | None
    lasts: Period
    cites: tuple[Citation, ...]
    source: str = ""


_NET_SALE = PrivateSaleTerms(
    days(10), days(15), _notices(7, 15), days(60), (NET_SALE,), source=NET_SALE_NOTICE
)
_OLD_SALE = PrivateSaleTerms(None, days(7), None, days(60), (cite("拍卖变卖规定", 25, figure="七日"),))


def private_sale_terms(way: Way, on: date) -> Found[PrivateSaleTerms] | Undetermined:
    """What binds the private sale after auctions of that way failed; undetermined for online ones before July 2017.

    >>> private_sale_terms(Way.ONLINE, date(2018, 1, 1)).value.announced_within.count
    15
    """
    if way is Way.TRADITIONAL:
        return Found(_OLD_SALE, (), _OLD_SALE.cites)
    if on < NET_SALE_SINCE:
        return Undetermined((say("{on} 没有网络司法变卖期限的规定", on=on),), (NET_SALE,))
    return Found(_NET_SALE, (say("依据{source}", source=NET_SALE_NOTICE),), _NET_SALE.cites)


class Basis(Enum):
    """What the price of a direct sale rests on; the value is its name."""

    AGREED = "当事人和有关权利人约定的价格"
    MARKET = "市价"
    APPRAISED = "评估价"


def direct_floor(basis: Basis, price: Fen, *, failed_before: bool = False) -> Found[Fen]:
    """The lowest price of a direct sale, in fen: what was agreed or the market gives; an appraisal that failed may be halved.

    >>> direct_floor(Basis.APPRAISED, 1_000_001, failed_before=True).value
    500001
    """
    halved = basis is Basis.APPRAISED and failed_before
    least = _ceiling(Fraction(price, 2)) if halved else price
    line = (
        say("按评估价变卖不成，可以降低，但不低于其二分之一：{least} 元", least=show(least))
        if halved
        else say("不低于{basis}：{least} 元", basis=basis.value, least=show(least))
    )
    return Found(least, (line,), (DIRECT_PRICE,))


# A prior creditor's court may ask a slow first holder (首封处分权批复 1, 2), whose text was seen in the table of rules alone.
PRIOR_ASK_AFTER = days(60)
PRIOR_ANSWER_WITHIN = days(15)
# 异议复议规定 20 grants three months where the title itself orders the home to be handed over; a mortgaged home that is
# sold has six months from the ruling (抵押房屋规定 2). For a sole home sold without a mortgage no norm says: we take three.
HOME_GRACE = months(3)
MORTGAGED_HOME_GRACE = months(6)
HOME = cite("异议复议规定", 20, figure="三个月")
MORTGAGED_HOME = cite("抵押房屋规定", 2, figure="六个月")


def _ceiling(value: Fraction) -> int:
    return -(-value.numerator // value.denominator)
