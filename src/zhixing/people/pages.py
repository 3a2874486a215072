"""Signing in and out; one's own account."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from zhixing.people.models import Notice, Officer
from zhixing.people.powers import posts_on
from zhixing.people.sign_in import sign_in
from zhixing.record import clock


@never_cache
def sign_in_page(request: HttpRequest) -> HttpResponse:
    """GET shows the form; POST signs in and goes where the officer wanted to go."""
    target = request.POST.get("next") or request.GET.get("next") or "/"
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}):
        target = "/"
    wrong = ""
    if request.method == "POST":
        address = request.META.get("REMOTE_ADDR", "")
        answer = sign_in(request.POST.get("username", "").strip(), request.POST.get("password", ""), address)
        if answer.officer is not None:
            login(request, answer.officer, backend="django.contrib.auth.backends.ModelBackend")
            return redirect(target)
        wrong = "用户名或密码不对，或者尝试次数过多。连续失败五次后须等待十五分钟，或请管理员解除。"
    return render(
        request,
        "people/sign_in.html",
        {"wrong": wrong, "next": target, "username": request.POST.get("username", "")},
        status=401 if wrong else 200,
    )


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("sign-in")


@never_cache
def account_page(request: HttpRequest) -> HttpResponse:
    """One's posts and notices, and a new password."""
    officer = request.user
    if not isinstance(officer, Officer):
        return redirect("sign-in")
    wrong: list[str] = []
    if request.method == "POST" and "read" in request.POST:
        Notice.objects.filter(officer=officer, read_at=None).update(read_at=clock.now())
        return redirect("account")
    if request.method == "POST":
        wrong = _change_password(request, officer)
        if not wrong:
            messages.success(request, "密码已更改", "done")
            return redirect("account")
    return render(
        request,
        "people/account.html",
        {
            "wrong": wrong,
            "held_posts": posts_on(officer, clock.today()),
            "notices": Notice.objects.filter(officer=officer).order_by("-at")[:50],
        },
        status=422 if wrong else 200,
    )


def _change_password(request: HttpRequest, officer: Officer) -> list[str]:
    old, new, again = (request.POST.get(key, "") for key in ("old", "new", "again"))
    if not officer.check_password(old):
        return ["现在的密码不对"]
    if new != again:
        return ["两次填写的新密码不一致"]
    try:
        validate_password(new, officer)
    except ValidationError as error:
        return list(error.messages)
    officer.set_password(new)
    officer.save(update_fields=["password"])
    update_session_auth_hash(request, officer)
    return []
