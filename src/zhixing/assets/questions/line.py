"""The line of those who hold or wait for the same thing, in all cases and courts of the district."""

from __future__ import annotations

from datetime import date

import msgspec


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One control on a thing as the whole district sees it. Tells the case, not its parties."""

    dossier: int
    seq: int
    court: str
    case: str
    since: date
    waits: bool
    until: date | None = None


def ahead(line: tuple[Place, ...], since: date, own: tuple[int, int] | None = None) -> list[Place]:
    """Those before a control of that day: who holds, then who waits longer. `own` is (dossier, seq), not counted.

    Of two controls of one day the one that was entered first stands first (from memory: registration goes by the hour, which
    the record of the day does not tell).
    """
    others = [each for each in line if (each.dossier, each.seq) != own]
    return sorted(
        (each for each in others if not each.waits or each.since <= since),
        key=lambda each: (each.waits, each.since, each.dossier, each.seq),
    )
