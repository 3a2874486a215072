"""What the pages of aid open with: who may look, the dossier, and the ways that lead to filled-in forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.urls import reverse

from zhixing.funds.pages.overview import me_there
from zhixing.people.looks import looked
from zhixing.record import clock, door
from zhixing.record.act import Act
from zhixing.record.catalogue import installed
from zhixing.record.dossier import Dossier
from zhixing.record.duties import Duty, Standing, duties
from zhixing.record.power import Power

SEES = (
    Power.FILING,
    Power.OFFICER,
    Power.JUDGE,
    Power.CLERK,
    Power.DIRECTOR,
    Power.VICE_PRESIDENT,
    Power.PRESIDENT,
    Power.ACCOUNTANT,
    Power.INSPECTOR,
)
RUNS = (Standing.OPEN, Standing.OVERDUE)


@dataclass(frozen=True, slots=True)
class Way:
    """A link to an act's form, filled in as far as the record tells."""

    label: str
    link: str


def dossier_of(request: HttpRequest, number: int, kind: str) -> Dossier:
    """The dossier of that kind, if the signed-in officer may see it: the look is logged. 404 for any other."""
    try:
        found = door.read(number)
    except door.NoDossier:
        found = None
    if found is None or found.kind != kind:
        raise Http404("没有这个卷宗，或者它不在您可以查看的法院")
    looked(request, number, request.path)
    return found


def ways(
    request: HttpRequest,
    dossier: Dossier,
    acts: Iterable[type[Act]],
    said: Mapping[type[Act], dict[str, str]],
) -> list[Way]:
    """Of these acts those that the officer may do now, each with its form filled in."""
    me, today = me_there(request, dossier.court), clock.today()
    found = []
    for act in acts:
        rule = installed().rule(act)
        if not door.standing_refusals(dossier, rule, me, today):
            found.append(Way(rule.label, form(dossier.id, act, said.get(act, {}))))
    return found


def form(dossier: int, act: type[Act], said: Mapping[str, str]) -> str:
    """The address of an act's form, filled in."""
    link = reverse("act", args=[dossier, act.tag()])
    return f"{link}?{urlencode(said)}" if said else link


def running(dossier: Dossier, day: date) -> list[Duty]:
    """The terms that run, the next one first."""
    found = [each for each in duties(installed().duties, dossier) if each.standing(day) in RUNS]
    return sorted(found, key=lambda each: each.due or date.max)
