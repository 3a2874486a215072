"""Single sentences in many wordings, each against the listing a clerk sees for it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from zhixing.cases.titles import read
from zhixing.cases.titles.listing import lines

HEAD = "民事判决书\n（2025）渝0101民初1号\n"
TABLE = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))
SENTENCES: list[tuple[str, list[str]]] = [(row["text"], row["says"]) for row in TABLE["sentence"]]
UNSAID = ("提示", "加倍支付迟延履行期间债务利息：未写明")


@pytest.mark.parametrize(("text", "says"), SENTENCES, ids=[text[:24] for text, _ in SENTENCES])
def test_sentence_is_listed_as_stated(text: str, says: list[str]) -> None:
    listed = list(lines(read(HEAD + text), HEAD + text))[3:]
    assert [line.strip() for line in listed if not line.startswith(UNSAID) and "原文〔" not in line] == says
