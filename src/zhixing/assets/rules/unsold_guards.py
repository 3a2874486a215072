"""Guards of what follows when no auction sold it: the creditors come first, prices keep their floor, nobody else is harmed."""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.auction import AuctionAnnounced, PropertySold, SaleRuled, SaleWay
from zhixing.assets.acts.sale import (
    CreditorsAsked,
    DebtOccasion,
    DirectSaleOffered,
    ManagementEnded,
    ManagementOrdered,
    PrivateSaleAnnounced,
    TakenForDebt,
)
from zhixing.assets.questions.lot import lot_thing
from zhixing.assets.questions.sale import Sale, about
from zhixing.assets.rules.guards import meant
from zhixing.assets.rules.sale_guards import (
    state,
    terms_of,
)
from zhixing.law.answers import Undetermined
from zhixing.law.citations import cite
from zhixing.law.disposal import (
    DIRECT_PRICE,
    DIRECT_SALE,
    NET_SALE,
    direct_floor,
    earliest_day,
    private_sale_terms,
)
from zhixing.law.money import show
from zhixing.law.periods import shifted
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.rule import Asked, Objection, guard

OLD_SALE = cite("拍卖变卖规定", 25)
FOR_DEBT = cite("拍卖变卖规定", 16)
BY_CONSENT = cite("民诉法解释", 489)
UNSALEABLE = cite("民诉法解释", 490)
GIVEN_BACK = cite("查扣冻规定", 28)


def rounds_over(asked: Asked, found: Sale) -> bool:
    """Whether the last auction that the law asks for found no buyer."""
    terms = terms_of(asked)
    if terms is None:
        return False
    return len(found.unsold) >= terms.rounds[lot_thing(asked.dossier, found, asked.on)]


@guard("法定次数的拍卖均已流拍", NET_SALE, OLD_SALE, on_act=True)
def auctions_exhausted(asked: Asked) -> Objection | None:
    """Private sale and the question who takes it for the debt follow the last auction."""
    found = state(asked)
    if found is None or rounds_over(asked, found):
        return None
    return Objection(
        say("已流拍 {count} 次，还应再次拍卖", count=len(found.unsold)),
        say("请先发布拍卖公告"),
        (AuctionAnnounced,),
    )


@guard("已询问抵债意愿，无人接受", NET_SALE, OLD_SALE, on_act=True)
def nobody_takes_it(asked: Asked) -> Objection | None:
    """The creditors come first: at the last reserve they may take it for the debt."""
    found, thing = state(asked), meant(asked)
    if found is None or thing is None or not found.unsold:
        return None
    last = found.unsold[-1].entry.seq
    answers = [
        each for each in about(asked.dossier.as_of(asked.on), CreditorsAsked, thing.seq) if each.seq > last
    ]
    if answers and answers[-1].act.accepts is None:
        return None
    if answers:
        return Objection(say("有债权人愿意接受抵债"), say("请办理以物抵债"), (TakenForDebt,))
    return Objection(say("还没有询问债权人是否接受抵债"), say("请先询问抵债意愿"), (CreditorsAsked,))


@guard("以最后一次流拍价变卖", NET_SALE, OLD_SALE, on_act=True)
def at_last_reserve(asked: Asked) -> Objection | None:
    """The price of the private sale is the last reserve: neither lower nor anew."""
    act, found = asked.the(PrivateSaleAnnounced), state(asked)
    if found is None or not found.unsold or act.price == found.unsold[-1].price:
        return None
    return Objection(
        say("最后一次流拍价为 {price} 元", price=show(found.unsold[-1].price)), say("变卖价请与之相同")
    )


@guard("变卖公告期足够", NET_SALE, on_act=True)
def sale_notice_long_enough(asked: Asked) -> Objection | None:
    """Online seven days for movables and fifteen for all else lie between the notice and the sale."""
    act, found = asked.the(PrivateSaleAnnounced), state(asked)
    if found is None or found.way is None:
        return None
    answer = private_sale_terms(found.way, asked.on)
    if isinstance(answer, Undetermined) or answer.value.notice is None:
        return None
    period = answer.value.notice[lot_thing(asked.dossier, found, asked.on)]
    first = earliest_day(asked.on, period)
    if act.starts >= first:
        return None
    return Objection(
        say("变卖日 {starts} 距公告不足{period}", starts=act.starts, period=period),
        say("变卖日请不早于 {first}", first=first),
    )


@guard("已裁定直接变卖", DIRECT_SALE, on_act=True)
def direct_ruled(asked: Asked) -> Objection | None:
    """A direct sale rests on its own ruling and ground."""
    found = state(asked)
    if found is not None and found.ruled is not None and found.ruled.act.way is SaleWay.DIRECT:
        return None
    return Objection(say("该财产没有裁定直接变卖"), say("请先裁定，方式选“直接变卖”"), (SaleRuled,))


@guard("变卖价不低于法定下限", DIRECT_PRICE, on_act=True)
def direct_floor_kept(asked: Asked) -> Objection | None:
    """Agreed or market price at least; an appraised price that failed may be lowered down to its half."""
    act, found = asked.the(DirectSaleOffered), state(asked)
    if found is None:
        return None
    failed = any(each.unsold is not None for each in found.offers)
    answer = direct_floor(act.basis.law, act.based_on, failed_before=failed)
    if act.price >= answer.value > 0:
        return None
    return Objection(answer.because[0], say("变卖价请不低于 {least} 元", least=show(max(1, answer.value))))


