"""Whether a case is one of preservation, for the tabs that lead to its pages."""

from __future__ import annotations

from django import template

from zhixing.cases.acts.filing import CaseType
from zhixing.cases.questions import case_type
from zhixing.record.dossier import Dossier

register = template.Library()


@register.filter
def preserves(dossier: Dossier) -> bool:
    """Whether it is a case of preservation (执保)."""
    return case_type(dossier) is CaseType.PRESERVATION
