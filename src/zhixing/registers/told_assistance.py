"""Who was ordered to assist with what, in the national table of assistance: by notice on paper, or over the property network.

A measure that names who assists makes its row itself, with the answer of the network where it went there too; one that names
nobody makes it when it is sent. An inquiry makes a row for each institution, whatever the number of debtors.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from zhixing.assets.acts.control import Controlled, ControlReleased, ControlRenewed, DepositTransferred
from zhixing.assets.acts.delivery import TransferRuled
from zhixing.assets.acts.inquiry import (
    AnswerStatus,
    ControlAnswered,
    ControlRequested,
    FindingDisputed,
    InquiryAnswered,
    InquirySent,
)
from zhixing.assets.institutions import REPORTS
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.questions.control import hold
from zhixing.assets.questions.inquiry import asked_about, control_answer, control_requests, inquiry_at
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.registers.fields import KEY
from zhixing.registers.told_rows import Made, Persons, Said, key_of, the

TABLE, SERIAL = "T_SCZXXZZX", "N_XHXZZX"
HELPED = (AnswerStatus.COMPLETE, AnswerStatus.NOTHING, AnswerStatus.PARTIAL)


def assistance_rows(dossier: Dossier, _persons: Persons, stated: int) -> Made:
    """The rows of every order to assist that was entered here."""
    for entry in dossier.entries:
        if entry.seq <= stated:
            continue
        if isinstance(entry.act, InquirySent | FindingDisputed):
            yield from _inquired(dossier, entry)
        elif isinstance(entry.act, ControlRequested):
            yield from _sent(dossier, entry, entry.act)
        else:
            yield from _ordered(dossier, entry)


def _row(entry: Entry[Act], who: str, kind: str, what: str) -> Said:
    return {"C_XZYWRLX": kind, "C_XZYWR": who, "C_XZSX": what, "D_XZTZFCRQ": entry.on}


def _ordered(dossier: Dossier, entry: Entry[Act]) -> Made:
    """A measure that names who assists with it."""
    thing, who, what = _measure(dossier, entry.act)
    if not who.strip():
        return
    found = the(dossier, thing)
    answers = [
        answer for request, answer in control_requests(dossier, date.max) if request.act.measure == entry.seq
    ]
    answer = next((each for each in reversed(answers) if each is not None), None)
    kind = _kind_of(found.kind) if found else ""
    yield TABLE, SERIAL, {KEY: f"{key_of(entry)}-x", **_row(entry, who, kind, what), **_done(answer)}


def _sent(dossier: Dossier, entry: Entry[Act], act: ControlRequested) -> Made:
    """A measure that names nobody, as it was sent over the network."""
    measure = dossier.at(act.measure)
    _, who, what = _measure(dossier, measure.act) if measure else (0, "", "")
    if not what or who.strip():
        return
    kind = act.institution.label
    said = {**_row(entry, kind, kind, what), **_done(control_answer(dossier, entry.seq))}
    yield TABLE, SERIAL, {KEY: f"{key_of(entry)}-x", **said}


def _done(answer: Entry[ControlAnswered] | None) -> Said:
    if answer is None:
        return {}
    return {
        "C_JYXZ": answer.act.done,
        "C_LXQK": answer.act.reason or ("已办理" if answer.act.done else "未办理"),
    }


def _inquired(dossier: Dossier, entry: Entry[Act]) -> Made:
    """Each institution that was asked what it knows, and for how many persons it answered how."""
    inquiry = inquiry_at(dossier, entry.seq)
    pairs = asked_about(dossier, inquiry) if inquiry else ()
    asked = Counter(institution for _, institution in pairs)
    again = isinstance(entry.act, FindingDisputed)
    answers = [each for each in dossier.of(InquiryAnswered) if each.act.inquiry == entry.seq]
    for place, institution in enumerate(asked, start=1):
        newest = {each.act.debtor: each.act.status for each in answers if each.act.institution is institution}
        what = "复核查询反馈" if again else f"查询 {asked[institution]} 人的财产"
        yield (
            TABLE,
            SERIAL,
            {
                KEY: f"{key_of(entry)}-x{place}",
                **_row(entry, institution.label, institution.label, what),
                "C_JYXZ": any(each in HELPED for each in newest.values()) if newest else None,
                "C_LXQK": "，".join(
                    f"{status.label} {count} 人" for status, count in Counter(newest.values()).items()
                ),
            },
        )


def _measure(dossier: Dossier, act: Act) -> tuple[int, str, str]:
    """The property, who assists and with what; nothing said where the act asks nobody."""
    if isinstance(act, Controlled):
        return act.property, act.assisted_by, act.manner.label
    if isinstance(act, DepositTransferred):
        return act.property, act.assisted_by, "提取收入" if act.income else "划拨存款"
    if isinstance(act, TransferRuled):
        return act.property, act.registry, "办理过户登记"
    if isinstance(act, ControlRenewed | ControlReleased):
        held = hold(dossier, act.control, date.max)
        if held is None:
            return 0, "", ""
        more = "续行" if isinstance(act, ControlRenewed) else "解除" if act.part is None else "部分解除"
        who = held.entry.act.assisted_by if isinstance(held.entry.act, Controlled) else ""
        return held.thing, who, f"{more}{held.manner.label}"
    return 0, "", ""


def _kind_of(kind: PropertyKind) -> str:
    return next((each.label for each, kinds in REPORTS.items() if kind in kinds), "其他单位")
