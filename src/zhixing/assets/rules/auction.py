"""Rules of an auction up to its day: the ruling, who must be told, the notice with its price, deposit and day.

Not covered: auctions of several things at once, and the choice of the platform by the applicant (网拍规定 5): it is written in.
"""

from __future__ import annotations

from datetime import timedelta

from zhixing.assets.acts.auction import (
    AuctionAnnounced,
    DirectGround,
    SaleContinued,
    SaleNotified,
    SalePaused,
    SaleRuled,
    SaleWay,
    SaleWithdrawn,
)
from zhixing.assets.acts.sale import CreditorsAsked, PrivateSaleAnnounced
from zhixing.assets.acts.valuation import PriceMethod, ReferencePriceFixed
from zhixing.assets.kinds import Family, family
from zhixing.assets.questions.price import priced_as, reference_price
from zhixing.assets.questions.sale import Sale, about, sale, thing_of
from zhixing.assets.rules.guards import held_here, meant, property_stands, saleable
from zhixing.cases.acts.panel import PanelDeliberated
from zhixing.cases.rules.guards import IN_HAND, not_paused
from zhixing.law.answers import Found
from zhixing.law.citations import cite
from zhixing.law.disposal import (
    DIRECT_SALE,
    ONLINE_FIRST,
    ONLINE_SINCE,
    AuctionTerms,
    Way,
    auction_terms,
    deposit_bounds,
    earliest_day,
    reserve_floor,
)
from zhixing.law.money import show
from zhixing.law.periods import shifted
from zhixing.law.reference_price import SINCE, VALID, still_valid
from zhixing.law.texts import say
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.power import Power
from zhixing.record.rule import ActRule, Asked, Disclosure, Objection, guard

GROUP = "拍卖变卖"
HANDLERS = (Power.OFFICER, Power.JUDGE)
TEAM = (*HANDLERS, Power.CLERK)
SELLS = cite("民诉法", 255)
AUCTIONS_FIRST = cite("民诉法", 258)
NOTICE = cite("网拍规定", 12)
PRICE = cite("网拍规定", 10)
AGAIN = cite("网拍规定", 26)
DEPOSIT = cite("网拍规定", 17)
TOLD = cite("网拍规定", 16)
PANEL_DECIDES = cite("网拍规定", 27)
BIDDING = cite("网拍规定", 20, figure="二十四小时")
PUBLISHED_LONG_ENOUGH = timedelta(days=5)
MOVABLE_ONLY = (
    DirectGround.QUOTED,
    DirectGround.BULLION,
    DirectGround.PERISHABLE,
    DirectGround.SEASONAL,
    DirectGround.COSTLY_TO_KEEP,
)


def state(asked: Asked) -> Sale | None:
    """How the sale of the property stands that the act names."""
    found = meant(asked)
    return sale(asked.dossier, found.seq, asked.on) if found else None


def terms_of(asked: Asked) -> AuctionTerms | None:
    """What binds the auctions of the property under its ruling; None where there is no ruling on an auction."""
    found = state(asked)
    if found is None or found.way is None:
        return None
    answer = auction_terms(found.way, asked.on)
    return answer.value if isinstance(answer, Found) else None


@guard("拍卖采取网络方式，或写明不采取的依据", ONLINE_FIRST, AUCTIONS_FIRST, DIRECT_SALE, on_act=True)
def way_fits(asked: Asked) -> Objection | None:
    """Since 2017 auctions are held online unless the law or the thing forbids it; without an auction only on the law's grounds."""
    act, found = asked.the(SaleRuled), meant(asked)
    if not act.ruling.strip():
        return Objection(say("没有填写裁定书文号"), say("请先作出裁定书，填写文号后再办"))
    if act.way is SaleWay.ONLINE and asked.on < ONLINE_SINCE:
        return Objection(
            say("网络司法拍卖的规定自 {since} 起施行", since=ONLINE_SINCE), say("请选择委托拍卖机构拍卖")
        )
    if act.way is SaleWay.TRADITIONAL and asked.on >= ONLINE_SINCE and not act.reason.strip():
        return Objection(
            say("没有写明不采取网络拍卖的依据"), say("请写明必须通过其他途径处置或者不宜网拍的依据")
        )
    if act.way is not SaleWay.DIRECT:
        return None
    if act.ground is None or not act.reason.strip():
        return Objection(say("没有写明直接变卖的情形"), say("请选择情形并写明事实；都不符合的，先行拍卖"))
    if found is not None and act.ground in MOVABLE_ONLY and family(found.kind) is not Family.MOVABLE:
        return Objection(
            say("“{ground}”只适用于动产", ground=act.ground.label), say("请选择拍卖，或者双方同意变卖")
        )
    return None


@guard("没有正在进行的变价", SELLS, on_act=True)
def not_being_sold(asked: Asked) -> Objection | None:
    """What is on sale or has a buyer is not ruled on again."""
    found = state(asked)
    if found is None or found.ruled is None or found.failed is not None:
        return None
    last = found.offer
    if not found.done and (last is None or not last.open):
        return None
    return Objection(
        say("该财产的变价正在进行，或者已经有买受人"), say("需要改变方式的，先撤回拍卖"), (SaleWithdrawn,)
    )


