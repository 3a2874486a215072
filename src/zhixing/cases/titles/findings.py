"""What the readers of single sentences have found so far, in offsets of the even text.

Each reader adds its proposals and says which characters it has understood; at the end whatever nobody understood is
listed. Nothing is understood by default.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from zhixing.cases.titles.cast import CREDITOR_SIDE, DEBTOR_SIDE, Cast
from zhixing.cases.titles.reading import (
    Claim,
    Component,
    Cost,
    Interest,
    Liability,
    Passage,
    Perform,
    Span,
    Sum,
)


@dataclass(slots=True)
class Voice:
    """Who is spoken of in an item: who owes, to whom, by when. Later sentences of the item inherit it."""

    debtors: tuple[str, ...] = ()
    creditors: tuple[str, ...] = ()
    perform: Perform | None = None
    perform_place: Span | None = None
    jointly: bool | None = None


@dataclass(slots=True)
class Findings:
    """Proposals, what was understood, and what was looked at but could not be placed."""

    cast: Cast
    sums: list[Sum] = field(default_factory=list)
    interest: list[Interest] = field(default_factory=list)
    costs: list[Cost] = field(default_factory=list)
    liabilities: list[Liability] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    composition: list[Component] = field(default_factory=list)
    order: tuple[str, ...] = ()
    order_place: Span | None = None
    acceleration: Passage | None = None
    double_interest_place: Span | None = None
    notes: list[str] = field(default_factory=list)
    set_aside: list[Passage] = field(default_factory=list)
    unread: list[Passage] = field(default_factory=list)
    covered: list[Span] = field(default_factory=list)
    voice: Voice = field(default_factory=Voice)
    item: int | None = None
    unborne: tuple[str, int, Span] | None = None
    wholes: list[Sum] = field(default_factory=list)
    parts: list[Sum] = field(default_factory=list)

    def cover(self, start: int, end: int) -> None:
        """Say that a span is understood."""
        if start < end:
            self.covered.append((start, end))

    def put_aside(self, start: int, end: int, text: str, why: str) -> None:
        """Say that a span carries no duty, and why."""
        self.set_aside.append(Passage((start, end), text, why))

    def doubt(self, start: int, end: int, text: str, why: str) -> None:
        """Say that a span was looked at and could not be placed."""
        self.unread.append(Passage((start, end), text, why))

    def begin_item(self, item: int | None) -> None:
        """Forget who was spoken of: a new item names its own parties."""
        self.voice = Voice()
        self.item = item

    def creditors_of(self, debtors: tuple[str, ...]) -> tuple[str, ...]:
        """The one other side, where the paper leaves no choice: a single party opposite the debtors."""
        for side, other in ((DEBTOR_SIDE, CREDITOR_SIDE), (CREDITOR_SIDE, DEBTOR_SIDE)):
            if debtors and set(debtors) <= set(self.cast.side(side)):
                opposite = self.cast.side(other)
                return opposite if len(opposite) == 1 else ()
        return ()

    def sums_of(self, items: tuple[int, ...]) -> list[Sum]:
        """The sums of the numbered items; all so far where no number is given."""
        return [amount for amount in self.sums if not items or amount.item in items]

    def change(self, old: Sum, new: Sum) -> None:
        """Put a sum in the place of another."""
        for index, amount in enumerate(self.sums):
            if amount is old:
                self.sums[index] = new
                return

    def perform_all(self, items: tuple[int, ...], perform: Perform, place: Span) -> bool:
        """Give a day for performance to the sums, claims and costs that have none; whether there was one."""
        waiting = [amount for amount in self.sums_of(items) if amount.perform is None]
        for amount in waiting:
            self.change(amount, replace(amount, perform=perform, perform_place=place))
        self.claims = [claim if claim.perform else replace(claim, perform=perform) for claim in self.claims]
        return bool(waiting)
