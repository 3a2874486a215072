"""The parts of a plan that are prose: what stands before the first heading, goals, principles, stages, requirements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from zhixing.plan.reading.ledger import Ledger
from zhixing.plan.reading.measures import Reads, deadlines_of
from zhixing.plan.reading.outline import Part
from zhixing.plan.reading.phrases import phrases
from zhixing.plan.reading.vocabulary import (
    DATED,
    DOCUMENT_NO,
    FROM,
    ISSUER,
    LETTER_TITLE,
    PLAN_TITLE,
    WORK_LABEL,
)
from zhixing.plan.shape import Passage, Problem, Stage

_LINE = re.compile(r"[^\n]+")


@dataclass(slots=True)
class Front:
    """What stands before the first heading."""

    title: str = ""
    document_no: str = ""
    issuer: str = ""
    issued_on: date | None = None
    addressees: str = ""
    cover: list[str] = field(default_factory=list)
    preamble: str = ""


def front(ledger: Ledger, end: int) -> Front:
    """Number, letter, addressees, title, preamble: line by line, each known by its look."""
    found = Front()
    titles: list[tuple[int, int]] = []
    prose: list[tuple[int, int]] = []
    for line in _LINE.finditer(ledger.matched, 0, end):
        words = line[0].strip()
        if words:
            _front_line(ledger, found, (line.start(), line.end()), words, (titles, prose))
    _titles(ledger, found, titles)
    for place, run in enumerate(prose):
        text = ledger.take(*run)
        if place == len(prose) - 1:
            found.preamble = text
        else:
            found.cover.append(text)
    return found


def _front_line(
    ledger: Ledger,
    found: Front,
    run: tuple[int, int],
    words: str,
    into: tuple[list[tuple[int, int]], list[tuple[int, int]]],
) -> None:
    titles, prose = into
    number, dated = DOCUMENT_NO.search(words), DATED.fullmatch(words)
    if number and not found.document_no and words.strip("（）") == number[0]:
        begins = ledger.matched.index(number[0], *run)
        found.document_no = ledger.take(begins, begins + len(number[0]))
        ledger.lay_out(*run)
    elif dated:
        found.issued_on = found.issued_on or day_in(dated)
        ledger.lay_out(*run)
    elif words.endswith("：") and not found.addressees and len(words) < 80:
        last = ledger.matched.rindex("：", *run)
        found.addressees = ledger.take(run[0], last)
        ledger.lay_out(*run)
    elif words.endswith(("。", "；")) or len(words) > 60:
        prose.append(run)
    elif ISSUER.fullmatch(words) and (not titles or _ends_title(ledger, titles)):
        found.issuer = found.issuer or re.sub(r"\s", "", words)
        ledger.lay_out(*run)
    else:
        titles.append(run)


def _ends_title(ledger: Ledger, titles: Sequence[tuple[int, int]]) -> bool:
    last = ledger.matched[slice(*titles[-1])].strip()
    return bool(PLAN_TITLE.search(last) or LETTER_TITLE.search(last))


def _titles(ledger: Ledger, found: Front, runs: Sequence[tuple[int, int]]) -> None:
    """Lines of titles, joined until one ends as titles do: the letter's ends in 通知, the plan's in 方案."""
    joined: list[str] = []
    for run in runs:
        joined.append(ledger.take(*run))
        whole = "".join(joined)
        if LETTER_TITLE.search(whole):
            found.cover.append(whole)
            joined = []
        elif PLAN_TITLE.search(whole):
            if found.title:
                found.cover.append(found.title)
            found.title = whole
            joined = []
    if joined:
        rest = "".join(joined)
        if found.title:
            found.cover.append(rest)
        else:
            found.title = rest
    found.title = found.title or next(iter(found.cover), "")


def day_in(match: re.Match[str]) -> date | None:
    """The day of a match of DATED; None for one that no calendar has."""
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def prose(ledger: Ledger, start: int, end: int, parts: Sequence[Part]) -> Iterator[Passage]:
    """Numbered passages with their titles; what stands before the first of them, and in a section without any, has none."""
    outer = [part for part in parts if part.level == min((each.level for each in parts), default=0)]
    first = outer[0].mark if outer else end
    if ledger.text[start:first].strip():
        line = ledger.line(start)
        yield Passage(title="", text=ledger.take(start, first), line=line)
    for part, last in _extents(outer, end):
        yield _titled(ledger, part, last)


def _extents(outer: Sequence[Part], end: int) -> list[tuple[Part, int]]:
    """Each part with the place where the next of its level begins."""
    ends = [*(part.mark for part in outer[1:]), end]
    return list(zip(outer, ends, strict=False))


def _titled(ledger: Ledger, part: Part, end: int) -> Passage:
    ledger.lay_out(part.mark, part.start)
    stop = re.compile(r"[。：\n]").search(ledger.matched, part.start, end)
    last = stop.start() if stop else end
    title = ledger.take(part.start, last)
    if stop is None:
        return Passage(title=title, text="", line=ledger.line(part.mark))
    ledger.lay_out(stop.start(), stop.end())
    return Passage(title=title, text=ledger.take(stop.end(), end), line=ledger.line(part.mark))


def goals(ledger: Ledger, start: int, end: int) -> tuple[tuple[str, ...], tuple[Passage, ...]]:
    """The goals one by one, and the words that lead up to them."""
    text = ledger.matched[start:end]
    colon = text.find("：")
    lead: tuple[Passage, ...] = ()
    if 0 <= colon < 80:
        lead = (Passage(title="", text=ledger.take(start, start + colon + 1), line=ledger.line(start)),)
        start += colon + 1
    found = []
    for hit in re.finditer(r"[^；。]+", ledger.matched[start:end]):
        words = ledger.take(start + hit.start(), start + hit.end())
        if words:
            found.append(words)
    ledger.lay_out(start, end)
    return tuple(found), lead


def stages(
    ledger: Ledger, section: tuple[int, int], parts: Sequence[Part], reads: Reads
) -> tuple[tuple[Stage, ...], tuple[Passage, ...]]:
    """The stages with their spans, and the words before the first."""
    start, end = section
    outer = [part for part in parts if part.level == min((each.level for each in parts), default=0)]
    first = outer[0].mark if outer else end
    lead: tuple[Passage, ...] = ()
    if ledger.text[start:first].strip():
        line = ledger.line(start)
        lead = (Passage(title="", text=ledger.take(start, first), line=line),)
    found = []
    for part, last in _extents(outer, end):
        stage = _stage(ledger, part, last, reads)
        if stage is not None:
            found.append(stage)
    _check(found, reads.problems)
    return tuple(found), lead


def _stage(ledger: Ledger, part: Part, end: int, reads: Reads) -> Stage | None:
    line = ledger.line(part.mark)
    where = f"第 {line} 行"
    hit = re.compile(r"[（：。\n]").search(ledger.matched, part.start, end)
    name_end = hit.start() if hit else end
    head_end = _head_end(ledger.matched, name_end, end)
    spans, bad = phrases(ledger.matched[name_end:head_end], reads.year, reads.by)
    for each in bad:
        words = ledger.matched[name_end + each.start : name_end + each.end]
        reads.problems.append(Problem(where=where, what=f"“{words}”不是日历上有的日期", mend="请改正日期"))
    ledger.lay_out(part.mark, part.start)
    name = ledger.take(part.start, name_end)
    if not spans or spans[0].when.by is None:
        reads.problems.append(
            Problem(where=where, what=f"“{name}”没有读出起止时间", mend="请写明如（2016年4月—2016年5月）")
        )
        return None
    until = spans[-1].when.by or spans[0].when.by
    since = _since(ledger.matched[name_end:head_end], until)
    ledger.lay_out(name_end, head_end)
    label = WORK_LABEL.search(ledger.matched, head_end, end)
    if label and not ledger.matched[head_end : label.start()].strip():
        ledger.lay_out(head_end, label.end())
        head_end = label.end()
    work = ledger.take(head_end, end)
    reads_here = Reads(
        reads.by, lambda month: since.year if month >= since.month else until.year, reads.problems
    )
    return Stage(
        name=name,
        since=since,
        until=until + timedelta(days=1),
        work=work,
        deadlines=tuple(each for each in deadlines_of(work, reads_here, where, line) if each.by),
        line=line,
    )


def _head_end(text: str, start: int, end: int) -> int:
    """Where the stage's span ends: the closing bracket, or the end of its line or sentence."""
    if start < end and text[start] == "（":
        close = text.find("）", start, end)
        return close + 1 if close >= 0 else end
    hit = re.compile(r"[。\n]").search(text, start + 1, end)
    return hit.end() if hit else end


def _since(head: str, until: date) -> date:
    hit = FROM.search(head)
    if hit is None:
        return date(until.year, 1, 1)
    year = int(hit["y"]) if hit["y"] else until.year
    try:
        return date(year, int(hit["m"]), int(hit["d"] or 1))
    except ValueError:
        return until


def _check(found: Sequence[Stage], problems: list[Problem]) -> None:
    for stage in found:
        if stage.until <= stage.since:
            problems.append(
                Problem(
                    where=f"第 {stage.line} 行",
                    what=f"“{stage.name}”结束（{stage.until - timedelta(days=1)}）早于开始（{stage.since}）",
                    mend="请核对原文，改正起止时间",
                )
            )
    for before, after in pairwise(found):
        if before.until < after.since:
            problems.append(
                Problem(
                    where=f"第 {after.line} 行",
                    what=f"“{before.name}”与“{after.name}”之间有空档",
                    mend="请核对是否漏写阶段",
                    stops=False,
                )
            )
