"""What the State Council announced for each year: the days off, and the weekends worked instead.

One row is one year's notice of the General Office. A rest is written as in the notice, first day and number
of days in a row ("元旦 01-01+3"); a December day in a notice lies in the year before. Ordinary weekends are
not rows. A notice amended within its year stands as amended.

The days were generated once from the package chinesecalendar 1.11.0 (MIT), which a test compares day by day.
Document numbers are those printed in published copies of the notices; None where we found none.

Not covered: half days (3.8, 5.4), and on which day an amendment became known: an answer computed for a
day before it is computed as amended.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Rest:
    """Days off in a row, for a holiday (春节): the first day and how many."""

    name: str
    since: date
    days: int

    def __iter__(self) -> Iterator[date]:
        return (self.since + timedelta(days=step) for step in range(self.days))


@dataclass(frozen=True, slots=True)
class Notice:
    """One year's arrangement: its rests, the weekend days worked instead, and the paper it stands in."""

    year: int
    document: str | None
    rests: tuple[Rest, ...]
    worked: tuple[date, ...]
    amended_by: str | None = None

    @property
    def source(self) -> str:
        """The paper, and the one that amended it, for a reason shown to the user: 国办发明电〔2019〕16号."""
        if self.document is None:
            return "文号待查"
        return f"{self.document}、{self.amended_by}" if self.amended_by else self.document


def _day(year: int, month_day: str) -> date:
    """A December day belongs to the New Year of the notice, so to the year before."""
    month, day = (int(part) for part in month_day.split("-"))
    return date(year - 1 if month == 12 else year, month, day)


def _rest(year: int, words: str) -> Rest:
    name, span = words.split(" ")
    since, count = span.split("+")
    return Rest(name, _day(year, since), int(count))


def _notice(
    year: int, document: str | None, rests: str, worked: str, *, amended_by: str | None = None
) -> Notice:
    """Read one row of the table below."""
    return Notice(
        year,
        document,
        tuple(_rest(year, words) for words in rests.split("; ")),
        tuple(_day(year, words) for words in worked.split(" ")),
        amended_by,
    )


