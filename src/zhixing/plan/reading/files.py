"""The text of a plan in a file: .txt, .docx, or .pdf that has text.

A Word file is walked in the order of its body: numbers that Word counts by itself are written out, and a table of measures
becomes what it says (plan.reading.tables). The pages of a PDF lose their numbers and get their broken lines joined.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from zhixing.cases.file_text import UnreadableFile, paragraph_text, text_in
from zhixing.law.norms.reading import chinese
from zhixing.plan.reading.outline import begins_part
from zhixing.plan.reading.tables import lines_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

__all__ = ["UnreadableFile", "text_of"]

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_AROUND = tuple(f"{_WORD}{tag}" for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
LARGEST_UNPACKED = 100_000_000  # bytes of a .docx with its pictures
# In half signs: a page as narrow as that is no page of prose; how much shorter than the widest a full line may be.
WIDE_ENOUGH, SLACK = 40, 6
_PAGE_NUMBER = re.compile(
    r"\s*(?:[—–\-－]\s*(\d{1,3})\s*[—–\-－]|第\s*(\d{1,3})\s*页(?:[，,/]?\s*共\s*\d{1,3}\s*页)?|(\d{1,3}))\s*"
)


def text_of(content: bytes, name: str) -> str:
    """The text of a file's bytes. Raises UnreadableFile."""
    text = text_in(content, name)
    if content.startswith(b"%PDF"):
        return unwrapped(text)
    return _docx(content, name) if content.startswith(b"PK\x03\x04") else text


def unwrapped(text: str) -> str:
    """The text of pages without their numbers, with the lines joined that were broken because they were full."""
    lines = _without_page_numbers([line.rstrip() for line in text.splitlines()])
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


def _without_page_numbers(lines: list[str]) -> list[str]:
    """Lines that are nothing but numbers are page numbers where they count up by one; else they are part of the text."""
    found = [(place, _page_number(line)) for place, line in enumerate(lines)]
    pages = [(place, number) for place, number in found if number]
    counted = [number for _, number in pages]
    if not counted or counted != list(range(counted[0], counted[0] + len(counted))):
        return lines
    dropped = {place for place, _ in pages}
    return [line for place, line in enumerate(lines) if place not in dropped]


def _page_number(line: str) -> int:
    hit = _PAGE_NUMBER.fullmatch(line)
    return int(hit[1] or hit[2] or hit[3]) if hit else 0


def _width(line: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line)


def _docx(content: bytes, name: str) -> str:
    import docx

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        if sum(member.file_size for member in package.infolist()) > LARGEST_UNPACKED:
            raise UnreadableFile("文件展开后太大", name, "请只上传方案正文，去掉图片")
    try:
        document = docx.Document(io.BytesIO(content))
        return "\n".join(_lines(document))
    except (ValueError, KeyError, LookupError, AttributeError, SyntaxError, zipfile.BadZipFile) as error:
        raise UnreadableFile("不是完好的.docx文件", name, "请用Word打开后另存为.docx再读") from error


def _lines(document: Document) -> Iterator[str]:
    from docx.table import Table

    counted: Counter[tuple[str, int]] = Counter()
    for block in _blocks(document.element.body):
        if block.tag == f"{_WORD}tbl":
            rows = [[_cell(cell._tc) for cell in row.cells] for row in Table(block, document).rows]
            yield from lines_of(rows)
        else:
            yield _number(document, block, counted) + paragraph_text(block)


def _blocks(inside: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Paragraphs and tables in order, those within content controls and tracked insertions too."""
    for child in inside:
        if child.tag in (f"{_WORD}p", f"{_WORD}tbl"):
            yield child
        elif child.tag in _AROUND:
            yield from _blocks(child)


def _cell(cell: BaseOxmlElement) -> str:
    return "\n".join(paragraph_text(paragraph) for paragraph in cell.iter(f"{_WORD}p")).strip()


def _number(document: Document, paragraph: BaseOxmlElement, counted: Counter[tuple[str, int]]) -> str:
    """The number Word shows before a paragraph of a list, which its text does not have."""
    found = paragraph.find(f"{_WORD}pPr/{_WORD}numPr")
    if found is None:
        return ""
    level, number = found.find(f"{_WORD}ilvl"), found.find(f"{_WORD}numId")
    if number is None or number.get(f"{_WORD}val") == "0":
        return ""
    own = number.get(f"{_WORD}val") or ""
    deep = int((level.get(f"{_WORD}val") or 0) if level is not None else 0)
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
