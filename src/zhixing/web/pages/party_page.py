"""A party's page: what is known of them, masked; their cases within what the officer may see; others of the same name.

The same person is recognised by identity; a like name alone is shown as such and merges nothing. An identity is opened in full
only for a stated reason, which is logged. Changes keep what the row said before.
"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from zhixing.cases.models import CaseRow
from zhixing.parties.models import Party, PartyIdentity
from zhixing.parties.register import cases_of_same_person, change, disclose, namesakes
from zhixing.record.power import Power
from zhixing.web.signed_in import acting

MAY_CHANGE = (Power.FILING, Power.OFFICER, Power.JUDGE, Power.CLERK)
CHANGEABLE = ("address", "service_address")


def party_page(request: HttpRequest, number: int) -> HttpResponse:
    """GET shows the party; POST opens an identity in full (`open`), or changes addresses and phones."""
    party = get_object_or_404(Party, pk=number)
    me = acting(request, party.court)
    may = any(power.value in me.powers for power in MAY_CHANGE)
    opened: dict[int, str] = {}
    if request.method == "POST":
        if not may:
            raise Http404("您没有查阅或更改当事人资料的职权")
        if "open" not in request.POST:
            return _change(request, party)
        row = get_object_or_404(PartyIdentity, pk=int(request.POST["open"]), party=party)
        reason = request.POST.get("reason", "").strip()
        if reason:
            opened[row.pk] = disclose(row, me, reason)
        else:
            messages.error(request, "请写明查看完整证件号的理由", "late")
    parts = list(cases_of_same_person(party).select_related("party")[:200])
    rows = {
        row.dossier_id: row
        for row in CaseRow.objects.filter(dossier_id__in=[each.dossier_id for each in parts])
    }
    return render(
        request,
        "web/party.html",
        {
            "here": "cases",
            "party": party,
            "identities": [(row, opened.get(row.pk, "")) for row in party.identities.order_by("pk")],
            "parts": [(each, rows[each.dossier_id]) for each in parts if each.dossier_id in rows],
            "namesakes": namesakes(party)[:20],
            "versions": party.versions.order_by("-changed_at")[:20],
            "may": may,
        },
    )


def _change(request: HttpRequest, party: Party) -> HttpResponse:
    values: dict[str, str | list[str]] = {name: request.POST.get(name, "").strip() for name in CHANGEABLE}
    values["phones"] = [text.strip() for text in request.POST.get("phones", "").split("、") if text.strip()]
    change(party, values, acting(request, party.court))
    messages.success(request, "已更改，原来的内容保留在历史里", "done")
    return redirect("party", number=party.pk)
