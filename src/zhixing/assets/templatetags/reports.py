"""The panel 财产报告 on the case page: orders, answers, and how many contradictions were found."""

from __future__ import annotations

from datetime import date

from django import template

from zhixing.assets.pages.reports import panel
from zhixing.record.dossier import Dossier

register = template.Library()


@register.inclusion_tag("assets/report_panel.html")
def report_panel(dossier: Dossier, day: date) -> dict[str, object]:
    """The orders to report of a case as of a day, and what contradicts the reports."""
    return panel(dossier, day)
