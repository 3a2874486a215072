"""How an act is shown to people: its fields in order, each with its Chinese label, codes turned into words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

import msgspec

from zhixing.assets.told import field_name
from zhixing.record.act import Act, Choice
from zhixing.record.fields import held
from zhixing.web.act_fields import Field, fields
from zhixing.web.templatetags.zhixing import yuan


@dataclass(frozen=True, slots=True)
class FileName:
    """A kept file as people read it: its name and size, and where it is handed out."""

    text: str
    link: str


@dataclass(frozen=True, slots=True)
class Names:
    """The words for ids that stand in acts: parties, officers; and for the hashes of files and of sealed identifiers."""

    parties: Mapping[int, str]
    officers: Mapping[int, str]
    files: Mapping[str, FileName] = field(default_factory=dict)
    sealed: Mapping[str, str] = field(default_factory=dict)  # identifiers as people may see them
    accounts: Mapping[int, str] = field(default_factory=dict)  # of parties, masked
    dossiers: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One field of an act as people read it."""

    label: str
    text: str
    link: str = ""


def lines(act: Act, names: Names) -> list[Line]:
    """The filled-in fields of an act."""
    return [
        Line(field.label, text, _link(field, getattr(act, field.name), names))
        for field in fields(type(act))
        if (text := _text(field, getattr(act, field.name), names))
    ]


def _link(field: Field, value: object, names: Names) -> str:
    file = names.files.get(str(value)) if field.kind == "file" else None
    return file.link if file else ""


def ids(act: Act, kind: str) -> set[int]:
    """All ids of a kind (party, officer) that an act mentions."""
    return {each for each in held(act, kind) if isinstance(each, int)}


def _text(field: Field, value: object, names: Names) -> str:
    if value is None or value == "" or value == () or isinstance(value, msgspec.Raw):
        return ""  # an act inside an act is shown by whoever knows what it is
    if isinstance(value, tuple):
        return "；".join(_one(field, each, names) for each in value)
    return _one(field, value, names)


def _one(field: Field, value: object, names: Names) -> str:
    if field.columns and isinstance(value, msgspec.Struct):
        parts = [
            f"{column.label} {text}"
            for column in field.columns
            if (text := _text(column, getattr(value, column.name), names))
        ]
        return "，".join(parts)
    return _SHOWN.get(field.kind, _plain)(value, names)


def _plain(value: object, _names: Names) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


_SHOWN: Mapping[str, Callable[[object, Names], str]] = {
    "fen": lambda value, _names: yuan(_number(value)),
    "party": lambda value, names: names.parties.get(_number(value), f"当事人（编号 {value}）"),
    "officer": lambda value, names: names.officers.get(_number(value), f"人员（编号 {value}）"),
    "seq": lambda value, _names: f"本卷第 {value} 条记录",
    "dossier": lambda value, names: names.dossiers.get(_number(value), f"卷宗 {value}"),
    "bank-account": lambda value, names: names.dossiers.get(_number(value), f"卷宗 {value}"),
    "account": lambda value, names: names.accounts.get(_number(value), f"收款账户（编号 {value}）"),
    "file": lambda value, names: (
        names.files[str(value)].text if str(value) in names.files else f"文件 {str(value)[:12]}…"
    ),
    "sealed": lambda value, names: names.sealed.get(str(value), f"已加密 {str(value)[:8]}…"),
    "told": lambda value, names: names.sealed.get(str(value), str(value)),
    "national": lambda value, _names: field_name(str(value)),
    "bool": _plain,
}
