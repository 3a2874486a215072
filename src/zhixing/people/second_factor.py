"""Showing the second factor: the second half of signing in, and again before what coerces or pays; enrolling an authenticator.

Whoever has a second factor is signed in only once it was shown; until then the session knows whom it waits for, for five minutes.
"""

from __future__ import annotations

import json
from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime, timedelta

import segno
from django.contrib import messages
from django.contrib.auth import login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from zhixing.law.texts import say
from zhixing.people.access import officer_of
from zhixing.people.models import Officer, Passkey
from zhixing.people.passkeys import BadPasskey, begin_registering, begin_showing, finish_showing
from zhixing.people.security import BACK, codes_page
from zhixing.people.sessions import address_of, opened
from zhixing.people.sign_in import note_good, right_second
from zhixing.people.strength import (
    address_of_secret,
    became_strong,
    begin_totp,
    confirm_totp,
    has_factor,
    is_strong,
    new_secret,
    strong_until,
)
from zhixing.record import clock

WAITING = "second_step"
WAITS = timedelta(minutes=5)
BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Whoever gave the right password and has yet to show the second factor, and where they want to go."""

    officer: Officer
    target: str


def wait_for_second(request: HttpRequest, officer: Officer, target: str) -> HttpResponse:
    """Keep in the session who gave the right password, and ask for the second factor."""
    request.session[WAITING] = [officer.pk, clock.real_now().isoformat(), target]
    return redirect("second-step")


def _waiting(request: HttpRequest) -> Waiting | None:
    kept = request.session.get(WAITING)
    if not isinstance(kept, list) or datetime.fromisoformat(kept[1]) + WAITS < clock.real_now():
        return None
    officer = Officer.objects.filter(pk=kept[0], is_active=True).first()
    return Waiting(officer, str(kept[2])) if officer else None


@never_cache
def second_step_page(request: HttpRequest) -> HttpResponse:
    """The second half of signing in: a code, a recovery code or a passkey."""
    waiting = _waiting(request)
    if waiting is None:
        return redirect("sign-in")
    wrong = _wrong(request, waiting.officer)
    if request.method == "POST" and not wrong:
        del request.session[WAITING]
        note_good(waiting.officer, address_of(request))
        enter_session(request, waiting.officer)
        became_strong(request)
        return redirect(waiting.target)
    return _ask(request, waiting.officer, wrong, "people/second_step.html")


def enter_session(request: HttpRequest, officer: Officer) -> None:
    """Sign the officer in and note where."""
    login(request, officer, backend=BACKEND)
    opened(request, officer)


@never_cache
def verify_page(request: HttpRequest) -> HttpResponse:
    """Show the second factor again, and go back to what was to be done."""
    officer, target = officer_of(request), request.POST.get("next") or request.GET.get("next") or "/"
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}):
        target = "/"
    if not has_factor(officer):
        messages.warning(request, str(say("您还没有第二因素，请先登记")), "soon")
        request.session[BACK] = target
        return redirect("security")
    wrong = _wrong(request, officer)
    if request.method == "POST" and not wrong:
        became_strong(request)
        return redirect(target)
    return _ask(request, officer, wrong, "people/verify.html", target)


def _ask(request: HttpRequest, officer: Officer, wrong: str, template: str, target: str = "") -> HttpResponse:
    """The page that asks for the factor."""
    given = {
        "wrong": wrong,
        "next": target,
        "has_passkey": Passkey.objects.filter(officer=officer).exists(),
        "until": strong_until(request),
    }
    return render(request, template, given, status=422 if wrong else 200)


def _wrong(request: HttpRequest, officer: Officer) -> str:
    """What is wrong with the factor that was shown; nothing when it is right, or none was."""
    if request.method != "POST":
        return ""
    if request.POST.get("answer"):
        try:
            finish_showing(request, officer, json.loads(request.POST["answer"]))
        except (BadPasskey, json.JSONDecodeError):
            return str(say("通行密钥没有通过，请重试，或改用验证码"))
        return ""
    if right_second(officer, request.POST.get("code", ""), address_of(request)):
        return ""
    return str(
        say("验证码不对、已经用过，或者尝试次数过多。请等手机上换出下一个再填；连续失败五次须等待十五分钟")
    )


@never_cache
def totp_page(request: HttpRequest) -> HttpResponse:
    """Enrol an authenticator: the password (or a fresh second factor), the QR code, a first code; then the recovery codes."""
    officer, wrong = officer_of(request), ""
    if request.method == "POST" and "code" in request.POST:
        codes = confirm_totp(request, officer, request.POST["code"].replace(" ", ""))
        if codes is not None:
            became_strong(request)
            return codes_page(request, codes)
        wrong = str(say("验证码不对。请核对手机的时间，等换出下一个验证码再填"))
    elif request.method == "POST":
        wrong = _may_enrol(request, officer)
        if not wrong:
            begin_totp(request)
    secret = new_secret(request)
    given = {
        "wrong": wrong,
        "weak": not is_strong(request),
        "had": has_factor(officer),
        "secret": b32encode(secret).decode() if secret else "",
        "qr": segno.make(address_of_secret(officer, secret), error="m").svg_data_uri(scale=5, border=3)
        if secret
        else "",
    }
    return render(request, "people/totp.html", given, status=422 if wrong else 200)


def _may_enrol(request: HttpRequest, officer: Officer) -> str:
    """Why no factor may be added now: a stolen session must not add its own."""
    if has_factor(officer):
        return "" if strong_until(request) else str(say("请先以现有的第二因素验证身份，再更换或增加"))
    right = officer.check_password(request.POST.get("password", ""))
    return "" if right else str(say("现在的密码不对"))


@require_POST
def passkey_options(request: HttpRequest) -> HttpResponse:
    """What the browser is to make (`kind` register) or to sign (`kind` show), as JSON."""
    if request.POST.get("kind") == "register":
        officer = officer_of(request)
        wrong = _may_enrol(request, officer)
        if wrong:
            return JsonResponse({"wrong": wrong}, status=422)
        return JsonResponse(begin_registering(request, officer))
    waiting = _waiting(request)
    if waiting is None and not isinstance(request.user, Officer):
        raise PermissionDenied(str(say("请先登录")))
    return JsonResponse(begin_showing(request, waiting.officer if waiting else officer_of(request)))
