"""The document as .docx, for courts that finish papers by hand: docxtpl fills a template that is built here with python-docx.

The template is built at run time, so that no binary file lies in the project; every document shares it.
"""

from __future__ import annotations

import io
from functools import cache

from docx import Document as WordDocument
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate

from zhixing.law.paper_words import paper_date
from zhixing.record.paper import Table, Written

FONT = "FangSong"  # 仿宋, which the courts' machines have; others show their own serif
BODY, LEADING = Pt(16), Pt(28)
LEFT, CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT

PROSE = Pt(32)  # two signs

# Each a paragraph: its text, where it stands, the size of its signs, how far its first line is indented.
LineOf = tuple[str, WD_ALIGN_PARAGRAPH, Pt, Pt]
BEFORE: tuple[LineOf, ...] = (
    ("{{ court }}", CENTRE, Pt(22), Pt(0)),
    ("{{ heading }}", CENTRE, Pt(26), Pt(0)),
    ("{%p if number %}", LEFT, BODY, Pt(0)),
    ("{{ number }}", RIGHT, BODY, Pt(0)),
    ("{%p endif %}", LEFT, BODY, Pt(0)),
    ("{%p for block in blocks %}", LEFT, BODY, Pt(0)),
    ("{%p if block.rows %}", LEFT, BODY, Pt(0)),
)
AFTER: tuple[LineOf, ...] = (
    ("{%p elif block.indented %}", LEFT, BODY, Pt(0)),
    ("{{ block.text }}", LEFT, BODY, PROSE),
    ("{%p else %}", LEFT, BODY, Pt(0)),
    ("{{ block.text }}", LEFT, BODY, Pt(0)),
    ("{%p endif %}", LEFT, BODY, Pt(0)),
    ("{%p endfor %}", LEFT, BODY, Pt(0)),
    ("{%p for each in signed %}", LEFT, BODY, Pt(0)),
    ("{{ each.office }}　　{{ each.name }}", RIGHT, BODY, Pt(0)),
    ("{%p endfor %}", LEFT, BODY, Pt(0)),
    ("{{ date }}{% if sealed %}（院印）{% endif %}", RIGHT, BODY, Pt(0)),
    ("{%p if copy %}", LEFT, BODY, Pt(0)),
    ("本件与原本核对无异", LEFT, BODY, Pt(0)),
    ("{%p endif %}", LEFT, BODY, Pt(0)),
    ("{%p if clerk %}", LEFT, BODY, Pt(0)),
    ("书记员　　{{ clerk }}", RIGHT, BODY, Pt(0)),
    ("{%p endif %}", LEFT, BODY, Pt(0)),
    ("{%p for each in attached %}", LEFT, BODY, Pt(0)),
    ("{{ each.title }}", CENTRE, Pt(26), Pt(0)),
    ("{{ number }}", RIGHT, BODY, Pt(0)),
    ("{%p for line in each.lines %}", LEFT, BODY, Pt(0)),
    ("{{ line.text }}", LEFT, BODY, PROSE),
    ("{%p endfor %}", LEFT, BODY, Pt(0)),
    ("{{ date }}（院印）", RIGHT, BODY, Pt(0)),
    ("{%p endfor %}", LEFT, BODY, Pt(0)),
)


@cache
def template() -> bytes:
    """The template: headings, number, a loop over the blocks, signatures, date, clerk."""
    word = WordDocument()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(30)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    _font(word)
    for each in BEFORE:
        _line(word, *each)
    _table(word)
    for each in AFTER:
        _line(word, *each)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _font(word: Word) -> None:
    style = word.styles["Normal"]
    style.font.name, style.font.size = FONT, BODY
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    style.paragraph_format.line_spacing, style.paragraph_format.space_after = LEADING, Pt(0)


def _line(word: Word, text: str, where: WD_ALIGN_PARAGRAPH, size: Pt, indent: Pt) -> None:
    paragraph = word.add_paragraph()
    paragraph.alignment, paragraph.paragraph_format.first_line_indent = where, indent
    run = paragraph.add_run(text)
    run.font.size, run.bold = size, size > BODY
    if size > BODY:
        paragraph.paragraph_format.line_spacing = Pt(size.pt + 14)


def _table(word: Word) -> None:
    table = word.add_table(rows=3, cols=2, style="Table Grid")
    texts = (("{%tr for row in block.rows %}", ""), ("{{ row[0] }}", "{{ row[1] }}"), ("{%tr endfor %}", ""))
    for row, (label, text) in zip(table.rows, texts, strict=True):
        row.cells[0].text, row.cells[1].text = label, text


def docx(paper: Written) -> bytes:
    """The document as .docx."""
    filled = DocxTemplate(io.BytesIO(template()))
    blocks = [
        {"text": "", "rows": block.rows}
        if isinstance(block, Table)
        else {"text": block.text, "indented": block.indented}
        for block in paper.body.blocks
    ]
    filled.render(
        {
            "court": paper.court,
            "heading": paper.heading,
            "number": paper.number,
            "blocks": blocks,
            "signed": [{"office": each.office, "name": each.name} for each in paper.body.signed],
            "date": paper_date(paper.on),
            "sealed": paper.body.sealed,
            "copy": paper.body.copy,
            "clerk": paper.body.clerk,
            "attached": paper.body.attached,
        },
        autoescape=True,
    )
    out = io.BytesIO()
    filled.save(out)
    return out.getvalue()
