"""The ways in which one name is written: by registers, by banks, by people in a hurry."""

from __future__ import annotations

from functools import cache

import numpy as np

from zhixing.funds.recognising.strings import Ints, Mask, Signs, Strings, table_of

# What companies end with; one form is often written for another, or left out. The first that fits goes.
FORMS = (
    "股份有限责任公司",
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "集团公司",
    "公司",
    "个体工商户",
)
_PROVINCES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南"
    " 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆"
)
PROVINCES = tuple(_PROVINCES.split(" "))
OF_PROVINCES, OF_TOWNS = "省市", "市区县"  # 重庆市, 渝北区: two or three signs before it
_DROPPED = " \t\u3000\u00a0·•・‧．.,，-_()（）[]【】〔〕<>《》\"'“”"
SHORTEST_ORGANISATION, SHORTEST_CORE = 5, 2
FIRST_HAN, LAST_HAN = 0x4E00, 0x9FFF


@cache
def signs() -> dict[int, str | None]:
    """What each sign becomes before names are compared: half width, simplified, large; blanks, dots and brackets go.

    The simplified form of each sign is OpenCC's.
    """
    import opencc  # loads its dictionaries

    table: dict[int, str | None] = {0xFF01 + place: chr(0x21 + place) for place in range(94)}
    table |= {ord(letter): letter.upper() for letter in "abcdefghijklmnopqrstuvwxyz"}
    table |= {0xFF41 + place: chr(0x41 + place) for place in range(26)}
    every = [chr(place) for place in range(FIRST_HAN, 0xA000)]
    simple = opencc.OpenCC("t2s").convert("\n".join(every)).split("\n")
    table |= {ord(sign): other for sign, other in zip(every, simple, strict=True) if sign != other}
    return table | dict.fromkeys(map(ord, _DROPPED))


@cache
def plain_signs() -> Signs:
    """The same as a table for many names at once."""
    return table_of(signs().items())


def plain(name: str) -> str:
    """A name in common signs.

    >>> plain("重慶恒達商貿（有限公司） "), plain("买买提·艾力")
    ('重庆恒达商贸有限公司', '买买提艾力')
    """
    return name.translate(signs())


def core(plain_name: str) -> str:
    """What is left of an organisation's plain name without place and form; "" for a person or where too little is left.

    >>> core("重庆市渝北区恒达商贸有限公司"), core("重庆恒达商贸"), core("张伟")
    ('恒达商贸', '恒达商贸', '')
    """
    return cores(Strings.of([plain_name])).texts()[0]


def cores(names: Strings) -> Strings:
    """The core of each of these plain names."""
    long = np.flatnonzero(names.lengths >= SHORTEST_ORGANISATION)
    starts, ends = names.ends.copy(), names.ends.copy()
    first = names.starts[long]
    last = _before_form(names, long)
    after = _after_place(names.signs, first, last)
    bare = np.where(last - after >= SHORTEST_CORE, after, first)
    enough = last - bare >= SHORTEST_CORE
    starts[long[enough]], ends[long[enough]] = bare[enough], last[enough]
    return Strings(names.signs, starts, ends)


def _before_form(names: Strings, which: Ints) -> Ints:
    """Where the form of each of these begins, or its end."""
    ends = names.ends[which]
    left = np.flatnonzero(np.isin(names.signs[ends - 1], [ord(form[-1]) for form in FORMS]))
    found = ends.copy()
    for form in FORMS:
        fits = left[ends[left] - names.starts[which[left]] >= len(form)]
        for back, sign in enumerate(reversed(form), 1):
            fits = fits[names.signs[ends[fits] - back] == ord(sign)]
        found[fits] = ends[fits] - len(form)
        left = left[found[left] == ends[left]]
    return found


def _after_place(signs: Signs, starts: Ints, ends: Ints) -> Ints:
    """Where the name goes on behind 重庆市渝北区: a province, its kind, a town of two or three signs."""
    at = starts.copy()

    def sign(ahead: int) -> Signs:
        return np.where(at + ahead < ends, signs[np.minimum(at + ahead, len(signs) - 1)], 0)

    two, three = sign(0).astype(np.int64) << 21 | sign(1), sign(2)
    at += 2 * np.isin(two, [ord(each[0]) << 21 | ord(each[1]) for each in PROVINCES if len(each) == 2])
    for each in PROVINCES:
        if len(each) > 2:
            at += 3 * ((two == (ord(each[0]) << 21 | ord(each[1]))) & (three == ord(each[2])))
    at += (at > starts) & np.isin(sign(0), [ord(each) for each in OF_PROVINCES])
    towns = [ord(each) for each in OF_TOWNS]
    named = han(sign(0)) & han(sign(1))
    short = named & np.isin(sign(2), towns)
    longer = named & ~short & han(sign(2)) & np.isin(sign(3), towns)
    at += 3 * short + 4 * longer
    return at


def han(signs: Signs) -> Mask:
    """Which are Chinese characters."""
    return (signs >= FIRST_HAN) & (signs <= LAST_HAN)
