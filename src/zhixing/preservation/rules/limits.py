"""Duties of a preservation: forty-eight hours or five days, carrying out, suit, lifting, renewal, reconsideration."""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.control import Controlled, ControlPassedOn, ControlReleased
from zhixing.assets.questions.control import holds
from zhixing.law.answers import Undetermined
from zhixing.law.periods import days, due, lead
from zhixing.law.preservation import ASK, SUIT, suit_by, within_hours
from zhixing.law.texts import say
from zhixing.preservation.acts import (
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
    SuitFiled,
    When,
)
from zhixing.preservation.questions import (
    first_held,
    hurried,
    security_settled,
)
from zhixing.preservation.rules.guards import RELEASES, REVIEW, TOLD
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger, within
from zhixing.record.power import Power


def _hurried(_dossier: Dossier, entry: Entry[Act]) -> bool:
    return isinstance(entry.act, PreservationApplied) and hurried(entry.act)


def _unhurried(_dossier: Dossier, entry: Entry[Act]) -> bool:
    return isinstance(entry.act, PreservationApplied) and not hurried(entry.act)


def _ruled_in_a_hurry(dossier: Dossier, _entry: Entry[Act]) -> bool:
    asked = dossier.last(PreservationApplied)
    return asked is not None and hurried(asked.act)


def _ruled_unhurried(dossier: Dossier, entry: Entry[Act]) -> bool:
    return not _ruled_in_a_hurry(dossier, entry)


def _hours(trigger: Trigger) -> DueAnswer:
    act = trigger.entry.act
    at = act.received_at if isinstance(act, PreservationApplied | ReleaseAsked) else ""
    return within_hours(trigger.entry.on, at)


def _security_since(trigger: Trigger) -> date | None:
    """Where security was asked, the five days run from its being given; before that nothing runs."""
    then = trigger.dossier
    if then.last(SecurityAsked) is None:
        return trigger.entry.on
    settled = security_settled(then, date.max)
    return settled.on if settled else None


def _needs_suit(dossier: Dossier, entry: Entry[Act]) -> bool:
    asked = dossier.last(PreservationApplied)
    held = first_held(dossier, date.max)
    first = held is not None and held.entry.seq == entry.seq
    return asked is not None and asked.act.when is When.BEFORE_SUIT and first


def _lift_by(trigger: Trigger) -> DueAnswer:
    """Suit had thirty days; where it did not follow, the ruling to lift has five more (财产保全规定 art. 23)."""
    suit = suit_by(trigger.entry.on, calendar=trigger.calendar)
    if isinstance(suit, Undetermined):
        return suit
    return due(suit.value.day, days(5), calendar=trigger.calendar)


def _suit_by(trigger: Trigger) -> DueAnswer:
    return suit_by(trigger.entry.on, calendar=trigger.calendar)


