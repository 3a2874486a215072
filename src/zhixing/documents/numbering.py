"""The number a document bears in its case, asked of the record: the first of a series the case number, later ones 之一, 之二.

Derived and not drawn from a counter, so it has no gaps, needs no lock, and is the same whenever the document is made. What an
act itself states (文号) is taken over, as long as no earlier document bears it. Before filing there is no case number; such a
document bears the court's register number alone.
"""

from __future__ import annotations

from dataclasses import replace

from zhixing.cases import questions as cases
from zhixing.documents.gathered import paper_of
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
    borne: dict[str, list[str]] = {}
    for entry in _made(dossier):
        paper = paper_of(entry.act)
        if paper is None or paper.kind not in WITH_NUMBER:
            if entry.seq == seq:
                return ""
            continue
        known = borne.setdefault(_series(entry.act, paper), [])
        number = _stated(entry.act, known) or _next(dossier, entry, known)
        if entry.seq == seq:
            return number
        known.append(number)
    raise LookupError(seq)


def _series(act: Act, paper: Paper) -> str:
    """Rulings of a case count together, decisions likewise; of other documents those of one name."""
    together = paper.kind in (PaperKind.RULING, PaperKind.DECISION)
    return paper.kind.label if together else installed().rule(type(act)).document


def _made(dossier: Dossier) -> list[Entry[Act]]:
    """The entries as first recorded: a number once borne stays borne, whatever is corrected later."""
    return [entry for entry in dossier.recorded if paper_of(entry.act) is not None]


def _stated(act: Act, known: list[str]) -> str:
    for name in STATED_IN:
        text = getattr(act, name, "")
        if isinstance(text, str) and "号" in text and text not in known:
            try:
                return parse(text).normal
            except CaseNumberError:
                return text if text.startswith("（") else ""
    return ""


def _next(dossier: Dossier, entry: Entry[Act], known: list[str]) -> str:
    if entry.by.court not in ("", dossier.court):
        return ""  # the court above numbers its papers itself
    own = _case_number(dossier, entry)
    if own is None:
        return ""
    later, number = 0, own.normal
    while number in known:
        later += 1
        number = replace(own, sub=later).normal
    return number


def _case_number(dossier: Dossier, entry: Entry[Act]) -> CaseNumber | OldCaseNumber | None:
    then = dossier.with_entries(each for each in dossier.recorded if each.seq <= entry.seq)
    found = cases.number_in(cases.case_number(then, entry.on))
    return replace(found, sub=None) if found is not None else None
