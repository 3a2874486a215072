"""Rules of guarantees for enforcement: how one is given, until when and on what it is enforced.

Not covered: registration of the security, and the board resolution a company needs (执行担保规定 art. 5).
"""

from __future__ import annotations

from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.pause import Stayed
from zhixing.cases.acts.review import ObjectionRaised
from zhixing.cases.acts.settlement import (
    GuaranteeEnforced,
    GuaranteeGiven,
    GuaranteeKind,
    GuaranteePurpose,
    GuaranteeReason,
    SettlementBroken,
)
from zhixing.cases.questions.guarantee import guarantee_ends, stay_ends
from zhixing.cases.questions.settlement import SettlementState, settlement
from zhixing.cases.rules.guards import FREE_TO_ACT, IN_HAND
from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.periods import Due
from zhixing.law.texts import say
from zhixing.parties.acts import PartyJoined, Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, Trigger
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

GUARANTEE = cite("民诉法", 242)
WHO_GUARANTEES = cite("民诉法解释", 468)
ENFORCED = cite("民诉法解释", 469)


@guard("担保人不是被执行人本人", WHO_GUARANTEES, on_act=True)
def guarantor_is_another(asked: Asked) -> Objection | None:
    """A person who guarantees is not the debtor; property says which."""
    act = asked.the(GuaranteeGiven)
    own = {part.party for part in parties_of(asked.dossier, Role.DEBTOR, asked.on)}
    if act.kind is GuaranteeKind.PERSON and act.guarantor in own:
        return Objection(say("被执行人不能为自己作保证"), say("请由他人保证，或以财产担保"))
    if act.kind is GuaranteeKind.PROPERTY and not act.object.strip():
        return Objection(say("财产担保没有写明担保物"), say("请写明担保物"))
    return None


@guard("担保人录入在案", GUARANTEE, on_act=True)
def guarantor_known(asked: Asked) -> Objection | None:
    """The guarantor takes part, as guarantor or otherwise."""
    if asked.the(GuaranteeGiven).guarantor in {
        part.party for part in parties_of(asked.dossier, None, asked.on)
    }:
        return None
    return Objection(say("担保人没有录入本案"), say("请先以“担保人”录入"), (PartyJoined,))


@guard("异议、诉讼中的担保指明所涉异议", cite("执行程序解释", 15), on_act=True)
def guarantee_names_objection(asked: Asked) -> Objection | None:
    """A guarantee to stop or to go on belongs to an objection."""
    act = asked.the(GuaranteeGiven)
    if act.purpose is GuaranteePurpose.STAY:
        return None
    found = asked.dossier.at(act.objection) if act.objection is not None else None
    if found is not None and isinstance(found.act, ObjectionRaised):
        return None
    return Objection(say("没有选择所涉的异议"), say("请选择为之提供担保的异议"), (ObjectionRaised,))


def _given(asked: Asked) -> Entry[Act] | None:
    found = asked.dossier.at(asked.the(GuaranteeEnforced).guarantee)
    return found if found is not None and isinstance(found.act, GuaranteeGiven) else None


@guard("执行担保的条件已经具备", ENFORCED, cite("执行担保规定", 11), on_act=True)
def guarantee_enforceable(asked: Asked) -> Objection | None:
    """The stay has run out unperformed, or the property was moved, or a settlement was broken; the applicant asks."""
    act, given = asked.the(GuaranteeEnforced), _given(asked)
    if given is None or not isinstance(given.act, GuaranteeGiven):
        return Objection(say("所选的不是执行担保"), say("请选择执行担保"), (GuaranteeGiven,))
    if act.asked_by not in {part.party for part in parties_of(asked.dossier, Role.APPLICANT, asked.on)}:
        return Objection(say("没有申请执行人的申请"), say("执行担保财产须依申请执行人的申请"))
    if act.reason is GuaranteeReason.SETTLEMENT:
        broken = settlement(asked.dossier, asked.on)[0] is SettlementState.BROKEN
        return (
            None if broken else Objection(say("和解没有申请恢复执行"), say("请先录入"), (SettlementBroken,))
        )
    if act.reason is GuaranteeReason.MOVED:
        told = bool(act.evidence.strip())
        return None if told else Objection(say("没有写明转移、隐藏等的证据"), say("请写明证明材料"))
    ends = stay_ends(asked.dossier, given.act.guarantor)
    if ends is not None and asked.on > ends:
        return None
    return Objection(
        say("暂缓到 {ends} 才届满", ends=ends) if ends else say("没有凭该担保作出的暂缓"),
        say("届满后仍不履行的方可执行担保财产；期间转移财产的选择该事由"),
    )


