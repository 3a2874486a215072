"""What people confirmed is counted: how payers of this court write, and how often what was said was right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from zhixing.funds.models import LineRow
from zhixing.funds.recognising.counting import counted, reliability
from zhixing.funds.recognising.finding import Finder, Paid
from zhixing.funds.recognising.models import LearnedWeights
from zhixing.funds.recognising.open_cases import of_court
from zhixing.funds.recognising.weights import Weights, invented
from zhixing.funds.taking_in import texts
from zhixing.record import clock

MOST = 20_000  # the newest lines, of which more would change little
NOBODYS = timedelta(days=30)  # what somebody looked for so long in vain is counted as nobody's


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
    # A line whose case is settled is left out: the index no longer knows it.
    told = [
        (line, paid) for line, paid in _paid([*lines, *waited]) if not line.case or line.case in known.row_of
    ]
    meant = [known.row_of[line.case] if line.case else None for line, _ in told]
    found = counted(finder, [paid for _, paid in told], meant)
    taught, said = found.weights(invented()), reliability(found.judged)
    LearnedWeights.objects.update_or_create(
        court=court,
        defaults={
            "at": clock.now(),
            "lines": len(told),
            "weights": {
                "seen": [[name, level, share] for (name, level), share in taught.seen.items()],
                "nowhere": dict(taught.nowhere),
            },
            "said": said,
        },
    )
    return Taught(court, len(told), said)


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
