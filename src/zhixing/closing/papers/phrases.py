"""What several papers of closing say."""

from __future__ import annotations

from zhixing.cases import questions as cases
from zhixing.cases.papers.phrases import members
from zhixing.law.paper_words import paper_sum
from zhixing.parties.acts import Role
from zhixing.record.paper import Telling


def both(told: Telling) -> tuple[int, ...]:
    """Both sides of the case."""
    return (*members(told, Role.APPLICANT), *members(told, Role.DEBTOR))


def reached(told: Telling) -> str:
    """What came in so far, in a clause."""
    return f"执行到位{paper_sum(cases.amount_reached(told.dossier, told.on))}"
