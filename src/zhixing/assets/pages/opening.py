"""What the pages of this room open with: the dossier the officer may see, and the day asked about."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest

from zhixing.people.looks import looked
from zhixing.record import clock, door
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.questions import Pending, pending
from zhixing.record.rule import ActRule


def case_of(request: HttpRequest, number: int) -> Dossier:
    """The case, if the signed-in officer may see it: the look is logged. 404 for one that is not there or not theirs."""
    try:
        found = door.read(number)
    except door.NoDossier:
        found = None
    if found is None or found.kind != "case":
        raise Http404("没有这个案件，或者它不在您可以查看的法院")
    looked(request, number, request.path)
    return found


def proposed(dossier: Dossier) -> list[tuple[Pending, ActRule]]:
    """What was laid before its approver and waits, for the template `assets/waiting.html`."""
    return [(each, installed().rule(type(each.act))) for each in pending(dossier)]


def day_of(request: HttpRequest) -> date:
    """The day a page is asked for: ?as_of=2017-05-01, today otherwise."""
    today = clock.today()
    try:
        return min(date.fromisoformat(request.GET.get("as_of", "")), today)
    except ValueError:
        return today
