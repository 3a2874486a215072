"""What passing property on, clearing houses, management and other force say in the national tables."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from zhixing.assets.acts.delivery import Evicted, EvictionNoticed, OtherMeasureTaken, TransferRuled
from zhixing.assets.acts.sale import ManagementEnded, ManagementOrdered, TakenForDebt
from zhixing.assets.questions.control import holds
from zhixing.assets.questions.sale import Sale, about, sales
from zhixing.cases.acts.performance import ConductPerformed
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.registers.fields import KEY
from zhixing.registers.told import yuan
from zhixing.registers.told_rows import (
    Made,
    Make,
    Persons,
    Said,
    key_of,
    met,
    name_of,
    names_of,
    owner_of,
    paper_of,
    serials_of,
    title_of,
    unmet,
)


def delivery_rows(dossier: Dossier, persons: Persons, stated: int) -> Made:
    """The rows of every such act that was entered here."""
    for entry in dossier.entries:
        make = _ROWS.get(type(entry.act))
        if make is not None and entry.seq > stated:
            yield from make(dossier, entry, persons)


def _debt(dossier: Dossier, on: date) -> Said:
    return {"C_YWLXQK": met(dossier, on), "C_WLXZWNR": unmet(dossier, on)}


def _sale_of(dossier: Dossier, thing: int, seq: int) -> Sale:
    """The sale of a property that an entry belongs to: that of the last ruling before it."""
    found = sales(dossier, thing, date.max)
    before = [each for each in found if each.ruled is None or each.ruled.seq < seq]
    return before[-1] if before else found[0]


def _taken(dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    if not isinstance(act, TakenForDebt):
        return
    things = _sale_of(dossier, act.property, entry.seq).things
    yield (
        "T_SCZXYWDZ",
        "N_XHYWDZ",
        {
            KEY: key_of(entry),
            "C_YWDZYY": act.occasion.label,
            "C_BDWQDXH": serials_of(dossier, things),
            "C_BDWQD": title_of(dossier, things),
            "N_SYQR": owner_of(dossier, act.property),
            "N_ZDJE": yuan(act.price),
            "D_ZDRQ": entry.on,
            **_debt(dossier, entry.on),
            "C_YWDZWS": act.ruling,
        },
    )
    yield from _passed(dossier, entry, act.property, "以物抵债", act.ruling, persons)


def _transferred(dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    if not isinstance(act, TransferRuled):
        return
    state = _sale_of(dossier, act.property, entry.seq)
    if state.taken is not None:
        return  # the ruling on the debt is the row
    offer = next((each for each in reversed(state.offers) if each.sold is not None), None)
    kind = "拍卖成交" if offer is None or offer.auction else "变卖成交"
    yield from _passed(dossier, entry, act.property, kind, act.ruling, persons)


def _passed(
    dossier: Dossier, entry: Entry[Act], thing: int, kind: str, ruling: str, persons: Persons
) -> Made:
    state = _sale_of(dossier, thing, entry.seq)
    paper, number = paper_of(persons, state.buyer)
    cleared = [each for one in state.things for each in about(dossier, Evicted, one) if each.seq > entry.seq]
    yield (
        "T_SCZXPDYJ",
        "N_XHPDYJ",
        {
            KEY: f"{key_of(entry)}-1",
            "C_QSBGLX": kind,
            "C_BDWQDXH": serials_of(dossier, state.things),
            "C_BDWQDMS": title_of(dossier, state.things),
            "C_YSYQR": name_of(persons, owner_of(dossier, thing)),
            "C_MSR": name_of(persons, state.buyer),
            "C_MSRZJZL": paper,
            "C_MSRZJHM": number,
            "C_QSBGWS": ruling,
            "C_CCYJWB": state.handed is not None,
            "D_YJRQ": state.handed.on if state.handed else None,
            "C_CCZYRSFJBYJ": bool(cleared),
            "C_QZZXQK": "；".join(f"{each.act.present}；{each.act.belongings}" for each in cleared),
        },
    )


def _noticed(dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    if not isinstance(act, EvictionNoticed):
        return
    done = next((each for each in about(dossier, Evicted, act.property) if each.seq > entry.seq), None)
    cleared: Said = (
        {
            "D_QCHTCRQ": done.on,
            "C_JZR": done.act.present,
            "C_ZXJG": "已强制迁出",
            "C_CCCLQK": done.act.belongings,
        }
        if done
        else {}
    )
    yield (
        "T_SCZXQZQCYTC",
        "N_XHQZQCYTC",
        {
            KEY: key_of(entry),
            "N_BZXR": owner_of(dossier, act.property),
            "D_QQGGRQ": entry.on,
            **_debt(dossier, entry.on),
            "C_QQWSXH": str(entry.seq),
            "C_BQCRHBTCR": names_of(persons, act.occupied_by),
            **cleared,
        },
    )


def _managed(dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    if not isinstance(act, ManagementOrdered):
        return
    over = next((each for each in dossier.of(ManagementEnded) if each.act.management == entry.seq), None)
    held = next((each for each in holds(dossier, date.max) if each.thing == act.property), None)
    yield (
        "T_SCZXQZGL",
        "N_XHQZGL",
        {
            KEY: key_of(entry),
            "N_BZXR": owner_of(dossier, act.property),
            "C_BGLCCXH": serials_of(dossier, (act.property,)),
            "C_BGLCC": title_of(dossier, (act.property,)),
            "C_GLR": name_of(persons, act.manager),
            "C_QZGLYY": act.terms,
            "D_CCCKRQ": held.since if held else None,
            "C_YWLXQK": met(dossier, entry.on),
            "D_KSRQ": entry.on,
            "C_QZGLWS": act.ruling,
            "D_JCRQ": over.on if over else None,
            "C_JCYY": over.act.reason if over else "",
            "C_JCQZGLWS": f"第 {over.seq} 条" if over else "",
        },
    )


def _forced(dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    said: Said = {}
    if isinstance(act, OtherMeasureTaken):
        said = {
            "C_QZDX": name_of(persons, act.against),
            "C_CSMC": act.kind.label,
            "C_QTQZSSWS": act.ruling,
            "C_SSDD": act.place,
            "C_SSNR": act.what,
            "C_SSJG": act.result,
        }
    elif isinstance(act, ConductPerformed) and act.substituted:
        said = {"C_CSMC": "代履行", "C_SSNR": act.note, "C_SSJG": "已履行"}
    if said:
        row = {KEY: key_of(entry), **said, **_debt(dossier, entry.on), "D_SSRQ": entry.on}
        yield "T_SCZXQTQZCS", "N_XHQTQZCS", row


_ROWS: Mapping[type[Act], Make] = {
    TakenForDebt: _taken,
    TransferRuled: _transferred,
    EvictionNoticed: _noticed,
    ManagementOrdered: _managed,
    OtherMeasureTaken: _forced,
    ConductPerformed: _forced,
}
