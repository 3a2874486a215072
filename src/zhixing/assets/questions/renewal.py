"""When to begin renewing a control: early enough for its value and for how long the registry takes.

The lead times are the platform's planning figures, not law: the law only says that a renewal is done before the last day.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from zhixing.assets.kinds import Family, PropertyKind, family
from zhixing.law.money import Fen

# Days before the last day: a bank answers within days, a land registry needs a journey.
LEADS = {Family.MONEY: 15, Family.MOVABLE: 30, Family.RIGHT: 30, Family.IMMOVABLE: 45}
VALUABLE: Fen = 100_000_000  # from one million yuan on, half as long again
SOON = timedelta(days=30)


class Urgency(Enum):
    """How a control stands beside its last day, the worst first; the value is what people read."""

    LAPSED = "已届满"
    NOW = "应即续行"
    SOON = "三十日内着手"
    LATER = "以后"


def lead(kind: PropertyKind, value: Fen | None) -> timedelta:
    """How long before its last day a control's renewal is begun.

    >>> lead(PropertyKind.BANK_DEPOSIT, None).days, lead(PropertyKind.HOME, 200_000_000).days
    (15, 67)
    """
    days = LEADS[family(kind)]
    return timedelta(days=days * 3 // 2 if value is not None and value >= VALUABLE else days)


def begin_by(kind: PropertyKind, value: Fen | None, until: date) -> date:
    """The day on which the renewal is begun at the latest."""
    return until - lead(kind, value)


def urgency(begin: date, until: date, today: date) -> Urgency:
    """How pressing it is on a day."""
    if until < today:
        return Urgency.LAPSED
    if begin <= today:
        return Urgency.NOW
    return Urgency.SOON if begin - today <= SOON else Urgency.LATER
