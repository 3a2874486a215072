"""The text of a plan's file: what Word and PDF do to a text is undone, what cannot be read is refused in words."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfWriter
from weasyprint import HTML

from tests.plan.reading.expected import expectation, text_of, told
from zhixing.plan.reading import files, read
from zhixing.plan.reading.files import UnreadableFile, unwrapped
from zhixing.plan.shape import Measure

HEAD = ("序号", "工作措施", "责任领导及部门", "完成时限", "备注")


def saved(document: Document) -> bytes:
    """A Word file's bytes."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def text_in(document: Document) -> str:
    """The text read out of it."""
    return files.text_of(saved(document), "plan.docx")


def in_table(*rows: tuple[str, ...]) -> tuple[Measure, ...]:
    """The measures of a Word table."""
    document = docx.Document()
    document.add_paragraph("一、任务分工")
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for place, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(place, column).text = words
    return read(text_in(document)).plan.measures


def test_a_column_that_is_no_owner_does_not_become_one() -> None:
    (found,) = in_table(HEAD, ("3", "建台账。逐案登记。", "执行局、立案庭", "2017年5月", "有经费"))
    assert (found.no, found.title, found.departments) == (3, "建台账", ("执行局", "立案庭"))
    assert found.text == "逐案登记。备注：有经费"
    assert str(found.deadlines[0].by) == "2017-05-31"


def test_a_row_of_one_merged_cell_heads_a_group_and_a_title_row_is_no_head() -> None:
    found = in_table(
        ("任务分解表",) * 5,
        HEAD,
        ("（一）管人",) * 5,
        ("1", "配人", "政治部", "2017年5月", ""),
        ("（二）管案",) * 5,
        ("2", "清案", "执行局", "每季度", ""),
    )
    assert [(each.no, each.group, each.title) for each in found] == [(1, "管人", "配人"), (2, "管案", "清案")]


def test_a_table_without_such_a_head_is_read_cell_by_cell() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "一、措施", "1、建台账。责任部门：执行局"
    assert text_in(document) == "一、措施\n1、建台账。责任部门：执行局"


def test_what_was_inserted_is_read_and_what_was_deleted_is_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("1、建")
    for mark, text in (("ins", "<w:t>台账</w:t>"), ("del", "<w:delText>旧账</w:delText>")):
        paragraph._p.append(parse_xml(f"<w:{mark} {nsdecls('w')}><w:r>{text}</w:r></w:{mark}>"))
    assert text_in(document) == "1、建台账"


def test_a_content_control_keeps_its_paragraphs() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("一、措施")
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    content.append(deepcopy(paragraph._p))
    control.append(content)
    paragraph._p.addnext(control)
    assert text_in(document) == "一、措施\n一、措施"


def packed(**members: bytes) -> bytes:
    """A package of Office with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def test_a_swollen_word_file_is_refused_before_it_is_unpacked() -> None:
    content = saved(docx.Document())
    document = docx.Document(io.BytesIO(content))
    document.add_paragraph("一、措施")
    out = io.BytesIO(saved(document))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/picture.bin", b"\0" * (files.LARGEST_UNPACKED + 1))
    with pytest.raises(UnreadableFile, match="展开后太大"):
        files.text_of(out.getvalue(), "plan.docx")


def test_a_package_without_its_parts_is_refused() -> None:
    body = (
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>一、措施</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(UnreadableFile, match="不是完好的"):
        files.text_of(packed(word__document_xml=body.encode()), "plan.docx")


def test_a_pdf_of_pictures_and_a_damaged_one_are_refused() -> None:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(out)
    with pytest.raises(UnreadableFile, match="只有图像"):
        files.text_of(out.getvalue(), "plan.pdf")
    with pytest.raises(UnreadableFile, match="PDF"):
        files.text_of(b"%PDF-1.7 damaged", "plan.pdf")


@pytest.mark.parametrize("number", ["counter(page)", '"— " counter(page) " —"', '"第" counter(page) "页"'])
def test_the_numbers_of_pages_are_no_part_of_the_text(number: str) -> None:
    lines = "".join(f"<p>{line}</p>" for line in text_of("hill").splitlines())
    style = (
        "body { font: 14pt 'Noto Serif CJK SC'; } p { margin: 0; }"
        f"@page {{ size: A5; @bottom-center {{ content: {number}; }} }}"
    )
    content = HTML(string=f"<style>{style}</style>{lines}").write_pdf()
    reading = read(files.text_of(content, "plan.pdf"))
    assert told(reading.plan) == expectation("hill")
    assert not reading.not_understood


def test_lone_numbers_that_do_not_count_pages_stay() -> None:
    assert unwrapped("甲\n5\n乙\n9\n丙") == "甲\n5\n乙\n9\n丙"
    assert unwrapped("甲\n1\n乙\n2\n丙") == "甲\n乙\n丙"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_is_read_in_any_usual_encoding(encoding: str) -> None:
    assert told(read(files.text_of(text_of("lake").encode(encoding), "plan.txt")).plan) == expectation("lake")
