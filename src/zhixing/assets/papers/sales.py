"""Papers of sale: the rulings on selling, on confirming a sale and on debt for asset; public notices, which name no person."""

from __future__ import annotations

from zhixing.assets.acts.auction import AuctionAnnounced, SaleRuled, SaleWay
from zhixing.assets.acts.delivery import EvictionNoticed, TransferRuled
from zhixing.assets.acts.sale import DebtOccasion, DirectSaleOffered, PrivateSaleAnnounced, TakenForDebt
from zhixing.assets.papers.control import assistance
from zhixing.assets.questions.found import asset
from zhixing.assets.questions.lot import lot_price
from zhixing.assets.questions.sale import sale
from zhixing.cases.papers.phrases import case_clause, clerk, contact, head, signed, titles
from zhixing.law.paper_words import paper_sum, plain_date
from zhixing.record.paper import Body, Line, Paper, PaperKind, Signature, Table, Telling
from zhixing.record.power import Power

OBJECT = "当事人、利害关系人认为本执行行为违反法律规定的，可以在执行程序终结前向本院提出书面异议。"


def thing(told: Telling, number: int) -> str:
    """A property as the parties' papers name it: whose, what, and its number in full."""
    found = asset(told.dossier, number, told.on)
    if found is None:
        return "财产"
    act = found.found.act
    marked = told.identifier(act.identifier)
    return f"被执行人{told.name(act.owner)}所有的{found.kind.label}“{act.name}”{f'（{marked}）' if marked else ''}"


def thing_in_public(told: Telling, number: int) -> str:
    """A property as a public notice names it: without person and number."""
    found = asset(told.dossier, number, told.on)
    return f"{found.kind.label}“{found.found.act.name}”" if found else "财产"


def lot(told: Telling, number: int) -> tuple[int, ...]:
    """Everything that is sold under that property."""
    state = sale(told.dossier, number, told.on)
    return state.things if state.lead == number else (number,)


def things(told: Telling, number: int) -> str:
    """All that is sold, as the parties' papers name it."""
    return "、".join(thing(told, each) for each in lot(told, number))


def things_in_public(told: Telling, number: int) -> str:
    """All that is sold, as a public notice names it."""
    names = "、".join(thing_in_public(told, each) for each in lot(told, number))
    return f"{names}（合并拍卖）" if len(lot(told, number)) > 1 else names


def sale_ruled(told: Telling) -> Body:
    """What is held is to be sold, in which way."""
    act = told.the(SaleRuled)
    order = {
        SaleWay.ONLINE: "以网络司法拍卖的方式拍卖",
        SaleWay.TRADITIONAL: "委托拍卖机构拍卖",
        SaleWay.DIRECT: "变卖",
    }[act.way]
    reason = f"{act.reason.rstrip('。')}。" if act.reason.strip() else ""
    together = f"上述财产合并拍卖：{act.inseparable.rstrip('。')}。" if act.together else ""
    return Body(
        blocks=(
            *head(told),
            Line(
                f"本院在执行{case_clause(told)}中，依据{titles(told)}责令被执行人履行，被执行人仍未履行。{reason}"
            ),
            Line(f"{told.under}，裁定如下："),
            Line(f"{order}{things(told, act.property)}。{together}", strong=True),
            Line(OBJECT),
            Line("本裁定送达后即发生法律效力。"),
        ),
        signed=signed(told),
        clerk=clerk(told),
        copy=True,
    )


def auction_announced(told: Telling) -> Body:
    """What is sold, when, where, at what price, to whom, with which defects."""
    act = told.the(AuctionAnnounced)
    state = sale(told.dossier, act.property, told.on)
    price = lot_price(told.dossier, state, told.on)
    rows = [
        ("拍卖标的", things_in_public(told, act.property)),
        ("拍卖次数", f"第{act.round}次"),
        ("拍卖平台", act.platform),
        ("竞价时间", f"{plain_date(act.starts)}起{act.hours}小时" if act.hours else plain_date(act.starts)),
        ("参考价", paper_sum(price.amount) if price else ""),
        ("起拍价", paper_sum(act.reserve)),
        ("保证金", paper_sum(act.deposit)),
        ("增价幅度", paper_sum(act.increment)),
        ("瑕疵、负担和占有", act.defects),
        ("税费", act.taxes),
        ("竞买人条件", act.conditions or "具有完全民事行为能力的自然人、法人和其他组织"),
        ("付款期限", f"成交后{act.pay_within}日内"),
    ]
    return Body(
        blocks=(
            Line("本院依法公开拍卖下列财产："),
            Table(tuple((label, text) for label, text in rows if text.strip())),
            Line(
                "标的以实物现状为准，有意者可以申请看样；参加竞买的，视为对标的现状及已公示的瑕疵已经了解。"
            ),
            Line("竞买人应当在竞价前以实名交纳保证金。买受人悔拍的，保证金不予退还。"),
            Line("优先购买权人经通知未参加竞买的，视为放弃优先购买权。"),
            Line(f"依据：{told.basis}。"),
            contact(told),
        ),
    )


