"""Text out of .txt, .docx and .pdf files, and a clear sentence for each file that has none."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfWriter

from zhixing.cases.file_text import UnreadableFile, text_in, text_of
from zhixing.cases.titles import read

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


def pdf(text: str) -> bytes:
    """A one-page PDF whose font has no glyphs, only a table from its codes to characters: no font need be installed."""
    codes = {char: index for index, char in enumerate(sorted(set(text) - {"\n"}), 1)}
    shown = "".join(
        f"<{''.join(f'{codes[char]:04x}' for char in line)}> Tj 0 -20 Td\n" for line in text.splitlines()
    )
    table = "".join(f"<{code:04x}> <{char.encode('utf-16-be').hex()}>\n" for char, code in codes.items())
    ranges = "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
    streams = (f"BT /F 12 Tf 50 700 Td\n{shown}ET", f"{ranges}{len(codes)} beginbfchar\n{table}endbfchar\n")
    content, unicode = (f"<</Length {len(stream)}>>stream\n{stream}\nendstream" for stream in streams)
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        content,
        "<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>/DW 1000>>",
        unicode,
    )
    body, offsets = "%PDF-1.7\n", []
    for number, item in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{item}\nendobj\n"
    rows = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    return (body + end).encode("ascii")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_plain_text_of_every_usual_encoding_is_read(encoding: str) -> None:
    assert read(text_in(TEXT.encode(encoding), "a.txt")).sums[0].amount == AMOUNT


@pytest.mark.parametrize("in_table", [False, True])
def test_word_documents_are_read(in_table: bool) -> None:
    reading = read(text_in(docx(in_table=in_table), "a.docx"))
    assert (reading.number, reading.sums[0].amount) == ("（2025）渝0101民初1号", AMOUNT)


def test_pdf_with_text_is_read() -> None:
    reading = read(text_in(pdf(TEXT), "a.pdf"))
    assert (reading.number, reading.sums[0].amount) == ("（2025）渝0101民初1号", AMOUNT)


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    return stream.getvalue()


def packed(xml: bytes) -> bytes:
    """A .docx with that XML, compressed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", xml)
    return stream.getvalue()


def damaged() -> bytes:
    """A .docx whose compressed text has a wrong byte in it."""
    content = bytearray(packed(b"<a>" + bytes(range(33, 120)) * 40 + b"</a>"))
    content[60] ^= 0xFF
    return bytes(content)


def pages(count: int) -> bytes:
    """A PDF of empty pages."""
    writer = PdfWriter()
    for _ in range(count):
        writer.add_blank_page(100, 100)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (damaged(), "不是完好的.docx"),
        (packed(b"<a>" + b" " * 11_000_000 + b"</a>"), "展开后太大"),
        (pages(301), "页数太多"),
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
    with pytest.raises(UnreadableFile, match=what):
        text_in(content, "文书")


def test_pdf_of_images_only_says_so() -> None:
    with pytest.raises(UnreadableFile, match="只有图像"):
        text_in(pdf(""), "scan.pdf")


def test_absent_files_and_folders_say_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="没有这个文件"):
        text_of(tmp_path / "none.txt")
    with pytest.raises(UnreadableFile, match="目录"):
        text_of(tmp_path)
