"""Questions of a plan's dossier, by topic."""

from zhixing.plan.questions.carrying_out import (
    Escalation,
    Occasion,
    Task,
    assignment,
    assignments,
    escalations,
    evidence,
    occasions,
    occasions_of,
    tasks,
    to_escalate,
)
from zhixing.plan.questions.inspection import Finding, acceptance, findings, inspections
from zhixing.plan.questions.leading_group import Life, life
from zhixing.plan.questions.plan_text import adopted_on, is_issuer, plan, stage_on, whole_span
from zhixing.plan.questions.standing import MeasureStanding, MeasureState, standings
from zhixing.plan.questions.worklist import Item, worklist

__all__ = [
    "Escalation",
    "Finding",
    "Item",
    "Life",
    "MeasureStanding",
    "MeasureState",
    "Occasion",
    "Task",
    "acceptance",
    "adopted_on",
    "assignment",
    "assignments",
    "escalations",
    "evidence",
    "findings",
    "inspections",
    "is_issuer",
    "life",
    "occasions",
    "occasions_of",
    "plan",
    "stage_on",
    "standings",
    "tasks",
    "to_escalate",
    "whole_span",
    "worklist",
]
