"""Rules of the record's own acts. Proposals and returns are entered by the door itself; corrections like any act.

Basis: the record's own order (docs/design.md); the court's duty to mend errors of its own acts is 执行工作规定 art. 71–78.
Not covered: correction across dossiers (each is corrected in itself); the guards of a replacement that rest on facts from
outside; and the later acts that rested on what was wrong, which stay as they are.
"""

from __future__ import annotations

from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.acts import Corrected, ProposalWithdrawn, Proposed, SentBack
from zhixing.record.catalogue import installed
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Objection, guard

OWN = (Proposed, SentBack, ProposalWithdrawn, Corrected)
ANYONE = tuple(power for power in Power if power not in (Power.READER, Power.PARTY))


@guard("更正的是一条可以更正的记录", on_act=True)
def correctable(asked: Asked) -> Objection | None:
    """The entry exists, is not one of the record's own acts, and is not the first: the dossier would have no beginning."""
    act = asked.the(Corrected)
    wrong = asked.dossier.at(act.entry)
    if wrong is None:
        return Objection(say("第 {seq} 条记录不存在或已被撤销", seq=act.entry), say("请核对记录序号"))
    if isinstance(wrong.act, OWN):
        return Objection(say("提请、退回和更正本身不能再被更正"), say("请对原行为作新的更正"))
    if act.takes_away and wrong.seq == asked.dossier.recorded[0].seq:
        return Objection(
            say("这是卷宗的第一条记录，撤销后卷宗没有来源"), say("请更正其内容，或依法作销案处理")
        )
    return None


@guard("更正前后是同一种行为", on_act=True)
def same_type(asked: Asked) -> Objection | None:
    """A correction replaces an act by one of the same type, on a day that is not in the future."""
    act = asked.the(Corrected)
    wrong = asked.dossier.at(act.entry)
    if wrong is None:
        return None
    if act.on is not None and act.on > asked.on:
        return Objection(say("更正后的日期 {on} 晚于今天", on=act.on), say("请填不晚于今天的日期"))
    if not act.replaces or type(asked.dossier.decoded(act.act)) is type(wrong.act):
        return None
    return Objection(
        say("更正后的行为与原行为不是同一种"), say("请先撤销原行为（不填更正内容），再录入正确的行为")
    )


@guard("更正后的行为当时可以办理", on_act=True)
def replacement_allowed(asked: Asked) -> Objection | None:
    """What is put in the place of an entry must pass the guards on its content, asked of the record before that entry."""
    act = asked.the(Corrected)
    wrong = asked.dossier.at(act.entry)
    if wrong is None or not act.replaces:
        return None
    right = asked.dossier.decoded(act.act)
    rule = installed().rule(type(right))
    if rule.needs:
        return None  # what the door was told then holds for the act as it was, not for the one in its place
    before = asked.dossier.with_entries(each for each in asked.dossier.recorded if each.seq < wrong.seq)
    then = Asked(before, act.on or wrong.on, wrong.by, right)
    for each in rule.guards:
        objection = each.check(then) if each.on_act else None
        if objection is not None:
            return Objection(
                say("更正后仍不合“{label}”：{facts}", label=each.label, facts=objection.facts),
                objection.way_out,
            )
    return None


RULES = [
    ActRule(
        act=Proposed,
        label="提请审批",
        basis=(),
        by=ANYONE,
        purpose="把须经批准的行为提请有权的人审批",
        internal=True,
    ),
    ActRule(
        act=SentBack,
        label="退回提请",
        basis=(),
        by=ANYONE,
        purpose="不予批准，说明理由后退回",
        internal=True,
    ),
    ActRule(
        act=ProposalWithdrawn,
        label="撤回提请",
        basis=(),
        by=ANYONE,
        purpose="在审批之前撤回自己的提请",
        internal=True,
    ),
    ActRule(
        act=Corrected,
        label="更正记录",
        basis=(cite("执行工作规定", 72),),
        by=(Power.OFFICER, Power.JUDGE, Power.CLERK, Power.FILING),
        approved_by=Power.DIRECTOR,
        purpose="更正录入有误的行为：原记录保留，更正后的内容自此代替它",
        guards=(correctable, same_type, replacement_allowed),
        group="记录",
    ),
]
