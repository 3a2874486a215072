"""Columns of cells as PostgreSQL's binary arrays: written by look-up, and read by the server without parsing a sign.

Cells of a column repeat (courts, labels, days), so each different one is written once. Types that are not known here are left
to psycopg, which writes arrays as text.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import cast

import msgspec
import psycopg
from psycopg.adapt import Dumper
from psycopg.pq import Format

Cell = object  # what can stand in an array: text, numbers, dates, times, bytes, bool, None
Write = Callable[[Cell], bytes]
_NULL = b"\xff\xff\xff\xff"
_HEAD = struct.Struct(
    "!iiIii"
)  # dimensions, whether there are nulls, type of the elements, how many, the first one's index
_LENGTH = struct.Struct("!i")
_DAY_ZERO = date(2000, 1, 1).toordinal()
_TIME_ZERO = datetime(2000, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class BinaryArray(bytes):
    """An array in the binary form, whose type the statement says."""


class _AsItIs(Dumper):
    format = Format.BINARY

    def dump(self, obj: BinaryArray) -> bytes:
        return obj


psycopg.adapters.register_dumper(BinaryArray, _AsItIs)


def _whole(form: str) -> Write:
    given = struct.Struct(form)

    def write(cell: Cell) -> bytes:
        return given.pack(given.size - 4, cell)

    return write


def _sized(written: bytes | memoryview) -> bytes:
    return _LENGTH.pack(len(written)) + written


def _text(cell: Cell) -> bytes:
    return _sized(str.encode(cell)) if isinstance(cell, str) else _wrong(cell, "text")


def _bytes(cell: Cell) -> bytes:
    return _sized(cell) if isinstance(cell, bytes | memoryview) else _wrong(cell, "bytes")


def _json(cell: Cell) -> bytes:
    return _sized(b"\x01" + msgspec.json.encode(cell))


_DAY, _TIME = _whole("!ii"), _whole("!iq")


def _day(cell: Cell) -> bytes:
    return _DAY(cell.toordinal() - _DAY_ZERO) if isinstance(cell, date) else _wrong(cell, "a day")


def _time(cell: Cell) -> bytes:
    return (
        _TIME((cell - _TIME_ZERO) // _MICROSECOND) if isinstance(cell, datetime) else _wrong(cell, "a time")
    )


def _wrong(cell: Cell, wanted: str) -> bytes:
    raise TypeError(f"{wanted} wanted, got {cell!r}")


# Name of a type → the number PostgreSQL knows it by, how a cell of it is written, and whether its cells repeat.
_KINDS: Mapping[str, tuple[int, Write, bool]] = {
    "boolean": (16, _whole("!i?"), True),
    "bytea": (17, _bytes, False),
    "bigint": (20, _whole("!iq"), True),
    "smallint": (21, _whole("!ih"), True),
    "int": (23, _whole("!ii"), True),
    "integer": (23, _whole("!ii"), True),
    "text": (25, _text, True),
    "date": (1082, _day, True),
    "timestamptz": (1184, _time, True),
    "timestamp with time zone": (1184, _time, True),
    "jsonb": (3802, _json, False),
}


def array_of(column: Sequence[Cell], kind: str) -> BinaryArray | list[Cell]:
    """The cells as an array of that type of PostgreSQL's; a list where that is not known here. Raises TypeError, struct.error."""
    known = _KINDS.get(kind)
    if known is None:
        return list(column)
    number, write, repeats = known
    if repeats:
        different = {cell: _NULL if cell is None else write(cell) for cell in set(column)}
        cells = [different[cell] for cell in column]
    elif kind == "bytea" and set(map(type, column)) == {bytes}:
        cells = [_LENGTH.pack(len(cell)) + cell for cell in cast("Sequence[bytes]", column)]
    else:
        cells = [_NULL if cell is None else write(cell) for cell in column]
    return BinaryArray(_HEAD.pack(1, _NULL in cells, number, len(column), 1) + b"".join(cells))
