"""The text of a plan in a file: .txt, .docx, or .pdf that has text.

A Word file is walked in the order of its body: numbers that Word counts by itself are written out, and a table of measures
becomes what it says: each row a numbered measure, each further column under its heading.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from zhixing.cases.titles.files import UnreadableFile, text_in
from zhixing.law.norms.reading import chinese
from zhixing.plan.reading.outline import begins_part

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

__all__ = ["UnreadableFile", "text_of"]

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NUMBER_HEAD = re.compile("序号|编号|项号")
# In half signs: a page as narrow as that is no page of prose; how much shorter than the widest a full line may be.
WIDE_ENOUGH, SLACK = 40, 6
_WHAT_HEAD = re.compile("措施|任务|内容|项目|工作")


def text_of(content: bytes, name: str) -> str:
    """The text of a file's bytes. Raises UnreadableFile."""
    text = text_in(content, name)
    if content.startswith(b"%PDF"):
        return unwrapped(text)
    if not content.startswith(b"PK\x03\x04"):
        return text
    import docx

    return "\n".join(_docx(docx.Document(io.BytesIO(content))))


def unwrapped(text: str) -> str:
    """The text of pages with the lines joined that were broken because they were full."""
    lines = [line.rstrip() for line in text.splitlines()]
    widest = max((_width(line) for line in lines), default=0)
    joined: list[str] = []
    full = False
    for line in lines:
        if full and line.strip() and not begins_part(line):
            joined[-1] += line.lstrip()
        else:
            joined.append(line)
        full = widest > WIDE_ENOUGH and _width(line) > widest - SLACK
    return "\n".join(joined)


def _width(line: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line)


def _docx(document: Document) -> Iterator[str]:
    from docx.table import Table

    counted: Counter[tuple[str, int]] = Counter()
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield _number(document, block, counted) + block.text


def _rows(table: Table) -> Iterator[str]:
    """A table's rows as numbered measures; a table without such a head, cell by cell."""
    rows = [[cell.text.strip() for cell in row.cells] for row in table.rows]
    head = rows[0] if rows else []
    what = next((place for place, words in enumerate(head) if _WHAT_HEAD.search(words)), None)
    if what is None or len(head) < 3:
        yield from (cell for row in rows for cell in row if cell)
        return
    number = next((place for place, words in enumerate(head) if _NUMBER_HEAD.search(words)), None)
    for count, row in enumerate(rows[1:], start=1):
        own = row[number] if number is not None and row[number].isdecimal() else str(count)
        yield f"{own}、{row[what]}"
        for place, (label, words) in enumerate(zip(head, row, strict=False)):
            if place not in (what, number) and words:
                yield f"{label}：{words}"


def _number(document: Document, paragraph: Paragraph, counted: Counter[tuple[str, int]]) -> str:
    """The number Word shows before a paragraph of a list, which its text does not have."""
    found = paragraph._p.find(f"{_WORD}pPr/{_WORD}numPr")
    if found is None:
        return ""
    level, number = found.find(f"{_WORD}ilvl"), found.find(f"{_WORD}numId")
    if number is None:
        return ""
    own, deep = (
        number.get(f"{_WORD}val") or "",
        int((level.get(f"{_WORD}val") or 0) if level is not None else 0),
    )
    counted[own, deep] += 1
    for other in [key for key in counted if key[0] == own and key[1] > deep]:
        del counted[other]
    shape, form = _shape(document, own, deep)
    count = counted[own, deep]
    words = chinese(count) if form.startswith(("chinese", "japanese")) else str(count)
    return re.sub(r"%\d", words, shape, count=1)


def _shape(document: Document, number: str, level: int) -> tuple[str, str]:
    """How a list writes its numbers at a level: （%1） and the kind of numeral."""
    from docx.oxml.ns import qn

    usual = ("%1、", "decimal")
    try:
        numbering = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return usual
    named = [each for each in numbering.iter(qn("w:num")) if each.get(qn("w:numId")) == number]
    if not named:
        return usual
    abstract = named[0].find(qn("w:abstractNumId")).get(qn("w:val"))
    for each in numbering.iter(qn("w:abstractNum")):
        if each.get(qn("w:abstractNumId")) != abstract:
            continue
        for one in each.iter(qn("w:lvl")):
            if one.get(qn("w:ilvl")) == str(level):
                shape, form = one.find(qn("w:lvlText")), one.find(qn("w:numFmt"))
                return shape.get(qn("w:val")), form.get(qn("w:val"))
    return usual
