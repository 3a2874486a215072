"""A plan as its parties may download it: the inputs and the result, and working it out again from the inputs alone.

Amounts are yuan with two decimals. The file names nobody: claims go by their numbers. Format: docs/distribution.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from zhixing.funds.distribution.acts import (
    ClaimAdmitted,
    DistributionPlanDrawn,
    DoublingRested,
    InterestClaimed,
    PaidBefore,
    PotHeld,
    ShareGiven,
    SumClaimed,
)
from zhixing.funds.distribution.questions import given, worked_out
from zhixing.funds.distribution.reckoning import reckoned, slip
from zhixing.funds.distribution.shapes import (
    ClaimPublished,
    InterestPublished,
    PaidPublished,
    PotPublished,
    Published,
    ReckonedPublished,
    RestPublished,
    SharePublished,
    SumPublished,
)
from zhixing.law.answers import Found
from zhixing.law.distribution import Distribution
from zhixing.law.money import plain, show, yuan
from zhixing.law.texts import Text, say

FORMAT = "zhixing-distribution-1"


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
    claims = tuple(_admitted(each) for each in found.claims)
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
        claim = _admitted(each)
        answer = reckoned(claim) if slip(claim) is None else None
        if not isinstance(answer, Found):
            yield say("债权{claim}：公布的计息方法算不出利息", claim=each.number)
            continue
        parts = answer.value
        pairs = [
            ("主债务", claim.principal, parts.principal),
            ("利息", claim.interest, parts.interest),
            ("加倍部分", claim.doubled, parts.doubled),
        ]
        pairs += [("费用", claim.costs, parts.costs)] if claim.sums else []
        for label, told, ours in pairs:
            if told != ours:
                yield say(
                    "债权{claim}的{part}：公布 {told} 元，按计息方法重算 {ours} 元",
                    claim=each.number,
                    part=label,
                    told=show(told),
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
    if act.reckoned_to is None:
        return None
    return ReckonedPublished(
        to=act.reckoned_to,
        due=act.due,
        yearly_percent=act.rate.strip(),
        since=act.interest_since,
        year_days=act.year_days,
        lpr_times=act.times.strip(),
        original=plain(act.original),
        paid=tuple(PaidPublished(on=each.on, amount=plain(each.amount)) for each in act.paid),
        sums=tuple(
            SumPublished(label=each.label, amount=plain(each.amount), due=each.due, kind=each.nature)
            for each in act.sums
        ),
        interests=tuple(_interest(each) for each in act.interests),
        rests=tuple(RestPublished(since=each.since, last=each.last) for each in act.rests),
    )


def _interest(act: InterestClaimed) -> InterestPublished:
    told = msgspec.structs.asdict(act)
    cap = plain(act.cap) if act.cap is not None else None
    return InterestPublished(**(told | {"base": plain(act.base), "cap": cap}))


def _claimed(said: InterestPublished) -> InterestClaimed:
    told = msgspec.structs.asdict(said)
    cap = yuan(said.cap) if said.cap is not None else None
    return InterestClaimed(**(told | {"base": yuan(said.base), "cap": cap}))


def _admitted(each: ClaimPublished) -> ClaimAdmitted:
    """The claim as the act had it, but for the persons and the words."""
    said = each.reckoned or ReckonedPublished(to=date.min)
    return ClaimAdmitted(
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
        reckoned_to=said.to if each.reckoned else None,
        due=said.due,
        rate=said.yearly_percent,
        interest_since=said.since,
        year_days=said.year_days,
        times=said.lpr_times,
        original=yuan(said.original),
        paid=tuple(PaidBefore(on=one.on, amount=yuan(one.amount)) for one in said.paid),
        sums=tuple(
            SumClaimed(label=one.label, amount=yuan(one.amount), due=one.due, nature=one.kind)
            for one in said.sums
        ),
        interests=tuple(_claimed(one) for one in said.interests),
        rests=tuple(DoublingRested(since=one.since, last=one.last) for one in said.rests),
    )


def _share(each: ShareGiven) -> SharePublished:
    return SharePublished(
        claim=each.claim,
        costs=plain(each.costs),
        interest=plain(each.interest),
        principal=plain(each.principal),
        doubled=plain(each.doubled),
    )
