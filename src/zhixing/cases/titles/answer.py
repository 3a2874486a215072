"""The JSON form of a reading: amounts in yuan with two decimals, rates as plain decimals, dates ISO, places as offsets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypedDict

from zhixing.cases.titles.reading import (
    Cap,
    Claim,
    Cost,
    Interest,
    Liability,
    Party,
    Passage,
    Perform,
    Rate,
    Span,
    Sum,
    TitleReading,
)
from zhixing.law.money import plain


class PerformAnswer(TypedDict, total=False):
    """Days (or months) after an event, or by a day, or a day of every month."""

    days: int
    working_days: int
    months: int
    after: str | None
    by: str
    monthly_day: int


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
    """An interest formula. `until` is null where it runs until performance, or until an event `until_text` names."""

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


def as_json(reading: TitleReading) -> TitleAnswer:
    """The reading as plain values for JSON."""
    return {
        "kind": reading.kind.value if reading.kind else None,
        "number": reading.number,
        "court": reading.court,
        "date": _iso(reading.dated),
        "parties": [_party(party) for party in reading.parties],
        "sums": [_sum(amount) for amount in reading.sums],
        "interest": [_interest(formula) for formula in reading.interest],
        "costs": [_cost(cost) for cost in reading.costs],
        "order": list(reading.order),
        "order_place": reading.order_place,
        "double_interest": reading.double_interest,
        "double_interest_place": reading.double_interest_place,
        "acceleration": _acceleration(reading.acceleration),
        "liabilities": [_liability(liability) for liability in reading.liabilities],
        "claims": [_claim(claim) for claim in reading.claims],
        "composition": [
            {"label": part.label, "amount": plain(part.amount), "place": part.place}
            for part in reading.composition
        ],
        "notes": list(reading.notes),
        "set_aside": [_passage(passage) for passage in reading.set_aside],
        "not_understood": [_passage(passage) for passage in reading.not_understood],
        "understood": list(reading.understood),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def number(value: Decimal) -> str:
    """A decimal without exponent or trailing zeros.

    >>> number(Decimal("0.0450")), number(Decimal("4")), number(Decimal("10"))
    ('0.045', '4', '10')
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _party(party: Party) -> PartyAnswer:
    return {"name": party.name, "role": party.role, "place": party.place}


def _perform(perform: Perform | None) -> PerformAnswer | None:
    if perform is None:
        return None
    answer: PerformAnswer = {}
    if perform.by is not None:
        answer["by"] = perform.by.isoformat()
    if perform.days is not None:
        answer["working_days" if perform.working else "days"] = perform.days
    if perform.months is not None:
        answer["months"] = perform.months
    if perform.after is not None:
        answer["after"] = (
            perform.after.isoformat() if isinstance(perform.after, date) else perform.after.value
        )
    if perform.monthly_day is not None:
        answer["monthly_day"] = perform.monthly_day
    return answer


def _sum(amount: Sum) -> SumAnswer:
    return {
        "label": amount.label,
        "amount": plain(amount.amount),
        "owed_by": list(amount.owed_by),
        "owed_to": list(amount.owed_to),
        "jointly": amount.jointly,
        "perform": _perform(amount.perform),
        "perform_place": amount.perform_place,
        "item": amount.item,
        "every": amount.every,
        "since": _iso(amount.since),
        "until": _iso(amount.until),
        "until_text": amount.until_text,
        "condition": amount.condition,
        "place": amount.place,
    }


def _rate(rate: Rate | None) -> str | TableAnswer | None:
    if rate is None:
        return None
    if rate.table is None:
        return number(rate.number) if rate.number is not None else None
    answer: TableAnswer = {"table": rate.table, "times": number(rate.times)}
    if rate.plus:
        answer["plus"] = number(rate.plus)
    return answer


def _cap(cap: Cap | None) -> str | CapAnswer | None:
    if cap is None:
        return None
    if cap.amount is not None:
        return plain(cap.amount)
    rate = _rate(cap.rate)
    return {"rate": rate, "per": cap.rate.per} if rate is not None and cap.rate is not None else None


def _interest(formula: Interest) -> InterestAnswer:
    return {
        "label": formula.label,
        "base": plain(formula.base) if formula.base is not None else None,
        "base_of": formula.base_of,
        "outstanding": formula.outstanding,
        "since": _iso(formula.since),
        "since_text": formula.since_text if formula.since is None else None,
        "rate": _rate(formula.rate),
        "per": formula.rate.per if formula.rate else None,
        "rate_text": formula.rate_text,
        "cap": _cap(formula.cap),
        "until": _iso(formula.until),
        "until_text": formula.until_text if formula.until is None else None,
        "owed_by": list(formula.owed_by),
        "owed_to": list(formula.owed_to),
        "item": formula.item,
        "condition": formula.condition,
        "place": formula.place,
    }


def _cost(cost: Cost) -> CostAnswer:
    return {
        "label": cost.label,
        "amount": plain(cost.amount),
        "borne_by": cost.borne_by[0] if len(cost.borne_by) == 1 else list(cost.borne_by),
        "payable_to": cost.payable_to,
        "prepaid_by": cost.prepaid_by,
        "perform": _perform(cost.perform),
        "place": cost.place,
    }


def _liability(liability: Liability) -> LiabilityAnswer:
    return {
        "kind": liability.kind,
        "owed_by": list(liability.owed_by),
        "items": list(liability.items),
        "limit": liability.limit,
        "limit_amount": plain(liability.limit_amount) if liability.limit_amount is not None else None,
        "place": liability.place,
    }


def _claim(claim: Claim) -> ClaimAnswer:
    return {
        "kind": claim.kind,
        "text": claim.text,
        "owed_by": list(claim.owed_by),
        "owed_to": list(claim.owed_to),
        "perform": _perform(claim.perform),
        "place": claim.place,
    }


def _acceleration(passage: Passage | None) -> AccelerationAnswer | None:
    if passage is None:
        return None
    return {"condition": passage.why, "text": passage.text, "place": passage.place}


def _passage(passage: Passage) -> PassageAnswer:
    return {"where": passage.place, "text": passage.text, "why": passage.why}
