"""The law, and the acts, rules and questions of every room, are pure: no float, clock, environment, file,
network, Django.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "zhixing"
ROOM_FILES = ("acts", "rules", "questions")

OUTSIDE = frozenset(
    {
        "asyncio",
        "builtins",
        "ctypes",
        "django",
        "ftplib",
        "glob",
        "http",
        "httpx",
        "io",
        "logging",
        "multiprocessing",
        "os",
        "pathlib",
        "procrastinate",
        "psycopg",
        "random",
        "requests",
        "secrets",
        "shelve",
        "shutil",
        "smtplib",
        "socket",
        "sqlite3",
        "ssl",
        "subprocess",
        "sys",
        "tempfile",
        "threading",
        "time",
        "urllib",
        "uuid",
    }
)
CALLS = frozenset({"float", "open", "input", "print", "eval", "exec", "__import__"})
CLOCK = frozenset({"today", "now", "utcnow", "monotonic", "perf_counter", "time_ns", "localtime", "gmtime"})
FILES = frozenset(
    {"read_text", "read_bytes", "write_text", "write_bytes", "getenv", "environ", "total_seconds"}
)


def imported(node: ast.AST) -> Iterator[str]:
    """Yield the modules an import statement names."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield ("." * node.level) + (node.module or "")


def foreign(module: str, *, in_law: bool, many: bool = False) -> bool:
    """Answer whether pure code may not import a module; the law knows stdlib and itself alone, `law/many` numpy too."""
    top = module.split(".")[0]
    if many and top == "numpy":
        return False
    if top in OUTSIDE:
        return True
    if not in_law:
        return False
    own = module == "zhixing.law" or module.startswith("zhixing.law.")
    return not own and top not in sys.stdlib_module_names


def offences(source: str, *, in_law: bool, many: bool = False) -> list[str]:
    """Answer what in a source text is not pure, with its line."""
    found: list[str] = []
    for node in ast.walk(ast.parse(source)):
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            found.append(f"{line}: the float {node.value}")
        elif isinstance(node, ast.Name) and node.id == "float":
            found.append(f"{line}: float")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            found.append(f"{line}: calls {node.func.id}")
        elif isinstance(node, ast.Attribute) and node.attr in CLOCK | FILES:
            found.append(f"{line}: uses .{node.attr}")
        else:
            found.extend(
                f"{line}: imports {module}"
                for module in imported(node)
                if foreign(module, in_law=in_law, many=many)
            )
    return found


def pure_files() -> list[Path]:
    """Answer the files that must be pure."""
    law = sorted((SOURCE / "law").rglob("*.py"))
    rooms = [path for name in ROOM_FILES for path in SOURCE.rglob(f"{name}.py") if "law" not in path.parts]
    # A large room splits them into packages of the same name, one module a topic.
    rooms += [path for name in ROOM_FILES for path in SOURCE.glob(f"*/{name}/*.py")]
    return [*law, *sorted(rooms)]


@pytest.mark.parametrize("path", pure_files(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_file_is_pure(path: Path) -> None:
    in_law = path.is_relative_to(SOURCE / "law")
    many = path.is_relative_to(SOURCE / "law" / "many")
    assert offences(path.read_text("utf-8"), in_law=in_law, many=many) == []


def test_arrays_are_for_many_cases_only() -> None:
    assert offences("import numpy", in_law=True) != []
    assert offences("import numpy", in_law=True, many=True) == []
    assert offences("import django", in_law=True, many=True) != []


def test_the_law_is_looked_at() -> None:
    assert SOURCE / "law" / "answers.py" in pure_files()


@pytest.mark.parametrize(
    "source",
    [
        "rate = 0.0175",
        "rate = float('1')",
        "def rate() -> float: ...",
        "from datetime import date\nday = date.today()",
        "from datetime import datetime\nday = datetime.now()",
        "import time",
        "import os\nhome = os.environ['HOME']",
        "from os import getenv",
        "text = open('x').read()",
        "from pathlib import Path",
        "import urllib.request",
        "import socket",
        "from django.db import models",
        "import random",
        "import msgspec",
        "from zhixing.record import acts",
        "from . import answers\nprint(answers)",
    ],
)
def test_it_bites_in_the_law(source: str) -> None:
    assert offences(source, in_law=True) != []


@pytest.mark.parametrize("source", ["from django.db import models", "rate = 0.5", "import os"])
def test_it_bites_in_a_room(source: str) -> None:
    assert offences(source, in_law=False) != []


@pytest.mark.parametrize("source", ["import msgspec", "from zhixing.law.citations import cite", "half = 1"])
def test_a_room_may_know_acts_and_law(source: str) -> None:
    assert offences(source, in_law=False) == []
