"""The balanced draw: a case goes to one of the least burdened officers, by a published seed that anyone can repeat.

Pure. The weight of an officer is what they have open; among those within one case's weight of the lightest, SHA-256 of seed
and dossier decides. The same seed, dossier and weights always give the same officer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec

# One open case weighs ten; livelihood cases and large files are heavier.
CASE_WEIGHT = 10


class Candidate(msgspec.Struct, frozen=True):
    """An officer who could take the case, and the weight of the cases they have open."""

    officer: int
    name: str
    weight: int


def draw(candidates: Sequence[Candidate], seed: str, dossier: int) -> Candidate | None:
    """The officer whom the seed draws for this dossier; None when there is nobody to draw from.

    >>> able = [Candidate(1, "甲", 30), Candidate(2, "乙", 90)]
    >>> draw(able, "2017-06-15", 7).name
    '甲'
    """
    if not candidates:
        return None
    least = min(each.weight for each in candidates)
    level = sorted(
        (each for each in candidates if each.weight < least + CASE_WEIGHT), key=lambda each: each.officer
    )
    number = int.from_bytes(hashlib.sha256(f"{seed}:{dossier}".encode()).digest()[:8])
    return level[number % len(level)]
