"""Rules of recusal: asked for, decided by the president within three days, reviewed once.

Not covered: recusal of appraisers and translators, whom the presiding judge decides upon.
"""

from __future__ import annotations

from zhixing.cases.acts.panel import CommitteeDiscussed
from zhixing.cases.acts.recusal import RecusalAsked, RecusalDecided, RecusalReviewAsked, RecusalReviewDecided
from zhixing.cases.questions.recusal import undecided
from zhixing.cases.rules.guards import filed, under_way
from zhixing.cases.rules.waiting import recusal_answered, recusal_review_waits, recusal_waits
from zhixing.law.citations import cite
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

GROUNDS = cite("民诉法", 47)
DECIDES = cite("民诉法", 49)
THREE_DAYS = cite("民诉法", 50, figure="三日")
DECIDING = (Power.PRESIDENT, Power.VICE_PRESIDENT)


@guard("申请回避说明了理由，申请人是本案当事人", cite("民诉法", 48), on_act=True)
def recusal_reasoned(asked: Asked) -> Objection | None:
    """An application gives its reasons; who makes it takes part in the case, or is the officer alone."""
    act = asked.the(RecusalAsked)
    if not act.reason.strip():
        return Objection(say("没有写明具体理由"), say("请写明与谁有何关系、有何行为"))
    if act.by is not None and act.by not in {
        each.party for each in parties_of(asked.dossier, None, asked.on)
    }:
        return Objection(say("申请人不是本案当事人"), say("请选择本案当事人；自行回避的不选申请人"))
    return None


@guard("有对此人的回避申请尚未决定", DECIDES, on_act=True)
def asked_for(asked: Asked) -> Objection | None:
    """A decision answers an application."""
    act = asked.the(RecusalDecided)
    if any(entry.act.officer == act.officer for entry in undecided(asked.dossier, asked.on)):
        return None
    return Objection(say("没有对此人尚未决定的回避申请"), say("请先录入回避申请"), (RecusalAsked,))


@guard("由院长决定；院长的回避由审判委员会决定", DECIDES, cite("民诉法解释", 49), on_act=True)
def decided_by_the_president(asked: Asked) -> Objection | None:
    """The president decides on judges, enforcement officers and clerks; on the president the adjudication committee."""
    act = asked.act
    officer = act.officer if isinstance(act, RecusalDecided | RecusalReviewDecided) else None
    by_president = Power.PRESIDENT.value in asked.by.powers
    if by_president and asked.by.id != officer:
        return None
    if asked.dossier.first(CommitteeDiscussed) and asked.by.id != officer:
        return None
    if asked.by.id == officer:
        return Objection(
            say("不能决定自己的回避"),
            say("院长的回避由审判委员会讨论决定，由副院长录入"),
            (CommitteeDiscussed,),
        )
    return Objection(
        say("{name}不是院长，也没有审判委员会的讨论决定", name=asked.by.name),
        say("请由院长决定；院长本人的回避先录入审判委员会讨论"),
        (CommitteeDiscussed,),
    )


@guard("回避决定只复议一次，由申请人提出", THREE_DAYS, on_act=True)
def reviewed_once(asked: Asked) -> Objection | None:
    """Only who asked for the recusal, and only once."""
    act = asked.the(RecusalReviewAsked)
    found = asked.dossier.at(act.decision)
    if found is None or not isinstance(found.act, RecusalDecided):
        return Objection(say("所选的不是回避决定"), say("请选择不服的回避决定"), (RecusalDecided,))
    officer = found.act.officer
    if not any(
        entry.act.by == act.by and entry.act.officer == officer for entry in asked.dossier.of(RecusalAsked)
    ):
        return Objection(say("此人没有申请过回避"), say("请选择当初的申请人"))
    if any(entry.act.decision == act.decision for entry in asked.dossier.of(RecusalReviewAsked)):
        return Objection(say("对该决定已经申请过复议"), say("回避决定只能复议一次"))
    return None


@guard("复议决定针对一项尚未决定的复议申请", THREE_DAYS, on_act=True)
def answers_review(asked: Asked) -> Objection | None:
    """A review is decided once, about the officer it was about."""
    act = asked.the(RecusalReviewDecided)
    found = asked.dossier.at(act.review)
    decision = (
        asked.dossier.at(found.act.decision) if found and isinstance(found.act, RecusalReviewAsked) else None
    )
    if decision is None or not isinstance(decision.act, RecusalDecided):
        return Objection(say("所选的不是复议申请"), say("请选择对回避决定的复议申请"), (RecusalReviewAsked,))
    if decision.act.officer != act.officer:
        return Objection(say("所选的人与原决定不一致"), say("请选择原决定所涉的人"))
    if any(entry.act.review == act.review for entry in asked.dossier.of(RecusalReviewDecided)):
        return Objection(say("该复议已经决定"), say("不必再办"))
    return None


RULES = [
    ActRule(
        act=RecusalAsked,
        label="申请回避",
        basis=(GROUNDS,),
        by=(Power.OFFICER, Power.JUDGE, Power.CLERK),
        purpose="记下对承办人等的回避申请；决定之前此人暂停参与本案",
        guards=(filed, under_way, recusal_reasoned),
        group="回避与合议",
        sends=("news",),
    ),
    ActRule(
        act=RecusalDecided,
        label="决定回避",
        basis=(DECIDES,),
        by=DECIDING,
        purpose="决定是否准许回避",
        guards=(filed, under_way, recusal_waits, asked_for, decided_by_the_president),
        discloses=Disclosure(sms="cases.recusal_decided"),
        document="回避决定书",
        group="回避与合议",
        sends=("news",),
    ),
    ActRule(
        act=RecusalReviewAsked,
        label="对回避决定申请复议",
        basis=(THREE_DAYS,),
        by=(Power.OFFICER, Power.JUDGE, Power.CLERK),
        purpose="记下对回避决定的复议申请；复议期间不停止参与本案",
        guards=(filed, under_way, recusal_answered, reviewed_once),
        group="回避与合议",
    ),
    ActRule(
        act=RecusalReviewDecided,
        label="回避复议决定",
        basis=(THREE_DAYS,),
        by=DECIDING,
        purpose="对回避决定的复议作出决定并通知申请人",
        guards=(filed, under_way, recusal_review_waits, answers_review, decided_by_the_president),
        discloses=Disclosure(sms="cases.recusal_review_decided"),
        document="回避复议决定书",
        group="回避与合议",
    ),
]


def _same_officer(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    asked, decided = opening.act, closing.act
    return (
        isinstance(asked, RecusalAsked)
        and isinstance(decided, RecusalDecided)
        and asked.officer == decided.officer
    )


def _same_review(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return isinstance(closing.act, RecusalReviewDecided) and closing.act.review == opening.seq


DUTIES = [
    DutyRule(
        name="decide-recusal",
        label="三日内决定是否回避",
        holder=Power.PRESIDENT,
        opens_on=(RecusalAsked,),
        limits=(Limit(within(days(3)), THREE_DAYS, text="申请提出之日起三日"),),
        closes_on=(RecusalDecided,),
        matches=_same_officer,
    ),
    DutyRule(
        name="decide-recusal-review",
        label="三日内对回避决定的复议作出决定",
        holder=Power.PRESIDENT,
        opens_on=(RecusalReviewAsked,),
        limits=(Limit(within(days(3)), THREE_DAYS, text="收到复议申请之日起三日"),),
        closes_on=(RecusalReviewDecided,),
        matches=_same_review,
    ),
]
