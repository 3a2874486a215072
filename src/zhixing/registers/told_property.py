"""What the acts of property say in the national tables: what was found, by kind; seizures, detentions, freezings; transfers.

A found property's row is linked with the row of its kind, a control's with its renewals and partial releases. Identifiers are
written in full where persons are named, otherwise left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from zhixing.assets.acts.control import (
    Controlled,
    ControlReleased,
    ControlRenewed,
    DepositTransferred,
    Manner,
)
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.kinds import Detail, Holds, kinds
from zhixing.assets.questions.control import hold
from zhixing.assets.questions.found import Asset, asset, assets
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.registers.acts import CaseTakenOver
from zhixing.registers.fields import FOUND, KEY, OF_FOUND, tables
from zhixing.registers.rows import Values
from zhixing.registers.told import yuan
from zhixing.registers.told_debts import DEBT_ROWS
from zhixing.registers.told_search import SEARCH_ROWS

Identifiers = Mapping[str, str]
Row = tuple[str, Values]


@dataclass(frozen=True, slots=True)
class _Control:
    """The national columns of a manner of holding: of its own table, of renewals, of partial releases."""

    table: str
    serial: str
    wanted: str
    since: str
    until: str
    owner: str
    kind: str
    released: str
    why: str
    renewals: str
    renewal: tuple[str, str, str, str]  # serial, ordered, until, reason
    parts: str
    part: tuple[str, str, str, str]  # serial, day, reason, what is left (empty: no such column)


_CONTROLS = {
    Manner.SEALED: _Control(
        "T_SCZXCF",
        "N_XHCF",
        "N_NZXBDE",
        "D_CFSXRQ",
        "D_CFJMRQ",
        "N_CFWSYR",
        "C_CFLX",
        "D_JFRQ",
        "C_JCCFYY",
        "T_SCZXCFXF",
        ("N_XHXF", "D_CDXFRQ", "D_XFJMRQ", "C_XFYY"),
        "T_SCZXCFBFJF",
        ("N_XHBFJF", "D_BFJFRQ", "C_BFJCCFYY", "C_BFSYCFW"),
    ),
    Manner.DETAINED: _Control(
        "T_SCZXKY",
        "N_XHKY",
        "N_NZXBDE",
        "D_KYSXRQ",
        "D_KYJMRQ",
        "N_CCSYQR",
        "C_KYLX",
        "D_JKRQ",
        "C_JCKYYY",
        "T_SCZXKYXK",
        ("N_XHXK", "D_CDXKRQ", "D_XKJMRQ", "C_XKYY"),
        "T_SCZXKYBFJK",
        ("N_XHBFJK", "D_BFJKRQ", "C_BFJCKYYY", "C_SYKYW"),
    ),
    Manner.FROZEN: _Control(
        "T_SCZXDJ",
        "N_XHDJ",
        "N_NZXBDE",
        "D_DJSXRQ",
        "D_DJJMRQ",
        "N_CCSYQR",
        "C_DJLX",
        "D_JDRQ",
        "C_JCDJYY",
        "T_SCZXDJXD",
        ("N_XHXD", "D_CDXDRQ", "D_XDJMRQ", "C_XDYY"),
        "T_SCZXDJBFJD",
        ("N_XHBFJD", "D_BFJDRQ", "C_BFJCDJYY", ""),
    ),
}


def property_rows(dossier: Dossier, identifiers: Identifiers) -> Iterator[Row]:
    """Table and values of each row about property that the acts entered here make, numbered within their table."""
    taken = dossier.first(CaseTakenOver)
    stated = taken.seq + taken.act.stated if taken else 0
    serials: dict[str, int] = {}
    for entry in dossier.entries:
        make = _ROWS.get(type(entry.act))
        if make is None or entry.seq <= stated:
            continue
        for table, serial, values in make(dossier, entry, identifiers):
            said = {code: value for code, value in values.items() if value not in ("", None)}
            if serial:
                serials[table] = serials.get(table, 0) + 1
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


def _controlled(dossier: Dossier, entry: Entry[Act], _identifiers: Identifiers) -> Made:
    act = entry.act
    if not isinstance(act, Controlled):
        return
    columns, held = _CONTROLS[act.manner], hold(dossier, entry.seq, date.max)
    found = asset(dossier, act.property, date.max)
    values: Values = {
        KEY: _key(entry),
        columns.kind: act.rank.label,
        columns.since: _at(entry.on),
    }
    if found is not None:
        values |= {columns.owner: found.found.act.owner}
    if act.amount is not None:
        values |= {columns.wanted: yuan(act.amount)}
        values |= {"N_SJDJJE": yuan(act.amount)} if act.manner is Manner.FROZEN else {}
    if act.until is not None:
        values |= {columns.until: _at(act.until)}
    if held is not None and held.released is not None and isinstance(held.released.act, ControlReleased):
        values |= {
            columns.released: _at(held.released.on),
            columns.why: held.released.act.ground.label,
        }
    said = {"C_CFDD": act.place, "C_CFFF": act.method, "C_BGR": act.keeper, "C_BGDD": act.keeping_place}
    said |= {"C_KYDD": act.place}
    known = tables()[columns.table].by_code()
    yield columns.table, columns.serial, values | {code: text for code, text in said.items() if code in known}


def _renewed(dossier: Dossier, entry: Entry[Act], _identifiers: Identifiers) -> Made:
    act = entry.act
    held = hold(dossier, act.control, date.max) if isinstance(act, ControlRenewed) else None
    if not isinstance(act, ControlRenewed) or held is None:
        return
    columns = _CONTROLS[held.manner]
    serial, ordered, until, reason = columns.renewal
    yield (
        columns.renewals,
        serial,
        {
            KEY: _key(entry),
            f"C_ID_{columns.table.removeprefix('T_')}": _key(held.entry),
            ordered: _at(entry.on),
            until: _at(act.until),
            reason: act.reason[:300],
        },
    )


def _released(dossier: Dossier, entry: Entry[Act], _identifiers: Identifiers) -> Made:
    act = entry.act
    if not isinstance(act, ControlReleased) or act.part is None:
        return
    held = hold(dossier, act.control, date.max)
    if held is None:
        return
    columns = _CONTROLS[held.manner]
    serial, day, reason, left = columns.part
    values: Values = {
        KEY: _key(entry),
        f"C_ID_{columns.table.removeprefix('T_')}": _key(held.entry),
        day: _at(entry.on),
        reason: act.reason[:300],
    }
    yield columns.parts, serial, values | ({left: act.left} if left else {})


def _transferred(dossier: Dossier, entry: Entry[Act], identifiers: Identifiers) -> Made:
    act = entry.act
    if not isinstance(act, DepositTransferred):
        return
    found = next((each for each in assets(dossier, date.max) if each.seq == act.property), None)
    account = identifiers.get(found.found.act.identifier or "", "") if found else ""
    if act.income:
        said: Values = {"C_LB": "提取", "N_KLTQJE": yuan(act.amount), "D_KLHTQRQ": _at(entry.on)}
        said |= {"N_NKLTQJE": yuan(act.amount), "C_TQZH": account, "C_WNKLTQYY": act.why_not[:300]}
        yield "T_SCZXKLYTQ", "N_XHKLYTQ", {KEY: _key(entry), "C_XZZXR": act.assisted_by, **said}
        return
    values: Values = {KEY: _key(entry), "N_HBJE": yuan(act.amount), "D_HBRQ": _at(entry.on)}
    values |= {"C_HBZHJZH": account, "C_WNHBYY": act.why_not[:300], "C_HRZHJZH": act.into[:300]}
    if found is not None:
        values |= {"N_HBCKSYR": found.found.act.owner, "C_HBCCLX": found.kind.label}
    yield "T_SCZXHB", "N_XHHB", values


_ROWS: Mapping[type[Act], Callable[[Dossier, Entry[Act], Identifiers], Made]] = {
    PropertyFound: _found,
    Controlled: _controlled,
    ControlRenewed: _renewed,
    ControlReleased: _released,
    DepositTransferred: _transferred,
    **SEARCH_ROWS,
    **DEBT_ROWS,
}
