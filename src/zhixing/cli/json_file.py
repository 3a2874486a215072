"""A JSON file read strictly, value by value, so that every slip is named with its path (payments[0].amount).

Nothing is skipped in silence: an unknown key, a number where a text belongs or a key given twice is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeVar

from zhixing.law.money import Fen, fraction, yuan

T = TypeVar("T")

_FIRST_YEAR, _LAST_YEAR = 1949, 2199


class Misread(ValueError):
    """What is wrong in the file, where, and how to mend it; `path` is the place where it is known, `what` the rest."""

    def __init__(self, message: str, path: str = "", what: str = "") -> None:
        super().__init__(message)
        self.path, self.what = path, what or message


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the file with its path, so that whoever reads it can say where it stands."""

    value: object
    path: str

    def refuse(self, what: str) -> Misread:
        """Make the error that names this place."""
        return Misread(f"{self.path or '文件'}：{what}", self.path, what)

    def members(self, *allowed: str, needed: Sequence[str] = ()) -> dict[str, Node]:
        """Read an object with these keys; null counts as absent."""
        if not isinstance(self.value, dict):
            raise self.refuse("应为对象，请写成 {…}")
        unknown = [key for key in self.value if key not in allowed]
        if unknown:
            raise self.refuse(f"不认识“{unknown[0]}”，可以写的是 {'、'.join(allowed)}")
        prefix = f"{self.path}." if self.path else ""
        found = {key: Node(value, prefix + key) for key, value in self.value.items() if value is not None}
        missing = [key for key in needed if key not in found]
        if missing:
            raise self.refuse(f"缺少“{missing[0]}”，请补上")
        return found

    def items(self) -> list[Node]:
        """Read a list."""
        if not isinstance(self.value, list):
            raise self.refuse("应为列表，请写成 […]")
        return [Node(value, f"{self.path}[{place}]") for place, value in enumerate(self.value)]

    def text(self) -> str:
        """Read a text."""
        if not isinstance(self.value, str):
            raise self.refuse(
                f'应为文字，请加引号写成 "{"…" if isinstance(self.value, dict | list) else self.value}"'
            )
        return self.value

    def amount(self) -> Fen:
        """Read an amount in yuan as fen."""
        try:
            return yuan(self.text())
        except Misread:
            raise
        except ValueError as error:
            raise self.refuse(str(error)) from None

    def number(self) -> Fraction:
        """Read a plain decimal number, written as text, exactly."""
        try:
            return fraction(self.text())
        except Misread:
            raise
        except ValueError as error:
            raise self.refuse(str(error)) from None

    def signed_number(self) -> Fraction:
        """Read a plain decimal number that may have a minus before it."""
        words = self.text()
        size = Node(words.removeprefix("-"), self.path).number()
        return -size if words.startswith("-") else size

    def day(self) -> date:
        """Read a day."""
        words = self.text()
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
            raise self.refuse(f"“{words}”不是日期，请写成 2016-03-10 的样子")
        try:
            day = date.fromisoformat(words)
        except ValueError:
            raise self.refuse(f"日历上没有“{words}”这一天，请核对") from None
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            raise self.refuse(f"“{words}”的年份不合情理，请核对")
        return day

    def count(self) -> int:
        """Read a whole number above zero."""
        if isinstance(self.value, bool) or not isinstance(self.value, int) or self.value <= 0:
            raise self.refuse("应为大于零的整数，如 365")
        return self.value

    def truth(self) -> bool:
        """Read true or false."""
        if not isinstance(self.value, bool):
            raise self.refuse("应为 true 或者 false")
        return self.value

    def one_of(self, choices: Mapping[str, T]) -> T:
        """Read one of a few words."""
        words = self.text()
        if words not in choices:
            raise self.refuse(f"不认识“{words}”，请在 {'、'.join(choices)} 中选一个")
        return choices[words]


def parse(text: str) -> Node:
    """Read a JSON text as the node of its whole; raises Misread for what is no JSON or names a key twice."""
    try:
        parsed: object = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise Misread(
            f"文件：第{error.lineno}行第{error.colno}字处不是合法的 JSON，请核对括号、引号和逗号"
        ) from None
    except RecursionError:
        raise Misread("文件：嵌套过深，请核对括号") from None
    return Node(parsed, "")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise Misread(f"文件：“{key}”写了两次，请删去一处")
        found[key] = value
    return found
