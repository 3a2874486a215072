"""How the rows of a case are kept: what may stand in the record in the act, what may identify somebody in an encrypted sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

import msgspec

from zhixing.registers.acts import RegisterRow
from zhixing.registers.cells import READERS, Value, written
from zhixing.registers.fields import MAIN, Table, tables
from zhixing.registers.rows import Case, Values

Sheet = dict[str, list[dict[str, str]]]  # table → for each of its rows: field code → text
_SHEET = msgspec.json.Decoder(Sheet)


def kept(case: Case) -> tuple[tuple[RegisterRow, ...], Sheet]:
    """The rows of a case as the act keeps them, and the sheet of what is kept outside of the record."""
    rows: list[RegisterRow] = []
    sheet: Sheet = {}
    for code in (MAIN, *case.others):
        table = tables()[code]
        for row in case.of(code):
            rows.append(_public(table, row.values))
            sheet.setdefault(code, []).append(_personal(table, row.values))
    return tuple(rows), {code: given for code, given in sheet.items() if any(given)}


def _public(table: Table, values: Mapping[str, Value]) -> RegisterRow:
    texts: dict[str, str] = {}
    numbers: dict[str, int] = {}
    amounts: dict[str, Decimal] = {}
    times: dict[str, datetime] = {}
    personal = table.personal()
    for code, value in values.items():
        if code in personal:
            continue
        if isinstance(value, str):
            texts[code] = value
        elif isinstance(value, int):
            numbers[code] = value
        elif isinstance(value, Decimal):
            amounts[code] = value
        else:
            times[code] = value
    return RegisterRow(table=table.code, texts=texts, numbers=numbers, amounts=amounts, times=times)


def _personal(table: Table, values: Mapping[str, Value]) -> dict[str, str]:
    personal = table.personal()
    return {code: written(value) for code, value in values.items() if code in personal}


def packed(sheet: Sheet) -> str:
    """The sheet as text, to be encrypted."""
    return msgspec.json.encode(sheet).decode()


def unpacked(text: str) -> Sheet:
    """The sheet of that text."""
    return _SHEET.decode(text)


def said(case: Case) -> str:
    """Everything the rows of a case say, in one way whatever the file looked like: what the digest is taken of."""
    told = {code: [row.values for row in case.of(code)] for code in (MAIN, *case.others)}
    return msgspec.json.encode(told, order="sorted").decode()


def restored(rows: Sequence[RegisterRow], sheet: Sheet) -> Iterator[tuple[str, Values]]:
    """Table and values of each row, as they were taken over."""
    places: dict[str, int] = {}
    for row in rows:
        place = places[row.table] = places.get(row.table, -1) + 1
        values: Values = {**row.texts, **row.numbers, **row.amounts, **row.times}
        given = sheet.get(row.table, [])
        columns = tables()[row.table].by_code()
        for code, text in (given[place] if place < len(given) else {}).items():
            values[code] = READERS[columns[code].kind](text)
        yield row.table, values
