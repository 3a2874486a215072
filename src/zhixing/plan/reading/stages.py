"""The stages of a plan, each with its span, its work and the days named in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from zhixing.plan.reading.deadlines import Reads, deadlines_of, problem
from zhixing.plan.reading.ledger import Ledger
from zhixing.plan.reading.outline import Part
from zhixing.plan.reading.passages import note, outermost
from zhixing.plan.reading.phrases import phrases
from zhixing.plan.reading.vocabulary import WORK_LABEL
from zhixing.plan.shape import Passage, Problem, Stage

_NAME_ENDS = re.compile(r"[（：。\n]")
_SPAN_ENDS = re.compile(r"[。\n]")


def stages(
    ledger: Ledger, section: tuple[int, int], parts: Sequence[Part], reads: Reads
) -> tuple[tuple[Stage, ...], tuple[Passage, ...]]:
    """The stages with their spans, and the words before the first. A stage without a span is left unread, and said to be."""
    start, end = section
    outer = outermost(parts)
    lead = tuple(note(ledger, start, outer[0].mark if outer else end))
    read = (_stage(ledger, part, reads) for part in outer)
    return tuple(each for each in read if each is not None), lead


def _stage(ledger: Ledger, part: Part, reads: Reads) -> Stage | None:
    line = ledger.line(part.mark)
    where = f"第 {line} 行"
    hit = _NAME_ENDS.search(ledger.matched, part.start, part.end)
    name_end = hit.start() if hit else part.end
    head_end = _head_end(ledger.matched, name_end, part.end)
    head = ledger.matched[name_end:head_end]
    spans, untold = phrases(head, reads.year, reads.by)
    reads.problems.extend(problem(each, head[each.start : each.end], where) for each in untold)
    since = spans[0].when.since if spans else None
    last = spans[-1].when.by if spans else None
    if since is None or last is None:
        name = ledger.text[part.start : name_end].strip() or ledger.text[part.mark : part.start].strip()
        told = Problem(where=where, what=f"“{name}”没有读出起止时间", mend="请写明如（2016年4月—2016年5月）")
        reads.problems.append(told)
        return None  # nothing of it is claimed: it is listed as not understood
    name = _name(ledger, part, name_end)
    ledger.lay_out(name_end, head_end)
    begins = _after_label(ledger, head_end, part.end)
    work = ledger.words(begins, part.end)
    own = Reads(reads.by, lambda month: since.year if month >= since.month else last.year, reads.problems)
    return Stage(
        name=name,
        since=since,
        until=last + timedelta(days=1),
        work=work.text,
        deadlines=tuple(each for each in deadlines_of(work, own, where) if each.by),
        line=line,
    )


def _name(ledger: Ledger, part: Part, end: int) -> str:
    """The stage's name; 第一阶段（…） has no other."""
    if ledger.text[part.start : end].strip():
        ledger.lay_out(part.mark, part.start)
        return ledger.take(part.start, end)
    name = ledger.take(part.mark, end)
    return name.rstrip("：、，")


def _head_end(text: str, start: int, end: int) -> int:
    """Where the stage's span ends: the closing bracket, or the end of its line or sentence."""
    if start < end and text[start] == "（":
        close = text.find("）", start, end)
        return close + 1 if close >= 0 else end
    hit = _SPAN_ENDS.search(text, start + 1, end)
    return hit.end() if hit else end


def _after_label(ledger: Ledger, start: int, end: int) -> int:
    """Where the work begins, after 主要工作为： and signs, which are layout."""
    hit = re.compile(rf"[：。，\s]*(?:{WORK_LABEL.pattern})?").match(ledger.matched, start, end)
    begins = hit.end() if hit else start
    ledger.lay_out(start, begins)
    return begins
