"""Rules of the record's own acts. Proposals and returns are entered by the door itself; corrections like any act.

Basis: the record's own order (docs/design.md); the court's duty to mend errors of its own acts is 执行工作规定 art. 71–78.
Not covered: correction across dossiers: what an act entered in another dossier is corrected there.
"""

from __future__ import annotations

from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.acts import Corrected, ProposalWithdrawn, Proposed, SentBack
from zhixing.record.catalogue import installed
from zhixing.record.correction import OWN, as_recorded, newly_against, replacement, shaken
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Objection, guard

__all__ = ["OWN", "RULES"]
NAMED = 5  # of the later entries that would no longer stand, so many are named in one refusal
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
    if installed().rule(type(wrong.act)).books:
        return Objection(
            say("这一行为已经记账，账上的凭证不能改动"), say("请办理冲回它的行为，再重新办理正确的行为")
        )
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
    right = replacement(asked)
    if act.takes_away or (right is not None and type(right.act) is type(wrong.act)):
        return None
    return Objection(
        say("更正后的行为与原行为不是同一种，或其内容不能识读"),
        say("请先撤销原行为（不填更正内容），再录入正确的行为"),
    )


@guard("更正后的行为当时可以办理", on_act=True)
def replacement_allowed(asked: Asked) -> Objection | None:
    """What is put in the place of an entry must pass its guards, asked of the record before that entry. Conditions of the
    dossier's own are held against it only where the act as it stands met them.
    """
    right = replacement(asked)
    if right is None or right.act is None:
        return None
    rule = installed().rule(type(right.act))
    if any(need.name not in right.facts for need in rule.needs):
        return None  # entered before the rule asked for this fact
    anew = newly_against(as_recorded(asked), right)
    for each in rule.guards:
        objection = each.check(right) if each.on_act or each in anew else None
        if objection is not None:
            return Objection(
                say("更正后仍不合“{label}”：{facts}", label=each.label, facts=objection.facts),
                objection.way_out,
            )
    return None


@guard("以后的行为仍然成立", on_act=True)
def later_acts_stand(asked: Asked) -> Objection | None:
    """What later acts rest on is not taken from under them in silence: they are corrected first, the last one before all."""
    found = shaken(asked)
    if not found:
        return None
    named = "；".join(
        str(
            say(
                "第 {seq} 条“{label}”（{on}）：{why}",
                seq=each.entry.seq,
                label=installed().rule(type(each.entry.act)).label,
                on=each.entry.on,
                why=each.why,
            )
        )
        for each in found[:NAMED]
    )
    return Objection(
        say("这样更正后，以后的 {count} 条记录不再成立。{named}", count=len(found), named=named),
        say("请先更正或撤销第 {seq} 条，由后往前，再更正本条", seq=found[-1].entry.seq),
    )


@guard("更正强制或付款的行为，须以双因素验证过身份", on_act=True)
def strong_correction(asked: Asked) -> Objection | None:
    """What wanted a strong, fresh sign-in is not changed with less, neither by whoever proposes it nor by whoever approves."""
    wrong = asked.dossier.at(asked.the(Corrected).entry)
    if wrong is None or not installed().rule(type(wrong.act)).coerces:
        return None
    for each in (asked.by, asked.approved_by):
        if each is not None and each.kind == "officer" and not each.strong:
            return Objection(
                say("{name}没有以双因素验证身份，或者验证已超过十五分钟", name=each.name),
                say("请到“账户—登录安全”验证身份后再办；还没有第二因素的，请先在那里登记"),
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
        guards=(correctable, same_type, strong_correction, replacement_allowed, later_acts_stand),
        group="记录",
    ),
]
