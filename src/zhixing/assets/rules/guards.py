"""Guards that acts of many topics of property share: which property is meant, and that it stands."""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.auction import SaleRuled
from zhixing.assets.acts.control import Controlled
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.questions.found import Asset, asset
from zhixing.assets.questions.priority import given_away, may_dispose_still
from zhixing.assets.questions.sale import sale
from zhixing.law.citations import cite
from zhixing.law.texts import say
from zhixing.parties.questions import parties_of
from zhixing.record.fields import fields
from zhixing.record.rule import Asked, Objection, guard

DEBTORS_OWN = cite("查扣冻规定", 2)
NOT_SOLD = cite("查扣冻规定", 4)


def meant(asked: Asked) -> Asset | None:
    """The property that the act names by its number, as it stands whatever day is written; None when none was found by then."""
    seq = getattr(asked.act, "property", None)
    return asset(asked.dossier, seq, asked.on, as_it_stands=True) if isinstance(seq, int) else None


@guard("财产已查明，并属于被执行人", DEBTORS_OWN, on_act=True)
def property_stands(asked: Asked) -> Objection | None:
    """The act names a property found in this dossier that was not ruled out."""
    found = meant(asked)
    if found is None:
        return Objection(
            say("本案没有这一项已查明的财产"), say("请先录入查明财产，再选择它"), (PropertyFound,)
        )
    if found.ruled_out is None:
        return None
    return Objection(
        say("该财产已于 {on} 排除：{ground}", on=found.ruled_out.on, ground=found.ruled_out.act.ground.label),
        say("排除有误的，请更正该条记录；否则不得对其采取措施"),
    )


@guard("所填当事人的地位相符", DEBTORS_OWN, on_act=True)
def parties_fit(asked: Asked) -> Objection | None:
    """Whoever an act names in a field for a role takes part in that role."""
    if asked.act is None:
        return None
    roles: dict[int, set[str]] = {}
    for each in parties_of(asked.dossier, None, asked.on):
        roles.setdefault(each.party, set()).add(str(each.role.value))
    for field in fields(type(asked.act)):
        value = getattr(asked.act, field.name)
        named = value if isinstance(value, tuple) else (value,)
        if field.roles and any(
            each is not None and not roles.get(each, set()) & set(field.roles) for each in named
        ):
            return Objection(
                say("“{field}”所填的人在本案不是这一地位", field=field.label),
                say("请从本案该地位的当事人中选择"),
            )
    return None


def lot(asked: Asked) -> list[Asset]:
    """Everything the act is about: the property it names, and what is ruled to be sold together with it."""
    first = meant(asked)
    if first is None:
        return []
    act = asked.act
    if isinstance(act, SaleRuled):
        numbers = (first.seq, *act.together)
    else:
        state = sale(asked.dossier, first.seq, asked.on)
        numbers = state.things if state.lead == first.seq else (first.seq,)
    return [found for each in numbers if (found := asset(asked.dossier, each, asked.on)) is not None]


@guard("财产在本案控制之下", cite("民诉法", 255), on_act=True)
def held_here(asked: Asked) -> Objection | None:
    """What is valued or sold is held by this case and its right to sell not given away, or that right was obtained."""
    found = next((each for each in lot(asked) if not _disposable(asked, each.seq)), None)
    if found is None:
        return None
    given = given_away(asked.dossier, found.seq, date.max)
    if given is not None:
        return Objection(
            say("该财产的处置权已于 {on} 移送优先债权执行法院", on=given.on),
            say("由该院处置；本案债权参加分配"),
        )
    text = (
        say("本案没有对该财产的有效查封、扣押、冻结")
        if found.seq == getattr(asked.act, "property", None)
        else say("本案没有对“{name}”的有效查封、扣押、冻结", name=found.found.act.name)
    )
    return Objection(
        text,
        say("请先裁定控制；轮候的，待其生效，或商请首封法院移送处置权"),
        (Controlled,),
    )


def _disposable(asked: Asked, thing: int) -> bool:
    """Held that day and still, and its right to sell not given away, whatever day is written."""
    given = given_away(asked.dossier, thing, date.max)
    return given is None and may_dispose_still(asked.dossier, thing, asked.on)


@guard("不是被执行人生活必需的财产", NOT_SOLD, on_act=True)
def saleable(asked: Asked) -> Objection | None:
    """The necessary home may be held but not sold; what is exempt as a whole is neither."""
    found = next((each for each in lot(asked) if each.unsaleable is not None), None)
    if found is None or found.unsaleable is None:
        return None
    ground = found.unsaleable.act.ground
    return Objection(
        say("该财产已于 {on} 认定为{ground}", on=found.unsaleable.on, ground=ground.label),
        say("条件变化的（如申请执行人提供住房或同意扣除租金），先作“认定可以执行”"),
    )
