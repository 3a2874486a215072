"""What sales say in the national tables: auctions with their things and rounds, private sales, debt for asset, transfers.

One row a ruling on an auction, a row for each thing in it, its three rounds side by side; what is sold together has its notices
on the row of the thing that leads, and on each row its own part of the price. A private sale after auctions is a sale of its own.
Where the national record wants the serial of a document, the number of the act in the case's record stands, since its document
is made with it.
"""

from __future__ import annotations

from datetime import date

from zhixing.assets.acts.auction import AuctionAnnounced, PriorityBuyerConfirmed, PropertySold, SaleWay
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.acts.sale import DirectSaleOffered, PrivateSaleAnnounced
from zhixing.assets.acts.valuation import PriceMethod
from zhixing.assets.questions.control import holds
from zhixing.assets.questions.lot import parts
from zhixing.assets.questions.price import priced_as, reference_price
from zhixing.assets.questions.sale import Offer, Sale, about, sales
from zhixing.law.money import Fen
from zhixing.record.dossier import Dossier, Entry
from zhixing.registers.fields import KEY
from zhixing.registers.told import yuan
from zhixing.registers.told_rows import (
    Cell,
    Made,
    Persons,
    Said,
    key_of,
    met,
    name_of,
    owner_of,
    paper_of,
    sides,
    the,
    title_of,
)

AUCTION, LOT, FIRST_BUYERS = "T_SCZXPM", "T_SCZXPMPMBDW", "T_SCZXPMPMBDWYXGMQK"
SALE, SOLD_ITEM = "T_SCZXBM", "T_SCZXBMBMMX"
# Rounds: columns of notice, day, start, reserve, result, price, why unsold.
_ROUNDS = {
    place: (
        f"D_{turn}CPMGGRQ",
        f"D_{turn}CPMRQ",
        f"N_{turn}CQPJ",
        f"N_{turn}CBLJ",
        f"C_{turn}CPMJG",
        f"N_{turn}CJCJ",
        f"C_{turn}CLPYY",
    )
    for place, turn in enumerate(("DY", "DE", "DS"), start=1)
}


def sale_rows(dossier: Dossier, persons: Persons, stated: int) -> Made:
    """The rows of every sale that was ruled here, and of private sales."""
    for thing in dossier.of(PropertyFound):
        for each in sales(dossier, thing.seq, date.max):
            if each.ruled is None or each.lead != thing.seq or each.ruled.seq <= stated:
                continue
            if each.way is not None:
                yield from _auction(dossier, each, persons)
            for offer in each.offers:
                if not offer.auction:
                    yield from _private(dossier, each, offer, persons)


def _auction(dossier: Dossier, each: Sale, persons: Persons) -> Made:
    ruled = each.ruled
    if ruled is None:
        return
    asking, asked = sides(dossier, persons, ruled.on)
    notices = [one.entry for one in each.offers if isinstance(one.entry.act, AuctionAnnounced)]
    first = notices[0] if notices else None
    last = notices[-1].act if notices else None
    yield (
        AUCTION,
        "N_XHPM",
        {
            KEY: key_of(ruled),
            "C_SQF": asking,
            "C_BSQF": asked,
            "C_YWLXQK": met(dossier, ruled.on),
            "N_PMCDSXH": ruled.seq,
            "D_PMCDRQ": ruled.on,
            "N_PMCDJBR": ruled.by.id,
            "D_PMCDJBRQ": ruled.on,
            "C_SFTJPM": first is not None,
            "C_PMFS": ruled.act.way.label,
            "C_SFQDPMJG": first is not None,
            "C_PMJGMC": last.platform if isinstance(last, AuctionAnnounced) else "",
            "D_QDJGRQ": first.on if first else None,
            "C_PMWSXH": ",".join(str(entry.seq) for entry in notices),
            "N_QDJGJBR": first.by.id if first else None,
            "D_QDJGJBRQ": first.on if first else None,
        },
    )
    for place, thing in enumerate(each.things, start=1):
        yield LOT, "N_BHPMBDW", _lot(dossier, each, thing, place, persons)
        if place == 1:
            yield from _first_buyers(dossier, each, persons)


def _lot(dossier: Dossier, each: Sale, thing: int, place: int, persons: Persons) -> Said:
    price, way = reference_price(dossier, thing, date.max), priced_as(dossier, thing, date.max)
    said: dict[str, Cell] = {
        KEY: f"{_of(each)}-{place}",
        f"C_ID_{AUCTION.removeprefix('T_')}": _of(each),
        **_item(dossier, thing, persons),
    }
    if price is not None:
        said["N_PGJ" if way is PriceMethod.APPRAISED else "N_SCJ"] = yuan(price.act.amount)
    for offer in each.offers:
        act = offer.entry.act
        if not isinstance(act, AuctionAnnounced) or act.round not in _ROUNDS:
            continue
        own = _own_part(dossier, each, thing, offer)
        told = _round(act, offer)
        if place == 1:
            said |= told
        else:
            result = _ROUNDS[act.round][4]
            said[result] = told[result]
        if own is not None:
            said[_ROUNDS[act.round][5]] = yuan(own)
        said["C_XCQK"] = _state(dossier, each, act, place)
        if offer.sold is not None:
            said |= _bought(offer.sold, persons)
            said |= {"N_WKJNQX": act.pay_within, "N_PMCJQRS": offer.sold.seq}
            said |= {"N_PMDJJBR": offer.sold.by.id, "D_PMDJJBRQ": offer.sold.on}
    return said


