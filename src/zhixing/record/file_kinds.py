"""What kind of file some bytes are, told by the bytes and not by the name; only these kinds are kept with acts.

They are what courts exchange and can still open in thirty years: papers (PDF, OFD, DOCX, XLSX, text), pictures, recordings.
Programs, archives and documents with macros are refused.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

from zhixing.law.texts import Text, say

MOST_NAMES = 5000  # in a package; a document has some dozens
UNPRINTED = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|]')


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: its media type, and the endings its name may have, the usual one first."""

    media_type: str
    endings: tuple[str, ...]

    def named(self, name: str) -> str:
        """A name under which it may be handed out: no folders, no control signs, an ending that says what it is.

        >>> PDF.named("..\\\\判决书.exe")
        '判决书.exe.pdf'
        """
        plain = NOT_IN_NAMES.sub("", re.split(r"[\\/]", name)[-1]).strip(". ")[-100:] or str(say("附件"))
        return plain if plain.lower().endswith(self.endings) else f"{plain}{self.endings[0]}"


PDF = FileKind("application/pdf", (".pdf",))
OFD = FileKind("application/ofd", (".ofd",))
OFFICE = "application/vnd.openxmlformats-officedocument"
DOCX = FileKind(f"{OFFICE}.wordprocessingml.document", (".docx",))
XLSX = FileKind(f"{OFFICE}.spreadsheetml.sheet", (".xlsx",))
JPEG = FileKind("image/jpeg", (".jpg", ".jpeg"))
PNG = FileKind("image/png", (".png",))
MP4 = FileKind("video/mp4", (".mp4", ".m4a", ".m4v"))
TEXT = FileKind("text/plain", (".txt",))
ALL = (PDF, OFD, DOCX, XLSX, JPEG, PNG, MP4, TEXT)
BEGINNINGS = ((b"%PDF-", PDF), (b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG))
PACKAGES = (("word/document.xml", DOCX), ("xl/workbook.xml", XLSX), ("OFD.xml", OFD))


def kind_of(content: bytes) -> FileKind | Text:
    """The kind of a file, or the sentence that says why it cannot be kept."""
    if not content:
        return say("文件是空的，请核对后重新选择")
    for beginning, kind in BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content[4:8] == b"ftyp":
        return MP4
    if content.startswith(b"PK\x03\x04"):
        return _package(content)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return say("这是旧式 Office 文件（.doc、.xls），请另存为 .docx、.xlsx 或 .pdf")
    if _is_text(content):
        return TEXT
    return say("不能保存这种文件。可以保存 PDF、OFD、DOCX、XLSX、JPG、PNG、MP4 和文本文件，请转换后再传")


def _package(content: bytes) -> FileKind | Text:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return say("文件不完整，请重新导出后再传")
    if len(names) > MOST_NAMES or any(name.endswith("vbaProject.bin") for name in names):
        return say("文件带有宏程序或内容异常，请另存为不含宏的 .docx、.xlsx 或 .pdf")
    for name, kind in PACKAGES:
        if name in names:
            return kind
    return say("不保存压缩包，请逐个上传其中的文件")


def _is_text(content: bytes) -> bool:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return UNPRINTED.search(text) is None
    return False
