"""Inputs ready for a template: a field with its value, its error, and what it offers to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from zhixing.web.act_fields import Field, shown


@dataclass(frozen=True, slots=True)
class PartyOption:
    """A party that a select offers, and in which roles they take part."""

    value: str
    label: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Choosable:
    """What the selects of a form offer: parties with their roles, entries with their tags, and (value, label) of the others."""

    parties: tuple[PartyOption, ...]
    officers: tuple[tuple[str, str], ...]
    entries: tuple[tuple[str, str, str], ...]
    others: Mapping[str, tuple[tuple[str, str], ...]] = field(
        default_factory=dict
    )  # kind of input → what it offers


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a form. `rows` holds the inputs of each row, `blank` those of a row to add."""

    key: str
    field: Field
    values: tuple[str, ...]
    error: str
    options: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Input, ...], ...] = ()
    blank: tuple[Input, ...] = ()

    @property
    def value(self) -> str:
        """The single value; of a field of several lines, all of them."""
        if self.field.many and not self.options:
            return "\n".join(self.values)
        return self.values[0] if self.values else ""

    @property
    def told(self) -> bool:
        """Whether anything was filled in beyond what an empty row says, or is wrong."""
        cells = [each for row in self.rows for each in row]
        return any(
            each.error or each.value not in ("", shown(each.field, each.field.default)) for each in cells
        )

    @property
    def html_id(self) -> str:
        """An id for label and error."""
        return "f-" + self.key.replace(":", "-").replace(".", "-")


def inputs(
    columns: Sequence[Field],
    submitted: Mapping[str, Sequence[str]],
    wrong: Mapping[str, str],
    choosable: Choosable,
    prefix: str = "",
) -> tuple[Input, ...]:
    """The inputs of these fields, filled with what was submitted, else with defaults."""
    return tuple(_input(field, submitted, wrong, choosable, f"{prefix}{field.name}") for field in columns)


def _input(
    field: Field,
    submitted: Mapping[str, Sequence[str]],
    wrong: Mapping[str, str],
    choosable: Choosable,
    key: str,
) -> Input:
    options = _options(field, choosable)
    values = tuple(submitted.get(key, ()))
    # What a browser leaves out of a submitted form is an unticked box; anything else was not in the form.
    if not submitted or (key not in submitted and field.kind != "bool" and not field.many):
        values = _defaults(field, options)
    rows: tuple[tuple[Input, ...], ...] = ()
    blank: tuple[Input, ...] = ()
    if field.kind == "rows":
        numbers = sorted(
            {name[len(key) + 1 :].split(".")[0] for name in submitted if name.startswith(f"{key}.")}
        )
        rows = tuple(
            inputs(field.columns, submitted, wrong, choosable, f"{key}.{number}.")
            for number in (numbers or ["0"])
        )
        blank = inputs(field.columns, {"": ()}, {}, choosable, f"{key}.__row__.")
    if field.kind == "group":
        rows = (inputs(field.columns, submitted, wrong, choosable, f"{key}."),)
    return Input(key, field, values, wrong.get(key, ""), options, rows, blank)


def _defaults(field: Field, options: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    if field.kind == "bool":
        return ("on",) if field.default is True else ()
    if field.kind == "party" and field.required and (field.many or len(options) == 1):
        return tuple(value for value, _ in options)
    if field.default in (None, (), ""):
        return ()
    return (shown(field, field.default),)


def _options(field: Field, choosable: Choosable) -> tuple[tuple[str, str], ...]:
    if field.kind == "party":
        fitting = [each for each in choosable.parties if not field.roles or each.roles & set(field.roles)]
        return tuple((each.value, each.label) for each in fitting)
    if field.kind == "seq":
        return tuple((seq, label) for seq, label, tag in choosable.entries if not field.of or tag in field.of)
    known = {"officer": choosable.officers, **choosable.others}
    return known.get(field.kind, field.choices)
