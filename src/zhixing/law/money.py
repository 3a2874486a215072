"""Money: integer fen, read from and written as yuan, in figures and in capitals (壹万贰仟元整).

Every amount of the project is an `int` of fen, so that sums are exact; only interest in the making is a
`Fraction`, and it becomes fen by `round_fen` once, where a result leaves. Readers are strict: what is not an
amount in yuan raises a ValueError that says in Chinese what is wrong and how to write it.

Not covered: foreign currencies, and signs or units around a figure (¥, 元), which readers of papers strip.
"""

from __future__ import annotations

import re
from fractions import Fraction

Fen = int
"""An amount of money in fen (0.01 yuan)."""

FEN_PER_YUAN = 100
LARGEST = 10**18
"""No amount that a court enforces comes near ten quadrillion yuan; a longer figure is a slip of the keys."""

_NARROW = str.maketrans("０１２３４５６７８９．，－＋", "0123456789.,-+")
_PLAIN_AMOUNT = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]{1,2})?\Z")
_PLAIN_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?\Z")

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_DIGIT_VALUES = {
    **{sign: value for value, sign in enumerate(_DIGITS)},
    **{sign: value for value, sign in enumerate("〇一二三四五六七八九")},
    "○": 0,
    "两": 2,
    "貳": 2,
    "陸": 6,
}
_PLACES = ("", "拾", "佰", "仟")
_PLACE_VALUES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = (("亿", 10**8), ("萬", 10**4), ("万", 10**4))


def yuan(text: str) -> Fen:
    """Read an amount in yuan, with or without thousands separators, in half- or full-width digits, as fen.

    Raises ValueError for anything else: blanks inside, a sign, more than two decimals, separators out of
    place, words.

    >>> yuan("1,234.5"), yuan("８８")
    (123450, 8800)
    """
    figure = text.strip().translate(_NARROW)
    if not _PLAIN_AMOUNT.match(figure):
        raise ValueError(_why_not_an_amount(text, figure))
    whole, _, cents = figure.replace(",", "").partition(".")
    fen = int(whole) * FEN_PER_YUAN + int(cents.ljust(2, "0"))
    if fen >= LARGEST:
        raise ValueError(f"金额“{text}”过大，请核对位数")
    return fen


def from_wan(text: str) -> Fen:
    """Read an amount in ten thousand yuan (万元), up to six decimals, as fen: "1.5" is 15000 yuan.

    Raises ValueError for what is no figure, or a figure that is not a whole number of fen.

    >>> from_wan("1.5")
    1500000
    """
    fen = fraction(text.replace(",", "").replace("，", "")) * 10_000 * FEN_PER_YUAN
    if fen.denominator != 1:
        raise ValueError(f"金额“{text}”万元不是整数分，小数请不超过六位")
    return int(fen)


def fraction(text: str) -> Fraction:
    """Read a plain decimal number ("0.00045") exactly; raises ValueError for anything else.

    >>> fraction("0.045")
    Fraction(9, 200)
    """
    figure = text.strip().translate(_NARROW)
    if not _PLAIN_NUMBER.match(figure):
        raise ValueError(f"“{text}”不是数字，请写成普通小数，如 0.045")
    return Fraction(figure)


def round_fen(amount: Fraction) -> Fen:
    """Round an exact amount in fen to whole fen, half away from zero (四舍五入)."""
    top, bottom = amount.numerator, amount.denominator
    rounded = (2 * abs(top) + bottom) // (2 * bottom)
    return -rounded if top < 0 else rounded


def plain(fen: Fen) -> str:
    """Write fen as yuan with two decimals for machines: "1234567.89"."""
    return _written(fen, "")


def show(fen: Fen) -> str:
    """Write fen as yuan with two decimals and thousands separators for people: "1,234,567.89"."""
    return _written(fen, ",")


def capitals(fen: Fen) -> str:
    """Write fen in the capitals that papers and vouchers use; raises ValueError for a negative amount.

    >>> capitals(1_030_050)
    '壹万零叁佰元伍角'
    """
    if fen < 0 or fen >= LARGEST:
        raise ValueError("大写金额只用于零以上、万万亿元以下的金额")
    whole, cents = divmod(fen, FEN_PER_YUAN)
    jiao, odd = divmod(cents, 10)
    if not cents:
        return f"{_capital_yuan(whole) or '零'}元整"
    words = f"{_capital_yuan(whole)}元" if whole else ""
    if jiao:
        words += f"{_DIGITS[jiao]}角"
    elif whole:
        words += "零"
    return words + (f"{_DIGITS[odd]}分" if odd else "")


