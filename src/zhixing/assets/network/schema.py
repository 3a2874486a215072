"""The JSON Schema of the messages, made from their types: `zhixing network schema docs/network` writes what is kept there."""

from __future__ import annotations

import msgspec

from zhixing.assets.kinds import PropertyKind, kinds
from zhixing.assets.network.messages import MESSAGES

DRAFT = "https://json-schema.org/draft/2020-12/schema"
Parts = dict[str, dict[str, object]]


def schema(name: str) -> dict[str, object]:
    """The schema (draft 2020-12) of a message; a finding's fields are the national columns of its kind, and no others."""
    (root,), parts = _components(name)
    if "Finding" in parts:
        parts["Finding"]["allOf"] = [_of_kind(kind) for kind in PropertyKind]
    return {"$schema": DRAFT, **root, "$defs": parts}


def written(name: str) -> str:
    """The schema as it stands in its file."""
    return msgspec.json.format(msgspec.json.encode(schema(name)), indent=2).decode() + "\n"


def _components(name: str) -> tuple[tuple[dict[str, object], ...], Parts]:
    return msgspec.json.schema_components((MESSAGES[name],), ref_template="#/$defs/{name}")


def _of_kind(kind: PropertyKind) -> dict[str, object]:
    columns = {
        each.code: {"type": "string", "description": f"{each.name} ({each.holds.value})"}
        for each in kinds()[kind].details
    }
    return {
        "if": {"properties": {"kind": {"const": kind.value}}},
        "then": {"properties": {"fields": {"properties": columns, "additionalProperties": False}}},
    }
