"""Last days of 1,000,000 cases by ten rules, beside polars, numpy and a copy of the result.

The peers are told working days only, moved holidays included; they answer all ten rules as so many working days, which is what
they can. Ours answers days, working days, months and years. Every answer of ours is compared with `law.periods.due`.
"""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import polars as pl
from bench.figure import Figure, side_by_side

from zhixing.law.answers import Found
from zhixing.law.calendar import NATIONAL
from zhixing.law.many.periods import due_dates
from zhixing.law.periods import Period, Unit, due

CASES = 1_000_000
RULES = [
    Period(count, unit)
    for unit, counts in (
        (Unit.DAY, (5, 10, 30)),
        (Unit.WORKING_DAY, (3, 5, 7, 10)),
        (Unit.MONTH, (3, 6)),
        (Unit.YEAR, (1,)),
    )
    for count in counts
]
FIRST, SPAN = date(2016, 1, 1), 3650


def figures() -> list[Figure]:
    """Time them in turns on the same starts; AssertionError where a date differs."""
    offsets = np.random.default_rng(235).integers(0, SPAN, CASES)
    starts = np.datetime64(FIRST, "D") + offsets.astype("m8[D]")
    found = due_dates(starts, RULES).days
    _compared(offsets, found)
    closed = [each for each in (FIRST + timedelta(step) for step in range(2 * SPAN)) if NATIONAL.closed(each)]
    off, counts = np.array(closed, "M8[D]"), [5, 10, 30, 3, 5, 7, 10, 60, 120, 250]
    column = pl.Series("start", starts)
    frame = pl.DataFrame([column])

    def by_numpy() -> object:
        return [
            np.busday_offset(starts, count, roll="backward", weekmask="1111111", holidays=off)
            for count in counts
        ]

    def by_polars() -> object:
        return frame.select(
            pl.col("start")
            .dt.add_business_days(count, week_mask=[True] * 7, holidays=closed, roll="backward")
            .alias(f"{place}")
            for place, count in enumerate(counts)
        )

    ours, busday, polars, copy = side_by_side(
        [lambda: due_dates(starts, RULES), by_numpy, by_polars, found.copy], rounds=2
    )
    peer, theirs = min((busday, "numpy.busday_offset"), (polars, "polars add_business_days"))[::-1]
    return [
        Figure("Last days by 10 rules", CASES, ours, peer, theirs, theirs / ours, 10),
        Figure("Last days by 10 rules", CASES, ours, "copy of the result", copy, ours / copy, 4, most=True),
    ]


def _compared(offsets: object, found: np.ndarray) -> None:
    """Every start day and rule once by the scalar rule, then every case against that."""
    days = [FIRST + timedelta(step) for step in range(SPAN)]
    table = np.array([[_scalar(day, rule) for rule in RULES] for day in days], "M8[D]")
    assert np.array_equal(table[offsets], found), "a date differs"


def _scalar(day: date, rule: Period) -> date:
    answer = due(day, rule)
    assert isinstance(answer, Found)
    return answer.value.day
