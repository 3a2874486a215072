"""What the platform says in Chinese, collected from the syntax tree of the code: the test compares it with the catalogues.

`python -m tests.repo.said ROOM` prints what the room's catalogue lacks, as .po entries to fill in. A sentence made with
an f-string is collected as its template, with the places numbered: f"逾期 {days} 天" is "逾期 {0} 天".
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zhixing.languages.catalogue import ROOMS, messages

HAN = re.compile(r"[\u3400-\u9fff]")

# Modules whose Chinese is data or reads Chinese, and papers, which are always Chinese: nothing a reader is told by the platform.
DATA = (
    "*/migrations/*",
    "cases/titles/*",
    "*/papers/*",
    "closing/papers.py",
    "preservation/papers.py",
    "plan/reading/vocabulary.py",
    "plan/reading/days.py",
    "plan/reading/outline.py",
    "documents/plain.py",
    "documents/register.py",
    "documents/word.py",
    "law/case_types.py",
    "law/courts.py",
    "law/holidays.py",
    "law/paper_words.py",
    "law/norms/reading.py",
    "law/masking.py",
    "parties/pinyin.py",
    "people/seed.py",
    "funds/papers.py",
    "funds/aid/papers.py",
    "funds/keeping/papers.py",
    "funds/fees/papers.py",
    "funds/clearance/papers.py",
    "funds/clearance/words.py",
    "funds/goods/papers.py",
    "funds/recognising/names.py",
    "funds/recognising/numbers.py",
    "funds/recognising/known_numbers.py",
    "funds/recognising/in_view.py",
    "funds/sheets/words.py",
    "registers/synonyms.py",
    "registers/told_control.py",
    "registers/told_delivery.py",
    "registers/told_price.py",
    "registers/told_rows.py",
    "registers/told_sale.py",
    "languages/*",
    "simulate/*",
    "simulate/network/*",
    "*/apps.py",
)


# Pieces with which the code reads or spells Chinese: numerals, patterns, words inside numbers. Nobody is told them.
PIECES = frozenset(
    """（2017）渝0101执233号|字|法|号|最高法|零壹贰叁肆伍陆柒捌玖|两|貳|陸|拾|佰|仟|十|百|千|亿|萬|万|整正|零|圆|[角分]|人民币|中华人民共和国|[()字第号]
    |〇一二三四五六七八九|{0}法|{0}元整|{0}元|{0}角|京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军|渝02|渝0235|司救执|几/几
    |(?:零?(?P<jiao>.)角)?(?:零?(?P<odd>.)分)?|SELECT cardinality(show_trgm('张伟'))""".replace(
        "\n    ", ""
    ).split("|")
)
A_PATTERN = re.compile(r"\(\?:|\[0-9|\[\^|^\(最高法")
A_FILE = re.compile(r"[一-龥]+-\d{4}(第二次)?(修正)?")  # where a norm's text lies
A_DOCUMENT_NUMBER = re.compile(r"(法释|法发|法|国务院令)(〔\d{4}〕)?第?\d+号")


@dataclass(frozen=True, slots=True)
class Said:
    """A text the platform says, and where."""

    room: str
    place: str
    text: str


def in_code() -> Iterator[Said]:
    """Every Chinese literal of the rooms' code that is not data."""
    for path in sorted(ROOMS.rglob("*.py")):
        inside = path.relative_to(ROOMS)
        if any(inside.match(pattern) for pattern in DATA) or len(inside.parts) < 2:
            continue
        for line, text in _literals(ast.parse(path.read_text(encoding="utf-8"))):
            yield Said(inside.parts[0], f"src/zhixing/{inside}:{line}", text)


