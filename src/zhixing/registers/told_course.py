"""The course of a case in the national tables: who works on it, its log and its duties, its rests, and what follows a round.

The log (执行日志) has a line for every act, so nothing that was done is left out of a register, whatever table knows of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import chain

from zhixing.assets.acts.found import FoundBy, PropertyFound
from zhixing.assets.acts.inquiry import InquiryAnswered, InquirySent, RecheckResult
from zhixing.cases import questions
from zhixing.cases.acts.assignment import Assigned, Reassigned
from zhixing.cases.acts.panel import PanelFormed
from zhixing.cases.acts.pause import Stayed, Suspended
from zhixing.cases.acts.periods import PeriodDeducted
from zhixing.cases.questions.pause import pauses
from zhixing.closing.acts.resumption import (
    ResumedCaseOpened,
    ResumedInNewCase,
    ResumptionApplied,
    ResumptionDeclined,
)
from zhixing.closing.acts.termination import (
    PropertyChangeLearned,
    RoundRechecked,
    RoundTerminated,
    SupplementReportReceived,
)
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.duties import Duty, duties
from zhixing.registers.fields import KEY
from zhixing.registers.told import yuan
from zhixing.registers.told_reviews import REVIEWS
from zhixing.registers.told_rows import (
    Cell,
    Made,
    Make,
    Persons,
    Row,
    Said,
    key_of,
    last_stated,
    made_by,
    name_of,
    numbered,
)
from zhixing.registers.told_tables import TABLES


def case_rows(dossier: Dossier, persons: Persons) -> Iterator[Row]:
    """Table and values of each row about case and parties that the acts entered here make, numbered within their table."""
    yield from numbered(
        chain(
            made_by({**TABLES, **REVIEWS, **_COURSE}, dossier, persons),
            _members(dossier),
            _log(dossier),
            _nodes(dossier),
        ),
        dossier,
    )


def _log(dossier: Dossier) -> Made:
    stated = last_stated(dossier)
    for entry in dossier.entries:
        if entry.seq > stated:
            label = installed().rule(type(entry.act)).label
            row: Said = {KEY: key_of(entry), "D_SJ": entry.on, "C_SX": label, "C_CLR": entry.by.name}
            yield "T_SCZXZXRZ", "N_XHZXRZ", row


def _nodes(dossier: Dossier) -> Made:
    """The duties that acts entered here opened. What may be done or left is none."""
    stated = last_stated(dossier)
    if dossier.head == stated:
        return
    for duty in duties(installed().duties, dossier):
        if duty.opening.seq > stated and not duty.rule.right:
            yield "T_SCZXZXLCJD", "N_XHLCJDXH", _node(duty)


def _node(duty: Duty) -> Said:
    done = duty.met_by or duty.ended_by
    state = "已完成" if duty.met_by else "已免除" if duty.ended_by else "办理中"
    return {
        "D_QDRQ": duty.opening.on,
        "D_JSRQ": done.on if done else None,
        "D_JMRQ": duty.due,
        "C_JDZT": "中止计算" if duty.suspended_by else state,
        "C_DYYWXH": str(duty.opening.seq),
        "C_JDMC": duty.written,
        "C_CLR": done.by.name if done else "",
        "N_QX": (duty.due - duty.opening.on).days if duty.due else None,
        "N_SJWCTS": (done.on - duty.opening.on).days if done else None,
    }


def _members(dossier: Dossier) -> Made:
    """Who works on the case at last: its officer and clerk, and the panel that was formed last."""
    stated, last = last_stated(dossier), dossier.entries[-1].on
    found: list[tuple[int | None, str]] = []
    if any(each.seq > stated for each in dossier.of(Assigned, Reassigned)):
        found += [
            (questions.handler(dossier, last), "承办人"),
            (questions.clerk(dossier, last), "书记员"),
        ]
    panel = dossier.last(PanelFormed)
    if panel is not None and panel.seq > stated:
        found += [(panel.act.presiding, "审判长"), *((each, "合议庭成员") for each in panel.act.members)]
        found.append((panel.act.clerk, "书记员"))
    for officer, role in dict.fromkeys(found):
        if officer is not None:
            yield "T_SCZXZXZZCYZC", "N_XHCY", {"N_CY": officer, "C_JS": role}


def _replaced(dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, Reassigned):
        before = dossier.with_entries(each for each in dossier.recorded if each.seq < entry.seq)
        yield (
            "T_SCZXZXZZCYBGJL",
            "N_XHCY",
            {
                KEY: key_of(entry),
                "N_YCY": questions.handler(before, entry.on),
                "C_YCYJS": "承办人",
                "N_XCY": act.officer,
                "D_BGRQ": entry.on,
                "C_BGYY": act.reason,
            },
        )


def _left_out(dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    said: dict[str, Cell] = {}
    if isinstance(act, PeriodDeducted):
        said = {"C_LX": "其他", "C_QTSY": act.ground.label, "D_QSRQ": act.since, "D_JSRQ": act.until}
    elif isinstance(act, Suspended | Stayed):
        rest = next(each for each in pauses(dossier) if each.seq == entry.seq)
        last = max(rest.since, rest.until - timedelta(days=1)) if rest.until else None
        ground = "C_ZZSY" if isinstance(act, Suspended) else "C_YQZXSY"
        kind = "中止执行" if isinstance(act, Suspended) else "暂缓执行"
        said = {
            "C_LX": kind,
            ground: act.ground.label,
            "D_QSRQ": rest.since,
            "D_JSRQ": last,
            "N_XGWS": entry.seq,
        }
    if said:
        yield "T_SCZXKCZXQXJL", "N_XHKCQX", {KEY: key_of(entry), **said}


def _from_earlier(_dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if isinstance(act, ResumedCaseOpened):
        row: Said = {KEY: key_of(entry), "N_YZXAJBS": act.first_case, "C_YZXAH": act.first_number}
        yield "T_SCZXYZXAJXX", "N_XHYZXAJ", row


def _asked_again(_dossier: Dossier, entry: Entry[Act], _persons: Persons) -> Made:
    act = entry.act
    if not isinstance(act, RoundRechecked):
        return
    row: Said = {KEY: key_of(entry), "C_CXFS": "终本后定期查询", "C_CKLSH": act.receipt}
    found = act.result is RecheckResult.FOUND
    yield "T_SCZXZBHZDWLCXX", "N_XHZDCX", {**row, "D_XZDWFKSJ": entry.on, "C_SFYJG": found}
    if found:
        yield "T_SCZXZBCCCXXX", "N_XHCCCX", {**row, "C_CCMC": act.found}
        yield from _suggested(entry, "终本后查询发现财产", act.found)


def _answered(dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    """An answer of the network after the round ended."""
    act = entry.act
    if not isinstance(act, InquiryAnswered) or not _after_the_round(dossier, entry):
        return
    sent = dossier.at(act.inquiry)
    yield (
        "T_SCZXZBHZDWLCXX",
        "N_XHZDCX",
        {
            KEY: key_of(entry),
            "C_CXFS": "网络查询",
            "N_BZXR": act.debtor,
            "C_BZXRXMHMC": name_of(persons, act.debtor),
            "C_XZDWMC": act.institution.label,
            "D_FSXZDWSJ": sent.on if sent and isinstance(sent.act, InquirySent) else None,
            "D_XZDWFKSJ": entry.on,
            "C_SFYJG": bool(act.found or act.known),
            "C_CKLSH": act.answer,
        },
    )


def _found(dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    """What the network found after the round ended."""
    act = entry.act
    if (
        isinstance(act, PropertyFound)
        and act.found_by is FoundBy.NETWORK
        and _after_the_round(dossier, entry)
    ):
        yield (
            "T_SCZXZBCCCXXX",
            "N_XHCCCX",
            {
                KEY: key_of(entry),
                "C_CXFS": "网络查询",
                "N_BZXR": act.owner,
                "C_BZXRXMHMC": name_of(persons, act.owner),
                "C_CCLX": act.kind.label,
                "C_CCMC": act.name,
                "N_CCSL": 1,
                "N_CCJE": yuan(act.value) if act.value is not None else None,
            },
        )


def _after_the_round(dossier: Dossier, entry: Entry[Act]) -> bool:
    ended = dossier.first(RoundTerminated)
    return ended is not None and ended.seq < entry.seq


def _suggested(entry: Entry[Act], source: str, content: str, **more: Cell) -> Made:
    row: dict[str, Cell] = {"C_HFJYLY": source, "C_JYNR": content, "D_JYSJ": entry.on, **more}
    yield "T_SCZXZBHFJYJCLX", "N_XHHFJYJCL", {KEY: f"{key_of(entry)}-h", **row}


def _to_resume(dossier: Dossier, entry: Entry[Act], persons: Persons) -> Made:
    """What speaks for going on after a round: an application with its answer, or a change of property."""
    act = entry.act
    if isinstance(act, ResumptionApplied):
        answers = [each for each in dossier.of(ResumptionDeclined, ResumedInNewCase) if each.seq > entry.seq]
        answer = answers[0] if answers else None
        declined = answer is not None and isinstance(answer.act, ResumptionDeclined)
        yield from _suggested(
            entry,
            "申请执行人申请",
            f"{act.ground.label}：{act.clues}",
            C_SFCL=answer is not None,
            C_CLR=answer.by.name if answer else "",
            D_CLSJ=answer.on if answer else None,
            C_CLJG=("不予恢复执行" if declined else "恢复执行") if answer else "",
            C_CLJGSM=answer.act.reason if answer and isinstance(answer.act, ResumptionDeclined) else "",
        )
    elif isinstance(act, PropertyChangeLearned | SupplementReportReceived):
        source = "获悉财产变动" if isinstance(act, PropertyChangeLearned) else "被执行人补充报告"
        name = name_of(persons, act.debtor)
        yield from _suggested(entry, source, act.content, N_BZXR=act.debtor, C_BZXRXMHMC=name)


_COURSE: Mapping[type[Act], Make] = {
    Reassigned: _replaced,
    PeriodDeducted: _left_out,
    Suspended: _left_out,
    Stayed: _left_out,
    ResumedCaseOpened: _from_earlier,
    RoundRechecked: _asked_again,
    InquiryAnswered: _answered,
    PropertyFound: _found,
    ResumptionApplied: _to_resume,
    PropertyChangeLearned: _to_resume,
    SupplementReportReceived: _to_resume,
}