@guard("已裁定拍卖", SELLS, on_act=True)
def auction_ruled(asked: Asked) -> Objection | None:
    """A notice follows a ruling on an auction."""
    found = state(asked)
    if found is not None and found.way is not None:
        return None
    return Objection(say("该财产还没有裁定拍卖"), say("请先裁定拍卖"), (SaleRuled,))


@guard("没有正在进行的拍卖，也没有买受人", SELLS, on_act=True)
def no_offer_open(asked: Asked) -> Objection | None:
    """One attempt at a time, and none once somebody bought or takes it for the debt."""
    found = state(asked)
    if found is None:
        return None
    if found.done:
        return Objection(
            say("该财产已经成交或者抵债"), say("买受人悔拍的，先录入悔拍；依法撤销的，先录入撤销")
        )
    if found.offer is not None and found.offer.open:
        return Objection(
            say("{on} 发布的公告还没有结果", on=found.offer.entry.on), say("请先录入成交、流拍或者撤回")
        )
    return None


@guard("次数正确，没有超过法定的拍卖次数", AGAIN, cite("拍卖变卖规定", 25), on_act=True)
def round_right(asked: Asked) -> Objection | None:
    """Online twice; by an auction house movables twice, all else three times. An auction after a default repeats its round."""
    act, found, terms, thing = asked.the(AuctionAnnounced), state(asked), terms_of(asked), meant(asked)
    if found is None or terms is None or thing is None:
        return None
    unsold = len(found.unsold)
    if unsold >= terms.rounds[thing_of(thing.kind)]:
        return Objection(
            say("已经流拍 {count} 次", count=unsold),
            say("不再拍卖：先询问抵债意愿，无人接受的发布变卖公告"),
            (CreditorsAsked, PrivateSaleAnnounced),
        )
    if act.round == unsold + 1:
        return None
    return Objection(
        say("已经流拍 {count} 次", count=unsold), say("本次应为第 {round} 次拍卖", round=unsold + 1)
    )


@guard("公告期足够", NOTICE, AGAIN, cite("拍卖变卖规定", 8), on_act=True)
def notice_long_enough(asked: Asked) -> Objection | None:
    """Between the notice and the auction lies the whole notice period of the thing and the round."""
    act, terms, thing = asked.the(AuctionAnnounced), terms_of(asked), meant(asked)
    if terms is None or thing is None:
        return None
    notices = terms.first_notice if act.round <= 1 else terms.again_notice
    period = notices[thing_of(thing.kind)]
    first = earliest_day(asked.on, period)
    if act.starts >= first:
        return None
    return Objection(
        say("拍卖日 {starts} 距公告不足{period}", starts=act.starts, period=period),
        say("拍卖日请不早于 {first}", first=first),
    )


@guard("竞价时间足够", BIDDING, on_act=True)
def bidding_long_enough(asked: Asked) -> Objection | None:
    """Online bidding lasts a day at least."""
    act, terms = asked.the(AuctionAnnounced), terms_of(asked)
    if terms is None or act.hours >= terms.bidding_hours:
        return None
    return Objection(
        say("竞价时间为 {hours} 小时", hours=act.hours),
        say("请不少于 {least} 小时", least=terms.bidding_hours),
    )


@guard("有参考价，且仍在有效期内", VALID, PRICE, on_act=True)
def price_valid(asked: Asked) -> Objection | None:
    """The notice of the first auction comes while the price holds, each auction within six months of its end."""
    act, found = asked.the(AuctionAnnounced), state(asked)
    if found is None:
        return None
    price = reference_price(asked.dossier, act.property, asked.on)
    if price is None:
        return Objection(say("该财产还没有参考价"), say("请先确定参考价"), (ReferencePriceFixed,))
    if asked.on < SINCE:
        return None  # the provisions on how long a price holds came later
    answer = still_valid(price.act.valid_until, found.first_notice or asked.on, act.starts)
    if answer.value:
        return None
    return Objection(answer.because[0], say("请由原机构重新出具报告，重新确定参考价"), (ReferencePriceFixed,))


@guard("起拍价不低于法定下限", PRICE, AGAIN, cite("拍卖变卖规定", 5), on_act=True)
def floor_kept(asked: Asked) -> Objection | None:
    """The first reserve keeps its share of the reference price; each later one is at most a fifth lower than the last."""
    act, found, terms = asked.the(AuctionAnnounced), state(asked), terms_of(asked)
    price = reference_price(asked.dossier, act.property, asked.on)
    if found is None or terms is None or price is None:
        return None
    before = found.unsold[-1].price if found.unsold else None
    if before is None and found.way is Way.TRADITIONAL and not _appraised(asked, act.property):
        return None  # without an appraisal the court sets the reserve by the market
    answer = reserve_floor(terms, price.act.amount, before)
    if act.reserve >= answer.value:
        return None
    return Objection(answer.because[0], say("起拍价请不低于 {least} 元", least=show(answer.value)))


def _appraised(asked: Asked, thing: int) -> bool:
    return priced_as(asked.dossier, thing, asked.on) is PriceMethod.APPRAISED


