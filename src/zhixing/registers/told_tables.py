"""What the acts of a case say in the tables of its parties, service, talks, performance and the prolonging of its time.

Acts that a register stated are left out: their rows are kept as it wrote them.
"""

from __future__ import annotations

from collections.abc import Mapping

from zhixing.cases.acts.filing import ClaimKind, ClaimRecorded
from zhixing.cases.acts.notice import ApplicantContacted, ServiceAttempted
from zhixing.cases.acts.performance import ConductPerformed, ThingDelivered, VoluntarilyPerformed
from zhixing.cases.acts.periods import PeriodExtended
from zhixing.closing.acts.termination import RoundTerminationServed, TalkOutcome, TerminationTalkHeld
from zhixing.parties.acts import PartyJoined
from zhixing.parties.questions import agents_of, representative_of
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.registers.fields import KEY, PAPERS, PARTIES
from zhixing.registers.told import yuan
from zhixing.registers.told_rows import Made, Make, Person, Persons, key_of, name_of, names_of


def _joined(dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    if not isinstance(act, PartyJoined):
        return
    last = dossier.entries[-1].on
    person, key = persons.get(act.party, Person()), f"P{act.party}"
    speaker = representative_of(dossier, act.party, last)
    agents = agents_of(dossier, act.party, last)
    yield (
        PARTIES,
        "N_XH",
        {
            KEY: key,
            "C_DSRFLDW": act.role.label,
            "C_YAFLDW": act.original_role,
            **person.fields,
            "C_DLR": names_of(persons, [each.agent for each in agents]),
            "C_FDDBR": name_of(persons, speaker.person if speaker else None),
        },
    )
    for kind, number in person.papers:
        yield PAPERS, "N_XH", {"C_ID_SCZXZXZTXX": key, "C_ZJLX": kind, "C_ZJHM": number}


def _served(_dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, ServiceAttempted):
        yield (
            "T_SCZXSDJL",
            "N_XHSD",
            {
                "C_WS": act.document.label,
                "C_SDFS": act.method.label,
                "D_KSSDRQ": act.sent_on or entry.on,
                "D_SDRQ": act.served_on,
                "N_SSDR": act.to,
                "C_QSR": act.signed_by,
                "C_WSDYY": act.why_not,
            },
        )


def _ruling_served(_dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, RoundTerminationServed):
        yield (
            "T_SCZXSDJL",
            "N_XHSD",
            {
                "C_WS": "终结本次执行程序裁定书",
                "C_SDFS": act.method.label,
                "D_KSSDRQ": act.sent_on or entry.on,
                "D_SDRQ": entry.on,
                "N_SSDR": act.to,
                "C_QSR": act.signed_by,
            },
        )


def _extended(_dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, PeriodExtended):
        yield (
            "T_SCZXYZZXQXJL",
            "N_XHYZQX",
            {
                "C_YY": act.reason,
                "C_PZJG": entry.approved_by.post if entry.approved_by else None,
                "D_PZRQ": entry.on,
                "C_YZQJ": f"{act.months}个月",
            },
        )


def _talked(_dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, TerminationTalkHeld):
        yield (
            "T_SCZXYT",
            "N_XHYT",
            {
                "C_BYTR": name_of(persons, act.party),
                "D_YTSJ": entry.on,
                "C_YTFS": act.channel.label,
                "N_TGXSQX": (act.clues_until - entry.on).days if act.clues_until else None,
                "C_YTSY": "终结本次执行程序",
                "C_SFTYZB": act.outcome in (TalkOutcome.AGREES, TalkOutcome.REQUESTED),
            },
        )
    elif isinstance(act, ApplicantContacted):
        yield (
            "T_SCZXYT",
            "N_XHYT",
            {
                "C_BYTR": name_of(persons, act.party),
                "D_YTSJ": entry.on,
                "C_YTFS": act.channel.label,
                "C_YTSY": act.content,
            },
        )


def _performed(dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    table, serial = "T_SCZXZDLX", "N_XHZDLX"
    if isinstance(act, VoluntarilyPerformed):
        yield (
            table,
            serial,
            {"N_BZXR": act.by, "N_SQR": act.to, "N_LXJE": yuan(act.amount), "D_LXRQ": entry.on},
        )
    elif isinstance(act, ThingDelivered):
        yield table, serial, {"C_LXBDW": _what(dossier, act.claim, act.note), "D_LXRQ": entry.on}
    elif isinstance(act, ConductPerformed):
        if not act.substituted:
            yield table, serial, {"C_LXBDXW": _what(dossier, act.claim, act.note), "D_LXRQ": entry.on}
        yield (
            "T_SCZXDXWZXQK",
            "N_XHDXWDZXQK",
            {
                "C_ID_SCZXDXWDZX": f"{dossier.id}-{act.claim}",
                "D_QZZXRQ": entry.on if act.substituted else None,
                "C_CLJG": "代履行" if act.substituted else "被执行人自行履行",
                "C_ZXQK": act.note,
            },
        )


def _what(dossier: Dossier, claim: int, note: str) -> str:
    """What was owed under a claim, and how it was done."""
    found = dossier.at(claim)
    owed = found.act.text or found.act.label if found and isinstance(found.act, ClaimRecorded) else ""
    return "；".join(filter(None, (owed, note)))


def _owed(_dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, ClaimRecorded) and act.kind is ClaimKind.CONDUCT:
        row = {KEY: key_of(entry), "C_XWDNR": act.text or act.label, "D_XWLXQX": act.due}
        yield "T_SCZXDXWDZX", "N_XHDXWDZX", row


TABLES: Mapping[type[Act], Make] = {
    PartyJoined: _joined,
    ServiceAttempted: _served,
    RoundTerminationServed: _ruling_served,
    PeriodExtended: _extended,
    TerminationTalkHeld: _talked,
    ApplicantContacted: _talked,
    VoluntarilyPerformed: _performed,
    ThingDelivered: _performed,
    ConductPerformed: _performed,
    ClaimRecorded: _owed,
}
