"""The JSON form of a reading: amounts in yuan with two decimals, rates as plain decimals, dates ISO, places as offsets."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from zhixing.cases.titles.forms import (
    AccelerationAnswer,
    CapAnswer,
    ClaimAnswer,
    CostAnswer,
    InterestAnswer,
    LiabilityAnswer,
    PartyAnswer,
    PassageAnswer,
    PerformAnswer,
    SumAnswer,
    TableAnswer,
    TitleAnswer,
)
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
    Sum,
    TitleReading,
)
from zhixing.law.money import plain


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
    if perform.yearly is not None:
        answer["yearly"] = perform.yearly
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
        "until_event": _event(formula.until_text) if formula.until is None else None,
        "owed_by": list(formula.owed_by),
        "owed_to": list(formula.owed_to),
        "item": formula.item,
        "condition": formula.condition,
        "place": formula.place,
    }


def _event(words: str | None) -> str | None:
    """What kind of event ends interest."""
    if words is None:
        return None
    if re.search(r"(?:判决|裁决|调解|裁定|协议|支付令)书?(?:所)?(?:确定|指定|规定|约定)|期限?届满", words):
        return "due day"
    paid = re.search(r"清偿|付清|还清|结清|偿清|履行|给付|支付|付款|返还|归还|偿还|退还|赔偿|到账", words)
    return "performance" if paid else "other"


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
