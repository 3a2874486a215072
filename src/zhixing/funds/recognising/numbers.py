"""Case numbers as people write them on payments: incomplete, mistyped, in old forms.

`law.case_numbers` reads strictly; this guesses.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from zhixing.funds.recognising.names import signs

PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军"
_TYPE = r"(?P<zhi>执|直|只|支|制|之|职|植|质|值|ZHI)(?P<sub>[恢保异复监协他请督审]|回|报|HUI)?"
_FULL = re.compile(
    rf"(?:(?P<year>(?:19|20)[0-9O]{{2}}|[0-9]{{2}}(?=[{PROVINCES}年]))年?度?)?(?P<court>[{PROVINCES}]?[0-9O]{{2,5}}|[{PROVINCES}])?"
    rf"(?P<old>[\u4e00-\u9fff]{{1,4}}?法民?)?{_TYPE}字?第?(?P<serial>[0-9OL]{{1,7}})"
)
_NO_TYPE = re.compile(
    rf"(?P<year>(?:19|20)[0-9O]{{2}})?(?P<court>[{PROVINCES}][0-9O]{{4}})[^0-9]{{0,3}}(?P<serial>[0-9OL]{{1,7}})"
)
_SERIAL = re.compile(r"(?<![0-9])(?P<serial>[0-9]{1,6})号")
_OTHER = re.compile(r"[民刑行](?:初|终|再|申|辖|破)")
_RUN = re.compile(r"[0-9]{4,}")
_BLANKS = re.compile(r"(?<![0-9]) +| +(?![0-9])")
_DIGITS = str.maketrans("OL", "01")
_SUBS = {"回": "恢", "HUI": "恢", "报": "保"}
_YEAR_DIGITS = 4


class Written(NamedTuple):
    """What a text says of a case number; "" or 0 for what it does not say. `sure` means the sign 执 itself was written."""

    year: int
    court: str  # 渝0235, or only its digits or its province; of old numbers 渝北法
    type: str
    serial: int
    sure: bool = True


def said(text: str) -> str:
    """A text in common signs; a blank stays where it parts two figures."""
    table = _text_signs()
    return _BLANKS.sub("", text.translate(table))


def _text_signs() -> dict[int, str | None]:
    if not _TABLE:
        _TABLE.update(signs())
        _TABLE.update(dict.fromkeys(map(ord, " \t\u3000\u00a0,，;；/、:："), " "))
        _TABLE[ord(".")] = "."
    return _TABLE


_TABLE: dict[int, str | None] = {}


def written(text: str) -> tuple[Written, ...]:
    """The case numbers of enforcement that a text, made plain by `said`, may mean; () for none.

    >>> written(said("（２０１７）渝0235執恢字第123號 5000元"))
    (Written(year=2017, court='渝0235', type='执恢', serial=123, sure=True),)
    >>> written(said("17年渝O235直88号"))
    (Written(year=2017, court='渝0235', type='执', serial=88, sure=False),)
    >>> written(said("（2017）渝0235民初9号诉讼费"))
    ()
    """
    found = tuple(_made(each) for each in _FULL.finditer(text))
    if found:
        return found
    if _OTHER.search(text):
        return ()
    found = tuple(_made(each) for each in _NO_TYPE.finditer(text))
    if found:
        return found
    return tuple(Written(0, "", "", int(each["serial"]), False) for each in _SERIAL.finditer(text))


def runs(text: str) -> tuple[str, ...]:
    """The figures of four and more digits in a text."""
    return tuple(_RUN.findall(text))


def _made(found: re.Match[str]) -> Written:
    parts = found.groupdict()
    year = (parts["year"] or "").translate(_DIGITS)
    court = (parts["court"] or "").translate(_DIGITS)
    old = parts.get("old")
    if old:
        court = f"{court}{old.removesuffix('民')}"
    sign = parts.get("zhi")
    sub = parts.get("sub") or ""
    return Written(
        year=int(year) if len(year) == _YEAR_DIGITS else 2000 + int(year) if year else 0,
        court=court,
        type=f"执{_SUBS.get(sub, sub)}" if sign else "",
        serial=int(parts["serial"].translate(_DIGITS)),
        sure=sign == "执",
    )


def one_apart(one: str, other: str) -> bool:
    """Whether one slip makes one of the other: a sign wrong, missing, doubled, or two neighbours changed.

    >>> [one_apart("1234", each) for each in ("1235", "124", "1324", "12334", "4321", "1234")]
    [True, True, True, True, False, False]
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    rest, theirs = one[start:], other[start:]
    return rest[1:] == theirs[1:] or (rest[:2] == theirs[1::-1] and rest[2:] == theirs[2:])
