"""Lengthening a review: which reviews may be lengthened, by how much, and the terms that follow.

Not covered: reporting the extension of a change of parties, for which the law names no longest term.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from zhixing.cases.acts.party_change import PartyChangeAsked, PartyChangeDecided
from zhixing.cases.acts.reconsideration import ReconsiderationAsked
from zhixing.cases.acts.review import ObjectionDecided, ObjectionKind, ObjectionRaised, ReviewExtended
from zhixing.cases.rules.guards import filed
from zhixing.cases.rules.waiting import review_waits
from zhixing.law.citations import cite
from zhixing.law.periods import Period, Unit
from zhixing.law.texts import Text, say
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duties import duties
from zhixing.record.duty import DueAnswer, Term, Trigger, taken_effect, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Objection, guard

AWARD_MONTH = cite("仲裁裁决执行规定", 12, figure="一个月")
NOTARISED_DAYS = cite("公证债权文书规定", 16, figure="三十日")
RECONSIDERATION_DAYS = cite("执行程序解释", 8, figure="三十日")
CHANGE = cite("变更追加规定", 28)


@dataclass(frozen=True, slots=True)
class Most:
    """The most by which a review may be lengthened; days None: no longest term."""

    months: int = 0
    days: int | None = 0


def extended(dossier: Dossier, review: int) -> ReviewExtended | None:
    """The extension of the review in entry `review`, None when there is none."""
    found = [entry.act for entry in dossier.of(ReviewExtended) if entry.act.review == review]
    return found[-1] if found else None


def with_extension(period: Period, *, start: Callable[[Trigger], date | None] = taken_effect) -> Term:
    """A limit of `period` from `start`, lengthened by what was approved for the review that the opening entry began."""

    def term(trigger: Trigger) -> DueAnswer:
        more = extended(trigger.dossier, trigger.entry.seq)
        count = period.count
        if more is not None:
            count += more.months if period.unit is Unit.MONTH else more.days
        return within(Period(count, period.unit), start=start)(trigger)

    return term


def _most(dossier: Dossier, review: Entry[Act] | None) -> Most | Text:
    act = review.act if review is not None else None
    if isinstance(act, PartyChangeAsked):
        return Most(days=None)
    if isinstance(act, ReconsiderationAsked):
        return _of_reconsideration(dossier, act)
    if not isinstance(act, ObjectionRaised):
        return say("所选的不是审查中的申请")
    if act.kind is ObjectionKind.AWARD:
        return Most(months=1)
    if act.kind is ObjectionKind.NOTARISED:
        return Most(days=30)
    return say("{kind}的审查期限不得延长", kind=act.kind.label)


def _of_reconsideration(dossier: Dossier, act: ReconsiderationAsked) -> Most | Text:
    ruling = dossier.at(act.ruling)
    if ruling is not None and isinstance(ruling.act, PartyChangeDecided):
        return Most(days=None)
    raised = dossier.at(ruling.act.objection) if ruling and isinstance(ruling.act, ObjectionDecided) else None
    if raised is not None and isinstance(raised.act, ObjectionRaised):
        if raised.act.kind is ObjectionKind.NOTARISED:
            return say("对公证债权文书裁定的复议，审查期限不得延长")
        return Most(days=30)
    return say("所选的不是审查中的申请")


@guard("延长在法律允许的范围内", AWARD_MONTH, NOTARISED_DAYS, RECONSIDERATION_DAYS, CHANGE, on_act=True)
def review_may_be_extended(asked: Asked) -> Objection | None:
    """Only some reviews may be lengthened, once, and only so far."""
    act = asked.the(ReviewExtended)
    most = _most(asked.dossier, asked.dossier.at(act.review))
    if isinstance(most, Text):
        return Objection(most, say("请在法定期限内审结"))
    if extended(asked.dossier, act.review) is not None:
        return Objection(say("该审查已经延长过一次"), say("请在延长后的期限内审结"))
    if min(act.months, act.days) < 0 or act.months == act.days == 0:
        return Objection(say("没有填写延长的时间"), say("请填写延长的月数或日数"))
    if act.months > most.months or (most.days is not None and act.days > most.days):
        return Objection(
            say(
                "延长 {months} 个月 {days} 日，超过最长的 {most}",
                months=act.months,
                days=act.days,
                most=f"{most.months} 个月" if most.months else f"{most.days} 日",
            ),
            say("请缩短延长的时间"),
        )
    return None


@guard("在审查期限届满之前延长", AWARD_MONTH, RECONSIDERATION_DAYS, on_act=True)
def extended_before_the_end(asked: Asked) -> Objection | None:
    """What has run out cannot be lengthened."""
    review = asked.the(ReviewExtended).review
    for duty in duties(installed().duties, asked.dossier.as_of(asked.on)):
        over = duty.due is not None and duty.due < asked.on
        if duty.opening.seq == review and duty.rule.holder in (Power.JUDGE, Power.HIGHER_COURT) and over:
            return Objection(say("审查期限已于 {last} 届满", last=duty.due), say("请尽快审结并说明逾期原因"))
    return None


RULES = [
    ActRule(
        act=ReviewExtended,
        label="延长审查期限",
        basis=(AWARD_MONTH, NOTARISED_DAYS, RECONSIDERATION_DAYS, CHANGE),
        by=(Power.JUDGE, Power.PANEL, Power.HIGHER_COURT),
        approved_by=Power.PRESIDENT,
        purpose="有特殊情况，经院长批准延长审查",
        guards=(filed, review_waits, review_may_be_extended, extended_before_the_end),
        document="延长审查期限审批表",
        group="异议与复议",
    ),
]
