"""Rules of delivery: the transfer ruling, its service, handing over, and clearing a house with notice and grace.

The grace of a home that is sold runs from the ruling on the sale or the debt; of a home that the title itself orders to be handed
over, from the service of the enforcement notice.
"""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.auction import PurchasePricePaid
from zhixing.assets.acts.delivery import (
    Evicted,
    EvictionNoticed,
    MeasureKind,
    OccupantKind,
    OtherMeasureTaken,
    PropertyHandedOver,
    TransferRuled,
    TransferRulingServed,
)
from zhixing.assets.kinds import Family, family
from zhixing.assets.questions.sale import Sale, about
from zhixing.assets.rules.guards import meant, parties_fit, property_stands
from zhixing.assets.rules.offering import (
    IMMOVABLE,
    TIME_TO_LEAVE_OVER,
    TO_BE_HANDED_OVER,
    TO_BE_RULED,
    TO_BE_SERVED,
    offered,
)
from zhixing.assets.rules.sale_guards import (
    FOUND_HERE,
    GROUP,
    HANDLERS,
    HELPED_BY,
    HELPED_HAND,
    SOLD_BY,
    TEAM,
    state,
)
from zhixing.cases.acts.filing import ClaimKind, ClaimRecorded
from zhixing.cases.rules.guards import not_paused
from zhixing.law.citations import cite
from zhixing.law.disposal import (
    HANDED_OVER_WITHIN,
    HOME,
    HOME_GRACE,
    MORTGAGED_HOME,
    MORTGAGED_HOME_GRACE,
    RULED_WITHIN,
)
from zhixing.law.periods import shifted
from zhixing.law.texts import say
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

PASSES = cite("拍卖变卖规定", 26)
CLEARS = cite("民诉法", 261)
HANDS_OVER = cite("民诉法", 260)
DOES_IT = cite("民诉法", 263)
ONLINE_PASSES = cite("网拍规定", 22, paragraph=2)


@guard("价款或者差额已经全额交付", RULED_WITHIN, on_act=True)
def fully_paid(asked: Asked) -> Objection | None:
    """The ruling that lets a property pass follows the whole price."""
    act, found = asked.the(TransferRuled), state(asked)
    if found is None or not found.done:
        return Objection(say("该财产没有成交，也没有抵债"), say("请核对财产"))
    if not act.ruling.strip():
        return Objection(say("没有填写裁定书文号"), say("请先作出裁定书，填写文号后再办"))
    if found.settled:
        return None
    return Objection(say("价款还没有付清"), say("全额到账后再裁定"), (PurchasePricePaid,))


@guard("送达买受人、承受人", PASSES, ONLINE_PASSES, on_act=True)
def served_on_buyer(asked: Asked) -> Objection | None:
    """The ruling is made before it is served, and on whoever bought: on that day the property passes."""
    act, found = asked.the(TransferRulingServed), state(asked)
    if found is None or (found.ruling is None and found.taken is None):
        return Objection(say("还没有成交、抵债裁定"), say("请先裁定"), (TransferRuled,))
    if not found.settled:
        return Objection(say("价款或者差额还没有付清"), say("全额到账后再送达裁定"), (PurchasePricePaid,))
    if found.served is not None:
        return Objection(say("裁定已于 {on} 送达", on=found.served.on), say("不必再次送达"))
    if act.to == found.buyer:
        return None
    return Objection(say("受送达人不是买受人、承受人"), say("请选择买受人、承受人"))


@guard("裁定已经送达，财产归买受人", HANDED_OVER_WITHIN, PASSES, on_act=True)
def passed_to_buyer(asked: Asked) -> Objection | None:
    """Nothing is handed over before the ruling was served, and only to whom it passed."""
    act, found = asked.the(PropertyHandedOver), state(asked)
    if found is None or found.served is None:
        return Objection(say("成交、抵债裁定还没有送达"), say("请先送达裁定"), (TransferRulingServed,))
    if found.handed is not None:
        return Objection(say("财产已于 {on} 移交", on=found.handed.on), say("不必再次移交"))
    if act.to == found.buyer:
        return None
    return Objection(say("接收人不是买受人、承受人"), say("请选择买受人、承受人"))


@guard("是已经变价的房屋、土地", CLEARS, on_act=True)
def land_was_sold(asked: Asked) -> Objection | None:
    """Only a house or land is cleared, once somebody bought it or it was ruled to be sold."""
    found, thing = state(asked), meant(asked)
    if thing is None or found is None:
        return None
    if family(thing.kind) is not Family.IMMOVABLE:
        return Objection(say("该财产不是房屋、土地"), say("动产请直接移交"), (PropertyHandedOver,))
    if found.ruled is not None or found.taken is not None:
        return None
    return Objection(say("该财产还没有裁定拍卖、变卖或者抵债"), say("请先裁定"))


def grace_from(found: Sale) -> date | None:
    """The day of the ruling from which the grace of a home runs."""
    entry = found.ruled or found.taken
    return entry.on if entry else None


@guard("居住房屋的宽限期已给足", MORTGAGED_HOME, HOME, on_act=True)
def grace_given(asked: Asked) -> Objection | None:
    """A mortgaged home is left for six months, a sole home for three, before anybody must go."""
    act, found = asked.the(EvictionNoticed), state(asked)
    grace = {
        OccupantKind.MORTGAGED_HOME: MORTGAGED_HOME_GRACE,
        OccupantKind.ONLY_HOME: HOME_GRACE,
    }.get(act.occupant)
    if act.until <= asked.on:
        return Objection(say("迁出期限 {until} 不在公告之后", until=act.until), say("请给予合理的期间"))
    since = grace_from(found) if found else None
    if grace is None or since is None:
        return None
    first = shifted(since, grace)
    if act.until >= first:
        return None
    return Objection(
        say("自 {since} 裁定起应给予{grace}的宽限期", since=since, grace=grace),
        say("迁出期限请不早于 {first}", first=first),
    )


