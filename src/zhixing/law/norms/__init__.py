"""Norms with their versions, and the place in the version of a day that a citation leads to.

Citations carry the number of the newest version; `place` answers which article it was on a given day. Before
the first version known here, after the norm ended, or where the map between two versions is unknown, the
answer is `Undetermined`, naming the number that is missing.

Not covered: paragraphs and items that moved inside an article (they are taken over as cited), transitional
clauses that let a case begun under the old version follow it, and the Criminal Law.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from zhixing.law.answers import Found, Undetermined
from zhixing.law.citations import Citation
from zhixing.law.norms.interpretations import INTERPRETATIONS
from zhixing.law.norms.notices import NOTICES
from zhixing.law.norms.reading import chinese
from zhixing.law.norms.single_interpretations import SINGLE_INTERPRETATIONS
from zhixing.law.norms.statutes import STATUTES
from zhixing.law.norms.versions import Block, Norm, Version, named
from zhixing.law.texts import say

__all__ = ["NORMS", "Block", "Norm", "Place", "Version", "in_force", "norm", "place", "shown"]

NORMS: Mapping[str, Norm] = MappingProxyType(
    named((*STATUTES, *INTERPRETATIONS, *SINGLE_INTERPRETATIONS, *NOTICES))
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a citation stands in the version of a day: its own article number there, paragraph and item."""

    norm: Norm
    version: Version
    article: int
    paragraph: int | None = None
    item: int | None = None

    @property
    def position(self) -> str:
        """The place inside the norm: 第253条第1款第（三）项."""
        paragraph = f"第{self.paragraph}款" if self.paragraph else ""
        item = f"第（{chinese(self.item)}）项" if self.item else ""
        return f"第{self.article}条{paragraph}{item}"

    @property
    def short(self) -> str:
        """For lists: 民诉法 第253条."""
        return f"{self.norm.short} {self.position}"

    @property
    def numbered(self) -> str:
        """By document number where there is one: 法释〔2014〕8号 第1条; otherwise the short form."""
        return f"{self.version.document} {self.position}" if self.version.document else self.short

    def __str__(self) -> str:
        """In full: 《民事诉讼法》（2017修正）第253条."""
        version = f"（{self.version.name}）" if self.version.name else ""
        return f"{self.norm.heading}{version}{self.position}"


def norm(short: str) -> Norm:
    """Answer the norm of a short name (民诉法); raises KeyError for one we do not know, our defect."""
    return NORMS[short]


def in_force(short: str, on: date) -> Found[Version] | Undetermined:
    """Answer the version of a norm in force on a day."""
    known = norm(short)
    for version in known.versions:
        if version.since <= on and (version.until is None or on < version.until):
            return Found(version)
    if on < known.versions[0].since:
        first = known.versions[0].since
        return Undetermined(
            (say("{norm}在{on}的版本（已知的版本自{first}起施行）", norm=known.heading, on=on, first=first),)
        )
    ended = known.newest.until
    return Undetermined(
        (say("{norm}已于{ended}起停止施行，{on}没有有效版本", norm=known.heading, ended=ended, on=on),)
    )


def place(citation: Citation, on: date) -> Found[Place] | Undetermined:
    """Answer where a citation, written with the newest number, stands in the version in force on a day.

    >>> from zhixing.law.citations import cite
    >>> found = place(cite("民诉法", 264), date(2017, 7, 1))
    >>> str(found.value) if isinstance(found, Found) else None
    '《民事诉讼法》（2017修正）第253条'
    """
    known = norm(citation.norm)
    version = in_force(citation.norm, on)
    if isinstance(version, Undetermined):
        return version
    number = version.value.number(citation.article)
    if number is None:
        return Undetermined(
            (
                say(
                    "{norm}最新版本第{article}条在{on}施行的版本（{name}）中的条号",
                    norm=known.heading,
                    article=citation.article,
                    on=on,
                    name=version.value.name or version.value.document,
                ),
            ),
            (citation,),
        )
    return Found(Place(known, version.value, number, citation.paragraph, citation.item))


def shown(citations: Iterable[Citation], on: date) -> tuple[str, ...]:
    """Answer the citations as words for a face, each once; one whose number is unknown says so."""
    words: dict[str, None] = {}
    for citation in citations:
        found = place(citation, on)
        if isinstance(found, Found):
            words[str(found.value)] = None
        else:
            words[f"{norm(citation.norm).heading}（当日条号待查）"] = None
    return tuple(words)
