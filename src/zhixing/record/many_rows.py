"""Inserting thousands of rows by one statement: as JSON, which PostgreSQL takes apart faster than the ORM puts values together.

COPY cannot be used: it is refused on tables with row-level security.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from django.db import connection, models

Cell = object  # whatever msgspec writes as JSON and the column reads: text, numbers, dates, times, bool, null


def insert(table: str, columns: Mapping[str, str], rows: Sequence[Mapping[str, Cell]]) -> None:
    """Insert rows by column name; `columns` gives each its PostgreSQL type, `hex` for bytes that are written as such."""
    if not rows:
        return
    names = ", ".join(f'"{name}"' for name in columns)
    types = ", ".join(f'"{name}" {"text" if kind == "hex" else kind}' for name, kind in columns.items())
    values = ", ".join(
        f"decode(\"{name}\", 'hex')" if kind == "hex" else f'"{name}"' for name, kind in columns.items()
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({names}) SELECT {values} FROM json_to_recordset(%s) AS given ({types})",
            [msgspec.json.encode(rows).decode()],
        )


def insert_models(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Insert unsaved rows of one model; their primary keys are given by the database and not read back."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    columns = {str(field.column): str(field.db_type(connection)) for field in fields}
    names = [(str(field.column), str(field.attname)) for field in fields]
    insert(
        model._meta.db_table,
        columns,
        [{column: getattr(row, name) for column, name in names} for row in rows],
    )
