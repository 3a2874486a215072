"""One measure of a plan: title, what is to be done, leaders, departments, progress; its deadlines and its targets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from zhixing.plan.reading.days import Reader, Year
from zhixing.plan.reading.ledger import MATCHED, Ledger
from zhixing.plan.reading.phrases import Phrase, phrases
from zhixing.plan.reading.targets import targets
from zhixing.plan.reading.vocabulary import LABEL, LED_IN
from zhixing.plan.shape import Deadline, Measure, Problem

_NAMES = re.compile(r"[^、，；。\s（）：/]+")
_ASIDE = re.compile(r"（[^）]*）")
_SENTENCE = re.compile(r"[^。；！？]+[。；！？]?")
_TITLE_ENDS = re.compile(r"[。：\n]")
LONGEST_TITLE = 45


@dataclass(slots=True)
class Found:
    """What has been read of a measure's parts, each as runs of the text."""

    title: tuple[int, int]
    words: list[tuple[int, int]] = field(default_factory=list)
    leaders: list[tuple[int, int]] = field(default_factory=list)
    departments: list[tuple[int, int]] = field(default_factory=list)
    progress: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reads:
    """By what a measure is read: how each phrase is read, the year of a date without one, and where problems go."""

    by: Mapping[str, Reader]
    year: Year
    problems: list[Problem]


def has_labels(ledger: Ledger, start: int, end: int) -> bool:
    """Whether a part names who leads, who is responsible or by when: then it is a measure."""
    return LABEL.search(ledger.matched, start, end) is not None


def measure(ledger: Ledger, no: int, group: str, place: tuple[int, int], reads: Reads) -> Measure:
    """The measure whose words stand at `place`."""
    found = _split(ledger, *place)
    line = ledger.line(place[0])
    title = ledger.take(*found.title)
    text = "".join(ledger.take(*run) for run in found.words)
    leaders = tuple(name for run in found.leaders for name in _names(ledger, run))
    departments = tuple(name for run in found.departments for name in _names(ledger, run))
    progress = "".join(ledger.take(*run) for run in found.progress)
    where = f"第 {line} 行（第 {no} 项措施“{title}”）"
    source = progress or text
    deadlines = tuple(deadlines_of(source, reads, where, line))
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
        text=text,
        leaders=leaders,
        departments=departments,
        deadlines=deadlines,
        targets=tuple(targets(text, progress, deadlines, reads.problems, where, line)),
        progress=progress,
        line=line,
    )


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


def deadlines_of(source: str, reads: Reads, where: str, line: int) -> Iterator[Deadline]:
    """Every day and recurrence a passage names, each with what it is for."""
    plain = source.translate(MATCHED)
    for sentence in _SENTENCE.finditer(plain):
        own = source[sentence.start() : sentence.end()]
        found, bad = phrases(sentence[0], reads.year, reads.by)
        reads.problems.extend(_no_such_day(each, own, where) for each in bad)
        for place, each in enumerate(found):
            until = found[place + 1].start if place + 1 < len(found) else len(own)
            yield Deadline(
                text=own[each.start : each.end],
                what=_what(own, each, until, first=place == 0),
                by=each.when.by,
                every=each.when.every,
                rule=each.rule,
                line=line,
            )


def _no_such_day(each: Phrase, sentence: str, where: str) -> Problem:
    return Problem(
        where=where,
        what=f"“{sentence[each.start : each.end]}”不是日历上有的日期",
        mend="请核对原文，改正日期",
    )


def _what(sentence: str, each: Phrase, until: int, *, first: bool) -> str:
    after = sentence[each.end : until].strip("，、：；。 ")
    # What stands before the first phrase belongs to it: 力争在2016年底前…, 做好…（2016年底前）.
    before = sentence[: each.start] if first else ""
    before = LED_IN.sub("", before).strip("，、：；。（ ")
    return (f"{before}，{after}" if before and after else before or after).strip("）")
