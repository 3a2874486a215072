"""The command line's language: Chinese, or English by `--lang en`, ZHIXING_LANG, or a LANG that begins with en.

What commands print is said in English line by line, at the last moment, as pages are. JSON and files for machines stay.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import BinaryIO, TextIO

OPTION = "--lang"
CHINESE, ENGLISH = "zh", "en"
VARIABLE = "ZHIXING_LANG"
JSON = ("{", "[\n", "[{", '["', "[]")
SECONDS = re.compile(r"^(\[ *[\d.]+) \u79d2\]")  # how long the platform has been starting
COLUMNS = re.compile(r"( {2,}|\t)")
ENDS = re.compile(r"(?<=[\n\r])")


class NoLanguage(ValueError):
    """A language that the platform does not speak was asked for."""


def chosen(arguments: list[str]) -> tuple[str, list[str]]:
    """The language asked for, and the arguments without the option, which may stand anywhere. Raises NoLanguage."""
    rest, asked = list(arguments), ""
    for place, each in enumerate(arguments):
        if each == OPTION:
            asked = (arguments[place + 1 : place + 2] or ["?"])[0]
            rest = arguments[:place] + arguments[place + 2 :]
        elif each.startswith(f"{OPTION}="):
            asked = each.partition("=")[2] or "?"
            rest = arguments[:place] + arguments[place + 1 :]
    if asked and asked not in (CHINESE, ENGLISH):
        raise NoLanguage("--lang 后面写 zh（中文）或 en（英文）")
    wanted = asked or os.environ.get(VARIABLE) or os.environ.get("LC_ALL") or os.environ.get("LANG", "")
    return (ENGLISH if wanted.startswith(ENGLISH) else CHINESE), rest


def speaks_english() -> bool:
    """Whether commands speak English now; known to the processes they start, too."""
    return os.environ.get(VARIABLE) == ENGLISH


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within the block whatever is printed is said in that language."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = language
    try:
        if language != ENGLISH:
            yield
            return
        out, error = Spoken(sys.stdout), Spoken(sys.stderr)
        with redirect_stdout(out), redirect_stderr(error):
            try:
                yield
            finally:
                out.say_rest()
                error.say_rest()
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before


def in_english_line(line: str) -> str:
    """A line of output in English: column by column, or as a whole."""
    from zhixing.languages.speaking import HAN, in_english

    line = SECONDS.sub(r"\1 s]", line)
    head = re.match(r"\s*(?:\[ *[\d.]+ s\] |[✕·*-] )?", line)
    start = head.end() if head else 0
    body = line[start:].rstrip()
    told = "".join(in_english(part) for part in COLUMNS.split(body))
    if HAN.search(told):
        told = min(told, in_english(body), key=lambda each: len(HAN.findall(each)))
    return line[:start] + told + line[start + len(body) :]


class Spoken(io.TextIOBase):
    """A stream that says each line in English before it passes it on; what is not text goes by."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream, self._line = stream, ""

    @property
    def buffer(self) -> BinaryIO:
        """The bytes behind, for files and documents."""
        self.flush()
        return self._stream.buffer

    def write(self, text: str) -> int:
        """Take text; say every line that is complete."""
        if not self._line and text.startswith(JSON):
            self._stream.write(text)
            return len(text)
        *whole, self._line = ENDS.split(self._line + text)
        for line in whole:
            self._stream.write(in_english_line(line))
        return len(text)

    def say_rest(self) -> None:
        """Say a line that was not ended."""
        self._stream.write(in_english_line(self._line))
        self._line = ""
        self._stream.flush()

    def flush(self) -> None:
        """Pass everything on."""
        self.say_rest()

    def isatty(self) -> bool:
        """As the stream behind."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """As the stream behind."""
        return self._stream.fileno()
