"""Our list of fields against the national one, where it is there: each table given to the rooms that hold it, each field."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from zhixing.registers.fields import IDENTIFIER, KEY, MAIN, NUMBER, Kind, headings, table_named, tables

SCHEMA = Path(__file__).parents[3] / "shared" / "schema"
ROOMS = ("cases", "parties", "closing", "assets", "funds")
KINDS = {
    "int": {Kind.INT},
    "text": {Kind.PROSE},
    "timestamp": {Kind.TIME},
    "char(32)": {Kind.KEY},
    "numeric(19, 0)": {Kind.LONG},
    "numeric(20, 4)": {Kind.AMOUNT},
    "varchar(300)": {Kind.TEXT},
}


def missing(name: str) -> bool:
    """Whether the shared file is absent, and may be."""
    path = SCHEMA / name
    if not path.exists():
        assert not os.environ.get("ZHIXING_REQUIRE_SHARED"), f"{path} is required and absent"
        return True
    return False


def test_every_table_of_these_rooms_and_every_field_is_ours() -> None:
    if missing("coverage.tsv"):
        return
    with (SCHEMA / "coverage.tsv").open() as file:
        rooms = {row["table"]: row["room"] for row in csv.DictReader(file, delimiter="\t")}
    wanted = {table for table, room in rooms.items() if room in ROOMS}
    assert tables().keys() == wanted
    assert {code: table.room for code, table in tables().items()} == {code: rooms[code] for code in wanted}
    with (SCHEMA / "first-enforcement-fields.tsv").open() as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["table"] not in wanted:
                continue
            column = tables()[row["table"]].column(row["column"])
            assert column is not None, row
            assert column.name == row["column_comment"]
            assert column.kind in KINDS[row["sql_type"]]


def test_the_list_stands_on_its_own() -> None:
    assert len(tables()) == 111
    assert sum(len(table.columns) for table in tables().values()) == 1431 + 110 * 3


@pytest.mark.parametrize("table", tables().values(), ids=lambda table: table.code)
def test_every_field_is_found_by_code_and_every_name_means_one_field(table: object) -> None:
    own = table_named(getattr(table, "code", ""))
    assert own is not None and table_named(own.name) is own
    known = headings(own)
    for column in own.columns:
        assert known[column.code] is column
        assert known[f"{column.name}({column.code})"] is column
        assert known[column.name].name == column.name
    if own.code != MAIN:
        assert [column.code for column in own.columns[:3]] == [KEY, IDENTIFIER, NUMBER]
