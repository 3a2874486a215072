"""Rules of holding property: the ruling, its place in line, its term, what is left for living, how much is enough.

State is asked as it stands, whatever day is written on the ruling: an earlier day opens no second control.
"""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.control import (
    Controlled,
    ControlReleased,
    ControlRenewed,
    DepositTransferred,
    Manner,
    Rank,
)
from zhixing.assets.kinds import Family, PropertyKind, family
from zhixing.assets.questions.control import holds, in_force_still, meter, secured_sum
from zhixing.assets.questions.found import held_as
from zhixing.assets.rules.guards import held_here, meant, property_stands
from zhixing.assets.rules.lining_up import LINE, rank_fits
from zhixing.assets.rules.offering import MONEY, offered
from zhixing.assets.rules.third_debt_guards import third_party_under_ruling
from zhixing.cases.acts.filing import CaseType, TitleRecorded
from zhixing.cases.questions import case_type
from zhixing.cases.rules.guards import HELD_IN_HAND, IN_HAND
from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.control_terms import LAPSES, TERMS, last_day
from zhixing.law.money import show
from zhixing.law.texts import say
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

GROUP = "财产控制"
HANDLERS = (Power.OFFICER, Power.JUDGE)
FREEZES = cite("民诉法", 253)
SEIZES = cite("民诉法", 255)
WITHHOLDS = cite("民诉法", 254)
RULING = cite("查扣冻规定", 1)
PRESERVES = cite("民诉法", 106)
EXEMPT = cite("查扣冻规定", 3)
ENOUGH = cite("查扣冻规定", 19)

# In what manner each family of property is held, the usual one first.
FITS = {
    Family.MONEY: (Manner.FROZEN,),
    Family.RIGHT: (Manner.FROZEN, Manner.SEALED),
    Family.MOVABLE: (Manner.SEALED, Manner.DETAINED),
    Family.IMMOVABLE: (Manner.SEALED,),
}
# What may be an income: it is also withheld, by whoever pays it.
INCOME = (PropertyKind.OTHER_FUNDS, PropertyKind.DIVIDENDS)


def _ways(kind: PropertyKind) -> tuple[Manner, ...]:
    return (*FITS[family(kind)], *((Manner.WITHHELD,) if kind in INCOME else ()))


@guard("控制方式与财产种类相符", FREEZES, SEIZES, WITHHOLDS, on_act=True)
def manner_fits(asked: Asked) -> Objection | None:
    """Deposits are frozen, incomes withheld, movables sealed or detained, land and houses sealed, other rights frozen."""
    act, found = asked.the(Controlled), meant(asked)
    if found is None or act.manner in _ways(found.kind):
        return None
    return Objection(
        say("“{kind}”不以{manner}的方式控制", kind=found.kind.label, manner=act.manner.label),
        say("请选择：{ways}", ways="、".join(each.label for each in _ways(found.kind))),
    )


@guard("扣留收入写明支付的单位", WITHHOLDS, on_act=True)
def payer_named(asked: Asked) -> Objection | None:
    """An income is withheld by whoever pays it, so that one is told to."""
    act = asked.the(Controlled)
    if act.manner is not Manner.WITHHELD or act.assisted_by.strip():
        return None
    return Objection(
        say("扣留收入，没有写明支付收入的单位"), say("请在“协助执行单位”中填写被执行人所在单位、银行等")
    )


@guard("不是不得查封、扣押、冻结的财产", EXEMPT, on_act=True)
def not_exempt(asked: Asked) -> Objection | None:
    """What the law leaves to the debtor is not held; where a part is left, only the rest."""
    act, found = asked.the(Controlled), meant(asked)
    if found is None:
        return None
    if found.exempt is not None:
        return Objection(
            say(
                "该财产已于 {on} 认定不得执行：{ground}",
                on=found.exempt.on,
                ground=found.exempt.act.ground.label,
            ),
            say("不得控制；认定的条件变化的，先作“认定可以执行”"),
        )
    value = found.found.act.value
    if found.kept and value is not None and (act.amount or value) > value - found.kept:
        return Objection(
            say("其中 {kept} 元已为被执行人保留", kept=show(found.kept)),
            say("控制的价值请不超过 {rest} 元", rest=show(max(0, value - found.kept))),
        )
    return None


