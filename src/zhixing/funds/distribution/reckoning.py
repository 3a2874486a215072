"""Interest of a claim, reckoned to the day from what its title says, so that anybody can reckon it again.

Only the plain case: one sum, one yearly rate, one last day for performance. What is more (payments in between, other rates)
is worked out with `zhixing interest` and entered as sums, with its basis in words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from zhixing.funds.distribution.acts import ClaimAdmitted
from zhixing.law.answers import Found, Undetermined
from zhixing.law.interest.accrual import Accrual, accrue
from zhixing.law.interest.debt import Debt, GeneralRate, NumberRate, Per, Sum
from zhixing.law.money import Fen

RATE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,6})?\Z")


@dataclass(frozen=True, slots=True)
class Terms:
    """What interest is reckoned from: to which day, itself included, the last day for performance, its rate and first day."""

    to: date
    due: date | None
    percent: str = ""
    since: date | None = None
    year_days: int = 365


def terms_of(act: ClaimAdmitted) -> Terms | None:
    """What the claim says of it; None where its interest is stated as sums."""
    if act.reckoned_to is None:
        return None
    return Terms(act.reckoned_to, act.due, act.rate.strip(), act.interest_since, act.year_days)


def sensible(terms: Terms) -> bool:
    """Whether the last day for performance is there, and a rate has its first day."""
    if terms.due is None:
        return False
    if bool(terms.percent) != (terms.since is not None) or terms.year_days not in (360, 365):
        return False
    return not terms.percent or RATE.match(terms.percent) is not None


def reckoned(principal: Fen, terms: Terms) -> Found[Accrual] | Undetermined:
    """General interest and the doubled part of a sum by the law, in fen. The terms must be `sensible`."""
    general: tuple[GeneralRate, ...] = ()
    if terms.percent and terms.since is not None:
        rate = NumberRate(Fraction(terms.percent) / 100, Per.YEAR, terms.year_days)
        general = (GeneralRate(rate, terms.since),)
    return accrue(Debt((Sum(principal, terms.due),), general), terms.to)
