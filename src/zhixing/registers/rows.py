"""A case as the register says it: its main row and the rows of the other tables, typed; and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from zhixing.registers.cells import BadCell, Cell, Reader, Value, plain, written
from zhixing.registers.fields import MAIN, Table, tables

Values = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row was not taken in: the field, what it says, the reason and the mend. `table` and `line` tell the row."""

    table: str
    line: int
    code: str
    value: str
    reason: str
    mend: str

    @property
    def column(self) -> str:
        """The field as people call it."""
        found = tables()[self.table].column(self.code)
        return f"{found.name}({found.code})" if found else self.code


class BadField(Exception):
    """A field of the main row that decides over an act cannot be understood."""

    def __init__(self, code: str, trouble: BadCell) -> None:
        super().__init__(str(trouble))
        self.code, self.trouble = code, trouble


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its line in the file, its values, and its cells as they came, for the file of rejects."""

    line: int
    values: Values
    cells: Sequence[Cell]

    def text(self, code: str) -> str:
        """A text field, empty when it is."""
        found = self.values.get(code, "")
        return found if isinstance(found, str) else str(found)

    def number(self, code: str) -> int | None:
        """A whole number."""
        found = self.values.get(code)
        return found if isinstance(found, int) else None

    def amount(self, code: str) -> Decimal | None:
        """An amount in yuan."""
        found = self.values.get(code)
        return found if isinstance(found, Decimal) else None

    def day(self, code: str) -> date | None:
        """The day of a time field."""
        found = self.values.get(code)
        return found.date() if isinstance(found, datetime) else None


@dataclass(slots=True)
class Case:
    """A case of the register: its main row, the rows of the other tables, and what is wrong with any of them."""

    main: Row
    others: dict[str, list[Row]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def of(self, table: str) -> Sequence[Row]:
        """The rows of a table, in the order of the file."""
        return (self.main,) if table == MAIN else self.others.get(table, ())

    def blame(self, row: Row, code: str, trouble: BadCell, table: str = MAIN) -> None:
        """Note that a field of a row cannot be taken in."""
        value = written(row.values.get(code))
        self.problems.append(Problem(table, row.line, code, value, trouble.reason, trouble.mend))


def read_row(
    table: Table, readers: Sequence[tuple[str, Reader] | None], cells: Sequence[Cell], line: int
) -> tuple[Row, list[Problem]]:
    """A row of a table by field and reader of its columns (None: one not taken in), and every cell that cannot be read."""
    values: Values = {}
    problems = []
    for column, cell in zip(readers, cells, strict=False):
        if column is None or cell is None or cell == "":
            continue
        text = cell.strip() if isinstance(cell, str) else plain(cell)
        if not text:
            continue
        code, read = column
        try:
            values[code] = read(text)
        except BadCell as trouble:
            problems.append(Problem(table.code, line, code, text, trouble.reason, trouble.mend))
    return Row(line, values, cells), problems
