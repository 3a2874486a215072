"""The text of a paper in a file: .txt (UTF-8 or GB 18030), .docx, or .pdf that has text.

Titles and plans are read out of it. A scanned PDF has no text: that is said, never guessed at.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LARGEST = 50_000_000
_LARGEST_XML = 10_000_000  # of a .docx, unpacked: some three thousand pages
_MOST_PAGES = 300


class UnreadableFile(ValueError):
    """A file whose text cannot be had: what is wrong, where, and how to mend it (Chinese)."""

    def __init__(self, what: str, where: str, mend: str) -> None:
        super().__init__(f"{what}（{where}）：{mend}")
        self.what, self.where, self.mend = what, where, mend


def text_of(path: Path) -> str:
    """The text of a file; raises UnreadableFile."""
    if not path.exists():
        raise UnreadableFile("没有这个文件", str(path), "核对文件名和所在目录")
    if path.is_dir():
        raise UnreadableFile("这是目录，不是文件", str(path), "写明目录里的哪一个文件")
    try:
        return text_in(path.read_bytes(), path.name)
    except OSError as error:
        raise UnreadableFile("文件读不出", str(path), f"检查权限（{error.strerror}）") from error


def text_in(content: bytes, name: str) -> str:
    """The text of a file's bytes, told apart by how they begin, not by the name; raises UnreadableFile."""
    if len(content) > _LARGEST:
        raise UnreadableFile("文件太大", name, "文书文件应小于50MB，请只上传文书本身")
    if content.startswith(b"%PDF"):
        text = _pdf(content, name)
    elif content.startswith(b"PK\x03\x04"):
        text = _docx(content, name)
    elif content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile("这是旧式Word文件（.doc）", name, "请用Word另存为.docx后再读")
    else:
        text = _plain(content, name)
    if not text.strip():
        raise UnreadableFile("文件里没有文字", name, "请换一份有内容的文书")
    return text


def _plain(content: bytes, name: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableFile("认不出文字编码", name, "请存为UTF-8或GB18030编码的.txt，或者.docx、有文字的.pdf")


def _docx(content: bytes, name: str) -> str:
    """Paragraphs in order, those of tables among them; what tracked changes deleted is left out."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            member = package.getinfo("word/document.xml")
            if member.file_size > _LARGEST_XML:
                raise UnreadableFile("文件展开后太大", name, "请只上传文书本身")
            root: Element = fromstring(package.read(member))
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        ParseError,
        DefusedXmlException,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise UnreadableFile("不是完好的.docx文件", name, "请用Word打开后另存为.docx再读") from error
    return "\n".join(paragraph_text(paragraph) for paragraph in root.iter(f"{_WORD}p"))


def paragraph_text(paragraph: Element) -> str:
    """The words of a paragraph of a Word file, with what tracked changes inserted and without what they deleted."""
    parts: list[str] = []
    for element in paragraph.iter():
        if element.tag == f"{_WORD}t":
            parts.append(element.text or "")
        elif element.tag == f"{_WORD}tab":
            parts.append(" ")
        elif element.tag in (f"{_WORD}br", f"{_WORD}cr"):
            parts.append("\n")
    return "".join(parts)


def _pdf(content: bytes, name: str) -> str:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile("PDF加了密码", name, "请去掉密码后再读")
        if len(reader.pages) > _MOST_PAGES:
            raise UnreadableFile(
                "PDF页数太多", f"{name}，共{len(reader.pages)}页", f"最多{_MOST_PAGES}页，请只上传文书本身"
            )
        text = "\n".join(page.extract_text() for page in reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        if isinstance(error, UnreadableFile):
            raise
        raise UnreadableFile("不是完好的PDF文件", name, "请重新导出PDF，或者换成.docx、.txt") from error
    if not text.strip():
        raise UnreadableFile("PDF里只有图像，没有文字", name, "扫描件请先做文字识别（OCR），或者换成电子文书")
    return text
