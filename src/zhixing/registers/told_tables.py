"""What the acts of a case say in the further tables: rows for parties, service, the period, talks and performance.

Acts that a register stated are left out: their rows are kept as it wrote them. Not covered: rows of the tables of hearings,
deliberation, guarantees, objections and reconsideration for cases begun here; those acts stand in the record alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from zhixing.cases.acts.notice import ServiceAttempted
from zhixing.cases.acts.performance import VoluntarilyPerformed
from zhixing.cases.acts.periods import PeriodDeducted, PeriodExtended
from zhixing.closing.acts.termination import TalkOutcome, TerminationTalkHeld
from zhixing.parties.acts import PartyJoined
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.registers.acts import CaseTakenOver
from zhixing.registers.fields import PAPERS, PARTIES
from zhixing.registers.rows import Values
from zhixing.registers.told import yuan


@dataclass(frozen=True, slots=True)
class Person:
    """A party as exports name it: its fields in the table of parties, papers by kind and number, accounts by their key."""

    fields: Values = field(default_factory=dict)
    papers: Sequence[tuple[str, str]] = ()
    accounts: Mapping[int, str] = field(default_factory=dict)
    banks: Mapping[int, str] = field(default_factory=dict)  # that keep the accounts, where known


Persons = Mapping[int, Person]
Row = tuple[str, Values]


def rows(dossier: Dossier, persons: Persons) -> Iterator[Row]:
    """Table and values of each row that the acts entered here make, numbered within their table."""
    taken = dossier.first(CaseTakenOver)
    stated = taken.seq + taken.act.stated if taken else 0
    serials: dict[str, int] = {}
    for entry in dossier.entries:
        make = _ROWS.get(type(entry.act))
        if make is None or entry.seq <= stated:
            continue
        for table, serial, values in make(entry, persons):
            count = serials[table] = serials.get(table, 0) + 1
            yield table, {code: value for code, value in values.items() if value != ""} | {serial: count}


Made = Iterator[tuple[str, str, Values]]


def _at(day: date) -> datetime:
    return datetime.combine(day, time.min)


def _name(persons: Persons, party: int) -> str:
    return str(persons[party].fields.get("C_MC", "")) if party in persons else ""


def _joined(entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    if not isinstance(act, PartyJoined):
        return
    person, key = persons.get(act.party, Person()), f"P{act.party}"
    role: Values = {"C_ID": key, "C_DSRFLDW": act.role.label, "C_YAFLDW": act.original_role}
    yield PARTIES, "N_XH", {**role, **person.fields}
    for kind, number in person.papers:
        yield PAPERS, "N_XH", {"C_ID_SCZXZXZTXX": key, "C_ZJLX": kind, "C_ZJHM": number}


def _served(entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    if not isinstance(act, ServiceAttempted):
        return
    values: Values = {
        "C_WS": act.document.label,
        "C_SDFS": act.method.label,
        "D_KSSDRQ": _at(act.sent_on or entry.on),
        "C_QSR": act.signed_by,
        "C_WSDYY": act.why_not[:300],
    }
    if act.served_on is not None:
        values["D_SDRQ"] = _at(act.served_on)
    yield "T_SCZXSDJL", "N_XHSD", values


def _deducted(entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, PeriodDeducted):
        values: Values = {"C_LX": "其他", "C_QTSY": act.ground.label}
        yield (
            "T_SCZXKCZXQXJL",
            "N_XHKCQX",
            {**values, "D_QSRQ": _at(act.since), "D_JSRQ": _at(act.until)},
        )


def _extended(entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, PeriodExtended):
        values: Values = {"C_YY": act.reason[:300], "D_PZRQ": _at(entry.on), "C_YZQJ": f"{act.months}个月"}
        if entry.approved_by is not None:
            values["C_PZJG"] = entry.approved_by.post
        yield "T_SCZXYZZXQXJL", "N_XHYZQX", values


def _talked(entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, TerminationTalkHeld):
        yield (
            "T_SCZXYT",
            "N_XHYT",
            {
                "C_BYTR": _name(persons, act.party),
                "D_YTSJ": _at(entry.on),
                "C_YTFS": act.channel.label,
                "C_YTSY": "终结本次执行程序",
                "C_SFTYZB": "是" if act.outcome in (TalkOutcome.AGREES, TalkOutcome.REQUESTED) else "否",
            },
        )


def _performed(entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, VoluntarilyPerformed):
        values: Values = {"N_BZXR": act.by, "N_LXJE": yuan(act.amount), "D_LXRQ": _at(entry.on)}
        if act.to is not None:
            values["N_SQR"] = act.to
        yield "T_SCZXZDLX", "N_XHZDLX", values


_ROWS: Mapping[type[Act], Callable[[Entry[Act], Persons], Made]] = {
    PartyJoined: _joined,
    ServiceAttempted: _served,
    PeriodDeducted: _deducted,
    PeriodExtended: _extended,
    TerminationTalkHeld: _talked,
    VoluntarilyPerformed: _performed,
}
