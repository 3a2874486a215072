"""What the rules of organisation must know beyond the dossier: the departments of the court."""

from __future__ import annotations

from zhixing.people.models import Department
from zhixing.record.rule import Asked


def court_departments(asked: Asked) -> list[str]:
    """The names of the court's departments."""
    found = Department.objects.filter(court=asked.dossier.court).order_by("pk")
    return list(found.values_list("name", flat=True))


LOADERS = {"court-departments": court_departments}
