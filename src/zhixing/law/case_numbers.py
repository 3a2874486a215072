"""Case numbers: the form of 2016 (（2017）渝0101执233号, 法〔2015〕137号) and the local form before it.

A number is read strictly, because it decides which case an act belongs to: brackets of any width and blanks
are forgiven, everything else is refused with the place and the way to mend it. For searching there is
`search_key`, which forgives more.

Not covered: numbers of arbitration and notarial papers, and whether a number was ever given (that is the
register's).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from zhixing.law import case_types
from zhixing.law.answers import Found, Undetermined
from zhixing.law.courts import SUPERIOR_COURTS, Court, court_of_abbreviation, court_of_code
from zhixing.law.norms.reading import chinese, number

FIRST_YEAR = 2016
_LAST_YEAR = 2099
_LONGEST = 8
_EXAMPLE = "（2017）渝0101执233号"
_BRACKETS = str.maketrans("〔〕[]【】{}〖〗〈〉<>", "()()()()()()()")
_BLANK = re.compile(r"[\s\u200b\ufeff]+")
_YEAR = re.compile(r"\(([0-9]+)\)")
_PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军"
_COURT = re.compile(rf"(最高法|[{_PROVINCES}])([0-9]*)")
_TYPE = re.compile(r"[^0-9\s第号]+")
_OLD = re.compile(r"^\(([0-9]{4})\)([^0-9()]+?)字第([0-9]{1,8})号(.*)$")
_SUB = re.compile(r"^(?:之([一二三四五六七八九十百]+|[0-9]+)|-([0-9]+))$")


class CaseNumberError(ValueError):
    """A text is no case number: what is wrong, where in the text, and how to mend it, in Chinese."""

    def __init__(self, what: str, where: str, mend: str) -> None:
        super().__init__(f"{what}（{where}）：{mend}")
        self.what, self.where, self.mend = what, where, mend


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A number in the form of 2016; `sub` counts 之一, 之二 … of papers in the same case.

    Raises CaseNumberError where a part cannot be.
    """

    year: int
    court_code: str
    type_code: str
    number: int
    sub: int | None = None

    def __post_init__(self) -> None:
        _check_year(self.year)
        _check_court(self.court_code)
        _check_type(self.type_code)
        if self.number < 1:
            raise CaseNumberError("编号应从1起", str(self.number), "核对案号中“号”字前的数字")

    @property
    def normal(self) -> str:
        """The one way it is written: （2017）渝0101执233号之一."""
        return f"（{self.year}）{self.court_code}{self.type_code}{self.number}号{_sub_words(self.sub)}"

    @property
    def court(self) -> Found[Court] | Undetermined:
        """The district's court, or that the code is not one of the district's."""
        return court_of_code(self.court_code)

    @property
    def court_name(self) -> str | None:
        """The court's name of today; None for a court unknown to this district."""
        found = self.court
        return found.value.name if isinstance(found, Found) else SUPERIOR_COURTS.get(self.court_code)

    @property
    def meaning(self) -> Found[str] | Undetermined:
        """What its type stands for."""
        return case_types.meaning(self.type_code)

    @property
    def is_enforcement(self) -> bool:
        """Whether it is the number of an enforcement case."""
        return case_types.is_enforcement(self.type_code)

    @property
    def sort_key(self) -> tuple[int, str, str, int, int]:
        """Year, court, type, number, sub-number: order of lists."""
        return (self.year, self.court_code, self.type_code, self.number, self.sub or 0)

    def __str__(self) -> str:
        return self.normal


@dataclass(frozen=True, slots=True)
class OldCaseNumber:
    """A number before 2016: （2015）万法民执字第01234号. `digits` keeps the leading zeros."""

    year: int
    abbreviation: str
    type_code: str
    digits: str
    sub: int | None = None

    @property
    def number(self) -> int:
        """Its running number."""
        return int(self.digits)

    @property
    def normal(self) -> str:
        """The one way it is written, zeros kept."""
        words = f"{self.abbreviation}{self.type_code}字第{self.digits}号"
        return f"（{self.year}）{words}{_sub_words(self.sub)}"

    @property
    def court(self) -> Found[Court] | Undetermined:
        """The district's court its abbreviation stands for, as far as we know it."""
        return court_of_abbreviation(self.abbreviation)

    @property
    def court_name(self) -> str | None:
        """The court's name of today; None where the abbreviation is not known."""
        found = self.court
        return found.value.name if isinstance(found, Found) else None

    @property
    def meaning(self) -> Found[str] | Undetermined:
        """What its type stands for."""
        return case_types.meaning(self.type_code, old=True)

    @property
    def is_enforcement(self) -> bool:
        """Whether it is the number of an enforcement case."""
        return case_types.is_enforcement(self.type_code)

    @property
    def sort_key(self) -> tuple[int, str, str, int, int]:
        """Year, court, type, number, sub-number: order of lists."""
        return (self.year, self.abbreviation, self.type_code, self.number, self.sub or 0)

    def __str__(self) -> str:
        return self.normal


