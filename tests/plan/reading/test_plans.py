"""Three invented plans of other layouts are read as a person reads them, and no sign of them is lost."""

from __future__ import annotations

import io

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given
from hypothesis import strategies as st
from weasyprint import HTML

from tests.plan.reading.expected import PLANS, expectation, placed, signs, text_of, told
from zhixing.plan.reading import files, read
from zhixing.plan.reading.files import UnreadableFile

NAMES = sorted(path.stem for path in PLANS.glob("*.txt"))
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_is_read_as_a_person_reads_it(name: str) -> None:
    reading = read(text_of(name))
    assert told(reading.plan) == expectation(name)
    assert reading.not_understood == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_sign_is_placed_or_listed(name: str) -> None:
    assert placed(read(text_of(name))) == signs(text_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_digits_of_full_width_are_read_alike(name: str) -> None:
    ours, wide = read(text_of(name)).plan, read(text_of(name).translate(WIDE)).plan
    assert [each.no for each in wide.measures] == [each.no for each in ours.measures]
    assert [[(one.by, one.every) for one in each.deadlines] for each in wide.measures] == [
        [(one.by, one.every) for one in each.deadlines] for each in ours.measures
    ]
    assert [(each.since, each.until) for each in wide.stages] == [
        (each.since, each.until) for each in ours.stages
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_pdf_is_read_like_its_text(name: str) -> None:
    lines = "".join(f"<p>{line}</p>" for line in text_of(name).splitlines())
    style = "body { font: 14pt 'Noto Serif CJK SC'; } p { margin: 0; }"
    content = HTML(string=f"<style>{style}</style>{lines}").write_pdf()
    assert told(read(files.text_of(content, "plan.pdf")).plan) == expectation(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_word_file_is_read_like_its_text(name: str) -> None:
    document = docx.Document()
    for line in text_of(name).splitlines():
        document.add_paragraph(line)
    assert told(read(files.text_of(saved(document), "plan.docx")).plan) == expectation(name)


def saved(document: Document) -> bytes:
    """A Word file's bytes."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_table_of_measures_is_read_row_by_row() -> None:
    document = docx.Document()
    for line in ("任务分解方案", "一、任务分工"):
        document.add_paragraph(line)
    rows = (
        ("序号", "工作措施", "责任部门", "完成时限"),
        ("1", "建立台账。逐案登记。", "执行局", "2019年5月底前"),
        ("2", "核对案款。逐笔核对。", "财务室、执行局", "每季度"),
    )
    table = document.add_table(rows=3, cols=4)
    for place, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(place, column).text = words
    plan = read(files.text_of(saved(document), "plan.docx")).plan
    assert [(each.no, each.title, each.departments) for each in plan.measures] == [
        (1, "建立台账", ("执行局",)),
        (2, "核对案款", ("财务室", "执行局")),
    ]
    assert [one.every or one.by for each in plan.measures for one in each.deadlines] == [
        read("一、任务\n1、甲。完成时限：2019年5月底前").plan.measures[0].deadlines[0].by,
        "quarter",
    ]


def test_numbers_that_word_counts_are_written_out() -> None:
    document = docx.Document()
    document.add_paragraph("一、主要措施")
    for words in ("建立台账。责任部门：执行局。", "核对案款。责任部门：财务室。"):
        numbered(document.add_paragraph(words))
    plan = read(files.text_of(saved(document), "plan.docx")).plan
    assert [(each.no, each.title) for each in plan.measures] == [(1, "建立台账"), (2, "核对案款")]


def numbered(paragraph: Paragraph) -> None:
    """Make a paragraph one of a list that Word numbers."""
    number = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", "0"), ("w:numId", "77")):
        element = OxmlElement(tag)
        element.set(qn("w:val"), value)
        number.append(element)
    paragraph._p.get_or_add_pPr().append(number)


def test_a_damaged_word_file_is_refused_in_words() -> None:
    with pytest.raises(UnreadableFile, match="docx"):
        files.text_of(b"PK\x03\x04damaged", "plan.docx")


@given(
    st.text(
        alphabet="一二三四五、（）1234．.。；：，年月日前底每季度%达到责任部门完成时限工作措施步骤甲乙\n 　",
        max_size=300,
    )
)
def test_no_text_is_too_strange_to_account_for(text: str) -> None:
    assert placed(read(text)) == signs(text)


@given(st.sampled_from(NAMES), st.integers(0, 700), st.integers(0, 700), st.integers(0, 60))
def test_a_plan_cut_and_put_together_anew_is_accounted_for(
    name: str, here: int, there: int, size: int
) -> None:
    text = text_of(name)
    cut = text[:here] + text[there : there + size] + text[here + size :]
    assert placed(read(cut)) == signs(cut)
