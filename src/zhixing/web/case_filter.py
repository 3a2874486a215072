"""Which cases a query string asks for. The list, its export and bulk work read the same words, so they mean the same cases."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import QueryDict

from zhixing.cases.causes import causes_with
from zhixing.cases.models import CaseRow
from zhixing.cases.searching import numbered
from zhixing.parties.models import CaseParty
from zhixing.people.models import Officer
from zhixing.people.powers import courts_seen
from zhixing.record import clock
from zhixing.record.scope import EVERY_COURT
from zhixing.web.party_search import parts_meant

KEPT = ("q", "state", "court", "type", "handler", "livelihood", "sort")
MOST = 2000  # cases that a name or a number may mean
SORTS = {
    "-filed": ("-filed_on", "-dossier_id"),
    "filed": ("filed_on", "dossier_id"),
    "limit": ("limit_on", "dossier_id"),
    "-amount": ("-amount_claimed", "dossier_id"),
}


def kept(asked: QueryDict) -> str:
    """The part of a query string that names a view of the case list: to be saved, or carried to the next page."""
    return urlencode({key: asked[key] for key in KEPT if asked.get(key)})


def filtered(asked: QueryDict, me: Officer) -> QuerySet[CaseRow]:
    """Cases that match `q` (number in any form, party, identity, cause) and the filters, sorted, of what may be seen."""
    today = clock.today()
    seen = courts_seen(me, today)
    # Row-level security narrows besides; said outright, the index that holds one court's newest cases answers the list.
    found = CaseRow.objects.filter(court=seen[0]) if len(seen) == 1 else CaseRow.objects.all()
    text = asked.get("q", "").strip()
    if text:
        found = found.filter(_meant(text, me))
    states = {
        "open": Q(closed_on=None, filed_on__isnull=False),
        "closed": Q(closed_on__isnull=False),
        "paused": ~Q(paused="") & Q(closed_on=None),
        "unassigned": Q(handler=None, filed_on__isnull=False, closed_on=None),
        "late": Q(closed_on=None, limit_on__lt=today),
        "new": Q(filed_on__gte=today - timedelta(days=7)),
    }
    state = str(asked.get("state", ""))
    if state in states:
        found = found.filter(states[state])
    if asked.get("court") in EVERY_COURT:
        found = found.filter(court=asked["court"])
    if asked.get("type"):
        found = found.filter(type_code=asked["type"])
    handler = asked.get("handler", "")
    if handler == "me":
        found = found.filter(handler=me.pk)
    elif handler.isdecimal():
        found = found.filter(handler=int(handler))
    if asked.get("livelihood"):
        found = found.exclude(livelihood="")
    return found.order_by(*SORTS.get(asked.get("sort", ""), SORTS["-filed"]))


def _meant(text: str, me: Officer) -> Q:
    # Sets found first, each by its own index; joined in one condition as they are, the database would read every case.
    meant = Q(dossier_id__in=list(parts_meant(text, me).values_list("dossier_id", flat=True)[:MOST]))
    if any(sign.isdigit() for sign in text):
        meant |= Q(dossier_id__in=[row.dossier_id for row in numbered(text, MOST)])
    return meant | Q(cause__in=causes_with(text))


def party_names(dossiers: list[int]) -> dict[int, list[str]]:
    """The applicants and debtors of each of these cases, with their role, as lists show them."""
    names: dict[int, list[str]] = {}
    present = CaseParty.objects.filter(
        dossier_id__in=dossiers, current=True, role__in=("applicant", "debtor")
    )
    for each in present.select_related("party"):
        names.setdefault(each.dossier_id, []).append(f"{each.party.name}（{each.get_role_display()}）")
    return names
