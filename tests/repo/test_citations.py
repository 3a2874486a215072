"""Every citation in the source against the norms' own texts: the norm is known, the article exists, the
figure is there.

Citations are found on the syntax tree, so they must be written with literal values. The texts are those of
the shared folder beside the checkout; without it (and unless ZHIXING_REQUIRE_SHARED asks for it) only the
names are checked.
"""

from __future__ import annotations

import ast
import functools
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from zhixing.law.norms import NORMS, Version
from zhixing.law.norms.reading import articles, number

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "zhixing"
TEXTS = ROOT.parent / "shared" / "law" / "norms"
NUMERALS = re.compile(r"[零〇一二两三四五六七八九十百千万\d]+")


@dataclass(frozen=True)
class Cited:
    """One call of `cite` in a source file."""

    where: str
    norm: str
    article: int
    figure: str | None


def citations(source: str, name: str) -> Iterator[Cited | str]:
    """Yield each citation of a source text, or a complaint where its values are not literal."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id != "cite":
            continue
        where = f"{name}:{node.lineno}"
        figures = [keyword.value for keyword in node.keywords if keyword.arg == "figure"]
        values = [
            value.value if isinstance(value, ast.Constant) else None for value in [*node.args, *figures]
        ]
        match values:
            case [str() as norm, int() as article]:
                yield Cited(where, norm, article, None)
            case [str() as norm, int() as article, str() as figure]:
                yield Cited(where, norm, article, figure)
            case _:
                yield f"{where}: a citation needs literal values, so that it can be checked"


def plain(words: str) -> str:
    """Answer words with numerals as digits and without blanks: 十日, 10 日 and １０日 are the same."""
    half = words.translate({0xFF10 + digit: str(digit) for digit in range(10)})
    return NUMERALS.sub(lambda run: str(number(run[0])), re.sub(r"\s", "", half))


def carries(article: str, figure: str) -> bool:
    """Answer whether an article contains the figure's words; 十日 is not found in 三十日."""
    wanted = plain(figure.removesuffix("以内").removesuffix("内"))
    guard = r"(?<!\d)" if wanted[:1].isdigit() else ""
    return re.search(guard + re.escape(wanted), plain(article)) is not None


def complaints(cited: Cited, texts: Path | None) -> str | None:
    """Answer what is wrong with a citation, None if nothing is."""
    norm = NORMS.get(cited.norm)
    if norm is None:
        return f"{cited.where}: no norm is called {cited.norm}"
    if norm.newest.number(cited.article) is None:
        return f"{cited.where}: {cited.norm} has no article {cited.article}"
    if texts is None or norm.newest.text is None:
        return None
    text = read(texts, norm.newest.text).get(cited.article)
    if text is None:
        return f"{cited.where}: the text of {cited.norm} has no article {cited.article}"
    if cited.figure is not None and not carries(text, cited.figure):
        return f"{cited.where}: {cited.norm} {cited.article} does not say {cited.figure}"
    return None


@functools.cache
def read(texts: Path, stem: str) -> dict[int, str]:
    """Answer the articles of one text file."""
    return dict(articles((texts / f"{stem}.md").read_text("utf-8")))


def texts_or_none() -> Path | None:
    """Answer the folder of texts; absent, it fails the test where it is required."""
    if TEXTS.is_dir():
        return TEXTS
    assert not os.environ.get("ZHIXING_REQUIRE_SHARED"), f"{TEXTS} is required and absent"
    return None


def test_every_citation_names_a_norm_an_article_and_its_figure() -> None:
    texts = texts_or_none()
    wrong: list[str | None] = []
    for path in sorted(SOURCE.rglob("*.py")):
        for cited in citations(path.read_text("utf-8"), str(path.relative_to(ROOT))):
            wrong.append(cited if isinstance(cited, str) else complaints(cited, texts))
    assert [line for line in wrong if line] == []


def test_every_text_is_known_and_every_known_text_exists() -> None:
    texts = texts_or_none()
    if texts is None:
        return
    known = {stem for norm in NORMS.values() for stem in norm.texts}
    assert known == {path.stem for path in texts.glob("*.md")}


def versions_with_text() -> list[Version]:
    return [version for norm in NORMS.values() for version in norm.versions if version.text]


@pytest.mark.parametrize("version", versions_with_text(), ids=lambda version: version.text)
def test_a_text_has_as_many_articles_as_its_version(version: Version) -> None:
    texts = texts_or_none()
    if texts is None:
        return
    assert version.text is not None
    assert list(read(texts, version.text)) == list(range(1, (version.articles or 0) + 1))


@pytest.mark.parametrize("short", ["民诉法", "民诉法解释"])
def test_mapped_articles_say_the_same_in_both_texts(short: str) -> None:
    texts = texts_or_none()
    if texts is None:
        return
    older, newer = NORMS[short].versions[-2:]
    assert older.text and newer.text
    old, new = read(texts, older.text), read(texts, newer.text)
    for article, words in new.items():
        number_then = older.number(article)
        if number_then is not None:
            assert kinship(old[number_then], words) > 0.3, f"{short} {article} was not {number_then}"


def kinship(one: str, other: str) -> float:
    """Answer the share of two-sign pieces that two texts have in common."""
    pieces = [{text[i : i + 2] for i in range(len(text) - 1)} for text in (one, other)]
    return len(pieces[0] & pieces[1]) / max(1, min(len(pieces[0]), len(pieces[1])))


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ('cite("民讼法", 1)', "no norm is called"),
        ('cite("民诉法", 307)', "no article 307"),
        ('cite("甲规定", 9)', "no norm"),
        ("cite(name, 9)", "literal"),
        ('cite("民诉法", n)', "literal"),
        ('cite("民诉法", 264, figure=words)', "literal"),
    ],
)
def test_it_bites(source: str, complaint: str) -> None:
    found = [
        cited if isinstance(cited, str) else complaints(cited, None) for cited in citations(source, "here.py")
    ]
    assert len(found) == 1 and found[0] is not None and complaint in found[0]


def test_it_bites_on_a_figure_that_is_not_in_the_article(tmp_path: Path) -> None:
    newest = NORMS["终结执行异议批复"].newest
    assert newest.text is None
    stem = NORMS["迟延履行利息解释"].newest.text
    (tmp_path / f"{stem}.md").write_text("第一条 甲。\n第二条 收到后三十日内办理。\n", "utf-8")
    assert complaints(Cited("x:1", "迟延履行利息解释", 2, "三十日内"), tmp_path) is None
    assert "does not say" in (complaints(Cited("x:1", "迟延履行利息解释", 2, "十日"), tmp_path) or "")
    assert "has no article" in (complaints(Cited("x:1", "迟延履行利息解释", 7, None), tmp_path) or "")


@pytest.mark.parametrize(
    ("article", "figure", "there"),
    [
        ("应当在十日内发出", "十日", True),
        ("应当在 10 日内发出", "十日内", True),
        ("应当在三十日内发出", "十日", False),
        ("不低于百分之七十", "70%", False),
        ("不低于百分之七十", "百分之七十", True),
        ("期间为二年", "两年", True),
        ("四十八小时内", "四十八小时", True),
    ],
)
def test_a_figure_is_found_however_it_is_written(article: str, figure: str, there: bool) -> None:
    assert carries(article, figure) is there