def _sued_or_lifted(dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    """Suit in time keeps the preservation; otherwise it is over when nothing is held any more."""
    if isinstance(closing.act, SuitFiled):
        last = suit_by(opening.on)
        return isinstance(last, Undetermined) or closing.act.filed_on <= last.value.day
    return nothing_held(dossier, opening, closing)


def nothing_held(dossier: Dossier, _opening: Entry[Act], closing: Entry[Act]) -> bool:
    """Whether with this act nothing of the preservation is held any more."""
    return all(
        each.released is not None and each.released.seq <= closing.seq for each in holds(dossier, closing.on)
    )


def held_now(dossier: Dossier, on: date) -> bool:
    """Whether something is held, or waits to be."""
    return any(each.released is None for each in holds(dossier, on))


def _revoked(dossier: Dossier, entry: Entry[Act]) -> bool:
    """A ruling was revoked while something is held under it."""
    if not isinstance(entry.act, PreservationReviewDecided):
        return False
    return held_now(dossier, entry.on) and entry.act.outcome is Reconsideration.REVOKED


def _release_urgent(dossier: Dossier, entry: Entry[Act]) -> bool:
    return isinstance(entry.act, ReleaseAsked) and entry.act.urgent


def _release_plain(dossier: Dossier, entry: Entry[Act]) -> bool:
    return isinstance(entry.act, ReleaseAsked) and not entry.act.urgent


def _renewal_to_ask(trigger: Trigger) -> DueAnswer:
    until = getattr(trigger.entry.act, "until", None)
    if not isinstance(until, date):
        return Undetermined((say("届满日尚未确定"),))
    return lead(until, days(7), calendar=trigger.calendar)


def _this_control(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    act = closing.act
    return isinstance(act, ControlReleased | ControlPassedOn) and act.control == opening.seq


def _in_preservation(dossier: Dossier, _entry: Entry[Act]) -> bool:
    return dossier.last(PreservationRuled) is not None


DECIDES = (PreservationRuled, PreservationRefused)
DUTIES = [
    DutyRule(
        name="preservation.rule-within-hours",
        label="四十八小时内就保全申请作出裁定",
        holder=Power.JUDGE,
        opens_on=(PreservationApplied,),
        when=_hurried,
        limits=(Limit(_hours, ASK),),
        closes_on=DECIDES,
    ),
    DutyRule(
        name="preservation.rule-within-five-days",
        label="五日内就保全申请作出裁定",
        holder=Power.JUDGE,
        opens_on=(PreservationApplied,),
        when=_unhurried,
        limits=(Limit(within(days(5), start=_security_since), ASK),),
        closes_on=DECIDES,
    ),
    DutyRule(
        name="preservation.carry-out-at-once",
        label="立即开始执行保全裁定",
        holder=Power.OFFICER,
        opens_on=(PreservationRuled,),
        when=_ruled_in_a_hurry,
        # The norm says at once and no figure: the working day after the ruling is taken for it.
        limits=(Limit(within(days(1)), ASK, text="情况紧急的立即开始执行；法律没有天数，以次日提示"),),
        closes_on=(Controlled, ResultTold),
    ),
    DutyRule(
        name="preservation.carry-out",
        label="五日内开始执行保全裁定",
        holder=Power.OFFICER,
        opens_on=(PreservationRuled,),
        when=_ruled_unhurried,
        limits=(Limit(within(days(5)), ASK),),
        closes_on=(Controlled, ResultTold),
    ),
    DutyRule(
        name="preservation.suit-to-follow",
        label="三十日内起诉或者申请仲裁",
        holder=Power.PARTY,
        opens_on=(Controlled,),
        when=_needs_suit,
        limits=(Limit(_suit_by, SUIT),),
        closes_on=(SuitFiled,),
        right=True,
    ),
    DutyRule(
        name="preservation.lift-without-suit",
        label="未起诉的，解除诉前保全",
        holder=Power.JUDGE,
        opens_on=(Controlled,),
        when=_needs_suit,
        limits=(Limit(_lift_by, SUIT),),
        closes_on=(ControlReleased, ControlPassedOn, SuitFiled),
        matches=_sued_or_lifted,
    ),
    DutyRule(
        name="preservation.lift-after-review",
        label="裁定被撤销的，解除保全",
        holder=Power.JUDGE,
        opens_on=(PreservationReviewDecided,),
        when=_revoked,
        limits=(Limit(within(days(5)), RELEASES),),
        closes_on=(ControlReleased,),
        matches=nothing_held,
    ),
    DutyRule(
        name="preservation.ask-for-renewal",
        label="届满七日前申请续行保全",
        holder=Power.PARTY,
        opens_on=(Controlled,),
        when=_in_preservation,
        limits=(Limit(_renewal_to_ask, TOLD),),
        closes_on=(ControlReleased, ControlPassedOn),
        matches=_this_control,
        right=True,
    ),
    DutyRule(
        name="preservation.decide-release",
        label="五日内就解除申请作出裁定",
        holder=Power.JUDGE,
        opens_on=(ReleaseAsked,),
        when=_release_plain,
        limits=(Limit(within(days(5)), RELEASES),),
        closes_on=(ControlReleased, ReleaseDeclined),
    ),
    DutyRule(
        name="preservation.decide-urgent-release",
        label="四十八小时内就解除申请作出裁定",
        holder=Power.JUDGE,
        opens_on=(ReleaseAsked,),
        when=_release_urgent,
        limits=(Limit(_hours, RELEASES),),
        closes_on=(ControlReleased, ReleaseDeclined),
    ),
    DutyRule(
        name="preservation.review-in-ten-days",
        label="十日内审查保全复议",
        holder=Power.JUDGE,
        opens_on=(PreservationReviewAsked,),
        limits=(Limit(within(days(10)), REVIEW),),
        closes_on=(PreservationReviewDecided,),
    ),
]
