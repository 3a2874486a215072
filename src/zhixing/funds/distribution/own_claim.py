"""The applicant's own claim as the case has it: its sums, interest, payments and rests, so that the plan can publish them all.

What cannot be said so (an agreed order of payment, a rate that is no decimal) is filled in as sums.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from msgspec.structs import replace

from zhixing.cases import questions as cases
from zhixing.cases.acts.filing import ApplicationReceived, RatePer, RateTable, SetOffOrderRecorded, SumNature
from zhixing.funds.distribution.acts import (
    ClaimAdmitted,
    ClaimRank,
    DoublingRested,
    InterestClaimed,
    PaidBefore,
    SumClaimed,
)
from zhixing.funds.distribution.reckoning import reckoned, slip
from zhixing.law.answers import Found
from zhixing.law.interest.debt import Debt, GeneralRate, NumberRate, Per, Rate
from zhixing.law.rates import Bracket
from zhixing.law.texts import say
from zhixing.record.dossier import Dossier

DAY = timedelta(days=1)
PER = {Per.DAY: RatePer.DAY, Per.MONTH: RatePer.MONTH, Per.YEAR: RatePer.YEAR}
DIGITS = 6  # behind the point of a rate


def own_claim(dossier: Dossier, creditor: int, number: str, day: date) -> ClaimAdmitted | None:
    """The claim of the case itself to that day; None where it cannot be told what is owed."""
    found, debt = cases.owed(dossier, day), cases.debt(dossier, day)
    if not isinstance(found, Found) or not isinstance(debt, Found):
        return None
    left = found.value.outstanding
    stated = ClaimAdmitted(
        number=number,
        creditor=creditor,
        rank=ClaimRank.ORDINARY,
        principal=left.principal,
        interest=left.general,
        doubled=left.doubled,
        basis=str(say("按执行依据计算，利息计至 {day}", day=day)),
    )
    terms = _with_terms(dossier, stated, debt.value, day)
    answer = reckoned(terms) if terms is not None and slip(terms) is None else None
    if terms is None or not isinstance(answer, Found):
        return stated
    parts = answer.value
    if parts.principal + parts.interest + parts.costs + parts.doubled != left.total:
        return stated
    return replace(
        terms,
        principal=parts.principal,
        interest=parts.interest,
        costs=parts.costs,
        doubled=parts.doubled,
    )


def _with_terms(dossier: Dossier, stated: ClaimAdmitted, debt: Debt, day: date) -> ClaimAdmitted | None:
    interests = [each for each in map(_interest, debt.general) if each is not None]
    if len(interests) < len(debt.general) or dossier.as_of(day).last(SetOffOrderRecorded) is not None:
        return None
    sums = tuple(
        SumClaimed(label=each.label, amount=each.principal, due=each.due, nature=SumNature(each.kind.value))
        for each in debt.sums
    )
    paid = tuple(PaidBefore(on=each.on, amount=each.amount) for each in debt.payments if each.on <= day)
    rests = _rests(dossier, debt, day)
    return replace(stated, reckoned_to=day, sums=sums, interests=tuple(interests), paid=paid, rests=rests)


def _rests(dossier: Dossier, debt: Debt, day: date) -> tuple[DoublingRested, ...]:
    """When no doubled interest runs: throughout where the applicant did not ask for it."""
    received = dossier.first(ApplicationReceived)
    begins = [each.due for each in debt.sums if each.due is not None]
    if received is not None and not received.act.claims_delay_interest and begins:
        return (DoublingRested(since=min(begins), last=day),) if min(begins) <= day else ()
    return tuple(
        DoublingRested(since=each.since, last=min(each.until - DAY, day))
        for each in debt.suspensions
        if not each.at_debtors_request and each.since < each.until and each.since <= day
    )


def _interest(granted: GeneralRate) -> InterestClaimed | None:
    base, rate, cap = granted.base, granted.rate, granted.cap
    if isinstance(base, tuple) and len(base) != 1:
        return None
    found = InterestClaimed(
        on=base[0] if isinstance(base, tuple) else "",
        base=base if isinstance(base, int) else 0,
        since=granted.since,
        last=granted.until - DAY if granted.until else None,
        cap=cap if isinstance(cap, int) else None,
        year_days=rate.year_days,
    )
    told = _rate_of(rate)
    limit = _rate_of(cap) if isinstance(cap, Rate) else {}
    if told is None or limit is None or "per" in limit or limit.get("plus", "0") != "0":
        return None
    capped = {f"cap_{name}": value for name, value in limit.items() if name != "plus"}
    return replace(found, **told, **capped)


def _rate_of(rate: Rate) -> dict[str, str | RatePer | RateTable] | None:
    """The rate as a claim states it; None where it cannot."""
    if isinstance(rate, NumberRate):
        percent = _decimal(rate.rate * 100)
        yearly: dict[str, str | RatePer | RateTable] = {} if rate.per is Per.YEAR else {"per": PER[rate.per]}
        return {"rate": percent, **yearly} if percent else None
    times, plus = _decimal(rate.times), _decimal(rate.plus * 100)
    if rate.fixed_on is not None or rate.bracket is not Bracket.TO_1_YEAR or not times or not plus:
        return None
    return {"table": RateTable(rate.table.value), "times": times, "plus": plus}


def _decimal(value: Fraction) -> str:
    """The number as decimals; empty where six digits do not hold it."""
    scaled = value * 10**DIGITS
    if scaled.denominator != 1:
        return ""
    whole, rest = divmod(abs(scaled.numerator), 10**DIGITS)
    text = f"{whole}.{rest:0{DIGITS}}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 else text