def _not_after_unsold(act: TakenForDebt, found: Sale) -> Objection | None:
    if not found.unsold:
        return Objection(say("该财产还没有流拍"), say("双方同意直接抵债的，请选择该情形并写明同意"))
    last = found.unsold[-1].price
    if act.price >= last:
        return None
    return Objection(
        say("流拍的保留价为 {price} 元", price=show(last)), say("以保留价抵债，抵债价请不低于该价")
    )


@guard("抵债符合所选的情形", FOR_DEBT, BY_CONSENT, UNSALEABLE, on_act=True)
def occasion_stands(asked: Asked) -> Objection | None:
    """After a failed sale at its reserve; with both sides' consent without one; or where it cannot be sold at all."""
    act, found = asked.the(TakenForDebt), state(asked)
    if found is None:
        return None
    if not act.ruling.strip():
        return Objection(say("没有填写裁定书文号"), say("请先作出裁定书，填写文号后再办"))
    if act.occasion is DebtOccasion.UNSOLD:
        return _not_after_unsold(act, found)
    if act.occasion is DebtOccasion.CONSENT and not act.agreed:
        return Objection(say("没有勾选双方当事人均已同意"), say("一方不同意的，先行拍卖"))
    return None


@guard("不损害其他债权人", BY_CONSENT, UNSALEABLE, FOR_DEBT, on_act=True)
def others_not_harmed(asked: Asked) -> Objection | None:
    """Who else has a claim on it, and why none is harmed, is written; the taker is a creditor of the case, or said to be one."""
    act = asked.the(TakenForDebt)
    if act.others.strip():
        return None
    return Objection(
        say("没有写明其他债权人的情况"), say("请写明有无其他执行债权人、优先权人，及其同意或不受损害的依据")
    )


@guard("差额有补交的期限", FOR_DEBT, on_act=True)
def difference_dated(asked: Asked) -> Objection | None:
    """What goes beyond the debt is paid by a day that is set; what a taker is owed is no more than the debt."""
    act = asked.the(TakenForDebt)
    if act.price <= act.debt or (act.pay_by is not None and act.pay_by >= asked.on):
        return None
    return Objection(
        say("抵债价超出 {amount} 元", amount=show(act.price - act.debt)), say("请填写补交差额的期限")
    )


@guard("承受人、被询问的人是本案当事人", FOR_DEBT, on_act=True)
def creditors_of_case(asked: Asked) -> Objection | None:
    """Only those who take part in the case are asked and take."""
    act = asked.act
    named: set[int] = set()
    if isinstance(act, TakenForDebt):
        named = {act.taker}
    elif isinstance(act, CreditorsAsked):
        named = {*act.to, *((act.accepts,) if act.accepts else ())}
    elif isinstance(act, ManagementOrdered):
        named = {act.manager}
    debtors = {part.party for part in parties_of(asked.dossier, Role.DEBTOR, asked.on)}
    members = {part.party for part in parties_of(asked.dossier, None, asked.on)} - debtors
    if named and named <= members:
        return None
    return Objection(say("所选的人不是本案的债权人"), say("其他执行债权人先以利害关系人录入，再选择"))


@guard("无法拍卖、变卖", UNSALEABLE, on_act=True)
def cannot_be_sold(asked: Asked) -> Objection | None:
    """Management follows sales that failed, or what the law does not let be sold."""
    found = state(asked)
    if found is None or found.unsold or any(each.unsold for each in found.offers):
        return None
    if asked.the(ManagementOrdered).terms.strip() and found.ruled is None:
        return None  # nothing was put on sale: why it cannot be stands in the terms
    return Objection(say("该财产的变价还没有结果"), say("流拍、变卖不成后再交付管理"))


@guard("强制管理尚未结束", UNSALEABLE, on_act=True)
def management_runs(asked: Asked) -> Objection | None:
    """What is ended was ordered and goes on."""
    number = asked.the(ManagementEnded).management
    then = asked.dossier.as_of(asked.on)
    over = {each.act.management for each in then.of(ManagementEnded)}
    if number not in over and any(each.seq == number for each in then.of(ManagementOrdered)):
        return None
    return Objection(say("没有这一项进行中的强制管理"), say("请核对"))


@guard("变价的各种方式均已不成", GIVEN_BACK, OLD_SALE, on_act=True)
def all_failed(asked: Asked) -> Objection | None:
    """Nobody bought privately, and nobody takes it for the debt; movables of an auction house go back after two auctions."""
    found, thing = state(asked), meant(asked)
    if found is None or thing is None:
        return None
    if found.done or found.offer is None or found.offer.unsold is None:
        return Objection(say("该财产还在变价，或者已经成交、抵债"), say("变卖也不成后再办"), (PropertySold,))
    if found.offer.auction and not (rounds_over(asked, found) and _without_private_sale(found)):
        return Objection(say("还没有变卖"), say("请先发布变卖公告"), (PrivateSaleAnnounced,))
    if not found.offer.auction and isinstance(found.offer.entry.act, PrivateSaleAnnounced):
        last = _last_day(found, asked.on)
        if asked.on < last:
            return Objection(say("变卖期至 {last}", last=last), say("期满后再办"))
    return nobody_takes_it.check(asked)


def _without_private_sale(found: Sale) -> bool:
    """Movables that an auction house could not sell twice are not offered again (拍卖变卖规定 24)."""
    return found.way is not None and found.way.name == "TRADITIONAL" and len(found.unsold) == 2


def _last_day(found: Sale, on: date) -> date:
    offer = found.offer
    if offer is None or found.way is None:
        return on
    answer = private_sale_terms(found.way, offer.entry.on)
    return on if isinstance(answer, Undetermined) else shifted(offer.starts, answer.value.lasts)
