"""The cells of a bank's table as texts, whatever the file: CSV in the encodings of Chinese banks, or XLSX."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook

from zhixing.funds.camt import LARGEST_FILE
from zhixing.funds.statement import StatementRefused
from zhixing.law.texts import say

MOST_ROWS = 200_000
LARGEST_UNPACKED = 512 * 1024 * 1024
ENCODINGS = ("utf-8-sig", "gb18030")
SEPARATORS = ",\t;|"
Row = tuple[str, ...]


def is_table(content: bytes) -> bool:
    """Whether the file is a table rather than XML."""
    return not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def rows_of(content: bytes) -> tuple[Row, ...]:
    """All rows of the (first) table; row 1 is the first. Raises StatementRefused."""
    if len(content) > LARGEST_FILE:
        raise StatementRefused(
            say("文件超过 {limit} MB，请分日导出后再导入", limit=LARGEST_FILE // 1024 // 1024)
        )
    found = _workbook(content) if content.startswith(b"PK") else _csv(content)
    rows = tuple(tuple(cell.strip() for cell in row) for row in found)
    if len(rows) > MOST_ROWS:
        raise StatementRefused(say("表格超过 {most} 行，请分日导出后再导入", most=MOST_ROWS))
    return rows


def _csv(content: bytes) -> Iterable[Sequence[str]]:
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        separator = max(SEPARATORS, key=text[:5_000].count)
        try:
            return list(csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator))
        except csv.Error as error:
            raise StatementRefused(say("不是完好的 CSV 文件，请重新从网银导出")) from error
    raise StatementRefused(say("文件的编码既不是 UTF-8 也不是 GB18030，请另存为 CSV UTF-8 或 XLSX"))


def _workbook(content: bytes) -> Iterable[Sequence[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > LARGEST_UNPACKED:
                raise StatementRefused(say("工作簿展开后过大，请分日导出后再导入"))
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        if not book.sheet_names:
            raise StatementRefused(say("工作簿里没有工作表，请重新从网银导出"))
        return [
            [_text(cell) for cell in row] for row in book.get_sheet_by_index(0).to_python(nrows=MOST_ROWS + 1)
        ]
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        raise StatementRefused(say("不是完好的 XLSX 文件，请重新从网银导出")) from error


def _text(cell: object) -> str:
    """A cell as a person would type it: a whole number without its point, a day as 2017-06-15."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 2**53 else repr(cell)
    return str(cell)
