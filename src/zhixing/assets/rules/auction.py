"""Rules of an auction up to its day: the ruling, who must be told, the notice with its price, deposit and day.

Not covered: the choice of the platform by the applicant (网拍规定 5): it is written in.
"""

from __future__ import annotations

from zhixing.assets.acts.auction import (
    AuctionAnnounced,
    PriorityBuyerConfirmed,
    SaleContinued,
    SaleNotified,
    SaleOfAllAgreed,
    SalePaused,
    SaleRuled,
    SaleWithdrawn,
)
from zhixing.assets.rules.guards import held_here, parties_fit, saleable
from zhixing.assets.rules.lot_guards import agreement_proved, lot_fits, not_enough_yet, priority_confirmed
from zhixing.assets.rules.notice_guards import (
    bidding_long_enough,
    deposit_in_bounds,
    described,
    floor_kept,
    notice_long_enough,
    panel_decided,
    price_valid,
    round_right,
    told_in_time,
    unreachable_explained,
)
from zhixing.assets.rules.offering import NO_MONEY, offered
from zhixing.assets.rules.sale_guards import (
    FOUND_HERE,
    SOLD_BY,
    TOGETHER,
    auction_ruled,
    no_offer_open,
    not_being_sold,
    offer_open,
    something_for_sale,
    time_to_perform_over,
    way_fits,
)
from zhixing.cases.rules.guards import IN_HAND, not_paused
from zhixing.law.citations import cite
from zhixing.law.disposal import (
    ONLINE_FIRST,
)
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Disclosure

GROUP = "拍卖变卖"
HANDLERS = (Power.OFFICER, Power.JUDGE)
TEAM = (*HANDLERS, Power.CLERK)
SELLS = cite("民诉法", 255)
AUCTIONS_FIRST = cite("民诉法", 258)
NOTICE = cite("网拍规定", 12)
PRICE = cite("网拍规定", 10)
AGAIN = cite("网拍规定", 26)
TOLD = cite("网拍规定", 16)
PRIORITY = cite("网拍规定", 19)


RULES = [
    ActRule(
        act=SaleRuled,
        label="裁定拍卖、变卖",
        basis=(SELLS, AUCTIONS_FIRST, ONLINE_FIRST, TOGETHER),
        by=HANDLERS,
        approved_by=Power.JUDGE,
        coerces=True,
        purpose="裁定把控制的财产变价；拍卖应当采取网络方式",
        guards=(
            *FOUND_HERE,
            not_paused,
            time_to_perform_over,
            held_here,
            saleable,
            not_being_sold,
            way_fits,
            lot_fits,
            offered(NO_MONEY, held_here, saleable, not_being_sold),
        ),
        discloses=Disclosure(sms="assets.sale_ruled"),
        document="拍卖、变卖裁定书",
        group=GROUP,
    ),
    ActRule(
        act=PriorityBuyerConfirmed,
        label="确认优先购买权人",
        basis=(PRIORITY, cite("网拍规定", 27)),
        by=HANDLERS,
        purpose="合议庭评议确认谁有优先购买权和顺位；之后通知其参加竞买",
        guards=(*SOLD_BY, auction_ruled, priority_confirmed),
        discloses=Disclosure(sms="assets.priority_buyer_confirmed"),
        document="优先购买权确认通知书",
        group=GROUP,
    ),
    ActRule(
        act=SaleOfAllAgreed,
        label="同意全部拍卖",
        basis=(cite("拍卖变卖规定", 14),),
        by=TEAM,
        purpose="部分财产卖得的价款已足以清偿，被执行人仍同意拍卖其余财产",
        guards=(*IN_HAND, parties_fit, agreement_proved, something_for_sale),
        discloses=Disclosure(),
        group=GROUP,
    ),
    ActRule(
        act=SaleNotified,
        label="通知拍卖事项",
        basis=(TOLD, cite("拍卖变卖规定", 11)),
        by=TEAM,
        purpose="公告发布三日前通知当事人、已知优先购买权人；无法通知的公示",
        guards=(*SOLD_BY, auction_ruled, unreachable_explained),
        discloses=Disclosure(sms="assets.sale_notified"),
        document="拍卖通知书",
        group=GROUP,
    ),
    ActRule(
        act=AuctionAnnounced,
        label="发布拍卖公告",
        basis=(NOTICE, PRICE, AGAIN, cite("拍卖变卖规定", 8)),
        by=HANDLERS,
        coerces=True,
        purpose="向社会公告拍卖的财产、价格、保证金、时间和瑕疵",
        guards=(
            *SOLD_BY,
            not_paused,
            held_here,
            saleable,
            auction_ruled,
            no_offer_open,
            round_right,
            price_valid,
            floor_kept,
            deposit_in_bounds,
            notice_long_enough,
            bidding_long_enough,
            told_in_time,
            panel_decided,
            described,
            not_enough_yet,
            offered(auction_ruled, held_here, saleable, no_offer_open),
        ),
        discloses=Disclosure(public=True, sms="assets.auction_announced"),
        document="拍卖公告",
        group=GROUP,
    ),
    ActRule(
        act=SalePaused,
        label="暂缓、中止拍卖",
        basis=(cite("网拍规定", 28), cite("拍卖变卖规定", 18)),
        by=HANDLERS,
        purpose="有依法应当暂缓、中止执行的情形，停止拍卖并公告原因",
        guards=(*SOLD_BY, offer_open),
        discloses=Disclosure(public=True, sms="assets.sale_paused"),
        document="暂缓、中止拍卖公告",
        group=GROUP,
    ),
    ActRule(
        act=SaleContinued,
        label="恢复拍卖",
        basis=(cite("网拍规定", 28), cite("拍卖变卖规定", 18)),
        by=HANDLERS,
        purpose="暂缓期满或者中止的事由消失，继续拍卖",
        guards=(*SOLD_BY, not_paused, held_here, offer_open),
        discloses=Disclosure(public=True, sms="assets.sale_continued"),
        document="恢复拍卖公告",
        group=GROUP,
    ),
    ActRule(
        act=SaleWithdrawn,
        label="撤回拍卖",
        basis=(cite("拍卖变卖规定", 17), cite("拍卖变卖规定", 19)),
        by=HANDLERS,
        purpose="在拍卖开始前有法定情形，撤回拍卖",
        guards=(*SOLD_BY, offer_open),
        discloses=Disclosure(public=True, sms="assets.sale_withdrawn"),
        document="撤回拍卖公告",
        group=GROUP,
    ),
]
