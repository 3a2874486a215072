"""What holding property says in the national tables: seizures, detentions, freezings, with renewals and partial releases.

What is withheld of an income stands with what is taken from it (`told_property`); its table knows neither renewal nor release.

The national record has no column that links a control with what it holds: the serial number of the found property stands in
its list. A control taken over from a preservation is written with its first day; one that was passed on is over here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from zhixing.assets.acts.control import (
    Controlled,
    ControlReleased,
    ControlRenewed,
    ControlTakenOver,
    Manner,
    WaitingTookEffect,
)
from zhixing.assets.questions.control import Hold, hold
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.registers.fields import KEY, tables
from zhixing.registers.told import yuan
from zhixing.registers.told_rows import (
    Cell,
    Made,
    Make,
    Persons,
    Said,
    key_of,
    met,
    owner_of,
    serials_of,
    title_of,
)


@dataclass(frozen=True, slots=True)
class _Renewals:
    """Columns of renewals: serial, ordered, until, reason, list, things, document."""

    table: str
    columns: tuple[str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class _Parts:
    """Columns of partial releases: serial, day, reason, list, things, document; what is left, where there is a column."""

    table: str
    columns: tuple[str, str, str, str, str, str]
    left: str = ""


@dataclass(frozen=True, slots=True)
class _Control:
    """The national columns of a manner of holding."""

    table: str
    serial: str
    since: str
    until: str
    owner: str
    kind: str
    things: tuple[str, str]  # list, in words
    document: str
    released: str
    why: str
    release: str  # its document
    renewals: _Renewals
    parts: _Parts


_CONTROLS = {
    Manner.SEALED: _Control(
        "T_SCZXCF",
        "N_XHCF",
        "D_CFSXRQ",
        "D_CFJMRQ",
        "N_CFWSYR",
        "C_CFLX",
        ("C_CFQDXH", "C_CFQD"),
        "C_CFWSXH",
        "D_JFRQ",
        "C_JCCFYY",
        "C_JCCFWSXH",
        _Renewals(
            "T_SCZXCFXF",
            ("N_XHXF", "D_CDXFRQ", "D_XFJMRQ", "C_XFYY", "C_XFCCQDXH", "C_XFCCQD", "C_XFWSXH"),
        ),
        _Parts(
            "T_SCZXCFBFJF",
            ("N_XHBFJF", "D_BFJFRQ", "C_BFJCCFYY", "C_BFJCCFWXH", "C_BFJCCFW", "C_BFJFWS"),
            "C_BFSYCFW",
        ),
    ),
    Manner.DETAINED: _Control(
        "T_SCZXKY",
        "N_XHKY",
        "D_KYSXRQ",
        "D_KYJMRQ",
        "N_CCSYQR",
        "C_KYLX",
        ("C_KYQDXH", "C_KYQD"),
        "C_KYWSXH",
        "D_JKRQ",
        "C_JCKYYY",
        "C_JCKYWS",
        _Renewals(
            "T_SCZXKYXK",
            ("N_XHXK", "D_CDXKRQ", "D_XKJMRQ", "C_XKYY", "C_XKCCQDXH", "C_XKCCQD", "C_XKWSXH"),
        ),
        _Parts(
            "T_SCZXKYBFJK",
            ("N_XHBFJK", "D_BFJKRQ", "C_BFJCKYYY", "C_BFJCCFCCXH", "C_BFJCKYWP", "C_BFJKWS"),
            "C_SYKYW",
        ),
    ),
    Manner.FROZEN: _Control(
        "T_SCZXDJ",
        "N_XHDJ",
        "D_DJSXRQ",
        "D_DJJMRQ",
        "N_CCSYQR",
        "C_DJLX",
        ("C_DJQDXH", "C_DJQD"),
        "C_DJWSXH",
        "D_JDRQ",
        "C_JCDJYY",
        "C_JCDJWS",
        _Renewals(
            "T_SCZXDJXD",
            ("N_XHXD", "D_CDXDRQ", "D_XDJMRQ", "C_XDYY", "C_XDCCQDXH", "C_XDCCQD", "C_XDWSXH"),
        ),
        _Parts(
            "T_SCZXDJBFJD",
            ("N_XHBFJD", "D_BFJDRQ", "C_BFJCDJYY", "C_BFJCDJCCXH", "C_BFJCDJCC", "C_BFJDWS"),
        ),
    ),
}


def control_rows(dossier: Dossier, persons: Persons, stated: int) -> Made:
    """The rows of every control, renewal and partial release that was entered here."""
    for entry in dossier.entries:
        make = _ROWS.get(type(entry.act))
        if make is not None and entry.seq > stated:
            yield from make(dossier, entry, persons)


def _controlled(dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    held = hold(dossier, entry.seq, date.max)
    if held is None or held.manner not in _CONTROLS:
        return
    columns, listed, named = _CONTROLS[held.manner], *_CONTROLS[held.manner].things
    said: dict[str, Cell] = {
        KEY: key_of(entry),
        columns.kind: held.rank.label,
        columns.since: held.in_force_since or held.since,
        columns.until: _first_term(dossier, held),
        columns.owner: owner_of(dossier, held.thing),
        listed: serials_of(dossier, (held.thing,)),
        named: title_of(dossier, (held.thing,)),
        "C_YWLXQK": met(dossier, entry.on),
        columns.document: str(entry.seq),
        **_ended(columns, held),
    }
    act = held.entry.act
    if act.amount is not None:
        said["N_NZXBDE"] = yuan(act.amount)
    if held.manner is Manner.FROZEN and held.amount is not None and held.in_force_since:
        said["N_SJDJJE"] = yuan(_at_first(dossier, held))
    if isinstance(act, Controlled):
        said |= {"C_CFDD": act.place, "C_KYDD": act.place, "C_CFFF": act.method}
        said |= {"C_BGR": act.keeper, "C_BGDD": act.keeping_place}
    known = tables()[columns.table].by_code()
    yield columns.table, columns.serial, {code: value for code, value in said.items() if code in known}


def _first_term(dossier: Dossier, held: Hold) -> date | None:
    """Its last day before any renewal; of one that waited, from the day it took effect."""
    effect = next((each for each in dossier.of(WaitingTookEffect) if each.act.control == held.seq), None)
    return effect.act.until if effect else held.entry.act.until


def _at_first(dossier: Dossier, held: Hold) -> int:
    """What was frozen before any part was lifted, in fen."""
    parts = [each.act.part or 0 for each in dossier.of(ControlReleased) if each.act.control == held.seq]
    return (held.amount or 0) + sum(parts)


def _ended(columns: _Control, held: Hold) -> Said:
    if held.released is None:
        return {}
    act = held.released.act
    why = act.ground.label if isinstance(act, ControlReleased) else "移转执行案件"
    return {columns.released: held.released.on, columns.why: why, columns.release: str(held.released.seq)}


def _renewed(dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    held = hold(dossier, act.control, date.max) if isinstance(act, ControlRenewed) else None
    if not isinstance(act, ControlRenewed) or held is None or held.manner not in _CONTROLS:
        return
    columns = _CONTROLS[held.manner]
    serial, ordered, until, reason, listed, named, document = columns.renewals.columns
    yield (
        columns.renewals.table,
        serial,
        {
            KEY: key_of(entry),
            f"C_ID_{columns.table.removeprefix('T_')}": key_of(held.entry),
            ordered: entry.on,
            until: act.until,
            reason: act.reason,
            listed: serials_of(dossier, (held.thing,)),
            named: title_of(dossier, (held.thing,)),
            document: str(entry.seq),
        },
    )


def _released(dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    held = hold(dossier, act.control, date.max) if isinstance(act, ControlReleased) else None
    if not isinstance(act, ControlReleased) or act.part is None or held is None:
        return
    if held.manner not in _CONTROLS:
        return
    columns = _CONTROLS[held.manner]
    serial, day, reason, listed, named, document = columns.parts.columns
    said: dict[str, Cell] = {
        KEY: key_of(entry),
        f"C_ID_{columns.table.removeprefix('T_')}": key_of(held.entry),
        day: entry.on,
        reason: act.reason,
        listed: serials_of(dossier, (held.thing,)),
        named: f"{title_of(dossier, (held.thing,))}，价值 {yuan(act.part)} 元",
        document: str(entry.seq),
    }
    yield columns.parts.table, serial, said | ({columns.parts.left: act.left} if columns.parts.left else {})


_ROWS: Mapping[type[Act], Make] = {
    Controlled: _controlled,
    ControlTakenOver: _controlled,
    ControlRenewed: _renewed,
    ControlReleased: _released,
}
