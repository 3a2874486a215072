"""A party's page: what is known of them, masked; their cases within what the officer may see; others of the same name.

The same person is recognised by identity; a like name alone is shown as such and merges nothing. An identity is opened in full
only for a stated reason, which is logged. Changes keep what the row said before.
"""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from zhixing.cases.models import CaseRow
from zhixing.law.identities import IdentityError
from zhixing.parties.models import Party, PartyIdentity
from zhixing.parties.register import (
    add_account,
    add_phone,
    cases_of_same_person,
    change,
    disclose,
    namesakes,
    retire,
)
from zhixing.record.dossier import Actor
from zhixing.record.encryption import Unreadable
from zhixing.record.power import Power
from zhixing.web.signed_in import acting

MAY_CHANGE = (Power.FILING, Power.OFFICER, Power.JUDGE, Power.CLERK)
CHANGEABLE = {"name": "姓名或名称", "address": "住址", "service_address": "送达地址"}


def party_page(request: HttpRequest, number: int) -> HttpResponse:
    """GET shows the party; POST opens an identity in full (`open`), retires one (`retire`), or changes the rest."""
    party = get_object_or_404(Party, pk=number)
    me = acting(request, party.court)
    may = any(power.value in me.powers for power in MAY_CHANGE)
    opened: dict[int, str] = {}
    if request.method == "POST":
        if not may:
            raise Http404("您没有查阅或更改当事人资料的职权")
        if "open" not in request.POST:
            return _change(request, party, me)
        opened = _opened(request, party, me)
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
            "identities": [
                (row, opened.get(row.pk, "")) for row in party.identities.order_by("retired_at", "pk")
            ],
            "parts": [(each, rows[each.dossier_id]) for each in parts if each.dossier_id in rows],
            "namesakes": namesakes(party)[:20],
            "versions": [
                (
                    each,
                    "；".join(
                        f"{CHANGEABLE.get(key, key)} {value or '空白'}" for key, value in each.before.items()
                    ),
                )
                for each in party.versions.order_by("-changed_at")[:20]
            ],
            "may": may,
        },
    )


def _opened(request: HttpRequest, party: Party, me: Actor) -> dict[int, str]:
    row = _row(request.POST["open"], party)
    reason = request.POST.get("reason", "").strip()
    if not reason:
        messages.error(request, "请写明查看完整号码的理由", "late")
        return {}
    try:
        return {row.pk: disclose(row, me, reason)}
    except Unreadable as error:
        messages.error(request, str(error), "late")
        return {}


def _row(text: str, party: Party) -> PartyIdentity:
    return get_object_or_404(PartyIdentity, pk=int(text) if text.isdecimal() else 0, party=party)


def _change(request: HttpRequest, party: Party, me: Actor) -> HttpResponse:
    if "retire" in request.POST:
        retire(_row(request.POST["retire"], party), me)
    else:
        told = {name: request.POST[name].strip() for name in CHANGEABLE if name in request.POST}
        try:
            _check_and_change(party, told, request, me)
        except IdentityError as error:
            messages.error(request, str(error), "late")
            return redirect("party", number=party.pk)
    messages.success(request, "已更改，原来的内容保留在历史里", "done")
    return redirect("party", number=party.pk)


def _check_and_change(party: Party, told: dict[str, str], request: HttpRequest, me: Actor) -> None:
    phone, account, bank = (request.POST.get(name, "").strip() for name in ("phone", "account", "bank"))
    if "name" in told and not told["name"]:
        raise IdentityError("姓名或名称不能空白", party.name, "请填写全名")
    with transaction.atomic():
        change(party, told, me)
        if phone:
            add_phone(party, phone)
        if account:
            add_account(party, account, bank)
