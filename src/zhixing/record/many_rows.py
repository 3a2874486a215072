"""Inserting thousands of rows by one statement: each column as one array in binary, which costs a fraction of the ORM's VALUES.

COPY cannot be used: it is refused on tables with row-level security.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import TypeVar

import psycopg
from django.db import connection, models
from django.db.models.base import ModelState

Cell = object  # what psycopg writes as an element of an array: text, numbers, dates, times, bytes, bool, None
M = TypeVar("M", bound=models.Model)


def insert(table: str, columns: Mapping[str, str], rows: Sequence[Sequence[Cell]]) -> None:
    """Insert rows, whose cells stand in the order of `columns`: name and PostgreSQL type of each."""
    if not rows:
        return
    names = ", ".join(f'"{name}"' for name in columns)
    arrays = ", ".join(f"%b::{kind}[]" for kind in columns.values())
    connection.ensure_connection()
    # A cursor of psycopg's own: Django's writes parameters into the statement as text.
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({names}) SELECT * FROM unnest({arrays})".encode(),
            [list(cells) for cells in zip(*rows, strict=True)],
        )


def insert_models(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Insert unsaved rows of one model; their primary keys are given by the database and not read back."""
    _insert(model, rows, _columns(model)[1:])


def insert_numbered(model: type[M], rows: Sequence[M]) -> Sequence[M]:
    """Insert unsaved rows of one model under numbers taken from its sequence first; the rows, which know them then."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, len(rows)],
        )
        for row, (number,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = number
    _insert(model, rows, _columns(model))
    return rows


def _insert(
    model: type[models.Model], rows: Sequence[models.Model], columns: Sequence[tuple[str, str, str]]
) -> None:
    cells = itemgetter(*(attribute for _, _, attribute in columns))
    types = {name: kind for name, kind, _ in columns}
    insert(model._meta.db_table, types, [cells(row.__dict__) for row in rows])


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


def _element(kind: str) -> str:
    """The type of an array's elements; text for varchar(n), for a cast to that cuts what is too long instead of refusing it."""
    return "text" if kind.startswith("varchar") else kind
