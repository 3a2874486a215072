"""A control of a preservation as the enforcement case that would go on with it is told of it."""

from __future__ import annotations

from datetime import date

import msgspec

from zhixing.assets.acts.control import ControlTakenOver, HandingOverAct, Manner, Rank
from zhixing.assets.questions.control import Hold, hold
from zhixing.assets.questions.found import asset
from zhixing.cases.acts.filing import CaseType
from zhixing.cases.questions import case_number, case_type
from zhixing.law.money import Fen
from zhixing.record.dossier import Dossier


class Preserved(msgspec.Struct, frozen=True, kw_only=True):
    """The control as it stands; `owners` are the debtor's numbers in all courts. `over`: lifted, passed on or lapsed."""

    case: str
    kind: str
    token: str
    owners: tuple[int, ...]
    manner: Manner
    rank: Rank
    since: date
    until: date | None
    amount: Fen | None
    at: str = ""
    over: bool
    preservation: bool  # the case is one of preservation
    handed_over: bool = False  # to the court where suit was filed

    def same_as(self, act: ControlTakenOver) -> bool:
        """Whether an act goes on with it as it is: same manner, place in line, term and amount."""
        said = (act.manner, act.rank, act.since, act.until, act.amount, act.at)
        return said == (self.manner, self.rank, self.since, self.until, self.amount, self.at)


def preserved(dossier: Dossier, control: int, owners: tuple[int, ...], on: date) -> Preserved | None:
    """The control of a preservation that an entry number names, as it stands now and may lapse by that day; else None."""
    held = hold(dossier, control, date.max)
    found = asset(dossier, held.thing, date.max) if held else None
    if held is None or found is None:
        return None
    return Preserved(
        case=case_number(dossier, on),
        kind=str(found.kind.value),
        token=found.found.act.identifier or "",
        owners=owners,
        manner=held.manner,
        rank=rank_of(held),
        since=held.since,
        until=held.until,
        amount=held.amount,
        at=held.at,
        over=bool(held.released or held.failed) or held.lapsed(on) or not held.published,
        preservation=case_type(dossier) is CaseType.PRESERVATION,
        handed_over=dossier.last(HandingOverAct) is not None,
    )


def rank_of(held: Hold) -> Rank:
    """Whether it holds or still waits: what waited and took effect holds."""
    return Rank.WAITING if held.in_force_since is None else Rank.FIRST
