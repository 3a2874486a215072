"""Search everywhere: cases by number in any form, parties by name or identity, causes, places. The palette asks the same."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from zhixing.cases.causes import causes_with
from zhixing.cases.models import CaseRow
from zhixing.law.case_numbers import search_key
from zhixing.parties.models import CaseParty
from zhixing.parties.search import means_number
from zhixing.people.access import officer_of
from zhixing.people.models import Officer
from zhixing.record.catalogue import installed
from zhixing.web.party_search import may_search_numbers, parts_meant

SHOWN = 8
PLACES = (
    ("工作台", "desk", ""),
    ("案件", "case-list", ""),
    ("收案", "case-new", ""),
    ("行为与依据", "catalogue", ""),
    ("账户", "account", ""),
    ("我的案件", "case-list", "handler=me&state=open"),
    ("待分案", "case-list", "state=unassigned"),
    ("超过执行期限", "case-list", "state=late"),
)


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
    cases = _cases(text) if text else []
    if not part and len(cases) == 1 and search_key(cases[0].name) == search_key(text):
        return redirect(cases[0].link)
    groups = [
        ("案件", cases),
        ("当事人", _parties(text, officer) if text else []),
        ("案由", _causes(text) if text else []),
        ("去处", [hit for hit in _places() if text in hit.name]),
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
    key = search_key(text)
    if not any(sign.isdigit() for sign in key):
        return []
    found = CaseRow.objects.filter(number_key__contains=key).order_by("-filed_on", "-dossier_id")[:SHOWN]
    return [
        Hit(reverse("case", args=[row.dossier_id]), row.number, f"{row.cause} · {row.stage}") for row in found
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


def _places() -> list[Hit]:
    return [Hit(reverse(name) + (f"?{query}" if query else ""), label) for label, name, query in PLACES]


def _acts(text: str) -> list[Hit]:
    found = [rule for rule in installed() if text in rule.label][:SHOWN]
    return [Hit(reverse("act-reference", args=[rule.tag]), rule.label, rule.group) for rule in found]
