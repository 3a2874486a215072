"""Rules of more security while something is preserved, and what may follow where it is not given (财产保全规定 5 para. 3).

The norm says no figure and no cap: as much as the loss may come to; what was given is left out of it.
"""

from __future__ import annotations

from zhixing.assets.acts.control import ControlReleased
from zhixing.cases.rules.guards import procedure_open
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.periods import Due
from zhixing.law.texts import say
from zhixing.preservation.acts import MoreSecurityAsked, SecurityGiven
from zhixing.preservation.questions import more_security_open
from zhixing.preservation.rules.guards import GROUP, JUDGES, preservation_case, ruled
from zhixing.preservation.rules.limits import held_now
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

MORE = cite("财产保全规定", 5)


@guard("财产还在保全之中", MORE)
def preserved_now(asked: Asked) -> Objection | None:
    """Security is for the loss that holding does: what is not held does none."""
    if held_now(asked.dossier, asked.on):
        return None
    return Objection(say("本案没有正在控制的财产"), say("财产控制以后，担保不足的再责令追加"))


@guard("写明数额、期限和已有担保不足的理由", MORE, on_act=True)
def shortfall_stated(asked: Asked) -> Objection | None:
    """How much, by when and why; one asking at a time."""
    act = asked.the(MoreSecurityAsked)
    if more_security_open(asked.dossier, asked.on) is not None:
        return Objection(say("责令追加的担保还没有提供"), say("请先收到担保，或者更正前一次责令"))
    if act.amount > 0 and act.until >= asked.on and act.reason.strip():
        return None
    return Objection(say("数额、期限或者理由没有填对"), say("数额须大于零，期限不早于今天，并写明可能的损失"))


RULES = [
    ActRule(
        act=MoreSecurityAsked,
        label="责令追加担保",
        basis=(MORE,),
        by=JUDGES,
        purpose="已有的担保不足以赔偿保全可能造成的损失，责令申请保全人追加；拒不追加的，可以解除或者部分解除",
        guards=(preservation_case, procedure_open, ruled, preserved_now, shortfall_stated),
        discloses=Disclosure(sms="preservation.more_security_asked"),
        document="追加担保通知书",
        group=GROUP,
    )
]


def _by_then(trigger: Trigger) -> DueAnswer:
    act = trigger.entry.act
    last = act.until if isinstance(act, MoreSecurityAsked) else trigger.entry.on
    return Found(Due(last, trigger.calendar.version, False, last), (say("责令的期限至 {last}", last=last),))


def _given_or_lifted(dossier: Dossier, _opening: Entry[Act], closing: Entry[Act]) -> bool:
    if isinstance(closing.act, ControlReleased):
        return True
    then = dossier.as_of(closing.on)
    asked = then.last(MoreSecurityAsked)
    given = [each for each in then.of(SecurityGiven) if asked and asked.seq < each.seq <= closing.seq]
    return asked is not None and sum(each.act.amount for each in given) >= asked.act.amount


DUTIES = [
    DutyRule(
        name="preservation.more-security",
        label="收到追加的担保，或者决定解除、部分解除保全",
        holder=Power.JUDGE,
        opens_on=(MoreSecurityAsked,),
        limits=(Limit(_by_then, MORE),),
        closes_on=(SecurityGiven, ControlReleased),
        matches=_given_or_lifted,
    )
]