@guard("公告的迁出期限已过", CLEARS, on_act=True)
def time_to_leave_over(asked: Asked) -> Objection | None:
    """Force follows a notice of the president whose day has passed."""
    noticed = about(asked.dossier.as_of(asked.on), EvictionNoticed, asked.the(Evicted).property)
    if not noticed:
        return Objection(say("还没有责令迁出的公告"), say("请先由院长签发公告"), (EvictionNoticed,))
    until = noticed[-1].act.until
    if asked.on > until:
        return None
    return Objection(say("迁出期限至 {until}", until=until), say("期满后仍不迁出的，再强制执行"))


@guard("到场的人和财物的处置写明", CLEARS, on_act=True)
def eviction_recorded(asked: Asked) -> Objection | None:
    """Who was present and what became of the belongings stands in the minutes."""
    act = asked.the(Evicted)
    if act.present.strip() and act.belongings.strip():
        return None
    return Objection(say("没有写明到场的人或者财物的处置"), say("请如实写明；拒不到场的写明经过"))


@guard("措施有依据，实施的内容和结果写明", HANDS_OVER, DOES_IT, on_act=True)
def measure_described(asked: Asked) -> Objection | None:
    """The ruling, what was done, and what came of it are written; delivery and a duty done by another name what was owed."""
    act = asked.the(OtherMeasureTaken)
    if not (act.ruling.strip() and act.what.strip() and act.result.strip()):
        return Objection(say("没有写明文号、实施的内容或者结果"), say("请如实写明"))
    owed = {
        each.seq
        for each in asked.dossier.as_of(asked.on).of(ClaimRecorded)
        if each.act.kind is not ClaimKind.MONEY
    }
    if act.kind not in (MeasureKind.DELIVERY, MeasureKind.SUBSTITUTE) or act.claim in owed:
        return None
    return Objection(
        say("没有选择交付财物或者行为的请求事项"),
        say("请选择法律文书指定交付或者履行的请求事项"),
        (ClaimRecorded,),
    )


RULES = [
    ActRule(
        act=TransferRuled,
        label="裁定成交过户",
        basis=(RULED_WITHIN, PASSES, cite("民诉法解释", 491)),
        by=HANDLERS,
        approved_by=Power.JUDGE,
        coerces=True,
        purpose="价款付清后裁定成交，十日内送达；需要登记的通知登记机关过户",
        guards=(*SOLD_BY, fully_paid, offered(TO_BE_RULED)),
        discloses=Disclosure(sms="assets.transfer_ruled"),
        document="拍卖成交裁定书",
        group=GROUP,
    ),
    ActRule(
        act=TransferRulingServed,
        label="送达成交、抵债裁定",
        basis=(RULED_WITHIN, PASSES, ONLINE_PASSES),
        by=TEAM,
        purpose="裁定送达买受人、承受人之日，财产权转移",
        guards=(*SOLD_BY, served_on_buyer, offered(TO_BE_SERVED)),
        discloses=Disclosure(sms="assets.transfer_ruling_served"),
        document="送达回证",
        group=GROUP,
    ),
    ActRule(
        act=PropertyHandedOver,
        label="移交财产",
        basis=(HANDED_OVER_WITHIN,),
        by=(*TEAM, Power.BAILIFF),
        purpose="裁定送达后十五日内把财产移交买受人、承受人",
        guards=(*HELPED_BY, passed_to_buyer, offered(TO_BE_HANDED_OVER)),
        discloses=Disclosure(sms="assets.property_handed_over"),
        document="财产移交笔录",
        group=GROUP,
    ),
    ActRule(
        act=OtherMeasureTaken,
        label="采取其他强制措施",
        basis=(HANDS_OVER, cite("民诉法", 262), DOES_IT),
        by=(*HANDLERS, Power.BAILIFF),
        approved_by=Power.JUDGE,
        coerces=True,
        purpose="强制交付、代为履行、转移证照等；另行录入交付或者履行的结果",
        guards=(*HELPED_HAND, not_paused, parties_fit, measure_described),
        discloses=Disclosure(sms="assets.other_measure_taken"),
        document="强制措施笔录",
        group="强制措施",
    ),
    ActRule(
        act=EvictionNoticed,
        label="责令迁出公告",
        basis=(CLEARS, MORTGAGED_HOME),
        by=HANDLERS,
        approved_by=Power.PRESIDENT,
        coerces=True,
        purpose="由院长签发公告，责令占有人在指定期间迁出",
        guards=(*FOUND_HERE, not_paused, land_was_sold, grace_given, offered(IMMOVABLE, land_was_sold)),
        discloses=Disclosure(public=True, sms="assets.eviction_noticed"),
        document="责令迁出公告",
        group=GROUP,
    ),
    ActRule(
        act=Evicted,
        label="强制迁出",
        basis=(CLEARS,),
        by=(*HANDLERS, Power.BAILIFF),
        approved_by=Power.DIRECTOR,
        coerces=True,
        purpose="逾期不迁出的强制执行，搬出的财物清点交付",
        guards=(
            *HELPED_HAND,
            property_stands,
            not_paused,
            land_was_sold,
            time_to_leave_over,
            eviction_recorded,
            offered(IMMOVABLE, land_was_sold, TIME_TO_LEAVE_OVER),
        ),
        discloses=Disclosure(),
        document="强制迁出笔录",
        group=GROUP,
    ),
]
