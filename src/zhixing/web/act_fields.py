"""Forms of acts, made from the fields of their types, so that a form never has to be written by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

import msgspec

from zhixing.law.money import plain, yuan
from zhixing.record.act import Choice
from zhixing.record.fields import Field, fields
from zhixing.record.sealed import is_token, token

__all__ = ["Field", "Mistakes", "Submitted", "act_from", "fields", "shown", "submission"]


class Mistakes(Exception):
    """What is wrong with a filled-in form: field name → sentence that says how to mend it."""

    def __init__(self, found: Mapping[str, str]) -> None:
        super().__init__("；".join(found.values()))
        self.found = dict(found)


Submitted = Mapping[str, Sequence[str]]


# Kinds of input that hold a whole number.
WHOLE = ("int", "party", "account", "officer", "dossier", "bank-account", "seq", "measure")
S = TypeVar("S", bound=msgspec.Struct)


def act_from(kind: type[S], submitted: Submitted) -> S:
    """The act (or other struct) a filled-in form describes. Raises Mistakes."""
    wrong: dict[str, str] = {}
    values: dict[str, object] = {}
    for field in fields(kind):
        _take(field, submitted, field.name, values, wrong)
    if wrong:
        raise Mistakes(wrong)
    try:
        return msgspec.convert(values, kind, strict=False)
    except msgspec.ValidationError as error:
        raise Mistakes({"": f"内容不合要求: {error}"}) from error


def _take(
    field: Field, submitted: Submitted, key: str, values: dict[str, object], wrong: dict[str, str]
) -> None:
    if field.kind == "rows":
        values[field.name] = _rows(field, submitted, key, wrong)
        return
    if field.kind == "group":
        if not field.required and all(
            _untouched(column, submitted.get(f"{key}.{column.name}", ())) for column in field.columns
        ):
            return
        inner: dict[str, object] = {}
        for column in field.columns:
            _take(column, submitted, f"{key}.{column.name}", inner, wrong)
        if any(value not in (None, "", ()) for value in inner.values()):
            values[field.name] = inner
        return
    given = [text.strip() for text in submitted.get(key, []) if text.strip()]
    if field.kind == "bool":
        values[field.name] = bool(given)
        return
    if not given:
        if field.required:
            wrong[key] = f"请填写“{field.label}”"
        return
    if field.many or field.kind == "lines":
        given = [line.strip() for text in given for line in text.splitlines() if line.strip()]
    read = []
    for text in given:
        try:
            if field.kind == "choice" and text not in dict(field.choices):
                raise ValueError(f"“{text}”不在可选的各项中，请重新选择")
            read.append(_read(field.kind, text))
        except ValueError as error:
            wrong[key] = f"“{field.label}”: {error}"
    values[field.name] = read if field.many or field.kind == "lines" else (read[0] if read else None)


def _rows(field: Field, submitted: Submitted, key: str, wrong: dict[str, str]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    number = 0
    prefixes = {name.split(".")[1] for name in submitted if name.startswith(f"{key}.")}
    for number in sorted(int(prefix) for prefix in prefixes if prefix.isdecimal()):
        row_key = f"{key}.{number}"
        if all(_untouched(column, submitted.get(f"{row_key}.{column.name}", ())) for column in field.columns):
            continue
        row: dict[str, object] = {}
        for column in field.columns:
            _take(column, submitted, f"{row_key}.{column.name}", row, wrong)
        found.append(row)
    if field.required and not found:
        wrong[key] = f"请至少填写一行“{field.label}”"
    return found


def _untouched(column: Field, given: Sequence[str]) -> bool:
    """Whether an input of a row says no more than an empty row does: nothing, or its default."""
    return all(text.strip() in ("", shown(column, column.default)) for text in given)


def _read(kind: str, text: str) -> object:
    if kind == "fen":
        return yuan(text)
    if kind in WHOLE:
        if not text.isdecimal():
            raise ValueError(f"“{text}”不是整数，请填写 0 或者更大的整数")
        return int(text)
    if kind == "sealed":
        return text if is_token(text) else token(text)
    if kind == "date":
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise ValueError(f"“{text}”不是日期，请写成 2017-06-15 的形式") from None
    return text


def shown(field: Field, value: object) -> str:
    """A field's value as an input shows it."""
    if value is None:
        return ""
    if field.kind == "fen" and isinstance(value, int):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Choice):
        return str(value.value)
    return str(value)


def submission(act: msgspec.Struct, prefix: str = "") -> dict[str, list[str]]:
    """An act as a filled-in form: the inverse of `act_from`."""
    found: dict[str, list[str]] = {}
    for field in fields(type(act)):
        key, value = f"{prefix}{field.name}", getattr(act, field.name)
        if field.kind == "rows":
            for number, row in enumerate(value):
                found |= submission(row, f"{key}.{number}.")
        elif field.kind == "group" and value is not None:
            found |= submission(value, f"{key}.")
        elif field.kind == "bool":
            found[key] = ["on"] if value else []
        elif field.kind == "lines":
            found[key] = ["\n".join(value)]
        elif isinstance(value, tuple):
            found[key] = [shown(field, each) for each in value]
        else:
            found[key] = [shown(field, value)]
    return found
