"""Saying in English what was said in Chinese, at the last moment: when a page, a mail or a line of output is made.

Nothing that is stored, hashed or compared passes here. A `Text` brings its template along. A plain sentence is found
by itself, or by the template it was made from ("逾期 3 天" from "逾期 {0} 天"), or as a list of known words; what is not
found is somebody's own words and stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from string import Formatter

from zhixing.languages.catalogue import english
from zhixing.law.norms.reading import chinese
from zhixing.law.texts import Text

HAN = re.compile(r"[\u3400-\u9fff]")
LISTED = re.compile(r"\s*([、；，\n]|: |：| · | )\s*")
# A norm in full: 《民事诉讼法》（2017修正）第253条; the number of a document: 法释〔2014〕8号.
NORM = re.compile(r"《([^《》]+)》(?:（([^（）]+)）)?(第.+)?")
NUMBER = re.compile(r"(法释|法发|法|国务院令|国办发明电)(?:〔(\d{4})〕)?第?(\d+)号(?: (第.+))?")
UNITS = {"日": "days", "天": "days", "个工作日": "working days", "个月": "months", "年": "years"}
SPAN = re.compile(rf"(\d+)({'|'.join(UNITS)})")
UNKNOWN_PLACE = "当日条号待查"
WRITTEN_DAY = re.compile(r"([〇一二三四五六七八九]{4})年(\S{1,2})月(\S{1,3})日")  # as papers write it
RATE = re.compile(r"([年月日]利率)(\d[\d.%‰‱÷]*)")
BRACKETED = re.compile(r"(.+)（([^（）]+)）")
DATED = re.compile(r"(\d{4}-\d{2}-\d{2} )(.+)", re.DOTALL)
PLACE = re.compile(r"第(\d+)条(?:第(\d+)款)?(?:第（(.+)）项)?")
SERIES = {
    "法释": "Fa Shi",
    "法发": "Fa Fa",
    "法": "Fa",
    "国务院令": "State Council Decree",
    "国办发明电": "Guo Ban Fa Ming Dian",
}
NUMERALS = {chinese(number): str(number) for number in range(1, 100)}
MARKS = {"、": ", ", "；": "; ", "，": ", ", "：": ": "}
SIGNS = {**MARKS, "（": " (", "）": ")"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A template as a question: could this sentence have been made from it?"""

    shape: re.Pattern[str]
    places: tuple[str, ...]
    english: str
    weight: int


def in_english(value: object) -> str:
    """A value as an English reader sees it; words that are not the platform's own stay as they are."""
    if isinstance(value, Text):
        told = english().get(value.template) or _bare(value.template)
        filled = {name: _inner(each) for name, each in value.values.items()}
        return (told or value.template).format(**filled) if told else in_english(str(value))
    text = str(value)
    return _sentence(text) if HAN.search(text) else text


def _bare(template: str) -> str:
    """A template that has places and signs, but no words: its signs as English has them."""
    return "" if HAN.search(template) else "".join(SIGNS.get(sign, sign) for sign in template)


def _inner(value: object) -> object:
    if isinstance(value, tuple | list):
        return ", ".join(in_english(each) for each in value)
    if isinstance(value, bool | int | date):
        return value
    return in_english(value)


@lru_cache(maxsize=16384)
def _sentence(text: str) -> str:
    core = text.strip()
    told = english().get(core)
    if told is not None:
        return text.replace(core, told)
    named = _norm(core)
    if named:
        return named
    for pattern in _candidates(core):
        match = pattern.shape.fullmatch(core)
        if match is not None:
            filled: dict[str, str] = {}
            for name, group in zip(pattern.places, match.groups(), strict=True):
                filled.setdefault(name, in_english(group))
            return _fill(pattern.english, filled)
    return _listed(core) or _labelled(core) or _bracketed(core) or text


def _labelled(text: str) -> str:
    """Somebody's words after a label of ours (收到申请：买卖合同纠纷), a day, or a raised point; nothing without one of ours."""
    parts = text.split(" · ")
    if len(parts) > 1:
        told = [in_english(part) for part in parts]
        return " · ".join(told) if told != parts else ""
    dated = DATED.fullmatch(text)
    if dated:
        told_rest = in_english(dated[2])
        return dated[1] + told_rest if told_rest != dated[2] else ""
    label, sign, rest = text.partition("：")
    if not sign or in_english(label) == label:
        return ""
    return f"{in_english(label)}: {in_english(rest)}"


