"""Whether an act about a property can be done to any property of the case: asked before it says which, so as to offer it then.

The conditions are the act's own guards that look at the property and not at the rest of its content; with an act they are asked
of the property that it names, and this guard stands aside.
"""

from __future__ import annotations

from collections.abc import Callable

from zhixing.assets.acts.delivery import EvictionNoticed, RegistryServed, TransferRuled
from zhixing.assets.acts.found import FoundBy, PropertyFound
from zhixing.assets.acts.valuation import PriceReportReceived
from zhixing.assets.kinds import Family, family
from zhixing.assets.questions.sale import about
from zhixing.assets.rules.guards import meant, property_stands
from zhixing.assets.rules.price_guards import current
from zhixing.assets.rules.sale_guards import state
from zhixing.assets.rules.third_debt_guards import DEBTS
from zhixing.law.citations import cite
from zhixing.law.texts import Text, say
from zhixing.record.act import Act
from zhixing.record.rule import Asked, Guard, Objection, guard

SELLS = cite("民诉法", 255)


class SomeThing(Act, frozen=True, kw_only=True, tag="assets.some_thing"):
    """有待办理的财产: stands for any act about a property while its content is unknown; never entered."""

    property: int


def offered(*conditions: Guard) -> Guard:
    """The guard that some property of the case meets all these conditions; one that is found and stands must do so anyhow."""

    @guard("有可以这样办理的财产", SELLS)
    def some_property_fits(asked: Asked) -> Objection | None:
        if asked.act is not None:
            return None
        nearest: tuple[int, Objection] | None = None
        for thing in asked.dossier.of(PropertyFound):
            met, objection = _first_objection(asked, thing.seq, (property_stands, *conditions))
            if objection is None:
                return None
            if nearest is None or met >= nearest[0]:
                told = Objection(
                    say("{name}：{facts}", name=thing.act.name, facts=objection.facts),
                    objection.way_out,
                    objection.opens,
                )
                nearest = met, told
        return nearest[1] if nearest else None  # without property: `something-to-name` says so

    return some_property_fits


def _first_objection(asked: Asked, thing: int, conditions: tuple[Guard, ...]) -> tuple[int, Objection | None]:
    """How many conditions it meets, in their order, and what stands against the next."""
    probe = Asked(asked.dossier, asked.on, asked.by, SomeThing(property=thing), asked.facts)
    for met, each in enumerate(conditions):
        objection = each.check(probe)
        if objection is not None:
            return met, objection
    return len(conditions), None


def _such(so: Callable[[Asked], bool], facts: Text, way_out: Text, *opens: type[Act]) -> Guard:
    """A condition that is asked nowhere else than before the content is known."""

    @guard("该财产已到这一步", SELLS)
    def got_there(asked: Asked) -> Objection | None:
        return None if so(asked) else Objection(facts, way_out, opens)

    return got_there


def _kind(asked: Asked, *families: Family) -> bool:
    found = meant(asked)
    return found is not None and family(found.kind) in families


def _to_be_paid(asked: Asked) -> bool:
    found = state(asked)
    return found is not None and found.done and found.settled


def _to_be_ruled(asked: Asked) -> bool:
    found = state(asked)
    return found is not None and _to_be_paid(asked) and found.ruling is None


def _to_be_served(asked: Asked) -> bool:
    found = state(asked)
    ruled = found is not None and (found.ruling is not None or found.taken is not None)
    return found is not None and ruled and _to_be_paid(asked) and found.served is None


def _to_be_handed_over(asked: Asked) -> bool:
    found = state(asked)
    return found is not None and found.served is not None and found.handed is None


def _registry_waits(asked: Asked) -> bool:
    found = meant(asked)
    if found is None:
        return False
    then = asked.dossier.as_of(asked.on)
    ruled = about(then, TransferRuled, found.seq)
    return bool(ruled and ruled[-1].act.registry.strip()) and not about(then, RegistryServed, found.seq)


def _time_to_leave_over(asked: Asked) -> bool:
    found = meant(asked)
    noticed = about(asked.dossier.as_of(asked.on), EvictionNoticed, found.seq) if found else []
    return bool(noticed) and noticed[-1].act.until < asked.on


def _may_be_managed(asked: Asked) -> bool:
    found = state(asked)
    return found is not None and (found.ruled is None or any(each.unsold for each in found.offers))


def _price_came(asked: Asked) -> bool:
    found = current(asked)
    return found is not None and found.report is not None and not found.redone and found.fixed is None


def _report_to_send(asked: Asked) -> bool:
    found = current(asked)
    return found is not None and found.report is not None and found.sent is None


def _told_by_network(asked: Asked) -> bool:
    found = meant(asked)
    return found is not None and found.found.act.found_by is FoundBy.NETWORK


CHECK_THE_STEP = say("请先办完前一步，见“变价”页")
NO_MONEY = _such(
    lambda asked: not _kind(asked, Family.MONEY), say("存款、资金不必变价"), say("请直接划拨、提取")
)
MONEY = _such(
    lambda asked: _kind(asked, Family.MONEY), say("不是存款、资金或收入"), say("其他财产请依法变价")
)
IMMOVABLE = _such(lambda asked: _kind(asked, Family.IMMOVABLE), say("不是房屋、土地"), say("动产请直接移交"))
OWED_BY_OTHERS = _such(
    lambda asked: (found := meant(asked)) is not None and found.kind in DEBTS,
    say("不是被执行人对他人的债权"),
    say("请先录入查明的债权"),
    PropertyFound,
)
TOLD_BY_NETWORK = _such(_told_by_network, say("不是网络查询查明的"), say("网络反馈的财产才可以请原单位再查"))
TO_BE_RULED = _such(_to_be_ruled, say("没有已付清价款而待裁定的成交"), CHECK_THE_STEP)
TO_BE_SERVED = _such(_to_be_served, say("没有待送达的成交、抵债裁定"), CHECK_THE_STEP)
TO_BE_HANDED_OVER = _such(_to_be_handed_over, say("成交、抵债裁定还没有送达，或者已经移交"), CHECK_THE_STEP)
REGISTRY_WAITS = _such(_registry_waits, say("没有待送达登记机关的裁定"), CHECK_THE_STEP)
TIME_TO_LEAVE_OVER = _such(
    _time_to_leave_over, say("没有责令迁出，或者迁出期限未满"), say("请先由院长签发公告"), EvictionNoticed
)
MAY_BE_MANAGED = _such(_may_be_managed, say("变价还没有结果"), say("流拍、变卖不成后再交付管理"))
REPORT_TO_SEND = _such(
    _report_to_send, say("没有待发送的定价报告"), say("请先录入定价结果"), PriceReportReceived
)
PRICE_CAME = _such(_price_came, say("没有待确定的定价结果"), say("请先录入定价结果"), PriceReportReceived)
