"""The courts of the district: the Second Intermediate Court of Chongqing and its nine basic courts.

Codes follow the case-number rule (法〔2015〕137号): two figures for an intermediate court, the last four of
the division's code for a basic one. Two counties became districts and their courts changed name and code; a
paper may carry either, so both are read and lead to the court of today.

Not covered: courts of other districts (their codes are read but not named), and the internal grading codes
M20-M29.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.texts import say


class Level(Enum):
    """Rank of a court; the value is its Chinese name."""

    INTERMEDIATE = "中级人民法院"
    BASIC = "基层人民法院"


@dataclass(frozen=True, slots=True)
class Former:
    """Name and code a court bore until before `until`."""

    code: str
    name: str
    until: date


@dataclass(frozen=True, slots=True)
class Court:
    """A court: code in case numbers (渝0101), name, short name, level, code of its division (GB/T 2260).

    `abbreviation` is what stood for it in case numbers before 2016 (万法).
    """

    code: str
    name: str
    short: str
    level: Level
    district_code: str
    abbreviation: str
    formers: tuple[Former, ...] = ()

    @property
    def old_codes(self) -> tuple[str, ...]:
        """Codes it bore before."""
        return tuple(former.code for former in self.formers)

    def name_on(self, on: date) -> str:
        """Answer the name it bore on a day."""
        return next((former.name for former in self.formers if on < former.until), self.name)

    def code_on(self, on: date) -> str:
        """Answer the code it bore on a day; the code is taken to have changed with the name."""
        return next((former.code for former in self.formers if on < former.until), self.code)


def _basic(
    place: str, short: str, division: str, abbreviation: str, *formers: Former, last: str = "人民法院"
) -> Court:
    code = f"渝{division[-4:]}"
    return Court(code, f"重庆市{place}{last}", short, Level.BASIC, division, abbreviation, formers)


# from memory: the old abbreviations, and the days on which the two courts changed name and code
COURTS: tuple[Court, ...] = (
    Court("渝02", "重庆市第二中级人民法院", "市二中法院", Level.INTERMEDIATE, "500101", "渝二中法"),
    _basic("万州区", "万州区法院", "500101", "万法"),
    _basic(
        "开州区",
        "开州区法院",
        "500154",
        "开法",
        Former("渝0234", "重庆市开县人民法院", date(2016, 7, 22)),
    ),
    _basic(
        "梁平区",
        "梁平区法院",
        "500155",
        "梁法",
        Former("渝0228", "重庆市梁平县人民法院", date(2017, 1, 1)),
    ),
    _basic("城口县", "城口县法院", "500229", "城法"),
    _basic("忠县", "忠县法院", "500233", "忠法"),
    _basic("云阳县", "云阳县法院", "500235", "云法"),
    _basic("奉节县", "奉节县法院", "500236", "奉法"),
    _basic("巫山县", "巫山县法院", "500237", "山法"),
    _basic("巫溪县", "巫溪县法院", "500238", "溪法"),
)
INTERMEDIATE_COURT = COURTS[0]

COURTS_BY_CODE: Mapping[str, Court] = MappingProxyType(
    {code: court for court in COURTS for code in (court.code, *court.old_codes)}
)
_BY_ABBREVIATION: Mapping[str, Court] = MappingProxyType({court.abbreviation: court for court in COURTS})
SUPERIOR_COURTS: Mapping[str, str] = MappingProxyType({"渝": "重庆市高级人民法院", "最高法": "最高人民法院"})


def court_of_code(code: str) -> Found[Court] | Undetermined:
    """Answer the district's court of a code in case numbers; a former code leads to the court of today."""
    court = COURTS_BY_CODE.get(code)
    if court is None:
        return Undetermined((say("法院代字{code}不属于本辖区的十个法院", code=code),), (cite("案号规定", 4),))
    if code in court.old_codes:
        return Found(
            court, (say("{code}是{name}的旧代字，现为{now}", code=code, name=court.name, now=court.code),)
        )
    return Found(court)


def court_of_abbreviation(abbreviation: str) -> Found[Court] | Undetermined:
    """Answer the district's court that an abbreviation in an old case number (万法) stands for."""
    court = _BY_ABBREVIATION.get(abbreviation)
    if court is None:
        return Undetermined((say("旧案号中的法院简称“{name}”对应哪个法院", name=abbreviation),))
    return Found(court)
