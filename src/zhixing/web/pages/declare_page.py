"""The public pages on which a debtor answers the order to report property: code, form with its draft, receipt.

Nobody is signed in here: a session remembers for an hour which code was shown, and each request asks whether it still holds. The
pages see one court and show nothing of the case but its number, the order and what the debtor typed.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from zhixing.assets.access import Access, live, open_with
from zhixing.assets.acts.declaration import PropertyDeclared, ReportCategory, ReportMeans
from zhixing.assets.kinds import PropertyKind
from zhixing.assets.models import DeclarationDraft
from zhixing.assets.questions.categories import categories
from zhixing.assets.questions.reporting import reporting
from zhixing.cases.questions import case_number
from zhixing.law.answers import Found
from zhixing.people.sessions import address_of
from zhixing.record import clock, door
from zhixing.record.dossier import Actor, Dossier
from zhixing.record.encryption import decrypt_bytes, encrypt_bytes
from zhixing.record.power import Power
from zhixing.record.rule import Refusal
from zhixing.record.scope import seeing
from zhixing.web.act_fields import Field, Mistakes, act_from, fields
from zhixing.web.act_inputs import Choosable, inputs
from zhixing.web.pages.act_page import sealed_form

OPENED, RECEIPT = "report-opened", "report-receipt"
IDLE = timedelta(hours=1)
ASKED = ("funds", "immovables", "movables", "rights", "others", "nothing", "changes", "no_changes")
Submitted = dict[str, list[str]]
WRONG = "证件号码或者报告码不对，或者报告码已经失效。请核对告知书上的十二位报告码；仍不能登录的，请联系承办人重新发给。"


@never_cache
def declare_page(request: HttpRequest) -> HttpResponse:
    """GET asks for identity number and code; POST opens the form. Every wrong answer is told in the same words."""
    if request.method != "POST":
        return render(request, "web/declare.html", {})
    number, code = request.POST.get("number", "").strip(), request.POST.get("code", "").strip()
    opened = open_with(number, code, address_of(request), clock.today())
    if isinstance(opened, Access):
        request.session.cycle_key()
        if not request.user.is_authenticated:
            request.session.set_expiry(0)  # a computer that others use forgets it with its window
        request.session[OPENED] = {"dossier": opened.dossier, "seq": opened.seq, "court": opened.court}
        _touch(request)
        return redirect("declare-form")
    if opened is None:
        return render(request, "web/declare.html", {"wrong": WRONG}, status=422)
    answer = render(request, "web/declare.html", {"wait": opened}, status=429)
    answer.headers["Retry-After"] = str(opened)
    return answer


@never_cache
def declare_form(request: HttpRequest) -> HttpResponse:
    """GET shows the form with what was saved; POST saves it, or hands the report in."""
    access = _opened(request)
    if access is None:
        return redirect("declare")
    _touch(request)
    with seeing((access.court,)):
        dossier = door.read(access.dossier)
        if request.method != "POST":
            return _form(request, dossier, access, _draft(access))
        submitted = {key: request.POST.getlist(key) for key in request.POST if key.split(".")[0] in ASKED}
        if "hand-in" in request.POST:
            return _hand_in(request, dossier, access, submitted)
        _save(access, submitted)
        messages.success(request, "已保存，尚未提交。报告期限内可以凭报告码继续填写。", "done")
        return redirect("declare-form")


@never_cache
def declare_receipt(request: HttpRequest) -> HttpResponse:
    """What was handed in, when, under which number."""
    receipt = request.session.get(RECEIPT)
    return (
        render(request, "web/declare_receipt.html", {"receipt": receipt}) if receipt else redirect("declare")
    )


def _touch(request: HttpRequest) -> None:
    request.session[OPENED] = {**request.session[OPENED], "at": clock.real_now().isoformat()}


def _opened(request: HttpRequest) -> Access | None:
    """What this session opened, if it was used within the hour and is still good."""
    told = request.session.get(OPENED)
    if not told or clock.real_now() - datetime.fromisoformat(told["at"]) > IDLE:
        return None
    return live(told["dossier"], told["seq"], told["court"], clock.today())


def _columns() -> tuple[Field, ...]:
    """The inputs of the report, each category offering its own kinds of property."""
    own = {each.name: each for each in fields(PropertyDeclared)}
    return tuple(_narrowed(own[name]) for name in ASKED)


def _narrowed(field: Field) -> Field:
    known = {str(each.value): each for each in ReportCategory}
    if field.name not in known:
        return field
    kinds = {str(kind.value) for kind in PropertyKind if known[field.name] in categories(kind)}
    columns = tuple(
        replace(column, choices=tuple(each for each in column.choices if each[0] in kinds))
        if column.name == "kind"
        else column
        for column in field.columns
    )
    return replace(field, columns=columns)


def _form(
    request: HttpRequest,
    dossier: Dossier,
    access: Access,
    submitted: Submitted,
    wrong: dict[str, str] | None = None,
    refused: tuple[Refusal, ...] = (),
) -> HttpResponse:
    today = clock.today()
    order = reporting(dossier, access.order, access.party, today)
    last = order.last_day.value if order and isinstance(order.last_day, Found) else None
    found = inputs(_columns(), submitted, wrong or {}, Choosable((), (), ()))
    return render(
        request,
        "web/declare_form.html",
        {
            "inputs": [(each, any(cell.value for row in each.rows for cell in row)) for each in found],
            "wrong": wrong or {},
            "refused": refused,
            "case": case_number(dossier, today),
            "order": order,
            "last": last,
            "until": access.until,
        },
        status=422 if wrong or refused else 200,
    )


def _hand_in(request: HttpRequest, dossier: Dossier, access: Access, submitted: Submitted) -> HttpResponse:
    _save(access, submitted)  # what was typed outlives a mistake in it
    fixed = {
        "debtor": [str(access.party)],
        "order": [str(access.order)],
        "access": [str(access.seq)],
        "means": [str(ReportMeans.ONLINE.value)],
    }
    by = Actor(
        kind="party", id=access.party, name="被执行人", court=access.court, powers=(Power.PARTY.value,)
    )
    try:
        act = act_from(PropertyDeclared, sealed_form(access.court, PropertyDeclared, submitted) | fixed)
        entry = door.enter(dossier.id, act, by, on=clock.today())
    except Mistakes as error:
        return _form(request, dossier, access, submitted, error.found)
    except door.Refused as error:
        return _form(request, dossier, access, submitted, None, error.refusals)
    DeclarationDraft.objects.filter(dossier_id=dossier.id, seq=access.seq).delete()
    del request.session[OPENED]
    request.session[RECEIPT] = {
        "number": f"{entry.dossier}-{entry.seq}",
        "at": entry.recorded_at.astimezone(clock.ZONE).strftime("%Y-%m-%d %H:%M:%S"),
        "case": case_number(dossier, clock.today()),
        "counts": [
            [category.label, len([at for at, _ in act.listed() if at is category])]
            for category in ReportCategory
        ],
        "changes": len(act.changes),
    }
    return redirect("declare-receipt")


def _draft(access: Access) -> Submitted:
    row = DeclarationDraft.objects.filter(dossier_id=access.dossier, seq=access.seq).first()
    if row is None:
        return {}
    found: Submitted = json.loads(decrypt_bytes(bytes(row.cipher)))
    return found


def _save(access: Access, submitted: Submitted) -> None:
    cipher = encrypt_bytes(json.dumps(submitted, ensure_ascii=False).encode())
    DeclarationDraft.objects.update_or_create(
        dossier_id=access.dossier,
        seq=access.seq,
        defaults={"court": access.court, "cipher": cipher, "saved_at": clock.now()},
    )