def _own_part(dossier: Dossier, each: Sale, thing: int, offer: Offer) -> Fen | None:
    """What of a price belongs to one thing: all of it where it was sold alone; of what cannot be divided, all to the first."""
    if offer.sold is None:
        return None
    price = offer.sold.act.price
    divided = parts(dossier, each, price, date.max)
    if not divided:
        return price if thing == each.lead else None
    return next(one.amount for one in divided if one.thing == thing)


def _state(dossier: Dossier, each: Sale, act: AuctionAnnounced, place: int) -> str:
    """What it is like; of what is sold together, with what, and where its notices are."""
    if len(each.things) == 1:
        return act.defects
    if place == 1:
        names = title_of(dossier, [one for one in each.things if one != each.lead])
        return f"与“{names}”合并拍卖，起拍价为合计，成交价按参考价分开。{act.defects}"
    return f"与“{title_of(dossier, [each.lead])}”合并拍卖，起拍价见该标的物，成交价按参考价分开"


def _of(each: Sale) -> str:
    return key_of(each.ruled) if each.ruled else ""


def _item(dossier: Dossier, thing: int, persons: Persons) -> Said:
    """What is sold, whose, and how and since when it was held."""
    found = the(dossier, thing)
    held = next((one for one in holds(dossier, date.max) if one.thing == thing), None)
    return {
        "C_BDWMC": found.found.act.name if found else "",
        "D_KZRQ": held.since if held else None,
        "C_KZFS": held.manner.label if held else "",
        "C_BDLB": found.kind.label if found else "",
        "C_SYQR": name_of(persons, owner_of(dossier, thing)),
    }


def _round(act: AuctionAnnounced, offer: Offer) -> Said:
    notice, day, start, reserve, result, price, unsold = _ROUNDS[act.round]
    return {
        notice: offer.entry.on,
        day: offer.starts,
        start: yuan(act.reserve),
        reserve: yuan(act.reserve),
        result: result_of(offer),
        price: yuan(offer.sold.act.price) if offer.sold else None,
        unsold: offer.unsold.act.reason.label if offer.unsold else "",
    }


def result_of(offer: Offer) -> str:
    """What became of an attempt to sell, in a word."""
    if offer.revoked is not None:
        return "撤销"
    if offer.defaulted is not None:
        return "悔拍"
    if offer.sold is not None:
        return "成交"
    if offer.unsold is not None:
        return "流拍" if offer.auction else "变卖不成"
    if offer.withdrawn is not None:
        return "撤回"
    return "停止" if offer.paused else "进行中"


def _bought(sold: Entry[PropertySold], persons: Persons) -> Said:
    kind, number = paper_of(persons, sold.act.buyer)
    return {"C_MSR": name_of(persons, sold.act.buyer), "C_MSRZJZL": kind, "C_MSRZJHM": number}


def _first_buyers(dossier: Dossier, each: Sale, persons: Persons) -> Made:
    for entry in about(dossier, PriorityBuyerConfirmed, each.lead):
        if each.ruled is None or entry.seq < each.ruled.seq:
            continue
        bought = (
            each.sold is not None and each.sold.act.by_priority and each.sold.act.buyer == entry.act.party
        )
        result = "，以优先购买权竞得" if bought else ""
        yield (
            FIRST_BUYERS,
            "N_XHYXGMQK",
            {
                KEY: key_of(entry),
                f"C_ID_{LOT.removeprefix('T_')}": f"{_of(each)}-1",
                "C_YXGMRXM": name_of(persons, entry.act.party),
                "C_YXQKMS": f"{entry.act.ground}，第 {entry.act.order} 顺位{result}",
            },
        )


def _private(dossier: Dossier, each: Sale, offer: Offer, persons: Persons) -> Made:
    ruled, act = each.ruled, offer.entry.act
    if ruled is None or isinstance(act, AuctionAnnounced):
        return
    direct = isinstance(act, DirectSaleOffered)
    why = ruled.act.ground.label if ruled.act.ground else "拍卖均已流拍"
    online = isinstance(act, PrivateSaleAnnounced) and ruled.act.way is SaleWay.ONLINE
    agent = act.seller if isinstance(act, DirectSaleOffered) else act.platform
    yield (
        SALE,
        "N_XHBM",
        {
            KEY: key_of(offer.entry),
            "C_BMYY": why,
            "C_YWLXQK": met(dossier, offer.entry.on),
            "N_BMCDSXH": ruled.seq,
            "D_BMCDRQ": ruled.on,
            "C_BMFS": "直接变卖" if direct else "网络司法变卖" if online else "变卖",
            "C_BMJGMC": agent,
            "D_QDJGRQ": offer.entry.on if agent else None,
            "C_BMWTWS": ruled.act.ruling,
        },
    )
    ended = offer.sold or offer.unsold or offer.withdrawn
    for place, thing in enumerate(each.things, start=1):
        price = reference_price(dossier, thing, date.max)
        said: dict[str, Cell] = {
            KEY: f"{key_of(offer.entry)}-{place}",
            f"C_ID_{SALE.removeprefix('T_')}": key_of(offer.entry),
            **_item(dossier, thing, persons),
            "D_BMKSRQ": offer.starts,
            "D_BMJSRQ": ended.on if ended else None,
            "N_CKJG": yuan(price.act.amount) if price else None,
            "C_BMJG": result_of(offer),
        }
        own = _own_part(dossier, each, thing, offer)
        if offer.sold is not None and own is not None:
            said |= {"N_BMZE": yuan(own), **_bought(offer.sold, persons)}
            said |= {"N_BMJGWSXH": offer.sold.seq, "N_CJQRSXH": offer.sold.seq}
        yield SOLD_ITEM, "N_BHBMBDW", said
