"""Sharing a sum by size, to the fen: largest remainder.

Each gets the whole fen of its exact quota; the fen that are left go one each to the largest fractions, of equal fractions to
the larger claim, of equal claims to the lesser number. So the shares sum to the amount, nobody gets more than his claim, and
neither the order of the list nor the machine decides anything.
"""

from __future__ import annotations

from collections.abc import Mapping

from zhixing.law.money import Fen


def pro_rata(amount: Fen, sizes: Mapping[str, Fen]) -> dict[str, Fen]:
    """Answer what each name gets of `amount` fen: all it claims where there is enough, else its share by size.

    Raises ValueError for a negative amount or claim.

    >>> pro_rata(100, {"1": 100, "2": 100, "3": 100})
    {'1': 34, '2': 33, '3': 33}
    """
    if amount < 0 or any(size < 0 for size in sizes.values()):
        raise ValueError("金额为负，请填写零以上的金额")
    total = sum(sizes.values())
    if amount >= total:
        return dict(sizes)
    shares: dict[str, Fen] = {}
    fractions = []
    for name, size in sizes.items():
        shares[name], fraction = divmod(amount * size, total)
        fractions.append((-fraction, -size, by_number(name), name))
    over = amount - sum(shares.values())
    for *_, name in sorted(fractions)[:over]:
        shares[name] += 1
    return shares


def by_number(name: str) -> tuple[int, str]:
    """The order of names that are numbers, as people count: 2 before 10.

    >>> sorted(["10", "2"], key=by_number)
    ['2', '10']
    """
    return len(name), name
