"""Rules of taking part in a case.

Not covered: capacity to sue and statutory agents of minors, joint representatives, and the change of parties by ruling,
which the cases room rules. Agents and legal representatives are taken down after the end as well: rulings are served on them,
and they object, apply for resumption and receive for those they stand for.
"""

from __future__ import annotations

from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.parties.acts import AgentAppointed, LegalRepresentativeNamed, PartyJoined, PartyLeft, Role
from zhixing.parties.questions import parties_of
from zhixing.record.power import Power
from zhixing.record.questions import procedure_ended
from zhixing.record.rule import ActRule, Asked, Need, Objection, guard

# The ids in the act that name parties of this court.
KNOWN = Need("known-parties", tuple[int, ...])
BY = (Power.FILING, Power.OFFICER, Power.JUDGE, Power.CLERK)
ACCEPTANCE = cite("执行工作规定", 16)
AGENTS = cite("民诉法", 61)
OBJECTORS = (Role.OUTSIDER, Role.INTERESTED)


@guard("同一人没有重复录入为同一地位，也不同时是双方", ACCEPTANCE, on_act=True)
def one_role_once(asked: Asked) -> Objection | None:
    """Nobody is both applicant and debtor, nor the same thing twice."""
    act = asked.the(PartyJoined)
    roles = {part.role for part in parties_of(asked.dossier, None, asked.on) if part.party == act.party}
    if act.role in roles:
        return Objection(say("此人已经是{role}", role=act.role.label), say("不必重复录入"))
    if {act.role, *roles} >= {Role.APPLICANT, Role.DEBTOR}:
        return Objection(say("此人不能既是申请执行人又是被执行人"), say("请核对当事人"))
    return None


@guard("执行程序尚未终结；对结案提出异议的人可以录入", ACCEPTANCE)
def may_still_join(asked: Asked) -> Objection | None:
    """When the procedure is over nobody becomes party to it; who objects to its ending is still taken down."""
    ending = procedure_ended(asked.dossier, asked.on)
    objecting = isinstance(asked.act, PartyJoined) and asked.act.role in OBJECTORS
    if ending is None or asked.act is None or objecting:
        return None
    return Objection(
        say("本案的执行程序已于 {on} 终结", on=ending.on),
        say("终结之后只能录入提出异议的案外人、利害关系人"),
    )


@guard("执行程序尚未终结", ACCEPTANCE)
def may_still_leave(asked: Asked) -> Objection | None:
    """Who was a party when the procedure ended remains one in the record."""
    ending = procedure_ended(asked.dossier, asked.on)
    if ending is None:
        return None
    return Objection(
        say("本案的执行程序已于 {on} 终结", on=ending.on), say("录入有误的，请更正录入当事人的记录")
    )


@guard("当事人已在本院登记", ACCEPTANCE, on_act=True)
def known_here(asked: Asked) -> Objection | None:
    """Every id in the act names a party of this court."""
    act = asked.act
    named: set[int] = set()
    if isinstance(act, PartyJoined):
        named = {act.party}
    elif isinstance(act, AgentAppointed):
        named = {act.party, act.agent}
    elif isinstance(act, LegalRepresentativeNamed):
        named = {act.party, act.person}
    if named <= set(asked.fact(KNOWN)):
        return None
    return Objection(say("所选的人没有在本院登记"), say("请先登记当事人的姓名和证件"))


@guard("退出的是本案当事人", ACCEPTANCE, on_act=True)
def takes_part(asked: Asked) -> Objection | None:
    """Only who takes part can leave."""
    act = asked.the(PartyLeft)
    if any(part.party == act.party for part in parties_of(asked.dossier, None, asked.on)):
        return None
    return Objection(say("此人不是本案当事人"), say("请选择本案当事人"))


@guard("代理人不是对方当事人", AGENTS, on_act=True)
def not_the_opponent(asked: Asked) -> Objection | None:
    """An agent is not a party on the other side; the one represented takes part."""
    act = asked.the(AgentAppointed)
    parts = {part.party: part.role for part in parties_of(asked.dossier, None, asked.on)}
    if act.party not in parts:
        return Objection(say("被代理人不是本案当事人"), say("请先录入当事人"), (PartyJoined,))
    if act.agent in parts and parts[act.agent] is not parts[act.party]:
        return Objection(say("代理人是本案的另一方当事人"), say("请核对代理人"))
    return None


@guard("单位是本案当事人", AGENTS, on_act=True)
def represents_a_party(asked: Asked) -> Objection | None:
    """A legal representative is named for a party of the case."""
    act = asked.the(LegalRepresentativeNamed)
    if any(part.party == act.party for part in parties_of(asked.dossier, None, asked.on)):
        return None
    return Objection(say("该单位不是本案当事人"), say("请先录入当事人"), (PartyJoined,))


RULES = [
    ActRule(
        act=PartyJoined,
        label="录入当事人",
        basis=(ACCEPTANCE,),
        by=BY,
        purpose="录入参加本案的人及其地位",
        guards=(may_still_join, known_here, one_role_once),
        needs=(KNOWN,),
        group="当事人",
    ),
    ActRule(
        act=PartyLeft,
        label="当事人退出",
        basis=(ACCEPTANCE,),
        by=BY,
        purpose="记下当事人不再参加本案及原因",
        guards=(may_still_leave, takes_part),
        group="当事人",
    ),
    ActRule(
        act=AgentAppointed,
        label="委托代理人",
        basis=(AGENTS,),
        by=BY,
        purpose="记下代理人及其权限",
        guards=(known_here, not_the_opponent),
        needs=(KNOWN,),
        group="当事人",
    ),
    ActRule(
        act=LegalRepresentativeNamed,
        label="法定代表人",
        basis=(cite("民诉法", 51),),
        by=BY,
        purpose="记下单位的法定代表人或负责人",
        guards=(known_here, represents_a_party),
        needs=(KNOWN,),
        group="当事人",
    ),
]
