"""Numbers, amounts and dates as Chinese legal papers write them: 212160.03元, 21.2万元, 贰拾壹万元整, 三十日, 二〇二五年.

The patterns here are strings meant to be put into larger patterns; the readers take the matched words.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from decimal import Decimal, InvalidOperation

_DIGITS = {
    char: value
    for value, chars in enumerate(
        ("零〇○", "一壹", "二贰两貳", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for char in chars
}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}

HAN = "零〇○一二三四五六七八九十百千万两壹贰貳叁肆伍陆柒捌玖拾佰仟萬亿億"
NUMBER = r"\d+(?:\.\d+)?"
COUNT = rf"(?:\d{{1,4}}|[{HAN}]{{1,6}})"
YEAR = r"(?:\d{4}|[二一2][零〇○O0九][零〇○O0-9一二三四五六七八九]{2})"
MONTH = r"(?:元|\d{1,2}|[一二三四五六七八九十]{1,2})"
DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
DATE = (
    rf"(?:{YEAR}年{MONTH}月(?:{DAY}[日号]|底|末)|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|{YEAR}年(?:年)?底"
    rf"|(?<![年\d]){MONTH}月(?:{DAY}[日号]|底|末)|(?:当月|同月|次月|本月|同年|当年|次年)"
    rf"(?:{MONTH}月)?{DAY}[日号])"
)
_FOREIGN = "".join(f"(?<!{name})" for name in ("港币", "美金", "欧元", "日元", "美元", "台币"))
AMOUNT = (
    rf"{_FOREIGN}(?:人民币|RMB|CNY)?[：:]?￥?(?:（?[大小]写[：:]?）?[：:]?)?"
    rf"(?<![\d.{HAN}])(?:(?:{NUMBER}亿)?(?:{NUMBER}[百千]?万)?(?:{NUMBER}千)?(?:{NUMBER})?(?<=[\d亿万千])(?:元|圆)"
    rf"(?:\d角)?(?:\d分)?|[{HAN}]{{1,24}}(?:点[{HAN}]+)?(?:元|圆)(?:[{HAN}]角)?(?:零?[{HAN}]分)?|"
    rf"(?<=￥){NUMBER})(?:整|正)?"
)
PERCENT = rf"(?:{NUMBER}[%‰]|(?:百分之|千分之|万分之)(?:{NUMBER}|[{HAN}]+(?:点[{HAN}]+)?)|{NUMBER}个百分点)"


def integer(text: str) -> int | None:
    """Read a whole number in Arabic digits, Chinese numerals or capitals; None if it is none.

    >>> integer("三十"), integer("贰拾壹万"), integer("二〇二五"), integer("15")
    (30, 210000, 2025, 15)
    """
    if text.isascii() and text.isdigit():
        return int(text)
    if text and all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total, section, digit = 0, 0, 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            section += (digit or 1) * _SMALL[char]
            digit = 0
        elif char in _LARGE:
            section = (
                (total + section + digit) * _LARGE[char]
                if _LARGE[char] > 10_000
                else (section + digit) * 10_000
            )
            total = section if _LARGE[char] > 10_000 else total + section
            section = digit = 0
        else:
            return None
    return total + section + digit if text else None


def decimal(text: str) -> Decimal | None:
    """Read a number with decimals, Arabic or Chinese with 点; None if it is none.

    >>> decimal("1.3"), decimal("四"), decimal("三点八五")
    (Decimal('1.3'), Decimal('4'), Decimal('3.85'))
    """
    try:
        return Decimal(text)
    except InvalidOperation:
        whole, _, part = text.partition("点")
    number = integer(whole)
    if number is None or not all(char in _DIGITS for char in part):
        return None
    return (
        Decimal(number) if not part else Decimal(f"{number}." + "".join(str(_DIGITS[char]) for char in part))
    )


def fen(text: str) -> int | None:
    """Read words matched by `AMOUNT` as fen; None where they are no exact amount in fen.

    >>> fen("212160.03元"), fen("3.5万元"), fen("人民币贰拾壹万元整"), fen("1亿2000万元"), fen("叁元伍角")
    (21216003, 3500000, 21000000, 12000000000, 350)
    """
    bare = re.sub(r"人民币|RMB|CNY|￥|大写|小写|[：:（）整正]", "", text)
    whole, _, rest = bare.replace("圆", "元").partition("元")
    yuan = _yuan(whole)
    if yuan is None:
        return None
    for mark, value in (("角", Decimal("0.1")), ("分", Decimal("0.01"))):
        found = re.search(rf"([\d{HAN}]){mark}", rest)
        if found:
            yuan += Decimal(integer(found[1]) or 0) * value
    cents = yuan * 100
    return int(cents) if cents == cents.to_integral_value() else None


def _yuan(text: str) -> Decimal | None:
    parts = re.fullmatch(rf"(?:({NUMBER})亿)?(?:({NUMBER})([百千])?万)?(?:({NUMBER})千)?({NUMBER})?", text)
    if not parts or not text:
        return decimal(text) if text else None
    yi, wan, scale, qian, rest = parts.groups()
    more = {"百": 100, "千": 1000, None: 1}[scale]
    figures = ((yi, 100_000_000), (wan, 10_000 * more), (qian, 1000), (rest, 1))
    return sum((Decimal(figure) * factor for figure, factor in figures if figure), Decimal(0))


def share(text: str) -> Decimal | None:
    """Read words matched by `PERCENT` as a plain decimal.

    >>> share("6%"), share("万分之五"), share("百分之三点八五"), share("0.5‰")
    (Decimal('0.06'), Decimal('0.0005'), Decimal('0.0385'), Decimal('0.0005'))
    """
    scales = (
        ("百分之", 100),
        ("千分之", 1000),
        ("万分之", 10_000),
        ("%", 100),
        ("‰", 1000),
        ("个百分点", 100),
    )
    for mark, scale in scales:
        if mark in text:
            number = decimal(text.replace(mark, ""))
            return None if number is None else number / scale
    return None


def day(text: str, before: date | None = None) -> date | None:
    """Read words matched by `DATE`; a date without its year takes it from `before`, the last date read.

    The month's end stands for 月底 and the year's end for 年底. None where the date does not exist or has no year.
    """
    even = text.replace("O", "0").replace("元月", "1月")
    parts = [part for part in re.split(r"[年月日号/.-]", even) if part]
    if text.endswith("年底"):
        year = integer(parts[0])
        return date(year, 12, 31) if year else None
    if re.match(r"当月|同月|次月|本月|同年|当年|次年", text):
        return _relative(text, before)
    last_of_month = text.endswith(("底", "末"))
    numbers = [integer(part) for part in parts if part not in "底末"]
    if len(numbers) == (1 if last_of_month else 2) and before is not None:
        numbers.insert(0, before.year if (numbers[0] or 0) >= before.month else before.year + 1)
    if last_of_month and len(numbers) == 2 and numbers[0] and numbers[1] and numbers[1] <= 12:
        return month_end(numbers[0], numbers[1])
    return _exact(numbers)


def _exact(numbers: list[int | None]) -> date | None:
    if len(numbers) != 3 or None in numbers:
        return None
    try:
        return date(*(number or 0 for number in numbers))
    except ValueError:
        return None


def _relative(text: str, before: date | None) -> date | None:
    if before is None:
        return None
    numbers = [integer(part) for part in re.findall(rf"[\d{HAN}]+", text)]
    year, month = before.year + (1 if text.startswith("次年") else 0), before.month
    if text.startswith("次月"):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return _exact([year, *numbers] if len(numbers) == 2 else [year, month, *numbers])


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])
