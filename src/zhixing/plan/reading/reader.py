"""Reads a plan: the outline first, then each section by what its heading says it is. Pure: text in, reading out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import msgspec

from zhixing.plan.reading.checking import problems_of
from zhixing.plan.reading.deadlines import Reads
from zhixing.plan.reading.front import front, signature
from zhixing.plan.reading.ledger import Ledger
from zhixing.plan.reading.measures import measure
from zhixing.plan.reading.outline import Part, parts
from zhixing.plan.reading.passages import goals, note, prose
from zhixing.plan.reading.phrases import readers
from zhixing.plan.reading.sections import HEADING_ENDS, Section, sections
from zhixing.plan.reading.stages import stages
from zhixing.plan.reading.vocabulary import A_YEAR, LABEL, OWNED
from zhixing.plan.shape import Plan, Problem, Reading


def read(
    text: str, *, readings: Mapping[str, str] | None = None, departments: Collection[str] = ()
) -> Reading:
    """What a plan's text says. Raises UnknownReading for an alternative there is none of.

    `readings` overrides how phrases are read (rule → alternative); `departments`, if given, are those that exist.
    """
    by = readers(readings or {})
    ledger = Ledger(text)
    problems: list[Problem] = []
    first = next((part.mark for part in parts(ledger, 0, len(text))), 0)
    signed = signature(ledger, first)
    body = sections(ledger, parts(ledger, 0, signed.start), signed.start)
    appended = sections(ledger, parts(ledger, signed.end, len(text)), len(text))
    opening = front(ledger, body[0].mark if body else signed.start)
    issued_on = opening.issued_on or signed.on
    year = issued_on.year if issued_on else _first_year(ledger)
    reads = Reads(by, lambda _month: year, problems)
    after = note(ledger, signed.end, appended[0].mark if appended else len(text))
    plan = Plan(
        title=opening.title,
        document_no=opening.document_no,
        issuer=opening.issuer or signed.issuer,
        issued_on=issued_on,
        addressees=opening.addressees,
        cover=tuple(opening.cover),
        preamble=opening.preamble,
        notes=tuple(after),
    )
    for section in (*body, *appended):
        plan = _with(ledger, plan, section, reads)
    problems += problems_of(plan, departments)
    return Reading(plan=plan, not_understood=ledger.left(), problems=tuple(problems), layout=ledger.layout())


def _first_year(ledger: Ledger) -> int:
    """The first year the text names; 0 where it names none."""
    hit = A_YEAR.search(ledger.matched)
    return int(hit[1]) if hit else 0


def _with(ledger: Ledger, plan: Plan, section: Section, reads: Reads) -> Plan:
    """The plan with one more section. Headings are kept, so that nothing is lost."""
    ledger.lay_out(section.mark, section.heading[0])
    if section.role == "measure":
        no = max((each.no for each in plan.measures), default=0) + 1
        one = measure(ledger, no, "", (section.heading[0], section.end), reads)
        return msgspec.structs.replace(plan, measures=(*plan.measures, one))
    heading = ledger.take(*section.heading)
    ledger.lay_out(section.heading[1], section.start)
    if heading:
        plan = msgspec.structs.replace(plan, headings=(*plan.headings, heading))
    run = (section.start, section.end)
    if section.role == "measures":
        return _with_measures(ledger, plan, section, heading, reads)
    if section.role == "stages":
        found, lead = stages(ledger, run, section.parts, reads)
        return msgspec.structs.replace(plan, stages=plan.stages + found, notes=plan.notes + lead)
    if section.role == "goals":
        aims, lead = goals(ledger, *run, section.parts)
        return msgspec.structs.replace(plan, goals=plan.goals + aims, notes=plan.notes + lead)
    if section.role in ("ideas", "principles", "requirements"):
        passages = tuple(prose(ledger, *run, section.parts))
        changed = {section.role: getattr(plan, section.role) + passages}
        return msgspec.structs.replace(plan, **changed)
    return plan


def _with_measures(ledger: Ledger, plan: Plan, section: Section, heading: str, reads: Reads) -> Plan:
    level = _level(ledger, section)
    own = [part for part in section.parts if part.level == level]
    heads = [part for part in section.parts if part.level < level]
    marks = sorted([*(part.mark for part in own), *(part.mark for part in heads), section.end])
    notes = list(note(ledger, section.start, marks[0]))
    groups: dict[int, str] = {}
    for head in heads:
        last = marks[bisect_right(marks, head.mark)]
        stop = HEADING_ENDS.search(ledger.matched, head.start, last)
        ends, begins = stop.span() if stop else (last, last)
        ledger.lay_out(head.mark, head.start)
        groups[head.mark] = ledger.take(head.start, ends)
        ledger.lay_out(ends, begins)
        notes += note(ledger, begins, last)
    measures = list(plan.measures)
    begun = sorted(groups)
    before = max((each.no for each in measures), default=0)
    for part, no in zip(own, _numbers(own, len(groups), before), strict=True):
        place = bisect_left(begun, part.mark)
        group = groups[begun[place - 1]] if place else heading
        ledger.lay_out(part.mark, part.start)
        measures.append(measure(ledger, no, group, (part.start, part.end), reads))
    return msgspec.structs.replace(
        plan,
        measures=tuple(measures),
        notes=plan.notes + tuple(notes),
        headings=plan.headings + tuple(groups.values()),
    )


def _level(ledger: Ledger, section: Section) -> int:
    """The level of the measures: where most parts have just one label that names who is responsible.

    Where nothing is labelled, the level below groups, unless few groups have one.
    """
    found = list(LABEL.finditer(ledger.matched, section.start, section.end))
    kinds = Counter(hit.lastgroup or "" for hit in found)
    owned = Counter({kind: count for kind, count in kinds.items() if kind in OWNED})
    if kinds:
        kind = (owned or kinds).most_common(1)[0][0]
        return _labelled(section.parts, [hit.start() for hit in found if hit.lastgroup == kind])
    levels = sorted({part.level for part in section.parts})
    if len(levels) < 2:
        return levels[0] if levels else 0
    outer = [part for part in section.parts if part.level == levels[0]]
    inner = [part.mark for part in section.parts if part.level == levels[1]]
    filled = sum(_within(inner, part) > 0 for part in outer)
    return levels[1] if filled * 2 > len(outer) else levels[0]


def _labelled(inner: Sequence[Part], labels: Sequence[int]) -> int:
    """The level at which most parts, and the greatest share of them, have one label each."""
    best = (0, 0.0, 0)
    for level in {part.level for part in inner}:
        own = [part for part in inner if part.level == level]
        one = sum(_within(labels, part) == 1 for part in own)
        best = max(best, (one, one / len(own), level))
    return best[2]


def _within(places: Sequence[int], part: Part) -> int:
    return bisect_left(places, part.end) - bisect_left(places, part.start)


def _numbers(own: Sequence[Part], groups: int, before: int) -> list[int]:
    """The measures' numbers; where a section or every group begins again at 1, they are counted on."""
    given = [part.number for part in own]
    starts = given.count(1)
    again = 1 < starts <= groups and len(set(given)) < len(given)
    if again or (before and starts):
        return list(range(before + 1, before + len(given) + 1))
    return given
