"""A stream: one interest that runs on one base at daily rates laid out beforehand over the days it may run.

General interest and its doubled part come to the same arithmetic: outstanding base, times daily rate, times
days, summed over the stretches on which neither changes. Laying the rates out first keeps everything that may
be undetermined out of the arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from fractions import Fraction

from zhixing.law.answers import Undetermined
from zhixing.law.citations import Citation
from zhixing.law.interest.debt import NumberRate, Per, Rate, TableRate
from zhixing.law.interest.options import Options
from zhixing.law.money import Fen
from zhixing.law.rates import Beyond, Beyonds, Piece, Table, percent, pieces, yearly

_PER_WORDS = {Per.DAY: "日利率", Per.MONTH: "月利率", Per.YEAR: "年利率"}
_TABLE_WORDS = {
    Table.LPR_1Y: "一年期贷款市场报价利率",
    Table.LPR_5Y: "五年期以上贷款市场报价利率",
    Table.BENCHMARK: "贷款基准利率",
}


class Item(Enum):
    """The two interests that accrue; the value is the Chinese name."""

    GENERAL = "一般债务利息"
    DOUBLED = "加倍部分债务利息"


@dataclass(frozen=True, slots=True)
class DayRate:
    """A daily rate over the days from `since` to before `until`; `words` say how it was made."""

    since: date
    until: date
    per_day: Fraction
    words: str


@dataclass(frozen=True, slots=True)
class Stream:
    """One interest: on the sums at `base` (places in the debt), or on `part` fen of the principal."""

    item: Item
    base: tuple[int, ...]
    rates: tuple[DayRate, ...]
    cites: tuple[Citation, ...]
    part: Fen | None = None
    cap: Fen | None = None


def daily(rate: Rate, since: date, until: date, options: Options) -> tuple[DayRate, ...] | Undetermined:
    """Lay a rate out as daily rates over the days from `since` to before `until`."""
    if since >= until:
        return ()
    if isinstance(rate, NumberRate):
        return (_number(rate, since, until, options),)
    beyond = Beyonds(options.benchmark_after_2019, Beyond.KEEP if options.extend_last_rate else Beyond.ASK)
    if rate.fixed_on is None:
        found = pieces(rate.table, since, until, bracket=rate.bracket, beyond=beyond)
    else:
        fixed = yearly(rate.table, rate.fixed_on, bracket=rate.bracket, beyond=beyond)
        found = fixed if isinstance(fixed, Undetermined) else (Piece(since, until, fixed.value),)
    if isinstance(found, Undetermined):
        return found
    return tuple(_times(rate, piece, rate.year_days or options.year_days) for piece in found)


def lower_of(rates: Sequence[DayRate], caps: Sequence[DayRate]) -> tuple[DayRate, ...]:
    """Answer, over the days of both, the lower of the two daily rates."""
    return tuple(
        replace(
            rate if rate.per_day <= cap.per_day else replace(cap, words=f"上限{cap.words}"),
            since=max(rate.since, cap.since),
            until=min(rate.until, cap.until),
        )
        for rate in rates
        for cap in caps
        if rate.since < cap.until and cap.since < rate.until
    )


def without(rates: Iterable[DayRate], since: date, until: date) -> tuple[DayRate, ...]:
    """Answer the rates less the days from `since` to before `until`."""
    kept: list[DayRate] = []
    for rate in rates:
        before = replace(rate, until=min(rate.until, since))
        after = replace(rate, since=max(rate.since, until))
        kept += [part for part in (before, after) if part.since < part.until]
    return tuple(kept)


def _number(rate: NumberRate, since: date, until: date, options: Options) -> DayRate:
    words = f"{_PER_WORDS[rate.per]}{percent(rate.rate)}%"
    if rate.per is Per.DAY:
        return DayRate(since, until, rate.rate, words)
    days = options.month_days if rate.per is Per.MONTH else rate.year_days or options.year_days
    return DayRate(since, until, rate.rate / days, f"{words}÷{days}")


def _times(rate: TableRate, piece: Piece, year_days: int) -> DayRate:
    yearly_rate = max(piece.rate * rate.times + rate.plus, Fraction(0))
    fixed = f"{rate.fixed_on}" if rate.fixed_on else ""
    made = f"{fixed}{_TABLE_WORDS[rate.table]}年{percent(piece.rate)}%"
    if rate.times != 1:
        made += f"×{percent(rate.times / 100)}"
    if rate.plus:
        made = f"（{made}{'＋' if rate.plus > 0 else '－'}{percent(abs(rate.plus))}%）"
    return DayRate(piece.since, piece.until, yearly_rate / year_days, f"{made}÷{year_days}")
