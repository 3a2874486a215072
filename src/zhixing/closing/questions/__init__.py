"""What the end of a case can be asked. Every answer is as of a day."""

from zhixing.closing.questions.carrying import carried_over
from zhixing.closing.questions.conditions import Check, Finding, State
from zhixing.closing.questions.ending import (
    WAYS,
    Ending,
    closing,
    document_of,
    first_case,
    linked_cases,
    members,
    performed_claims,
    resumed_in,
    terminated,
    termination_served_on,
    unperformed,
)
from zhixing.closing.questions.proof import CHECKS, Condition, proof, proven, signed_by_applicants
from zhixing.closing.questions.resuming import against_resumption, application, opening, reason_to_resume

__all__ = [
    "CHECKS",
    "WAYS",
    "Check",
    "Condition",
    "Ending",
    "Finding",
    "State",
    "against_resumption",
    "application",
    "carried_over",
    "closing",
    "document_of",
    "first_case",
    "linked_cases",
    "members",
    "opening",
    "performed_claims",
    "proof",
    "proven",
    "reason_to_resume",
    "resumed_in",
    "signed_by_applicants",
    "terminated",
    "termination_served_on",
    "unperformed",
]
