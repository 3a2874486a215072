"""Rules of the collegial panel and the adjudication committee.

Not covered: lay assessors in enforcement, and the committee's own procedure.
"""

from __future__ import annotations

from zhixing.cases.acts.panel import CommitteeDiscussed, DeliberationTopic, PanelDeliberated, PanelFormed
from zhixing.cases.questions.panel import implementers, seats
from zhixing.cases.questions.recusal import standing_aside
from zhixing.cases.rules.guards import filed, no_recusal_pending, not_recused, under_way
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.record.catalogue import installed
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Objection, guard

PANEL = cite("民诉法", 40)
PAID_OUT = cite("执行款物规定", 10)
BY = (Power.JUDGE, Power.OFFICER, Power.DIRECTOR)


@guard("合议庭人数为三人以上的单数，成员没有回避", PANEL, on_act=True)
def odd_and_free(asked: Asked) -> Objection | None:
    """Three or more, an odd number, all different, nobody recused or asked to be."""
    act = asked.the(PanelFormed)
    listed = [act.presiding, *act.members]
    if len(set(listed)) < len(listed):
        return Objection(say("同一人列了两次"), say("请核对成员"))
    if len(listed) < 3 or len(listed) % 2 == 0:
        return Objection(say("合议庭共 {count} 人", count=len(listed)), say("须为三人以上的单数"))
    if standing_aside(asked.dossier, asked.on) & seats(act):
        return Objection(say("成员中有人已被决定回避，或回避申请尚未决定"), say("请另选成员"))
    return None


@guard("执行程序尚未终结，或还有异议、复议在审查，或评议案款的发放", PAID_OUT)
def sits(asked: Asked) -> Objection | None:
    """Money is paid out after an ending too, so a panel may agree to pay another as long as the case is one of money."""
    moved = any(installed().rule(kind).books for kind in asked.dossier.types)
    act = asked.act
    other = isinstance(act, PanelDeliberated) and act.topic is not DeliberationTopic.PAYMENT
    return None if moved and not other else under_way.check(asked)


@guard("已经组成合议庭", PANEL)
def panel_formed(asked: Asked) -> Objection | None:
    """Deliberation needs a panel."""
    if asked.dossier.first(PanelFormed):
        return None
    return Objection(say("还没有组成合议庭"), say("请先组成合议庭"), (PanelFormed,))


@guard("合议庭成员没有回避", cite("民诉法", 47))
def panel_still_free(asked: Asked) -> Objection | None:
    """Who was recused since the panel was formed does not deliberate."""
    panel = asked.dossier.last(PanelFormed)
    if panel is None or not seats(panel.act) & standing_aside(asked.dossier, asked.on):
        return None
    return Objection(
        say("合议庭成员中有人须回避，或回避申请尚未决定"), say("请另行组成合议庭"), (PanelFormed,)
    )


@guard("实施人员不参与异议的审查", cite("异议复议规定", 11), on_act=True)
def reviewers_did_not_act(asked: Asked) -> Objection | None:
    """A panel that reviews an objection has nobody on it who carries out this enforcement."""
    panel = asked.dossier.last(PanelFormed)
    reviews = asked.the(PanelDeliberated).topic is DeliberationTopic.OBJECTION
    if not reviews or panel is None or not seats(panel.act) & implementers(asked.dossier, asked.on):
        return None
    return Objection(
        say("合议庭中有本案的实施人员"), say("请由实施人员以外的人另行组成合议庭"), (PanelFormed,)
    )


@guard("评议案款发给他人的，写明收款人和金额", PANEL, on_act=True)
def payment_is_named(asked: Asked) -> Objection | None:
    """The panel agrees to one payment: to whom, how much."""
    act = asked.the(PanelDeliberated)
    named = act.payee is not None and (act.amount or 0) > 0
    if named == (act.topic is DeliberationTopic.PAYMENT):
        return None
    if named:
        return Objection(say("评议的不是案款发给他人"), say("请不填收款人和金额，或者改选评议事项"))
    return Objection(say("没有写明案款发给何人、多少"), say("请填写收款人和大于零的金额"))


RULES = [
    ActRule(
        act=PanelFormed,
        label="组成合议庭",
        basis=(PANEL,),
        by=BY,
        purpose="确定审判长和合议庭成员",
        guards=(filed, sits, odd_and_free),
        document="合议庭组成人员通知书",
        group="回避与合议",
    ),
    ActRule(
        act=PanelDeliberated,
        label="合议庭评议",
        basis=(cite("民诉法", 45),),
        by=BY,
        purpose="记下评议的意见和结果",
        guards=(
            filed,
            sits,
            panel_formed,
            not_recused,
            no_recusal_pending,
            panel_still_free,
            reviewers_did_not_act,
            payment_is_named,
        ),
        document="评议笔录",
        group="回避与合议",
    ),
    ActRule(
        act=CommitteeDiscussed,
        label="审判委员会讨论",
        basis=(PANEL,),
        by=(Power.JUDGE, Power.DIRECTOR, Power.PRESIDENT),
        purpose="记下审判委员会的决定",
        guards=(filed, under_way),
        document="审判委员会讨论笔录",
        group="回避与合议",
    ),
]
