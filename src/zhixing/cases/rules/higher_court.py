"""Rules of the applicant's way to the court above after six months.

Not covered: supervision on the higher court's own motion, and cross-court enforcement of 2024, which the command room rules.
"""

from __future__ import annotations

from zhixing.cases.acts.higher_court import ElevatedOrDesignated, HigherCourtApplied, UrgingOrdered
from zhixing.cases.questions.higher_court import six_months_end
from zhixing.cases.rules.guards import filed, open_case
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

SIX_MONTHS = cite("民诉法", 237, figure="六个月")
NOT_COUNTED = cite("执行程序解释", 13)


@guard("收到申请执行书已超过六个月仍未执行", SIX_MONTHS, NOT_COUNTED)
def six_months_over(asked: Asked) -> Objection | None:
    """Days of notice, appraisal, disputes, stay and suspension do not count."""
    end = six_months_end(asked.dossier, asked.on)
    if isinstance(end, Found) and asked.on > end.value.day:
        return None
    last = end.value.day if isinstance(end, Found) else "尚不能确定的一天"
    return Objection(say("六个月到 {last} 才届满", last=last), say("届满之后方可向上一级法院申请"))


@guard("由申请执行人提出", SIX_MONTHS, on_act=True)
def by_applicant(asked: Asked) -> Objection | None:
    """The right is the applicant's."""
    own = {part.party for part in parties_of(asked.dossier, Role.APPLICANT, asked.on)}
    if asked.the(HigherCourtApplied).by in own:
        return None
    return Objection(say("所选的人不是申请执行人"), say("请选择申请执行人"))


@guard("上一级法院已收到申请", SIX_MONTHS)
def applied_before(asked: Asked) -> Objection | None:
    """The court above acts on an application."""
    if asked.dossier.first(HigherCourtApplied):
        return None
    return Objection(say("申请执行人没有向上一级法院申请"), say("请先录入申请"), (HigherCourtApplied,))


RULES = [
    ActRule(
        act=HigherCourtApplied,
        label="向上一级法院申请执行",
        basis=(SIX_MONTHS,),
        by=(Power.OFFICER, Power.JUDGE, Power.CLERK, Power.HIGHER_COURT),
        purpose="记下申请执行人因六个月未执行向上一级法院提出的申请",
        guards=(filed, open_case, six_months_over, by_applicant),
        discloses=Disclosure(sms="cases.higher_court_applied"),
        group="上级法院",
    ),
    ActRule(
        act=UrgingOrdered,
        label="督促执行令",
        basis=(cite("执行程序解释", 11),),
        by=(Power.HIGHER_COURT,),
        purpose="责令执行法院限期执行，并书面告知申请执行人",
        guards=(filed, open_case, applied_before),
        discloses=Disclosure(sms="cases.urging_ordered"),
        document="督促执行令",
        group="上级法院",
    ),
    ActRule(
        act=ElevatedOrDesignated,
        label="提级或指令执行",
        basis=(cite("执行程序解释", 12),),
        by=(Power.HIGHER_COURT,),
        purpose="逾期无正当理由未执行的，裁定提级或指令其他法院执行",
        guards=(filed, open_case, applied_before),
        discloses=Disclosure(sms="cases.elevated_or_designated"),
        document="提级、指令执行裁定书",
        group="上级法院",
    ),
]
