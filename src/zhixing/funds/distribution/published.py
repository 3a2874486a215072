"""A plan as its parties may download it: the inputs and the result, and working it out again from the inputs alone.

Amounts are yuan with two decimals. The file names nobody: claims go by their numbers. Format: docs/distribution.md.
"""

from __future__ import annotations

from collections.abc import Iterator
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
from zhixing.law.distribution import Distribution
from zhixing.law.money import plain, show, yuan
from zhixing.law.texts import Text, say

FORMAT = "zhixing-distribution-1"
Yuan = Annotated[str, msgspec.Meta(pattern=r"^[0-9]+\.[0-9]{2}$")]
ZERO = "0.00"


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


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
    )


def _share(each: ShareGiven) -> SharePublished:
    return SharePublished(
        claim=each.claim,
        costs=plain(each.costs),
        interest=plain(each.interest),
        principal=plain(each.principal),
        doubled=plain(each.doubled),
    )
