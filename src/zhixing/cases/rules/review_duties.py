"""The times for reviewing objections: to file them, tell of them, rule on them, and do as the court above directs.

Not covered: the higher court's own answer to a complaint that nothing is done, and a fresh term after an objection was sent back
(no norm seen states one; the objection counts as open).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from zhixing.cases.acts.notice import ServiceAttempted, ServiceOutcome
from zhixing.cases.acts.review import (
    ObjectionAccepted,
    ObjectionDecided,
    ObjectionKind,
    ObjectionRaised,
    ObjectionSupplementAsked,
    ReviewDirected,
    ReviewOrder,
)
from zhixing.cases.rules.extension import with_extension
from zhixing.cases.rules.review_limits import AWARD_SINCE, NOTARISED_SINCE
from zhixing.law.citations import Citation, cite
from zhixing.law.periods import Period, Span, days, months
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, Trigger, taken_effect, within
from zhixing.record.power import Power

ACT_OBJECTION = cite("民诉法", 236, figure="十五日")
THIRD_PARTY = cite("民诉法", 238, figure="十五日")
ACCEPTANCE = cite("异议复议规定", 2, figure="三日")
LATE = cite("异议复议规定", 3, figure="三日")


def _of_this_objection(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    act, begun = closing.act, opening.act
    about = begun.objection if isinstance(begun, ReviewDirected) else opening.seq
    return isinstance(act, ObjectionAccepted | ObjectionDecided) and act.objection == about


def _told(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    act = closing.act
    return (
        isinstance(act, ServiceAttempted)
        and act.of == opening.seq
        and act.outcome is not ServiceOutcome.RETURNED
    )


def _while_supplementing(dossier: Dossier, opening: Entry[Act]) -> Sequence[Span]:
    return [
        Span(entry.on + timedelta(days=1), entry.act.until + timedelta(days=1))
        for entry in dossier.of(ObjectionSupplementAsked)
        if entry.act.objection == opening.seq and entry.act.until > entry.on
    ]


def _kind_is(*kinds: ObjectionKind, since: date = date.min) -> Callable[[Dossier, Entry[Act]], bool]:
    def when(_dossier: Dossier, entry: Entry[Act]) -> bool:
        return isinstance(entry.act, ObjectionRaised) and entry.act.kind in kinds and entry.on >= since

    return when


def _directed(order: ReviewOrder) -> Callable[[Dossier, Entry[Act]], bool]:
    def when(_dossier: Dossier, entry: Entry[Act]) -> bool:
        return isinstance(entry.act, ReviewDirected) and entry.act.order is order

    return when


def _accepted_on(trigger: Trigger) -> date | None:
    """The day the objection was filed for review; None before."""
    accepted = (
        entry.on
        for entry in trigger.dossier.of(ObjectionAccepted)
        if entry.act.objection == trigger.entry.seq
    )
    return next(accepted, None)


def _review(
    name: str,
    label: str,
    limit: tuple[Period, Citation],
    when: Callable[[Dossier, Entry[Act]], bool],
    *,
    start: Callable[[Trigger], date | None] = taken_effect,
) -> DutyRule:
    period, basis = limit
    begins = "收到异议之日" if start is taken_effect else "异议立案之日"
    return DutyRule(
        name=name,
        label=label,
        holder=Power.JUDGE,
        opens_on=(ObjectionRaised,),
        limits=(Limit(with_extension(period, start=start), basis, text=f"{begins}起{period}"),),
        closes_on=(ObjectionDecided,),
        when=when,
        matches=_of_this_objection,
    )


OF_ACTS = (
    ObjectionKind.ACT,
    ObjectionKind.SUBSTANCE,
    ObjectionKind.JURISDICTION,
    ObjectionKind.LIMITATION,
    ObjectionKind.CLOSING,
)
DUTIES = [
    DutyRule(
        name="accept-objection",
        label="三日内对异议立案或裁定不予受理",
        holder=Power.FILING,
        opens_on=(ObjectionRaised,),
        limits=(
            Limit(
                within(days(3), excluded=_while_supplementing),
                ACCEPTANCE,
                text="收到异议之日起三日，补足材料的时间除外",
            ),
        ),
        closes_on=(ObjectionAccepted, ObjectionDecided),
        matches=_of_this_objection,
    ),
    DutyRule(
        name="tell-of-objection",
        label="三日内通知异议人和相关当事人",
        holder=Power.CLERK,
        opens_on=(ObjectionAccepted,),
        limits=(Limit(within(days(3)), ACCEPTANCE, text="异议立案之日起三日"),),
        closes_on=(ServiceAttempted,),
        matches=_told,
    ),
    _review("decide-objection", "十五日内审查异议", (days(15), ACT_OBJECTION), _kind_is(*OF_ACTS)),
    _review(
        "decide-third-party-objection",
        "十五日内审查案外人异议",
        (days(15), THIRD_PARTY),
        _kind_is(ObjectionKind.THIRD_PARTY),
    ),
    _review(
        "decide-award-non-enforcement",
        "两个月内审查不予执行仲裁裁决",
        (months(2), cite("仲裁裁决执行规定", 12, figure="两个月")),
        _kind_is(ObjectionKind.AWARD, since=AWARD_SINCE),
        start=_accepted_on,
    ),
    _review(
        "decide-notarised-non-enforcement",
        "六十日内审查不予执行公证债权文书",
        (days(60), cite("公证债权文书规定", 16, figure="六十日")),
        _kind_is(ObjectionKind.NOTARISED, since=NOTARISED_SINCE),
        start=_accepted_on,
    ),
    DutyRule(
        name="file-as-directed",
        label="按上级指令三日内对异议立案",
        holder=Power.FILING,
        opens_on=(ReviewDirected,),
        limits=(Limit(within(days(3)), LATE, text="收到指令之日起三日"),),
        closes_on=(ObjectionAccepted,),
        when=_directed(ReviewOrder.FILE),
        matches=_of_this_objection,
    ),
    DutyRule(
        name="rule-as-directed",
        label="按上级指令十五日内作出异议裁定",
        holder=Power.JUDGE,
        opens_on=(ReviewDirected,),
        limits=(
            Limit(within(days(15)), cite("异议复议规定", 3, figure="十五日"), text="收到指令之日起十五日"),
        ),
        closes_on=(ObjectionDecided,),
        when=_directed(ReviewOrder.RULE),
        matches=_of_this_objection,
    ),
]
