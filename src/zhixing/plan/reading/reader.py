"""Reads a plan: the outline first, then each section by what its heading says it is. Pure: text in, reading out."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from zhixing.plan.reading.ledger import Ledger
from zhixing.plan.reading.measures import Reads, has_labels, measure
from zhixing.plan.reading.outline import Part, parts
from zhixing.plan.reading.passages import day_in, front, goals, prose, stages
from zhixing.plan.reading.phrases import readers
from zhixing.plan.reading.vocabulary import DATED, SECTIONS, SIGNED
from zhixing.plan.shape import Measure, Passage, Plan, Problem, Reading, Stage

_HEADING = re.compile(r"[。：\n]")


@dataclass(frozen=True, slots=True)
class Section:
    """A section: what it is, its heading, where its words begin and end, and the numbered parts in it."""

    role: str
    heading: str
    start: int
    end: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """The signature at the end: who, and when."""

    issuer: str
    on: date | None


def read(
    text: str, *, readings: Mapping[str, str] | None = None, departments: Collection[str] = ()
) -> Reading:
    """What a plan's text says. Raises UnknownReading for an alternative there is none of.

    `readings` overrides how phrases are read (rule → alternative); `departments`, if given, are those that exist.
    """
    ledger = Ledger(text)
    problems: list[Problem] = []
    by = readers(readings or {})
    end, signed = _signature(ledger)
    whole = parts(ledger, 0, end)
    sections = _sections(ledger, whole, end)
    opening = front(ledger, sections[0][0] if sections else 0)
    issued_on = opening.issued_on or (signed.on if signed else None)
    year = issued_on.year if issued_on else _first_year(ledger)
    reads = Reads(by, lambda _month: year, problems)
    plan = Plan(
        title=opening.title,
        document_no=opening.document_no,
        issuer=opening.issuer or (signed.issuer if signed else ""),
        issued_on=issued_on,
        addressees=opening.addressees,
        cover=tuple(opening.cover),
        preamble=opening.preamble,
    )
    for _, section in sections:
        plan = _with(ledger, plan, section, reads)
    _check(plan, departments, problems)
    return Reading(plan=plan, not_understood=ledger.left(), problems=tuple(problems), layout=ledger.layout())


def _signature(ledger: Ledger) -> tuple[int, Signed | None]:
    """The end of the text without the signature, which is laid out; and who signed when."""
    body = ledger.matched.rstrip()
    hit = SIGNED.search(body)
    if hit is None:
        return len(ledger.text), None
    issuer = re.sub(r"\s", "", ledger.text[slice(*hit.span("issuer"))])
    dated = DATED.search(ledger.matched, hit.start())
    ledger.lay_out(hit.start(), len(ledger.text))
    return hit.start(), Signed(issuer, day_in(dated) if dated else None)


def _sections(ledger: Ledger, whole: Sequence[Part], end: int) -> list[tuple[int, Section]]:
    """Each section with the place of its mark. A text without any heading is one section of measures."""
    tops = [part for part in whole if part.level == 1]
    if not any(_role(ledger, part)[0] for part in tops):
        first = next((part.mark for part in whole), end)
        return [(first, Section("measures", "", first, end, tuple(whole)))] if whole else []
    ends = [*(part.mark for part in tops[1:]), end]
    found = []
    for top, last in zip(tops, ends, strict=False):
        role, stop, begins = _role(ledger, top)
        inner = tuple(part for part in whole if top.mark < part.mark < last and part.level > 1)
        labelled = any(has_labels(ledger, part.start, part.end) for part in inner)
        heading = ledger.take(top.start, stop)
        ledger.lay_out(top.mark, begins)
        found.append((top.mark, Section("measures" if labelled else role, heading, begins, last, inner)))
    return found


def _role(ledger: Ledger, top: Part) -> tuple[str, int, int]:
    hit = _HEADING.search(ledger.matched, top.start, top.end)
    stop, begins = (hit.start(), hit.end()) if hit else (top.end, top.end)
    words = ledger.matched[top.start : stop]
    role = next((name for name, pattern in SECTIONS if pattern.search(words)), "")
    return role, stop, begins


def _first_year(ledger: Ledger) -> int:
    hit = re.search(r"(20\d\d)年|〔(20\d\d)〕", ledger.matched)
    return int(hit[1] or hit[2]) if hit else 2016


def _with(ledger: Ledger, plan: Plan, section: Section, reads: Reads) -> Plan:
    """The plan with one more section. The heading is kept as a passage's title, so that nothing is lost."""
    headed = (*plan.headings, section.heading) if section.heading else plan.headings
    plan = msgspec.structs.replace(plan, headings=headed)
    if section.role == "measures":
        return _with_measures(ledger, plan, section, reads)
    if section.role == "stages":
        found, lead = stages(ledger, (section.start, section.end), section.parts, reads)
        return msgspec.structs.replace(plan, stages=plan.stages + found, notes=plan.notes + lead)
    if section.role == "goals":
        aims, lead = goals(ledger, section.start, section.end)
        return msgspec.structs.replace(plan, goals=plan.goals + aims, notes=plan.notes + lead)
    if section.role in ("ideas", "principles", "requirements"):
        passages = tuple(prose(ledger, section.start, section.end, section.parts))
        changed = {section.role: getattr(plan, section.role) + passages}
        return msgspec.structs.replace(plan, **changed)
    return plan


