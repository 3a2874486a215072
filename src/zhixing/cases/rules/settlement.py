"""Rules of settlement and guarantee.

Not covered: the suit over a settlement, and settlement reached outside enforcement without the court (执行和解规定 art. 19).
"""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.settlement import (
    GuaranteeGiven,
    GuaranteeKind,
    SettlementBroken,
    SettlementPerformed,
    SettlementRecorded,
)
from zhixing.cases.questions.settlement import SettlementState, last_day, settlement
from zhixing.cases.rules.guards import filed, open_case
from zhixing.law.citations import cite
from zhixing.law.periods import years
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.duty import DutyRule, Limit, Trigger, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK)
SETTLEMENT = cite("民诉法", 241)
TERMS = cite("执行和解规定", 2)


@guard("双方当事人都在协议上签署", SETTLEMENT, on_act=True)
def both_sides_signed(asked: Asked) -> Objection | None:
    """An applicant and a debtor have signed."""
    signed = set(asked.the(SettlementRecorded).parties)
    for role in (Role.APPLICANT, Role.DEBTOR):
        if not signed & {part.party for part in parties_of(asked.dossier, role, asked.on)}:
            return Objection(say("没有{role}签署", role=role.label), say("请在双方签署后录入"))
    return None


@guard("和解写明履行期限", TERMS, on_act=True)
def terms_have_an_end(asked: Asked) -> Objection | None:
    """From the last day the two years run anew, so there must be one."""
    if last_day(asked.the(SettlementRecorded)) is not None:
        return None
    return Objection(say("没有分期，也没有履行期最后一日"), say("请列明分期，或填写履行期最后一日"))


@guard("有尚在履行的和解", SETTLEMENT)
def settlement_standing(asked: Asked) -> Objection | None:
    """There is a settlement that is neither performed nor broken."""
    state, _ = settlement(asked.dossier, asked.on)
    if state is SettlementState.STANDING:
        return None
    return Objection(say("{state}", state=state.value), say("请先录入执行和解"), (SettlementRecorded,))


@guard("和解没有履行完毕", cite("执行和解规定", 8))
def settlement_not_performed(asked: Asked) -> Objection | None:
    """What has been performed in full is not enforced again."""
    state, _ = settlement(asked.dossier, asked.on)
    if state is not SettlementState.PERFORMED:
        return None
    return Objection(say("和解协议已经履行完毕"), say("不得恢复执行；请作执行完毕结案"))


@guard("担保人不是被执行人本人", cite("执行担保规定", 1), on_act=True)
def guarantor_is_another(asked: Asked) -> Objection | None:
    """A person who guarantees is not the debtor; property says which."""
    act = asked.the(GuaranteeGiven)
    own = {part.party for part in parties_of(asked.dossier, Role.DEBTOR, asked.on)}
    if act.kind is GuaranteeKind.PERSON and act.guarantor in own:
        return Objection(say("被执行人不能为自己作保证"), say("请由他人保证，或以财产担保"))
    if act.kind is GuaranteeKind.PROPERTY and not act.object:
        return Objection(say("财产担保没有写明担保物"), say("请写明担保物"))
    return None


RULES = [
    ActRule(
        act=SettlementRecorded,
        label="执行和解",
        basis=(SETTLEMENT, TERMS),
        by=TEAM,
        purpose="把双方的和解协议记入笔录或附卷",
        guards=(filed, open_case, both_sides_signed, terms_have_an_end),
        discloses=Disclosure(sms="cases.settlement_recorded"),
        document="执行和解笔录",
        group="和解与担保",
    ),
    ActRule(
        act=SettlementPerformed,
        label="和解履行完毕",
        basis=(cite("执行和解规定", 8),),
        by=TEAM,
        purpose="记下和解协议已全部履行并经申请执行人确认",
        guards=(filed, open_case, settlement_standing),
        discloses=Disclosure(sms="cases.settlement_performed"),
        group="和解与担保",
    ),
    ActRule(
        act=SettlementBroken,
        label="申请恢复原执行",
        basis=(SETTLEMENT, cite("执行和解规定", 9)),
        by=TEAM,
        purpose="一方不履行和解，或因受欺诈胁迫和解，申请恢复执行原文书",
        guards=(filed, open_case, settlement_not_performed, settlement_standing),
        discloses=Disclosure(sms="cases.settlement_broken"),
        group="和解与担保",
    ),
    ActRule(
        act=GuaranteeGiven,
        label="执行担保",
        basis=(cite("民诉法", 242), cite("执行担保规定", 1)),
        by=TEAM,
        purpose="记下为被执行人履行所提供的担保",
        guards=(filed, open_case, guarantor_is_another),
        discloses=Disclosure(sms="cases.guarantee_given"),
        document="担保书",
        group="和解与担保",
    ),
]


def _ends(trigger: Trigger) -> date | None:
    act = trigger.entry.act
    return last_day(act) if isinstance(act, SettlementRecorded) else None


DUTIES = [
    DutyRule(
        name="apply-after-settlement",
        label="和解后申请恢复执行的两年期间（当事人）",
        holder=Power.PARTY,
        opens_on=(SettlementRecorded,),
        limits=(
            Limit(
                within(years(2), start=_ends),
                cite("民诉法解释", 466),
                text="和解协议约定履行期间的最后一日起两年",
            ),
        ),
        closes_on=(SettlementPerformed, SettlementBroken),
        latest_only=True,
    ),
]
