"""The shapes of the JSON answer: what each table of it holds. Amounts are yuan with two decimals, dates ISO."""

from __future__ import annotations

from typing import TypedDict

from zhixing.cases.titles.reading import Span


class PerformAnswer(TypedDict, total=False):
    """Days (or months) after an event, or by a day, or a day of every month."""

    days: int
    working_days: int
    months: int
    after: str | None
    by: str
    monthly_day: int
    yearly: str


class TableAnswer(TypedDict, total=False):
    """A published rate times a factor, plus points."""

    table: str
    times: str
    plus: str


class PartyAnswer(TypedDict):
    """A party."""

    name: str
    role: str | None
    place: Span


class SumAnswer(TypedDict):
    """A sum of money."""

    label: str
    amount: str
    owed_by: list[str]
    owed_to: list[str]
    jointly: bool | None
    perform: PerformAnswer | None
    perform_place: Span | None
    item: int | None
    every: str | None
    since: str | None
    until: str | None
    until_text: str | None
    condition: str | None
    place: Span


class CapAnswer(TypedDict, total=False):
    """A ceiling."""

    amount: str
    rate: str | TableAnswer
    per: str


class InterestAnswer(TypedDict):
    """An interest formula. `until` is null where it runs to no named day.

    `until_event` then says to what: "performance" (实际清偿之日), "due day" (the day the paper sets for performance),
    "other" (see `until_text`), or null where the paper sets no end.
    """

    label: str
    base: str | None
    base_of: str | None
    outstanding: bool
    since: str | None
    since_text: str | None
    rate: str | TableAnswer | None
    per: str | None
    rate_text: str | None
    cap: str | CapAnswer | None
    until: str | None
    until_text: str | None
    until_event: str | None
    owed_by: list[str]
    owed_to: list[str]
    item: int | None
    condition: str | None
    place: Span


class CostAnswer(TypedDict):
    """A cost as one bearer bears it; several who bear it together are a list."""

    label: str
    amount: str
    borne_by: str | list[str]
    payable_to: str | None
    prepaid_by: str | None
    perform: PerformAnswer | None
    place: Span


class LiabilityAnswer(TypedDict):
    """A further debtor."""

    kind: str
    owed_by: list[str]
    items: list[int]
    limit: str | None
    limit_amount: str | None
    place: Span


class ClaimAnswer(TypedDict):
    """A duty that is not money."""

    kind: str
    text: str
    owed_by: list[str]
    owed_to: list[str]
    perform: PerformAnswer | None
    place: Span


class ComponentAnswer(TypedDict):
    """A part of another sum."""

    label: str
    amount: str
    place: Span


class AccelerationAnswer(TypedDict):
    """What happens when an instalment is missed."""

    condition: str
    text: str
    place: Span


class PassageAnswer(TypedDict):
    """A stretch of the text and why it is listed."""

    where: Span
    text: str
    why: str


class TitleAnswer(TypedDict):
    """The whole answer."""

    kind: str | None
    number: str | None
    court: str | None
    date: str | None
    parties: list[PartyAnswer]
    sums: list[SumAnswer]
    interest: list[InterestAnswer]
    costs: list[CostAnswer]
    order: list[str]
    order_place: Span | None
    double_interest: bool
    double_interest_place: Span | None
    acceleration: AccelerationAnswer | None
    liabilities: list[LiabilityAnswer]
    claims: list[ClaimAnswer]
    composition: list[ComponentAnswer]
    notes: list[str]
    set_aside: list[PassageAnswer]
    not_understood: list[PassageAnswer]
    understood: list[Span]
