"""English for what the code says in Chinese: the rooms' gettext catalogues, read straight from their .po files.

No .mo files are made or kept: a fresh clone and an installed wheel work the same, without GNU gettext.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import zhixing

ROOMS = Path(zhixing.__file__).parent


@dataclass(slots=True)
class Message:
    """One entry of a catalogue: the Chinese, its English (several for numbers), and the line it stands on."""

    line: int
    source: str = ""
    plural: str = ""
    texts: dict[int, str] = field(default_factory=dict)


def messages(text: str) -> Iterator[Message]:
    """The entries of a .po file, in order; the header (an empty source) is left out. Raises ValueError."""
    current, where = Message(0), ""
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        word, _, rest = line.partition(" ")
        if line.startswith('"'):
            _append(current, where, line)
            continue
        if word == "msgid":
            if current.source:
                yield current
            current = Message(number)
        if word != "msgid" and not word.startswith("msgid_plural") and not word.startswith("msgstr"):
            raise ValueError(f"line {number}: {line}")
        where = word
        _append(current, where, rest)
    if current.source:
        yield current


def _append(message: Message, where: str, quoted: str) -> None:
    text = str(ast.literal_eval(quoted))
    if where == "msgid":
        message.source += text
    elif where == "msgid_plural":
        message.plural += text
    else:
        index = int(where[7:-1]) if where.startswith("msgstr[") else 0
        message.texts[index] = message.texts.get(index, "") + text


def files() -> list[Path]:
    """The English catalogues of all rooms."""
    return sorted(ROOMS.glob("*/locale/en/LC_MESSAGES/django.po"))


@cache
def english() -> dict[str | tuple[str, int], str]:
    """Chinese → English of all rooms, as gettext keeps it: numbered forms under (source, index)."""
    found: dict[str | tuple[str, int], str] = {}
    for path in files():
        for message in messages(path.read_text(encoding="utf-8")):
            if message.plural:
                found |= {(message.source, index): text for index, text in message.texts.items()}
            else:
                found[message.source] = message.texts.get(0, "")
    return {source: text for source, text in found.items() if text}
