"""Case numbers as people write them on payments: incomplete, mistyped, in old forms.

`law.case_numbers` reads strictly; this guesses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

import numpy as np

from zhixing.funds.recognising.names import signs
from zhixing.funds.recognising.strings import DROPPED, Ints, Mask, Signs, Strings, table_of

PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军"
_TYPE = r"(?P<zhi>执|直|只|支|制|之|职|植|质|值|ZHI)(?P<sub>[恢保异复监协他请督审]|回|报|HUI)?"
_FULL_OR_END = re.compile(
    rf"(?:(?P<year>(?:19|20)[0-9O]{{2}}|[0-9]{{2}}(?=[{PROVINCES}年]))年?度?)?(?P<court>[{PROVINCES}]?[0-9O]{{2,5}}|[{PROVINCES}])?"
    rf"(?P<old>[\u4e00-\u9fff]{{1,4}}?法民?)?{_TYPE}字?第?(?P<serial>[0-9OL]{{1,7}})|(?P<end>\n)"
)
_NO_TYPE = re.compile(
    rf"(?P<year>(?:19|20)[0-9O]{{2}})?(?P<court>[{PROVINCES}][0-9O]{{4}})[^0-9\n]{{0,3}}(?P<serial>[0-9OL]{{1,7}})"
)
_SERIAL = re.compile(r"(?<![0-9])(?P<serial>[0-9]{1,6})号")
_OTHER = re.compile(r"[民刑行](?:初|终|再|申|辖|破)")
_DIGIT = re.compile("[0-9]").search
_DIGITS = str.maketrans("OL", "01")
_SUBS = {"回": "恢", "HUI": "恢", "报": "保"}
_YEAR_DIGITS, SHORTEST_FIGURE = 4, 4
_BLANK, _END = ord(" "), "\n"


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


class Writings:
    """The case numbers of enforcement that texts, made plain by `said`, may mean, one after another; `counts` of each text.

    Year is 0, court and type are "" where they are not said; a court is 渝0235, only its digits or its province, or 渝北法.
    `sure` means that the sign 执 itself was written. `courts` and `types` name what `court` and `type` count.

    >>> told = Writings(["2017渝0235执恢字第123号5000元", "17年渝O235直88号", "2017渝0235民初9号诉讼费"])
    >>> told.counts.tolist(), told.year.tolist(), told.serial.tolist(), told.sure.tolist()
    ([1, 1, 0], [2017, 2017], [123, 88], [True, False])
    >>> [told.courts[each] for each in told.court], [told.types[each] for each in told.type]
    (['渝0235', '渝0235'], ['执恢', '执'])
    """

    def __init__(self, texts: Sequence[str]) -> None:
        line, parts = _written(texts)
        self.line, self.counts = line, np.bincount(line, minlength=len(texts))
        self.starts = np.cumsum(self.counts) - self.counts
        years, courts, olds, signs, subs, serials = zip(*parts, strict=True) if parts else [()] * 6
        year_of = {each: _year(each) for each in set(years)}
        self.year = np.array([year_of[each] for each in years], np.int64)
        self.serial = np.array([_serial(each) for each in serials], np.int64)
        self.sure = np.array([each == "执" for each in signs], np.bool_)
        self.court, self.courts = _numbered(zip(courts, olds, strict=True), _court)
        self.type, self.types = _numbered(zip(signs, subs, strict=True), _type)


Parts = tuple[
    str, ...
]  # year, court, the end of an old court's name, the sign 执, what follows it, serial; as written


def _written(texts: Sequence[str]) -> tuple[Ints, list[Parts]]:
    """The numbers in texts: of which text each is, and its parts."""
    told: list[Parts] = _FULL_OR_END.findall(f"{_END.join(texts)}{_END}" if texts else "")
    ends = np.array([bool(each[-1]) for each in told], np.bool_)
    line: Ints = np.cumsum(ends, dtype=np.int64)[~ends]
    parts = [each[:-1] for each in told if not each[-1]]
    none = np.flatnonzero(np.bincount(line, minlength=len(texts)) == 0).tolist()
    others = [(place, found) for place in none if _DIGIT(texts[place]) for found in _in_part(texts[place])]
    if not others:
        return line, parts
    parts += [found for _, found in others]
    line = np.concatenate((line, np.array([place for place, _ in others], np.int64)))
    order = np.argsort(line, kind="stable")
    return line[order], [parts[place] for place in order.tolist()]


def _in_part(text: str) -> list[Parts]:
    """What may be a number without the sign 执, unless the text speaks of another proceeding."""
    if _OTHER.search(text):
        return []
    found: list[Parts] = [(year, court, "", "", "", serial) for year, court, serial in _NO_TYPE.findall(text)]
    return found or [("", "", "", "", "", serial) for serial in _SERIAL.findall(text)]


def _numbered(told: Iterable[tuple[str, str]], said: Callable[[str, str], str]) -> tuple[Ints, list[str]]:
    """What `said` makes of each, counted from 0, and the words counted; it is asked once for each that is written."""
    each = list(told)
    words = {pair: said(*pair) for pair in dict.fromkeys(each)}
    ids = {word: place for place, word in enumerate(dict.fromkeys(words.values()))}
    return np.array([ids[words[pair]] for pair in each], np.int64), list(ids)


def _year(year: str) -> int:
    figures = year.translate(_DIGITS)
    return int(figures) if len(figures) == _YEAR_DIGITS else 2000 + int(figures) if figures else 0


def _serial(serial: str) -> int:
    return int(serial if serial.isdecimal() else serial.translate(_DIGITS))


def _court(court: str, old: str) -> str:
    return f"{court.translate(_DIGITS)}{old.removesuffix('民')}"


def _type(sign: str, sub: str) -> str:
    return f"执{_SUBS.get(sub, sub)}" if sign else ""
