"""In which language a request is answered: the officer's choice, else the cookie, else what the browser asks for."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from zhixing.languages.marking import marked
from zhixing.people.models import Officer

YEAR = 365 * 24 * 3600


def language_of(request: HttpRequest) -> str:
    """The language code the reader wants."""
    chosen = request.user.language if isinstance(request.user, Officer) else ""
    return chosen or translation.get_language_from_request(request)


def in_their_language(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Django middleware; stands after authentication."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        language = language_of(request)
        with translation.override(language):
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        if language == "en" and isinstance(response, HttpResponse) and _is_page(response):
            response.content = marked(response.content.decode()).encode()
        return response

    return answer


def _is_page(response: HttpResponse) -> bool:
    return response.headers.get("Content-Type", "").startswith("text/html") and not response.streaming


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Answer in this language from now on; go back to where the reader was."""
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}):
        target = "/"
    response = redirect(target)
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES):
        if isinstance(request.user, Officer):
            Officer.objects.filter(pk=request.user.pk).update(language=language)
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, max_age=YEAR, samesite="Lax")
    return response
