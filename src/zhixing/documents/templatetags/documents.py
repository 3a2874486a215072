"""The panel 文书 on the case page: what was made by the day shown, newest first."""

from __future__ import annotations

from datetime import date

from django import template

from zhixing.documents.efile import volumes
from zhixing.record.dossier import Dossier

register = template.Library()
SHOWN = 6


@register.inclusion_tag("documents/panel.html")
def documents_panel(dossier: Dossier, day: date) -> dict[str, object]:
    """The newest documents of a case as of a day, and how many there are."""
    items = [item for volume in volumes(dossier) for item in volume.items if item.on <= day]
    items.sort(key=lambda item: (item.on, item.seq), reverse=True)
    return {"number": dossier.id, "items": items[:SHOWN], "count": len(items)}
