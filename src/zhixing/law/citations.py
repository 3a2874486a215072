"""A citation: a place in a norm, by its number in the newest version; `norms.place` resolves it by date."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a norm, numbered as in the newest version that `law.norms` knows; `norm` is the short name
    (民诉法).

    `figure` are the words of the article that carry the rule's figure (十日, 百分之七十): a test looks them
    up there.
    """

    norm: str
    article: int
    paragraph: int | None = None
    item: int | None = None
    figure: str | None = None


def cite(
    norm: str,
    article: int,
    *,
    paragraph: int | None = None,
    item: int | None = None,
    figure: str | None = None,
) -> Citation:
    """Cite an article by its number in the newest version; `norms.place` resolves it by date.

    >>> cite("民诉法解释", 480, figure="十日").figure
    '十日'
    """
    return Citation(norm, article, paragraph, item, figure)
