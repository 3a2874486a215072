"""Writing tables to files: CSV that every spreadsheet opens as Chinese, and workbooks with typed cells."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from zhixing.registers.cells import Cell, Value, plain, written

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell as WorkbookCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Line: TypeAlias = Sequence[Cell | Value]
EXACT = 15  # figures a spreadsheet keeps; longer numbers are written as text


def write_csv(path: Path, head: Sequence[str], lines: Iterable[Line]) -> None:
    """Write one table as CSV in UTF-8 with mark; the file is there whole or not at all."""
    draft = path.with_name(f"{path.name}.part")
    with draft.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows([_text(cell) for cell in line] for line in lines)
    draft.replace(path)


def _text(cell: Cell | Value) -> str:
    return written(cell) if isinstance(cell, Decimal | datetime) else plain(cell)


def write_workbook(path: Path, sheets: Mapping[str, tuple[Sequence[str], Iterable[Line]]]) -> None:
    """Write tables as the sheets of a workbook; the file is there whole or not at all."""
    draft = path.with_name(f"{path.name}.part")
    workbook(sheets).save(draft)
    draft.replace(path)


def workbook(sheets: Mapping[str, tuple[Sequence[str], Iterable[Line]]]) -> Workbook:
    """Tables as the sheets of a workbook, dates and numbers typed, text never a formula."""
    from openpyxl import Workbook  # takes a third of a second, and most files are CSV

    book = Workbook(write_only=True)
    for name, (head, lines) in sheets.items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        sheet.append([_bold(sheet, text) for text in head])
        for line in lines:
            sheet.append([_typed(sheet, cell) for cell in line])
    return book


def _bold(sheet: WriteOnlyWorksheet, text: str) -> WorkbookCell:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, value=text)
    cell.font = Font(bold=True)
    return cell


def _typed(sheet: WriteOnlyWorksheet, cell: Cell | Value) -> Cell | Value | WorkbookCell:
    if isinstance(cell, str) and cell.startswith("="):
        return _text_cell(sheet, cell)
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time.min else cell
    if isinstance(cell, int) and len(str(abs(cell))) > EXACT:
        return str(cell)
    if isinstance(cell, Decimal) and len(cell.as_tuple().digits) > EXACT:
        return written(cell)
    return cell


def _text_cell(sheet: WriteOnlyWorksheet, text: str) -> WorkbookCell:
    """What would be taken for a formula, as the text it is."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    return cell
