"""What the acts of looking for property say in the national tables: orders to report, clues, investigations, audits, rewards.

One row an order and debtor, a clue, an investigation, a request for an audit, a request for a reward, with what came of it. Who
reported a clue for the reward is not written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time

from zhixing.assets.acts.clues import (
    AuditDecided,
    AuditReported,
    AuditRequested,
    ClueProvided,
    OnSiteInvestigated,
    RewardDecided,
    RewardNoticePublished,
    RewardRequested,
    RewardSettled,
)
from zhixing.assets.acts.declaration import ReportExtensionDecided
from zhixing.assets.acts.found import PropertyFound
from zhixing.assets.questions.investigation import clue
from zhixing.assets.questions.reporting import Reporting, reportings
from zhixing.cases.acts.notice import PropertyReportOrdered
from zhixing.law.answers import Found
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.registers.cells import Value
from zhixing.registers.fields import FOUND, KEY
from zhixing.registers.rows import Values
from zhixing.registers.told import yuan
from zhixing.registers.told_rows import LONGEST, numbers_of

CLUES = "T_SCZXZXXS"
Made = Iterator[tuple[str, str, Values]]


def _at(day: date | None) -> datetime | None:
    return datetime.combine(day, time.min) if day else None


def _yes(value: bool) -> str:
    return "是" if value else "否"


def _set(values: Mapping[str, Value | None]) -> Values:
    """The values that are there; texts no longer than a column."""
    return {
        code: value[:LONGEST] if isinstance(value, str) else value
        for code, value in values.items()
        if value is not None and value != ""
    }


def _ordered(dossier: Dossier, entry: Entry[Act], _identifiers: Mapping[str, str]) -> Made:
    for each in reportings(dossier, date.max):
        if each.order.seq != entry.seq:
            continue
        last = each.last_day.value if isinstance(each.last_day, Found) else None
        values: Mapping[str, Value | None] = {
            KEY: f"{entry.dossier}-{entry.seq}-{each.debtor}",
            "N_BZXR": each.debtor,
            "D_BGCCLFCRQ": _at(entry.on),
            "D_CCBGQJJMRQ": _at(last),
            "D_CCBGRQ": _at(each.declared.on if each.declared else None),
            **_prolonged(dossier, each),
        }
        yield "T_SCZXBGCCL", "N_XH", _set(values)


def _prolonged(dossier: Dossier, each: Reporting) -> Mapping[str, Value | None]:
    asked = [
        one
        for one in dossier.of(ReportExtensionDecided)
        if one.act.order == each.order.seq and one.act.debtor == each.debtor
    ]
    if not asked:
        return {}
    decided, act = asked[-1], asked[-1].act
    served = each.served.act.served_on if each.served else None
    more = (act.until - served).days - each.order.act.days if act.granted and act.until and served else None
    return {
        "N_YQTS": more,
        "C_YQYY": act.reason,
        "D_YQSQRQ": _at(act.asked_on),
        "C_YQSPJL": "准许" if act.granted else "不准许",
        "C_YQSPYJ": act.opinion,
        "N_YQSPR": decided.approved_by.id if decided.approved_by else None,
        "D_YQSPRQ": _at(decided.on),
    }


def _clue(dossier: Dossier, entry: Entry[Act], _identifiers: Mapping[str, str]) -> Made:
    act, found = entry.act, clue(dossier, entry.seq, date.max)
    if not isinstance(act, ClueProvided) or found is None:
        return
    done = found.verified
    values: Mapping[str, Value | None] = {
        KEY: f"{entry.dossier}-{entry.seq}",
        "C_XSLY": act.source.label,
        "C_XSNR": act.content,
        "D_XSTGRQ": _at(entry.on),
        "N_XSTGR": act.party,
        "C_XSZT": done.act.result.label if done else "尚未核实",
        "C_HFNR": done.act.answered if done else "",
        "D_XSHSRQ": _at(done.on if done else None),
    }
    yield CLUES, "N_XHXS", _set(values)


def _investigated(dossier: Dossier, entry: Entry[Act], _identifiers: Mapping[str, str]) -> Made:
    act = entry.act
    if not isinstance(act, OnSiteInvestigated):
        return
    values: Mapping[str, Value | None] = {
        KEY: f"{entry.dossier}-{entry.seq}",
        "C_DCDW": act.place,
        "C_DCDWFL": act.place_kind,
        "N_BDCR": act.debtor,
        "D_DCSJ": _at(entry.on),
        "C_HFNR": act.answered,
        "C_DCNR": act.what,
        "C_DCJG": act.result,
        "C_ZXXSXH": numbers_of(dossier, ClueProvided, CLUES, act.clues),
        "C_CMCCQDXH": numbers_of(dossier, PropertyFound, FOUND, act.found),
        "C_DCYY": act.why,
        **{str(each.item.value): each.result for each in act.items},
    }
    yield "T_SCZXCCDC", "N_XHCCDC", _set(values)


def _audit(dossier: Dossier, entry: Entry[Act], _identifiers: Mapping[str, str]) -> Made:
    act = entry.act
    if not isinstance(act, AuditRequested):
        return
    decided = next((each for each in dossier.of(AuditDecided) if each.act.request == entry.seq), None)
    done = next(
        (each for each in dossier.of(AuditReported) if decided and each.act.decision == decided.seq), None
    )
    values: dict[str, Value | None] = {
        KEY: f"{entry.dossier}-{entry.seq}",
        "N_BSJR": act.debtor,
        "C_SJYY": act.reason,
        "D_SQRQ": _at(entry.on),
    }
    if decided is not None:
        values |= {
            "C_SFZXSQ": _yes(decided.act.granted),
            "C_BZXYY": decided.act.why_not,
            "C_SJJG": decided.act.auditor,
        }
    if done is not None:
        values |= {
            "D_KSRQ": _at(done.act.began_on),
            "D_JSRQ": _at(done.on),
            "C_SFSJJG": done.act.result,
            "C_CLJG": done.act.handled,
            "C_CMCCQD": numbers_of(dossier, PropertyFound, FOUND, done.act.found),
            "N_SJFFDR": done.act.borne_by,
            "N_FDSE": yuan(done.act.cost),
            "C_SFJN": _yes(done.act.paid),
        }
    yield "T_SCZXSFSJ", "N_XHSFSJ", _set(values)


def _reward(dossier: Dossier, entry: Entry[Act], _identifiers: Mapping[str, str]) -> Made:
    act = entry.act
    if not isinstance(act, RewardRequested):
        return
    decided = next((each for each in dossier.of(RewardDecided) if each.act.request == entry.seq), None)
    posted = next(
        (each for each in dossier.of(RewardNoticePublished) if decided and each.act.decision == decided.seq),
        None,
    )
    paid = [each for each in dossier.of(RewardSettled) if posted and each.act.notice == posted.seq]
    values: dict[str, Value | None] = {
        KEY: f"{entry.dossier}-{entry.seq}",
        "N_BZXR": act.debtor,
        "D_XSZXSQRQ": _at(entry.on),
        "C_FBFS": act.where,
        "C_JSFF": act.terms,
    }
    if decided is not None:
        values |= {
            "C_SFZXSQ": _yes(decided.act.granted),
            "D_SPSJ": _at(decided.on),
            "N_SPR": decided.approved_by.id if decided.approved_by else None,
            "C_SPJL": "准许" if decided.act.granted else "不准许",
            "C_SPYJ": decided.act.why_not,
        }
    if posted is not None:
        values |= _posted(posted.act, posted.on)
    if paid:
        values |= _paid(dossier, paid)
    yield "T_SCZXXSZX", "N_XHXSZX", _set(values)


def _posted(act: RewardNoticePublished, on: date) -> Mapping[str, Value | None]:
    return {
        "D_GGFBRQ": _at(on),
        "D_XSJSRQ": _at(act.until),
        "C_JSFF": act.terms,
        "C_LQTJ": act.conditions,
        "C_MTFBPT": act.platforms,
        "C_ZTGGDZ": act.posted_at,
        "D_ZTGGSJ": _at(on) if act.posted_at else None,
        "C_QTFBPTMC": act.other_platform,
        "D_QTFBPTSJ": _at(on) if act.other_platform else None,
        "N_QTFBPTFY": yuan(act.other_cost) if act.other_cost is not None else None,
    }


def _paid(dossier: Dossier, paid: Sequence[Entry[RewardSettled]]) -> Mapping[str, Value | None]:
    realised, given = sum(each.act.realised for each in paid), sum(each.act.paid for each in paid)
    return {
        "N_ZXJE": yuan(realised),
        "C_ZXXSXH": numbers_of(dossier, ClueProvided, CLUES, [each.act.clue for each in paid]),
        "C_XSZWQK": "已经掌握" if all(each.act.known_before for each in paid) else "尚未掌握",
        "C_SQZXRDZQSFSX": _yes(realised > 0),
        "C_XSJESFFF": _yes(given > 0),
        "N_FFJE": yuan(given),
        "C_BFFDLY": "；".join(each.act.why_not for each in paid if each.act.why_not),
    }


Make = Callable[[Dossier, Entry[Act], Mapping[str, str]], Made]
SEARCH_ROWS: Mapping[type[Act], Make] = {
    PropertyReportOrdered: _ordered,
    ClueProvided: _clue,
    OnSiteInvestigated: _investigated,
    AuditRequested: _audit,
    RewardRequested: _reward,
}