@guard("保证金在法定范围内", DEPOSIT, cite("拍卖变卖规定", 10), on_act=True)
def deposit_in_bounds(asked: Asked) -> Objection | None:
    """Online between five and twenty percent of the reserve; by an auction house at least five percent of the price."""
    act, terms = asked.the(AuctionAnnounced), terms_of(asked)
    price = reference_price(asked.dossier, act.property, asked.on)
    if terms is None or price is None:
        return None
    least, most = deposit_bounds(terms, act.reserve, price.act.amount)
    if act.deposit >= least and (most is None or act.deposit <= most):
        return None
    upper = show(most) if most is not None else "不限"
    return Objection(
        say("保证金为 {deposit} 元", deposit=show(act.deposit)),
        say("请在 {least} 元至 {most} 元之间确定", least=show(least), most=upper),
    )


@guard("价格、保证金等经合议庭评议", PANEL_DECIDES, on_act=True)
def panel_decided(asked: Asked) -> Objection | None:
    """Of an auction online the panel sets price, reduction, steps, deposit and who has a right of first purchase."""
    act, found = asked.the(AuctionAnnounced), state(asked)
    if found is None or found.way is not Way.ONLINE:
        return None
    held = asked.dossier.as_of(asked.on).of(PanelDeliberated)
    named = next((each for each in held if each.seq == act.deliberation), None)
    if named is not None and named.act.agreed:
        return None
    return Objection(
        say("没有选择合议庭同意的评议"), say("请先由合议庭评议，事项选“其他事项”"), (PanelDeliberated,)
    )


@guard("当事人已在法定期限前得到通知", TOLD, cite("拍卖变卖规定", 11), on_act=True)
def told_in_time(asked: Asked) -> Objection | None:
    """Applicants and debtors know three days before the notice (online), five before the auction; or it was published."""
    act, found, terms = asked.the(AuctionAnnounced), state(asked), terms_of(asked)
    if found is None or terms is None or found.ruled is None:
        return None
    last = asked.on if found.way is Way.ONLINE else act.starts
    sides = {
        part.party
        for role in (Role.APPLICANT, Role.DEBTOR)
        for part in parties_of(asked.dossier, role, asked.on)
    }
    since = found.offers[-1].entry.seq if found.offers else found.ruled.seq
    for each in about(asked.dossier.as_of(asked.on), SaleNotified, act.property):
        if each.seq <= since:
            continue
        if shifted(each.on, terms.notified) <= last:
            sides -= set(each.act.to)
        public = each.act.published_on
        if public is not None and public + PUBLISHED_LONG_ENOUGH <= last:
            sides.clear()
    if not sides:
        return None
    return Objection(
        say("还有 {count} 名当事人没有在{period}前得到通知", count=len(sides), period=terms.notified),
        say("请先通知；无法通知的，公示满五日后再发布"),
        (SaleNotified,),
    )


@guard("公告写明瑕疵和占有情况", cite("网拍规定", 13), cite("网拍规定", 6), on_act=True)
def described(asked: Asked) -> Objection | None:
    """What is sold is described as it stands: defects, burdens, who occupies it."""
    if asked.the(AuctionAnnounced).defects.strip():
        return None
    return Objection(say("没有写明瑕疵、权利负担和占有使用情况"), say("请查明后写入；没有已知瑕疵的也要写明"))


@guard("无法通知的写明理由", TOLD, on_act=True)
def unreachable_explained(asked: Asked) -> Objection | None:
    """A notice published in place of word to somebody says why."""
    act = asked.the(SaleNotified)
    if act.to or (act.published_on and act.unreachable.strip()):
        return None
    return Objection(say("没有写明通知了谁"), say("请选择已通知的人；无法通知的写明理由和公示日期"))


@guard("有正在进行的变价", cite("网拍规定", 28), on_act=True)
def offer_open(asked: Asked) -> Objection | None:
    """What is paused, goes on or is called off has been announced and has not ended."""
    found = state(asked)
    offer = found.offer if found else None
    if offer is None or not offer.open:
        return Objection(say("该财产没有正在进行的拍卖、变卖"), say("请核对财产和日期"))
    if isinstance(asked.act, SaleContinued) and offer.paused is None:
        return Objection(say("该拍卖没有暂缓、中止"), say("不必恢复"))
    if isinstance(asked.act, SalePaused) and offer.paused is not None:
        return Objection(say("该拍卖已于 {on} 停止", on=offer.paused.on), say("不必再次暂缓、中止"))
    return None


SOLD_BY = (*IN_HAND, property_stands)
RULES = [
    ActRule(
        act=SaleRuled,
        label="裁定拍卖、变卖",
        basis=(SELLS, AUCTIONS_FIRST, ONLINE_FIRST),
        by=HANDLERS,
        approved_by=Power.JUDGE,
        coerces=True,
        purpose="裁定把控制的财产变价；拍卖应当采取网络方式",
        guards=(*SOLD_BY, not_paused, held_here, saleable, not_being_sold, way_fits),
        discloses=Disclosure(sms="assets.sale_ruled"),
        document="拍卖、变卖裁定书",
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
