"""Guards of an auction's notice: which round it is, its price, deposit and day, who was told, what it says."""

from __future__ import annotations

from datetime import timedelta

from zhixing.assets.acts.auction import (
    AuctionAnnounced,
    PriorityBuyerConfirmed,
    SaleNotified,
)
from zhixing.assets.acts.sale import CreditorsAsked, PrivateSaleAnnounced
from zhixing.assets.acts.valuation import PriceMethod, ReferencePriceFixed
from zhixing.assets.questions.lot import lot_price, lot_thing
from zhixing.assets.questions.price import priced_as
from zhixing.assets.questions.sale import Sale, about
from zhixing.assets.rules.sale_guards import state, terms_of
from zhixing.cases.acts.panel import PanelDeliberated
from zhixing.law.citations import cite
from zhixing.law.disposal import (
    Way,
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
from zhixing.record.rule import Asked, Objection, guard

HANDLERS = (Power.OFFICER, Power.JUDGE)
NOTICE = cite("网拍规定", 12)
PRICE = cite("网拍规定", 10)
AGAIN = cite("网拍规定", 26)
DEPOSIT = cite("网拍规定", 17)
TOLD = cite("网拍规定", 16)
PANEL_DECIDES = cite("网拍规定", 27)
BIDDING = cite("网拍规定", 20, figure="二十四小时")
PUBLISHED_LONG_ENOUGH = timedelta(days=5)


@guard("次数正确，没有超过法定的拍卖次数", AGAIN, cite("拍卖变卖规定", 25), on_act=True)
def round_right(asked: Asked) -> Objection | None:
    """Online twice; by an auction house movables twice, all else three times. An auction after a default repeats its round."""
    act, found, terms = asked.the(AuctionAnnounced), state(asked), terms_of(asked)
    if found is None or terms is None:
        return None
    unsold = len(found.unsold)
    if unsold >= terms.rounds[lot_thing(asked.dossier, found, asked.on)]:
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
    act, found, terms = asked.the(AuctionAnnounced), state(asked), terms_of(asked)
    if found is None or terms is None:
        return None
    notices = terms.first_notice if act.round <= 1 else terms.again_notice
    period = notices[lot_thing(asked.dossier, found, asked.on)]
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
    price = lot_price(asked.dossier, found, asked.on)
    if price is None:
        text = (
            say("该财产还没有参考价") if len(found.things) == 1 else say("合并拍卖的财产还没有都确定参考价")
        )
        return Objection(text, say("请先确定参考价"), (ReferencePriceFixed,))
    if asked.on < SINCE:
        return None  # the provisions on how long a price holds came later
    answer = still_valid(price.valid_until, found.first_notice or asked.on, act.starts)
    if answer.value:
        return None
    return Objection(answer.because[0], say("请由原机构重新出具报告，重新确定参考价"), (ReferencePriceFixed,))


@guard("起拍价不低于法定下限", PRICE, AGAIN, cite("拍卖变卖规定", 5), on_act=True)
def floor_kept(asked: Asked) -> Objection | None:
    """The first reserve keeps its share of the reference price; each later one is at most a fifth lower than the last."""
    act, found, terms = asked.the(AuctionAnnounced), state(asked), terms_of(asked)
    price = lot_price(asked.dossier, found, asked.on) if found else None
    if found is None or terms is None or price is None:
        return None
    before = found.unsold[-1].price if found.unsold else None
    if before is None and found.way is Way.TRADITIONAL and not _appraised(asked, found):
        return None  # without an appraisal the court sets the reserve by the market
    answer = reserve_floor(terms, price.amount, before)
    if act.reserve >= answer.value:
        return None
    return Objection(answer.because[0], say("起拍价请不低于 {least} 元", least=show(answer.value)))


def _appraised(asked: Asked, found: Sale) -> bool:
    return all(priced_as(asked.dossier, each, asked.on) is PriceMethod.APPRAISED for each in found.things)


@guard("保证金在法定范围内", DEPOSIT, cite("拍卖变卖规定", 10), on_act=True)
def deposit_in_bounds(asked: Asked) -> Objection | None:
    """Online between five and twenty percent of the reserve; by an auction house at least five percent of the price."""
    act, found, terms = asked.the(AuctionAnnounced), state(asked), terms_of(asked)
    price = lot_price(asked.dossier, found, asked.on) if found else None
    if terms is None or price is None:
        return None
    least, most = deposit_bounds(terms, act.reserve, price.amount)
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
    """Both sides and prior buyers know three days before the notice (online), five before the auction; or it was published."""
    act, found, terms = asked.the(AuctionAnnounced), state(asked), terms_of(asked)
    if found is None or terms is None or found.ruled is None:
        return None
    last = asked.on if found.way is Way.ONLINE else act.starts
    sides = {
        part.party
        for role in (Role.APPLICANT, Role.DEBTOR)
        for part in parties_of(asked.dossier, role, asked.on)
    }
    then = asked.dossier.as_of(asked.on)
    sides |= {each.act.party for each in about(then, PriorityBuyerConfirmed, act.property)}
    since = found.offers[-1].entry.seq if found.offers else found.ruled.seq
    for each in about(then, SaleNotified, act.property):
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
        say(
            "还有 {count} 名当事人、优先购买权人没有在{period}前得到通知",
            count=len(sides),
            period=terms.notified,
        ),
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
