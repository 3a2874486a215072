"""Interest of a claim, reckoned to the day from what its title says, so that anybody can reckon it again.

One sum, a yearly rate or a multiple of the LPR, one last day for performance, and what was paid in between. What is more
(several sums, caps, suspensions) is worked out with `zhixing interest` and entered as sums, with its basis in words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from zhixing.funds.distribution.acts import ClaimAdmitted
from zhixing.law.answers import Found, Undetermined
from zhixing.law.interest.accrual import Accrual, accrue
from zhixing.law.interest.debt import Debt, GeneralRate, NumberRate, Payment, Per, Sum, TableRate
from zhixing.law.money import Fen
from zhixing.law.rates import Table

RATE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,6})?\Z")


@dataclass(frozen=True, slots=True)
class Terms:
    """What interest is reckoned from: to which day, itself included, the last day for performance, its rate and first day."""

    to: date
    due: date | None
    percent: str = ""
    since: date | None = None
    year_days: int = 365
    times: str = ""
    original: Fen = 0
    paid: tuple[Payment, ...] = ()


def terms_of(act: ClaimAdmitted) -> Terms | None:
    """What the claim says of it; None where its interest is stated as sums."""
    if act.reckoned_to is None:
        return None
    return Terms(
        act.reckoned_to,
        act.due,
        act.rate.strip(),
        act.interest_since,
        act.year_days,
        act.times.strip(),
        act.original,
        tuple(Payment(each.on, each.amount) for each in act.paid),
    )


def sensible(terms: Terms) -> bool:
    """Whether the last day for performance is there, one rate at most with its first day, and payments of an original sum."""
    rates = [each for each in (terms.percent, terms.times) if each]
    if terms.due is None or len(rates) > 1 or bool(rates) != (terms.since is not None):
        return False
    if bool(terms.paid) != (terms.original > 0) or any(each.amount <= 0 for each in terms.paid):
        return False
    return terms.year_days in (360, 365) and all(RATE.match(each) for each in rates)


def reckoned(principal: Fen, terms: Terms) -> Found[Accrual] | Undetermined:
    """What a sum has grown to by the law, and what payments have left of it, in fen. The terms must be `sensible`."""
    general: tuple[GeneralRate, ...] = ()
    if terms.since is not None:
        rate: NumberRate | TableRate = (
            TableRate(Table.LPR_1Y, Fraction(terms.times))
            if terms.times
            else NumberRate(Fraction(terms.percent) / 100, Per.YEAR, terms.year_days)
        )
        general = (GeneralRate(rate, terms.since),)
    return accrue(Debt((Sum(terms.original or principal, terms.due),), general, terms.paid), terms.to)
