"""Layout and printing: HTML to PDF/A-2b. The same words give the same bytes, because nothing in the file tells of time or chance.

WeasyPrint finds pango and the fonts in the system; it is loaded only here and only when something is printed, so that a machine
without them runs everything else and says what to install.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils import translation

from zhixing.law.paper_words import paper_date
from zhixing.law.texts import say
from zhixing.record.paper import Written

if TYPE_CHECKING:
    from pypdf import PdfWriter

FONT = "Noto Serif CJK SC"
PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk fontconfig"
VARIANT = "pdf/a-2b"


class CannotPrint(RuntimeError):
    """This machine cannot print; the message says what to install."""

    def __init__(self, lacking: str) -> None:
        self.text = say(
            "不能制作文书：缺少{lacking}。请安装后重试（Debian：apt-get install {packages}）。",
            lacking=lacking,
            packages=PACKAGES,
        )
        super().__init__(str(self.text))


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed document: its bytes, SHA-256 in hex, and pages."""

    content: bytes
    sha256: str
    pages: int


def html(paper: Written, *, preview: bool = False) -> str:
    """The document as a page to print."""
    return in_chinese(
        "documents/paper.html", {"paper": paper, "date": paper_date(paper.on), "preview": preview}
    )


def in_chinese(template: str, words: dict[str, object]) -> str:
    """A page to print; papers are Chinese, whatever language their reader has chosen for the platform."""
    with translation.override("zh-hans"):
        return render_to_string(template, words)


def pdf(paper: Written, *, preview: bool = False) -> Printed:
    """The document as PDF/A. Raises CannotPrint."""
    return print_page(html(paper, preview=preview))


def print_page(page: str) -> Printed:
    """Any page of ours as PDF/A. Raises CannotPrint."""
    from pypdf import PdfReader  # loaded where something is printed, not by every command

    content = _rendered(page)
    return Printed(content, hashlib.sha256(content).hexdigest(), len(PdfReader(io.BytesIO(content)).pages))


def _rendered(page: str) -> bytes:
    check_machine()
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:  # its C libraries are looked up when it is imported
        raise CannotPrint("系统库 pango") from error
    identifier = hashlib.sha256(page.encode()).digest()[:16]
    content: bytes = HTML(string=page).write_pdf(pdf_variant=VARIANT, pdf_identifier=identifier)
    return content


@cache
def check_machine() -> None:
    """See that the papers' font is there: without it every sign is a box. Raises CannotPrint."""
    if not shutil.which("fc-list"):
        raise CannotPrint("字体工具 fontconfig")
    listed = subprocess.run(["fc-list", f":family={FONT}", "family"], capture_output=True, text=True)
    if not listed.stdout.strip():
        raise CannotPrint(f"字体 {FONT}")


def merged(parts: Sequence[bytes]) -> bytes:
    """Several PDFs as one, in order."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    for part in parts:
        writer.append(io.BytesIO(part))
    return _written(writer)


def bound(catalogue: bytes, documents: Sequence[tuple[str, bytes]]) -> bytes:
    """A volume: its catalogue, then the documents under their names, with the volume's page numbers at the top right."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    writer.append(io.BytesIO(catalogue), outline_item="卷宗目录", import_outline=False)
    before = len(writer.pages)
    for name, content in documents:
        writer.append(io.BytesIO(content), outline_item=name, import_outline=False)
    count = len(writer.pages) - before
    page = in_chinese("documents/page_numbers.html", {"pages": range(count)})
    for place, number in enumerate(PdfReader(io.BytesIO(_rendered(page))).pages):
        writer.pages[before + place].merge_page(number)
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    writer.add_metadata({"/Producer": "Zhixing"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
