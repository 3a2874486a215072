"""What a case is, and where it stands."""

from __future__ import annotations

from datetime import date

from zhixing.cases.acts.assignment import Assigned, CaseTransferred, HandedOver
from zhixing.cases.acts.filing import (
    ApplicationReceived,
    CaseType,
    Filed,
    FilingRefused,
    LivelihoodFlagged,
    TitleRecorded,
)
from zhixing.cases.acts.notice import EnforcementNoticeIssued
from zhixing.cases.acts.review import HeldBeforeTitle
from zhixing.cases.questions.pause import paused
from zhixing.law.case_numbers import CaseNumber, CaseNumberError, OldCaseNumber, parse
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.questions import ended


def case_number(dossier: Dossier, on: date) -> str:
    """The case number in its normal form; empty before filing."""
    filed = dossier.as_of(on).first(Filed)
    if filed is None:
        return ""
    if not filed.act.number:
        return filed.fact("case-number", str)
    number = number_in(filed.act.number)
    return filed.act.number if number is None else number.normal


def number_in(text: str) -> CaseNumber | OldCaseNumber | None:
    """The case number a text writes; None for none, or for one that cannot be read (a correction may have brought it)."""
    try:
        return parse(text) if text else None
    except CaseNumberError:
        return None


def case_type(dossier: Dossier) -> CaseType:
    """The kind of case, as applied for."""
    received = dossier.first(ApplicationReceived)
    return received.act.case_type if received else CaseType.FIRST


def cause(dossier: Dossier) -> str:
    """The cause of action."""
    received = dossier.first(ApplicationReceived)
    return received.act.cause if received else ""


def case_title(dossier: Dossier, on: date) -> str:
    """Number and cause, as the head of a page says them."""
    return f"{case_number(dossier, on) or '收案审查中'} · {cause(dossier)}"


def filed_on(dossier: Dossier, on: date) -> date | None:
    """The day of filing, None before it."""
    filed = dossier.as_of(on).first(Filed)
    return filed.on if filed else None


def livelihood(dossier: Dossier, on: date) -> LivelihoodFlagged | None:
    """The livelihood flag of that day."""
    flagged = dossier.as_of(on).last(LivelihoodFlagged)
    return flagged.act if flagged else None


def closed(dossier: Dossier, on: date) -> Entry[Act] | None:
    """The act that ended the case by that day: a way of closing, a refusal to file, or a transfer; None while it goes on."""
    return ended(dossier, on)


def _preserving(dossier: Dossier) -> str:
    """Nobody is told to perform where a ruling is carried out: it is examined, then carried out."""
    ordered = dossier.among((HeldBeforeTitle, TitleRecorded))
    return "保全实施" if ordered else "保全审查"


ENDED_OTHERWISE: dict[type[Act], str] = {FilingRefused: "不予受理", CaseTransferred: "已移送"}


def stage(dossier: Dossier, on: date) -> str:
    """Where the case stands, in words."""
    then = dossier.as_of(on)
    ending = closed(dossier, on)
    if ending is not None:
        return ENDED_OTHERWISE.get(type(ending.act), "已结案")
    resting = paused(dossier, on)
    if resting is not None:
        return f"{resting.label}执行"
    if then.first(EnforcementNoticeIssued):
        return "财产查控"
    if then.first(Assigned):
        return _preserving(then) if case_type(dossier) is CaseType.PRESERVATION else "已分案待通知"
    if then.first(HandedOver):
        return "待分案"
    return "已立案待移送" if then.first(Filed) else "收案审查"
