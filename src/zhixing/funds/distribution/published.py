"""A plan as its parties may download it: the inputs and the result, and working it out again from the inputs alone.

Amounts are yuan with two decimals. The file names nobody: claims go by their numbers. Format: docs/distribution.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import msgspec

from zhixing.funds.distribution.acts import (
    ClaimAdmitted,
    ClaimOrder,
    ClaimRank,
    DistributionPlanDrawn,
    PotHeld,
    ShareGiven,
)
from zhixing.funds.distribution.questions import given, worked_out
from zhixing.funds.distribution.reckoning import Terms, reckoned, sensible, terms_of
from zhixing.law.answers import Found
from zhixing.law.distribution import Distribution
from zhixing.law.interest.debt import Payment
from zhixing.law.money import plain, show, yuan
from zhixing.law.texts import Text, say

FORMAT = "zhixing-distribution-1"
Yuan = Annotated[str, msgspec.Meta(pattern=r"^[0-9]+\.[0-9]{2}$")]
ZERO = "0.00"


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


class PaidPublished(_Strict, frozen=True, kw_only=True):
    """What was paid on a claim before."""

    on: date
    amount: Yuan


class ReckonedPublished(_Strict, frozen=True, kw_only=True):
    """What a claim's interest was reckoned from: to which day, itself included, and the terms of the title."""

    to: date
    due: date | None = None
    yearly_percent: str = ""
    since: date | None = None
    year_days: int = 365
    lpr_times: str = ""
    original: Yuan = ZERO
    paid: tuple[PaidPublished, ...] = ()


class PotPublished(_Strict, frozen=True, kw_only=True):
    """One sum to distribute."""

    name: str
    amount: Yuan


class ClaimPublished(_Strict, frozen=True, kw_only=True):
    """One claim, as `law.distribution.Claim`."""

    number: str
    rank: ClaimRank
    principal: Yuan
    interest: Yuan = ZERO
    costs: Yuan = ZERO
    doubled: Yuan = ZERO
    pot: str = ""
    place: int = 1
    turn: int = 0
    principal_first: bool = False
    reckoned: ReckonedPublished | None = None


class SharePublished(_Strict, frozen=True, kw_only=True):
    """What a claim gets."""

    claim: str
    costs: Yuan
    interest: Yuan
    principal: Yuan
    doubled: Yuan


class Published(_Strict, frozen=True, kw_only=True):
    """A plan."""

    format: str
    case: str
    drawn_on: str
    order: ClaimOrder
    pots: tuple[PotPublished, ...]
    claims: tuple[ClaimPublished, ...]
    shares: tuple[SharePublished, ...]


def published(
    case: str, drawn_on: str, act: DistributionPlanDrawn, claims: tuple[ClaimAdmitted, ...]
) -> Published:
    """The plan in the form that is given out."""
    return Published(
        format=FORMAT,
        case=case,
        drawn_on=drawn_on,
        order=act.order,
        pots=tuple(PotPublished(name=each.name, amount=plain(each.amount)) for each in act.pots),
        claims=tuple(_claim(each) for each in claims),
        shares=tuple(_share(each) for each in act.shares),
    )


def read(raw: bytes) -> Published:
    """A published plan. Raises ValueError, which says what is wrong."""
    found = msgspec.json.decode(raw, type=Published)
    if found.format != FORMAT:
        raise ValueError(f"文件格式是“{found.format}”，本命令只认“{FORMAT}”，请重新下载")
    return found


def recomputed(found: Published) -> Distribution:
    """The distribution by the law, from the inputs alone. Raises ValueError where they make no sense."""
    pots = tuple(PotHeld(name=each.name, amount=yuan(each.amount)) for each in found.pots)
    claims = tuple(
        ClaimAdmitted(
            number=each.number,
            rank=each.rank,
            principal=yuan(each.principal),
            interest=yuan(each.interest),
            costs=yuan(each.costs),
            doubled=yuan(each.doubled),
            pot=each.pot,
            place=each.place,
            turn=each.turn,
            principal_first=each.principal_first,
        )
        for each in found.claims
    )
    return worked_out(pots, claims, found.order.name)


def differences(found: Published, computed: Distribution) -> Iterator[Text]:
    """Where the published result departs from the computed one."""
    yield from _interest_differences(found)
    said = {each.claim: each for each in found.shares}
    for share in given(computed):
        theirs = said.pop(share.claim, None)
        if theirs is None:
            yield say("债权{claim}：公布的结果中没有它", claim=share.claim)
            continue
        for name, label in PARTS:
            ours, told = getattr(share, name), yuan(getattr(theirs, name))
            if ours != told:
                yield say(
                    "债权{claim}{part}：公布 {told} 元，重算 {ours} 元，相差 {gap} 元",
                    claim=share.claim,
                    part=label,
                    told=show(told),
                    ours=show(ours),
                    gap=show(ours - told),
                )
    for claim in said:
        yield say("债权{claim}：公布的结果中有，公布的债权中没有", claim=claim)


def _interest_differences(found: Published) -> Iterator[Text]:
    """Where a claim's interest is not what its own terms give."""
    for each in found.claims:
        if each.reckoned is None:
            continue
        said = each.reckoned
        paid = tuple(Payment(one.on, yuan(one.amount)) for one in said.paid)
        terms = Terms(
            said.to,
            said.due,
            said.yearly_percent,
            said.since,
            said.year_days,
            said.lpr_times,
            yuan(said.original),
            paid,
        )
        answer = reckoned(yuan(each.principal), terms) if sensible(terms) else None
        if not isinstance(answer, Found):
            yield say("债权{claim}：公布的计息方法算不出利息", claim=each.number)
            continue
        left = answer.value.outstanding
        pairs = (
            ("主债务", each.principal, left.principal),
            ("利息", each.interest, left.general),
            ("加倍部分", each.doubled, left.doubled),
        )
        for label, told, ours in pairs:
            if yuan(told) != ours:
                yield say(
                    "债权{claim}的{part}：公布 {told} 元，按计息方法重算 {ours} 元",
                    claim=each.number,
                    part=label,
                    told=show(yuan(told)),
                    ours=show(ours),
                )


PARTS = (("costs", "费用"), ("interest", "利息"), ("principal", "主债务"), ("doubled", "加倍部分"))


def _claim(act: ClaimAdmitted) -> ClaimPublished:
    return ClaimPublished(
        number=act.number,
        rank=act.rank,
        principal=plain(act.principal),
        interest=plain(act.interest),
        costs=plain(act.costs),
        doubled=plain(act.doubled),
        pot=act.pot,
        place=act.place,
        turn=act.turn,
        principal_first=act.principal_first,
        reckoned=_reckoned(act),
    )


def _reckoned(act: ClaimAdmitted) -> ReckonedPublished | None:
    terms = terms_of(act)
    if terms is None:
        return None
    return ReckonedPublished(
        to=terms.to,
        due=terms.due,
        yearly_percent=terms.percent,
        since=terms.since,
        year_days=terms.year_days,
        lpr_times=terms.times,
        original=plain(terms.original),
        paid=tuple(PaidPublished(on=each.on, amount=plain(each.amount)) for each in terms.paid),
    )


def _share(each: ShareGiven) -> SharePublished:
    return SharePublished(
        claim=each.claim,
        costs=plain(each.costs),
        interest=plain(each.interest),
        principal=plain(each.principal),
        doubled=plain(each.doubled),
    )