def _literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            strings = (each.value for each in node.body if isinstance(each, ast.Expr))
            passed |= {id(each) for each in strings if isinstance(each, ast.Constant)}
        if isinstance(node, ast.Call) and _is_citation(node):
            passed |= {id(each) for each in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in passed:
            continue
        if isinstance(node, ast.JoinedStr):
            passed |= {id(each) for each in node.values}
            text = _template(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        if HAN.search(text) and not _is_piece(text.strip()):
            yield node.lineno, text.strip()


def _is_piece(text: str) -> bool:
    return text in PIECES or bool(
        A_PATTERN.search(text) or A_DOCUMENT_NUMBER.fullmatch(text) or A_FILE.fullmatch(text)
    )


def _is_citation(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id in ("cite", "Citation")


def _template(node: ast.JoinedStr) -> str:
    text, number = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value).replace("{", "{{").replace("}", "}}")
        else:
            text += f"{{{number}}}"
            number += 1
    return text


def in_templates() -> Iterator[Said]:
    """Every Chinese text in a translate tag of the rooms' templates."""
    for path in sorted(ROOMS.rglob("*.html")):
        inside = path.relative_to(ROOMS)
        source = path.read_text(encoding="utf-8")
        for match in TAG.finditer(source):
            line = source.count("\n", 0, match.start()) + 1
            for text in (match["one"], match["two"], *_blocks(match["block"])):
                if text and HAN.search(text):
                    yield Said(inside.parts[0], f"src/zhixing/{inside}:{line}", text)
        for match in (*FALLBACK.finditer(source), *MARKED.finditer(source)):
            line = source.count("\n", 0, match.start()) + 1
            yield Said(inside.parts[0], f"src/zhixing/{inside}:{line}", match[1])


TAG = re.compile(
    r"""\{%\s*translate\s+(?:"(?P<one>[^"]*)"|'(?P<two>[^']*)')[^%]*%\}"""
    r"""|\{%\s*blocktranslate\b[^%]*%\}(?P<block>.*?)\{%\s*endblocktranslate\s*%\}""",
    re.DOTALL,
)
FALLBACK = re.compile(
    r"""\{\{[^}]*\|(?:default|yesno|default_if_none):"([^"]*[\u3400-\u9fff][^"]*)"[^}]*\}\}"""
)
MARKED = re.compile(r"""_\("([^"]*[\u3400-\u9fff][^"]*)"\)""")
ANY_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)


def _blocks(block: str | None) -> list[str]:
    parts = re.split(r"\{%\s*plural\s*%\}", block or "")
    return [re.sub(r"\{\{\s*(\w+)\s*\}\}", r"%(\1)s", " ".join(_lines(part))) for part in parts]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


# Papers are printed in Chinese for whoever reads; the switch itself names each language in its own words.
ALWAYS_CHINESE = (
    *(f"documents/templates/documents/{name}.html" for name in ("paper", "catalogue", "page_numbers")),
    "plan/templates/plan/report_paper.html",
)


def outside_tags() -> Iterator[Said]:
    """Chinese in templates that no translate tag holds."""
    for path in sorted(ROOMS.rglob("*.html")):
        inside = path.relative_to(ROOMS)
        if str(inside) in ALWAYS_CHINESE:
            continue
        for number, line in enumerate(TAG.sub("", path.read_text(encoding="utf-8")).splitlines(), 1):
            rest = ANY_TAG.sub("", line).replace(">中文<", "")
            if HAN.search(rest):
                yield Said(inside.parts[0], f"src/zhixing/{inside}:{number}", rest.strip()[:80])


def catalogue(room: str) -> Path:
    """The room's English catalogue."""
    return ROOMS / room / "locale" / "en" / "LC_MESSAGES" / "django.po"


def known(room: str) -> dict[str, str]:
    """What the room's catalogue says in English."""
    path = catalogue(room)
    if not path.exists():
        return {}
    return {each.source: each.texts.get(0, "") for each in messages(path.read_text(encoding="utf-8"))}


def everything() -> list[Said]:
    """All that the platform says in Chinese."""
    return [*in_code(), *in_templates()]


def main(room: str) -> None:
    """Print the entries that no catalogue has."""
    there = {source for path in ROOMS.iterdir() for source in known(path.name)}
    for text, place in {each.text: each.place for each in everything() if each.room == room}.items():
        if text not in there:
            sys.stdout.write(f'#: {place}\nmsgid {json.dumps(text, ensure_ascii=False)}\nmsgstr ""\n\n')


if __name__ == "__main__":
    main(sys.argv[1])
