"""Search everywhere: cases by number in any form, parties by name or identity, causes, places. The palette asks the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from zhixing.cases.causes import causes_with
from zhixing.cases.searching import numbered, the_case
from zhixing.funds.aid.models import AidRow
from zhixing.law.case_numbers import search_key
from zhixing.parties.models import CaseParty
from zhixing.parties.search import means_number
from zhixing.people.access import officer_of
from zhixing.people.models import Officer
from zhixing.record.catalogue import installed
from zhixing.web.going import places, says, views
from zhixing.web.party_search import may_search_numbers, parts_meant

SHOWN, MOST = 8, 100
NUMBER_ENDS = "号"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: where it leads, what it is called, and a word more."""

    link: str
    name: str
    more: str = ""


def search_page(request: HttpRequest) -> HttpResponse:
    """What `q` may mean, in groups; a number that names exactly one case opens it. ?part=1 answers the list alone."""
    text, officer = request.GET.get("q", "").strip(), officer_of(request)
    part = "part" in request.GET
    case = None if part else the_case(text)
    if case is not None:
        return redirect("case", number=case.dossier_id)
    groups = [
        ("案件", _cases(text) if text else []),
        ("司法救助", _aid(text)),
        ("当事人", _parties(text, officer) if text else []),
        ("案由", _causes(text) if text else []),
        ("去处", [Hit(*each) for each in places(text, officer)]),
        ("我的视图", [Hit(*each) for each in views(text, officer)]),
        ("行为与依据", _acts(text) if text else []),
    ]
    template = "web/search_found.html" if part else "web/search.html"
    told = {
        "text": text,
        "groups": [group for group in groups if group[1]],
        "no_numbers": means_number(text) and not may_search_numbers(officer),
    }
    return render(request, template, told)


def _cases(text: str) -> list[Hit]:
    return [
        Hit(reverse("case", args=[row.dossier_id]), row.number, f"{row.cause} · {row.stage}")
        for row in numbered(text, SHOWN)
    ]


def _parties(text: str, officer: Officer) -> list[Hit]:
    found: dict[int, list[CaseParty]] = {}
    for each in parts_meant(text, officer).select_related("party").order_by("-dossier_id")[: SHOWN * 10]:
        found.setdefault(each.party_id, []).append(each)
    hits = []
    for pk, parts in list(found.items())[:SHOWN]:
        roles = "、".join(dict.fromkeys(part.get_role_display() for part in parts))
        hits.append(Hit(reverse("party", args=[pk]), parts[0].party.name, roles))
    return hits


def _causes(text: str) -> list[Hit]:
    link = reverse("case-list")
    return [Hit(f"{link}?{urlencode({'q': cause})}", cause) for cause in causes_with(text)[:SHOWN]]


def _aid(text: str) -> list[Hit]:
    """Applications for judicial aid by their own number, in which 救 stands."""
    key = search_key(text)
    serial = re.search(r"救\D*(\d+)$", key)
    if serial is None:
        return []
    found = AidRow.objects.filter(number__endswith=serial[1] + NUMBER_ENDS).order_by("-dossier_id")
    meant = [row for row in found[:MOST] if search_key(row.number).endswith(key)][:SHOWN]
    return [Hit(reverse("aid", args=[row.dossier_id]), row.number, row.case_number) for row in meant]


def _acts(text: str) -> list[Hit]:
    found = [rule for rule in installed() if says(rule.label, text)][:SHOWN]
    return [Hit(reverse("act-reference", args=[rule.tag]), rule.label, rule.group) for rule in found]
