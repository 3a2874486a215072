"""Figures of judicial aid (plan measure 7) and of clearing up old money (measure 15) by court, so that a plan can name them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from zhixing.funds.aid.figures import Given, budget, given
from zhixing.funds.clearance.progress import by_court
from zhixing.funds.statement import in_yuan
from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.money import FEN_PER_YUAN
from zhixing.law.texts import Text, say
from zhixing.record.indicator import Indicator, Measured

BASIS = cite("司法救助意见", 16)  # from memory: the article
CLEARED = cite("执行款物规定", 3)
NOBODY = Given()


def aided_persons(courts: Sequence[str], on: date) -> Mapping[str, Measured]:
    """How many persons were given aid this year."""
    found = _this_year(courts, on)
    return {court: _count(found.get(court, NOBODY).persons, on) for court in courts}


def aid_given(courts: Sequence[str], on: date) -> Mapping[str, Measured]:
    """How many yuan were given this year."""
    found = _this_year(courts, on)
    return {court: _sum(found.get(court, NOBODY).sum, on) for court in courts}


def aid_budget_used(courts: Sequence[str], on: date) -> Mapping[str, Measured]:
    """What was given this year as a share of the year's budget; undetermined where none was entered."""
    found, whole = _this_year(courts, on), budget(on.year, courts)
    return {court: _share(found.get(court, NOBODY).sum, whole.get(court, 0), on) for court in courts}


def _this_year(courts: Sequence[str], on: date) -> Mapping[str, Given]:
    return given(date(on.year, 1, 1), on, courts)


def _count(persons: int, on: date) -> Measured:
    because = say("{year} 年截至 {on} 决定救助 {persons} 人", year=on.year, on=on, persons=persons)
    return _found(Fraction(persons), because)


def old_money_cleared(courts: Sequence[str], on: date) -> Mapping[str, Measured]:
    """Of the old lines registered by a day, the share that has a conclusion."""
    found = by_court(courts, on)
    return {court: _cleared(*found.get(court, (0, 0)), on) for court in courts}


def _cleared(part: int, whole: int, on: date) -> Measured:
    if not whole:
        return Undetermined((say("没有登记历史执行案款"),))
    because = say("截至 {on}：{part} / {whole}", on=on, part=part, whole=whole)
    return Found(Fraction(part, whole), (because,), (CLEARED,))


def _sum(fen: int, on: date) -> Measured:
    yuan = Fraction(fen, FEN_PER_YUAN)
    because = say("{year} 年截至 {on} 决定救助 {yuan} 元", year=on.year, on=on, yuan=in_yuan(fen))
    return _found(yuan, because)


def _share(part: int, whole: int, on: date) -> Measured:
    if not whole:
        return Undetermined((say("没有登记 {year} 年的救助资金预算", year=on.year),))
    because = say(
        "{year} 年截至 {on}：{part} / {whole}",
        year=on.year,
        on=on,
        part=part // FEN_PER_YUAN,
        whole=whole // FEN_PER_YUAN,
    )
    return _found(Fraction(part, whole), because)


def _found(value: Fraction, because: Text) -> Measured:
    return Found(value, (because,), (BASIS,))


INDICATORS = (
    Indicator(
        name="aided-persons",
        label="司法救助人数",
        unit="人",
        of="本年度决定给予执行司法救助的人数",
        measure=aided_persons,
        cites=(BASIS,),
    ),
    Indicator(
        name="aid-given",
        label="司法救助金额",
        unit="元",
        of="本年度决定给予执行司法救助的金额",
        measure=aid_given,
        cites=(BASIS,),
    ),
    Indicator(
        name="aid-budget-used",
        label="救助资金预算使用率",
        unit="%",
        of="本年度决定的救助金占全年救助资金预算的比例",
        measure=aid_budget_used,
        cites=(BASIS,),
    ),
    Indicator(
        name="old-money-cleared",
        label="历史案款清理率",
        unit="%",
        of="有清理结论的占登记的历史执行案款笔数的比例",
        measure=old_money_cleared,
        cites=(CLEARED,),
    ),
)
