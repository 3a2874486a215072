"""What someone may do against a ruling: reconsideration by the court above, a suit, or nothing; and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from zhixing.cases.acts.party_change import PartyChangeAsked, PartyChangeDecided
from zhixing.cases.acts.review import ObjectionDecided, ObjectionKind, ObjectionRaised, ObjectionResult
from zhixing.cases.questions.serving import served_on
from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import Citation, cite
from zhixing.law.periods import Due, Period, days, due
from zhixing.law.texts import Text, say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry


class Way(Enum):
    """The ways against a ruling."""

    RECONSIDERATION = "向上一级法院申请复议"
    SUIT = "提起执行异议之诉"
    NONE = "不得申请复议"


@dataclass(frozen=True, slots=True)
class Remedy:
    """A way, its period from service of the ruling, its source, and what to say where there is none."""

    way: Way
    period: Period
    basis: Citation
    instead: Text | None = None


TEN_DAYS = Remedy(Way.RECONSIDERATION, days(10), cite("民诉法", 236, figure="十日"))
NOT_ACCEPTED = Remedy(Way.RECONSIDERATION, days(10), cite("异议复议规定", 2, figure="十日"))
JURISDICTION = Remedy(Way.RECONSIDERATION, days(10), cite("执行程序解释", 3))
NOTARISED = Remedy(Way.RECONSIDERATION, days(10), cite("异议复议规定", 10, figure="十日"))
AWARD_OUTSIDER = Remedy(Way.RECONSIDERATION, days(10), cite("仲裁裁决执行规定", 22, figure="十日"))
CHANGE = Remedy(Way.RECONSIDERATION, days(10), cite("变更追加规定", 30, figure="十日"))
THIRD_PARTY_SUIT = Remedy(Way.SUIT, days(15), cite("民诉法", 238, figure="十五日"))
CHANGE_SUIT = Remedy(Way.SUIT, days(15), cite("变更追加规定", 32, figure="十五日"))
WITHDRAWN = Remedy(
    Way.NONE, days(10), cite("异议复议规定", 13), say("异议已经撤回；新的违法行为可以另行提出异议")
)
TITLE_WRONG = Remedy(
    Way.NONE, days(15), cite("民诉法", 238), say("认为原判决、裁定错误的，依照审判监督程序办理")
)
AWARD_PARTY = Remedy(
    Way.NONE, days(10), cite("民诉法解释", 476), say("可以重新达成仲裁协议申请仲裁，或者向法院起诉")
)
NOTARISED_REFUSED = Remedy(
    Way.NONE, days(10), cite("公证债权文书规定", 20), say("可以就公证债权文书涉及的争议起诉")
)


def remedy(dossier: Dossier, ruling: Entry[Act]) -> Remedy | None:
    """What may be done against a ruling on an objection or on a change of parties; None for any other entry."""
    act = ruling.act
    if isinstance(act, PartyChangeDecided):
        asked = dossier.at(act.application)
        trial = asked is not None and isinstance(asked.act, PartyChangeAsked) and asked.act.goes_to_trial
        return CHANGE_SUIT if trial else CHANGE
    if not isinstance(act, ObjectionDecided):
        return None
    raised = dossier.at(act.objection)
    if raised is None or not isinstance(raised.act, ObjectionRaised):
        return None
    if act.result is ObjectionResult.WITHDRAWN:
        return WITHDRAWN
    if raised.act.kind is ObjectionKind.AWARD:
        return _of_award(dossier, raised.act.by, raised.on)
    return NOT_ACCEPTED if act.result is ObjectionResult.REJECTED else _of_kind(raised.act.kind, act)


def _of_award(dossier: Dossier, by: int, on: date) -> Remedy:
    debtors = {part.party for part in parties_of(dossier, Role.DEBTOR, on)}
    return AWARD_PARTY if by in debtors else AWARD_OUTSIDER


def _of_kind(kind: ObjectionKind, act: ObjectionDecided) -> Remedy:
    if kind is ObjectionKind.THIRD_PARTY:
        return TITLE_WRONG if act.title_wrong else THIRD_PARTY_SUIT
    if kind is ObjectionKind.NOTARISED:
        return NOTARISED if act.result is ObjectionResult.DISMISSED else NOTARISED_REFUSED
    return JURISDICTION if kind is ObjectionKind.JURISDICTION else TEN_DAYS


def remedy_ends(dossier: Dossier, ruling: Entry[Act], who: int) -> Found[Due] | Undetermined:
    """The last day on which a party may go on against a ruling; undetermined while it has not been served on them."""
    found = remedy(dossier, ruling)
    reached = served_on(dossier, ruling.seq, who)
    if found is None or reached is None:
        return Undetermined((say("裁定送达该人的日期"),), (found.basis,) if found else ())
    return due(reached, found.period)
