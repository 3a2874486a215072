"""What a job of the bench measured, and how it is timed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of docs/figures.md. `ratio` is what the goal speaks of, `most` says that it must not exceed the goal."""

    job: str
    rows: int
    ours: float  # seconds
    peer: str
    theirs: float  # seconds
    ratio: float
    goal: float
    most: bool = False

    @property
    def met(self) -> bool:
        """Whether the goal was reached."""
        return self.ratio <= self.goal if self.most else self.ratio >= self.goal


def side_by_side(tried: Sequence[Callable[[], object]], *, rounds: int = 5) -> list[float]:
    """The best time in seconds of each, taken in turns so that a noisy machine is noisy for all."""
    best = [float("inf")] * len(tried)
    for _ in range(rounds):
        for place, each in enumerate(tried):
            began = time.perf_counter()
            each()
            best[place] = min(best[place], time.perf_counter() - began)
    return best
