"""What reading an enforcement title (执行依据) proposes: plain frozen values, each with its place in the text.

Everything here is a proposal for the clerk to confirm. A field the paper does not state is `None` or empty: never
a default that looks like a statement of the paper. Amounts are integer fen; rates are exact decimals.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

Span = tuple[int, int]


class Kind(StrEnum):
    """The kinds of paper that can be enforced, by the code the JSON shows."""

    JUDGMENT = "judgment"
    MEDIATION = "mediation"
    AWARD = "award"
    RULING = "ruling"
    PAYMENT_ORDER = "payment order"
    NOTARISED_DEBT = "notarised debt"


class Anchor(StrEnum):
    """From which event a period for performance runs."""

    EFFECTIVE = "effective"
    SIGNED = "signed"
    SERVED = "served"
    MADE = "made"


@dataclass(frozen=True, slots=True)
class Perform:
    """When a duty is to be performed: within days or months after an event, or by a day (that day included)."""

    days: int | None = None
    months: int | None = None
    after: Anchor | date | None = None
    by: date | None = None
    working: bool = False
    monthly_day: int | None = None
    yearly: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Someone the paper names, with the role it gives them (原告, 被申请人 …)."""

    name: str
    role: str | None
    place: Span


@dataclass(frozen=True, slots=True)
class Sum:
    """Money one side is to pay the other. `jointly` is None where several owe and the paper says neither way.

    `every` (month, year, quarter) marks a sum that falls due again and again, from `since` to `until`.
    """

    label: str
    amount: int
    owed_by: tuple[str, ...]
    owed_to: tuple[str, ...]
    perform: Perform | None
    jointly: bool | None
    place: Span
    perform_place: Span | None = None
    item: int | None = None
    every: str | None = None
    since: date | None = None
    until: date | None = None
    until_text: str | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """A number per year, month or day; or a published table times a factor, plus points."""

    number: Decimal | None = None
    table: str | None = None
    times: Decimal = Decimal(1)
    plus: Decimal = Decimal(0)
    per: str = "year"


@dataclass(frozen=True, slots=True)
class Cap:
    """A ceiling on interest: an amount in fen, or a rate that it may not exceed."""

    amount: int | None = None
    rate: Rate | None = None


@dataclass(frozen=True, slots=True)
class Interest:
    """Interest still to be reckoned. `until` is None where it runs to performance; `until_text` quotes the paper."""

    label: str
    base: int | None
    base_of: str | None
    outstanding: bool
    since: date | None
    since_text: str | None
    rate: Rate | None
    rate_text: str | None
    cap: Cap | None
    until: date | None
    until_text: str | None
    owed_by: tuple[str, ...]
    owed_to: tuple[str, ...]
    place: Span
    item: int | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost of the case as one bearer bears it; `payable_to` is "court", a party's name, or None if unsaid."""

    label: str
    amount: int
    borne_by: tuple[str, ...]
    payable_to: str | None
    prepaid_by: str | None
    perform: Perform | None
    place: Span


@dataclass(frozen=True, slots=True)
class Liability:
    """Who else answers for sums of other items: jointly, in the second line, or up to a limit."""

    kind: str
    owed_by: tuple[str, ...]
    items: tuple[int, ...]
    limit: str | None
    limit_amount: int | None
    place: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """A duty that is not money: handing over a thing, conduct, a property right, or priority in proceeds."""

    kind: str
    text: str
    owed_by: tuple[str, ...]
    owed_to: tuple[str, ...]
    perform: Perform | None
    place: Span


@dataclass(frozen=True, slots=True)
class Component:
    """An amount that is part of another sum and must not be claimed twice."""

    label: str
    amount: int
    place: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text and why it is listed."""

    place: Span
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class TitleReading:
    """All that was read from one paper. Spans are offsets into the text that was given to `read`."""

    kind: Kind | None
    number: str | None
    court: str | None
    dated: date | None
    parties: tuple[Party, ...]
    sums: tuple[Sum, ...]
    interest: tuple[Interest, ...]
    costs: tuple[Cost, ...]
    liabilities: tuple[Liability, ...]
    claims: tuple[Claim, ...]
    composition: tuple[Component, ...]
    order: tuple[str, ...]
    order_place: Span | None
    acceleration: Passage | None
    double_interest: bool
    double_interest_place: Span | None
    notes: tuple[str, ...]
    set_aside: tuple[Passage, ...]
    not_understood: tuple[Passage, ...]
    understood: tuple[Span, ...]

    @property
    def recognised(self) -> bool:
        """Whether the text looks like an enforcement title at all."""
        proposals = self.sums or self.costs or self.claims or self.interest
        return self.kind is not None or self.number is not None or bool(proposals)
