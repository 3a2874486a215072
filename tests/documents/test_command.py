"""`zhixing document`: the e-file from the command line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document as WordDocument
from pypdf import PdfReader

from tests.cast import assigned, begin
from zhixing.cli import main
from zhixing.documents.models import Document

pytestmark = pytest.mark.django_db
NUMBER = "(2017)渝0235执1号"


@pytest.fixture
def case() -> int:
    """A case in hand."""
    begin()
    return assigned()


def test_list_tells_what_was_made_and_what_waits(case: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["document", "list", str(case)]) == 0
    said = capsys.readouterr().out
    assert (
        "正卷" in said and "第8条" in said and "待生成" in said and "受理通知书  （2017）渝0235执1号" in said
    )


def test_save_makes_it_and_writes_pdf_or_word(
    case: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf, word = tmp_path / "a.pdf", tmp_path / "a.docx"
    assert main(["document", "save", NUMBER, "8", str(pdf)]) == 0
    assert Document.objects.get().sha256 in capsys.readouterr().out
    assert len(PdfReader(io.BytesIO(pdf.read_bytes())).pages) == Document.objects.get().pages
    assert main(["document", "save", NUMBER, "8", str(word)]) == 0
    assert "受理通知书" in [each.text for each in WordDocument(str(word)).paragraphs]


@pytest.mark.parametrize(
    ("where", "said"),
    [(("1", "a.pdf"), "没有文书"), (("8", "a.txt"), ".docx"), (("8", "none/a.pdf"), "不能写入")],
)
def test_what_is_wrong_is_said_with_the_way_out(
    case: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], where: tuple[str, str], said: str
) -> None:
    seq, file = where
    assert main(["document", "save", str(case), seq, str(tmp_path / file)]) == 2
    assert said in capsys.readouterr().err
