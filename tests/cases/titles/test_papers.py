"""Each invented paper is read exactly as its file says; nothing of it is lost."""

from __future__ import annotations

import pytest
from tests.cases.titles.papers import Paper, papers, summary

PAPERS = papers()


@pytest.mark.parametrize("paper", PAPERS, ids=[paper.name for paper in PAPERS])
def test_paper_is_read_as_stated(paper: Paper) -> None:
    assert summary(paper.text) == paper.expected


def test_there_are_papers_of_every_kind() -> None:
    kinds = {paper.expected.get("kind") for paper in PAPERS}
    assert {"judgment", "mediation", "award", "payment order", "notarised debt"} <= kinds
