"""The repository itself: what must not stand in its files, how files are named, that what is installed is pinned by hash.

Each check is a function of texts by name that lists offences, so that each can be shown to bite.
"""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Texts = Mapping[str, str]

# Written in pieces, so that this file does not offend.
MACHINE_PATHS = re.compile(
    r"(?<![\w.])/(" + "|".join(("wor" + "k", "roo" + "t", "hom" + "e/\\w+", "Use" + "rs/\\w+")) + r")/"
)
REGISTRIES = re.compile(
    "|".join(
        (
            "pypi" + r"\.org",
            "pythonhosted" + r"\.org",
            "npmjs" + r"\.(org|com)",
            "--(extra-)?index" + "-url",
            '"resol' + 'ved"',
        )
    )
)
WAIVERS = re.compile(
    "|".join(
        (
            r"#\s*no" + "qa",
            r"type:\s*ign" + "ore",
            "TO" + "DO",
            "FIX" + "ME",
            r"mark\.sk" + "ip",
            r"mark\.xf" + "ail",
            r"pytest\.sk" + "ip",
        )
    )
)
EMPTY_NAMES = {
    "utils",
    "helpers",
    "common",
    "manager",
    "managers",
    "data",
    "info",
    "process",
    "handle",
    "services",
    "misc",
}
LONGEST = 350  # lines of a module; style asks for about 300


def tracked() -> dict[str, str]:
    """Every text file of the repository, by its path."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    texts = {}
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.is_file() and not path.is_symlink():
            try:
                texts[name] = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue  # a picture or another binary
    return texts


def machine_paths(texts: Texts) -> list[str]:
    """Places of one machine, which another has not got."""
    return _lines(texts, MACHINE_PATHS)


def registries(texts: Texts) -> list[str]:
    """Hosts and download addresses of package registries: those are the installer's own affair."""
    found = _lines(texts, REGISTRIES)
    return found + _lines(
        {name: text for name, text in texts.items() if name.startswith("requirements/")}, re.compile("://")
    )


def waivers(texts: Texts) -> list[str]:
    """Checks switched off, tests left out, work put off."""
    return _lines({name: text for name, text in texts.items() if name.endswith(".py")}, WAIVERS)


def empty_names(texts: Texts) -> list[str]:
    """Modules and folders of code whose names say nothing."""
    code = [Path(name) for name in texts if name.endswith(".py")]
    return [str(path) for path in code if EMPTY_NAMES & set(path.with_suffix("").parts)]


def long_modules(texts: Texts) -> list[str]:
    """Modules too long to read at a sitting."""
    return [
        f"{name}: {length} lines"
        for name, text in texts.items()
        if name.endswith(".py") and "/migrations/" not in name and (length := text.count("\n")) > LONGEST
    ]


def without_docstring(texts: Texts) -> list[str]:
    """Modules of the platform that do not say what they are about."""
    return [
        name
        for name, text in texts.items()
        if name.startswith("src/") and name.endswith(".py") and text.strip() and not ast.get_docstring(ast.parse(text))
        and "/migrations/" not in name
    ]  # fmt: skip


def unpinned(texts: Texts) -> list[str]:
    """Requirements that are not one version with a hash, and wishes that were never compiled."""
    found = []
    for name, text in texts.items():
        if not re.fullmatch(r"requirements/\w+\.txt", name):
            continue
        blocks = [
            block
            for block in re.split(r"\n(?=[A-Za-z])", text)
            if block and not block.lstrip().startswith("#")
        ]
        found += [
            f"{name}: {block.split()[0]}"
            for block in blocks
            if not re.match(r"\S+==\S+.*--hash=sha256:", block, re.S)
        ]
        wishes = re.findall(r"^([A-Za-z][\w.-]*)", texts.get(name.replace(".txt", ".in"), ""), re.M)
        found += [
            f"{name}: {wish} is missing"
            for wish in wishes
            if not re.search(rf"^{wish}(\[.*\])?==", text, re.M | re.I)
        ]
    return found


def _lines(texts: Texts, pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


Check = Callable[[Texts], list[str]]
CHECKS: tuple[tuple[Check, Texts], ...] = (
    (machine_paths, {"docs/a.md": "See /wor" + "k/main/x"}),
    (registries, {"a.toml": "https://pypi" + ".org/simple"}),
    (registries, {"package-lock.json": '"resol' + 'ved": "x"'}),
    (registries, {"requirements/base.txt": "a @ https://x/y.whl"}),
    (waivers, {"src/a.py": "x = 1  # no" + "qa"}),
    (waivers, {"src/a.py": "x = 1  # type: ign" + "ore"}),
    (waivers, {"tests/a.py": "@pytest.mark.xf" + "ail"}),
    (empty_names, {"src/zhixing/cases/utils.py": ""}),
    (empty_names, {"src/zhixing/common/a.py": ""}),
    (long_modules, {"src/a.py": "x\n" * (LONGEST + 1)}),
    (without_docstring, {"src/zhixing/a.py": "x = 1\n"}),
    (unpinned, {"requirements/base.txt": "django==5.2.19\n    # via -r\n"}),
    (unpinned, {"requirements/base.txt": "", "requirements/base.in": "django\n"}),
)


@pytest.mark.parametrize(
    "check", dict.fromkeys(check for check, _ in CHECKS), ids=lambda check: check.__name__
)
def test_the_repository_is_free_of(check: Check) -> None:
    assert check(tracked()) == []


@pytest.mark.parametrize(("check", "offending"), CHECKS, ids=lambda part: getattr(part, "__name__", ""))
def test_each_check_bites(check: Check, offending: Texts) -> None:
    assert check(offending)
