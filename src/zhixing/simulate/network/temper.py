"""How an institution answers a request: promptly, late, twice, wrong, partly, never. Decided by the seed and the request alone.

So a sandbox that was killed and started again answers the same requests in the same way.
"""

from __future__ import annotations

import hashlib
from datetime import date
from enum import Enum
from random import Random

from zhixing.assets.institutions import Institution


class Temper(Enum):
    """Ways of answering; the value is the weight in a hundred."""

    PROMPT = "prompt", 62
    LATE = "late", 14
    TWICE = "twice", 5
    PARTLY = "partly", 5
    FOREIGN_OWNER = "foreign_owner", 2
    OTHER_SUBJECT = "other_subject", 2
    OUT_OF_RANGE = "out_of_range", 2
    BAD_SIGNATURE = "bad_signature", 2
    CHANGED = "changed", 2
    UNKNOWN = "unknown", 2
    NEVER = "never", 2

    def __init__(self, word: str, weight: int) -> None:
        self.word, self.weight = word, weight


WELL_BEHAVED = (Temper.PROMPT, Temper.LATE, Temper.TWICE, Temper.PARTLY)
LONGEST_WAIT = 6  # hours of the sandbox


def drawn(seed: int, *words: str) -> Random:
    """The dice of these words, the same at every start."""
    return Random(hashlib.sha256(f"{seed}:{':'.join(words)}".encode()).digest())


def temper(seed: int, request: str, *, good: bool = False) -> Temper:
    """How that request is answered; `good` leaves out what cannot be taken."""
    those = WELL_BEHAVED if good else tuple(Temper)
    return drawn(seed, "temper", request).choices(those, [each.weight for each in those])[0]


def wait(seed: int, request: str, how: Temper) -> float:
    """After how many hours of the sandbox the answer comes."""
    if how is not Temper.LATE:
        return 0.0
    return drawn(seed, "wait", request).uniform(0.5, LONGEST_WAIT)


def down(seed: int, institution: Institution, day: date) -> bool:
    """Whether the institution cannot be reached on that day: one day in thirty."""
    return drawn(seed, "down", str(institution.value), day.isoformat()).random() < 1 / 30
