"""Interest of a claim, reckoned to the day from what its title says, so that anybody can reckon it again.

Mostly one sum, a yearly rate or a multiple of the LPR, one last day for performance, and what was paid in between; else
several sums, each interest with its own base, rate, span and cap, and the spans that bear no doubled part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from zhixing.cases.acts.filing import RatePer, RateTable, SumNature
from zhixing.funds.distribution.acts import ClaimAdmitted, InterestClaimed
from zhixing.law.answers import Found, Undetermined
from zhixing.law.interest import Options, Rank
from zhixing.law.interest.accrual import accrue
from zhixing.law.interest.debt import (
    Debt,
    GeneralRate,
    NumberRate,
    Payment,
    Per,
    Rate,
    Sum,
    SumKind,
    Suspension,
    TableRate,
)
from zhixing.law.money import Fen
from zhixing.law.rates import Table
from zhixing.law.texts import Text, say

DECIMAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,6})?\Z")
NEXT_DAY = timedelta(days=1)
WITHOUT_DOUBLING = (SumNature.INTEREST, SumNature.COURT_FEE)
PER = {RatePer.DAY: Per.DAY, RatePer.MONTH: Per.MONTH, RatePer.YEAR: Per.YEAR}
PRINCIPAL_FIRST = Options(order=(Rank.PRINCIPAL,))


@dataclass(frozen=True, slots=True)
class Parts:
    """What a claim comes to on the day it is reckoned to, by the parts that a distribution counts, in fen."""

    principal: Fen
    interest: Fen
    costs: Fen
    doubled: Fen


def slip(act: ClaimAdmitted) -> Text | None:
    """What of the terms makes no sense; None where they can be reckoned, and where interest is stated as sums."""
    if act.reckoned_to is None:
        stated = act.sums or act.interests or act.rests or act.paid
        return say("填写了计息方法，没有填写“计息至”") if stated else None
    found = _slip_of_parts(act) if act.sums else _slip_of_one(act)
    return found or _slip_of_both(act)


def reckoned(act: ClaimAdmitted) -> Found[Parts] | Undetermined:
    """What the law makes of the terms, payments set off. The act must have no `slip` and say to which day."""
    assert act.reckoned_to is not None
    debt = debt_of(act)
    answer = accrue(debt, act.reckoned_to, options=PRINCIPAL_FIRST if act.principal_first else Options())
    if isinstance(answer, Undetermined):
        return answer
    left, kinds = answer.value.outstanding, [each.kind for each in debt.sums]
    by_kind = list(zip(kinds, answer.value.sums, strict=True))
    principal = sum(amount for kind, amount in by_kind if kind is SumKind.PRINCIPAL)
    costs = sum(amount for kind, amount in by_kind if kind in (SumKind.COST, SumKind.COURT_FEE))
    interest = left.total - left.doubled - principal - costs
    return Found(Parts(principal, interest, costs, left.doubled), answer.because, answer.cites)


def debt_of(act: ClaimAdmitted) -> Debt:
    """The claim as `law.interest` takes it."""
    paid = tuple(Payment(each.on, each.amount) for each in act.paid)
    rests = tuple(Suspension(each.since, each.last + NEXT_DAY) for each in act.rests)
    if act.sums:
        sums = tuple(Sum(each.amount, each.due, each.label, SumKind(each.nature.value)) for each in act.sums)
        return Debt(sums, tuple(_general(each) for each in act.interests), paid, rests)
    one = Sum(act.original or act.principal, act.due)
    general = tuple(_general(each) for each in act.interests)
    if act.interest_since is not None:
        general = (GeneralRate(_rate_of_one(act), act.interest_since),)
    return Debt((one,), general, paid, rests)


def _rate_of_one(act: ClaimAdmitted) -> Rate:
    if act.times.strip():
        return TableRate(Table.LPR_1Y, Fraction(act.times.strip()))
    return NumberRate(Fraction(act.rate.strip()) / 100, Per.YEAR, act.year_days)


def _general(each: InterestClaimed) -> GeneralRate:
    base = (each.on.strip(),) if each.on.strip() else each.base or None
    until = each.last + NEXT_DAY if each.last else None
    if each.table is RateTable.NONE:
        rate: Rate = NumberRate(Fraction(each.rate.strip()) / 100, PER[each.per], each.year_days)
    else:
        table = Table(each.table.value)
        rate = TableRate(table, Fraction(each.times), Fraction(each.plus) / 100, year_days=each.year_days)
    return GeneralRate(rate, each.since, until, base, _cap(each))


def _cap(each: InterestClaimed) -> Fen | Rate | None:
    if each.cap_table is not RateTable.NONE:
        return TableRate(Table(each.cap_table.value), Fraction(each.cap_times), year_days=each.year_days)
    if each.cap_rate.strip():
        return NumberRate(Fraction(each.cap_rate.strip()) / 100, Per.YEAR, each.year_days)
    return each.cap


def _slip_of_one(act: ClaimAdmitted) -> Text | None:
    """One sum: its last day is there, one rate at most with its first day, payments of an original sum."""
    rates = [each for each in (act.rate.strip(), act.times.strip()) if each]
    if act.due is None:
        return say("没有填写履行期限届满日")
    if len(rates) > 1:
        return say("年利率和LPR的倍数只填一项")
    if bool(rates) != (act.interest_since is not None):
        return say("一般利息的利率和起算日须一并填写")
    if not all(DECIMAL.match(each) for each in rates):
        return say("利率或者倍数“{text}”读不出", text=rates[0])
    if act.year_days not in (360, 365):
        return say("一年的天数是 {days}", days=act.year_days)
    if act.interests and act.interest_since is not None:
        return say("“几种利息”与单笔的利率只填一处")
    if bool(act.paid) != (act.original > 0):
        return say("部分清偿前的主债务和此前的清偿须一并填写")
    return None


def _slip_of_parts(act: ClaimAdmitted) -> Text | None:
    """Several sums: each with a name of its own, an amount and a last day; nothing of the one sum beside them."""
    labels = [each.label.strip() for each in act.sums]
    if act.due or act.rate.strip() or act.times.strip() or act.interest_since or act.original:
        return say("填写了几笔债权的，单笔的履行期限届满日、利率、起算日、部分清偿前的主债务不填")
    if len(set(labels)) < len(labels) or not all(labels):
        return say("几笔债权没有名称，或者名称相同")
    for each in act.sums:
        if each.amount <= 0:
            return say("“{label}”的金额不大于零", label=each.label)
        if each.due is None and each.nature not in WITHOUT_DOUBLING:
            return say("“{label}”没有履行期限届满日", label=each.label)
    return None


def _slip_of_both(act: ClaimAdmitted) -> Text | None:
    labels = {each.label.strip() for each in act.sums}
    for each in act.interests:
        found = _slip_of_interest(each, labels)
        if found is not None:
            return found
    if any(each.amount <= 0 for each in act.paid):
        return say("此前的清偿有金额不大于零的")
    if any(each.last < each.since for each in act.rests):
        return say("不计加倍部分的期间止日早于起日")
    return None


def _slip_of_interest(each: InterestClaimed, labels: set[str]) -> Text | None:
    """An interest names a sum that is there, one way to its rate, numbers that can be read, and ends after it begins."""
    if each.on.strip() and (each.base or each.on.strip() not in labels):
        return say("“{name}”不是上列债权的名称，或者又填写了基数", name=each.on.strip())
    by_table = each.table is not RateTable.NONE
    if by_table == bool(each.rate.strip()):
        return say("自 {since} 起的利息：利率和利率表须填且只填一项", since=each.since)
    written = [each.times, each.plus.removeprefix("-")] if by_table else [each.rate.strip()]
    written += [each.cap_times] if each.cap_table is not RateTable.NONE else []
    written += [each.cap_rate.strip()] if each.cap_rate.strip() else []
    unread = [text for text in written if not DECIMAL.match(text.strip())]
    if unread:
        return say("利率或者倍数“{text}”读不出", text=unread[0])
    caps = (each.cap is not None, bool(each.cap_rate.strip()), each.cap_table is not RateTable.NONE)
    if sum(caps) > 1:
        return say("自 {since} 起的利息：上限只填一种", since=each.since)
    if each.year_days not in (None, 360, 365) or (
        each.year_days and each.per is not RatePer.YEAR and not by_table
    ):
        return say("一年的天数只填 360 或 365，且只在按年计息时填写")
    return (
        say("利息止日早于起算日 {since}", since=each.since) if each.last and each.last < each.since else None
    )
