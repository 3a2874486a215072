"""The sections of a plan: what each is, by the words of its heading and by the labels in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from zhixing.plan.reading.ledger import Ledger
from zhixing.plan.reading.measures import is_owned, labels_in
from zhixing.plan.reading.outline import Part
from zhixing.plan.reading.vocabulary import SECTIONS

HEADING_ENDS = re.compile(r"[。：\n]")


@dataclass(frozen=True, slots=True)
class Section:
    """A section: what it is (empty: unknown), its heading, where its mark and its words begin, where they end, its parts."""

    role: str
    heading: tuple[int, int]
    mark: int
    start: int
    end: int
    parts: tuple[Part, ...] = ()


def sections(ledger: Ledger, whole: Sequence[Part], end: int) -> list[Section]:
    """The sections of a text. One without any heading that says what it is, is one section of measures."""
    tops = [part for part in whole if part.level == 1]
    found = list(_found(ledger, tops, whole))
    if not any(each.role for each in found):
        first = whole[0].mark if whole else end
        return [Section("measures", (first, first), first, first, end, tuple(whole))] if whole else []
    if not any(each.role in ("measures", "measure") for each in found):
        return [replace(each, role="measures") if not each.role and each.parts else each for each in found]
    return found


def _found(ledger: Ledger, tops: Sequence[Part], whole: Sequence[Part]) -> Iterator[Section]:
    place = 0
    for top in tops:
        while place < len(whole) and whole[place].mark <= top.mark:
            place += 1
        begins = place
        while place < len(whole) and whole[place].mark < top.end:
            place += 1
        inner = tuple(whole[begins:place])
        hit = HEADING_ENDS.search(ledger.matched, top.start, top.end)
        stop, start = hit.span() if hit else (top.end, top.end)
        yield Section(_role(ledger, top, stop, inner), (top.start, stop), top.mark, start, top.end, inner)


def _role(ledger: Ledger, top: Part, stop: int, inner: Sequence[Part]) -> str:
    words = ledger.matched[top.start : stop]
    role = next((name for name, pattern in SECTIONS if pattern.search(words)), "")
    if role == "stages":
        return role
    if any(is_owned(ledger, part.start, part.end) for part in inner):
        return "measures"
    labels = labels_in(ledger, top.start, top.end)
    if not role and labels:
        return "measures" if inner else "measure"
    return role
