"""What a norm is: its versions by date, and how article numbers moved between them.

An article is cited by its number in the newest version. Each older version carries blocks that lead from the
newest number back to its own, because numbers move while the rule stays (财产报告 is art. 241, then 248, then
252). A number outside every block of a version is unknown there; nothing is guessed by the nearest block.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Block:
    """Articles `first` to `last` of the newest version have that number plus `shift` in this version."""

    first: int
    last: int
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a norm: in force from `since` to before `until`.

    `name` is what stands in brackets after the title (2017修正), empty for the only version. `articles`
    counts its articles where we know them; `text` is the file stem of its text in the imported norms, if
    there is one.
    """

    name: str
    since: date
    until: date | None = None
    document: str | None = None
    articles: int | None = None
    text: str | None = None
    blocks: tuple[Block, ...] = ()

    def number(self, newest: int) -> int | None:
        """Answer the number here of the article that is `newest` in the newest version; None where it is not
        known.
        """
        for block in self.blocks:
            if block.first <= newest <= block.last:
                return newest + block.shift
        return None


@dataclass(frozen=True, slots=True)
class Norm:
    """A law, an interpretation or a notice: short name (民诉法), full title, versions from the oldest to the
    newest.
    """

    short: str
    title: str
    versions: tuple[Version, ...]

    @property
    def newest(self) -> Version:
        """The newest version; citations are written with its numbers."""
        return self.versions[-1]

    @property
    def heading(self) -> str:
        """The title in its brackets, without the name of the state: 《民事诉讼法》; brackets inside it become
        〈〉.
        """
        inner = self.title.removeprefix("中华人民共和国").translate({0x300A: 0x3008, 0x300B: 0x3009})
        return f"《{inner}》"

    @property
    def texts(self) -> tuple[str, ...]:
        """File stems of those versions that have a text."""
        return tuple(version.text for version in self.versions if version.text)


def norm_of(short: str, title: str, *versions: Version, ended: date | None = None) -> Norm:
    """Make a norm: each version ends where the next begins, the last at `ended`, if the norm is no longer in
    force.

    Raises ValueError for versions that are not in order of time, a defect of the table.
    """
    ends = [version.since for version in versions[1:]] + [ended]
    closed = tuple(replace(version, until=end) for version, end in zip(versions, ends, strict=True))
    if any(version.until is not None and version.until <= version.since for version in closed):
        raise ValueError(f"versions of {short} are not in order of time")
    newest = closed[-1]
    if not newest.blocks:
        closed = (*closed[:-1], replace(newest, blocks=(Block(1, newest.articles or 9999),)))
    return Norm(short, title, closed)


def named(norms: Iterable[Norm]) -> dict[str, Norm]:
    """Answer the norms by short name; raises ValueError when two share one."""
    found: dict[str, Norm] = {}
    for norm in norms:
        if norm.short in found:
            raise ValueError(f"two norms are called {norm.short}")
        found[norm.short] = norm
    return found
