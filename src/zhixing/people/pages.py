"""Signing in and out; one's own account."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from zhixing.people.access import needs, officer_of
from zhixing.people.models import Officer, SignIn
from zhixing.people.powers import posts_on, powers_anywhere
from zhixing.people.resets import DECIDERS
from zhixing.people.second_factor import enter_session, wait_for_second
from zhixing.people.sessions import address_of, end, opened, places
from zhixing.people.sign_in import locks, release, sign_in
from zhixing.record import clock
from zhixing.record.power import Power


@never_cache
def sign_in_page(request: HttpRequest) -> HttpResponse:
    """GET shows the form; POST signs in and goes where the officer wanted to go."""
    target = target_of(request)
    wrong = ""
    if request.method == "POST":
        username, password = request.POST.get("username", "").strip(), request.POST.get("password", "")
        answer = sign_in(username, password, address_of(request))
        if answer.officer is not None:
            if answer.second:
                return wait_for_second(request, answer.officer, target)
            enter_session(request, answer.officer)
            return redirect(target)
        wrong = "用户名或密码不对，或者尝试次数过多。连续失败五次后须等待十五分钟，或请管理员解除。"
    return sign_in_form(request, wrong, target)


def sign_in_form(request: HttpRequest, wrong: str, target: str) -> HttpResponse:
    """The form, with what went wrong."""
    told = {
        "wrong": wrong,
        "next": target,
        "username": request.POST.get("username", ""),
        "outside": bool(settings.OIDC_ISSUER),
    }
    return render(request, "people/sign_in.html", told, status=401 if wrong else 200)


def target_of(request: HttpRequest) -> str:
    """The page of this site to go to after signing in."""
    target = request.POST.get("next") or request.GET.get("next") or "/"
    return target if url_has_allowed_host_and_scheme(target, {request.get_host()}) else "/"


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("sign-in")


@never_cache
def account_page(request: HttpRequest) -> HttpResponse:
    """One's posts and last sign-ins, and a new password."""
    officer = officer_of(request)
    wrong: list[str] = []
    if request.method == "POST":
        wrong = _change_password(request, officer)
        if not wrong:
            messages.success(request, "密码已更改，其他设备上的登录已失效", "done")
            return redirect("account")
    today = clock.today()
    held = powers_anywhere(officer, today)
    return render(
        request,
        "people/account.html",
        {
            "wrong": wrong,
            "held_posts": posts_on(officer, today),
            "attempts": SignIn.objects.filter(username=officer.username).order_by("-at")[:10],
            "may_release": Power.ADMINISTRATOR in held,
            "may_decide": bool(held.intersection(DECIDERS)),
        },
        status=422 if wrong else 200,
    )


@never_cache
@needs(Power.ADMINISTRATOR)
def locks_page(request: HttpRequest) -> HttpResponse:
    """The locked accounts and addresses; POST releases one."""
    if request.method == "POST":
        username, address = request.POST.get("username", ""), request.POST.get("address", "")
        release(officer_of(request), username=username, address=address)
        messages.success(request, f"已解除锁定：{username or address}", "done")
        return redirect("locks")
    return render(request, "people/locks.html", {"locks": locks()})


# Django's own words are not complete in Chinese.
WORDS: Mapping[str, str] = {
    "password_too_short": "新密码不足十二位",
    "password_too_common": "新密码太常见，容易被猜到",
    "password_too_similar": "新密码与用户名太相近",
}


def _change_password(request: HttpRequest, officer: Officer) -> list[str]:
    old, new, again = (request.POST.get(key, "") for key in ("old", "new", "again"))
    if not officer.check_password(old):
        return ["现在的密码不对"]
    if new != again:
        return ["两次填写的新密码不一致"]
    if new == old:
        return ["新密码与现在的密码相同"]
    try:
        validate_password(new, officer)
    except ValidationError as error:
        return [str(WORDS.get(str(each.code), each.message)) for each in error.error_list]
    officer.set_password(new)
    officer.save(update_fields=["password"])
    end(officer, [each.number for each in places(request, officer)])
    update_session_auth_hash(request, officer)
    opened(request, officer)
    return []
