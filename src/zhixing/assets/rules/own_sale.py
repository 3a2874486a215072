"""Rules of letting the owner sell what is held: in preservation (财产保全规定 20), and equity in enforcement (股权规定 10).

Not covered: other things that debtors sell by themselves in enforcement (善意文明执行意见).
"""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.control import Controlled, ControlReleased, OwnSaleAllowed, SecuringAct
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.questions.control import PUBLISHED_SINCE, hold, wanted
from zhixing.assets.questions.found import asset
from zhixing.cases.acts.filing import CaseType
from zhixing.cases.questions import case_type
from zhixing.cases.rules.guards import HELD_IN_HAND
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.money import show
from zhixing.law.periods import Due, months, shifted
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

PRESERVED = cite("财产保全规定", 20)
EQUITY = cite("股权规定", 10, figure="三个月")
LONGEST = months(3)


@guard("自行处分的财产在本案控制之下，价款受控", PRESERVED, EQUITY, on_act=True)
def sold_under_control(asked: Asked) -> Objection | None:
    """What is held in force here, for a price, by a later day; the court says how the price is controlled."""
    act = asked.the(OwnSaleAllowed)
    held = hold(asked.dossier, act.control, date.max)
    if held is None or held.in_force_since is None or not held.stands(asked.on):
        return Objection(say("本案没有这一条有效的控制"), say("请选择本案的查封、扣押、冻结"), (Controlled,))
    if act.until <= asked.on or act.least <= 0:
        return Objection(say("期限或者价格没有填对"), say("期限须在今后，价格须大于零"))
    if act.price_held.strip() and act.reason.strip():
        return None
    return Objection(say("没有写明怎样控制价款，或者不损害债权人的理由"), say("请写明"))


@guard("依法可以由其自行处分", PRESERVED, EQUITY, on_act=True)
def owner_may_sell(asked: Asked) -> Objection | None:
    """In preservation, the thing in dispute with consent; in enforcement equity, in three months, with consent or for enough."""
    act = asked.the(OwnSaleAllowed)
    held = hold(asked.dossier, act.control, date.max)
    found = asset(asked.dossier, held.thing, date.max) if held else None
    if found is None:
        return None
    if case_type(asked.dossier) is CaseType.PRESERVATION:
        disputed = any(each.act.disputed for each in asked.dossier.of(SecuringAct))
        if disputed and not act.consent:
            return Objection(say("保全的是争议标的，申请保全人没有同意"), say("须经申请保全人同意"))
        return None
    if found.kind is not PropertyKind.EQUITY or asked.on < PUBLISHED_SINCE:
        return Objection(say("执行中只有股权依该规定由被执行人自行变价"), say("其他财产请依法变价"))
    last = shifted(asked.on, LONGEST)
    if act.until > last:
        return Objection(say("自 {on} 起三个月至 {last}", on=asked.on, last=last), say("请不超过三个月"))
    most = wanted(asked.dossier, asked.on)
    if act.consent or (isinstance(most, Found) and act.least >= most.value):
        return None
    owed = show(most.value) if isinstance(most, Found) else "—"
    return Objection(
        say("债权人没有同意，价款 {least} 元不足以清偿 {owed} 元", least=show(act.least), owed=owed),
        say("须经申请执行人和其他已知债权人同意，或者价款足以清偿"),
    )


RULES = [
    ActRule(
        act=OwnSaleAllowed,
        label="准许自行处分",
        basis=(PRESERVED, EQUITY),
        by=(Power.OFFICER, Power.JUDGE),
        approved_by=Power.DIRECTOR,
        purpose="监督权利人按合理价格在期限内处分被控制的财产，并控制价款",
        guards=(*HELD_IN_HAND, sold_under_control, owner_may_sell),
        discloses=Disclosure(sms="assets.own_sale_allowed"),
        document="准许自行处分财产通知书",
        group="财产控制",
    )
]


def _by_then(trigger: Trigger) -> DueAnswer:
    act = trigger.entry.act
    last = act.until if isinstance(act, OwnSaleAllowed) else trigger.entry.on
    return Found(Due(last, trigger.calendar.version, False, last), (say("准许的期限至 {last}", last=last),))


def _this_control(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    allowed = opening.act
    return isinstance(allowed, OwnSaleAllowed) and getattr(closing.act, "control", None) == allowed.control


DUTIES = [
    DutyRule(
        name="assets.end-own-sale",
        label="自行处分期满，收取价款并解除控制，或者依法变价",
        holder=Power.OFFICER,
        opens_on=(OwnSaleAllowed,),
        limits=(Limit(_by_then, PRESERVED),),
        closes_on=(ControlReleased,),
        matches=_this_control,
        latest_only=True,
    )
]
