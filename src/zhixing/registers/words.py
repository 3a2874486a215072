"""Words of the register that decide which act a field states, and the codes that stand for them.

A register writes either the word or the code of its court's own code table, which `zhixing import cases --codes FILE` reads
(columns 字段, 代码, 词). The act's stored value is understood besides. Codes differ from court to court, so none is built in.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeVar

from zhixing.record.act import Choice
from zhixing.registers.cells import BadCell
from zhixing.registers.synonyms import ALSO, CODE, FIELD, NO, WORD, YES

C = TypeVar("C", bound=Choice)
Codes = Mapping[tuple[str, str], str]  # (field, code) → word


def chosen(field: str, text: str, kind: type[C], codes: Codes) -> C:
    """The choice a word, a code or a stored value stands for. Raises BadCell with the words that are understood."""
    found = _words(kind).get(codes.get((field, text), text))
    if isinstance(found, kind):
        return found
    raise BadCell(
        "不是可以识读的词或代码",
        f"请填：{'、'.join(choice.label for choice in kind)}；代码请在 --codes 文件中写明",
    )


@cache
def _words(kind: type[Choice]) -> Mapping[str, Choice]:
    own = {word: choice for choice in reversed(list(kind)) for word in (choice.value, choice.label)}
    return {**ALSO.get(kind, {}), **own}


def word_of(field: str, text: str, words: Sequence[str], codes: Codes) -> str:
    """The word, one of `words`, that a text or its code says. Raises BadCell."""
    word = codes.get((field, text), text)
    if word in words:
        return word
    raise BadCell("不是可以识读的词或代码", f"请填：{'、'.join(words)}；代码请在 --codes 文件中写明")


def yes(field: str, text: str, codes: Codes) -> bool | None:
    """是 or 否; None for nothing. Raises BadCell."""
    if not text:
        return None
    return word_of(field, text.lower(), (*YES, *NO), codes) in YES


def read_codes(text: str) -> dict[tuple[str, str], str]:
    """A court's own code table: CSV with the columns 字段 (a field's code), 代码 and 词. Raises ValueError."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    if rows.fieldnames is None or not {FIELD, CODE, WORD} <= set(rows.fieldnames):
        raise ValueError("代码表须有“字段”“代码”“词”三列，例如：C_JAFS,02,终结本次执行程序")
    return {(row[FIELD].strip().upper(), row[CODE].strip()): row[WORD].strip() for row in rows}
