"""The ways in which one name is written: by registers, by banks, by people in a hurry."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

# What companies end with; one form is often written for another, or left out.
FORMS = (
    "股份有限责任公司",
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "集团公司",
    "公司",
    "个体工商户",
)
PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南"
    "|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆"
)
_PLACE = re.compile(rf"(?:(?:{PROVINCES})[省市]?)?(?:[\u4e00-\u9fff]{{2,3}}?[市区县])?")
_DROPPED = " \t\u3000\u00a0·•・‧．.,，-_()（）[]【】〔〕<>《》\"'“”"
SHORTEST_ORGANISATION, SHORTEST_CORE = 5, 2


@cache
def signs() -> dict[int, str | None]:
    """What each sign becomes before names are compared: half width, simplified, large; blanks, dots and brackets go.

    The simplified form of each sign is OpenCC's.
    """
    import opencc  # loads its dictionaries

    table: dict[int, str | None] = {0xFF01 + place: chr(0x21 + place) for place in range(94)}
    table |= {ord(letter): letter.upper() for letter in "abcdefghijklmnopqrstuvwxyz"}
    table |= {0xFF41 + place: chr(0x41 + place) for place in range(26)}
    every = [chr(place) for place in range(0x4E00, 0xA000)]
    simple = opencc.OpenCC("t2s").convert("\n".join(every)).split("\n")
    table |= {ord(sign): other for sign, other in zip(every, simple, strict=True) if sign != other}
    return table | dict.fromkeys(map(ord, _DROPPED))


def plain(name: str) -> str:
    """A name in common signs.

    >>> plain("重慶恒達商貿（有限公司） "), plain("买买提·艾力")
    ('重庆恒达商贸有限公司', '买买提艾力')
    """
    return name.translate(signs())


@cache
def changing() -> Callable[[str], object]:
    """What tells, at once, whether `plain` would change a name."""
    return re.compile(f"[{re.escape(''.join(map(chr, signs())))}]").search


def core(plain_name: str) -> str:
    """What is left of an organisation's plain name without place and form; "" for a person or where too little is left.

    >>> core("重庆市渝北区恒达商贸有限公司"), core("重庆恒达商贸"), core("张伟")
    ('恒达商贸', '恒达商贸', '')
    """
    if len(plain_name) < SHORTEST_ORGANISATION:
        return ""
    bare = plain_name
    for form in FORMS:
        if bare.endswith(form):
            bare = bare.removesuffix(form)
            break
    place = _PLACE.match(bare)
    cut = bare[place.end() :] if place else bare
    if len(cut) >= SHORTEST_CORE:
        bare = cut
    return bare if len(bare) >= SHORTEST_CORE else ""
