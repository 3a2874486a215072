"""Rates of interest in the words papers use: 年利率6%, 日万分之五, 月息2分, 一年期LPR的1.3倍, 基准利率上浮30%.

A published rate whose term the paper leaves open (同期贷款市场报价利率) is not read as a one-year rate: it stays open.
"""

from __future__ import annotations

import re
from decimal import Decimal

from zhixing.cases.titles import numerals
from zhixing.cases.titles.numerals import HAN, NUMBER, PERCENT
from zhixing.cases.titles.reading import Rate

_PREFIX = (
    r"(?:分别)?(?:按照?|以|依照?|参照|依据|根据)?(?:双方|合同)?(?:约定的?|逾期|借款|固定|罚息|违约金"
    r"|执行)?(?:的?利率|利息)?(?:标准)?(?:为|按照?|以)?"
)
_OF_WHAT = r"(?:(?:未付|欠付|逾期|应付|未还|拖欠|欠款|总|合同)[^，。；\d%]{0,10}的)?"
_PERIODS = r"每逾期一[日天]|每[日天月年]|按[日天月年]|(?<!\d)[日月年]"
PLAIN = (
    rf"{_PREFIX}(?:(?P<per>{_PERIODS})(?:化)?(?:逾期|贷款)?(?:利率|利息|息率?|率|违约金|滞纳金|罚息)?"
    rf"(?:标准|比例)?[：:]?(?:为|按照?|以|是|计)?{_OF_WHAT}（?(?P<pct>{PERCENT})）?"
    rf"|(?P<coin_per>月|年)(?:息|利率|利)(?:为|按)?(?P<coin>{NUMBER}|[{HAN}]{{1,3}})(?P<unit>分|厘)"
    rf"(?P<half>[{HAN}\d])?"
    rf"|(?P<pct2>{PERCENT})(?:/|每|的)?(?P<per2>年|月|日|天)(?:化)?(?:利率|息|利息)?)(?:的?(?:利率|标准"
    rf"|比例|利息))*"
)
_START = (
    r"(?:(?:按照?|以|参照|依照?|依据|根据)(?![\d￥])|同期|全国银行|银行间|银行|中国人民银行|人民银行"
    r"|一年期|1年期|五年期|5年期|当时|届时|合同|贷款|市场报价|LPR|年利率)"
)
_BEFORE = r"(?:(?!为(?:计算)?(?:基数|本金)|起至|日起|元|利率(?!的)|%|倍)[^，。；\0]){0,72}?"
_FACTOR = (
    rf"(?:的|按|上|并|再|，(?=加|上浮)|基础上|标准上|水平上|计算|之)*(?:(?P<times>{NUMBER}"
    rf"|[{HAN}]{{1,3}}(?:点[{HAN}]+)?)倍"
    rf"|(?:基础上)?(?:再|上)*(?:上浮|加计|加收|加罚|增加|上调|浮动|加)(?P<up>{PERCENT})|(?:基础上)?"
    rf"(?:下浮|下调|减少)(?P<down>{PERCENT})|(?P<of>{PERCENT})"
    rf"|(?:上浮|增加|加上?|加点)(?P<points>{NUMBER})个?(?:基点|BPs?|bps?))"
)
_SAME_AS = rf"(?:，?（?(?:即|也即|折合|计|为)(?:年利率|年化利率|年息|年)?(?:为)?(?P<fixed>{PERCENT})）?)"
PUBLISHED = (
    rf"(?P<before>{_START}{_BEFORE})(?P<core>(?:贷款)?市场报价利?率(?:利率)?|LPR|(?:贷款|借款|存款|同期"
    rf"|同类|档次)(?:的)?(?:基准|市场)?利率|基准利率)"
    rf"(?:[（“](?P<within>[^（）”\d%]{{0,16}}(?:[15]年期?|LPR)?[^（）”\d%]{{0,16}})[）”])?(?:LPR)?(?:（(?:现为|当时为|为)?{NUMBER}%）)?"
    rf"(?P<after>(?:一年期|1年期|五年期|5年期)(?:以上)?)?(?:的?(?:利率|标准|报价))*"
    rf"(?:{_FACTOR})?(?:的?(?:利率|标准))*{_SAME_AS}?"
)
_PINNED = re.compile(
    r"(合同(?:成立|签订)时|起诉时|立案时|借款时|出借时|违约时|逾期(?:之日|时)"
    r"|\d{4}年\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|当日|当时|届时)"
)


def plain(found: re.Match[str]) -> Rate | None:
    """The rate a match of `PLAIN` states; None where the number is none.

    >>> plain(re.match(PLAIN, "月息2分"))
    Rate(number=Decimal('0.02'), table=None, times=Decimal('1'), plus=Decimal('0'), per='month')
    """
    if found["coin"]:
        return _coins(found)
    number = numerals.share(found["pct"] or found["pct2"])
    words = found["per"] or found["per2"]
    per = "day" if re.search("[日天]", words) else "month" if "月" in words else "year"
    return None if number is None else Rate(number=number, per=per)


def _coins(found: re.Match[str]) -> Rate | None:
    """月息1分 is 1% a month and 1厘 a tenth of it; 年息1分 is 10% a year and 1厘 1%."""
    number = numerals.decimal(found["coin"])
    if number is None:
        return None
    if found["half"]:
        number += Decimal(numerals.integer(found["half"]) or 0) / 10
    scale = Decimal("0.01") if found["coin_per"] == "月" else Decimal("0.1")
    if found["unit"] == "厘":
        scale /= 10
    return Rate(number=number * scale, per="month" if found["coin_per"] == "月" else "year")


def published(found: re.Match[str]) -> Rate | None:
    """The rate a match of `PUBLISHED` states; None where the paper does not say which published rate it is."""
    if found["fixed"]:
        number = numerals.share(found["fixed"])
        return None if number is None else Rate(number=number)
    table = _table(found)
    factor = _factor(found)
    if table is None or factor is None:
        return None
    return Rate(table=table, times=factor[0], plus=factor[1])


def pinned(found: re.Match[str]) -> str | None:
    """The moment at which a published rate is fixed (合同成立时), if the paper names one."""
    moment = _PINNED.search(found["before"])
    return moment[1] if moment else None


def _table(found: re.Match[str]) -> str | None:
    words = found["before"] + (found["within"] or "") + (found["after"] or "")
    if "报价" in found["core"] or "LPR" in found["core"] or "LPR" in words:
        one, five = re.search("[一1]年期", words), re.search("[五5]年期", words)
        return None if bool(one) == bool(five) else "lpr-1y" if one else "lpr-5y"
    if "存款" in found["core"]:
        return None
    return "benchmark" if "人民银行" in words or "基准" in found["core"] + words else None


def _factor(found: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    one = Decimal(1)
    if found["times"]:
        times = numerals.decimal(found["times"])
        return None if times is None else (times, Decimal(0))
    if found["points"]:
        return one, Decimal(found["points"]) / 10_000
    for name, sign in (("up", one), ("down", -one)):
        if found[name]:
            part = numerals.share(found[name])
            if part is None:
                return None
            return (one, sign * part) if "百分点" in found[name] else (one + sign * part, Decimal(0))
    if found["of"]:
        part = numerals.share(found["of"])
        return None if part is None else (part, Decimal(0))
    return one, Decimal(0)
