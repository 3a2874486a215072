"""The file of rejects: what was sent back, as it came, with the reasons beside it, to be corrected and imported again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from zhixing.registers.cells import Cell
from zhixing.registers.fields import MAIN, tables
from zhixing.registers.importing import Report
from zhixing.registers.reading import REASONS, SENT_BACK, Sheet
from zhixing.registers.rows import Problem, Row
from zhixing.registers.sheets import Line, write_csv, write_workbook


def rejects_path(path: Path) -> Path:
    """Where the rejects of a file go: beside it."""
    return path.with_stem(path.stem + SENT_BACK)


def write_rejects(path: Path, report: Report, sheets: Mapping[str, Sheet]) -> list[Path]:
    """Write every case sent back, whole, with all its rows; the files written, the main table's first. None when all went in."""
    if not report.rejected and not report.orphans:
        return []
    content = {
        code: (_head(sheet), _lines(code, sheet, report))
        for code, sheet in sheets.items()
        if code == MAIN or any(True for _ in _lines(code, sheet, report))
    }
    if path.suffix.lower() == ".csv":
        written = []
        for code, (head, lines) in content.items():
            place = path if code == MAIN else path.with_name(f"{path.stem}.{code}.csv")
            write_csv(place, head, lines)
            written.append(place)
        return written
    write_workbook(path, {tables()[code].name: given for code, given in content.items()})
    return [path]


def _head(sheet: Sheet) -> list[str]:
    return [*(text for text in sheet.head if text not in REASONS), *REASONS]


def _lines(code: str, sheet: Sheet, report: Report) -> Iterator[Line]:
    for case in report.rejected:
        for row in case.of(code):
            yield _line(sheet, row, [each for each in case.problems if _of(each, code, row)])
    for orphan in report.orphans:
        if orphan.table == code:
            yield _line(sheet, report.rows_left[code, orphan.line], [orphan])


def _of(problem: Problem, code: str, row: Row) -> bool:
    return problem.table == code and problem.line == row.line


def _line(sheet: Sheet, row: Row, problems: Sequence[Problem]) -> Line:
    cells: list[Cell] = [
        row.cells[place] if place < len(row.cells) else ""
        for place, text in enumerate(sheet.head)
        if text not in REASONS
    ]
    told = [
        "；".join(getattr(each, name) for each in problems) for name in ("column", "value", "reason", "mend")
    ]
    return [*cells, str(row.line), *told]
