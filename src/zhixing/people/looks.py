"""Every look at a dossier is logged: who, when, at what."""

from __future__ import annotations

from django.http import HttpRequest

from zhixing.people.models import Officer
from zhixing.record import clock
from zhixing.record.models import DossierHead, Look


def looked(request: HttpRequest, dossier: int, page: str) -> None:
    """Log that the signed-in officer looked at a page of a dossier. A dossier that may not be seen is not logged as seen."""
    if not isinstance(request.user, Officer):
        return
    court = DossierHead.objects.filter(pk=dossier).values_list("court", flat=True).first()
    if court is not None:
        Look.objects.create(
            dossier_id=dossier,
            court=court,
            officer=request.user.pk,
            name=request.user.name,
            at=clock.now(),
            page=page[:200],
        )
