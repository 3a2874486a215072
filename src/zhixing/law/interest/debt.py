"""What is owed and what happened to it: sums of a title, interest it grants, payments, suspensions.

These are the inputs of `accrue`. They refuse what can be no debt (negative amounts, spans that end before they
begin) with a ValueError in Chinese; whether they suffice for an answer is the rules' question.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from zhixing.law.money import Fen, show
from zhixing.law.rates import Bracket, Table


class SumKind(Enum):
    """What a sum of a title is; it decides its place in the order of payment and whether it is doubled.

    Interest that the title itself has fixed as a sum is general interest: paid before principal, not doubled.
    Court fees that the debtor must repay to the applicant are costs; whether they are doubled is an option.
    """

    PRINCIPAL = "principal"
    INTEREST = "interest"
    COST = "cost"
    COURT_FEE = "court-fee"


class Per(Enum):
    """The time that a rate is for."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Satisfaction(Enum):
    """How the creditor came to money; it decides which day ends the interest on that part."""

    PERFORMED = "performed"
    TRANSFERRED = "transferred"
    SOLD = "sold"
    REALISED = "realised"


@dataclass(frozen=True, slots=True)
class NumberRate:
    """A rate written as a number: `rate` per day, month or year; `year_days` are the days its year counts."""

    rate: Fraction
    per: Per
    year_days: int | None = None

    def __post_init__(self) -> None:
        if self.rate < 0:
            raise ValueError("利率为负，请填写零以上的小数")
        _check_year_days(self.year_days)


@dataclass(frozen=True, slots=True)
class TableRate:
    """`times` the yearly rate of a table, `plus` a yearly part (LPR plus 50 points: 0.005; below zero: minus).

    It follows the table's changes unless `fixed_on` names one day.
    """

    table: Table
    times: Fraction = Fraction(1)
    plus: Fraction = Fraction(0)
    bracket: Bracket = Bracket.TO_1_YEAR
    fixed_on: date | None = None
    year_days: int | None = None

    def __post_init__(self) -> None:
        if self.times < 0:
            raise ValueError("利率的倍数为负，请填写零以上的小数")
        _check_year_days(self.year_days)


Rate = NumberRate | TableRate


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money that the title orders to pay: `principal` in fen, `due` the last day for performance.

    Where the title sets no time, `due` is the day it took effect (迟延履行利息解释 art. 2).
    """

    principal: Fen
    due: date | None
    label: str = "本金"
    kind: SumKind = SumKind.PRINCIPAL

    def __post_init__(self) -> None:
        if self.principal < 0:
            raise ValueError(f"“{self.label}”的金额{show(self.principal)}元为负，请填写零以上的金额")


@dataclass(frozen=True, slots=True)
class GeneralRate:
    """Interest that the title grants: at `rate` from `since` (counted) to before `until`, or to payment.

    `base` names the sums it runs on by label; an amount in fen is a part of the principal that every payment of
    principal lowers first; None is all principal. `cap` limits it: an amount in fen for the whole of this
    interest, or a rate that it may never exceed.
    """

    rate: Rate
    since: date
    until: date | None = None
    base: tuple[str, ...] | Fen | None = None
    cap: Fen | Rate | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.since:
            raise ValueError(f"计息止日{self.until}早于起日{self.since}，请改正")
        if isinstance(self.base, int) and self.base < 0:
            raise ValueError("计息基数为负，请填写零以上的金额")
        if isinstance(self.cap, int) and self.cap < 0:
            raise ValueError("利息上限为负，请填写零以上的金额")


@dataclass(frozen=True, slots=True)
class Payment:
    """`amount` fen that reached the creditor's side on a day.

    The day is that of performance; of transfer or withdrawal by the court; on which the ruling on the sale or
    the taking in kind took effect; on which another realisation was complete (迟延履行利息解释 art. 3).
    """

    on: date
    amount: Fen
    kind: Satisfaction = Satisfaction.PERFORMED

    def __post_init__(self) -> None:
        if self.amount <= 0:
            raise ValueError(f"{self.on}的清偿金额{show(self.amount)}元不大于零，请改正")


@dataclass(frozen=True, slots=True)
class Suspension:
    """Days from `since` to before `until` on which enforcement stood still for a review of the title or for
    retrial.

    At the debtor's own request it stops nothing (迟延履行利息解释 art. 3 para. 3).
    """

    since: date
    until: date
    at_debtors_request: bool = False

    def __post_init__(self) -> None:
        if self.until < self.since:
            raise ValueError(f"中止、暂缓的止日{self.until}早于起日{self.since}，请改正")


@dataclass(frozen=True, slots=True)
class Debt:
    """The money side of one or several titles against one debtor."""

    sums: tuple[Sum, ...]
    general: tuple[GeneralRate, ...] = ()
    payments: tuple[Payment, ...] = ()
    suspensions: tuple[Suspension, ...] = ()

    def __post_init__(self) -> None:
        if not self.sums:
            raise ValueError("没有债权金额，请至少填写一笔")
        labels = [item.label for item in self.sums]
        if len(set(labels)) < len(labels):
            raise ValueError("几笔债权的名称相同，请各取一个名称")
        for rate in self.general:
            unknown = (
                [label for label in rate.base if label not in labels] if isinstance(rate.base, tuple) else []
            )
            if unknown:
                raise ValueError(f"计息基数“{unknown[0]}”不是任何一笔债权的名称，请改正")


def _check_year_days(days: int | None) -> None:
    if days not in (None, 360, 365):
        raise ValueError(f"一年按{days}日计不合规则，请填 360 或 365")
