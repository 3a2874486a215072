"""One measure of a plan: title, what is to be done, leaders, departments, progress; its deadlines and its targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from zhixing.plan.reading.deadlines import Reads, deadlines_of
from zhixing.plan.reading.ledger import Ledger, Words
from zhixing.plan.reading.targets import targets
from zhixing.plan.reading.vocabulary import AND, LABEL, OWNED, ROLE
from zhixing.plan.shape import Deadline, Measure, Problem

# A name; one of two signs may be set wide: 王  伟.
_NAMES = re.compile(
    r"(?<![^、，；。\s（）：/])[^、，；。\s（）：/][ ]+[^、，；。\s（）：/](?![^、，；。\s（）：/])|[^、，；。\s（）：/]+"
)
_ASIDE = re.compile(r"（[^）]*）")
_TITLE_ENDS = re.compile(r"[。：\n]")
LONGEST_TITLE = 45
# Words that say nothing of a day when they stand in the description and not beside 完成时限.
VAGUE = ("regularly", "lasting")


@dataclass(slots=True)
class Found:
    """What has been read of a measure's parts, each as runs of the text."""

    title: tuple[int, int]
    words: list[tuple[int, int]] = field(default_factory=list)
    leaders: list[tuple[int, int]] = field(default_factory=list)
    departments: list[tuple[int, int]] = field(default_factory=list)
    progress: list[tuple[int, int]] = field(default_factory=list)


def labels_in(ledger: Ledger, start: int, end: int) -> list[str]:
    """The labels of a passage, each by what it names: leaders, departments, with, progress, words."""
    return [hit.lastgroup or "" for hit in LABEL.finditer(ledger.matched, start, end)]


def is_owned(ledger: Ledger, start: int, end: int) -> bool:
    """Whether a passage names who leads or who is responsible: then it is a measure, or several."""
    return any(each in OWNED for each in labels_in(ledger, start, end))


def measure(ledger: Ledger, no: int, group: str, place: tuple[int, int], reads: Reads) -> Measure:
    """The measure whose words stand at `place`."""
    found = _split(ledger, *place)
    line = ledger.line(place[0])
    title = ledger.take(*found.title)
    text = _joined(ledger, found.words)
    leaders = tuple(name for run in found.leaders for name in _names(ledger, run))
    departments = tuple(name for run in found.departments for name in _departments(ledger, run))
    progress = _joined(ledger, found.progress)
    where = f"第 {line} 行（第 {no} 项措施“{title}”）"
    deadlines = tuple(
        each if each.what else msgspec.structs.replace(each, what=title)
        for each in _deadlines(text, progress, reads, where)
    )
    if not deadlines:
        reads.problems.append(
            Problem(
                where=where,
                what="没有读出完成期限",
                mend="请在核对时补充期限；不补的，以方案结束为期",
                stops=False,
            )
        )
    return Measure(
        no=no,
        group=group,
        title=title,
        text=text.text,
        leaders=leaders,
        departments=departments,
        deadlines=deadlines,
        targets=tuple(
            each if each.of else msgspec.structs.replace(each, of=title)
            for each in targets((text, progress), deadlines, reads.problems, where)
        ),
        progress=progress.text,
        line=line,
    )


def _deadlines(text: Words, progress: Words, reads: Reads, where: str) -> tuple[Deadline, ...]:
    """Those of the progress; the description adds days of its own, but not every 定期 in its prose."""
    if not progress.text:
        return tuple(deadlines_of(text, reads, where))
    found = list(deadlines_of(progress, reads, where))
    known = {(each.by, each.every) for each in found}
    for each in deadlines_of(text, reads, where):
        if each.rule not in VAGUE and (each.by, each.every) not in known:
            found.append(each)
    return tuple(found)


def _joined(ledger: Ledger, runs: list[tuple[int, int]]) -> Words:
    found = [ledger.words(*run) for run in runs]
    lines = tuple(line for each in found for line in each.lines)
    return Words("".join(each.text for each in found), lines)


def _split(ledger: Ledger, start: int, end: int) -> Found:
    labels = list(LABEL.finditer(ledger.matched, start, end))
    head = labels[0].start() if labels else end
    stop, words = _title_end(ledger.matched, start, head)
    found = Found((start, stop), [(words, head)] if words < head else [])
    ledger.lay_out(stop, min(words, head))
    ends = [*(label.start() for label in labels[1:]), end]
    runs = {"leaders": found.leaders, "departments": found.departments, "with": found.departments}
    runs |= {"progress": found.progress, "words": found.words}
    for label, last in zip(labels, ends, strict=False):
        ledger.lay_out(label.start(), label.end())
        runs[label.lastgroup or "words"].append((label.end(), last))
    return found


def _title_end(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the title ends and where the words after it begin."""
    hit = _TITLE_ENDS.search(text, start, end)
    if hit is not None and hit.start() - start <= LONGEST_TITLE:
        return hit.start(), hit.end()
    last = hit.start() if hit else end
    if last - start <= LONGEST_TITLE:
        return last, last
    comma = text.find("，", start, last)
    return (comma, comma + 1) if comma >= 0 else (last, last)


def _names(ledger: Ledger, run: tuple[int, int]) -> Iterator[str]:
    start, end = run
    text = _ASIDE.sub(lambda hit: " " * len(hit[0]), ledger.matched[start:end])
    for hit in _NAMES.finditer(text):
        yield ledger.take(start + hit.start(), start + hit.end())
    ledger.lay_out(start, end)


def _departments(ledger: Ledger, run: tuple[int, int]) -> Iterator[str]:
    """Names of departments, without 牵头 or 配合 after them, and 执行局和办公室 as two."""
    start, end = run
    text = _ASIDE.sub(lambda hit: " " * len(hit[0]), ledger.matched[start:end])
    text = AND.sub(lambda hit: " " * len(hit[0]), text)
    for hit in re.finditer(r"[^、，；。\s（）：/]+", text):
        role = ROLE.search(hit[0])
        last = hit.start() + role.start() if role and role.start() else hit.end()
        yield ledger.take(start + hit.start(), start + last)
    ledger.lay_out(start, end)
