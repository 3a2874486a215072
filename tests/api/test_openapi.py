"""The OpenAPI document: kept as a file, true to the code, and held to by the running platform (schemathesis)."""

from __future__ import annotations

from pathlib import Path

from zhixing.api.gate import ROUTES
from zhixing.api.openapi import document

KEPT = Path(__file__).parents[2] / "docs" / "openapi.json"


def test_the_kept_document_is_the_one_the_code_gives() -> None:
    assert KEPT.read_bytes() == document(ROUTES), (
        "接口变了：用 zhixing openapi > docs/openapi.json 更新，并在变更记录中说明"
    )


def test_every_route_is_described_once() -> None:
    assert len({(route.method, route.address) for route in ROUTES}) == len(ROUTES)
    assert all(route.does for route in ROUTES)
