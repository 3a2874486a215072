"""Rules of the applicant's way to the court above after six months.

Not covered: supervision on the higher court's own motion, and cross-court enforcement of 2024, which the command room rules.
"""

from __future__ import annotations

from zhixing.cases.acts.assignment import CaseTransferred
from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.higher_court import ElevatedOrDesignated, HigherCourtApplied, UrgingOrdered
from zhixing.cases.questions.higher_court import six_month_right, urging
from zhixing.cases.rules.guards import filed, open_case
from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import cite
from zhixing.law.periods import Due
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

SIX_MONTHS = cite("民诉法", 237, figure="六个月")
NOT_COUNTED = cite("执行程序解释", 13)


@guard("收到申请执行书已超过六个月仍未执行", SIX_MONTHS, NOT_COUNTED)
def six_months_over(asked: Asked) -> Objection | None:
    """Days of notice, appraisal, disputes, stay and suspension do not count."""
    right = six_month_right(asked.dossier, asked.on)
    if isinstance(right, Undetermined):
        return Objection(
            say("六个月不能算定：{why}", why="；".join(map(str, right.missing))), say("恢复执行后再算")
        )
    if right.value:
        return None
    return Objection(right.because[-1], say("届满之后方可向上一级法院申请"))


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


@guard("督促执行的期限合理，且没有尚未届满的督促执行令", cite("执行程序解释", 11), on_act=True)
def urging_sane(asked: Asked) -> Objection | None:
    """An order gives time to come; while one runs there is no second."""
    act = asked.the(UrgingOrdered)
    if act.until <= asked.on:
        return Objection(say("限期 {until} 不晚于发令之日", until=act.until), say("请填写以后的日期"))
    return _running(asked)


@guard("督促执行令的期限已满仍未执行完结", cite("执行程序解释", 12))
def urging_expired(asked: Asked) -> Objection | None:
    """Where the court above has set a time, the case moves when it has run out."""
    return _running(asked)


def _running(asked: Asked) -> Objection | None:
    order = urging(asked.dossier, asked.on)
    if order is None or asked.on > order.act.until:
        return None
    return Objection(
        say("{on} 的督促执行令限期到 {until}", on=order.on, until=order.act.until),
        say("期满无正当理由仍未执行完结的，再裁定提级或指令其他法院执行"),
    )


@guard("写明执行的法院", cite("执行程序解释", 11), on_act=True)
def court_named(asked: Asked) -> Objection | None:
    """A ruling that moves the case names the court and has a number."""
    act = asked.the(ElevatedOrDesignated)
    if act.to.strip() and act.ruling.strip():
        return None
    return Objection(say("没有填写执行法院或裁定书文号"), say("请补齐"))


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
        guards=(filed, open_case, applied_before, urging_sane),
        discloses=Disclosure(sms="cases.urging_ordered"),
        document="督促执行令",
        group="上级法院",
        sends=("news",),
    ),
    ActRule(
        act=ElevatedOrDesignated,
        label="提级或指令执行",
        basis=(cite("执行程序解释", 12),),
        by=(Power.HIGHER_COURT,),
        purpose="逾期无正当理由未执行的，裁定提级或指令其他法院执行",
        guards=(filed, open_case, applied_before, urging_expired, court_named),
        discloses=Disclosure(sms="cases.elevated_or_designated"),
        document="提级、指令执行裁定书",
        group="上级法院",
        sends=("news",),
    ),
]


def _as_ordered(trigger: Trigger) -> DueAnswer:
    act = trigger.entry.act
    if not isinstance(act, UrgingOrdered):
        raise TypeError(f"the term opens on an order to enforce, not on {type(act).__name__}")
    return Found(Due(act.until, trigger.calendar.version, False, act.until), (say("督促执行令指定的期限"),))


DUTIES = [
    DutyRule(
        name="enforce-as-urged",
        label="在督促执行令的期限内执行完结",
        holder=Power.OFFICER,
        opens_on=(UrgingOrdered,),
        limits=(Limit(_as_ordered, cite("执行程序解释", 12), text="督促执行令指定的期限"),),
        closes_on=(ClosingAct,),
        falls_away_on=(ElevatedOrDesignated, CaseTransferred),
        latest_only=True,
    ),
]
