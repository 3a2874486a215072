"""Inserting thousands of rows by one statement: each column as one array, which costs a fraction of the ORM's VALUES.

COPY cannot be used: it is refused on tables with row-level security.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from operator import itemgetter
from typing import Protocol, TypeVar, cast

import psycopg
from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.models.base import ModelState
from psycopg.rows import tuple_row

from zhixing.record.binary import Cell, array_of

Row = tuple[Cell, ...]
M = TypeVar("M", bound=models.Model)


class Ending(Protocol):
    """What the platform's own database engine can do besides Django's."""

    def send_with_the_end(self) -> None:
        """Send what follows together with the end of the transaction."""


def insert(table: str, columns: Mapping[str, str], rows: Sequence[Row]) -> None:
    """Insert rows, whose cells stand in the order of `columns`: name and PostgreSQL type of each."""
    if not rows:
        return
    names = ", ".join(f'"{name}"' for name in columns)
    arrays = ", ".join(f"%s::{kind}[]" for kind in columns.values())
    execute(
        f"INSERT INTO {table} ({names}) SELECT * FROM unnest({arrays})",
        [
            array_of(column, kind)
            for column, kind in zip(zip(*rows, strict=True), columns.values(), strict=True)
        ],
    )


def execute(statement: str, parameters: Sequence[Cell]) -> None:
    """Run a statement that answers nothing, its parameters beside it: so a second time it is planned already."""
    with _cursor() as cursor:
        cursor.execute(statement.encode(), parameters)


def fetch(statement: str, parameters: Sequence[Cell]) -> list[Row]:
    """The rows that a statement answers, run likewise. A query of Django's takes ten times as long to be written."""
    with _cursor() as cursor:
        cursor.execute(statement.encode(), parameters, binary=True)
        return cursor.fetchall()


def fetch_together(*asked: tuple[str, Sequence[Cell]]) -> list[list[Row]]:
    """The rows of each of several statements, sent in one go; each statement sees what those before it did."""
    with in_one_go():
        cursors = [psycopg.Cursor(connection.connection, row_factory=tuple_row) for _ in asked]
        for cursor, (statement, parameters) in zip(cursors, asked, strict=True):
            cursor.execute(statement.encode(), parameters, binary=True)
    return [cursor.fetchall() for cursor in cursors]


@contextmanager
def _cursor() -> Iterator[psycopg.Cursor[Row]]:
    own = connections[DEFAULT_DB_ALIAS]  # looked up once: `connection` looks it up at every name
    own.close_if_health_check_failed()
    own.ensure_connection()
    with own.wrap_database_errors, psycopg.Cursor(own.connection, row_factory=tuple_row) as cursor:
        yield cursor


@contextmanager
def in_one_go() -> Iterator[None]:
    """Send the statements of the block without waiting for each; the first that fails raises at its end, or before."""
    own = connections[DEFAULT_DB_ALIAS]
    own.close_if_health_check_failed()
    own.ensure_connection()
    with own.wrap_database_errors, own.connection.pipeline():
        yield


@contextmanager
def with_the_end() -> Iterator[None]:
    """Send the statements of the block together with the end of the transaction, where one that fails raises."""
    own = connections[DEFAULT_DB_ALIAS]
    own.ensure_connection()
    with own.wrap_database_errors:
        cast(Ending, own).send_with_the_end()
        yield


def insert_models(model: type[models.Model], rows: Iterable[models.Model]) -> None:
    """Insert unsaved rows of one model; their primary keys are given by the database and not read back."""
    insert_rows(model, [cells(row) for row in rows])


def insert_rows(model: type[models.Model], rows: Sequence[Row]) -> None:
    """Insert rows of one model, as `cells` answers them."""
    own = _columns(model)[1:]
    insert(model._meta.db_table, {name: kind for name, kind, _ in own}, rows)


def cells(row: models.Model) -> Row:
    """The cells of a row without its primary key."""
    found: Row = _getter(type(row))(row.__dict__)
    return found


def rows_of(model: type[models.Model], dossiers: Sequence[int]) -> Iterator[tuple[int, Row]]:
    """The number of the dossier and the cells of each stored row of these dossiers, in the order of their primary keys."""
    own = _columns(model)
    names = ", ".join(f'"{name}"' for name, _, _ in own[1:])
    statement = f"SELECT dossier_id, {names} FROM {model._meta.db_table} WHERE dossier_id = ANY(%s::bigint[])"
    for number, *row in fetch(f"{statement} ORDER BY {own[0][0]}", [array_of(dossiers, "bigint")]):
        if isinstance(number, int):
            yield number, tuple(row)


def change_row(model: type[models.Model], dossier: int, said: Row, says: Row) -> None:
    """Let the only row of this dossier, which said that, say this: only what differs is sent and written."""
    changed = [
        (name, kind, new)
        for (name, kind, _), old, new in zip(_columns(model)[1:], said, says, strict=True)
        if old != new
    ]
    places = ", ".join(f'"{name}" = (%s::{kind}[])[1]' for name, kind, _ in changed)
    execute(
        f"UPDATE {model._meta.db_table} SET {places} WHERE dossier_id = ANY(%s::bigint[])",
        [array_of([cell], kind) for _, kind, cell in changed] + [array_of([dossier], "bigint")],
    )


def insert_numbered(model: type[M], rows: Sequence[M]) -> Sequence[M]:
    """Insert unsaved rows of one model under numbers taken from its sequence first; the rows, which know them then."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, len(rows)],
        )
        for row, (number,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = number
    own = _columns(model)
    insert(
        model._meta.db_table,
        {name: kind for name, kind, _ in own},
        [(row.pk, *cells(row)) for row in rows],
    )
    return rows


def unsaved(model: type[M], **values: Cell) -> M:
    """A row of a model with these values by column attribute, without what Model() does besides, which costs ten times as much.

    What is not given has its default. TypeError for a name that is none of the model's columns.
    """
    blank = _blank(model)
    row = model.__new__(model)
    row.__dict__.update(blank)
    row.__dict__.update(values)
    if len(row.__dict__) != len(blank):
        raise TypeError(f"{model.__name__} has no {sorted(values.keys() - blank.keys())}")
    row._state = ModelState()
    return row


def row_of(model: type[models.Model], **values: Cell) -> Row:
    """The cells of a row with all these values by column attribute, without the row. KeyError, TypeError unless they are all."""
    found: Row = _getter(model)(values)
    if len(values) != len(found):
        raise TypeError(f"{model.__name__} has no {sorted(values.keys() - _blank(model).keys())}")
    return found


@cache
def _blank(model: type[models.Model]) -> Mapping[str, Cell]:
    return {str(field.attname): field.get_default() for field in model._meta.concrete_fields}


@cache
def _columns(model: type[models.Model]) -> Sequence[tuple[str, str, str]]:
    """Name, element type and attribute of each column, the primary key first."""
    fields = sorted(model._meta.concrete_fields, key=lambda field: not field.primary_key)
    return [
        (str(field.column), _element(str(field.db_type(connection))), str(field.attname)) for field in fields
    ]


@cache
def _getter(model: type[models.Model]) -> Callable[[Mapping[str, Cell]], Row]:
    return itemgetter(*(attribute for _, _, attribute in _columns(model)[1:]))


def _element(kind: str) -> str:
    """The type of an array's elements; text for varchar(n), for a cast to that cuts what is too long instead of refusing it."""
    return "text" if kind.startswith("varchar") else kind
