"""Every character of a paper is understood, set aside with a reason, or listed as not understood."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cases.titles.papers import Paper, papers

from zhixing.cases.titles import TitleReading, read

PAPERS = papers()
WEIGHTLESS = re.compile(r"[\s\W_]*")
# A paragraph's number (一、 or 3.) says nothing by itself.
MARK = re.compile(
    r"(?:(?<=[\n；。：;:])|^)\s*(?:第?[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[）)]|[\d０-９]{1,2}[、.．])"
)
SENTENCES = [
    sentence
    for paper in PAPERS
    for sentence in re.split(r"(?<=[。；])", paper.text.split("号\n", 1)[-1])
    if sentence.strip()
]


def lost(text: str, reading: TitleReading) -> str:
    """What is nowhere spoken of."""
    seen = bytearray(len(text))
    spans = [
        *reading.understood,
        *(passage.place for passage in (*reading.set_aside, *reading.not_understood)),
    ]
    for start, end in (*spans, *(found.span() for found in MARK.finditer(text))):
        seen[start:end] = b"\1" * (end - start)
    left = "".join(char if not mark else " " for char, mark in zip(text, seen, strict=True))
    return "" if WEIGHTLESS.fullmatch(left) else left.strip()


@pytest.mark.parametrize("paper", PAPERS, ids=[paper.name for paper in PAPERS])
def test_every_character_is_accounted_for(paper: Paper) -> None:
    assert lost(paper.text, read(paper.text)) == ""


@pytest.mark.parametrize("paper", PAPERS, ids=[paper.name for paper in PAPERS])
def test_places_lie_in_the_text_and_hold_the_amount(paper: Paper) -> None:
    reading = read(paper.text)
    for start, end in (amount.place for amount in reading.sums):
        assert 0 <= start < end <= len(paper.text)
    for amount in reading.sums:
        quoted = paper.text[slice(*amount.place)]
        assert re.search(r"[\d０-９元零壹贰叁肆伍陆柒捌玖万半]", quoted) or "余款" in quoted


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.booleans())
@settings(max_examples=120, deadline=None)
def test_any_mixture_of_sentences_is_accounted_for(sentences: list[str], headed: bool) -> None:
    text = ("民事判决书\n（2025）渝0101民初1号\n" if headed else "") + "".join(sentences)
    assert lost(text, read(text)) == ""


@given(
    st.text(
        alphabet="被告甲原乙支付于本判决生效之日起十内货款利息以为基数按年率%，。；（）、元万0123456789一二\n ",
        max_size=80,
    )
)
@settings(max_examples=200, deadline=None)
def test_any_jumble_is_read_without_failing_and_accounted_for(text: str) -> None:
    assert lost(text, read(text)) == ""


@given(
    st.sampled_from(PAPERS),
    st.sampled_from(["被告应以字画一幅折抵", "双方另有约定的从其约定", "该批货物存放于三号仓库"]),
)
@settings(max_examples=40, deadline=None)
def test_a_foreign_sentence_is_listed_not_swallowed(paper: Paper, foreign: str) -> None:
    head, mark, rest = paper.text.partition("一、")
    if not mark:
        return
    reading = read(f"{head}{mark}{foreign}；\n{rest}")
    assert any(foreign in passage.text for passage in reading.not_understood)


@given(st.sampled_from(PAPERS), st.data())
@settings(max_examples=60, deadline=None)
def test_stray_blanks_change_nothing(paper: Paper, data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(0, len(paper.text)), max_size=12))
    text = paper.text
    for place in sorted(places, reverse=True):
        text = text[:place] + " " + text[place:]
    before, after = read(paper.text), read(text)
    assert [(amount.label, amount.amount, amount.perform) for amount in before.sums] == [
        (amount.label, amount.amount, amount.perform) for amount in after.sums
    ]
    assert [formula.rate for formula in before.interest] == [formula.rate for formula in after.interest]


@pytest.mark.parametrize(
    "filling", ["某" * 9000, "1" * 9000, "以按就" * 3000, "（" * 9000, "被告甲、" * 3000]
)
def test_a_monstrous_sentence_is_listed_at_once(filling: str) -> None:
    text = f"民事判决书\n（2025）渝0101民初1号\n一、{filling}。"
    assert lost(text, read(text)) == ""
