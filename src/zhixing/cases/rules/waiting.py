"""Guards that there is something to answer: without it an act of review is not offered, in no case, open or ended.

They speak before there is an act; once there is one, the guards on its content say more exactly what is missing.
"""

from __future__ import annotations

from zhixing.cases.acts.party_change import PartyChangeAsked, PartyChangeDecided
from zhixing.cases.acts.pause import PropertySuspended
from zhixing.cases.acts.reconsideration import ReconsiderationAsked, ReconsiderationDecided
from zhixing.cases.acts.recusal import RecusalAsked, RecusalDecided, RecusalReviewAsked, RecusalReviewDecided
from zhixing.cases.acts.review import ObjectionDecided, ObjectionKind, ObjectionRaised
from zhixing.cases.acts.suit import ObjectionSuitFiled
from zhixing.cases.questions.pause import suspended_objects
from zhixing.cases.questions.recusal import undecided
from zhixing.cases.questions.remedy import Way, remedy
from zhixing.cases.questions.review import open_objections, reconsiderations_open, suits_open
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.rule import Asked, Objection, guard

ACT_OBJECTION = cite("民诉法", 236)
TO_TRIAL = cite("民诉法", 238)
RECUSAL = cite("民诉法", 49)
CHANGE = cite("变更追加规定", 1)
RULINGS = (ObjectionDecided, PartyChangeDecided)


@guard("有尚未办结的异议", ACT_OBJECTION)
def objection_waits(asked: Asked) -> Objection | None:
    """What answers an objection needs one that waits."""
    if asked.act is not None or open_objections(asked.dossier, asked.on):
        return None
    return Objection(say("没有尚未办结的异议"), say("收到书面异议后先录入“提出异议”"), (ObjectionRaised,))


@guard("有可以申请复议的裁定", ACT_OBJECTION)
def ruling_to_reconsider(asked: Asked) -> Objection | None:
    """Reconsideration is asked of a ruling that goes to the court above."""
    if asked.act is not None or _open_to(asked.dossier.as_of(asked.on), Way.RECONSIDERATION):
        return None
    return Objection(
        say("没有可以申请复议的裁定"), say("裁定异议或变更追加之后，不服的方可申请复议"), RULINGS
    )


@guard("有尚未裁定的复议", ACT_OBJECTION)
def reconsideration_waits(asked: Asked) -> Objection | None:
    """Files go up and a decision comes down on an application that waits."""
    if asked.act is not None or reconsiderations_open(asked.dossier, asked.on):
        return None
    return Objection(
        say("没有尚未裁定的复议"), say("收到复议申请后先录入“申请复议”"), (ReconsiderationAsked,)
    )


@guard("有复议裁定", cite("执行监督意见", 2))
def decision_to_supervise(asked: Asked) -> Objection | None:
    """Supervision follows a decision on reconsideration."""
    if asked.act is not None or asked.dossier.as_of(asked.on).first(ReconsiderationDecided) is not None:
        return None
    return Objection(say("没有复议裁定"), say("不服复议裁定的，方可申请执行监督"), (ReconsiderationDecided,))


@guard("有可以起诉的裁定", TO_TRIAL)
def ruling_to_sue_over(asked: Asked) -> Objection | None:
    """A suit follows a ruling that goes to trial."""
    if asked.act is not None or _open_to(asked.dossier.as_of(asked.on), Way.SUIT):
        return None
    return Objection(
        say("没有可以提起执行异议之诉的裁定"), say("裁定案外人异议或变更追加之后，不服的方可起诉"), RULINGS
    )


@guard("有尚未办结的异议之诉", TO_TRIAL)
def suit_waits(asked: Asked) -> Objection | None:
    """Filing and judgment answer a suit that waits."""
    if asked.act is not None or suits_open(asked.dossier, asked.on):
        return None
    return Objection(
        say("没有尚未办结的异议之诉"), say("收到起诉状后先录入“提起执行异议之诉”"), (ObjectionSuitFiled,)
    )


@guard("案外人异议已经裁定", TO_TRIAL)
def outsider_answered(asked: Asked) -> Objection | None:
    """A thing is released for an outsider whose objection was ruled on."""
    then = asked.dossier.as_of(asked.on)
    of_outsiders = {
        each.seq for each in then.of(ObjectionRaised) if each.act.kind is ObjectionKind.THIRD_PARTY
    }
    if asked.act is not None or any(each.act.objection in of_outsiders for each in then.of(ObjectionDecided)):
        return None
    return Objection(say("没有已经裁定的案外人异议"), say("请先裁定异议"), (ObjectionDecided,))


@guard("有对标的执行的中止", cite("民诉法", 267))
def object_suspended(asked: Asked) -> Objection | None:
    """Enforcement against a thing goes on again where it had rested."""
    if asked.act is not None or suspended_objects(asked.dossier, asked.on):
        return None
    return Objection(say("没有对哪一标的中止执行"), say("对标的中止之后才有恢复"), (PropertySuspended,))


@guard("有尚未决定的回避申请", RECUSAL)
def recusal_waits(asked: Asked) -> Objection | None:
    """A decision on recusal answers an application."""
    if asked.act is not None or undecided(asked.dossier, asked.on):
        return None
    return Objection(say("没有尚未决定的回避申请"), say("请先录入回避申请"), (RecusalAsked,))


@guard("有回避决定", RECUSAL)
def recusal_answered(asked: Asked) -> Objection | None:
    """A review is asked of a decision on recusal."""
    if asked.act is not None or asked.dossier.as_of(asked.on).first(RecusalDecided) is not None:
        return None
    return Objection(say("没有回避决定"), say("决定回避之后，不服的方可申请复议"), (RecusalDecided,))


@guard("有尚未决定的回避复议", RECUSAL)
def recusal_review_waits(asked: Asked) -> Objection | None:
    """A decision on review answers an application for it."""
    then = asked.dossier.as_of(asked.on)
    decided = {each.act.review for each in then.of(RecusalReviewDecided)}
    if asked.act is not None or any(each.seq not in decided for each in then.of(RecusalReviewAsked)):
        return None
    return Objection(
        say("没有尚未决定的回避复议"), say("请先录入对回避决定的复议申请"), (RecusalReviewAsked,)
    )


@guard("有尚未裁定的变更、追加申请", CHANGE)
def change_waits(asked: Asked) -> Objection | None:
    """A ruling on a change of parties answers an application."""
    if asked.act is not None or _changes_waiting(asked.dossier.as_of(asked.on)):
        return None
    return Objection(say("没有尚未裁定的变更、追加申请"), say("请先收下申请"), (PartyChangeAsked,))


def _changes_waiting(then: Dossier) -> list[Entry[PartyChangeAsked]]:
    decided = {each.act.application for each in then.of(PartyChangeDecided)}
    return [each for each in then.of(PartyChangeAsked) if each.seq not in decided]


@guard("有正在审查的申请", ACT_OBJECTION)
def review_waits(asked: Asked) -> Objection | None:
    """What is lengthened is the review of an objection, a reconsideration or a change of parties that waits."""
    then = asked.dossier.as_of(asked.on)
    if (
        asked.act is not None
        or _changes_waiting(then)
        or open_objections(then, asked.on)
        or reconsiderations_open(then, asked.on)
    ):
        return None
    return Objection(say("没有正在审查的异议、复议或变更追加申请"), say("请核对，无须延长"))


def _open_to(then: Dossier, way: Way) -> bool:
    found = [remedy(then, each) for each in then.entries if isinstance(each.act, RULINGS)]
    return any(each is not None and each.way is way for each in found)
