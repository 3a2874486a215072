"""The invented papers of this folder: the text and, field by field, what must be read from it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from zhixing.cases.titles import TitleAnswer, as_json, read

FOLDER = Path(__file__).parent / "papers"
Field = str | bool | int | list[str] | list[int] | dict[str, str | int]
LISTS = ("sums", "interest", "costs", "liabilities", "claims", "composition")
UNCHECKED = ("place", "perform_place", "rate_text")


@dataclass(frozen=True)
class Paper:
    """One paper."""

    name: str
    text: str
    expected: dict[str, object]


def papers() -> list[Paper]:
    """All papers, by name."""
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        found.append(
            Paper(path.stem, str(table.pop("text")), {key: table[key] for key in table if key != "about"})
        )
    return found


def summary(text: str) -> dict[str, object]:
    """What is read from a text, in the form the papers state it: only what is there, without places."""
    answer = as_json(read(text))
    result: dict[str, object] = {
        key: value for key, value in _head(answer).items() if value not in (None, [])
    }
    result["parties"] = [f"{party['role'] or ''} {party['name']}" for party in answer["parties"]]
    result["double_interest"] = answer["double_interest"]
    result["not_understood"] = [passage["text"] for passage in answer["not_understood"]]
    for name, rows in _rows(answer).items():
        if rows:
            result[name] = [_stated(row) for row in rows]
    return result


def _head(answer: TitleAnswer) -> dict[str, object]:
    acceleration = answer["acceleration"]
    return {
        "kind": answer["kind"],
        "number": answer["number"],
        "court": answer["court"],
        "date": answer["date"],
        "order": answer["order"],
        "acceleration": acceleration["condition"] if acceleration else None,
    }


def _rows(answer: TitleAnswer) -> dict[str, list[dict[str, object]]]:
    return {
        "sums": [{**row} for row in answer["sums"]],
        "interest": [{**row} for row in answer["interest"]],
        "costs": [{**row} for row in answer["costs"]],
        "liabilities": [{**row} for row in answer["liabilities"]],
        "claims": [{**row} for row in answer["claims"]],
        "composition": [{**row} for row in answer["composition"]],
    }


def _stated(row: dict[str, object]) -> dict[str, object]:
    said = {
        key: value for key, value in row.items() if key not in UNCHECKED and value is not None and value != []
    }
    return {key: value for key, value in said.items() if key != "outstanding" or value}
