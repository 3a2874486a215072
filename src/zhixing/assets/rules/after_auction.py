"""Rules of what follows when no auction sold it, or none is held: private sale, debt for asset, management, return."""

from __future__ import annotations

from zhixing.assets.acts.sale import (
    CreditorsAsked,
    DirectSaleOffered,
    DisposalFailed,
    ManagementEnded,
    ManagementOrdered,
    PrivateSaleAnnounced,
    TakenForDebt,
)
from zhixing.assets.rules.guards import held_here, parties_fit, saleable
from zhixing.assets.rules.offering import MAY_BE_MANAGED, NO_MONEY, offered
from zhixing.assets.rules.sale_guards import (
    GROUP,
    HANDLERS,
    SOLD_BY,
    TEAM,
    no_offer_open,
)
from zhixing.assets.rules.unsold_guards import (
    all_failed,
    at_last_reserve,
    auctions_exhausted,
    cannot_be_sold,
    creditors_of_case,
    difference_dated,
    direct_floor_kept,
    direct_ruled,
    management_runs,
    nobody_takes_it,
    occasion_stands,
    others_not_harmed,
    sale_notice_long_enough,
)
from zhixing.cases.rules.guards import IN_HAND, not_paused
from zhixing.law.citations import cite
from zhixing.law.disposal import (
    DIRECT_PRICE,
    DIRECT_SALE,
    NET_SALE,
)
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Disclosure

OLD_SALE = cite("拍卖变卖规定", 25)
FOR_DEBT = cite("拍卖变卖规定", 16)
BY_CONSENT = cite("民诉法解释", 489)
UNSALEABLE = cite("民诉法解释", 490)
GIVEN_BACK = cite("查扣冻规定", 28)


RULES = [
    ActRule(
        act=CreditorsAsked,
        label="询问抵债意愿",
        basis=(FOR_DEBT, OLD_SALE, NET_SALE),
        by=TEAM,
        purpose="最后一次流拍后十日内询问债权人是否以流拍价接受抵债",
        guards=(*SOLD_BY, auctions_exhausted, creditors_of_case, offered(NO_MONEY, auctions_exhausted)),
        document="询问抵债意愿通知书",
        discloses=Disclosure(sms="assets.creditors_asked"),
        group=GROUP,
    ),
    ActRule(
        act=PrivateSaleAnnounced,
        label="发布变卖公告",
        basis=(NET_SALE, OLD_SALE),
        by=HANDLERS,
        coerces=True,
        purpose="流拍后无人接受抵债，以流拍价公告变卖六十日",
        guards=(
            *SOLD_BY,
            not_paused,
            held_here,
            saleable,
            no_offer_open,
            auctions_exhausted,
            nobody_takes_it,
            at_last_reserve,
            sale_notice_long_enough,
            offered(held_here, saleable, no_offer_open, auctions_exhausted, nobody_takes_it),
        ),
        discloses=Disclosure(public=True, sms="assets.private_sale_announced"),
        document="变卖公告",
        group=GROUP,
    ),
    ActRule(
        act=DirectSaleOffered,
        label="直接变卖",
        basis=(DIRECT_SALE, DIRECT_PRICE),
        by=HANDLERS,
        coerces=True,
        purpose="不经拍卖变卖：双方同意的，或者法律列明的动产",
        guards=(
            *SOLD_BY,
            not_paused,
            held_here,
            saleable,
            no_offer_open,
            direct_ruled,
            direct_floor_kept,
            offered(held_here, saleable, no_offer_open, direct_ruled),
        ),
        discloses=Disclosure(public=True, sms="assets.direct_sale_offered"),
        document="变卖公告",
        group=GROUP,
    ),
    ActRule(
        act=TakenForDebt,
        label="以物抵债",
        basis=(FOR_DEBT, BY_CONSENT, UNSALEABLE),
        by=HANDLERS,
        approved_by=Power.JUDGE,
        coerces=True,
        purpose="裁定把财产交债权人抵偿债务，超出部分补交差额",
        guards=(
            *SOLD_BY,
            not_paused,
            held_here,
            saleable,
            no_offer_open,
            creditors_of_case,
            occasion_stands,
            others_not_harmed,
            difference_dated,
            offered(NO_MONEY, held_here, saleable, no_offer_open),
        ),
        discloses=Disclosure(sms="assets.taken_for_debt"),
        document="以物抵债裁定书",
        group=GROUP,
    ),
    ActRule(
        act=ManagementOrdered,
        label="交付强制管理",
        basis=(UNSALEABLE,),
        by=HANDLERS,
        approved_by=Power.JUDGE,
        coerces=True,
        purpose="无法拍卖、变卖的财产交申请执行人管理，以收益清偿",
        guards=(
            *SOLD_BY,
            not_paused,
            parties_fit,
            held_here,
            no_offer_open,
            creditors_of_case,
            cannot_be_sold,
            offered(NO_MONEY, held_here, no_offer_open, MAY_BE_MANAGED),
        ),
        discloses=Disclosure(sms="assets.management_ordered"),
        document="强制管理裁定书",
        group=GROUP,
    ),
    ActRule(
        act=ManagementEnded,
        label="结束强制管理",
        basis=(UNSALEABLE,),
        by=HANDLERS,
        purpose="债务已由收益清偿，或者管理已无益",
        guards=(*IN_HAND, management_runs),
        discloses=Disclosure(sms="assets.management_ended"),
        group=GROUP,
    ),
    ActRule(
        act=DisposalFailed,
        label="变价不成",
        basis=(GIVEN_BACK, OLD_SALE, cite("拍卖变卖规定", 24)),
        by=HANDLERS,
        purpose="流拍、变卖不成又无人抵债，财产退还被执行人，应当解除控制",
        guards=(*SOLD_BY, all_failed, offered(all_failed)),
        discloses=Disclosure(sms="assets.disposal_failed"),
        document="退还财产通知书",
        group=GROUP,
    ),
]