@guard("担保期间没有届满", cite("执行担保规定", 13), on_act=True)
def guarantee_not_expired(asked: Asked) -> Objection | None:
    """After the guarantee's term the guarantor is free."""
    given = _given(asked)
    if given is None or not isinstance(given.act, GuaranteeGiven):
        return None
    ends = guarantee_ends(asked.dossier, given.act)
    if isinstance(ends, Undetermined) or asked.on <= ends.value:
        return None  # a term that has not begun has not run out
    return Objection(
        say("担保期间已于 {ends} 届满", ends=ends.value), say("不得再执行担保财产；请继续执行被执行人的财产")
    )


RULES = [
    ActRule(
        act=GuaranteeGiven,
        label="执行担保",
        basis=(GUARANTEE, WHO_GUARANTEES),
        by=(Power.OFFICER, Power.JUDGE, Power.CLERK),
        purpose="记下为被执行人履行、或为继续执行、停止处分所提供的担保",
        guards=(*FREE_TO_ACT, guarantor_is_another, guarantor_known, guarantee_names_objection),
        discloses=Disclosure(sms="cases.guarantee_given"),
        document="担保书",
        group="和解与担保",
    ),
    ActRule(
        act=GuaranteeEnforced,
        coerces=True,
        label="执行担保财产",
        basis=(ENFORCED, cite("执行担保规定", 11)),
        by=(Power.OFFICER, Power.JUDGE),
        purpose="裁定执行担保财产或保证人的财产，不追加担保人为被执行人",
        guards=(*IN_HAND, guarantee_enforceable, guarantee_not_expired),
        discloses=Disclosure(sms="cases.guarantee_enforced"),
        document="执行担保财产裁定书",
        group="和解与担保",
    ),
]


def _ends(trigger: Trigger) -> Found[Due] | Undetermined:
    given = _stood_for(trigger.dossier, trigger.entry)
    if given is None:
        return Undetermined((say("没有为该暂缓提供的担保"),))
    ends = guarantee_ends(trigger.dossier, given)
    if isinstance(ends, Undetermined):
        return ends
    return Found(Due(ends.value, trigger.calendar.version, False, ends.value), ends.because, ends.cites)


def _stood_for(dossier: Dossier, stay: Entry[Act]) -> GuaranteeGiven | None:
    act = stay.act
    if not isinstance(act, Stayed) or act.guarantor is None:
        return None
    given = [
        entry.act
        for entry in dossier.of(GuaranteeGiven)
        if entry.act.guarantor == act.guarantor and entry.act.purpose is GuaranteePurpose.STAY
    ]
    return given[-1] if given else None


def _has_guarantee(dossier: Dossier, entry: Entry[Act]) -> bool:
    return _stood_for(dossier, entry) is not None


DUTIES = [
    DutyRule(
        name="enforce-guarantee-in-time",
        right=True,
        label="担保期间内申请执行担保财产（当事人）",
        holder=Power.PARTY,
        opens_on=(Stayed,),
        limits=(
            Limit(
                _ends, cite("执行担保规定", 12, figure="一年"), text="担保期间；没有约定的为暂缓届满起一年"
            ),
        ),
        closes_on=(GuaranteeEnforced,),
        falls_away_on=(ClosingAct,),
        when=_has_guarantee,
    ),
]
