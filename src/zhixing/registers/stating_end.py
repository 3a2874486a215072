"""How a case of the register ended, as the act of that way; and its archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from zhixing.cases.acts.ending import ClosingAct
from zhixing.cases.acts.filing import RefusalGround
from zhixing.closing.acts.termination import RoundTerminated, RoundTerminatedByConsent, TerminationGround
from zhixing.closing.acts.ways import (
    ApplicationDismissed,
    Archived,
    CancellationGround,
    CaseCancelled,
    EndingGround,
    EnforcementEnded,
    Fulfilled,
    FulfilmentGround,
    NonEnforced,
    NonEnforcementGround,
    PreservationClosed,
    PreservationOutcome,
)
from zhixing.record.door import Stated
from zhixing.registers.cells import BadCell
from zhixing.registers.rows import BadField, Case
from zhixing.registers.words import C, Codes, chosen, word_of, yes

EVIDENCE = "登记册所载，未附材料"
Way = Callable[[Case, int | None, Codes], ClosingAct]


def ending(case: Case, closed: date | None, title: int | None, codes: Codes) -> Iterator[Stated]:
    """The act that ended the case, if the register says it ended. Raises BadField."""
    text = case.main.text("C_JAFS")
    if not text and closed is None:
        return
    if not text:
        raise BadField("C_JAFS", BadCell("有结案日期，结案方式却是空白", f"请填：{'、'.join(WAYS)}"))
    if closed is None:
        raise BadField("D_JARQ", BadCell("有结案方式，结案日期却是空白", "请填结案日期；未结的清空结案方式"))
    try:
        word = word_of("C_JAFS", text, tuple(WAYS), codes)
    except BadCell as trouble:
        raise BadField("C_JAFS", trouble) from None
    yield Stated(WAYS[word](case, title, codes), closed)


def archived(case: Case, closed: date | None) -> Iterator[Stated]:
    """The archive, if the register says when it took the files."""
    day, main = case.main.day("D_JSRQ"), case.main
    if day is None or closed is None:
        return
    if day < closed:
        raise BadField("D_JSRQ", BadCell(f"归档接收日期早于结案日期{closed}", "请核对两个日期"))
    volumes = sum(main.number(code) or 0 for code in ("N_ZJCS", "N_FJCS", "N_QTJCS"))
    yield Stated(Archived(volumes=volumes, number=main.text("C_GDH"), note="登记册所载"), day)


def _ground(case: Case, code: str, kind: type[C], codes: Codes) -> C:
    try:
        return chosen(code, case.main.text(code), kind, codes)
    except BadCell as trouble:
        raise BadField(code, trouble) from None


def _fulfilled(case: Case, _title: int | None, codes: Codes) -> ClosingAct:
    ground = _ground(case, "C_ZXWBSY", FulfilmentGround, codes)
    return Fulfilled(reason=case.main.text("C_ZXWBSY"), ground=ground)


def _terminated(case: Case, _title: int | None, codes: Codes) -> ClosingAct:
    text = case.main.text("C_ZJBCZXSY")
    ground = next((each for each in TerminationGround if each.label == text), TerminationGround.NO_PROPERTY)
    try:
        consented = yes("C_SQRSQZJBCZXCX", case.main.text("C_SQRSQZJBCZXCX"), codes)
    except BadCell as trouble:
        raise BadField("C_SQRSQZJBCZXCX", trouble) from None
    kind = RoundTerminatedByConsent if consented else RoundTerminated
    return kind(reason=text, ground=ground, ruling="")


def _ended(case: Case, _title: int | None, codes: Codes) -> ClosingAct:
    text = case.main.text("C_ZJZXSY")
    try:
        ground = chosen("C_ZJZXSY", text, EndingGround, codes)
    except BadCell:
        ground = EndingGround.OTHER  # the law's list is open; the register's own words are the reason
    return EnforcementEnded(reason=text, ground=ground, evidence=EVIDENCE)


def _cancelled(case: Case, _title: int | None, codes: Codes) -> ClosingAct:
    ground = _ground(case, "C_XASY", CancellationGround, codes)
    return CaseCancelled(reason=case.main.text("C_XASY"), ground=ground, other_court="", evidence=EVIDENCE)


def _not_enforced(case: Case, title: int | None, codes: Codes) -> ClosingAct:
    if title is None:
        raise BadField("C_ZXYJLX", BadCell("不予执行的案件没有执行依据", "请填执行依据类型和文书文号"))
    text = case.main.text("C_BYZXLY")
    try:
        ground = chosen("C_BYZXLY", text, NonEnforcementGround, codes)
    except BadCell:
        ground = NonEnforcementGround.OTHER
    return NonEnforced(reason=text, ground=ground, title=title, ruling="")


def _dismissed(case: Case, _title: int | None, codes: Codes) -> ClosingAct:
    ground = _ground(case, "C_BYSLYY", RefusalGround, codes)
    return ApplicationDismissed(reason=case.main.text("C_BYSLYY"), ground=ground, ruling="")


def _preserved(outcome: PreservationOutcome) -> Way:
    return lambda case, _title, _codes: PreservationClosed(reason=case.main.text("C_JAFS"), outcome=outcome)


# The words of 结案方式 (执行工作规定 art. 64, 立案结案意见 art. 14 and 21).
WAYS: Mapping[str, Way] = {
    "执行完毕": _fulfilled,
    "终结本次执行程序": _terminated,
    "终结执行": _ended,
    "销案": _cancelled,
    "不予执行": _not_enforced,
    "驳回申请": _dismissed,
    "保全完毕": _preserved(PreservationOutcome.DONE),
    "部分保全": _preserved(PreservationOutcome.IN_PART),
    "无标的物可实施保全": _preserved(PreservationOutcome.NOTHING),
}
