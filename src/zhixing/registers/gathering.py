"""Cases gathered from the tables of a register: each main row with the rows of the other tables that belong to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from zhixing.law.case_numbers import CaseNumber, CaseNumberError, OldCaseNumber, parse
from zhixing.registers.cells import BadCell, Cell
from zhixing.registers.fields import IDENTIFIER, MAIN, NUMBER
from zhixing.registers.reading import Sheet
from zhixing.registers.rows import Case, Problem, Row, Values, read_row

LINKS = (IDENTIFIER, NUMBER)


@dataclass(slots=True)
class Gathered:
    """The rows of every table but the main one, by what they name their case with."""

    by_number: dict[str, dict[str, list[Row]]] = field(default_factory=dict)
    by_identifier: dict[int, dict[str, list[Row]]] = field(default_factory=dict)
    problems: dict[tuple[str, int], list[Problem]] = field(default_factory=dict)

    def take(self, number: str, identifier: int | None) -> dict[str, list[Row]]:
        """The rows of one case, taken out, those of a table in the order of its file."""
        found = self.by_number.pop(number, {})
        for table, rows in (self.by_identifier.pop(identifier, {}) if identifier is not None else {}).items():
            found[table] = sorted([*found.get(table, ()), *rows], key=lambda row: row.line)
        return found

    def left(self) -> list[tuple[str, Row]]:
        """The rows whose case the main table does not have."""
        cases = [*self.by_number.values(), *self.by_identifier.values()]
        return [(table, row) for case in cases for table, rows in case.items() for row in rows]


def gather(sheets: Mapping[str, Sheet]) -> Gathered:
    """Read every table but the main one."""
    found = Gathered()
    for sheet in sheets.values():
        if sheet.table.code == MAIN:
            continue
        for line, cells in sheet.rows:
            row, problems = read_row(sheet.table, sheet.readers, cells, line)
            if problems:
                found.problems[sheet.table.code, line] = problems
            _put(found, sheet.table.code, row)
    return found


def _put(found: Gathered, table: str, row: Row) -> None:
    number, identifier = row.text(NUMBER), row.number(IDENTIFIER)
    if number:
        key = tidy_number(number)
        found.by_number.setdefault(key, {}).setdefault(table, []).append(row)
    elif identifier is not None:
        found.by_identifier.setdefault(identifier, {}).setdefault(table, []).append(row)
    else:
        found.by_number.setdefault("", {}).setdefault(table, []).append(row)


def tidy_number(text: str) -> str:
    """The one way a case number is written; a text that is none, as it is."""
    try:
        return parse(text).normal
    except CaseNumberError:
        return text


def read_case(
    sheet: Sheet, line: int, cells: Sequence[Cell], others: Gathered
) -> tuple[Case, CaseNumber | OldCaseNumber | None]:
    """A case of the main table with its rows of the others, and its number; None when it has none that can be read."""
    row, problems = read_row(sheet.table, sheet.readers, cells, line)
    case = Case(row, {}, problems)
    number: CaseNumber | OldCaseNumber | None = None
    try:
        number = parse(row.text(NUMBER))
    except CaseNumberError as error:
        case.problems = [each for each in problems if each.code != NUMBER]
        case.blame(row, NUMBER, BadCell(f"{error.what}（{error.where}）", error.mend))
    identifier = row.number(IDENTIFIER)
    given = others.take(number.normal if number else row.text(NUMBER), identifier)
    for table, rows in given.items():
        for each in rows:
            case.problems += others.problems.pop((table, each.line), ())
            own = each.number(IDENTIFIER)
            if own is not None and own != identifier:
                case.blame(
                    each, IDENTIFIER, BadCell("与主表中该案号的案件标识不同", "请核对案号和案件标识"), table
                )
        case.others[table] = [Row(each.line, _without_links(each.values), each.cells) for each in rows]
    return case, number


def _without_links(values: Values) -> Values:
    return {code: value for code, value in values.items() if code not in LINKS}
