"""The order of payment: which part of a debt a payment lowers first.

By law: costs of realising the claim, general interest, principal, and last the doubled part; a title's fixed
interest goes with general interest, before what still accrues. Principal that fell due earlier goes first,
sums that fell due together share by their size. An agreed order goes before.

Before 2014-08-01 title and doubled interest are paid back together (并还): a payment is split between what is
in delay and the interest that the delay has made, by their size.

Not covered: 民法典 art. 560 para. 2 as far as security and the weight of the burden decide before the due day
(name an agreed order), and the debtor's own choice under its para. 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from zhixing.law.interest.debt import Debt, SumKind
from zhixing.law.interest.doubled import NEW_RULE
from zhixing.law.interest.options import Options, Rank
from zhixing.law.interest.streams import Item
from zhixing.law.money import Fen, round_fen

Slot = int | Item
"""Where money goes: a sum by its place in the debt, or one of the two interests."""

_COSTS = (SumKind.COST, SumKind.COURT_FEE)


@dataclass(slots=True)
class Balance:
    """What is still owed: each sum, and the interest accrued and not yet paid, in fen."""

    sums: list[Fen]
    general: Fen = 0
    doubled: Fen = 0

    def of(self, slot: Slot) -> Fen:
        """What is owed at one place."""
        if isinstance(slot, int):
            return self.sums[slot]
        return self.general if slot is Item.GENERAL else self.doubled

    def lower(self, slot: Slot, amount: Fen) -> None:
        """Take a payment off one place."""
        if isinstance(slot, int):
            self.sums[slot] -= amount
        elif slot is Item.GENERAL:
            self.general -= amount
        else:
            self.doubled -= amount


def order_of(debt: Debt, options: Options) -> tuple[tuple[Slot, ...], ...]:
    """Answer the groups of a debt in the order of payment; a group shares by size.

    Raises ValueError for an agreed order that names a sum the debt does not have.
    """
    labels = {item.label: place for place, item in enumerate(debt.sums)}
    placed: set[Slot] = set()
    groups: list[tuple[Slot, ...]] = []
    for name in (*options.order, *Rank):
        if isinstance(name, str) and name not in labels:
            raise ValueError(f"清偿顺序中的“{name}”不是任何一笔债权的名称，请改正")
        wanted: Sequence[tuple[Slot, ...]]
        wanted = [(labels[name],)] if isinstance(name, str) else list(_by_rank(debt, name))
        for group in wanted:
            fresh = tuple(slot for slot in group if slot not in placed)
            placed.update(fresh)
            if fresh:
                groups.append(fresh)
    return tuple(groups)


def pay(balance: Balance, amount: Fen, groups: Sequence[tuple[Slot, ...]]) -> tuple[dict[Slot, Fen], Fen]:
    """Lower a balance by a payment, group by group; answer what went where, and what was too much."""
    went: dict[Slot, Fen] = {}
    for group in groups:
        if not amount:
            break
        for slot, part in _shared(balance, amount, group):
            if part:
                balance.lower(slot, part)
                went[slot] = went.get(slot, 0) + part
                amount -= part
    return went, amount


def share_of_doubled(debt: Debt, balance: Balance, amount: Fen, on: date) -> Fen:
    """Answer the part of a payment before 2014-08-01 that goes to the doubled interest; zero since."""
    if on >= NEW_RULE or not balance.doubled:
        return 0
    delayed = balance.general + sum(
        owed
        for item, owed in zip(debt.sums, balance.sums, strict=True)
        if item.due is not None and item.due < on
    )
    whole = delayed + balance.doubled
    return balance.doubled if amount >= whole else round_fen(Fraction(amount * balance.doubled, whole))


def _shared(balance: Balance, amount: Fen, group: tuple[Slot, ...]) -> Iterator[tuple[Slot, Fen]]:
    """Split an amount over the places of a group by their size, in whole fen that add up to it."""
    whole = sum(balance.of(slot) for slot in group)
    ready, spent, size = min(amount, whole), 0, 0
    for slot in group:
        size += balance.of(slot)
        part = ready * size // whole - spent if whole else 0
        spent += part
        yield slot, part


def _by_rank(debt: Debt, rank: Rank) -> Iterator[tuple[Slot, ...]]:
    """Answer the groups of one rank, earlier due days first."""
    if rank is Rank.DOUBLED:
        yield (Item.DOUBLED,)
        return
    kinds = {Rank.COSTS: _COSTS, Rank.GENERAL: (SumKind.INTEREST,), Rank.PRINCIPAL: (SumKind.PRINCIPAL,)}[
        rank
    ]

    def due(place: int) -> date:
        return debt.sums[place].due or date.max

    places = sorted((place for place, item in enumerate(debt.sums) if item.kind in kinds), key=due)
    for _, group in groupby(places, key=due):
        yield tuple(group)
    if rank is Rank.GENERAL:
        yield (Item.GENERAL,)
