"""Who is signed in, as the pages need it."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest

from zhixing.people.access import officer_of
from zhixing.people.looks import looked
from zhixing.people.powers import actor
from zhixing.people.strength import is_strong
from zhixing.record import clock, door
from zhixing.record.dossier import Actor, Dossier

__all__ = ["acting", "as_of", "dossier_of", "officer_of"]


def acting(request: HttpRequest, court: str) -> Actor:
    """The signed-in officer with the powers they hold in that court today."""
    return actor(officer_of(request), court, clock.today(), strong=is_strong(request))


def dossier_of(request: HttpRequest, number: int) -> Dossier:
    """The dossier, if the signed-in officer may see it: the look is logged. 404 for one that is not there or not theirs."""
    try:
        found = door.read(number)
    except door.NoDossier:
        raise Http404("没有这个案件，或者它不在您可以查看的法院") from None
    looked(request, number, request.path)
    return found


def as_of(request: HttpRequest) -> date:
    """The day a page is asked for: ?as_of=2017-05-01, today otherwise; a malformed or future day is today."""
    today = clock.today()
    try:
        asked = date.fromisoformat(request.GET.get("as_of", ""))
    except ValueError:
        return today
    return min(asked, today)