@guard("保全只控制，不划拨", PRESERVES)
def not_preserved_only(asked: Asked) -> Objection | None:
    """Before enforcement property is held and nothing of it is taken."""
    if case_type(asked.dossier) is not CaseType.PRESERVATION:
        return None
    return Objection(say("本案是财产保全案件"), say("进入执行、接续控制以后，由执行案件划拨"))


@guard("有裁定或者执行依据", RULING)
def ordered(asked: Asked) -> Objection | None:
    """In a preservation nothing is held before it was ordered; where a court transferred its ruling, that is the title."""
    if case_type(asked.dossier) is not CaseType.PRESERVATION or asked.dossier.first(TitleRecorded):
        return None
    if secured_sum(asked.dossier, asked.on):
        return None
    return Objection(say("还没有裁定保全，或者裁定已经撤销"), say("请先就保全申请作出裁定"))


@guard("同一财产在本案没有控制", RULING, on_act=True)
def not_held_yet(asked: Asked) -> Objection | None:
    """One thing is held once in one case: a running term is renewed, a waiting control waits."""
    found = meant(asked)
    if found is None:
        return None
    for each in holds(asked.dossier, date.max):
        if each.thing == found.seq and each.stands(asked.on):
            return Objection(
                say("该财产已由第 {seq} 条{manner}", seq=each.seq, manner=each.manner.label),
                say("需要延长的，请续行；扩大范围的，请更正"),
                (ControlRenewed,),
            )
    return None


@guard("期限不超过法定最长期限", TERMS, LAPSES, on_act=True)
def within_term(asked: Asked) -> Objection | None:
    """A control in force has a last day within the term of its kind; one that waits has none yet."""
    act, found = asked.the(Controlled), meant(asked)
    if found is None:
        return None
    if act.rank is Rank.WAITING:
        if act.until is None:
            return None
        return Objection(say("轮候的控制尚未生效，没有届满日"), say("请把届满日留空：生效时自动起算"))
    if act.until is None:
        return Objection(say("没有填写届满日"), say("请填写；逾期未续行的效力消灭"))
    answer = last_day(held_as(found.kind), asked.on, since=asked.on)
    if isinstance(answer, Undetermined):
        return Objection(answer.missing[0], say("请核对日期"))
    if asked.on <= act.until <= answer.value:
        return None
    return Objection(answer.because[-1], say("请填写不晚于 {day} 的届满日", day=answer.value))


@guard("为自然人保留了必需的生活费用", EXEMPT, on_act=True)
def living_kept(asked: Asked) -> Objection | None:
    """A deposit or an income is frozen with what is kept for living, computed, or with the reason why nothing is."""
    act, found = asked.the(Controlled), meant(asked)
    if found is None or family(found.kind) is not Family.MONEY:
        return None
    if act.living is None:
        if act.living_not_kept.strip():
            return None
        return Objection(
            say("冻结存款、资金，没有写明为被执行人及其所扶养家属保留的生活费用"),
            say("请填写人数、标准和月数；不需保留的（如被执行人为法人）写明理由"),
        )
    if min(act.living.people, act.living.monthly, act.living.months) <= 0:
        return Objection(say("生活费用的人数、标准、月数须大于零"), say("请核对；不需保留的，写明理由"))
    value = found.found.act.value
    if value is not None and (act.amount or value) + act.living.amount > value:
        return Objection(
            say(
                "余额 {value} 元，须保留 {kept} 元生活费用",
                value=show(value),
                kept=show(act.living.amount),
            ),
            say("冻结金额请不超过 {most} 元", most=show(max(0, value - act.living.amount))),
        )
    return None


