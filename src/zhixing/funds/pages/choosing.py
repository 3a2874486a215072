"""Which proposal one key may confirm, and who may be asked to look for the owner of what nobody knows."""

from __future__ import annotations

from collections.abc import Sequence

from zhixing.funds.recognising.evidence import Candidate
from zhixing.people.models import Officer

HALF = 5_000  # of ten thousand


def ready(found: Sequence[Candidate]) -> bool:
    """Whether the first is likelier than not and ahead of the next: what is doubtful is chosen by hand, not by habit.

    What was not weighed rests on an exact ground.
    """
    if not found:
        return False
    likely = found[0].score >= HALF or not found[0].probability
    return likely and (len(found) == 1 or found[0].score > found[1].score)


def askable(court: str) -> list[tuple[int, str]]:
    """The officers of a court, by name."""
    rows = Officer.objects.filter(posts__court=court, is_active=True).distinct().order_by("name")
    return list(rows.values_list("pk", "name"))
