"""Who handles a case on a day, and the draw behind it, which can be repeated from what the door was told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from zhixing.cases.acts.assignment import Assigned, AssignmentMethod, Reassigned
from zhixing.cases.allocation import Candidate, Draw, case_weight, draw, published_seed
from zhixing.cases.questions.recusal import recused
from zhixing.record.act import Act
from zhixing.record.dossier import Dossier, Entry


def handler(dossier: Dossier, on: date) -> int | None:
    """The officer who handles the case that day, None before assignment."""
    last = _last(dossier, on)
    if last is None:
        return None
    if last.act.officer is not None:
        return last.act.officer
    drawn = draw_of(dossier, last)
    return drawn.chosen.officer if drawn else None


def handlers(dossier: Dossier) -> set[int]:
    """Everyone who has ever handled the case, those drawn by a seed among them."""
    given: list[Entry[Assigned | Reassigned]] = dossier.of(Assigned, Reassigned)
    drawn = [draw_of(dossier, entry) for entry in given if entry.act.officer is None]
    named = {entry.act.officer for entry in given if entry.act.officer is not None}
    return named | {each.chosen.officer for each in drawn if each}


def clerk(dossier: Dossier, on: date) -> int | None:
    """The clerk of the case that day."""
    last = _last(dossier, on)
    return last.act.clerk if last else None


def draw_of(dossier: Dossier, entry: Entry[Act]) -> Draw | None:
    """The draw behind an assignment, repeated on the record as it stood then; None for what was not drawn."""
    act = entry.act
    if not isinstance(act, Assigned) or act.method is AssignmentMethod.DESIGNATED:
        return None
    before = dossier.with_entries(each for each in dossier.recorded if each.seq < entry.seq)
    return drawn_for(before, entry.on, act.seed, entry.fact("candidates", tuple[Candidate, ...]))


def drawn_for(dossier: Dossier, on: date, seed: str, candidates: Sequence[Candidate]) -> Draw | None:
    """Whom a seed draws from these candidates for this case; an empty seed is that of the court and day."""
    return draw(
        candidates,
        seed or published_seed(dossier.court, on),
        dossier.id,
        recused=recused(dossier, on),
        weight=case_weight(dossier, on),
    )


def _last(dossier: Dossier, on: date) -> Entry[Assigned | Reassigned] | None:
    found: list[Entry[Assigned | Reassigned]] = dossier.as_of(on).of(Assigned, Reassigned)
    return found[-1] if found else None
