"""Text out of .txt, .docx and .pdf files, and a clear sentence for each file that has none."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from weasyprint import HTML

from zhixing.cases.titles import read
from zhixing.cases.titles.files import UnreadableTitle, text_in, text_of

TEXT = "民事判决书\n（2025）渝0101民初1号\n一、被告甲公司于本判决生效之日起十日内支付原告乙公司货款５，０００元。\n"
AMOUNT = 500_000


def docx(*, in_table: bool = False) -> bytes:
    document = Document()
    for line in TEXT.splitlines():
        if in_table:
            document.add_table(rows=1, cols=1).cell(0, 0).text = line
        else:
            document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf(body: str) -> bytes:
    written = HTML(
        string=f"<meta charset=utf-8><body style='font-family: Noto Serif CJK SC'>{body}"
    ).write_pdf()
    assert isinstance(written, bytes)
    return written


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_plain_text_of_every_usual_encoding_is_read(encoding: str) -> None:
    assert read(text_in(TEXT.encode(encoding), "a.txt")).sums[0].amount == AMOUNT


@pytest.mark.parametrize("in_table", [False, True])
def test_word_documents_are_read(in_table: bool) -> None:
    reading = read(text_in(docx(in_table=in_table), "a.docx"))
    assert (reading.number, reading.sums[0].amount) == ("（2025）渝0101民初1号", AMOUNT)


def test_pdf_with_text_is_read() -> None:
    body = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    reading = read(text_in(pdf(body), "a.pdf"))
    assert (reading.number, reading.sums[0].amount) == ("（2025）渝0101民初1号", AMOUNT)


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "没有文字"),
        (b"  \n", "没有文字"),
        (b"PK\x03\x04broken", "不是完好的.docx"),
        (bomb(), "不是完好的.docx"),
        (b"%PDF-1.7 broken", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "旧式Word"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff", "编码"),
    ],
)
def test_unreadable_files_say_what_is_wrong(content: bytes, what: str) -> None:
    with pytest.raises(UnreadableTitle, match=what):
        text_in(content, "文书")


def test_pdf_of_images_only_says_so() -> None:
    with pytest.raises(UnreadableTitle, match="只有图像"):
        text_in(pdf(""), "scan.pdf")


def test_absent_files_and_folders_say_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTitle, match="没有这个文件"):
        text_of(tmp_path / "none.txt")
    with pytest.raises(UnreadableTitle, match="目录"):
        text_of(tmp_path)