def sale_announced(told: Telling) -> Body:
    """What is offered without an auction, or after the last one, and at what price."""
    act = told.entry.act
    if not isinstance(act, PrivateSaleAnnounced | DirectSaleOffered):
        raise TypeError(type(act).__name__)
    rows = [("变卖标的", things_in_public(told, act.property)), ("变卖价", paper_sum(act.price))]
    if isinstance(act, PrivateSaleAnnounced):
        rows += [("开始日期", plain_date(act.starts)), ("变卖期", "六十日"), ("平台", act.platform)]
        rows += [("保证金", paper_sum(act.deposit))] if act.deposit else []
    rows.append(("付款期限", f"成交后{act.pay_within}日内"))
    return Body(
        blocks=(
            Line("本院依法变卖下列财产："),
            Table(tuple((label, text) for label, text in rows if text.strip())),
            Line(f"依据：{told.basis}。"),
            contact(told),
        ),
    )


def transfer_ruled(told: Telling) -> Body:
    """The sale is confirmed: to whom the property passes, and that the burdens that fell with it are lifted."""
    act = told.the(TransferRuled)
    state = sale(told.dossier, act.property, told.on)
    buyer = told.name(state.buyer) if state.buyer is not None else "买受人"
    price = paper_sum(state.owing) if state.taken is None else paper_sum(state.taken.act.price)
    registry = f"买受人可以持本裁定书到{act.registry}办理过户登记。" if act.registry else ""
    return Body(
        blocks=(
            *head(told),
            Line(
                f"本院在执行{case_clause(told)}中，依法变价{things(told, act.property)}，"
                f"由{buyer}以{price}取得，价款已全额交付。"
            ),
            Line(f"{told.under}，裁定如下："),
            Line(
                f"上述财产的所有权（其他财产权）归{buyer}，自本裁定送达{buyer}时起转移。{registry}",
                strong=True,
            ),
            Line("本裁定送达后即发生法律效力。"),
        ),
        signed=signed(told),
        clerk=clerk(told),
        copy=True,
        attached=assistance(
            told, act.registry, f"将{things(told, act.property)}过户登记至{buyer}名下，并解除本院对它的查封。"
        ),
    )


def taken_for_debt(told: Telling) -> Body:
    """A creditor takes the property in place of the debt; what goes beyond is to be paid."""
    act = told.the(TakenForDebt)
    beyond = act.price - act.debt
    ask = {
        DebtOccasion.UNSOLD: "经拍卖、变卖未能成交",
        DebtOccasion.CONSENT: "双方当事人同意不经拍卖、变卖抵债",
        DebtOccasion.UNSALEABLE: "无法拍卖、变卖",
    }[act.occasion]
    taker = told.name(act.taker)
    more = (
        (Line(f"{taker}应当于{plain_date(act.pay_by)}前补交差额{paper_sum(beyond)}。"),)
        if beyond > 0 and act.pay_by
        else ()
    )
    return Body(
        blocks=(
            *head(told),
            Line(
                f"本院在执行{case_clause(told)}中，{things(told, act.property)}{ask}，{taker}同意接受抵债。"
                f"{act.others.rstrip('。')}。"
            ),
            Line(f"{told.under}，裁定如下："),
            Line(
                f"上述财产作价{paper_sum(act.price)}，交付{taker}抵偿债务{paper_sum(min(act.price, act.debt))}，"
                f"所有权（其他财产权）自本裁定送达{taker}时起转移。",
                strong=True,
            ),
            *more,
            Line("本裁定送达后即发生法律效力。"),
        ),
        signed=signed(told),
        clerk=clerk(told),
        copy=True,
    )


def eviction_noticed(told: Telling) -> Body:
    """Whoever occupies a house or land is to leave by a day; signed by the president."""
    act = told.the(EvictionNoticed)
    approver = told.entry.approved_by
    return Body(
        blocks=(
            Line(
                f"本院在执行{case_clause(told)}中，已依法裁定处置{thing_in_public(told, act.property)}。"
                f"{told.under}，责令占有人于{plain_date(act.until)}前迁出。",
            ),
            Line(
                "逾期不迁出的，本院将依法强制执行。强制执行时请被执行人或者其成年家属到场，拒不到场的不影响执行。"
            ),
            contact(told),
        ),
        signed=(Signature(Power.PRESIDENT.label, approver.name if approver else ""),),
    )


PAPERS = [
    Paper(acts=(SaleRuled,), kind=PaperKind.RULING, write=sale_ruled),
    Paper(acts=(AuctionAnnounced,), kind=PaperKind.NOTICE, write=auction_announced),
    Paper(acts=(PrivateSaleAnnounced, DirectSaleOffered), kind=PaperKind.NOTICE, write=sale_announced),
    Paper(acts=(TransferRuled,), kind=PaperKind.RULING, write=transfer_ruled),
    Paper(acts=(TakenForDebt,), kind=PaperKind.RULING, write=taken_for_debt),
    Paper(acts=(EvictionNoticed,), kind=PaperKind.NOTICE, write=eviction_noticed),
]
