"""Case numbers as people write them on payments: incomplete, mistyped, in old forms.

`law.case_numbers` reads strictly; this guesses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

import numpy as np

from zhixing.funds.recognising.names import signs
from zhixing.funds.recognising.strings import DROPPED, Ints, Mask, Signs, Strings, table_of

PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军"
_TYPE = r"(?P<zhi>执|直|只|支|制|之|职|植|质|值|ZHI)(?P<sub>[恢保异复监协他请督审]|回|报|HUI)?"
_FULL = re.compile(
    rf"(?:(?P<year>(?:19|20)[0-9O]{{2}}|[0-9]{{2}}(?=[{PROVINCES}年]))年?度?)?(?P<court>[{PROVINCES}]?[0-9O]{{2,5}}|[{PROVINCES}])?"
    rf"(?P<old>[\u4e00-\u9fff]{{1,4}}?法民?)?{_TYPE}字?第?(?P<serial>[0-9OL]{{1,7}})"
)
_NO_TYPE = re.compile(
    rf"(?P<year>(?:19|20)[0-9O]{{2}})?(?P<court>[{PROVINCES}][0-9O]{{4}})[^0-9\n]{{0,3}}(?P<serial>[0-9OL]{{1,7}})"
)
_SERIAL = re.compile(r"(?<![0-9])(?P<serial>[0-9]{1,6})号")
_OTHER = re.compile(r"[民刑行](?:初|终|再|申|辖|破)")
_DIGITS = str.maketrans("OL", "01")
_SUBS = {"回": "恢", "HUI": "恢", "报": "保"}
_YEAR_DIGITS, SHORTEST_FIGURE = 4, 4
_BLANK, _END = ord(" "), "\n"


class Written(NamedTuple):
    """What a text says of a case number; "" or 0 for what it does not say. `sure` means the sign 执 itself was written."""

    year: int
    court: str  # 渝0235, or only its digits or its province; of old numbers 渝北法
    type: str
    serial: int
    sure: bool = True


@cache
def _text_signs() -> Signs:
    table = signs() | dict.fromkeys(map(ord, " \t\r\n\u3000\u00a0,，;；/、:："), " ") | {ord("."): "."}
    return table_of(table.items())


def said(texts: Sequence[str]) -> Strings:
    """Texts in common signs, one after another; a blank stays where it parts two figures.

    >>> said(["（２０１７）渝0235執恢字第123號 5000元 ", "渝0235执123  5000元"]).texts()
    ['2017渝0235执恢字第123号5000元', '渝0235执123 5000元']
    """
    closed = Strings.of(texts, _END)
    told = _text_signs()[closed.signs]
    told[closed.ends - 1] = ord(_END)
    found = Strings(told, closed.starts, closed.ends).only(told != DROPPED)
    kept = found.signs != _BLANK
    solid = np.flatnonzero(kept)
    digits = is_digit(found.signs[solid])
    kept[solid[:-1][digits[:-1] & digits[1:] & (np.diff(solid) > 1)] + 1] = True
    found = found.only(kept)
    return Strings(found.signs, found.starts, found.ends - 1)


def is_digit(signs: Signs) -> Mask:
    """Which are figures."""
    return (signs >= ord("0")) & (signs <= ord("9"))


def figures(texts: Strings) -> tuple[Ints, Strings]:
    """The figures of four and more digits in texts that `said` made: of which text each is, and the figure."""
    digits = is_digit(texts.signs)
    edges = np.flatnonzero(np.diff(digits, prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    long = ends - starts >= SHORTEST_FIGURE
    return np.searchsorted(texts.ends, starts[long], "right"), Strings(texts.signs, starts[long], ends[long])


def written(text: str) -> tuple[Written, ...]:
    """The case numbers of enforcement that a text, made plain by `said`, may mean; () for none.

    >>> written("2017渝0235执恢字第123号5000元")
    (Written(year=2017, court='渝0235', type='执恢', serial=123, sure=True),)
    >>> written("17年渝O235直88号")
    (Written(year=2017, court='渝0235', type='执', serial=88, sure=False),)
    >>> written("2017渝0235民初9号诉讼费")
    ()
    """
    found = _FULL.findall(text)
    if found:
        return tuple(_made(*each) for each in found)
    if _OTHER.search(text):
        return ()
    found = _NO_TYPE.findall(text)
    if found:
        return tuple(_made(year, court, "", "", "", serial) for year, court, serial in found)
    return tuple(Written(0, "", "", int(serial), False) for serial in _SERIAL.findall(text))


def _made(year: str, court: str, old: str, sign: str, sub: str, serial: str) -> Written:
    if not serial.isdecimal() or not (year + court).isdecimal():
        year, court, serial = year.translate(_DIGITS), court.translate(_DIGITS), serial.translate(_DIGITS)
    if old:
        court = f"{court}{old.removesuffix('民')}"
    return Written(
        int(year) if len(year) == _YEAR_DIGITS else 2000 + int(year) if year else 0,
        court,
        f"执{_SUBS.get(sub, sub)}" if sign else "",
        int(serial),
        sign == "执",
    )


class Writings:
    """All numbers written in these texts, in their order; courts and types counted from 0 as they first come."""

    def __init__(self, texts: Sequence[str]) -> None:
        found = [written(text) for text in texts]
        self.counts = np.fromiter(map(len, found), np.int64, len(found))
        self.starts = np.cumsum(self.counts) - self.counts
        flat = list(chain.from_iterable(found))
        self.line = np.repeat(np.arange(len(found)), self.counts)
        self.year = np.array([each.year for each in flat], np.int64)
        self.serial = np.array([each.serial for each in flat], np.int64)
        self.sure = np.array([each.sure for each in flat], np.bool_)
        courts, types = dict[str, int](), dict[str, int]()
        self.court = np.array([courts.setdefault(each.court, len(courts)) for each in flat], np.int64)
        self.type = np.array([types.setdefault(each.type, len(types)) for each in flat], np.int64)
        self.courts, self.types = list(courts), list(types)
