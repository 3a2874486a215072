"""Rules of settlement between the parties.

A settlement may be changed by a further one (执行和解规定 art. 5); the newest speaks. What was performed under it counts: it is
entered as performance, so nothing has to be deducted by hand (art. 17).

Not covered: the suit over a settlement (art. 14 to 16), and settlement reached outside the court (art. 19), on which the debtor
objects.
"""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.settlement import SettlementBroken, SettlementPerformed, SettlementRecorded
from zhixing.cases.questions.settlement import SettlementState, first_day, last_day, settlement
from zhixing.cases.rules.guards import FREE_TO_ACT
from zhixing.law.citations import cite
from zhixing.law.periods import years
from zhixing.law.texts import say
from zhixing.parties.acts import AgentAppointed, Role
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


@guard("代签的代理人有特别授权", cite("执行和解规定", 4), on_act=True)
def agents_specially_authorised(asked: Asked) -> Objection | None:
    """An agent settles only with special authority."""
    able = {entry.act.agent for entry in asked.dossier.of(AgentAppointed) if entry.act.special_authority}
    missing = [agent for agent in asked.the(SettlementRecorded).agents if agent not in able]
    if not missing:
        return None
    return Objection(
        say("有 {count} 名代签人没有特别授权", count=len(missing)),
        say("请提交载明代为和解的授权委托书并录入，或由当事人本人签署"),
        (AgentAppointed,),
    )


@guard("履行由申请执行人确认", cite("执行和解规定", 8), on_act=True)
def confirmed_by_applicant(asked: Asked) -> Objection | None:
    """Who was to receive says that it has come."""
    own = {part.party for part in parties_of(asked.dossier, Role.APPLICANT, asked.on)}
    if asked.the(SettlementPerformed).confirmed_by in own:
        return None
    return Objection(say("确认的人不是申请执行人"), say("请选择申请执行人"))


@guard("由一方当事人申请；受欺诈胁迫的由申请执行人申请", SETTLEMENT, on_act=True)
def broken_for_a_party(asked: Asked) -> Objection | None:
    """A party asks for the title to be enforced again; on deceit or threat the applicant."""
    act = asked.the(SettlementBroken)
    roles = (Role.APPLICANT,) if act.deceived else (Role.APPLICANT, Role.DEBTOR)
    if act.by in {part.party for part in parties_of(asked.dossier, None, asked.on) if part.role in roles}:
        return None
    return Objection(
        say("所选的人不是{who}", who="、".join(role.label for role in roles)), say("请核对申请人")
    )


@guard("和解约定的履行期限已到", cite("执行和解规定", 11), on_act=True)
def settlement_due(asked: Asked) -> Objection | None:
    """Before the first day for performance nothing is broken, unless the debtor refuses or the settlement was forced."""
    act = asked.the(SettlementBroken)
    _, made = settlement(asked.dossier, asked.on)
    first = first_day(made.act) if made is not None else None
    if act.deceived or act.refused or first is None or asked.on > first:
        return None
    return Objection(
        say("和解约定的第一期到 {first} 才届满", first=first),
        say("届满未履行后再申请；被执行人明确表示不履行的，请勾选该情形并写明理由"),
    )


RULES = [
    ActRule(
        act=SettlementRecorded,
        label="执行和解",
        basis=(SETTLEMENT, TERMS),
        by=TEAM,
        purpose="把双方的和解协议记入笔录或附卷",
        guards=(*FREE_TO_ACT, both_sides_signed, terms_have_an_end, agents_specially_authorised),
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
        guards=(*FREE_TO_ACT, settlement_standing, confirmed_by_applicant),
        discloses=Disclosure(sms="cases.settlement_performed"),
        group="和解与担保",
    ),
    ActRule(
        act=SettlementBroken,
        label="申请恢复原执行",
        basis=(SETTLEMENT, cite("执行和解规定", 9)),
        by=TEAM,
        purpose="一方不履行和解，或因受欺诈胁迫和解，申请恢复执行原文书",
        guards=(
            *FREE_TO_ACT,
            settlement_not_performed,
            settlement_standing,
            broken_for_a_party,
            settlement_due,
        ),
        discloses=Disclosure(sms="cases.settlement_broken"),
        group="和解与担保",
    ),
]


def _ends(trigger: Trigger) -> date | None:
    act = trigger.entry.act
    return last_day(act) if isinstance(act, SettlementRecorded) else None


DUTIES = [
    DutyRule(
        name="apply-after-settlement",
        right=True,
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
        closes_on=(SettlementBroken,),
        falls_away_on=(SettlementPerformed,),
        latest_only=True,
    ),
]