def from_capitals(text: str) -> Fen:
    """Read an amount in Chinese numerals, capital or plain (壹万贰仟元整, 一百二十元五角), as fen.

    Raises ValueError for what is no such amount.

    >>> from_capitals("人民币壹万零叁佰元伍角")
    1030050
    """
    words = text.strip().removeprefix("人民币").strip(" :：").replace("圆", "元").rstrip("整正")
    whole, sign, rest = words.partition("元")
    if not sign:
        whole, rest = ("", words) if re.search("[角分]", words) else (words, "")
    match = re.fullmatch(r"(?:零?(?P<jiao>.)角)?(?:零?(?P<odd>.)分)?", rest)
    if match is None or not (whole or rest):
        raise ValueError(_not_capitals(text))
    cents = [_digit(text, match[name]) if match[name] else 0 for name in ("jiao", "odd")]
    return _large(text, whole) * FEN_PER_YUAN + cents[0] * 10 + cents[1]


def _written(fen: Fen, separator: str) -> str:
    whole, cents = divmod(abs(fen), FEN_PER_YUAN)
    sign = "-" if fen < 0 else ""
    return f"{sign}{whole:{separator}}.{cents:02d}"


def _why_not_an_amount(text: str, figure: str) -> str:
    """Answer in Chinese what is wrong with a text that is no amount, and how to mend it."""
    if not figure:
        return "金额为空，请填写以元为单位的数字，如 1234.50"
    if re.search(r"\s", figure):
        return f"金额“{text}”中间有空白，请去掉空白"
    if figure.startswith("-"):
        return f"金额“{text}”为负，请填写零以上的金额"
    if re.fullmatch(r"[0-9,]+\.[0-9]{3,}", figure):
        return f"金额“{text}”的小数超过两位，请精确到分"
    if re.fullmatch(r"[0-9,]+(?:\.[0-9]*)?", figure):
        return f"金额“{text}”的分节号或小数点不在其位，请写成 1,234.50 或 1234.50"
    return f"金额“{text}”不是数字，请填写以元为单位的数字，如 1234.50"


def _capital_yuan(whole: int) -> str:
    """Write a whole number of yuan in capitals, what stands before 亿 and 万 first; empty for zero."""
    for sign, unit in (("亿", 10**8), ("万", 10**4)):
        if whole >= unit:
            above, below = divmod(whole, unit)
            gap = "零" if 0 < below < unit // 10 else ""
            return _capital_yuan(above) + sign + gap + _capital_yuan(below)
    return _capital_group(whole)


def _capital_group(group: int) -> str:
    words, skipped = "", False
    for index in reversed(range(4)):
        digit = group // 10**index % 10
        if not digit:
            skipped = bool(words)
            continue
        words += ("零" if skipped else "") + _DIGITS[digit] + _PLACES[index]
        skipped = False
    return words


def _large(text: str, words: str) -> int:
    """Read the whole part: what stands before 亿 counts in hundred millions, before 万 in ten thousands."""
    for sign, value in _LARGE:
        before, found, after = words.rpartition(sign)
        if found:
            if not before:
                raise ValueError(_not_capitals(text))
            return _large(text, before) * value + _large(text, after)
    return _small(text, words)


def _small(text: str, words: str) -> int:
    """Read a number below ten thousand: digits each followed by its falling place, 零 for a gap."""
    total, digit, place = 0, None, 10_000
    for sign in words:
        if sign in _PLACE_VALUES:
            value = _PLACE_VALUES[sign]
            if value >= place or digit == 0:
                raise ValueError(_not_capitals(text))
            total += (1 if digit is None else digit) * value
            digit, place = None, value
        elif digit:
            raise ValueError(_not_capitals(text))
        else:
            digit = _digit(text, sign)
    return total + (digit or 0)


def _digit(text: str, sign: str) -> int:
    if sign not in _DIGIT_VALUES:
        raise ValueError(_not_capitals(text))
    return _DIGIT_VALUES[sign]


def _not_capitals(text: str) -> str:
    return f"“{text}”不是大写金额，请写成如“壹万贰仟叁佰元伍角”的样子"