@guard("不明显超标的额", ENOUGH, on_act=True)
def not_excessive(asked: Asked) -> Objection | None:
    """What is already held does not cover the debt; the whole stays near it, unless the thing is indivisible and that is said."""
    act, found = asked.the(Controlled), meant(asked)
    if found is None or act.rank is Rank.WAITING:
        return None
    answer = meter(asked.dossier, asked.on, as_it_stands=True)
    if isinstance(answer, Undetermined):
        return None  # the title leaves the sum open; the page of property says so beside the control
    scale, value = answer.value, act.amount if act.amount is not None else found.found.act.value
    if value is None:
        return Objection(
            say("不知道该财产的价值，无法与债权比较"),
            say("请填写控制的价值（估值即可），或更正查明财产的估计价值"),
        )
    if scale.held >= scale.wanted:
        return Objection(
            say(
                "在控财产价值 {held} 元，已足以清偿 {wanted} 元（含执行费用）",
                held=show(scale.held),
                wanted=show(scale.wanted),
            ),
            say("不再控制其他财产；确需替换的，先解除其中一项"),
            (ControlReleased,),
        )
    if scale.held + value <= scale.bound or (act.whole.strip() and not found.found.act.divisible):
        return None
    return Objection(
        say(
            "控制后共 {total} 元，超过债权及费用 {wanted} 元",
            total=show(scale.held + value),
            wanted=show(scale.wanted),
        ),
        say(
            "可以分割的，只控制其中 {rest} 元；不可分割又没有其他足额财产的，在“不可分的说明”中写明",
            rest=show(scale.wanted - scale.held),
        ),
    )


@guard("划拨的是本案冻结的款项，且不超过冻结金额", FREEZES, on_act=True)
def transfers_what_is_frozen(asked: Asked) -> Objection | None:
    """Only money, and not more than is frozen here; an income is taken with its own ruling and need not be frozen first."""
    act, found = asked.the(DepositTransferred), meant(asked)
    if found is None:
        return None
    if family(found.kind) is not Family.MONEY:
        return Objection(say("该财产不是存款、资金或收入"), say("其他财产请依法变价"))
    held = in_force_still(asked.dossier, found.seq, asked.on)
    if held is None or held.amount is None:
        return None
    taken = sum(
        each.act.amount
        for each in asked.dossier.of(DepositTransferred)
        if each.act.property == found.seq and each.on >= held.since and not each.act.why_not.strip()
    )
    if act.amount <= held.amount - taken:
        return None
    return Objection(
        say("本案冻结 {amount} 元，已划拨 {taken} 元", amount=show(held.amount), taken=show(taken)),
        say("划拨金额请不超过冻结的余额"),
    )


RULES = [
    ActRule(
        act=Controlled,
        label="裁定查封、扣押、冻结",
        basis=(FREEZES, WITHHOLDS, SEIZES, RULING),
        by=HANDLERS,
        approved_by=Power.JUDGE,
        coerces=True,
        purpose="控制被执行人的财产，防止转移；以足额清偿为限，为生活必需留出",
        guards=(
            *HELD_IN_HAND,
            ordered,
            property_stands,
            third_party_under_ruling,
            manner_fits,
            payer_named,
            not_exempt,
            not_held_yet,
            rank_fits,
            within_term,
            living_kept,
            not_excessive,
            offered(not_held_yet),
        ),
        needs=(LINE,),
        sends=("control-ordered",),
        discloses=Disclosure(sms="assets.controlled"),
        document="查封、扣押、冻结裁定书",
        group=GROUP,
    ),
    ActRule(
        act=DepositTransferred,
        label="划拨、提取",
        basis=(FREEZES, WITHHOLDS),
        by=HANDLERS,
        approved_by=Power.DIRECTOR,
        coerces=True,
        purpose="把被执行人的存款、收入划入案款专户",
        guards=(
            *IN_HAND,
            not_preserved_only,
            property_stands,
            held_here,
            transfers_what_is_frozen,
            offered(MONEY, held_here),
        ),
        discloses=Disclosure(sms="assets.deposit_transferred"),
        document="划拨、提取裁定书",
        group=GROUP,
    ),
]
