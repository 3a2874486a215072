"""The story of a preservation that is asked for: security, the ruling, what is held, suit or none, remedies, release."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from datetime import timedelta

from zhixing.preservation.acts import (
    NetworkSearchAsked,
    NoSecurity,
    PreservationApplied,
    PreservationRefused,
    PreservationReviewAsked,
    PreservationReviewDecided,
    PreservationRuled,
    Reconsideration,
    ReleaseAsked,
    ReleaseDeclined,
    ResultTold,
    SecurityAsked,
    SecurityForm,
    SecurityGiven,
    SecurityWaived,
    SuitFiled,
    When,
)
from zhixing.record.door import Step
from zhixing.simulate.holding import found_and_held
from zhixing.simulate.telling import Told, working_day

SUIT_FOLLOWS = 0.8
MORE = 0.2  # of the rulings meet with a remedy or a request to lift


def applied_for(told: Told) -> Iterator[Step]:
    """From the application to wherever the present day finds it."""
    when = told.rng.choices((When.BEFORE_SUIT, When.IN_SUIT), (2, 3))[0]
    asked = max(1_000_000, told.outstanding() // 100_000 * 100_000)
    yield told.by("filing", _application(told, when, asked))
    if told.chance(0.06):
        told.later(1, 3)
        yield told.by("judge", PreservationRefused(reason="没有提供具体的财产信息，也没有按期提供担保"))
        return
    if not (yield from _secured(told, when, asked)):
        return
    told.later(0, 1)
    yield told.by("judge", PreservationRuled(amount=asked, ruled_at="16:20"))
    told.later(0, 3)
    told.secures = asked
    asks = when is When.IN_SUIT
    if asks:
        yield told.by("clerk", NetworkSearchAsked(by=told.applicant))
    yield from found_and_held(told, asks=asks)
    told.later(0, 3)
    yield told.by("clerk", ResultTold(to=(told.applicant, *told.debtors), nothing_found=not told.controls))
    if told.chance(MORE):
        yield from _remedy(told)
    if when is When.BEFORE_SUIT and told.chance(SUIT_FOLLOWS):
        told.later(4, 20)
        number = f"（{told.day.year}）民初{told.rng.randint(100, 2000)}号"
        yield told.by("filing", SuitFiled(filed_on=told.day, number=number, forum="本院"))


def _application(told: Told, when: When, asked: int) -> PreservationApplied:
    return PreservationApplied(
        by=told.applicant,
        against=told.debtors,
        when=when,
        requested=asked,
        received_at=f"{told.rng.randint(9, 16):02d}:30",
        urgent=when is When.BEFORE_SUIT,
        clues="被申请人名下的银行存款、车辆和房屋",
        suit="" if when is When.BEFORE_SUIT else f"（{told.day.year}）民初{told.rng.randint(100, 2000)}号",
    )


def _secured(told: Told, when: When, asked: int) -> Generator[Step, None, bool]:
    """Security given or excused, and whether it is settled; some still owe it."""
    told.later(0, 1)
    if when is When.IN_SUIT and told.chance(0.3):
        yield told.by("judge", SecurityWaived(ground=NoSecurity.CLEAR))
        return True
    share = asked if when is When.BEFORE_SUIT else asked * 3 // 10
    until = working_day(told.day + timedelta(days=3))
    yield told.by("judge", SecurityAsked(amount=share, until=until))
    if told.chance(0.08):
        return False
    told.later(0, 1)
    form = told.rng.choice((SecurityForm.INSURANCE, SecurityForm.INSURANCE, SecurityForm.CASH))
    giver = "某财产保险公司" if form is SecurityForm.INSURANCE else "申请人"
    yield told.by("clerk", SecurityGiven(form=form, amount=share, giver=giver))
    return True


def _remedy(told: Told) -> Iterator[Step]:
    """The other side asks for reconsideration, or offers security for release."""
    told.later(1, 3)
    if told.chance(0.5):
        yield told.by(
            "filing", PreservationReviewAsked(by=told.debtor, served_on=told.day, reason="保全数额过高")
        )
        request = told.head
        told.later(2, 8)
        decided = PreservationReviewDecided(
            request=request, outcome=Reconsideration.UPHELD, reason="裁定数额没有超过请求，担保充分"
        )
        yield told.by("judge", decided)
        return
    yield told.by("filing", ReleaseAsked(by=told.debtor, reason="账户用于发放工资，请求解除冻结"))
    request = told.head
    if told.chance(0.6):
        told.later(1, 4)
        reason = "被申请人没有提供担保，保全的原因仍在"
        yield told.by("judge", ReleaseDeclined(request=request, reason=reason))