@lru_cache(maxsize=10_000)
def parse(text: str) -> CaseNumber | OldCaseNumber:
    """Read a case number of either form; raises CaseNumberError with what, where and how to mend it.

    >>> parse(" (2017) 渝0101执233 号").normal
    '（2017）渝0101执233号'
    """
    tidy = _tidy(text)
    if not tidy:
        raise CaseNumberError("没有案号", "空白", f"写成{_EXAMPLE}的样子")
    old = _OLD.match(tidy)
    if old:
        return _parse_old(old)
    if "字" in tidy:
        raise CaseNumberError("旧案号不完整", tidy, "旧案号的样子是（2015）万法民执字第01234号")
    letter = re.search(r"[A-Za-z]", tidy)
    if letter:
        raise CaseNumberError("案号里没有字母", letter[0], f"数字写成0至9，例如{_EXAMPLE}")
    return _parse_new(tidy)


def search_key(text: str) -> str:
    """Answer a loose form for searching: width, blanks, brackets, 字第…号 and leading zeros do not matter.

    >>> search_key("（2015）万法民执字第00123号")
    '2015万法民执123'
    """
    bare = re.sub(r"[()字第号]", "", _tidy(text).upper())
    return re.sub(rf"(?<=[^0-9A-Z{_PROVINCES}])0+(?=[0-9])", "", bare)


def _tidy(text: str) -> str:
    """Make signs half-width, brackets round, and drop blanks."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text).translate(_BRACKETS))


def _parse_new(tidy: str) -> CaseNumber:
    year = _YEAR.match(tidy)
    if year is None:
        raise CaseNumberError("缺少带括号的年度", tidy[:6], f"年度放在括号里，例如{_EXAMPLE}")
    court = _COURT.match(tidy, year.end())
    if court is None:
        raise CaseNumberError("认不出法院代字", tidy[year.end() :][:6], "年度后应是法院代字，例如渝0101")
    kind = _TYPE.match(tidy, court.end())
    if kind is None:
        raise CaseNumberError("缺少类型代字", tidy[court.start() :], "法院代字后应是类型代字，例如执、执恢")
    running, sub = _running(tidy, kind.end())
    _check_year(int(year[1]))
    return CaseNumber(int(year[1]), court[0], kind[0], running, sub)


def _running(tidy: str, start: int) -> tuple[int, int | None]:
    """Read the running number, 号 and the sub-number behind the type."""
    rest = tidy[start:]
    digits = re.match(r"[0-9]*", rest)
    figures = digits[0] if digits else ""
    if not figures:
        raise CaseNumberError("缺少编号", tidy[max(0, start - 3) :], "类型代字后应是数字编号，例如执233号")
    if not rest[len(figures) :].startswith("号"):
        raise CaseNumberError("缺少“号”字", tidy[start:], f"在编号{figures}之后补上“号”")
    if len(figures) > _LONGEST:
        raise CaseNumberError("编号过长", figures, f"编号不超过{_LONGEST}位，核对“号”字前的数字")
    if figures.startswith("0"):
        mend = f"2016年起的编号是自然数，写成{figures.lstrip('0') or '1'}号"
        raise CaseNumberError("编号不能以0开头", figures, mend)
    return int(figures), _read_sub(rest[len(figures) + 1 :])


def _parse_old(found: re.Match[str]) -> OldCaseNumber:
    year, words, digits, tail = int(found[1]), found[2], found[3], found[4]
    if not 1949 <= year < FIRST_YEAR:
        mend = f"{FIRST_YEAR}年起的案号没有“字第”，例如{_EXAMPLE}"
        raise CaseNumberError("“字第…号”只用于2016年以前的案号", str(year), mend)
    if not int(digits):
        raise CaseNumberError("编号应从1起", digits, "核对“第”与“号”之间的数字")
    abbreviation, type_code = _split_old(words)
    return OldCaseNumber(year, abbreviation, type_code, digits, _read_sub(tail))


def _split_old(words: str) -> tuple[str, str]:
    """Part abbreviation and type: after 法 where there is one, otherwise before the longest known type."""
    court, _, type_code = words.rpartition("法")
    if court and type_code:
        return f"{court}法", type_code
    for length in range(min(4, len(words) - 1), 0, -1):
        if words[-length:] in case_types.OLD_TYPES:
            return words[:-length], words[-length:]
    raise CaseNumberError("认不出法院简称和类型", words, "旧案号的样子是（2015）万法民执字第01234号")


def _read_sub(tail: str) -> int | None:
    if not tail:
        return None
    found = _SUB.match(tail)
    value = number(found[1] or found[2]) if found else 0
    if value < 1:
        raise CaseNumberError("“号”后有多余内容", tail, "“号”后只能是“之一”“之二”等分号，其余删去")
    return value


def _sub_words(sub: int | None) -> str:
    return f"之{chinese(sub)}" if sub else ""


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= _LAST_YEAR:
        mend = "2016年以前的案件用当时的案号，例如（2015）万法民执字第01234号；其后核对年度的四位数字"
        raise CaseNumberError("年度不在2016年以后", str(year), mend)


def _check_court(code: str) -> None:
    found = _COURT.fullmatch(code)
    if found is None or len(found[2]) not in (0, 2, 4) or (found[1] == "最高法" and found[2]):
        raise CaseNumberError("法院代字不对", code, "中级法院为两位数字，基层法院为四位，例如渝02、渝0101")


def _check_type(code: str) -> None:
    if code not in case_types.CASE_TYPES:
        known = "、".join(case_types.ENFORCEMENT_TYPES)
        raise CaseNumberError("没有这个类型代字", code, f"执行案件的类型代字有{known}")
