"""What people confirmed is counted: how payers of this court write, and how often what was said was right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from zhixing.funds.models import LineRow
from zhixing.funds.recognising.finding import Finder, Likely, Paid
from zhixing.funds.recognising.models import LearnedWeights
from zhixing.funds.recognising.open_cases import of_court
from zhixing.funds.recognising.weights import LEVELS, Weights, invented, learned
from zhixing.funds.taking_in import texts
from zhixing.record import clock

MOST = 20_000  # the newest lines, of which more would change little
NOBODYS = timedelta(days=30)  # what somebody looked for so long in vain is counted as nobody's
STEPS = (0.0, 0.5, 0.9, 0.99)


@dataclass(frozen=True, slots=True)
class Taught:
    """Of a court: lines counted; of each step from which on so much was said, lines, what was said on average, what was right."""

    court: str
    lines: int
    said: tuple[tuple[float, int, float, float], ...]


def weights_of(court: str) -> Weights:
    """The weights of a court: what its confirmations taught, or what was counted on invented lines."""
    kept = LearnedWeights.objects.filter(court=court).first()
    if kept is None:
        return invented()
    seen = {(name, level): share for name, level, share in kept.weights["seen"]}
    return Weights(seen, kept.weights["nowhere"])


def learn(court: str) -> Taught | None:
    """Count a court's lines anew and keep the weights; None where no line was given to a case yet."""
    settled = LineRow.objects.filter(court=court, amount__gt=0)
    lines = list(settled.exclude(case=None).order_by("-pk")[:MOST])
    if not lines:
        return None
    waited = settled.filter(case=None, aside_on__lt=clock.today() - NOBODYS).order_by("-pk")[:MOST]
    known, weights = of_court(court), weights_of(court)
    finder = Finder(known.index, weights, {}, {})
    pairs: list[dict[str, str]] = []
    nowhere: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    judged: list[tuple[tuple[Likely, ...], int | None]] = []
    for line, paid in _paid([*lines, *waited]):
        view = finder.seen(paid)
        found = finder.find(paid)
        row = known.row_of.get(line.case) if line.case else None
        if line.case and row is None:
            continue  # its case is settled: the index no longer knows it
        counted = nowhere[finder.kind(view)]
        counted[0] += all(each.row != row for each in found)
        counted[1] += 1
        judged.append((found, row))
        if row is not None:
            pairs.append(dict(zip(LEVELS, finder.compared(view, row)[1], strict=True)))
    told = learned(pairs, {kind: (none, many) for kind, (none, many) in nowhere.items()}, invented())
    said = reliability(judged)
    LearnedWeights.objects.update_or_create(
        court=court,
        defaults={
            "at": clock.now(),
            "lines": len(judged),
            "weights": {
                "seen": [[name, level, share] for (name, level), share in told.seen.items()],
                "nowhere": dict(told.nowhere),
            },
            "said": said,
        },
    )
    return Taught(court, len(judged), said)


def reliability(
    judged: Sequence[tuple[tuple[Likely, ...], int | None]],
) -> tuple[tuple[float, int, float, float], ...]:
    """From each step on: lines, what was said of the first case on average, and how often it was the right one."""
    bins: defaultdict[float, list[tuple[float, bool]]] = defaultdict(list)
    for found, row in judged:
        if found:
            step = max(each for each in STEPS if found[0].probability >= each)
            bins[step].append((found[0].probability, found[0].row == row))
    return tuple(
        (step, len(told), sum(each for each, _ in told) / len(told), sum(ok for _, ok in told) / len(told))
        for step, told in sorted(bins.items())
    )


def _paid(lines: Sequence[LineRow]) -> list[tuple[LineRow, Paid]]:
    """The lines with what the bank said of them. Accounts are not counted: they were known by what is counted here."""
    of_statement: defaultdict[int, list[LineRow]] = defaultdict(list)
    for line in lines:
        of_statement[line.dossier_id].append(line)
    found = []
    for statement, those in of_statement.items():
        said = texts(statement, [line.place for line in those])
        found += [
            (line, Paid(line.amount, said[line.place].name, "", said[line.place].text))
            for line in those
            if line.place in said
        ]
    return found
