"""A citation: a place in a norm. It is written with the number of the norm's newest version and resolved by date."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a norm, numbered as in the newest version that `law.norms` knows; `norm` is the short name (民诉法)."""

    norm: str
    article: int
    paragraph: int | None = None
    item: int | None = None


def cite(norm: str, article: int, *, paragraph: int | None = None, item: int | None = None) -> Citation:
    """Cite an article: `cite("民诉法", 264)`. The number is that of the newest version; `norms.place` resolves it by date."""
    return Citation(norm, article, paragraph, item)
