"""A distribution among 10,000 creditors, with its working, beside a loop in plain Decimal that shares one class and rounds.

A tenth have a preference in one of twenty pots, all others are ordinary with interest and doubled interest; the goal is one
second. The peer shares the ordinary claims alone, by the same rule, and is compared with ours to the fen.
"""

from __future__ import annotations

import random
from decimal import ROUND_DOWN, Decimal

from bench.figure import Figure, side_by_side

from zhixing.law.distribution import Claim, Order, Pot, Rank, Stage, distribute

COUNT, POTS = 10_000, 20
FEN = Decimal(1)


def figures() -> list[Figure]:
    """Time ours and the loop in turns, best of five; AssertionError where a fen differs."""
    pots, claims = made()
    found = distribute(pots, claims, Order.PRO_RATA)
    assert sum(share.total for share in found.shares) + found.left == sum(pot.amount for pot in pots)
    step = next(each for each in found.steps if each.stage is Stage.ORDINARY)
    sizes = [(int(line.claim), line.base) for line in step.lines]
    assert looped(step.available, sizes) == {int(line.claim): line.paid for line in step.lines}
    ours, theirs = side_by_side(
        [lambda: distribute(pots, claims, Order.PRO_RATA), lambda: looped(step.available, sizes)]
    )
    return [
        Figure("Distribution", COUNT, ours, "one second", 1.0, ours, 1, most=True),
        Figure("Distribution", COUNT, ours, "one class in Decimal", theirs, ours / theirs, 10, most=True),
    ]


def made() -> tuple[list[Pot], list[Claim]]:
    """Pots and claims of a fixed seed."""
    chance = random.Random(508)
    pots = [Pot(f"财产{number}", chance.randrange(10**8, 10**10)) for number in range(POTS)]
    claims = []
    for number in range(1, COUNT + 1):
        preferred = number % 10 == 0
        claims.append(
            Claim(
                number=str(number),
                rank=Rank.PRIORITY if preferred else Rank.ORDINARY,
                principal=chance.randrange(10**4, 10**8),
                interest=chance.randrange(10**6),
                doubled=chance.randrange(10**6),
                pot=pots[number % POTS].name if preferred else "",
                place=chance.randrange(1, 4),
            )
        )
    return pots, claims


def looped(amount: int, sizes: list[tuple[int, int]]) -> dict[int, int]:
    """Largest remainder as one would write it by hand."""
    total = Decimal(sum(size for _, size in sizes))
    exact = {name: Decimal(amount) * size / total for name, size in sizes}
    found = {name: int(share.quantize(FEN, ROUND_DOWN)) for name, share in exact.items()}
    largest = sorted(sizes, key=lambda each: (found[each[0]] - exact[each[0]], -each[1], each[0]))
    for name, _ in largest[: amount - sum(found.values())]:
        found[name] += 1
    return found