def _with_measures(ledger: Ledger, plan: Plan, section: Section, reads: Reads) -> Plan:
    level = _level(ledger, section.parts)
    own = [part for part in section.parts if part.level == level]
    heads = [part for part in section.parts if part.level < level]
    marks = sorted([*(part.mark for part in own), *(part.mark for part in heads), section.end])
    groups: dict[int, str] = {}
    notes: list[Passage] = []
    first = marks[0]
    if ledger.text[section.start : first].strip():
        notes.append(
            Passage(title="", text=ledger.take(section.start, first), line=ledger.line(section.start))
        )
    for head in heads:
        last = next(mark for mark in marks if mark > head.mark)
        stop = _HEADING.search(ledger.matched, head.start, last)
        name_end = stop.start() if stop else last
        groups[head.mark] = ledger.take(head.start, name_end)
        ledger.lay_out(head.mark, head.start)
        if stop is not None:
            ledger.lay_out(stop.start(), stop.end())
            if ledger.text[stop.end() : last].strip():
                line = ledger.line(stop.end())
                notes.append(Passage(title=groups[head.mark], text=ledger.take(stop.end(), last), line=line))
    numbers = _numbers(own, sorted(groups))
    measures = []
    for part, no in zip(own, numbers, strict=True):
        last = next(mark for mark in marks if mark > part.mark)
        group = next(
            (groups[mark] for mark in sorted(groups, reverse=True) if mark < part.mark), section.heading
        )
        measures.append(measure(ledger, no, group, (part.start, last), reads))
        ledger.lay_out(part.mark, part.start)
    named = plan.headings + tuple(groups.values())
    return msgspec.structs.replace(
        plan,
        measures=plan.measures + tuple(measures),
        notes=plan.notes + tuple(notes),
        headings=named,
    )


def _level(ledger: Ledger, inner: Sequence[Part]) -> int:
    """At which level measures stand: where labels are, else at the deepest of （一） and 1、."""
    for level in (2, 3, 4):
        own = [part for part in inner if part.level == level]
        if own and sum(has_labels(ledger, part.start, part.end) for part in own) * 2 >= len(own):
            return level
    levels = {part.level for part in inner}
    return next((level for level in (3, 2, 4) if level in levels), 3)


def _numbers(own: Sequence[Part], groups: Sequence[int]) -> list[int]:
    """The measures' numbers; where every group begins again at 1, they are counted on."""
    given = [part.number for part in own]
    starts = [place for place, number in enumerate(given) if number == 1]
    if len(starts) > 1 and len(starts) <= len(groups) and len(set(given)) < len(given):
        return list(range(1, len(given) + 1))
    return given


def _check(plan: Plan, departments: Collection[str], problems: list[Problem]) -> None:
    if not plan.measures:
        problems.append(
            Problem(
                where="全文",
                what="没有读出任何措施，看来不是工作方案",
                mend="工作方案的措施应有编号（1、或（一））和标题，并写明责任部门、完成时限；请确认文件选对了",
            )
        )
        return
    numbers = [each.no for each in plan.measures]
    for each in plan.measures:
        where = f"第 {each.line} 行（第 {each.no} 项措施“{each.title}”）"
        if numbers.count(each.no) > 1:
            problems.append(Problem(where=where, what=f"措施编号 {each.no} 重复", mend="请改正编号"))
        unknown = [name for name in each.departments if departments and name not in departments]
        for name in unknown:
            problems.append(
                Problem(
                    where=where,
                    what=f"没有“{name}”这个部门",
                    mend="请改为已有的部门，或先设立该部门",
                    stops=False,
                )
            )
    missing = sorted(set(range(1, max(numbers) + 1)) - set(numbers))
    if missing:
        named = "、".join(map(str, missing))
        problems.append(
            Problem(where="措施编号", what=f"缺第 {named} 项", mend="请核对原文是否漏页", stops=False)
        )
    _within(plan.measures, plan.stages, problems)


def _within(measures: Sequence[Measure], stages_of: Sequence[Stage], problems: list[Problem]) -> None:
    if not stages_of:
        return
    since, until = min(each.since for each in stages_of), max(each.until for each in stages_of)
    for each in measures:
        for deadline in each.deadlines:
            if deadline.by is not None and not since <= deadline.by < until:
                problems.append(
                    Problem(
                        where=f"第 {each.line} 行（第 {each.no} 项措施“{each.title}”）",
                        what=f"期限“{deadline.text}”（{deadline.by}）不在方案的各阶段之内",
                        mend="请核对年份",
                        stops=False,
                    )
                )
