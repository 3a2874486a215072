"""The order to assist reaches the registry in five days of the ruling that a sold thing passes (执行期限规定 8; 民诉法 262).

The five days and their article are from memory; counted from the ruling, whose second page is the order.
"""

from __future__ import annotations

from zhixing.assets.acts.delivery import RegistryServed, TransferRuled
from zhixing.assets.questions.sale import about
from zhixing.assets.rules.offering import REGISTRY_WAITS, offered
from zhixing.assets.rules.sale_guards import GROUP, SOLD_BY, TEAM
from zhixing.law.citations import cite
from zhixing.law.periods import days
from zhixing.law.texts import say
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duty import DutyRule, Limit, within
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

FIVE_DAYS = cite("执行期限规定", 8)  # from memory
PAPERS_CHANGE = cite("民诉法", 262)


@guard("裁定须由登记机关协助过户，尚未送达", FIVE_DAYS, PAPERS_CHANGE, on_act=True)
def registry_to_serve(asked: Asked) -> Objection | None:
    """The ruling names a registry, which is served once, by somebody who signed there."""
    act = asked.the(RegistryServed)
    ruled = about(asked.dossier.as_of(asked.on), TransferRuled, act.property)
    if not ruled or not ruled[-1].act.registry.strip():
        return Objection(
            say("没有须由登记机关协助过户的裁定"), say("请先裁定成交过户，写明登记机关"), (TransferRuled,)
        )
    served = about(asked.dossier, RegistryServed, act.property)
    if served:
        return Objection(say("已于 {on} 送达登记机关", on=served[-1].on), say("不必再次送达"))
    if act.received_by.strip():
        return None
    return Objection(say("没有写明签收人"), say("请写明登记机关由谁签收"))


RULES = [
    ActRule(
        act=RegistryServed,
        label="向登记机关送达协助执行通知书",
        basis=(FIVE_DAYS, PAPERS_CHANGE),
        by=TEAM,
        purpose="把裁定和协助执行通知书送达登记机关，办理过户和证照转移",
        guards=(*SOLD_BY, registry_to_serve, offered(REGISTRY_WAITS)),
        discloses=Disclosure(),
        document="送达回证",
        group=GROUP,
    )
]


def _registered(_dossier: Dossier, entry: Entry[Act]) -> bool:
    return isinstance(entry.act, TransferRuled) and bool(entry.act.registry.strip())


def _same_thing(_dossier: Dossier, opening: Entry[Act], closing: Entry[Act]) -> bool:
    return getattr(opening.act, "property", None) == getattr(closing.act, "property", None)


DUTIES = [
    DutyRule(
        name="assets.tell-registry",
        label="向登记机关送达协助执行通知书",
        holder=TEAM[0],
        opens_on=(TransferRuled,),
        when=_registered,
        limits=(Limit(within(days(5)), FIVE_DAYS, text="裁定后五日"),),
        closes_on=(RegistryServed,),
        matches=_same_thing,
    )
]
