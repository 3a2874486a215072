"""Rates of interest that papers refer to: the central bank's benchmark for loans, and the loan prime rate (LPR).

All are yearly rates as exact fractions, in dated tables with their source. A paper that names a table follows
its changes day by day unless it fixes one day. Two edges are open in law or in fact and are therefore answered
`Undetermined` unless the caller names what to do (`Beyond`): the benchmark since 2019-08-20, when the LPR took
its place but nobody repealed it; and the LPR after the last announcement that the table knows.

Not covered: the benchmark before 2002-02-21, deposit rates, housing-fund rates, the LPR before its reform of
2019-08-20, and the highest rates of the years before 2004 (民诉法意见 art. 294).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from zhixing.law.answers import Found, Undetermined
from zhixing.law.dated import Dated, Row
from zhixing.law.texts import Text, say


class Table(Enum):
    """A table of rates; the value is its name in files."""

    LPR_1Y = "lpr-1y"
    LPR_5Y = "lpr-5y"
    BENCHMARK = "benchmark"


class Bracket(Enum):
    """The bracket of the benchmark by the term of the loan; the value is its Chinese name."""

    TO_6_MONTHS = "六个月以内（含六个月）"
    TO_1_YEAR = "六个月至一年（含一年）"
    TO_3_YEARS = "一至三年（含三年）"
    TO_5_YEARS = "三至五年（含五年）"
    OVER_5_YEARS = "五年以上"


class Beyond(Enum):
    """What to take on a day that a table does not reach: nothing, its last rate, or (for the benchmark) the LPR."""

    ASK = "ask"
    KEEP = "keep"
    LPR = "lpr"


@dataclass(frozen=True, slots=True)
class Beyonds:
    """What to take beyond each table: the benchmark since 2019-08-20, the LPR after its last known row."""

    benchmark: Beyond = Beyond.ASK
    lpr: Beyond = Beyond.ASK


ASK = Beyonds()


@dataclass(frozen=True, slots=True)
class Piece:
    """One yearly rate over the days from `since` to before `until`."""

    since: date
    until: date
    rate: Fraction


BENCHMARK_SINCE = date(2002, 2, 21)
LPR_SINCE = date(2019, 8, 20)
LPR_UNTIL = date(2026, 1, 20)
"""The day of the first announcement that is not in the table: a rate holds until the next announcement."""

# Percent by bracket. The first column before 2008-12-23:
# from memory
# Since 2014-11-22 the first two brackets
# are one (up to a year), and so are the next two (one to five years).
_BENCHMARK = """
2002-02-21  5.04  5.31  5.49  5.58  5.76
2004-10-29  5.22  5.58  5.76  5.85  6.12
2006-04-28  5.40  5.85  6.03  6.12  6.39
2006-08-19  5.58  6.12  6.30  6.48  6.84
2007-03-18  5.67  6.39  6.57  6.75  7.11
2007-05-19  5.85  6.57  6.75  6.93  7.20
2007-07-21  6.03  6.84  7.02  7.20  7.38
2007-08-22  6.21  7.02  7.20  7.38  7.56
2007-09-15  6.48  7.29  7.47  7.65  7.83
2007-12-21  6.57  7.47  7.56  7.74  7.83
2008-09-16  6.21  7.20  7.29  7.56  7.74
2008-10-09  6.12  6.93  7.02  7.29  7.47
2008-10-30  6.03  6.66  6.75  7.02  7.20
2008-11-27  5.04  5.58  5.67  5.94  6.12
2008-12-23  4.86  5.31  5.40  5.76  5.94
2010-10-20  5.10  5.56  5.60  5.96  6.14
2010-12-26  5.35  5.81  5.85  6.22  6.40
2011-02-09  5.60  6.06  6.10  6.45  6.60
2011-04-06  5.85  6.31  6.40  6.65  6.80
2011-07-07  6.10  6.56  6.65  6.90  7.05
2012-06-08  5.85  6.31  6.40  6.65  6.80
2012-07-06  5.60  6.00  6.15  6.40  6.55
2014-11-22  5.60  5.60  6.00  6.00  6.15
2015-03-01  5.35  5.35  5.75  5.75  5.90
2015-05-11  5.10  5.10  5.50  5.50  5.65
2015-06-28  4.85  4.85  5.25  5.25  5.40
2015-08-26  4.60  4.60  5.00  5.00  5.15
2015-10-24  4.35  4.35  4.75  4.75  4.90
"""

# Percent for one year and for five years and more, on the days on which either changed; the announcements of
# the other months up to 2025-12-22 repeated the rate before.
_LPR = """
2019-08-20  4.25  4.85
2019-09-20  4.20  4.85
2019-11-20  4.15  4.80
2020-02-20  4.05  4.75
2020-04-20  3.85  4.65
2021-12-20  3.80  4.65
2022-01-20  3.70  4.60
2022-05-20  3.70  4.45
2022-08-22  3.65  4.30
2023-06-20  3.55  4.20
2023-08-21  3.45  4.20
2024-02-20  3.45  3.95
2024-07-22  3.35  3.85
2024-10-21  3.10  3.60
2025-05-20  3.00  3.50
"""


def _columns(table: str, end: date, name: str) -> Iterator[Dated[Fraction]]:
    """Make a dated table of each column of percents; the last row holds until `end`."""
    lines = [line.split() for line in table.strip().splitlines()]
    days = [date.fromisoformat(line[0]) for line in lines]
    for column in range(1, len(lines[0])):
        yield Dated(
            name,
            (
                Row(since, until, Fraction(line[column]) / 100, f"{name}，{since}")
                for since, until, line in zip(days, (*days[1:], end), lines, strict=True)
            ),
        )


_BY_BRACKET = dict(
    zip(Bracket, _columns(_BENCHMARK, LPR_SINCE, "中国人民银行金融机构人民币贷款基准利率"), strict=True)
)
_LPR_1Y, _LPR_5Y = _columns(_LPR, LPR_UNTIL, "全国银行间同业拆借中心贷款市场报价利率公告")


def series(table: Table, bracket: Bracket = Bracket.TO_1_YEAR) -> Dated[Fraction]:
    """Answer the dated yearly rates of a table; `bracket` matters to the benchmark only."""
    if table is Table.BENCHMARK:
        return _BY_BRACKET[bracket]
    return _LPR_1Y if table is Table.LPR_1Y else _LPR_5Y


def yearly(
    table: Table, day: date, *, bracket: Bracket = Bracket.TO_1_YEAR, beyond: Beyonds = ASK
) -> Found[Fraction] | Undetermined:
    """Answer the yearly rate of a table on a day, undetermined outside the table."""
    found = pieces(table, day, day + timedelta(days=1), bracket=bracket, beyond=beyond)
    if isinstance(found, Undetermined):
        return found
    rate = found[0].rate
    return Found(
        rate, (say("{table}{day}为年{rate}%", table=_called(table, bracket), day=day, rate=percent(rate)),)
    )


def pieces(
    table: Table, since: date, until: date, *, bracket: Bracket = Bracket.TO_1_YEAR, beyond: Beyonds = ASK
) -> tuple[Piece, ...] | Undetermined:
    """Answer the yearly rates of a table over the days from `since` to before `until`, in order, without a gap."""
    if table is not Table.BENCHMARK:
        return _within(table, bracket, since, until, keep=beyond.lpr is Beyond.KEEP)
    if until <= LPR_SINCE or beyond.benchmark is not Beyond.LPR:
        return _within(table, bracket, since, until, keep=beyond.benchmark is Beyond.KEEP)
    heir = Table.LPR_5Y if bracket is Bracket.OVER_5_YEARS else Table.LPR_1Y
    after = pieces(heir, max(since, LPR_SINCE), until, beyond=beyond)
    before = _within(table, bracket, since, LPR_SINCE, keep=False) if since < LPR_SINCE else ()
    if isinstance(before, Undetermined):
        return before
    return after if isinstance(after, Undetermined) else (*before, *after)


def bracket_of(since: date, last: date) -> Bracket:
    """Answer the bracket of a loan that runs from `since` to `last`; a month ends on the same day number."""
    months = (last.year - since.year) * 12 + last.month - since.month + (last.day > since.day)
    for limit, bracket in ((6, Bracket.TO_6_MONTHS), (12, Bracket.TO_1_YEAR), (36, Bracket.TO_3_YEARS)):
        if months <= limit:
            return bracket
    return Bracket.TO_5_YEARS if months <= 60 else Bracket.OVER_5_YEARS


@lru_cache(maxsize=1024)  # the same few rates are written again and again
def percent(rate: Fraction, places: int = 6) -> str:
    """Write a rate in percent as a plain decimal, exact up to `places` decimals.

    >>> percent(Fraction(7, 40000))
    '0.0175'
    """
    scaled = round(rate * 100 * 10**places)
    whole, parts = divmod(scaled, 10**places)
    return f"{whole}.{parts:0{places}d}".rstrip("0").rstrip(".")


def _within(
    table: Table, bracket: Bracket, since: date, until: date, *, keep: bool
) -> tuple[Piece, ...] | Undetermined:
    """Answer the pieces of one table; `keep` prolongs its last row."""
    known = series(table, bracket)
    last = known.rows[-1]
    end = last.until or until
    if since < known.rows[0].since or (until > end and not keep):
        first_gap = since if since < known.rows[0].since else max(since, end)
        return Undetermined((_missing(table, bracket, first_gap),))
    found: list[Piece] = []
    if since < min(until, end):
        covered = known.periods_between(since, min(until, end))
        if isinstance(covered, Undetermined):
            return covered
        found = [Piece(part.since, part.until, part.row.value) for part in covered.value]
    if until > end:
        found.append(Piece(max(since, end), until, last.value))
    return tuple(found)


def _called(table: Table, bracket: Bracket) -> str:
    if table is Table.BENCHMARK:
        return f"人民银行贷款基准利率（{bracket.value}）"
    return "一年期贷款市场报价利率" if table is Table.LPR_1Y else "五年期以上贷款市场报价利率"


def _missing(table: Table, bracket: Bracket, day: date) -> Text:
    """Say which rate is not in the table and what would help."""
    called = _called(table, bracket)
    if table is Table.BENCHMARK and day >= LPR_SINCE:
        return say(
            "{table}在{day}的适用：2019-08-20起以贷款市场报价利率为参照，"
            "请按执行依据写明是沿用基准利率还是改用贷款市场报价利率",
            table=called,
            day=day,
        )
    if table is not Table.BENCHMARK and day < LPR_SINCE:
        return say(
            "{table}在{day}的数值：该利率自2019-08-20起公布，此前请写明基准利率", table=called, day=day
        )
    return say("{table}在{day}的数值：利率表中没有，请补入利率表", table=called, day=day)
