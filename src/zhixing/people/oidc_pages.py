"""Signing in through the court's identity provider: to it, and back. It is the first factor; an officer's own second one follows.

It counts as both only when the settings say which `acr` or `amr` means a second factor, and the provider says when it was shown.
"""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from zhixing.law.texts import say
from zhixing.people.oidc import NotSignedOn, begin, finish, officer_of_subject
from zhixing.people.pages import sign_in_form, target_of
from zhixing.people.second_factor import enter_session, wait_for_second
from zhixing.people.sessions import address_of
from zhixing.people.sign_in import note_good, note_stranger
from zhixing.people.strength import became_strong, has_factor

TARGET = "oidc_target"


@never_cache
def oidc_page(request: HttpRequest) -> HttpResponse:
    """Off to the provider."""
    _offered()
    request.session[TARGET] = target = target_of(request)
    try:
        return begin(request, request.build_absolute_uri(reverse("oidc-return")))
    except NotSignedOn as refused:
        return sign_in_form(request, str(refused.text), target)


@never_cache
def oidc_return_page(request: HttpRequest) -> HttpResponse:
    """Back from the provider: check what it says, and sign in whom an administrator linked to that person."""
    _offered()
    target = str(request.session.pop(TARGET, "/"))
    try:
        claims = finish(request)
    except NotSignedOn as refused:
        return sign_in_form(request, str(refused.text), target)
    officer = officer_of_subject(claims)
    if officer is None:
        note_stranger(claims.sub, address_of(request))
        told = say(
            "统一身份认证确认了您的身份，但没有与本平台的在职账号关联。请把标识 {subject} 告知系统管理员，由其关联",
            subject=claims.sub,
        )
        return sign_in_form(request, str(told), target)
    if has_factor(officer) and claims.shown_at is None:
        return wait_for_second(request, officer, target)
    note_good(officer, address_of(request))
    enter_session(request, officer)
    if claims.shown_at is not None:
        became_strong(request, claims.shown_at)
    return redirect(target)


def _offered() -> None:
    if not settings.OIDC_ISSUER:
        raise Http404(str(say("本平台没有接入统一身份认证")))
