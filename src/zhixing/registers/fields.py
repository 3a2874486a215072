"""The tables and fields of a register of first-enforcement cases: code, Chinese name, kind, and which may name persons.

`data/fields.tsv` is our own list: a line `@code name room` begins a table, a field's line says code, name, kind, and `person`
for what may identify somebody and is therefore kept encrypted outside the record. Every table has besides the three columns by
which its rows are told apart and belong to a case. The fields of each kind of found property are kept by `assets.kinds`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files

from zhixing.assets.kinds import Kind as PropertyKindFields
from zhixing.assets.kinds import kinds

MAIN = "T_SCZX"
PARTIES, PAPERS = "T_SCZXZXZTXX", "T_SCZXZXZTXXZJXX"
FOUND, OF_FOUND = "T_SCZXYCMCC", "C_ID_SCZXYCMCC"
NUMBER, IDENTIFIER, KEY = "C_AH", "N_AJBS", "C_ID"


class Kind(Enum):
    """What a field holds; the value is what files write."""

    TEXT = "text"  # up to 300 signs
    PROSE = "prose"
    KEY = "key"  # up to 32 signs
    INT = "int"  # 32 bits
    LONG = "long"  # up to 19 figures
    AMOUNT = "amount"  # yuan, 16 figures before the point and four after it
    TIME = "time"

    @property
    def label(self) -> str:
        """In words, for the sheet of definitions."""
        return _LABELS[self]


_LABELS = {
    Kind.TEXT: "文字，不超过300字",
    Kind.PROSE: "文字",
    Kind.KEY: "标识，不超过32字符",
    Kind.INT: "整数",
    Kind.LONG: "整数，不超过19位",
    Kind.AMOUNT: "金额（元），小数不超过4位",
    Kind.TIME: "日期或时间",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a table. `person`: it may identify somebody."""

    code: str
    name: str
    kind: Kind
    person: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table of the register, the room its matter belongs to, and its fields in order."""

    code: str
    name: str
    room: str
    columns: tuple[Column, ...]

    def column(self, code: str) -> Column | None:
        """The field of that code."""
        return self.by_code().get(code)

    def by_code(self) -> Mapping[str, Column]:
        """Code → field."""
        return _by_code(self)

    def personal(self) -> frozenset[str]:
        """The codes of the fields that may identify somebody."""
        return _personal(self)


# What a table repeats of its case, so that its rows stand in a file of their own.
OF_EVERY_TABLE = (
    Column(KEY, "主键", Kind.KEY),
    Column(IDENTIFIER, "案件标识", Kind.LONG),
    Column(NUMBER, "案号", Kind.TEXT),
)


@cache
def tables() -> Mapping[str, Table]:
    """Every table by its code, the main table first."""
    text = (files("zhixing.registers") / "data" / "fields.tsv").read_text("utf-8")
    heads: list[tuple[str, str, str]] = []
    columns: dict[str, list[Column]] = {}
    for line in text.splitlines():
        code, name, kind, *rest = line.split("\t")
        if code.startswith("@"):
            heads.append((code[1:], name, kind))
            columns[code[1:]] = [] if code[1:] == MAIN else list(OF_EVERY_TABLE)
            continue
        columns[heads[-1][0]].append(Column(code, name, Kind(kind), rest == ["person"]))
    own = {code: Table(code, name, room, tuple(columns[code])) for code, name, room in heads}
    return own | {kind.table: _of_kind(kind) for kind in kinds().values()}


def _of_kind(kind: PropertyKindFields) -> Table:
    """The table of one kind of found property, whose fields the room of property keeps."""
    link = Column(OF_FOUND, "已查明财产ID", Kind.KEY)
    details = (Column(each.code, each.name, Kind(each.holds.value), each.sealed) for each in kind.details)
    return Table(kind.table, f"已查明财产{kind.name}", "assets", (*OF_EVERY_TABLE, link, *details))


@cache
def _by_code(table: Table) -> Mapping[str, Column]:
    return {column.code: column for column in table.columns}


@cache
def _personal(table: Table) -> frozenset[str]:
    return frozenset(column.code for column in table.columns if column.person)


@cache
def headings(table: Table) -> Mapping[str, Column]:
    """What may stand at the head of a column → field: the code in any case, the Chinese name, or both as `名称(代码)`.

    A Chinese name that two fields of one table share stands for the first; the other needs its code.
    """
    found: dict[str, Column] = {}
    for column in table.columns:
        found.setdefault(column.name, column)
    for column in table.columns:
        found[column.code] = found[f"{column.name}({column.code})"] = column
    return found


def table_named(text: str) -> Table | None:
    """The table of that code or Chinese name."""
    tidy = text.strip()
    return next((each for each in tables().values() if tidy.upper() == each.code or tidy == each.name), None)
