"""What a case can be asked. Every answer is as of a day."""

from zhixing.cases.questions.assignment import clerk, draw_of, drawn_for, handler, handlers
from zhixing.cases.questions.case import (
    case_number,
    case_title,
    case_type,
    cause,
    closed,
    filed_on,
    livelihood,
    number_in,
    stage,
)
from zhixing.cases.questions.limitation import limitation
from zhixing.cases.questions.money import (
    amount_claimed,
    amount_reached,
    amount_waived,
    claims,
    debt,
    money_claims,
    owed,
    payments,
    recorded_on,
    settled,
)
from zhixing.cases.questions.pause import paused, pauses
from zhixing.cases.questions.periods import deducted, extension, limit

__all__ = [
    "amount_claimed",
    "amount_reached",
    "amount_waived",
    "case_number",
    "case_title",
    "case_type",
    "cause",
    "claims",
    "clerk",
    "closed",
    "debt",
    "deducted",
    "draw_of",
    "drawn_for",
    "extension",
    "filed_on",
    "handler",
    "handlers",
    "limit",
    "limitation",
    "livelihood",
    "money_claims",
    "number_in",
    "owed",
    "paused",
    "pauses",
    "payments",
    "recorded_on",
    "settled",
    "stage",
]
