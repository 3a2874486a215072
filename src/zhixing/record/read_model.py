"""Read models: tables that remember answers. The door refreshes those of one dossier; `rebuild` drops and fills them all."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from django.db import models

from zhixing.record.catalogue import packages_with
from zhixing.record.dossier import Dossier
from zhixing.record.many_rows import insert_models


@dataclass(frozen=True, slots=True)
class ReadModel:
    """A table with a `dossier` column and the pure question that fills it. Rows must not depend on the present day.

    `kind` names the only kind of dossier that has rows in it, so that writing in another leaves the table alone;
    empty: every kind.
    """

    model: type[models.Model]
    fill: Callable[[Dossier], list[models.Model]]
    kind: str = ""

    def of(self, dossiers: Iterable[Dossier]) -> list[Dossier]:
        """Those of the dossiers that may have rows here."""
        return [each for each in dossiers if not self.kind or each.kind == self.kind]


@cache
def installed_read_models() -> tuple[ReadModel, ...]:
    """The read models of all rooms: each room's `models.READ_MODELS`."""
    found: list[ReadModel] = []
    for room in packages_with("models"):
        module = importlib.import_module(f"zhixing.{room}.models")
        found.extend(getattr(module, "READ_MODELS", ()))
    return tuple(found)


def refresh(dossier: Dossier) -> None:
    """Make the read models of one dossier say what its acts say now."""
    for each in installed_read_models():
        if not each.of([dossier]):
            continue
        each.model._base_manager.filter(dossier_id=dossier.id).delete()
        rows = each.fill(dossier)
        if rows:
            each.model._base_manager.bulk_create(rows)


def refill(dossiers: Sequence[Dossier]) -> None:
    """Drop and fill the read models of many dossiers, in two statements a model."""
    for each in installed_read_models():
        own = each.of(dossiers)
        each.model._base_manager.filter(dossier_id__in=[dossier.id for dossier in own]).delete()
        rows = [row for dossier in own for row in each.fill(dossier)]
        each.model._base_manager.bulk_create(rows, batch_size=2000)


def fill_new(dossiers: Sequence[Dossier]) -> None:
    """Fill the read models of dossiers that have none yet."""
    for each in installed_read_models():
        insert_models(each.model, [row for dossier in each.of(dossiers) for row in each.fill(dossier)])


def differences(dossiers: Sequence[Dossier]) -> Iterator[str]:
    """One line for each dossier and model whose stored rows are not what the acts say."""
    numbers = [dossier.id for dossier in dossiers]
    for each in installed_read_models():
        stored: dict[int, list[tuple[str, ...]]] = {}
        for row in each.model._base_manager.filter(dossier_id__in=numbers):
            stored.setdefault(row.serializable_value("dossier_id"), []).append(_content(row))
        for dossier in dossiers:
            right = sorted(_content(row) for own in each.of([dossier]) for row in each.fill(own))
            if sorted(stored.get(dossier.id, [])) != right:
                yield f"卷宗 {dossier.id}: 读模型 {each.model._meta.db_table} 与记录不符"


def _content(row: models.Model) -> tuple[str, ...]:
    fields = [field for field in row._meta.concrete_fields if not field.primary_key]
    return tuple(repr(field.get_prep_value(getattr(row, field.attname))) for field in fields)