def _bracketed(text: str) -> str:
    """Somebody or something with a known word in brackets: 李大山（申请执行人）; nothing when the word is not known."""
    found = BRACKETED.fullmatch(text)
    if found is None or in_english(found[2]) == found[2]:
        return ""
    return f"{in_english(found[1])} ({in_english(found[2])})"


def _norm(text: str) -> str:
    """A norm's title, or the number of its document, with a place in it; nothing when it is neither."""
    if text in NUMERALS:
        return NUMERALS[text]
    span = SPAN.fullmatch(text)
    if span:
        return f"{span[1]} {UNITS[span[2]]}"
    day = WRITTEN_DAY.fullmatch(text)
    if day and day[2] in NUMERALS and day[3] in NUMERALS:
        year = "".join(str("〇一二三四五六七八九".index(sign)) for sign in day[1])
        return f"{year}-{NUMERALS[day[2]]:0>2}-{NUMERALS[day[3]]:0>2}"
    rate = RATE.fullmatch(text)
    if rate:
        return f"{in_english(rate[1])} {rate[2]}"
    placed = PLACE.fullmatch(text)
    if placed:
        article, paragraph, item = placed.groups()
        inside = (f" para. {paragraph}" if paragraph else "") + (
            f" item ({in_english(item)})" if item else ""
        )
        return f"Art. {article}{inside}"
    numbered = NUMBER.fullmatch(text)
    if numbered:
        series, year, number, place = numbered.groups()
        bracket = f" [{year}]" if year else ""
        return f"{SERIES[series]}{bracket} No. {number}" + (f" {in_english(place)}" if place else "")
    titled = NORM.fullmatch(text)
    if titled is None:
        return ""
    title, version, place = titled.groups()
    told = _title(title)
    if version == UNKNOWN_PLACE:
        return f"{told} (article number on that day to be looked up)"
    return (
        told + (f" ({in_english(version)})" if version else "") + (f" {in_english(place)}" if place else "")
    )


def _title(title: str) -> str:
    inner = title.translate({0x3008: 0x300A, 0x3009: 0x300B})
    for whole in (inner, f"中华人民共和国{inner}", inner.removeprefix("最高人民法院")):
        told = in_english(whole)
        if told != whole:
            return told
    return f"《{title}》"


def _fill(template: str, values: dict[str, str]) -> str:
    return "".join(
        literal + (values.get(name, "") if name is not None else "")
        for literal, name, _, _ in Formatter().parse(template)
    )


def _listed(text: str) -> str:
    """A list of known words; nothing when one of them is not known."""
    parts = LISTED.split(text)
    if len(parts) < 3:
        return ""
    told = [MARKS.get(part, part) if place % 2 else in_english(part) for place, part in enumerate(parts)]
    if any(HAN.search(part) and part == told[place] for place, part in enumerate(parts)):
        return ""
    return "".join(told).strip()


def _candidates(text: str) -> list[Pattern]:
    pairs = {text[place : place + 2] for place in range(len(text) - 1)}
    found = [pattern for pair in pairs for pattern in _patterns().get(pair, ())]
    return sorted(found, key=lambda pattern: -pattern.weight)


@cache
def _patterns() -> dict[str, tuple[Pattern, ...]]:
    """Patterns by two neighbouring characters that a sentence made from them must contain."""
    found: dict[str, list[Pattern]] = {}
    for source, told in english().items():
        if not isinstance(source, str):
            continue
        source, told = (re.sub(r"\\(\d)", r"{\1}", each) for each in (source, told))  # a replacement's places
        if "{" in source:
            for pair, pattern in _pattern(source, told):
                found.setdefault(pair, []).append(pattern)
    return {pair: tuple(patterns) for pair, patterns in found.items()}


def _pattern(source: str, told: str) -> Iterator[tuple[str, Pattern]]:
    shape, places, literals = "", [], []
    for literal, name, _, _ in Formatter().parse(source):
        shape += re.escape(literal)
        literals.append(literal)
        if name is not None:
            shape += "(.*?)"
            places.append(name)
    longest = max(literals, key=len)
    if len(HAN.findall("".join(literals))) < 2 or len(longest) < 2:
        return  # too little of its own to be recognised by
    weight = sum(map(len, literals))
    # The last pair of the longest piece: beginnings (请, 第) are shared by many.
    yield longest[-2:], Pattern(re.compile(shape, re.DOTALL), tuple(places), told, weight)
