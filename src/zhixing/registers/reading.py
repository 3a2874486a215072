"""A register as files: one CSV file a table, or one workbook with a sheet a table. Encodings are found out, headings understood.

Of CSV, `FILE.csv` is the main table and `FILE.TABLE.csv` beside it a further one, TABLE being its code or Chinese name.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, WorksheetNotFound

from zhixing.registers.cells import READERS, Cell, Reader, plain
from zhixing.registers.fields import IDENTIFIER, MAIN, NUMBER, Column, Table, headings, table_named, tables

# Columns that a file of rejects has besides: they are for people, and passed over when it is imported again.
REASONS = ("退回：原行", "退回：字段", "退回：填的是", "退回：原因", "退回：改法")
SENT_BACK = "-退回"  # at the end of that file's name
DEFINITIONS = "字段说明"
csv.field_size_limit(2**24)


class BadFile(ValueError):
    """A file cannot be read as a register: what, where, and how to mend it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a register as a file has it. `columns` are those of the file, None for what is passed over."""

    table: Table
    head: Sequence[str]
    columns: Sequence[Column | None]
    readers: Sequence[tuple[str, Reader] | None]  # code and reader of each column
    rows: Iterator[tuple[int, Sequence[Cell]]]


def open_register(path: Path) -> dict[str, Sheet]:
    """The tables of a register by code; the main table among them. Raises BadFile."""
    if not path.is_file():
        raise BadFile(f"没有这个文件：{path}。请给出登记册的 .csv 或 .xlsx 文件")
    if path.suffix.lower() == ".csv":
        found = _csv_files(path)
    elif path.suffix.lower() == ".xlsx":
        found = _workbook(path)
    else:
        raise BadFile(f"{path.name} 既不是 .csv 也不是 .xlsx。请另存为其中一种")
    if MAIN not in found:
        raise BadFile(
            f"{path.name} 里没有“{tables()[MAIN].name}”。请把主表的工作表命名为“{tables()[MAIN].name}”"
        )
    return found


def tables_beside(path: Path) -> dict[str, Path]:
    """Code → file of the further tables of a CSV register."""
    found = {}
    for each in sorted(path.parent.glob(f"{_escaped(path.stem)}.*.csv")):
        table = table_named(each.name[len(path.stem) + 1 : -len(".csv")])
        if table is not None and table.code != MAIN:
            found[table.code] = each
    return found


def _escaped(text: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in text)


def _csv_files(path: Path) -> dict[str, Sheet]:
    files = {MAIN: path, **tables_beside(path)}
    return {code: _sheet(tables()[code], each.name, _records(each)) for code, each in files.items()}


def _records(path: Path) -> Iterator[Sequence[Cell]]:
    return csv.reader(io.StringIO(decoded(path.read_bytes(), path.name), newline=""))


def decoded(raw: bytes, name: str) -> str:
    """The text of a file in UTF-8, with or without mark, or in GB18030. Raises BadFile with the place."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise BadFile(f"{name} 是 UTF-16 编码。请另存为“CSV UTF-8”")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as utf8:
        try:
            return raw.decode("gb18030")
        except UnicodeDecodeError as gb:
            place = max(utf8.start, gb.start)
            line = raw.count(b"\n", 0, place) + 1
            raise BadFile(
                f"{name} 第 {line} 行既不是 UTF-8 也不是 GB18030 编码。请另存为“CSV UTF-8”"
            ) from None


def _workbook(path: Path) -> dict[str, Sheet]:
    try:
        book = CalamineWorkbook.from_path(str(path))
        names = book.sheet_names
        sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names}
    except (CalamineError, WorksheetNotFound) as error:
        raise BadFile(f"{path.name} 不能作为 Excel 工作簿打开（{error}）。请用 Excel 重新另存") from None
    found = {}
    for name, rows in sheets.items():
        table = table_named(name) or (tables()[MAIN] if len(names) == 1 else None)
        if table is None:
            if name == DEFINITIONS:
                continue
            raise BadFile(
                f"{path.name} 的工作表“{name}”不是登记册的表。请改用表名，例如“{tables()[MAIN].name}”"
            )
        found[table.code] = _sheet(table, f"{path.name} 的工作表“{name}”", iter(rows))
    return found


def _sheet(table: Table, where: str, records: Iterator[Sequence[Cell]]) -> Sheet:
    head = [plain(cell) for cell in next(records, ())]
    while head and not head[-1]:
        head.pop()
    known = headings(table)
    columns: list[Column | None] = []
    for place, text in enumerate(head, start=1):
        column = known.get(text) or known.get(text.upper())
        if column is None and text not in REASONS:
            raise BadFile(
                f"{where} 第 {place} 列“{text}”不是“{table.name}”的字段。请改为字段说明里的名称或代码，或删去这一列"
            )
        if column is not None and column in columns:
            raise BadFile(
                f"{where} 第 {place} 列“{text}”与前面的列是同一字段。请删去一列；同名的字段请写代码"
            )
        columns.append(column)
    codes = {column.code for column in columns if column}
    if not codes & ({NUMBER} if table.code == MAIN else {NUMBER, IDENTIFIER}):
        raise BadFile(f"{where}没有“案号”（{NUMBER}）一列。请加上这一列")
    readers = [(column.code, READERS[column.kind]) if column else None for column in columns]
    return Sheet(table, head, columns, readers, _numbered(records))


def _numbered(records: Iterator[Sequence[Cell]]) -> Iterator[tuple[int, Sequence[Cell]]]:
    for line, cells in enumerate(records, start=2):
        if any(cell not in ("", None) for cell in cells):
            yield line, cells


def batches(
    rows: Iterator[tuple[int, Sequence[Cell]]], size: int
) -> Iterator[list[tuple[int, Sequence[Cell]]]]:
    """The rows in lists of that size."""
    while found := list(islice(rows, size)):
        yield found
