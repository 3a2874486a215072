"""What the law or the title leaves open about interest, as named options with a default each.

A default is our reading, not the law's; where one decides a figure, a step of the derivation says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from zhixing.law.rates import Beyond


class Rank(Enum):
    """A place in the order of payment."""

    COSTS = "costs"
    GENERAL = "general"
    PRINCIPAL = "principal"
    DOUBLED = "doubled"


class OldBracket(Enum):
    """Before 2014-08-01: which bracket of the benchmark "同期" means."""

    BY_DELAY = "by-delay"
    ONE_YEAR = "one-year"


class OldRate(Enum):
    """Before 2014-08-01: whether the benchmark follows its changes during the delay."""

    FOLLOWS = "follows"
    AT_START = "at-start"


class OldGeneral(Enum):
    """Before 2014-08-01: whether the title's interest goes on beside the doubled interest or is inside it."""

    BESIDE = "beside"
    INSIDE = "inside"


class Before2009(Enum):
    """Delay before 2009-05-18, when the rule was twice the banks' highest rate, which no table gives."""

    ASK = "ask"
    LIKE_2009 = "like-2009"


@dataclass(frozen=True, slots=True)
class Options:
    """The readings chosen.

    `year_days`: days of the year of a yearly rate that names none (default 365). `month_days`: a monthly rate is
    spread over so many days (30). `benchmark_after_2019`: see `rates.Beyond` (ask). `extend_last_rate`: take the
    last LPR we know for the days after its month (no).
    `court_fees_double`: court fees bear doubled interest (no: the courts differ). `order`: an agreed order of
    payment, of ranks and labels of sums; what it leaves out follows in the order of law. The `old_…` options
    and `before_2009` are for delay before 2014-08-01: the bracket by the length of the delay until then, a
    benchmark that follows its changes, a year of 360 days as the central bank reckons, the title's interest
    beside the doubled interest.
    """

    year_days: int = 365
    month_days: int = 30
    benchmark_after_2019: Beyond = Beyond.ASK
    extend_last_rate: bool = False
    court_fees_double: bool = False
    order: tuple[Rank | str, ...] = ()
    old_bracket: OldBracket = OldBracket.BY_DELAY
    old_rate: OldRate = OldRate.FOLLOWS
    old_year_days: int = 360
    old_general: OldGeneral = OldGeneral.BESIDE
    before_2009: Before2009 = Before2009.ASK
