"""The number a document bears in its case, asked of the record: the first of a series the case number, later ones 之一, 之二.

Derived and not drawn from a counter, so it has no gaps, needs no lock, and is the same whenever the document is made. What an
act itself states (文号) is taken over, as long as no earlier document bears it. Before filing there is no case number; such a
document bears the court's register number alone.
"""

from __future__ import annotations

from dataclasses import replace

from zhixing.cases import questions as cases
from zhixing.cases.acts.filing import Filed
from zhixing.documents.gathered import paper_of
from zhixing.funds.aid.acts.application import AidFiled
from zhixing.funds.aid.questions.application import aid_number
from zhixing.law.case_numbers import CaseNumber, CaseNumberError, OldCaseNumber, parse
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier, Entry
from zhixing.record.paper import Paper, PaperKind

STATED_IN = ("ruling", "decision", "document")
WITH_NUMBER = (
    PaperKind.RULING,
    PaperKind.DECISION,
    PaperKind.NOTICE,
    PaperKind.ORDER,
    PaperKind.LETTER,
)


def number_of(dossier: Dossier, seq: int) -> str:
    """The number of the document that entry `seq` makes; empty for minutes, forms and slips, and before filing."""
    return numbers(dossier)[seq]


def numbers(dossier: Dossier) -> dict[int, str]:
    """The numbers of all documents of a dossier, by entry, as first recorded: a number once borne stays borne."""
    found: dict[int, str] = {}
    borne: dict[str, list[str]] = {}
    own: CaseNumber | OldCaseNumber | None = None
    for entry in dossier.recorded:
        if isinstance(entry.act, Filed):
            own = _case_number(dossier, entry)
        elif isinstance(entry.act, AidFiled):
            own = cases.number_in(aid_number(dossier, entry.on))
        paper = paper_of(entry.act)
        if paper is None:
            continue
        found[entry.seq] = ""
        if paper.kind in WITH_NUMBER:
            known = borne.setdefault(_series(entry.act, paper), [])
            ours = (
                own if entry.by.court in ("", dossier.court) else None
            )  # the court above numbers its papers itself
            found[entry.seq] = _stated(entry.act, known) or _next(ours, known)
            known.append(found[entry.seq])
    return found


def _series(act: Act, paper: Paper) -> str:
    """Rulings of a case count together, decisions likewise; of other documents those of one name."""
    together = paper.kind in (PaperKind.RULING, PaperKind.DECISION)
    return paper.kind.label if together else installed().rule(type(act)).document


def _stated(act: Act, known: list[str]) -> str:
    for name in STATED_IN:
        text = getattr(act, name, "")
        if isinstance(text, str) and "号" in text and text not in known:
            try:
                return parse(text).normal
            except CaseNumberError:
                return text if text.startswith("（") else ""
    return ""


def _next(own: CaseNumber | OldCaseNumber | None, known: list[str]) -> str:
    if own is None:
        return ""
    later, number = 0, own.normal
    while number in known:
        later += 1
        number = replace(own, sub=later).normal
    return number


def _case_number(dossier: Dossier, filed: Entry[Act]) -> CaseNumber | OldCaseNumber | None:
    then = dossier.with_entries(each for each in dossier.recorded if each.seq <= filed.seq)
    found = cases.number_in(cases.case_number(then, filed.on))
    return replace(found, sub=None) if found is not None else None
