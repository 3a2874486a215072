"""When a duty is to be performed, in the words papers use: 于本判决生效之日起十日内, 2026年6月20日前, 每月20日前.

A date with 前 is read as including that day, the reading that favours the debtor and that the clerk confirms; a period
after an event keeps the event, since the day it happened is not in the paper.
"""

from __future__ import annotations

import re
from datetime import date

from zhixing.cases.titles import numerals
from zhixing.cases.titles.numerals import COUNT, DATE, DAY, MONTH, YEAR
from zhixing.cases.titles.reading import Anchor, Perform

_PAPER = (
    r"(?:本|该|上述|此)?(?:案)?(?:民事|仲裁|终局|终审|一审|二审|人民法院)*"
    r"(?:判决|裁决|裁定|调解|支付令|和解|还款|公证|执行证书|法律文书|文书|协议|通知)?(?:书|协议书?|笔录)?"
)
_EVENT = (
    rf"(?:双方(?:当事人)?|当事人|各方(?:当事人)?|原、?被告|{_PAPER})*(?:均|正式|依法)?(?:在{_PAPER}上?)?"
    r"(?P<event>发生法律效力|发生效力|法律效力发生|生效|送达|签收|收到|签订|签署|签字|签名|签章|盖章|作出|达成)"
    rf"(?:确认|或盖章|盖章|捺印|、)*(?:{_PAPER})(?:之)?"
)
PERIOD = (
    rf"(?:(?:于|在|自|从|限|均|各|并)*)(?:{_EVENT}|(?P<day>{DATE}))(?:之日|之次日|的?次日|当日|之后"
    rf"|以后|后|日|的)*(?:起算?|开始|计算)*，?(?:的|之|在)?"
    rf"(?P<count>{COUNT})个?(?P<unit>工作日|日|天|月|年)(?:之|以)?内"
)
AT_ONCE = (
    r"(?:(?:于|在)?(?:签收|签订|签署)本?(?:调解书|调解协议|协议|裁决书)?(?:之日|之时|当日|时|后立即"
    r"|后当即)(?:立即|即时)?)(?!起)"
)
BY_DAY = (
    rf"(?:于|在|限|定于|限于|应于|至迟于?|最迟于?|最晚于?|不迟于|不晚于)*(?P<by>{DATE})(?:（?(?:含"
    rf"|包括)[^）]{{0,6}}）?)?(?:当日|当天)?"
    r"(?:（?(?:含|包括)(?:当日|当天|本日|该日)）?)?(?:(?:之前|以前|前)(?:（(?:含|包括)[^）]{0,4}）)?"
    r"(?!按|的?利息|已)|(?:之)?内)"
)
ON_DAY = (
    rf"(?:于|在|定于)(?P<on>{DATE})(?:当日|当天)?(?=(?:一次性|向|再|支付|偿还|给付|付|还|各|将|归还|返还"
    rf"|交付|前往|，?支付))"
)
_NEXT_DAY = rf"(?:、|和|及){DATE}"
LISTED_DAY = (
    rf"(?:分别|均)?(?:于|在)?(?P<listed>{DATE})(?:之?前|以前)?"
    rf"(?=(?:{_NEXT_DAY}(?:之?前|以前)?)*{_NEXT_DAY}(?:之?前|以前))"
)
BY_RANGE = rf"(?:于|在)?{DATE}(?:起)?(?:至|到|-|—)(?P<end>{DATE})(?:期间|之间|内|之内)"
MONTHLY = (
    rf"(?:于)?每(?:个)?(?:自然)?月的?(?:(?P<monthly>{DAY})[日号]|(?P<last>月?底|月?末|最后一[日天]))(?:当日"
    rf"|当天)?(?:（?含当日）?)?(?:之前|以前|前)?"
)
YEARLY = rf"(?:于)?每年的?(?P<month>{MONTH})月(?P<yearly>{DAY})[日号](?:之?前|以前)"
FROM_MONTH = rf"(?:自|从|于)?(?P<from>{YEAR}年{MONTH}月)(?:份)?(?:起|开始)"
TO_MONTH = rf"(?:直?至|到)(?P<to>{YEAR}年{MONTH}月|(?<!\d){MONTH}月)(?!{DAY}[日号])(?:份)?(?:止|为止)?"


def period(found: re.Match[str], before: date | None) -> Perform | None:
    """The performance a match of `PERIOD` states."""
    count = numerals.integer(found["count"])
    if count is None:
        return None
    after = numerals.day(found["day"], before) if found["day"] else anchor(found["event"])
    if after is None:
        return None
    if found["unit"] == "月":
        return Perform(months=count, after=after)
    if found["unit"] == "年":
        return Perform(months=count * 12, after=after)
    return Perform(days=count, after=after, working=found["unit"] == "工作日")


def anchor(event: str) -> Anchor:
    """The event a period runs from."""
    if "效" in event:
        return Anchor.EFFECTIVE
    if event in ("送达", "收到"):
        return Anchor.SERVED
    return Anchor.MADE if event == "作出" else Anchor.SIGNED


def yearly(found: re.Match[str]) -> Perform | None:
    """The day of each year a match of `YEARLY` names, as month and day: 12-31."""
    month_number, day_number = numerals.integer(found["month"]), numerals.integer(found["yearly"])
    if not month_number or not day_number or month_number > 12 or day_number > 31:
        return None
    return Perform(yearly=f"{month_number:02}-{day_number:02}")


def monthly(found: re.Match[str]) -> Perform | None:
    """The day of each month a match of `MONTHLY` names; 31 stands for the month's last day."""
    number = 31 if found["last"] else numerals.integer(found["monthly"])
    return Perform(monthly_day=number) if number and number <= 31 else None


def month(text: str, before: date | None) -> tuple[int, int] | None:
    """Read 2026年3月 (or 3月 after `before`) as year and month."""
    numbers = [
        numerals.integer(part)
        for part in re.split(r"[年月]", text.replace("O", "0").replace("元月", "1月"))
        if part
    ]
    if len(numbers) == 1 and before is not None and numbers[0]:
        numbers.insert(0, before.year if numbers[0] >= before.month else before.year + 1)
    if len(numbers) != 2 or not numbers[0] or not numbers[1] or numbers[1] > 12:
        return None
    return numbers[0], numbers[1]


def month_day(year: int, number: int, day: int) -> date:
    """A day of a month, or the month's last day where it is shorter."""
    last = numerals.month_end(year, number)
    return last if day >= last.day else last.replace(day=day)
