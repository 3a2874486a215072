"""Rules of found property: what is entered is whole, an exemption has its ground, what is not the debtor's is ruled out.

Not covered: how much of an inheritance, a gift or a family's common property is the debtor's; the officer writes the share.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from zhixing.assets.acts.control import ControlReleased
from zhixing.assets.acts.found import (
    Exemption,
    ExemptionEnded,
    PropertyExempted,
    PropertyFound,
    PropertyRuledOut,
    Told,
)
from zhixing.assets.kinds import Detail, Holds, PropertyKind, kinds
from zhixing.assets.questions.control import holds
from zhixing.assets.questions.found import assets
from zhixing.assets.rules.guards import property_stands
from zhixing.assets.rules.third_debt_guards import third_party_under_ruling
from zhixing.cases.rules.guards import PROCEDURE_FREE, PROCEDURE_IN_HAND
from zhixing.law.citations import cite
from zhixing.law.periods import days
from zhixing.law.texts import Text, say
from zhixing.parties.acts import LIABLE
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

TEAM = (Power.OFFICER, Power.JUDGE, Power.CLERK)
GROUP = "财产"
INVESTIGATION = cite("民诉法", 253)
DEBTORS_OWN = cite("查扣冻规定", 2)
EXEMPT = cite("查扣冻规定", 3)
HOME = cite("查扣冻规定", 4)
BEYOND_NEED = cite("查扣冻规定", 5)
RELEASES = cite("查扣冻规定", 28)
HASH_SIGNS = 64


@guard("权利人是本案负有义务的人", DEBTORS_OWN, on_act=True)
def owner_liable(asked: Asked) -> Objection | None:
    """Property of whoever owes nothing here is not looked for here."""
    owner = asked.the(PropertyFound).owner
    parts = parties_of(asked.dossier, None, asked.on)
    if any(each.party == owner and each.role in LIABLE for each in parts):
        return None
    return Objection(
        say("权利人不是本案的被执行人、担保人或者到期债权第三人"),
        say("请从当事人中选择；不是本案当事人的，先依法追加"),
    )


@guard("国家数据项填写正确", INVESTIGATION, on_act=True)
def details_fit(asked: Asked) -> Objection | None:
    """Each field belongs to the kind, stands once, and holds what it may hold."""
    act = asked.the(PropertyFound)
    seen: set[str] = set()
    for each in act.details:
        field = kinds()[act.kind].detail(each.code)
        wrong = _wrong(act.kind, field, each, seen)
        if wrong is not None:
            return Objection(wrong, say("请按财产类型的字段表改正"))
        seen.add(each.code)
    return None


def _wrong(kind: PropertyKind, field: Detail | None, told: Told, seen: set[str]) -> Text | None:
    if field is None:
        return say("“{kind}”没有字段 {code}", kind=kind.label, code=told.code)
    if told.code in seen:
        return say("字段“{name}”重复", name=field.name)
    if field.sealed and len(told.value) != HASH_SIGNS:
        return say("字段“{name}”须加密后填写", name=field.name)
    if not _holds(field, told.value):
        return say("字段“{name}”的内容“{value}”不合格式", name=field.name, value=told.value[:40])
    return None


def _holds(field: Detail, value: str) -> bool:
    if not value.strip():
        return False
    try:
        if field.holds is Holds.TIME:
            date.fromisoformat(value[:10])
        elif field.holds is Holds.INT:
            int(value)
        elif field.holds is Holds.AMOUNT:
            return Decimal(value).is_finite()
    except (ValueError, InvalidOperation):
        return False
    return field.holds is Holds.PROSE or len(value) <= 300


@guard("同一财产没有重复录入", INVESTIGATION, on_act=True)
def not_found_before(asked: Asked) -> Objection | None:
    """The same identifier of the same owner is one thing, found once; what is new about it is a correction."""
    act = asked.the(PropertyFound)
    for each in assets(asked.dossier, date.max):
        same = each.found.act.identifier == act.identifier and each.found.act.owner == act.owner
        if act.identifier is not None and same and each.ruled_out is None:
            return Objection(
                say("该财产已在 {on} 第 {seq} 条录入", on=each.found.on, seq=each.seq),
                say("内容有变化的，请更正该条记录"),
            )
    return None


@guard("认定的理由与财产相符", EXEMPT, HOME, on_act=True)
def ground_fits(asked: Asked) -> Objection | None:
    """Only a home is a necessary home; the part that is kept is not more than the whole."""
    act = asked.the(PropertyExempted)
    found = next((each for each in assets(asked.dossier, asked.on) if each.seq == act.property), None)
    if found is None:
        return None
    if act.ground is Exemption.NECESSARY_HOME and found.kind not in (
        PropertyKind.HOME,
        PropertyKind.HOMESTEAD,
    ):
        return Objection(say("该财产不是居住房屋"), say("请选择其他理由"))
    value = found.found.act.value
    if act.amount is not None and value is not None and act.amount > value:
        return Objection(say("保留的金额超过财产的估计价值"), say("请核对金额；全部保留的不填金额"))
    return None


@guard("原认定仍然有效", BEYOND_NEED, on_act=True)
def exemption_stands(asked: Asked) -> Objection | None:
    """What is ended is an exemption in force."""
    number = asked.the(ExemptionEnded).exemption
    for each in assets(asked.dossier, asked.on, as_it_stands=True):
        if any(entry.seq == number and entry.on <= asked.on for entry in each.exemptions):
            return None
    return Objection(say("没有这一条有效的认定"), say("请选择仍然有效的“认定不得执行的财产”"))


@guard("认定可以执行的，写明保障措施", BEYOND_NEED, on_act=True)
def provision_stated(asked: Asked) -> Objection | None:
    """A home that is enforced on after all needs the provision made for those who live there (异议复议规定 art. 20)."""
    if asked.the(ExemptionEnded).reason.strip():
        return None
    return Objection(say("没有写明理由和保障措施"), say("请写明，如五至八年租金从变价款中扣除"))


def _must_be_released(dossier: Dossier, entry: Entry[Act]) -> bool:
    act = entry.act
    number = getattr(act, "property", None)
    if isinstance(act, PropertyExempted) and (
        act.amount is not None or act.ground is Exemption.NECESSARY_HOME
    ):
        return False
    return any(each.thing == number and each.released is None for each in holds(dossier, entry.on))


def _released(dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    if not isinstance(closing.act, ControlReleased):
        return False
    held = next((each for each in holds(dossier, closing.on) if each.seq == closing.act.control), None)
    return held is not None and held.thing == getattr(opening.act, "property", None)


RULES = [
    ActRule(
        act=PropertyFound,
        label="查明财产",
        basis=(INVESTIGATION,),
        by=(*TEAM, Power.SYSTEM),
        purpose="记录查明的被执行人财产：属于谁、是什么、怎样查明、价值和负担",
        guards=(*PROCEDURE_FREE, owner_liable, third_party_under_ruling, details_fit, not_found_before),
        discloses=Disclosure(),
        group=GROUP,
    ),
    ActRule(
        act=PropertyExempted,
        label="认定不得执行的财产",
        basis=(EXEMPT, HOME),
        by=(Power.OFFICER, Power.JUDGE),
        purpose="生活必需的财产、费用和居住房屋依法为被执行人及其所扶养家属保留",
        guards=(*PROCEDURE_IN_HAND, property_stands, ground_fits),
        discloses=Disclosure(sms="assets.property_exempted"),
        document="不得执行财产认定书",
        group=GROUP,
    ),
    ActRule(
        act=ExemptionEnded,
        label="认定可以执行",
        basis=(BEYOND_NEED, cite("异议复议规定", 20)),
        by=(Power.OFFICER, Power.JUDGE),
        approved_by=Power.DIRECTOR,
        coerces=True,
        purpose="保障最低生活标准所必需之后，可以对原来保留的财产执行",
        guards=(*PROCEDURE_IN_HAND, exemption_stands, provision_stated),
        discloses=Disclosure(sms="assets.exemption_ended"),
        document="可以执行财产认定书",
        group=GROUP,
    ),
    ActRule(
        act=PropertyRuledOut,
        label="排除财产",
        basis=(DEBTORS_OWN,),
        by=(Power.OFFICER, Power.JUDGE),
        purpose="查明的财产不属于被执行人，或者已不存在",
        guards=(*PROCEDURE_IN_HAND, property_stands),
        discloses=Disclosure(),
        group=GROUP,
    ),
]

DUTIES = [
    DutyRule(
        name="assets.release-what-may-not-be-held",
        label="解除对不得执行财产的控制",
        holder=Power.OFFICER,
        opens_on=(PropertyRuledOut, PropertyExempted),
        when=_must_be_released,
        # 及时: the article has no figure; three days are ours, until a norm says otherwise (docs/law-to-confirm.md).
        limits=(Limit(within(days(3)), RELEASES),),
        closes_on=(ControlReleased,),
        matches=_released,
    ),
]
