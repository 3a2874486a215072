"""The fields of an act type, read off the type itself: what forms ask for, what papers and interfaces call them."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Union, get_args, get_origin

import msgspec

from zhixing.record.act import Choice


@dataclass(frozen=True, slots=True)
class Field:
    """One input: what it is called, what kind of input it is, whether the law needs it.

    `kind`: text prose date fen int bool choice party account officer dossier bank-account seq file sealed
    lines, or rows (structs with `columns`).
    `many` marks several values of a kind; `roles` (of a party field) the roles the party must be in, none: any;
    `of` (of a seq field) the tags of the acts it may name, none: any; `folded` rows stay shut on a form till opened.
    """

    name: str
    label: str
    hint: str
    kind: str
    required: bool
    many: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    columns: tuple[Field, ...] = ()
    default: object = None
    roles: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    folded: bool = False


@cache
def fields(kind: type[msgspec.Struct]) -> tuple[Field, ...]:
    """The inputs of an act type (or of a struct inside one), in order."""
    hints = typing.get_type_hints(kind, include_extras=True)
    found = []
    for each in msgspec.structs.fields(kind):
        found.append(_field(each, hints[each.name]))
    return tuple(found)


def held(struct: msgspec.Struct, kind: str) -> list[object]:
    """All values of a kind of input (party, officer, file …) that an act, or a struct inside one, holds."""
    found: list[object] = []
    for field in fields(type(struct)):
        value = getattr(struct, field.name)
        for each in value if isinstance(value, tuple) else (value,):
            if field.columns and isinstance(each, msgspec.Struct):
                found += held(each, kind)
            elif field.kind == kind and each is not None:
                found.append(each)
    return found


def _field(each: msgspec.structs.FieldInfo, hint: object) -> Field:
    label, help_text, kind, core, optional = _opened(hint)
    many = get_origin(core) is tuple
    if many:
        _, _, inner_kind, core, _ = _opened(get_args(core)[0])
        kind = kind or inner_kind
    default = each.default if each.default is not msgspec.NODEFAULT else None
    required = each.required and not optional
    columns: tuple[Field, ...] = ()
    if isinstance(core, type) and issubclass(core, msgspec.Struct):
        kind, columns = "rows" if many else "group", fields(core)
    elif not kind or kind in ("int", "text"):
        kind = kind or _plain_kind(core)
    choices = _choices(core)
    return Field(
        each.name,
        label or each.name,
        help_text,
        kind,
        required,
        many,
        choices,
        columns,
        default,
        _named(hint, "roles"),
        _named(hint, "of"),
        folded=any(
            bool((part.extra or {}).get("folded"))
            for part in get_args(hint)
            if isinstance(part, msgspec.Meta)
        ),
    )


def _named(hint: object, what: str) -> tuple[str, ...]:
    """What a type names in its annotations, wherever it does: roles, or tags of acts."""
    for part in get_args(hint):
        found = (
            part.extra.get(what, ()) if isinstance(part, msgspec.Meta) and part.extra else _named(part, what)
        )
        if found:
            return tuple(found)
    return ()


def _opened(hint: object) -> tuple[str, str, str, object, bool]:
    """Title, help, kind, the type without annotations, and whether None is allowed."""
    label = help_text = kind = ""
    optional = False
    while True:
        if get_origin(hint) is Annotated:
            core, *metas = get_args(hint)
            for meta in metas:
                if not isinstance(meta, msgspec.Meta):
                    continue
                label = meta.title or label
                help_text = meta.description or help_text
                kind = str((meta.extra or {}).get("kind", kind))
            hint = core
        elif get_origin(hint) in (Union, types.UnionType):
            rest = [part for part in get_args(hint) if part is not type(None)]
            optional = optional or len(rest) < len(get_args(hint))
            hint = rest[0]
        else:
            return label, help_text, kind, hint, optional


def _plain_kind(core: object) -> str:
    if isinstance(core, type):
        if issubclass(core, Choice):
            return "choice"
        for python, name in ((bool, "bool"), (int, "int"), (date, "date")):
            if issubclass(core, python):
                return name
    return "text"


def _choices(core: object) -> tuple[tuple[str, str], ...]:
    if isinstance(core, type) and issubclass(core, Choice):
        return tuple((str(member.value), member.label) for member in core)
    return ()