NOTICES: tuple[Notice, ...] = (
    _notice(
        2004,
        None,  # from memory: number not known to us
        "元旦 01-01+1; 春节 01-22+7; 劳动节 05-01+7; 国庆节 10-01+7",
        "01-17 01-18 05-08 05-09 10-09 10-10",
    ),
    _notice(
        2005,
        None,  # from memory: number not known to us
        "元旦 01-01+3; 春节 02-09+7; 劳动节 05-01+7; 国庆节 10-01+7",
        "02-05 02-06 04-30 05-08 10-08 10-09",
    ),
    _notice(
        2006,
        None,  # from memory: number not known to us
        "元旦 01-01+3; 春节 01-29+7; 劳动节 05-01+7; 国庆节 10-01+7",
        "01-28 02-05 04-29 04-30 09-30 10-08",
    ),
    _notice(
        2007,
        "国办发明电〔2006〕49号",
        "元旦 01-01+3; 春节 02-18+7; 劳动节 05-01+7; 国庆节 10-01+7",
        "12-30 12-31 02-17 02-25 04-28 04-29 09-29 09-30",
    ),
    _notice(
        2008,
        "国办发明电〔2007〕52号",
        "元旦 12-30+3; 春节 02-06+7; 清明节 04-04+3; 劳动节 05-01+3; 端午节 06-07+3; "
        "中秋节 09-13+3; 国庆节 09-29+7",
        "12-29 02-02 02-03 05-04 09-27 09-28",
    ),
    _notice(
        2009,
        "国办发明电〔2008〕42号",
        "元旦 01-01+3; 春节 01-25+7; 清明节 04-04+3; 劳动节 05-01+3; 端午节 05-28+3; 国庆节、中秋节 10-01+8",
        "01-04 01-24 02-01 05-31 09-27 10-10",
    ),
    _notice(
        2010,
        "国办发明电〔2009〕27号",
        "元旦 01-01+3; 春节 02-13+7; 清明节 04-03+3; 劳动节 05-01+3; 端午节 06-14+3; "
        "中秋节 09-22+3; 国庆节 10-01+7",
        "02-20 02-21 06-12 06-13 09-19 09-25 09-26 10-09",
    ),
    _notice(
        2011,
        "国办发明电〔2010〕40号",
        "元旦 01-01+3; 春节 02-02+7; 清明节 04-03+3; 劳动节 04-30+3; 端午节 06-04+3; "
        "中秋节 09-10+3; 国庆节 10-01+7",
        "01-30 02-12 04-02 10-08 10-09",
    ),
    _notice(
        2012,
        "国办发明电〔2011〕45号",
        "元旦 01-01+3; 春节 01-22+7; 清明节 04-02+3; 劳动节 04-29+3; 端午节 06-22+3; 中秋节、国庆节 09-30+8",
        "12-31 01-21 01-29 03-31 04-01 04-28 09-29",
    ),
    _notice(
        2013,
        "国办发明电〔2012〕33号",
        "元旦 01-01+3; 春节 02-09+7; 清明节 04-04+3; 劳动节 04-29+3; 端午节 06-10+3; "
        "中秋节 09-19+3; 国庆节 10-01+7",
        "01-05 01-06 02-16 02-17 04-07 04-27 04-28 06-08 06-09 09-22 09-29 10-12",
    ),
    _notice(
        2014,
        "国办发明电〔2013〕28号",
        "元旦 01-01+1; 春节 01-31+7; 清明节 04-05+3; 劳动节 05-01+3; 端午节 06-02+1; "
        "中秋节 09-08+1; 国庆节 10-01+7",
        "01-26 02-08 05-04 09-28 10-11",
    ),
    _notice(
        2015,
        "国办发明电〔2014〕28号",
        "元旦 01-01+3; 春节 02-18+7; 清明节 04-05+2; 劳动节 05-01+1; 端午节 06-20+3; "
        "抗战胜利七十周年纪念日 09-03+2; 中秋节 09-27+1; 国庆节 10-01+7",
        "01-04 02-15 02-28 09-06 10-10",
        amended_by="国发明电〔2015〕1号",
    ),
    _notice(
        2016,
        "国办发明电〔2015〕18号",
        "元旦 01-01+1; 春节 02-07+7; 清明节 04-04+1; 劳动节 05-01+2; 端午节 06-09+3; "
        "中秋节 09-15+3; 国庆节 10-01+7",
        "02-06 02-14 06-12 09-18 10-08 10-09",
    ),
    _notice(
        2017,
        "国办发明电〔2016〕17号",
        "元旦 01-01+2; 春节 01-27+7; 清明节 04-02+3; 劳动节 05-01+1; 端午节 05-28+3; 国庆节、中秋节 10-01+8",
        "01-22 02-04 04-01 05-27 09-30",
    ),
    _notice(
        2018,
        "国办发明电〔2017〕12号",
        "元旦 01-01+1; 春节 02-15+7; 清明节 04-05+3; 劳动节 04-29+3; 端午节 06-18+1; "
        "中秋节 09-24+1; 国庆节 10-01+7",
        "02-11 02-24 04-08 04-28 09-29 09-30",
    ),
    _notice(
        2019,
        "国办发明电〔2018〕15号",
        "元旦 12-30+3; 春节 02-04+7; 清明节 04-05+3; 劳动节 05-01+4; 端午节 06-07+3; "
        "中秋节 09-13+3; 国庆节 10-01+7",
        "12-29 02-02 02-03 04-28 05-05 09-29 10-12",
        amended_by="国办发明电〔2019〕3号",
    ),
    _notice(
        2020,
        "国办发明电〔2019〕16号",
        "元旦 01-01+1; 春节 01-24+10; 清明节 04-04+3; 劳动节 05-01+5; 端午节 06-25+3; 国庆节、中秋节 10-01+8",
        "01-19 04-26 05-09 06-28 09-27 10-10",
        amended_by="国办发明电〔2020〕1号",
    ),
    _notice(
        2021,
        "国办发明电〔2020〕27号",
        "元旦 01-01+3; 春节 02-11+7; 清明节 04-03+3; 劳动节 05-01+5; 端午节 06-12+3; "
        "中秋节 09-19+3; 国庆节 10-01+7",
        "02-07 02-20 04-25 05-08 09-18 09-26 10-09",
    ),
    _notice(
        2022,
        "国办发明电〔2021〕11号",
        "元旦 01-01+3; 春节 01-31+7; 清明节 04-03+3; 劳动节 04-30+5; 端午节 06-03+3; "
        "中秋节 09-10+3; 国庆节 10-01+7",
        "01-29 01-30 04-02 04-24 05-07 10-08 10-09",
    ),
    _notice(
        2023,
        "国办发明电〔2022〕16号",
        "元旦 12-31+3; 春节 01-21+7; 清明节 04-05+1; 劳动节 04-29+5; 端午节 06-22+3; 中秋节、国庆节 09-29+8",
        "01-28 01-29 04-23 05-06 06-25 10-07 10-08",
    ),
    _notice(
        2024,
        "国办发明电〔2023〕7号",
        "元旦 12-30+3; 春节 02-10+8; 清明节 04-04+3; 劳动节 05-01+5; 端午节 06-10+1; "
        "中秋节 09-15+3; 国庆节 10-01+7",
        "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    ),
    _notice(
        2025,
        "国办发明电〔2024〕12号",
        "元旦 01-01+1; 春节 01-28+8; 清明节 04-04+3; 劳动节 05-01+5; 端午节 05-31+3; 国庆节、中秋节 10-01+8",
        "01-26 02-08 04-27 09-28 10-11",
    ),
    _notice(
        2026,
        "国办发明电〔2025〕7号",
        "元旦 01-01+3; 春节 02-15+9; 清明节 04-04+3; 劳动节 05-01+5; 端午节 06-19+3; "
        "中秋节 09-25+3; 国庆节 10-01+7",
        "01-04 02-14 02-28 05-09 09-20 10-10",
    ),
)
