"""Read models: tables that remember answers. The door refreshes those of one dossier; `rebuild` drops and fills them all."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from django.db import models

from zhixing.record.act import Act
from zhixing.record.binary import array_of
from zhixing.record.catalogue import packages_with
from zhixing.record.dossier import Dossier
from zhixing.record.many_rows import Row, cells, change_row, execute, insert_rows, rows_of


@dataclass(frozen=True, slots=True, eq=False)
class ReadModel:
    """A table with a `dossier` column and the pure question that fills it. Rows must not depend on the present day.

    They are unsaved rows of the model, or their cells by `row_of`, which costs a third. `kind` names the only kind of dossier
    that has rows in it, `rests_on` the acts without all of which it has none, so that other dossiers are not asked; empty: any.
    """

    model: type[models.Model]
    fill: Callable[[Dossier], Sequence[models.Model] | Sequence[Row]]
    kind: str = ""
    rests_on: tuple[type[Act], ...] = ()


@cache
def installed_read_models() -> tuple[ReadModel, ...]:
    """The read models of all rooms: each room's `models.READ_MODELS`."""
    found: list[ReadModel] = []
    for room in packages_with("models"):
        module = importlib.import_module(f"zhixing.{room}.models")
        found.extend(getattr(module, "READ_MODELS", ()))
    return tuple(found)


def refresh(before: Dossier | None, after: Dossier) -> None:
    """Make the read models of one dossier, which said what its acts said before, say what they say now.

    Tables whose rows do not change are left alone. `before` is None for a new dossier.
    """
    asked = _asked(after) if before is None else dict.fromkeys((*_asked(before), *_asked(after)))
    for each in asked:
        rows = _rows(each, after)
        said = [] if before is None else _rows(each, before)
        if said == rows or Counter(said) == Counter(rows):
            continue
        if len(said) == len(rows) == 1:
            change_row(each.model, after.id, said[0], rows[0])
            continue
        if before is not None:
            _delete(each, [after.id])
        insert_rows(each.model, rows)


def refill(dossiers: Sequence[Dossier]) -> int:
    """Make the read models of many dossiers say what their acts say; how many of their tables' parts had to be written again."""
    mended = 0
    for each in installed_read_models():
        wrong = dict(_wrong(each, dossiers))
        mended += len(wrong)
        if wrong:
            _delete(each, list(wrong))
            insert_rows(each.model, [row for rows in wrong.values() for row in rows])
    return mended


def fill_new(dossiers: Sequence[Dossier]) -> None:
    """Fill the read models of dossiers that have none yet."""
    rows: dict[ReadModel, list[Row]] = {each: [] for each in installed_read_models()}
    for dossier in dossiers:
        for each in _asked(dossier):
            rows[each] += _filled(each, dossier)
    for each, found in rows.items():
        insert_rows(each.model, found)


def differences(dossiers: Sequence[Dossier]) -> Iterator[str]:
    """One line for each dossier and model whose stored rows are not what the acts say."""
    for each in installed_read_models():
        for number, _ in _wrong(each, dossiers):
            yield f"卷宗 {number}: 读模型 {each.model._meta.db_table} 与记录不符"


def _rows(each: ReadModel, dossier: Dossier) -> list[Row]:
    """What the acts of a dossier put into the table."""
    return _filled(each, dossier) if each in _asked(dossier) else []


def _filled(each: ReadModel, dossier: Dossier) -> list[Row]:
    return [row if isinstance(row, tuple) else cells(row) for row in each.fill(dossier)]


def _asked(dossier: Dossier) -> tuple[ReadModel, ...]:
    """The models in which a dossier of its kind, with acts of its types, may have rows."""
    return _of_types(dossier.kind, dossier.types)


@lru_cache(maxsize=10_000)
def _of_types(kind: str, types: frozenset[type[Act]]) -> tuple[ReadModel, ...]:
    return tuple(
        each
        for each in installed_read_models()
        if each.kind in ("", kind)
        and (not each.rests_on or any(issubclass(own, each.rests_on) for own in types))
    )


def _wrong(each: ReadModel, dossiers: Sequence[Dossier]) -> Iterator[tuple[int, list[Row]]]:
    """The dossiers whose stored rows are not what their acts say, with the right ones."""
    stored: dict[int, list[Row]] = {}
    for number, row in rows_of(each.model, [dossier.id for dossier in dossiers]):
        stored.setdefault(number, []).append(row)
    for dossier in dossiers:
        right, there = _rows(each, dossier), stored.get(dossier.id, [])
        # Most come in the order in which they were written.
        if there != right and Counter(there) != Counter(right):
            yield dossier.id, right


def _delete(each: ReadModel, numbers: Sequence[int]) -> None:
    statement = f"DELETE FROM {each.model._meta.db_table} WHERE dossier_id = ANY(%s::bigint[])"
    execute(statement, [array_of(numbers, "bigint")])
