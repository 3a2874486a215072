"""Guards of several things to be sold, and of who buys first: what is sold together, when the rest is not, whose priority."""

from __future__ import annotations

from datetime import timedelta

from zhixing.assets.acts.auction import (
    AuctionAnnounced,
    PriorityBuyerConfirmed,
    PropertySold,
    SaleOfAllAgreed,
    SaleRuled,
    SaleWay,
    SaleWithdrawn,
)
from zhixing.assets.kinds import Family, family
from zhixing.assets.questions.found import asset
from zhixing.assets.questions.lot import Enough, all_may_be_sold, enough, must_go_on
from zhixing.assets.questions.sale import about, sale
from zhixing.assets.rules.sale_guards import TOGETHER, being_sold, state
from zhixing.cases.acts.panel import PanelDeliberated
from zhixing.law.citations import cite
from zhixing.law.money import show
from zhixing.law.texts import say
from zhixing.parties.acts import PartyJoined
from zhixing.parties.questions import parties_of
from zhixing.record.rule import Asked, Objection, guard

STOPS = cite("拍卖变卖规定", 14)


@guard("合并拍卖的财产不可分，或者分别拍卖严重减损价值", TOGETHER, on_act=True)
def lot_fits(asked: Asked) -> Objection | None:
    """What is sold together is found, not on sale already, not money, and cannot well be parted; the reason is written."""
    act = asked.the(SaleRuled)
    if not act.together:
        return None
    if act.way is SaleWay.DIRECT:
        return Objection(say("直接变卖的财产分别办理"), say("合并处置的，请选择拍卖"))
    if len({act.property, *act.together}) <= len(act.together):
        return Objection(say("同一财产填写了两次"), say("请核对合并拍卖的财产"))
    for number in act.together:
        found = asset(asked.dossier, number, asked.on)
        if found is None or found.ruled_out is not None or family(found.kind) is Family.MONEY:
            return Objection(
                say("第 {seq} 条不是可以拍卖的已查明财产", seq=number), say("请核对合并拍卖的财产")
            )
        if being_sold(sale(asked.dossier, number, asked.on)):
            return Objection(
                say("“{name}”的变价正在进行", name=found.found.act.name), say("先撤回拍卖"), (SaleWithdrawn,)
            )
    if act.inseparable.strip():
        return None
    return Objection(
        say("没有写明为什么合并拍卖"), say("请写明使用上不可分，或者分别拍卖可能严重减损价值的事实")
    )


@guard("优先购买权经合议庭评议确认", cite("网拍规定", 19), cite("网拍规定", 27), on_act=True)
def priority_confirmed(asked: Asked) -> Objection | None:
    """Who buys first is known in the case, confirmed once by the panel, with a ground and a place in order."""
    act = asked.the(PriorityBuyerConfirmed)
    if all(part.party != act.party for part in parties_of(asked.dossier, None, asked.on)):
        return Objection(say("优先购买权人还没有录入本案"), say("请先以利害关系人录入其身份"), (PartyJoined,))
    then = asked.dossier.as_of(asked.on)
    if any(each.act.party == act.party for each in about(then, PriorityBuyerConfirmed, act.property)):
        return Objection(say("已经确认过此人"), say("有误的，更正该条记录"))
    if act.order < 1 or not act.ground.strip():
        return Objection(say("没有写明权利性质和顺位"), say("顺位自 1 起，顺序相同的填同一数"))
    if any(each.seq == act.deliberation and each.act.agreed for each in then.of(PanelDeliberated)):
        return None
    return Objection(
        say("没有选择合议庭同意的评议"), say("请先由合议庭评议，事项选“其他事项”"), (PanelDeliberated,)
    )


@guard("以优先购买权竞得的，权利已经确认", cite("网拍规定", 19), on_act=True)
def had_priority(asked: Asked) -> Objection | None:
    """Nobody buys as prior buyer who was not confirmed before."""
    act = asked.the(PropertySold)
    confirmed = about(asked.dossier.as_of(asked.on), PriorityBuyerConfirmed, act.property)
    if not act.by_priority or any(each.act.party == act.buyer for each in confirmed):
        return None
    return Objection(
        say("买受人的优先购买权没有确认"),
        say("未经确认的，不得以优先购买权人身份竞买；已经确认的，先录入"),
        (PriorityBuyerConfirmed,),
    )


@guard("同意有书面材料或者说明", STOPS, on_act=True)
def agreement_proved(asked: Asked) -> Objection | None:
    """What the debtor agreed to is on file, or noted down with its extent."""
    act = asked.the(SaleOfAllAgreed)
    if act.proof is not None or act.note.strip():
        return None
    return Objection(say("没有书面同意，也没有写明同意的范围"), say("请附上书面同意、笔录，或者写明"))


def _objection(found: Enough) -> Objection:
    return Objection(
        say(
            "其他财产已卖得 {brought} 元，足以清偿债务和费用 {wanted} 元",
            brought=show(found.brought),
            wanted=show(found.wanted),
        ),
        say(
            "不再拍卖其余财产；被执行人同意全部拍卖的，先记下同意；价款须先清偿优先债权等仍有必要的，写明理由"
        ),
        (SaleOfAllAgreed, SaleWithdrawn),
    )


@guard("卖得的价款还不足以清偿债务和费用", STOPS, on_act=True)
def not_enough_yet(asked: Asked) -> Objection | None:
    """Once a part brought enough the rest is not put on sale, unless the debtor wants it or the notice says why it must be."""
    act, found = asked.the(AuctionAnnounced), state(asked)
    if found is None or act.still_needed.strip() or all_may_be_sold(asked.dossier, found, asked.on):
        return None
    answer = enough(asked.dossier, asked.on)
    return _objection(answer) if answer else None


@guard("竞价开始前，其他财产卖得的价款还不足以清偿", STOPS, on_act=True)
def was_not_to_stop(asked: Asked) -> Objection | None:
    """An auction whose bidding began after others had brought enough was to be stopped: its bids bring no sale."""
    asked.the(PropertySold)
    found = state(asked)
    offer = found.offer if found else None
    if offer is None or must_go_on(asked.dossier, offer, asked.on):
        return None
    answer = enough(asked.dossier, offer.starts - timedelta(days=1))
    return _objection(answer) if answer else None
