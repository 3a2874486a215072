"""The text with an account of every sign: what was placed in the reading, what is layout, what nobody has claimed yet.

Nothing can be dropped in silence, because what is left unclaimed at the end is what was not understood.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from zhixing.plan.shape import NotUnderstood

# Digits, letters and signs of full width, as they are matched; same length, so that places stay.
_WIDE = {0xFF01 + step: 0x21 + step for step in range(94)}
_KEPT = {ord(sign): ord(sign) for sign in "，：；！？（）"}
_NARROW = {ord(narrow): ord(wide) for narrow, wide in zip(",:;!?()", "，：；！？（）", strict=True)}
_MATCHED = _WIDE | _KEPT | _NARROW | {ord("〔"): ord("〔"), ord("　"): ord(" "), 0xA0: ord(" ")}
# A full stop of half width after a word: 办结.  Not of a number: 一.  1.  2016.12
_STOP = re.compile(r"(?:(?<=[^\W\da-zA-Z一二三四五六七八九十])|(?<=[%）”》]))\.(?!\d)")
_BLANK = re.compile(r"\s+")
_SIGNS = re.compile(r"\S+")


def matched(text: str) -> str:
    """The text as patterns match it: signs of one width, each in its place."""
    return _STOP.sub("。", text.translate(_MATCHED))


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the text without its blanks, and the line on which each sign stood."""

    text: str = ""
    lines: tuple[int, ...] = ()

    @property
    def matched(self) -> str:
        """The words as patterns match them."""
        return matched(self.text)


class Ledger:
    """A text whose every sign is to be accounted for. Places are offsets into the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.matched = matched(text)
        self._claimed = bytearray(len(text))
        self._layout: list[str] = []
        self._line_starts = [0, *(hit.end() for hit in re.finditer("\n", text))]

    def line(self, place: int) -> int:
        """The line of a place, counted from 1."""
        return bisect_right(self._line_starts, place)

    def take(self, start: int, end: int) -> str:
        """The words between two places, without line breaks and the blanks of layout; they are placed."""
        self._claim(start, end)
        return _BLANK.sub("", self.text[start:end])

    def words(self, start: int, end: int) -> Words:
        """The same, with the line of each sign."""
        lines: list[int] = []
        for hit in _SIGNS.finditer(self.text, start, end):  # none goes over the end of a line
            lines += [self.line(hit.start())] * (hit.end() - hit.start())
        return Words(self.take(start, end), tuple(lines))

    def lay_out(self, start: int, end: int) -> None:
        """What stands between is layout: a heading's number, a label, a separator."""
        words = _BLANK.sub("", "".join(self._unclaimed_in(start, end)))
        if words:
            self._layout.append(words)
        self._claim(start, end)

    def layout(self) -> tuple[str, ...]:
        """Everything that was layout, in the order in which it was met."""
        return tuple(self._layout)

    def left(self) -> tuple[NotUnderstood, ...]:
        """The sentences nobody claimed, each with its line."""
        return tuple(
            NotUnderstood(where=f"第 {self.line(start)} 行", text=text) for start, text in self._sentences()
        )

    def _claim(self, start: int, end: int) -> None:
        if start < end:
            self._claimed[start:end] = b"\1" * (end - start)

    def _unclaimed_in(self, start: int, end: int) -> Iterator[str]:
        return (self.text[place] for place in range(start, end) if not self._claimed[place])

    def _sentences(self) -> Iterator[tuple[int, str]]:
        for run in re.finditer(rb"\0+", bytes(self._claimed)):
            for hit in re.finditer(
                r"[^。；！？\n]+[。；！？]?|[。；！？]", self.text[run.start() : run.end()]
            ):
                words = _BLANK.sub("", hit[0])
                if words:
                    yield run.start() + hit.start(), words
