"""What inspections found, how it was put right, and how each measure was accepted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhixing.plan.acts.inspection import (
    FindingMade,
    Inspected,
    MeasureAccepted,
    RectificationReviewed,
    Rectified,
)
from zhixing.record.dossier import Dossier, Entry


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding with everything that followed; `put_right_by` is the day in force now."""

    entry: Entry[FindingMade]
    rectified: tuple[Entry[Rectified], ...]
    reviews: tuple[Entry[RectificationReviewed], ...]

    @property
    def closed(self) -> Entry[RectificationReviewed] | None:
        """The review that found it put right, or None."""
        return next((each for each in self.reviews if each.act.good), None)

    @property
    def put_right_by(self) -> date:
        """The last day for putting it right: the finding's, or the one a review set anew."""
        again = [each.act.again_by for each in self.reviews if each.act.again_by]
        return again[-1] if again else self.entry.act.put_right_by

    @property
    def waits_for_review(self) -> Entry[Rectified] | None:
        """What was done and not yet looked at."""
        seen = {each.act.rectification for each in self.reviews}
        return next((each for each in reversed(self.rectified) if each.seq not in seen), None)


def inspections(dossier: Dossier, on: date) -> list[Entry[Inspected]]:
    """The inspections of this court by that day."""
    return dossier.as_of(on).of(Inspected)


def findings(dossier: Dossier, on: date) -> list[Finding]:
    """All findings by that day, oldest first."""
    then = dossier.as_of(on)
    rectified = then.of(Rectified)
    reviews = then.of(RectificationReviewed)
    found = []
    for entry in then.of(FindingMade):
        own = tuple(each for each in rectified if each.act.finding == entry.seq)
        numbers = {each.seq for each in own}
        found.append(
            Finding(entry, own, tuple(each for each in reviews if each.act.rectification in numbers))
        )
    return found


def acceptance(dossier: Dossier, measure: int, on: date) -> Entry[MeasureAccepted] | None:
    """How the measure was accepted in this court, or None."""
    found = [entry for entry in dossier.as_of(on).of(MeasureAccepted) if entry.act.measure == measure]
    return found[-1] if found else None
