"""The parts of a plan that are prose: goals, principles, requirements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from zhixing.plan.reading.ledger import Ledger
from zhixing.plan.reading.outline import Part
from zhixing.plan.shape import Passage

_TITLE_ENDS = re.compile(r"[。：\n]")
LONGEST_LEAD = 80


def prose(ledger: Ledger, start: int, end: int, parts: Sequence[Part]) -> Iterator[Passage]:
    """Numbered passages with their titles; what stands before the first of them, and in a section without any, has none."""
    outer = outermost(parts)
    yield from note(ledger, start, outer[0].mark if outer else end)
    for part in outer:
        yield _titled(ledger, part)


def note(ledger: Ledger, start: int, end: int) -> Iterator[Passage]:
    """Words that lead into a section, as a passage; none where there are none."""
    if ledger.text[start:end].strip():
        begins = start + len(ledger.text[start:end]) - len(ledger.text[start:end].lstrip())
        yield Passage(title="", text=ledger.take(start, end), line=ledger.line(begins))


def outermost(parts: Sequence[Part]) -> list[Part]:
    """The parts of the outermost level there is."""
    least = min((each.level for each in parts), default=0)
    return [part for part in parts if part.level == least]


def _titled(ledger: Ledger, part: Part) -> Passage:
    ledger.lay_out(part.mark, part.start)
    stop = _TITLE_ENDS.search(ledger.matched, part.start, part.end)
    title = ledger.take(part.start, stop.start() if stop else part.end)
    text = ""
    if stop is not None:
        ledger.lay_out(stop.start(), stop.end())
        text = ledger.take(stop.end(), part.end)
    return Passage(title=title, text=text, line=ledger.line(part.mark))


def goals(
    ledger: Ledger, start: int, end: int, parts: Sequence[Part]
) -> tuple[tuple[str, ...], tuple[Passage, ...]]:
    """The goals one by one, numbered or not, and the words that lead up to them."""
    first = parts[0].mark if parts else end
    colon = ledger.matched.find("：", start, min(first, start + LONGEST_LEAD))
    lead: tuple[Passage, ...] = ()
    if colon >= 0:
        lead = tuple(note(ledger, start, colon + 1))
        start = colon + 1
    for part in parts:
        ledger.lay_out(part.mark, part.start)
    edges = sorted({start, end, *(part.mark for part in parts), *(part.start for part in parts)})
    marks = {part.mark for part in parts}
    found = []
    for begins, last in pairwise(edges):
        if begins in marks:
            continue
        for hit in re.finditer(r"[^；。]+", ledger.matched[begins:last]):
            words = ledger.take(begins + hit.start(), begins + hit.end())
            if words:
                found.append(words)
    ledger.lay_out(start, end)
    return tuple(found), lead
