"""The page of one's sign-in security: second factors, passkeys, and where one is signed in."""

from __future__ import annotations

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from zhixing.law.texts import say
from zhixing.people.access import officer_of
from zhixing.people.models import Officer, Passkey, RecoveryCode, TotpSecret
from zhixing.people.passkeys import BadPasskey, finish_registering
from zhixing.people.sessions import end, places
from zhixing.people.strength import (
    became_strong,
    drop_totp,
    exempt,
    has_factor,
    new_recovery_codes,
    strong_until,
)

BACK = "enrolled_for"  # in the session: the page from which somebody without a factor was sent to enrol one


@never_cache
def security_page(request: HttpRequest) -> HttpResponse:
    """GET shows factors and sessions; POST ends sessions, adds a passkey, or takes a factor away."""
    officer = officer_of(request)
    if request.method == "POST" and ("session" in request.POST or "others" in request.POST):
        return _end_sessions(request, officer)
    if request.method == "POST" and "answer" in request.POST:
        return _add_passkey(request, officer)
    if request.method == "POST":
        return _change_factor(request, officer)
    return _page(request, officer)


def _page(request: HttpRequest, officer: Officer, wrong: str = "") -> HttpResponse:
    given = {
        "wrong": wrong,
        "totp": TotpSecret.objects.filter(officer=officer).first(),
        "codes_left": RecoveryCode.objects.filter(officer=officer, used_at=None).count(),
        "passkeys": Passkey.objects.filter(officer=officer).order_by("made_at"),
        "has_factor": has_factor(officer),
        "until": strong_until(request),
        "places": places(request, officer),
        "exempt": exempt(officer),
    }
    return render(request, "people/security.html", given, status=422 if wrong else 200)


def _end_sessions(request: HttpRequest, officer: Officer) -> HttpResponse:
    others = [each.number for each in places(request, officer) if not each.own]
    asked = request.POST.get("session", "")
    ended = end(officer, others if "others" in request.POST else [int(asked)] if asked.isdecimal() else [])
    messages.success(request, str(say("已结束 {ended} 处登录", ended=ended)), "done")
    return redirect("security")


def _add_passkey(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Keep the passkey that the browser made; what was asked of it, and whether it might be, was settled when it was asked."""
    first = not has_factor(officer)
    try:
        made = finish_registering(
            request, officer, request.POST.get("name", ""), json.loads(request.POST["answer"])
        )
    except (BadPasskey, json.JSONDecodeError):
        return _page(request, officer, str(say("通行密钥没有登记成功，请重试")))
    became_strong(request)
    messages.success(request, str(say("已登记通行密钥“{name}”", name=made.name)), "done")
    if first:
        codes = new_recovery_codes(officer)
        return codes_page(request, codes)
    return redirect("security")


def codes_page(request: HttpRequest, codes: list[str]) -> HttpResponse:
    """The recovery codes, shown this once, and the way back to what the factor was enrolled for."""
    given = {"codes": codes, "back": request.session.pop(BACK, "")}
    return render(request, "people/recovery_codes.html", given)


def _change_factor(request: HttpRequest, officer: Officer) -> HttpResponse:
    """New recovery codes, or a factor taken away; only by whoever has just shown one."""
    if strong_until(request) is None:
        return _page(request, officer, str(say("请先验证身份，再更改第二因素")))
    if "recovery" in request.POST:
        return codes_page(request, new_recovery_codes(officer))
    if "drop_totp" in request.POST:
        drop_totp(officer)
    passkey = request.POST.get("passkey", "")
    if passkey.isdecimal():
        Passkey.objects.filter(officer=officer, pk=int(passkey)).delete()
    messages.success(request, str(say("已删除")), "done")
    return redirect("security")
