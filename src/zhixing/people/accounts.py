"""The administrator's page of accounts: link an officer to the court's sign-on, ask to take a lost second factor away; and the
page where another person decides that.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from zhixing.law.texts import Text, say
from zhixing.people.access import needs, officer_of
from zhixing.people.models import FactorReset, LinkedSubject, Officer
from zhixing.people.powers import posts_on
from zhixing.people.resets import DECIDERS, NotReset, ask, decide, waiting
from zhixing.people.strength import has_factor, is_strong
from zhixing.record import clock
from zhixing.record.power import Power

MOST = 50
STRONG_FIRST = say("请先以第二因素验证身份（账户—登录安全），再办理账号")


@never_cache
@needs(Power.ADMINISTRATOR)
def accounts_page(request: HttpRequest) -> HttpResponse:
    """GET finds officers, or shows one; POST links and unlinks a subject, or asks for a reset."""
    chosen = request.POST.get("officer") or request.GET.get("officer") or ""
    if chosen:
        return _one(request, get_object_or_404(Officer, username=chosen))
    asked = request.GET.get("q", "").strip()
    found = Officer.objects.filter(Q(username__icontains=asked) | Q(name__icontains=asked)) if asked else None
    told = {"q": asked, "officers": found.order_by("username")[:MOST] if found is not None else None}
    return render(request, "people/accounts.html", told)


def _one(request: HttpRequest, officer: Officer) -> HttpResponse:
    wrong = ""
    if request.method == "POST":
        refused = _change(request, officer)
        if refused is None:
            return redirect(f"{reverse('accounts')}?{urlencode({'officer': officer.username})}")
        wrong = str(refused)
    subjects = LinkedSubject.objects.filter(officer=officer).select_related("linked_by", "ended_by")
    resets = FactorReset.objects.filter(officer=officer).select_related("asked_by", "decided_by")
    told = {
        "wrong": wrong,
        "officer": officer,
        "held_posts": posts_on(officer, clock.today()),
        "has_factor": has_factor(officer),
        "issuer": settings.OIDC_ISSUER,
        "subjects": subjects.order_by("-linked_at"),
        "resets": resets.order_by("-asked_at"),
    }
    return render(request, "people/one_account.html", told, status=422 if wrong else 200)


def _change(request: HttpRequest, officer: Officer) -> Text | None:
    """Do what the form asks; why not, if not."""
    if not is_strong(request):
        return STRONG_FIRST
    by = officer_of(request)
    if "subject" in request.POST:
        return _link(officer, request.POST["subject"].strip(), by)
    if "unlink" in request.POST:
        mine = LinkedSubject.objects.filter(officer=officer, issuer=settings.OIDC_ISSUER, ended_at=None)
        mine.update(ended_by=by, ended_at=clock.real_now())
        messages.success(request, str(say("已解除关联")), "done")
        return None
    try:
        ask(officer, by, request.POST.get("reason", ""))
    except NotReset as refused:
        return refused.text
    messages.success(request, str(say("已申请重置，等待另一人批准")), "done")
    return None


def _link(officer: Officer, subject: str, by: Officer) -> Text | None:
    """Link the officer to the provider's name for them."""
    if not settings.OIDC_ISSUER:
        return say("本平台没有接入统一身份认证")
    if not subject or len(subject) > 255:
        return say("请填写统一身份认证给出的标识，最多 255 个字符")
    try:
        with transaction.atomic():
            LinkedSubject.objects.create(
                officer=officer,
                issuer=settings.OIDC_ISSUER,
                subject=subject,
                linked_by=by,
                linked_at=clock.real_now(),
            )
    except IntegrityError:
        return say("这个标识或这名人员已经关联。请先解除原来的关联")
    return None


@never_cache
@needs(*DECIDERS)
def resets_page(request: HttpRequest) -> HttpResponse:
    """The requests that wait for this person's decision; POST decides one."""
    wrong, by = "", officer_of(request)
    if request.method == "POST":
        wrong = str(_decide(request, by) or "")
        if not wrong:
            return redirect("resets")
    told = {"wrong": wrong, "waiting": waiting(by)}
    return render(request, "people/resets.html", told, status=422 if wrong else 200)


def _decide(request: HttpRequest, by: Officer) -> Text | None:
    if not is_strong(request):
        return STRONG_FIRST
    number = request.POST.get("reset", "")
    approved = "approve" in request.POST
    try:
        decided = decide(int(number) if number.isdecimal() else 0, by, approved=approved)
    except NotReset as refused:
        return refused.text
    done = (
        say("已重置{name}的第二因素，其登录已全部结束", name=decided.officer.name)
        if approved
        else say("未予批准")
    )
    messages.success(request, str(done), "done")
    return None
