"""The page that documents how phrases are read is made of the table by which they are read."""

from __future__ import annotations

from pathlib import Path

from tests.plan.reading.written import written

PAGE = Path(__file__).parents[3] / "docs" / "plan-reading.md"


def test_the_page_says_what_the_table_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == written(), (
        "python -m tests.plan.reading.written > docs/plan-reading.md"
    )
