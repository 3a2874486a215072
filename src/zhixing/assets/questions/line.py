"""The line of those who hold or wait for the same thing, in all cases and courts of the district."""

from __future__ import annotations

from datetime import date

import msgspec

LAST_HOUR = "24:00"


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One control on a thing as the whole district sees it. Tells the case, not its parties."""

    dossier: int
    seq: int
    court: str
    case: str
    since: date
    waits: bool
    until: date | None = None
    at: str = ""  # the hour, as the assisting body wrote it


def turn(place: Place) -> tuple[date, str, int, int]:
    """The place in line: by day, then by hour; what has no hour stands behind what has one, in the order of entry."""
    return place.since, place.at or LAST_HOUR, place.dossier, place.seq


def ahead(line: tuple[Place, ...], since: date, own: tuple[int, int] | None = None) -> list[Place]:
    """Those before a control of that day: who holds, then who waits longer. `own` is (dossier, seq), not counted.

    Requests to assist are carried out in the order in which they were served (财产保全规定 art. 16).
    """
    others = [each for each in line if (each.dossier, each.seq) != own]
    return sorted(
        (each for each in others if not each.waits or each.since <= since),
        key=lambda each: (each.waits, turn(each)),
    )


def later_that_day(place: Place, since: date, at: str) -> bool:
    """Whether a place is of the same day at a later hour, both hours being known."""
    return place.since == since and bool(at) and bool(place.at) and at < place.at
