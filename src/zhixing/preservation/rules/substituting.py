"""Rules of replacing what is preserved by other property of the same value (民诉法解释 167, 财产保全规定 22).

The substitute is held first: the meter leaves out what it replaces, and a release as replaced waits until the substitute is held.
"""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.control import ControlReleased
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.questions.control import Hold, hold, worth
from zhixing.assets.questions.found import asset
from zhixing.assets.rules.guards import parties_fit
from zhixing.cases.rules.guards import procedure_open
from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.money import show
from zhixing.law.texts import say
from zhixing.preservation.acts import SubstitutionAsked, SubstitutionDeclined, SubstitutionRuled
from zhixing.preservation.questions import on_the_disputed_thing
from zhixing.preservation.rules.guards import DESK, ENOUGH_SECURITY, GROUP, JUDGES, preservation_case, ruled
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DueAnswer, DutyRule, Limit, Trigger
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

STILL = (preservation_case, procedure_open)
REPLACES = cite("民诉法解释", 167)


def _held(asked: Asked) -> Hold | None:
    """The control that would be replaced, as it stands."""
    number = getattr(asked.act, "control", None)
    return hold(asked.dossier, number, date.max) if isinstance(number, int) else None


@guard("被替换的控制有效，提供的是另一财产", REPLACES, on_act=True)
def replaceable(asked: Asked) -> Objection | None:
    """Something held here gives way to another property that was found here."""
    held, number = _held(asked), getattr(asked.act, "property", 0)
    if held is None or not held.stands(asked.on):
        return Objection(say("本案没有这一条有效的控制"), say("请选择本案的查封、扣押、冻结"))
    found = asset(asked.dossier, number, asked.on)
    if found is None or found.ruled_out is not None or number == held.thing:
        return Objection(say("没有另一项查明的财产"), say("请先录入提供的财产，再选择它"), (PropertyFound,))
    return None


@guard("请求尚未答复，裁定与请求一致", REPLACES, on_act=True)
def request_stands(asked: Asked) -> Objection | None:
    """A request is answered once, and granted as it was made."""
    act = asked.act
    number = getattr(act, "request", 0)
    entry = asked.dossier.as_of(asked.on).at(number)
    answers: list[Entry[SubstitutionRuled | SubstitutionDeclined]] = asked.dossier.of(
        SubstitutionRuled, SubstitutionDeclined
    )
    if entry is None or not isinstance(entry.act, SubstitutionAsked):
        return Objection(say("没有第 {seq} 条请求", seq=number), say("请选择本案变更保全标的的请求"))
    if any(each.act.request == number for each in answers):
        return Objection(say("第 {seq} 条请求已经答复", seq=number), say("答复有误的，请更正该条记录"))
    asked_for = (entry.act.control, entry.act.property)
    if isinstance(act, SubstitutionRuled) and (act.control, act.property) != asked_for:
        return Objection(say("裁定的控制或者财产与请求不同"), say("请与请求一致；另有财产的，重新请求"))
    return None


@guard("等值并有利于执行；争议标的经申请人同意", REPLACES, ENOUGH_SECURITY, on_act=True)
def of_equal_value(asked: Asked) -> Objection | None:
    """The substitute is worth as much; the thing in dispute is not replaced without the applicant; the reason is written."""
    act, held = asked.the(SubstitutionRuled), _held(asked)
    found = asset(asked.dossier, act.property, asked.on)
    if held is None or found is None:
        return None
    value, wanted = found.found.act.value, worth(asked.dossier, held, date.max)
    if value is None or (wanted is not None and value < wanted):
        return Objection(
            say(
                "提供的财产 {value} 元，被替换的 {wanted} 元",
                value=show(value or 0),
                wanted=show(wanted or 0),
            ),
            say("须为等值财产；不知价值的，先更正查明财产的估计价值"),
        )
    if on_the_disputed_thing(asked.dossier, asked.on) and not act.consent:
        return Objection(say("保全的是争议标的，申请保全人没有同意"), say("须经申请保全人同意"))
    if act.reason.strip():
        return None
    return Objection(say("没有写明等值并有利于执行的理由"), say("请写明"))


RULES = [
    ActRule(
        act=SubstitutionAsked,
        label="请求变更保全标的",
        basis=(REPLACES,),
        by=DESK,
        purpose="被保全人提供其他等值财产，请求替换被保全的财产",
        guards=(*STILL, parties_fit, ruled, replaceable),
        discloses=Disclosure(),
        group=GROUP,
    ),
    ActRule(
        act=SubstitutionRuled,
        label="裁定变更保全标的",
        basis=(REPLACES, ENOUGH_SECURITY),
        by=JUDGES,
        approved_by=Power.VICE_PRESIDENT,
        purpose="等值并有利于执行的，先控制提供的财产，再解除被替换的",
        guards=(*STILL, ruled, replaceable, request_stands, of_equal_value),
        discloses=Disclosure(sms="preservation.substitution_ruled"),
        document="变更保全标的裁定书",
        group=GROUP,
    ),
    ActRule(
        act=SubstitutionDeclined,
        label="不予变更保全标的",
        basis=(REPLACES,),
        by=JUDGES,
        approved_by=Power.VICE_PRESIDENT,
        purpose="提供的财产不等值，或者不利于执行",
        guards=(*STILL, request_stands),
        discloses=Disclosure(sms="preservation.substitution_declined"),
        document="不予变更保全标的通知书",
        group=GROUP,
    ),
]


def _no_fixed_time(_trigger: Trigger) -> DueAnswer:
    return Undetermined((say("法律没有规定天数，未办理前一直待办"),))


def _answered(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return getattr(closing.act, "request", None) == opening.seq


def _lifted(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    ruling, act = opening.act, closing.act
    if not isinstance(ruling, SubstitutionRuled) or not isinstance(act, ControlReleased):
        return False
    return act.control == ruling.control and act.part is None


DUTIES = [
    DutyRule(
        name="preservation.decide-substitution",
        label="就变更保全标的的请求作出裁定",
        holder=Power.JUDGE,
        opens_on=(SubstitutionAsked,),
        limits=(Limit(_no_fixed_time, REPLACES),),
        closes_on=(SubstitutionRuled, SubstitutionDeclined),
        matches=_answered,
    ),
    DutyRule(
        name="preservation.lift-replaced",
        label="控制替换的财产后，解除被替换的控制",
        holder=Power.OFFICER,
        opens_on=(SubstitutionRuled,),
        limits=(Limit(_no_fixed_time, REPLACES),),
        closes_on=(ControlReleased,),
        matches=_lifted,
    ),
]
