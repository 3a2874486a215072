"""What the acts of property say in the national tables: what was found, by kind, and what was taken from accounts and incomes.

A found property's row is linked with the row of its kind. Identifiers are written in full where persons are named, otherwise
left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal

from zhixing.assets.acts.control import Controlled, ControlTakenOver, DepositTransferred, Manner
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.kinds import Detail, Holds, kinds
from zhixing.assets.questions.control import Hold, hold
from zhixing.assets.questions.found import Asset, asset, assets
from zhixing.parties.acts import Role
from zhixing.parties.questions import parties_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.registers.fields import FOUND, KEY, OF_FOUND
from zhixing.registers.rows import Values
from zhixing.registers.told import yuan
from zhixing.registers.told_debts import DEBT_ROWS
from zhixing.registers.told_rows import LONGEST, already, last_stated, met, unmet
from zhixing.registers.told_search import SEARCH_ROWS

Identifiers = Mapping[str, str]
Row = tuple[str, Values]


def property_rows(dossier: Dossier, identifiers: Identifiers) -> Iterator[Row]:
    """Table and values of each row about property that the acts entered here make, numbered within their table."""
    stated = last_stated(dossier)
    serials = already(dossier)
    for entry in dossier.entries:
        make = _ROWS.get(type(entry.act))
        if make is None or entry.seq <= stated:
            continue
        for table, serial, values in make(dossier, entry, identifiers):
            said = {code: value for code, value in values.items() if value not in ("", None)}
            if serial:
                serials[table] += 1
                said[serial] = serials[table]
            yield table, {code: value for code, value in said.items() if value is not None}


Made = Iterator[tuple[str, str, Values]]


def _at(day: date) -> datetime:
    return datetime.combine(day, time.min)


def _key(entry: Entry[Act]) -> str:
    return f"{entry.dossier}-{entry.seq}"


def _found(dossier: Dossier, entry: Entry[Act], identifiers: Identifiers) -> Made:
    act = entry.act
    if not isinstance(act, PropertyFound):
        return
    stands = asset(dossier, entry.seq, date.max)
    yield (
        FOUND,
        "N_XHCMCC",
        {
            KEY: _key(entry),
            "N_BZXR": act.owner,
            "C_CMFS": act.found_by.label,
            "D_CMRQ": _at(entry.on),
            "C_CCLX": act.kind.label,
            "C_CCMC": act.name[:300],
            **_screened(stands),
        },
    )
    kind = kinds()[act.kind]
    values: Values = {KEY: f"{_key(entry)}-1", OF_FOUND: _key(entry)}
    for each in act.details:
        field = kind.detail(each.code)
        if field is not None:
            values |= _told(field, identifiers.get(each.value, "") if field.sealed else each.value)
    if act.identifier and kind.identifier:
        values |= {kind.identifier: identifiers.get(act.identifier, "")}
    amount = next((each for each in kind.details if each.code in ("N_SE", "N_JE", "N_JZ")), None)
    if act.value is not None and amount is not None:
        values.setdefault(amount.code, yuan(act.value))
    yield kind.table, "", {code: value for code, value in values.items() if value != ""}


def _told(field: Detail, value: str) -> Values:
    if not value:
        return {}
    if field.holds is Holds.TIME:
        return {field.code: datetime.fromisoformat(value)}
    if field.holds is Holds.AMOUNT:
        return {field.code: Decimal(value)}
    return {field.code: int(value) if field.holds is Holds.INT else value}


def _screened(stands: Asset | None) -> Values:
    """Whether it can be enforced on, as was found out."""
    if stands is None:
        return {}
    if stands.ruled_out is not None:
        why, on = stands.ruled_out.act.ground.label, stands.ruled_out.on
    elif stands.unsaleable is not None:
        why, on = stands.unsaleable.act.ground.label, stands.unsaleable.on
    else:
        return {}
    return {"C_CCZBJG": "不可执行", "D_CCZBRQ": _at(on), "C_CCBKZXYY": why}


def _withheld(dossier: Dossier, entry: Entry[Act], _identifiers: Identifiers) -> Made:
    """An income that is withheld: since when and how much, by whom, or why that did not come about."""
    act, held = entry.act, hold(dossier, entry.seq, date.max)
    if (
        not isinstance(act, Controlled | ControlTakenOver)
        or held is None
        or held.manner is not Manner.WITHHELD
    ):
        return
    found = asset(dossier, act.property, date.max)
    began = held.in_force_since if held.failed is None else None
    values: Values = {KEY: _key(entry), "C_LB": "扣留", "C_BZ": "人民币", "N_KLTQWSXH": entry.seq}
    values |= {"C_YWLXQK": met(dossier, entry.on), "C_WLXZWNR": unmet(dossier, entry.on)}
    values |= {"N_BZXR": found.found.act.owner} if found else {}
    values |= {"N_NKLTQJE": yuan(act.amount)} if act.amount is not None else {}
    values |= {"D_KLHTQRQ": _at(began)} if began is not None else {}
    values |= {"N_KLTQJE": yuan(held.amount)} if began is not None and held.amount is not None else {}
    values |= {"C_XZZXR": act.assisted_by[:LONGEST]} if isinstance(act, Controlled) else {}
    values |= {"C_WNKLTQYY": _not_withheld(held)[:LONGEST]} if began is None else {}
    yield "T_SCZXKLYTQ", "N_XHKLYTQ", values


def _not_withheld(held: Hold) -> str:
    return held.failed.act.reason or "协助单位未能办理" if held.failed else "轮候"


def _transferred(dossier: Dossier, entry: Entry[Act], identifiers: Identifiers) -> Made:
    act = entry.act
    if not isinstance(act, DepositTransferred):
        return
    found = next((each for each in assets(dossier, date.max) if each.seq == act.property), None)
    account = identifiers.get(found.found.act.identifier or "", "") if found else ""
    on, named = entry.on, {"C_YWLXQK": met(dossier, entry.on), "C_WLXZWNR": unmet(dossier, entry.on)}
    values: Values = {KEY: _key(entry), "C_BZ": "人民币", **named}
    if act.income:
        values |= {"C_LB": "提取", "C_XZZXR": act.assisted_by, "N_NKLTQJE": yuan(act.amount)}
        values |= {"N_KLTQJE": yuan(act.amount), "D_KLHTQRQ": _at(on), "N_KLTQWSXH": entry.seq}
        values |= {"C_TQZH": account, "C_WNKLTQYY": act.why_not[:LONGEST]}
        values |= {"N_BZXR": found.found.act.owner} if found else {}
        yield "T_SCZXKLYTQ", "N_XHKLYTQ", values
        return
    values |= {"N_HBJE": yuan(act.amount), "D_HBRQ": _at(on), "C_KHWSXH": str(entry.seq)}
    values |= {"C_HBZHJZH": account, "C_WNHBYY": act.why_not[:LONGEST], "C_HRZHJZH": act.into[:LONGEST]}
    applicant = next((part.party for part in parties_of(dossier, Role.APPLICANT, on)), None)
    values |= {"N_SQZXR": applicant} if applicant is not None else {}
    if found is not None:
        values |= {"N_HBCKSYR": found.found.act.owner, "C_HBCCLX": found.kind.label}
    yield "T_SCZXHB", "N_XHHB", values


_ROWS: Mapping[type[Act], Callable[[Dossier, Entry[Act], Identifiers], Made]] = {
    PropertyFound: _found,
    Controlled: _withheld,
    ControlTakenOver: _withheld,
    DepositTransferred: _transferred,
    **SEARCH_ROWS,
    **DEBT_ROWS,
}
